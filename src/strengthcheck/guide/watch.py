"""Notices that the machine slept or the program was suspended while a trial ran."""

from dataclasses import dataclass
from datetime import datetime

SLEPT_SECONDS = 2.0
"""The wall clock and the monotonic clock part by more than this only across a sleep (our judgement)."""

STALLED_SECONDS = 2.0
"""So long without a heartbeat means that the program was stopped: the monotonic clock runs on meanwhile."""

LATE_SECONDS = 1.0
"""What a busy machine may add to a heartbeat that was not due sooner."""


@dataclass(frozen=True)
class Watch:
    """The clocks as they stood when the watch began, and the last heartbeat."""

    wall: datetime
    monotonic: float
    beat: float
    """The event loop's own time at the last heartbeat; it goes at the world's pace, whatever the clock."""

    def slept(self, wall: datetime, monotonic: float, beat: float, expected: float) -> bool:
        """Whether the clocks parted, or a heartbeat due within so many loop seconds came far too late.

        With heartbeats of a second or less no stop of more than two seconds goes unnoticed.
        """
        apart = (wall - self.wall).total_seconds() - (monotonic - self.monotonic)
        return abs(apart) > SLEPT_SECONDS or beat - self.beat > max(STALLED_SECONDS, expected + LATE_SECONDS)

    def beating(self, beat: float) -> "Watch":
        """The watch after one more heartbeat."""
        return Watch(self.wall, self.monotonic, beat)
