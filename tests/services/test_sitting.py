import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from strengthcheck.guide.lookup import last_effort_at
from strengthcheck.guide.script import next_step
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import (
    AdviceStep,
    EarlyStep,
    EffortStep,
    ExpectStep,
    FitStep,
    GateStep,
    LostStep,
    OverStep,
    QuestionStep,
    ReadyStep,
    Step,
    SummaryStep,
    TodayStep,
    TrialStep,
)
from strengthcheck.model.check import Context, Trial
from strengthcheck.model.event import (
    Acknowledged,
    Answer,
    EarlyAnswer,
    EffortAnswer,
    EffortEnded,
    ExpectAnswer,
    FitsAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    SummaryAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.model.profile import LostTask, Visit
from strengthcheck.services.home import home_facts, keep_unfinished
from strengthcheck.services.person import open_losses, profile_of, save_visit, tell_lost_task
from strengthcheck.services.recording import record_check
from strengthcheck.services.sitting import (
    NotNow,
    answer,
    begin,
    checks_of,
    discard,
    effort_began,
    effort_ended,
    effort_taken_back,
    keep,
    resume,
    stop,
    timing,
    unfinished,
)
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.home import home_view, unfinished_words
from tests.services.rooms import NOW, StandingClock, opened

LOST = LostTask(what="hands", how_much="cannot", since="longer", course="same", side="left")


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def ws(tmp_path, clock) -> Iterator[Workspace]:
    with opened(tmp_path, clock=clock) as workspace:
        yield workspace


def heads() -> bool:
    return True


def usual(step: Step) -> Answer:
    match step:
        case GateStep():
            return GateAnswer()
        case EarlyStep():
            return EarlyAnswer(reason="other")
        case TodayStep():
            return TodayAnswer(context=Context(sleep_hours=7))
        case FitStep():
            return FitsAnswer(fits=dict.fromkeys(step.sides, "fine"))
        case ExpectStep():
            return ExpectAnswer(expected={})
        case ReadyStep():
            needs = step.protocol.fit is not None and step.protocol.fit.object is not None
            return ReadyAnswer(object="the red one" if needs else None)
        case TrialStep() | QuestionStep():
            values = {m.id: m.high for m in step.protocol.measures}
            return TrialAnswer(trials=tuple(Trial(side=s, values=values) for s in step.sides))
        case EffortStep():
            return EffortAnswer(effort=5)
        case LostStep():
            return LostAnswer(lost=LOST)
        case SummaryStep():
            return SummaryAnswer(note="done")
        case _:
            return Acknowledged()


def play(ws: Workspace, sitting: Sitting, until: type[Step] = OverStep) -> Sitting:
    while not isinstance(step := next_step(sitting), until | OverStep):
        sitting = answer(ws, sitting, step, usual(step))
    return sitting


def test_a_whole_check_is_kept_with_what_it_taught_about_the_person(ws):
    sitting = play(ws, begin(ws, ["cap-tightening", "everyday-tasks"], heads))
    kept = keep(ws, sitting)
    assert kept.first
    assert checks_of(ws) == (kept.check,)
    assert unfinished(ws) == ()
    assert profile_of(ws).object_for("cap-tightening") == "the red one"
    assert profile_of(ws).fit("cap-tightening", "left") == "fine"
    assert {r.protocol for r in kept.check.results} == {"cap-tightening", "everyday-tasks"}
    assert kept.check.note == "done"


def test_each_answer_is_on_disk_before_the_next_step(ws, tmp_path, clock):
    sitting = begin(ws, ["cap-tightening"], heads)
    for _ in range(8):
        step = next_step(sitting)
        sitting = answer(ws, sitting, step, usual(step))
        with opened(tmp_path, clock=clock, read_only=True) as other:
            (draft,) = unfinished(other)
            assert draft.events[-1].step == step.key


def test_an_unfinished_check_goes_on_where_it_stood(ws, tmp_path, clock):
    sitting = play(ws, begin(ws, ["cap-tightening"], heads), TrialStep)
    ws.close()
    with opened(tmp_path, clock=clock) as again:
        (draft,) = unfinished(again)
        assert resume(again, draft) == sitting


def test_an_effort_that_was_running_when_it_was_cut_off_is_invalid_and_may_be_made_again(ws):
    sitting = play(ws, begin(ws, ["cap-tightening"], heads), TrialStep)
    step = next_step(sitting)
    assert isinstance(step, TrialStep)
    effort_began(ws, sitting, step)
    (draft,) = unfinished(ws)
    after = resume(ws, draft)
    made = after.answer(step.key, TrialAnswer)
    assert made is not None
    assert [t.invalid for t in made.trials] == ["interrupted"]
    again = next_step(after)
    assert isinstance(again, TrialStep)
    assert (again.again, again.again_after) == (True, "interrupted")


def test_the_rest_after_an_effort_that_was_cut_off_counts_from_when_it_was_found(ws, clock):
    sitting = play(ws, begin(ws, ["book-pinch-lift"], heads), TrialStep)
    sitting = effort_began(ws, sitting, next_step(sitting))
    clock.time += timedelta(seconds=9)
    (draft,) = unfinished(ws)
    after = resume(ws, draft)
    assert last_effort_at(after) == clock.now(), "from the kill on nobody knows how long it went on"


def test_a_countdown_that_was_taken_back_leaves_the_try_to_be_made(ws):
    sitting = play(ws, begin(ws, ["cap-tightening"], heads), TrialStep)
    step = next_step(sitting)
    effort_taken_back(ws, effort_began(ws, sitting, step), step)
    (draft,) = unfinished(ws)
    assert resume(ws, draft).answers == sitting.answers
    assert next_step(resume(ws, draft)) == step, "not once more: it is the first"


def test_home_says_of_the_try_that_was_left_whether_it_ran_or_is_over(ws):
    sitting = play(ws, begin(ws, ["book-pinch-lift"], heads), TrialStep)
    step = next_step(sitting)

    def said() -> str:
        (one,) = home_facts(ws).unfinished
        return unfinished_words(one, NOW)

    waits = said()
    assert "You were at Book lift, left hand, try 1 of 2, a moment ago; no try is made yet." in waits
    sitting = effort_began(ws, sitting, step)
    assert "That try was running then, so it doesn't count. No try is made yet." in said()
    effort_ended(ws, sitting, EffortEnded(step=step.key, at=NOW, lasted=6.3))
    assert "That try is over and not entered yet" in said()


def held(ws, *, entered: tuple[str, ...] = ()) -> Sitting:
    """A check of the book in which a hold of 6.34 seconds is over and not entered."""
    sitting = play(ws, begin(ws, ["book-pinch-lift"], heads), TrialStep)
    for _ in entered:
        sitting = answer(ws, sitting, next_step(sitting), usual(next_step(sitting)))
    step = next_step(sitting)
    assert isinstance(step, TrialStep)
    sitting = effort_began(ws, sitting, step)
    return effort_ended(ws, sitting, EffortEnded(step=step.key, at=NOW, lasted=6.341))


def test_a_hold_that_was_over_when_the_program_was_killed_is_asked_for_with_its_time(ws, tmp_path, clock):
    sitting = held(ws)
    ws.close()
    with opened(tmp_path, clock=clock) as again:
        (draft,) = unfinished(again)
        after = resume(again, draft)
        assert after == sitting
        assert after.unentered.lasted == 6.341
        assert next_step(after).key == after.unentered.step
        assert after.answers.keys() == sitting.answers.keys(), "nothing is entered by itself"
        assert last_effort_at(after) == NOW, "its rest counts from its end"
        facts = home_facts(again).unfinished
        assert [(u.step.key, u.last_at) for u in facts] == [(after.unentered.step, NOW)]


@pytest.mark.parametrize("way", ["kept from Home", "stopped in the check"])
def test_a_hold_that_nobody_enters_stays_with_its_time_and_does_not_count(ws, way):
    sitting = held(ws, entered=("left",))
    if way == "kept from Home":
        check = keep_unfinished(ws, sitting.began.check).check
    else:
        check = keep(ws, play(ws, stop(ws, sitting))).check
    (result,) = check.results
    assert [(t.side, t.counts) for t in result.trials] == [("left", True), ("right", False)]
    assert (result.trials[1].invalid, result.trials[1].values) == ("interrupted", {"hold": 6.34})


def test_a_check_stopped_early_keeps_what_was_made(ws):
    sitting = play(ws, begin(ws, ["cap-tightening"], heads), EffortStep)
    sitting = play(ws, stop(ws, sitting, "tired"))
    assert len(keep(ws, sitting).check.results[0].trials) >= 1


def test_a_check_without_a_trial_can_only_be_discarded(ws):
    sitting = play(ws, begin(ws, ["cap-tightening"], heads), TrialStep)
    with pytest.raises(NotNow, match="nothing to keep"):
        keep(ws, sitting)
    discard(ws, sitting)
    assert unfinished(ws) == ()


def test_what_was_told_at_the_gate_outlives_a_discarded_check(ws):
    sitting = begin(ws, ["cap-tightening"], heads)
    sitting = answer(ws, sitting, next_step(sitting), GateAnswer(lines=(7,)))
    assert isinstance(next_step(sitting), LostStep)
    sitting = answer(ws, sitting, next_step(sitting), LostAnswer(lost=LOST))
    step = next_step(sitting)
    assert isinstance(step, AdviceStep)
    assert step.advice == "book"
    discard(ws, sitting)
    assert [g.lost for g in open_losses(ws)] == [LOST]


def test_a_loss_ends_only_with_a_visit_and_one_told_later_counts_anew(ws, clock):
    tell_lost_task(ws, LOST)
    save_visit(ws, Visit(on=NOW.date(), who="Dr Made-Up", found="watching"))
    assert open_losses(ws) == ()
    clock.time = NOW + timedelta(days=3)
    tell_lost_task(ws, LOST.model_copy(update={"side": "right"}))
    assert len(open_losses(ws)) == 1


def test_something_harder_but_still_done_is_noted_and_is_no_loss(ws):
    assert tell_lost_task(ws, LOST.model_copy(update={"how_much": "harder"})).advice == "noted"
    assert open_losses(ws) == ()


def test_before_its_date_a_check_is_extra_asks_why_and_there_is_one_a_week(ws, clock):
    keep(ws, play(ws, begin(ws, ["cap-tightening"], heads)))
    clock.time = NOW + timedelta(days=2)
    extra = begin(ws, ["cap-tightening"], heads)
    assert not extra.began.planned
    assert isinstance(next_step(play(ws, extra, EarlyStep)), EarlyStep)
    keep(ws, play(ws, extra))
    clock.time = NOW + timedelta(days=3)
    assert timing(ws).extra_from == (NOW + timedelta(days=9)).date()
    with pytest.raises(NotNow, match="2 December"):
        begin(ws, ["cap-tightening"], heads)
    clock.time = NOW + timedelta(days=4)
    assert begin(ws, ["cap-tightening"], heads).began.planned


def test_an_unknown_test_or_none_is_refused_by_name(ws):
    with pytest.raises(NotNow, match="grip-devise"):
        begin(ws, ["grip-devise"], heads)
    with pytest.raises(NotNow, match="No test"):
        begin(ws, [], heads)


def test_the_second_check_begins_with_the_other_side(ws, clock):
    first = begin(ws, ["cap-tightening"], heads).began.first
    keep(ws, play(ws, resume(ws, unfinished(ws)[0])))
    clock.time = NOW + timedelta(days=7)
    second = begin(ws, ["cap-tightening"], heads).began.first
    assert first == {"cap-tightening": "left"}
    assert second == {"cap-tightening": "right"}


def rung(day: int, left: int, number: int) -> str:
    return json.dumps(
        {
            "started_at": (NOW + timedelta(days=day)).isoformat(),
            "results": [
                {
                    "protocol": "cap-tightening",
                    "object": "the red one",
                    "trials": [
                        {"side": "left", "values": {"ladder": left}},
                        {"side": "right", "values": {"ladder": 3}},
                    ],
                }
            ],
            "note": f"made up, number {number}",
        }
    )


def test_a_confirming_check_of_the_test_in_question_alone_is_planned(ws, clock):
    for number, day in enumerate((0, 7, 14, 42)):
        clock.time = NOW + timedelta(days=day)
        record_check(ws, rung(day, 0 if day == 42 else 3, number))
    clock.time = NOW + timedelta(days=50)
    assert not begin(ws, ["cap-tightening"], heads).began.planned
    clock.time = NOW + timedelta(days=53)
    assert begin(ws, ["cap-tightening"], heads).began.planned
    assert not begin(ws, ["cap-tightening", "book-pinch-lift"], heads).began.planned


def test_a_sign_told_at_the_gate_stays_first_on_home_until_a_visit_or_a_fortnight(ws, clock):
    sitting = begin(ws, ["cap-tightening"], heads)
    sitting = answer(ws, sitting, next_step(sitting), GateAnswer(lines=(5,)))
    discard(ws, sitting)
    view = home_view(home_facts(ws))
    assert view.headline.startswith("You told of an emergency sign (today).")
    assert "call 112 now" in view.headline
    clock.time = NOW + timedelta(days=15)
    assert "emergency" not in home_view(home_facts(ws)).headline
    clock.time = NOW + timedelta(days=1)
    assert "emergency" in home_view(home_facts(ws)).headline
    save_visit(ws, Visit(on=clock.time.date(), who="Dr Made-Up", found="nothing"))
    assert "emergency" not in home_view(home_facts(ws)).headline
