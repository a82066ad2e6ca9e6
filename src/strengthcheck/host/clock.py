"""The machine's clocks behind one small interface, so that tests can give others."""

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What the program asks of time. Elapsed time is always `monotonic() - start`, never counted ticks."""

    def now(self) -> datetime:
        """The wall clock: local time with its offset."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back; stand still while the machine sleeps."""
        ...

    def interval(self, seconds: float) -> float:
        """How long a timer of the event loop must wait for this many seconds of this clock to pass."""
        ...


def passed_at(clock: Clock, moment: datetime) -> float:
    """A moment of the wall clock that is past, in seconds of the monotonic clock; never in the future."""
    return clock.monotonic() - max(0.0, (clock.now() - moment).total_seconds())


class SystemClock:
    """The clocks of the operating system."""

    def now(self) -> datetime:
        """Local time with its offset from UTC."""
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()

    def interval(self, seconds: float) -> float:
        """The same number of seconds: this clock runs at the pace of the event loop's."""
        return seconds
