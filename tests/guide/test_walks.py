"""Whatever is answered and corrected: nothing entered is lost, and the end is always reached."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strengthcheck.guide.outcome import check_of, profile_after
from strengthcheck.guide.script import next_step, step_before, steps
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import OverStep, QuestionStep, Step, TrialStep
from strengthcheck.model.check import Check, Context, Trial
from strengthcheck.model.event import (
    Answer,
    Answered,
    EarlyAnswer,
    EffortAnswer,
    EffortBegan,
    Event,
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    Stopped,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.model.profile import LostTask, Profile

from .people import START, asked, began, grip, protocol, stairs, usual, walk

pytestmark = pytest.mark.wide

TESTS = (protocol(), grip(), walk(), stairs(), asked(), protocol("book", rest_seconds=30))
REASONS = ("slipped", "interrupted", "pain", "other_hand", "suspended", "other")
LOST = st.builds(
    LostTask,
    what=st.sampled_from(["hands", "swallowing", "legs"]),
    how_much=st.sampled_from(["cannot", "trick", "harder"]),
    since=st.sampled_from(["days", "weeks", "longer"]),
    course=st.sampled_from(["better", "same", "worse"]),
)


def trials(step: TrialStep | QuestionStep) -> st.SearchStrategy[TrialAnswer]:
    def one(side: str) -> st.SearchStrategy[Trial]:
        ladder = step.protocol.measure("ladder") is not None
        values = st.integers(1, 3).map(lambda r: {"ladder": r}) if ladder else st.just({"force": 20.5})
        return st.one_of(
            values.map(lambda v: Trial(side=side, values=v)),
            values.map(lambda v: Trial(side=side, values=v)),
            st.just(Trial(side=side, could_not=True)),
            st.just(Trial(side=side, skipped="left out today")),
            st.sampled_from(REASONS).map(lambda r: Trial(side=side, invalid=r)),
        )

    return st.tuples(*(one(s) for s in step.sides)).map(lambda t: TrialAnswer(trials=t))


def answers(step: Step) -> st.SearchStrategy[Answer]:
    """Something a person may answer to a step."""
    match step:
        case TrialStep() | QuestionStep():
            return trials(step)
    by_kind = {
        "GateStep": st.sampled_from([(), (), (), (7,), (6,), (3,)]).map(
            lambda lines: GateAnswer(lines=lines, at_rest=False if 3 in lines else None)
        ),
        "LostStep": LOST.map(lambda t: LostAnswer(lost=t)),
        "EarlyStep": st.sampled_from(["worry", "other"]).map(lambda r: EarlyAnswer(reason=r)),
        "TodayStep": st.integers(0, 10).map(lambda n: TodayAnswer(context=Context(soreness=n))),
        "ReadyStep": st.sampled_from([None, None, "no time"]).map(lambda r: ReadyAnswer(left_out=r)),
        "EffortStep": st.integers(0, 10).map(lambda n: EffortAnswer(effort=n)),
        "FollowUpStep": st.sampled_from(["slip", "sore", "weeks", "unsure"]).map(
            lambda b: FollowUpAnswer(because=b)
        ),
    }
    name = type(step).__name__
    if name == "FitStep":
        levels = st.sampled_from(["fine", "fine", "always_hard", "became_hard"])
        return st.tuples(*(levels for _ in step.sides)).map(
            lambda f: FitsAnswer(fits=dict(zip(step.sides, f, strict=True)))
        )
    return by_kind.get(name, st.just(usual(step)))


@st.composite
def walks(draw: st.DrawFn) -> SimpleNamespace:
    """A check taken to its end with random answers, corrections, cut-off efforts and early ends."""
    chosen = tuple(draw(st.lists(st.sampled_from(TESTS), min_size=1, max_size=4, unique_by=lambda p: p.id)))
    start = began(*chosen, early=draw(st.booleans()))
    state = Sitting(began=start, protocols=chosen, profile=Profile())
    events: list[Event] = [start]
    entered: dict[str, TrialAnswer] = {}

    def happen(event: Event) -> Sitting:
        events.append(event)
        return state.after(event)

    at, detours = START, 12
    for _ in range(300):
        step = next_step(state)
        if isinstance(step, OverStep):
            return SimpleNamespace(state=state, events=events, entered=entered, over=step, chosen=chosen)
        at += timedelta(seconds=20)
        move = draw(st.integers(0, 29)) if detours else 29
        detours -= move < 3
        if move == 0:
            step = step_before(state, step.key) or step
        elif move == 1 and isinstance(step, TrialStep):
            state = happen(EffortBegan(step=step.key, at=at))
            continue
        elif move == 2 and state.stopped is None and state.trials_made:
            state = happen(Stopped(at=at))
            continue
        given_answer = draw(answers(step))
        state = happen(Answered(step=step.key, at=at, answer=given_answer))
        if isinstance(given_answer, TrialAnswer):
            entered[step.key] = given_answer
    raise AssertionError("the check never ends")


@settings(max_examples=150, deadline=None)
@given(walks())
def test_no_walk_loses_a_trial_or_ends_nowhere(walked):
    state = walked.state
    for key, told in walked.entered.items():
        assert state.answers[key].answer == told
    check = check_of(state)
    made = [t for a in walked.entered.values() for t in a.trials if t.skipped is None]
    kept = [t for r in (check.results if check else ()) for t in r.trials if t.skipped is None]
    assert len(kept) == len(made)
    if check is not None:
        assert Check.model_validate_json(check.model_dump_json(exclude_unset=True)) == check
    if walked.over.because == "kept":
        assert made
        assert "summary" in state.answers
    profile_after(state, START.date())


@settings(max_examples=60, deadline=None)
@given(walks())
def test_resuming_gives_the_very_same_state(walked):
    assert Sitting.fold(walked.events, walked.chosen, Profile()) == walked.state


@settings(max_examples=60, deadline=None)
@given(walks())
def test_no_step_has_a_key_twice(walked):
    found = [s.key for s in steps(walked.state)]
    assert len(found) == len(set(found))
