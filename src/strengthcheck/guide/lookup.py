"""What the answers so far say: trials made, sides open, fits, soreness; what the script asks of the state."""

from datetime import datetime

from strengthcheck.guide.state import ASKED, Sitting
from strengthcheck.model.base import Limb, Side
from strengthcheck.model.check import SORE_FROM, Context, Trial
from strengthcheck.model.event import EffortAnswer, FitsAnswer, TodayAnswer, TrialAnswer
from strengthcheck.model.protocol import Part, Protocol


def stem_of(protocol: Protocol, part: Part | None) -> str:
    """The part of a step's key that names one test or part of it."""
    return f"{protocol.id}/{part.id if part else ''}"


def trial_key(
    protocol: Protocol, part: Part | None, group: tuple[Side, ...], number: int, again: bool
) -> str:
    """The key of one trial's step."""
    return f"trial/{stem_of(protocol, part)}/{'+'.join(group)}/{number}{'b' if again else ''}"


def question_key(protocol: Protocol, part: str) -> str:
    """The key of one everyday question."""
    return f"{ASKED}{protocol.id}/{part}"


def last_effort_at(sitting: Sitting) -> datetime | None:
    """When the last effort of this check ended, by the wall clock; none before the first."""
    times = [
        _ended_at(trial.at, trial, answered.at)
        for key, answered in sitting.answers.items()
        if key.startswith("trial/") and isinstance(answered.answer, TrialAnswer)
        for trial in answered.answer.trials
        if trial.at is not None and trial.skipped is None
    ]
    times += [sitting.unentered.at] if sitting.unentered is not None else []
    return max(times, default=None)


def _ended_at(at: datetime, trial: Trial, told: datetime) -> datetime:
    """When a try ended. Of one that was cut off nobody knows: no later than when it was found, and noted."""
    return told if trial.invalid == "interrupted" and not trial.values else at


def went_on(sitting: Sitting, key: str) -> bool:
    """Whether a later trial or effort was answered since a step was; what is marked then is a correction."""
    later = list(sitting.answers)
    if key not in later:
        return False
    kinds = (TrialAnswer, EffortAnswer)
    return any(isinstance(sitting.answers[k].answer, kinds) for k in later[later.index(key) + 1 :])


def made(sitting: Sitting, protocol: Protocol, part: Part | None) -> tuple[Trial, ...]:
    """All trials entered at one test or part, in the order done."""
    stem = f"trial/{stem_of(protocol, part)}/"
    asked = question_key(protocol, part.id if part else protocol.id)
    return tuple(
        trial
        for key, answered in sitting.answers.items()
        if (key.startswith(stem) or key == asked) and isinstance(answered.answer, TrialAnswer)
        for trial in answered.answer.trials
    )


def counted(sitting: Sitting, protocol: Protocol, part: Part | None, side: Side) -> tuple[Trial, ...]:
    """The trials of one side that count."""
    return tuple(t for t in made(sitting, protocol, part) if t.side == side and t.counts)


def asked_sides(protocol: Protocol) -> tuple[Side, ...]:
    """The sides that a test asks for: each hand or leg, else both together."""
    return protocol.hands or ("both",)


def fit_of(sitting: Sitting, protocol: Protocol, side: Side) -> str | None:
    """The fit answered now or earlier for one test and side."""
    now = sitting.answer(f"fit/{protocol.id}", FitsAnswer)
    return (now.fits.get(side) if now else None) or sitting.profile.fit(protocol.id, side)


def open_sides(sitting: Sitting, protocol: Protocol) -> tuple[Side, ...]:
    """The sides to test: those for which the test was not always hard."""
    return tuple(s for s in asked_sides(protocol) if fit_of(sitting, protocol, s) != "always_hard")


def turns(sitting: Sitting, protocol: Protocol) -> tuple[tuple[Side, ...], ...]:
    """Who goes in turn: one side after the other, the drawn one first, or both at once."""
    sides = open_sides(sitting, protocol)
    if protocol.effort.together:
        return (sides,)
    first = sitting.began.first.get(protocol.id)
    return tuple((s,) for s in sorted(sides, key=lambda s: s != first))


def sore_limbs(sitting: Sitting) -> tuple[Limb, ...]:
    """Limbs said to be sore, painful or worked hard today that a chosen test uses."""
    today = sitting.answer("today", TodayAnswer)
    if today is None or not sets_aside(today.context):
        return ()
    used = {f"{side}_{p.body}" for p in sitting.protocols if p.body != "none" for side in ("left", "right")}
    limbs: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")
    named = today.context.where or limbs
    return tuple(limb for limb in limbs if limb in named and limb in used)


def sets_aside(context: Context) -> bool:
    """Whether a day's context sets the named limbs' results aside (sore, in pain, or worked hard)."""
    return bool(context.hard_exercise) or any(
        rating is not None and rating >= SORE_FROM for rating in (context.soreness, context.pain)
    )
