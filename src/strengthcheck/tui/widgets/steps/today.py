"""How today is, as a form."""

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.check import Context
from strengthcheck.model.event import EarlyAnswer, TodayAnswer
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.today import today_form, today_page


class TodayWidget(StepWidget):
    """How today is; Enter repeats what was told last time."""

    def __init__(
        self, former: Context | None, last: Context | None, early: EarlyAnswer | None = None
    ) -> None:
        """`early`: what was told before the check, whose worry stands in the form already."""
        super().__init__()
        self._repeated = former is None and last is not None
        self._form = today_form(former, last, early)
        self._note = ""

    def page(self) -> StepPage:
        """The form."""
        return today_page(self._form, self._repeated, self._note)

    def press(self, key: str) -> bool:
        """Arrows choose a row, keys fill it, Enter goes on."""
        if key == "enter":
            self._finish()
            return True
        if key in ("up", "down", "tab", "shift+tab"):
            form = self._form.move(-1 if key in ("up", "shift+tab") else 1)
        elif key in ("backspace", "delete"):
            form = self._form.clear()
        elif len(key) == 1 and key in "yn0123456789.,":
            form = self._form.type(key)
        else:
            return False
        self._form, self._note = form, ""
        self.show()
        return True

    def _finish(self) -> None:
        try:
            self.give(TodayAnswer(context=self._form.context()))
        except NotAValue as e:
            self._note = str(e)
            self.show()
