"""Notices that the machine slept or the program was suspended while a trial ran."""

from dataclasses import dataclass
from datetime import datetime

SLEPT_SECONDS = 2.0
"""The wall clock and the monotonic clock part by more than this only across a sleep (peers.md §4)."""

STALLED_SECONDS = 2.0
"""A heartbeat later than this means that the program was stopped: the monotonic clock runs on meanwhile."""


@dataclass(frozen=True)
class Watch:
    """The clocks as they stood when the watch began, and the last heartbeat."""

    wall: datetime
    monotonic: float
    beat: float
    """The event loop's own time at the last heartbeat; it goes at the world's pace, whatever the clock."""

    def slept(self, wall: datetime, monotonic: float, beat: float, expected: float) -> bool:
        """Whether the clocks parted, or a heartbeat due within so many loop seconds came far too late."""
        apart = (wall - self.wall).total_seconds() - (monotonic - self.monotonic)
        return abs(apart) > SLEPT_SECONDS or beat - self.beat - expected > STALLED_SECONDS

    def beating(self, beat: float) -> "Watch":
        """The watch after one more heartbeat."""
        return Watch(self.wall, self.monotonic, beat)
