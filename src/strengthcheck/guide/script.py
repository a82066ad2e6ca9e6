"""The order of a check: which steps there are, given what was answered so far.

The script is a pure generator over the state. The next step is the first one not yet answered, so resuming
after a crash, going back and correcting need nothing of their own.
"""

from collections import deque
from collections.abc import Iterator

from strengthcheck.guide.gate import advice_for
from strengthcheck.guide.lookup import (
    asked_sides,
    counted,
    fit_of,
    open_sides,
    question_key,
    sore_limbs,
    stem_of,
    trial_key,
    turns,
    went_on,
)
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import (
    AdviceStep,
    EarlyStep,
    EffortStep,
    ExpectStep,
    FitStep,
    FollowUpStep,
    GateStep,
    GatherStep,
    LostStep,
    OverStep,
    PracticeStep,
    QuestionStep,
    ReadyStep,
    SoreStep,
    Step,
    SummaryStep,
    TodayStep,
    TrialStep,
    WarmUpStep,
)
from strengthcheck.model.base import Side
from strengthcheck.model.check import InvalidReason, Trial
from strengthcheck.model.event import (
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    TrialAnswer,
)
from strengthcheck.model.protocol import Part, Protocol

HANDS_WARM_UP_SECONDS = 60
"""One minute for the hands, fixed, so that it is the same each time (docs/guided-test.md#the-whole-check)."""

COUNTDOWN_FIRST_SECONDS = 10
COUNTDOWN_SECONDS = 5
"""Ten seconds the first time, then five (docs/guided-test.md#figures)."""


REST_WITH_QUESTIONS_SECONDS = 15
"""So much rest has room for one of the everyday questions; twice as much for two."""

AGAIN_AFTER: frozenset[InvalidReason] = frozenset(
    {"slipped", "interrupted", "other_hand", "wrong_object", "late_start", "suspended", "other"}
)
"""An invalid trial may be made again once per side for these; pain ends the side's trials."""


def next_step(sitting: Sitting) -> Step:
    """The try that is over and not yet entered, if there is one; else the first step without an answer."""
    made = unentered_step(sitting)
    if made is not None:
        return made
    last: Step | None = None
    for step in steps(sitting):
        if step.key not in sitting.answers:
            return step
        last = step
    if isinstance(last, AdviceStep):
        return OverStep(key="over", because="advice")
    return OverStep(key="over", because="kept" if sitting.trials_made else "nothing_made")


def with_countdown(step: TrialStep, wished: int | None) -> TrialStep:
    """The step with the countdown that the person set, if any; the first time it is not shortened."""
    if wished is None:
        return step
    first_time = step.countdown_seconds >= COUNTDOWN_FIRST_SECONDS
    seconds = max(step.countdown_seconds, wished) if first_time else wished
    return step.model_copy(update={"countdown_seconds": seconds})


def unentered_step(sitting: Sitting) -> TrialStep | None:
    """The try that is over and not yet entered; none when there is none, or nothing asks for it any more."""
    over = sitting.unentered
    step = next((s for s in steps(sitting) if s.key == over.step), None) if over is not None else None
    return step if isinstance(step, TrialStep) else None


def step_before(sitting: Sitting, key: str) -> Step | None:
    """The answered step before a given one, for going back; none at the start."""
    earlier: Step | None = None
    for step in steps(sitting):
        if step.key == key:
            return earlier
        if step.key in sitting.answers:
            earlier = step
    return earlier


def steps(sitting: Sitting) -> Iterator[Step]:
    """All steps of the check as it stands, answered ones and those ahead."""
    for step in _danger(sitting):
        yield step
        if _leaves(step):
            return
    if sitting.began.early:
        yield EarlyStep(key="early")
    if sitting.stopped is None:
        for step in _before_trials(sitting):
            yield step
            if _leaves(step) and not sitting.trials_made:
                return
        yield from _all_trials(sitting)
    yield from _follow_ups(sitting)
    yield SummaryStep(key="summary")


def _leaves(step: Step) -> bool:
    """Whether a step sends the person away from the check, to be seen now or today."""
    return isinstance(step, AdviceStep) and step.advice in ("now", "today")


