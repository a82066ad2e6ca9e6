"""Leaving a check before its end."""

from textual.message import Message

from strengthcheck.guide.state import Sitting
from strengthcheck.tui.widgets.steps.base import BACK_KEYS, StepWidget
from strengthcheck.views.steps.leaving import Way, discard_page, leave_page, ways_on
from strengthcheck.views.steps.page import StepPage


class LeaveWidget(StepWidget):
    """Go on, keep what is there, leave it for later, or discard."""

    class GoOn(Message):
        """Back to the step that was left."""

    class Later(Message):
        """Leave it as it is; it is offered again on the next start."""

    class Discard(Message):
        """Throw it away; it was asked once more."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._sure = False

    def page(self) -> StepPage:
        """The question, or the second one."""
        return discard_page(self._sitting) if self._sure else leave_page(self._sitting)

    def press(self, key: str) -> bool:
        """Digits choose; Enter and the way back go on."""
        if self._sure:
            self._press_sure(key)
            return True
        match _way(self._sitting, key):
            case "go_on":
                self.wish(self.GoOn())
            case "keep":
                self.wish(self.EndAsked("left early"))
            case "later":
                self.wish(self.Later())
            case "discard" if self._sitting.trials_made:
                self._sure = True
                self.show()
            case "discard":
                self.wish(self.Discard())
            case None:
                return False
        return True

    def _press_sure(self, key: str) -> None:
        if key == "y":
            self.wish(self.Discard())
        elif key == "n" or key in BACK_KEYS:
            self._sure = False
            self.show()


def _way(sitting: Sitting, key: str) -> Way | None:
    if key == "enter" or key in BACK_KEYS:
        return "go_on"
    return "later" if key == "q" else ways_on(sitting).get(key)
