"""What is watched around an effort: the time, a machine that slept, a key that is held down.

The heartbeat wakes when something is due, and notices when the machine slept meanwhile.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol

from textual.timer import Timer

from strengthcheck.guide.held import Held
from strengthcheck.guide.metronome import Metronome
from strengthcheck.guide.watch import Watch
from strengthcheck.host.clock import Clock
from strengthcheck.views.metronome_page import beat_row


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


class Swing:
    """A metronome that swings on the screen while an effort runs; it does nothing where none is wished."""

    def __init__(self, beats: Callable[[], Metronome | None] | None) -> None:
        self._ask = beats
        self._metronome: Metronome | None = None
        self._number: int | None = None

    @property
    def row(self) -> str:
        """The marks at the last beat, both empty before the first; nothing without a metronome."""
        return beat_row(self._number) if self._ask is not None else ""

    def start(self) -> None:
        """GO: it beats from now on, at the moments at which it is heard."""
        self._metronome, self._number = self._ask() if self._ask is not None else None, None

    def beats(self, now: float) -> bool:
        """Whether a beat is due that was not shown yet."""
        if self._metronome is None:
            return False
        self._metronome, beat = self._metronome.tick(now)
        self._number = self._number if beat is None else beat.number
        return beat is not None

    def sooner(self, wait: float | None, now: float) -> float | None:
        """Seconds until something is due: what the effort waits for, or the next beat before that."""
        if self._metronome is None or wait is None:
            return wait
        return min(wait, max(0.005, self._metronome.wait(now)))


class Hand:
    """What rests on the keyboard after an effort: only a new press answers, on whichever page."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: tuple[str, float] | None = None
        self._held: Held | None = None

    def effort(self, key: str) -> None:
        """A key around an effort: it starts it, stops it, or does nothing to it."""
        self._last, self._held = (key, self._clock.monotonic()), None

    def over(self) -> None:
        """The effort is over: from now on a key has to be let go of before it answers."""
        key, at = self._last or ("", None)
        self._last, self._held = None, Held(self._clock.monotonic(), key, at)

    def rests(self, key: str) -> bool:
        """Whether this key is none that was pressed just now."""
        if self._held is None:
            return False
        self._held, new = self._held.press(self._clock.monotonic(), key)
        return not new

    def typed(self) -> None:
        """What was pressed is part of something typed: the next key may be the same."""
        self._held = None


def _beat() -> float:
    return asyncio.get_running_loop().time()