def _danger(sitting: Sitting) -> Iterator[Step]:
    """The gate, first of all, and where a yes leads."""
    yield GateStep(key="gate")
    gate = sitting.answer("gate", GateAnswer)
    if gate is None or not (gate.lines or gate.worse):
        return
    lost = None
    if 7 in gate.lines:
        yield LostStep(key="gate/lost")
        told = sitting.answer("gate/lost", LostAnswer)
        lost = told.lost if told else None
    if 7 not in gate.lines or lost is not None:
        yield AdviceStep(key="gate/advice", advice=advice_for(gate, lost), lines=gate.lines)


def _before_trials(sitting: Sitting) -> Iterator[Step]:
    yield TodayStep(key="today")
    limbs = sore_limbs(sitting)
    if limbs:
        yield SoreStep(key="sore", limbs=limbs)
    for protocol in sitting.protocols:
        unknown = tuple(s for s in asked_sides(protocol) if sitting.profile.fit(protocol.id, s) is None)
        if protocol.fit is not None and unknown:
            key = f"fit/{protocol.id}"
            yield FitStep(key=key, protocol=protocol, sides=unknown)
            fits = sitting.answer(key, FitsAnswer)
            for side in [s for s in unknown if fits and fits.fits.get(s) == "became_hard"]:
                yield from _lost_task(sitting, f"fit/{protocol.id}/{side}", protocol, side)
    tests = tuple(p for p in sitting.protocols if p.effort.kind != "ask" and open_sides(sitting, p))
    if any(p.equipment for p in tests):
        yield GatherStep(key="gather", protocols=tests)
    if tests:
        yield ExpectStep(key="expect", protocols=tests)
    if any(p.body == "arm" for p in tests):
        yield WarmUpStep(key="warm_up", seconds=HANDS_WARM_UP_SECONDS, then=_first_if_new(sitting, tests))


def _lost_task(
    sitting: Sitting, stem: str, protocol: Protocol, side: Side, part: Part | None = None
) -> Iterator[Step]:
    """The lost-task questions about one test, then where they lead."""
    yield LostStep(key=f"{stem}/lost", protocol=protocol, side=side, part=part)
    told = sitting.answer(f"{stem}/lost", LostAnswer)
    if told is not None:
        yield AdviceStep(key=f"{stem}/advice", advice=advice_for(None, told.lost))


def _all_trials(sitting: Sitting) -> Iterator[Step]:
    questions = deque(s for p in sitting.protocols if p.effort.kind == "ask" for s in _questions(p))
    for protocol in sitting.protocols:
        if protocol.effort.kind == "ask" or not open_sides(sitting, protocol):
            continue
        rests = False
        for step in _test(sitting, protocol):
            trial = isinstance(step, TrialStep)
            room = protocol.rest_seconds // REST_WITH_QUESTIONS_SECONDS
            for _ in range(min(room if trial and rests else 0, len(questions))):
                yield questions.popleft()
            yield step
            rests = rests or (trial and protocol.rest_seconds >= REST_WITH_QUESTIONS_SECONDS)
    yield from questions


def _first_if_new(sitting: Sitting, tests: tuple[Protocol, ...]) -> Protocol | None:
    """The first test, when it is new: how it goes can be read while the hands warm up."""
    return tests[0] if tests[0].id in sitting.began.first_time else None


def _questions(protocol: Protocol) -> Iterator[QuestionStep]:
    parts = protocol.parts or (Part(id=protocol.id, title=protocol.title, ask=protocol.summary),)
    for part in parts:
        yield QuestionStep(
            key=question_key(protocol, part.id), protocol=protocol, part=part, sides=part.sides
        )


