"""A metronome's schedule: beat n falls at start + n · 60 / bpm, worked out from n and never added up.

Whoever asks late gets the beat that is due now; beats slept through are left out, never given in a bunch.
Times are seconds of a monotonic clock, given with every call.
"""

import math
from dataclasses import dataclass
from typing import Literal

BeatKind = Literal["tick", "accent"]

LATE_SECONDS = 0.1
"""A beat later than this, or than half a beat, is left out: it would be heard as a wrong tempo."""


LONGEST_RUN_SECONDS = 120.0
"""A metronome beats no longer than this, should nobody come back to end it."""


@dataclass(frozen=True)
class Beat:
    """One beat and the moment it was due."""

    kind: BeatKind
    at: float
    number: int
    """Counted from 0."""


@dataclass(frozen=True)
class Metronome:
    """Beats at a fixed tempo, from a start time on."""

    start: float
    bpm: float
    """Beats a minute, above 0 and at most 400."""
    accent_every: int = 0
    """The first of so many beats is accented; 0 for none."""
    heard: int = -1
    """The number of the last beat that was given or left out."""

    def __post_init__(self) -> None:
        """Refuse a tempo that is none."""
        if not 0 < self.bpm <= 400:
            raise ValueError("a metronome goes at 1 to 400 beats a minute")

    def due(self, number: int) -> float:
        """When a beat is due."""
        return self.start + number * 60 / self.bpm

    def tick(self, now: float) -> tuple["Metronome", Beat | None]:
        """The beat that is due now, if it was not given yet; earlier ones that were missed are gone."""
        number = math.floor((now - self.start) * self.bpm / 60) - 1
        while self.due(number + 1) <= now:  # rounding: who wakes exactly at a beat hears it, and none early
            number += 1
        if number <= self.heard:
            return self, None
        on = Metronome(self.start, self.bpm, self.accent_every, number)
        return on, self._beat(number) if self._in_time(number, now) else None

    def wait(self, now: float) -> float:
        """Seconds until the next beat that was not given yet; 0 when it is due."""
        return max(0.0, self.due(self.heard + 1) - now)

    def _in_time(self, number: int, now: float) -> bool:
        return number >= 0 and now - self.due(number) <= min(LATE_SECONDS, 30 / self.bpm)

    def _beat(self, number: int) -> Beat:
        accented = self.accent_every > 0 and number % self.accent_every == 0
        return Beat("accent" if accented else "tick", self.due(number), number)
