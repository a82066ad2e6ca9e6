"""The steps before the first trial: today, sore, fit, gather, expect."""

from datetime import date

from strengthcheck.guide.entering import NotAValue
from strengthcheck.guide.steps import GatherStep, SoreStep
from strengthcheck.model.check import Context
from strengthcheck.model.event import Acknowledged, EarlyAnswer, TodayAnswer
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.before import (
    gather_page,
    sore_page,
)
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


class SoreWidget(StepWidget):
    """Sore in a limb that will be used: a week later, or go on."""

    def __init__(self, step: SoreStep, today: date) -> None:
        super().__init__()
        self._step = step
        self._today = today

    def page(self) -> StepPage:
        """The offer."""
        return sore_page(self._step, self._today)

    def press(self, key: str) -> bool:
        """1 leaves it, 2 goes on."""
        if key == "1":
            self.wish(self.LeaveAsked())
        elif key == "2":
            self.give(Acknowledged())
        else:
            return False
        return True


class GatherWidget(StepWidget):
    """All that the chosen tests need."""

    def __init__(self, step: GatherStep) -> None:
        super().__init__()
        self._step = step

    def page(self) -> StepPage:
        """The list."""
        return gather_page(self._step)

    def press(self, key: str) -> bool:
        """Enter goes on."""
        if key == "enter":
            self.give(Acknowledged())
        return key == "enter"
