"""Leaving a check before its end."""

from textual.message import Message

from strengthcheck.tui.widgets.steps.base import BACK_KEYS, StepWidget
from strengthcheck.views.steps.leaving import leave_page
from strengthcheck.views.steps.page import StepPage


class LeaveWidget(StepWidget):
    """Go on, keep what is there, leave it for later, or discard."""

    class GoOn(Message):
        """Back to the step that was left."""

    class Later(Message):
        """Leave it as it is; it is offered again on the next start."""

    class Discard(Message):
        """Throw it away; it was asked once more."""

    def __init__(self, trials: int) -> None:
        super().__init__()
        self._trials = trials
        self._sure = False

    def page(self) -> StepPage:
        """The question, or the second one."""
        return leave_page(self._trials, self._sure)

    def press(self, key: str) -> bool:
        """Digits choose; Enter and the way back go on."""
        if self._sure:
            self._press_sure(key)
        elif key in ("1", "enter") or key in BACK_KEYS:
            self.wish(self.GoOn())
        elif key == "2" and self._trials:
            self.wish(self.EndAsked("left early"))
        elif key in ("3", "q"):
            self.wish(self.Later())
        elif key == "4" and self._trials:
            self._sure = True
            self.show()
        elif key == "4":
            self.wish(self.Discard())
        else:
            return False
        return True

    def _press_sure(self, key: str) -> None:
        if key == "y":
            self.wish(self.Discard())
        elif key == "n" or key in BACK_KEYS:
            self._sure = False
            self.show()
