"""One step's effort for the trial machine: what it asks for, when to look again, what was measured."""

from strengthcheck.guide.steps import TrialStep
from strengthcheck.guide.trial import TrialPlan, TrialRun

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


def measured(step: TrialStep, run: TrialRun) -> str:
    """The time held, as it would be typed; empty where this program does not measure it.

    To the hundredth, so that rounding adds nothing to what a key and the event loop take.
    """
    if step.protocol.effort.kind != "hold" or run.lasted is None:
        return ""
    return f"{round(run.lasted, 2):g}"


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
