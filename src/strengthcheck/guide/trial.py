"""The trial machine: one effort by the clock, from ready to its result.

`ready → counting → effort → settle`, and `void` when the machine slept. Times are seconds of a monotonic
clock, given with every call; nothing is counted in ticks. A call returns the next state and the cues due.
Figures: docs/guided-test.md#figures.
"""

from dataclasses import dataclass, replace
from typing import Literal

from strengthcheck.model.protocol import EffortKind

Phase = Literal["ready", "counting", "effort", "settle", "void"]
TIMED: frozenset[Phase] = frozenset({"counting", "effort"})
"""Phases in which the clock runs, and nothing may hold the program up."""

KEYS_IGNORED_SECONDS = 0.5
"""Keys in the first half-second of an effort do not stop it: the key that started it may still be down."""

KEY_GAP_SECONDS = 0.25
"""A held key repeats faster than this; only a key after such a gap is a new press."""

READY_SECONDS = 1.0
"""Whose turn it is must have been said before another signal cuts it off: a "three" sooner is left out."""

CueKind = Literal["rested", "ready", "three", "two", "one", "go", "half", "stop"]
"""What is signalled: on screen, by sound and by voice at once."""

NOT_MISSED: frozenset[CueKind] = frozenset({"rested", "go"})
"""Signals that are given even late: something may begin."""


@dataclass(frozen=True)
class Cue:
    """One signal and the moment it was due, in seconds of the monotonic clock."""

    kind: CueKind
    at: float


@dataclass(frozen=True)
class TrialPlan:
    """What one trial asks for, in seconds."""

    kind: EffortKind
    countdown: float
    seconds: float | None
    """When the effort ends by itself; none for what is done away from the keyboard."""
    rest: float = 0.0
    """The least time since the last effort's end."""


@dataclass(frozen=True)
class TrialRun:
    """One trial under way."""

    plan: TrialPlan
    last_end: float | None = None
    """When the last effort ended; none when there was none in this sitting."""
    phase: Phase = "ready"
    since: float = 0.0
    """When this phase began."""
    last_key: float | None = None
    cued: frozenset[CueKind] = frozenset()
    lasted: float | None = None
    """How long the effort lasted, once it is over."""

    def rest_left(self, now: float) -> float:
        """Seconds of rest still owed before the countdown may start."""
        return 0.0 if self.last_end is None else max(0.0, self.last_end + self.plan.rest - now)

    def countdown_left(self, now: float) -> float:
        """Seconds until go."""
        return max(0.0, self.since + self.plan.countdown - now) if self.phase == "counting" else 0.0

    def start(self, now: float) -> tuple["TrialRun", tuple[Cue, ...]]:
        """Begin the countdown, if the rest is over; otherwise nothing changes."""
        if self.phase != "ready" or self.rest_left(now) > 0:
            return self, ()
        cue = Cue("ready", now)
        counting = replace(self, phase="counting", since=now, cued=frozenset({cue.kind}), last_key=now)
        return counting, (cue,)

    def cancel(self, now: float) -> "TrialRun":
        """Back to ready from the countdown."""
        if self.phase != "counting":
            return self
        return replace(self, phase="ready", since=now, cued=frozenset())

    def tick(self, now: float) -> tuple["TrialRun", tuple[Cue, ...]]:
        """What time alone brings about: the end of a rest, 3-2-1, go, half-way, the end."""
        cues: list[Cue] = []
        run = self
        if run.phase == "ready" and run.last_end is not None and run.plan.rest > 0:
            run = run._cue(now, {"rested": run.last_end + run.plan.rest}, cues)
        if run.phase == "counting":
            go = run.since + run.plan.countdown
            due: dict[CueKind, float] = {"three": go - 3, "two": go - 2, "one": go - 1, "go": go}
            if due["three"] < run.since + READY_SECONDS:
                del due["three"]
            run = run._cue(now, due, cues)
            if now >= go:
                run = replace(run, phase="effort", since=go)
        if run.phase == "effort" and run.plan.seconds is not None:
            end = run.since + run.plan.seconds
            if run.plan.seconds >= 20:
                run = run._cue(now, {"half": run.since + run.plan.seconds / 2}, cues)
            if now >= end:
                run = run._end(end, cues)
        return run, tuple(cues)

    def press(self, now: float) -> tuple["TrialRun", tuple[Cue, ...]]:
        """A key, a click or a paste. Stops an effort, unless it is the start key still held down."""
        run, cues = self.tick(now)
        if run.phase != "effort":
            return replace(run, last_key=now), cues
        gap = now - run.last_key if run.last_key is not None else KEY_GAP_SECONDS
        fresh = now - run.since >= KEYS_IGNORED_SECONDS and gap >= KEY_GAP_SECONDS
        run = replace(run, last_key=now)
        if not fresh:
            return run, cues
        more: list[Cue] = []
        run = run._end(now, more)
        return run, (*cues, *more)

    def slept(self, now: float) -> "TrialRun":
        """The machine slept or was suspended: a running effort is void, a countdown starts over."""
        if self.phase == "effort":
            return replace(self, phase="void", since=now, lasted=None)
        return self.cancel(now)

    def _end(self, at: float, cues: list[Cue]) -> "TrialRun":
        cues.append(Cue("stop", at))
        return replace(self, phase="settle", since=at, lasted=at - self.since)

    def _cue(self, now: float, due: dict[CueKind, float], cues: list[Cue]) -> "TrialRun":
        """Add the cues that are due and not yet given; 3-2-1 and half-way are dropped when late."""
        new = {kind for kind, at in due.items() if now >= at and kind not in self.cued}
        cues += [
            Cue(kind, due[kind])
            for kind in due
            if kind in new and (now - due[kind] < 0.5 or kind in NOT_MISSED)
        ]
        return replace(self, cued=self.cued | new)
