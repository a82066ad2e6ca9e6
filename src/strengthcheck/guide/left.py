"""What becomes of a try that a check was left in: while it ran, or when it was over and not yet entered."""

from strengthcheck.guide.effort import measured_seconds
from strengthcheck.guide.script import steps, unentered_step
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import TrialStep
from strengthcheck.model.check import Trial
from strengthcheck.model.event import TrialAnswer


def cut_off(sitting: Sitting) -> tuple[TrialStep, TrialAnswer] | None:
    """The try that was under way when the check was cut off, as the invalid one it is; none when none was."""
    running = sitting.running
    step = next((s for s in steps(sitting) if running and s.key == running.step), None)
    if running is None or not isinstance(step, TrialStep):
        return None
    trials = tuple(Trial(side=s, invalid="interrupted", at=running.at) for s in step.sides)
    return step, TrialAnswer(trials=trials)


def never_entered(sitting: Sitting) -> tuple[TrialStep, TrialAnswer] | None:
    """The try that was over and is not entered any more, since the check ends here; none when there is none.

    Nobody said how it went, so it does not count; the time that was measured stays with it.
    """
    over, step = sitting.unentered, unentered_step(sitting)
    if over is None or step is None:
        return None
    seconds = measured_seconds(step, over.lasted)
    timed = next((m.id for m in step.protocol.measures if m.unit == "s"), None)
    trials = []
    for side in step.sides:
        known = {} if seconds is None or timed is None or side != step.sides[0] else {timed: seconds}
        fields = {"values": known, "timed_by": "keyboard"} if known else {}
        trials.append(Trial.model_validate({"side": side, "at": over.at, "invalid": "interrupted", **fields}))
    return step, TrialAnswer(trials=tuple(trials))
