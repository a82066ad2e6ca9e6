"""Warming up, by the clock: fixed, so that it is the same each time."""

from strengthcheck.guide.steps import WarmUpStep
from strengthcheck.guide.trial import Cue
from strengthcheck.host.clock import Clock
from strengthcheck.host.cues import Cues
from strengthcheck.model.event import Acknowledged
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.before import warm_up_page
from strengthcheck.views.steps.page import StepPage


class WarmUpWidget(StepWidget):
    """The time left, a second at a time; a key goes on when it is over."""

    def __init__(self, step: WarmUpStep, clock: Clock, cues: Cues, *, done: bool) -> None:
        """`done`: it was done before, and is shown again for going back."""
        super().__init__()
        self._step = step
        self._clock = clock
        self._cues = cues
        self._ends_at: float | None = clock.monotonic() if done else None

    def page(self) -> StepPage:
        """What to do, and how long still."""
        return warm_up_page(self._step, self._left())

    def press(self, key: str) -> bool:
        """Enter starts, and goes on when it is over."""
        if key not in ("enter", "space"):
            return False
        left = self._left()
        if left is None:
            self._ends_at = self._clock.monotonic() + self._step.seconds
            self._wake()
        elif left <= 0:
            self.give(Acknowledged())
        return True

    def _left(self) -> float | None:
        return None if self._ends_at is None else self._ends_at - self._clock.monotonic()

    def _wake(self) -> None:
        left = self._left()
        if left is None:
            return
        if left <= 0:
            self._cues.give(Cue("stop", self._clock.monotonic()))
        else:
            self.set_timer(self._clock.interval(left % 1 or 1.0), self._wake)
        self.retell()
