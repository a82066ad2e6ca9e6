"""Leaving a check before its end."""

from textual.message import Message

from strengthcheck.guide.state import Sitting
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.views.steps.leaving import Leaving, Way


class LeaveWidget(AskedWidget[Way]):
    """Go on, keep what is there, leave it for later, or discard."""

    class GoOn(Message):
        """Back to the step that was left."""

    class Later(Message):
        """Leave it as it is; it is offered again on the next start."""

    class Discard(Message):
        """Throw it away; it was asked once more."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(Leaving(sitting))

    def ended(self, out: Way) -> None:
        """Wish it."""
        match out:
            case "go_on":
                self.wish(self.GoOn())
            case "keep":
                self.wish(self.EndAsked("left early"))
            case "later":
                self.wish(self.Later())
            case "discard":
                self.wish(self.Discard())
