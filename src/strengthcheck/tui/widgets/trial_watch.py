"""The heartbeat of a trial: it wakes when something is due, and notices when the machine slept meanwhile."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from textual.timer import Timer

from strengthcheck.guide.watch import Watch
from strengthcheck.host.clock import Clock


class SetTimer(Protocol):
    """A widget's own way to be called later."""

    def __call__(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call back after so many seconds of the event loop."""
        ...


class Heart:
    """At most one timer, and a watch on the clocks from the countdown on."""

    def __init__(self, clock: Clock, set_timer: SetTimer) -> None:
        self._clock = clock
        self._set_timer = set_timer
        self._timer: Timer | None = None
        self._watch: Watch | None = None
        self._expected = 0.0

    def watch(self) -> None:
        """From now on notice a sleep."""
        self._watch = Watch(self._clock.now(), self._clock.monotonic(), _beat())
        self._expected = 0.0

    def slept(self) -> bool:
        """Whether the machine slept, or the program was stopped, since the last look."""
        if self._watch is None:
            return False
        slept = self._watch.slept(self._clock.now(), self._clock.monotonic(), _beat(), self._expected)
        self._watch = self._watch.beating(_beat())
        return slept

    def wake_in(self, seconds: float | None, wake: Callable[[], None]) -> None:
        """Call back after so many seconds of the clock, and not at any earlier wish; none for never."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if seconds is not None:
            self._expected = self._clock.interval(seconds)
            self._timer = self._set_timer(self._expected, wake)


def _beat() -> float:
    return asyncio.get_running_loop().time()
