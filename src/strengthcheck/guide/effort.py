"""One step's effort for the trial machine: what it asks for, when to look again, what was measured."""

from datetime import datetime

from strengthcheck.guide.steps import TrialStep
from strengthcheck.guide.trial import TrialPlan, TrialRun
from strengthcheck.model.event import EffortEnded

HEARTBEAT_SECONDS = 0.5
"""How often an effort looks at the clocks; nothing is shown then."""

JOURNALED_AT = "two"
"""The cue at which the effort is noted on disk: before it starts; late, as it may be cancelled until then."""


def plan_of(step: TrialStep) -> TrialPlan:
    """What one trial asks for. What is done away from the keyboard has no countdown and no end of its own."""
    effort = step.protocol.effort
    away = effort.kind == "away"
    return TrialPlan(
        kind=effort.kind,
        countdown=0.0 if away else float(step.countdown_seconds),
        seconds=None if away or effort.seconds is None else float(effort.seconds),
        rest=float(step.rest_seconds),
    )


def ended(step: TrialStep, run: TrialRun, at: datetime, *, lost_focus: bool = False) -> EffortEnded:
    """What is noted on disk the moment an effort is over, before anybody says how it went."""
    lasted = round(run.lasted or 0.0, 3)
    return EffortEnded(step=step.key, at=at, lasted=lasted, lost_focus=lost_focus)


def measured_seconds(step: TrialStep, lasted: float) -> float | None:
    """The time held, to the hundredth, so that rounding adds nothing to what a key and the event loop take.

    None where this program does not measure it.
    """
    return round(lasted, 2) if step.protocol.effort.kind == "hold" else None


def measured(step: TrialStep, lasted: float) -> str:
    """The time held, as it would be typed; empty where this program does not measure it."""
    seconds = measured_seconds(step, lasted)
    return "" if seconds is None else f"{seconds:g}"


def next_beat(run: TrialRun, now: float) -> float | None:
    """How many seconds until something may change; none when nothing will by itself."""
    if run.phase == "counting":
        return max(0.005, run.countdown_left(now) % 1 or 1.0)
    if run.phase == "effort":
        end = run.since + run.plan.seconds - now if run.plan.seconds is not None else HEARTBEAT_SECONDS
        return max(0.005, min(HEARTBEAT_SECONDS, end))
    rest = run.rest_left(now)
    if run.phase == "ready" and rest > 0:
        return max(0.005, rest % 1 or 1.0)
    return None