def _test(sitting: Sitting, protocol: Protocol) -> Iterator[Step]:
    """One test: its page, warm-up, practice, then trials with the sides in turn."""
    key = f"ready/{protocol.id}"
    yield ReadyStep(key=key, protocol=protocol, known_object=sitting.profile.object_for(protocol.id))
    ready = sitting.answer(key, ReadyAnswer)
    if ready is not None and ready.left_out is not None:
        return
    if protocol.warm_up is not None and protocol.warm_up.seconds:
        yield WarmUpStep(key=f"warm_up/{protocol.id}", seconds=protocol.warm_up.seconds, protocol=protocol)
    if protocol.id in sitting.began.first_time and protocol.practice:
        for group in turns(sitting, protocol):
            yield PracticeStep(key=f"practice/{protocol.id}/{group[0]}", protocol=protocol, side=group[0])
    parts: tuple[Part | None, ...] = protocol.parts or (None,)
    for part in parts:
        yield from _part(sitting, protocol, part)


def _part(sitting: Sitting, protocol: Protocol, part: Part | None) -> Iterator[Step]:
    groups = turns(sitting, protocol)
    again_used: set[tuple[Side, ...]] = set()
    rated: set[Side] = set()
    for number in range(1, protocol.trials + 1):
        for group in groups:
            if _ended(sitting, protocol, part, group, number):
                continue
            for again in (False, True):
                step = _trial_step(sitting, protocol, part, group, number, again)
                yield step
                made = sitting.answer(step.key, TrialAnswer)
                if made is None or group in again_used or not _asks_again(made.trials):
                    break
                redone = trial_key(protocol, part, group, number, again=True) in sitting.answers
                if not again and not redone and went_on(sitting, step.key):
                    break
                again_used.add(group)
            finished = number == protocol.trials or _ended(sitting, protocol, part, group, number + 1)
            for side in group if finished else ():
                if side not in rated and counted(sitting, protocol, part, side):
                    rated.add(side)
                    yield EffortStep(
                        key=f"effort/{stem_of(protocol, part)}/{side}",
                        protocol=protocol,
                        part=part,
                        side=side,
                        last=group == groups[-1] and side == group[-1],
                    )


def _trial_step(
    sitting: Sitting, protocol: Protocol, part: Part | None, group: tuple[Side, ...], number: int, again: bool
) -> TrialStep:
    first_time = protocol.id in sitting.began.first_time
    before = trial_key(protocol, part, group, number, again=False)
    made = sitting.answer(before, TrialAnswer) if again else None
    return TrialStep(
        key=trial_key(protocol, part, group, number, again),
        protocol=protocol,
        part=part,
        sides=group,
        number=number,
        of=protocol.trials,
        again=again,
        again_after=_why_again(made.trials) if made else None,
        rest_seconds=protocol.rest_seconds,
        countdown_seconds=COUNTDOWN_FIRST_SECONDS if first_time and number == 1 else COUNTDOWN_SECONDS,
    )


def _asks_again(trials: tuple[Trial, ...]) -> bool:
    return _why_again(trials) is not None


def _why_again(trials: tuple[Trial, ...]) -> InvalidReason | None:
    """Why a try may be made once more; none where it may not."""
    return next((t.invalid for t in trials if t.invalid in AGAIN_AFTER), None)


def _ended(
    sitting: Sitting, protocol: Protocol, part: Part | None, group: tuple[Side, ...], number: int
) -> bool:
    """Whether an earlier trial ended this side's turns: skipped, or pain."""
    earlier = (
        sitting.answer(trial_key(protocol, part, group, n, again), TrialAnswer)
        for n in range(1, number)
        for again in (False, True)
    )
    return any(
        trial.skipped is not None or trial.invalid == "pain" for a in earlier if a for trial in a.trials
    )


def _follow_ups(sitting: Sitting) -> Iterator[Step]:
    for protocol in sitting.protocols:
        parts: tuple[Part | None, ...] = protocol.parts or (None,)
        for part in parts:
            for side in protocol.sides:
                rungs = [t.ladder for t in counted(sitting, protocol, part, side)]
                known = [r for r in rungs if r is not None]
                if not known or max(known) > 1 or fit_of(sitting, protocol, side) == "always_hard":
                    continue
                stem = f"{stem_of(protocol, part)}/{side}"
                yield FollowUpStep(key=f"follow_up/{stem}", protocol=protocol, part=part, side=side)
                because = sitting.answer(f"follow_up/{stem}", FollowUpAnswer)
                if because is not None and because.because == "weeks":
                    yield from _lost_task(sitting, f"follow_up/{stem}", protocol, side, part)
