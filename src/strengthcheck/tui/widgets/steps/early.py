"""A check before its date: why one would rather wait, the wait, and what an extra check is."""

from textual.message import Message
from textual.timer import Timer

from strengthcheck.host.clock import Clock
from strengthcheck.model.profile import Urge
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.early import WRITE_DOWN, EarlyAsking, EarlyEnd
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.urges import EarlyFacts


class EarlyWidget(AskedWidget[EarlyEnd]):
    """Why is it wanted? The machine is told the time at every key and once a minute of the wait."""

    asking: EarlyAsking

    class LossTold(StepWidget.LeaveAsked):
        """It is a loss: no check is needed to tell it."""

    class CardAsked(Message):
        """What is felt should be written down; the wait goes on."""

    class Told(Message):
        """What was told and done, to be kept; the wish itself comes after it."""

        def __init__(self, urge: Urge) -> None:
            super().__init__()
            self.urge = urge

    def __init__(self, days: int, clock: Clock, facts: EarlyFacts | None = None) -> None:
        """`facts`: what was told at earlier starts; None where nothing of it is asked, shown or kept."""
        super().__init__(EarlyAsking(days, facts, clock.now(), clock.monotonic()))
        self._clock = clock
        self._timer: Timer | None = None

    def page(self) -> StepPage:
        """The page at this time."""
        return self._now().page()

    def press(self, key: str) -> bool:
        """The machine says what a key does; during the wait w writes down what is felt."""
        self.asking = self._now()
        if self.asking.waiting and key == WRITE_DOWN:
            self.post_message(self.CardAsked())
            return True
        taken = super().press(key)
        self._wake_later()
        return taken

    def ended(self, out: EarlyEnd) -> None:
        """Hand up what was told, before the wish that ends this step."""
        if self.asking.facts is not None and not self._done:
            self.post_message(self.Told(out.told.urge(self._clock.now(), tested=out.way == "check")))
        match out.way:
            case "loss":
                self.wish(self.LossTold())
            case "leave":
                self.wish(self.LeaveAsked())
            case "check":
                self.give(out.told.answer())

    def _now(self) -> EarlyAsking:
        return self.asking.at(self._clock.monotonic())

    def _wake(self) -> None:
        """Once a minute, no oftener: nothing ticks while one waits."""
        self.asking = self._now()
        self.show()
        self._wake_later()

    def _wake_later(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.asking.waiting and not self._done:
            wait = self._clock.interval(min(60.0, self.asking.left) + 0.05)
            self._timer = self.set_timer(wait, self._wake)
