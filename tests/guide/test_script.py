"""The order of a check, and what each answer makes of it."""

import pytest

from strengthcheck.guide.outcome import check_of
from strengthcheck.guide.script import next_step, step_before, steps
from strengthcheck.guide.steps import AdviceStep, OverStep, QuestionStep, SummaryStep, TrialStep
from strengthcheck.model.check import Context
from strengthcheck.model.event import (
    Acknowledged,
    EffortAnswer,
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    Stopped,
    SummaryAnswer,
    TodayAnswer,
)
from strengthcheck.model.profile import FitAnswer, LostTask, NamedObject, Profile

from .people import (
    START,
    asked,
    grip,
    invalid,
    keys,
    protocol,
    rung,
    sitting,
    skip,
    stairs,
    take,
    through,
    usual,
    walk,
)

FINE = Profile(
    fits=tuple(FitAnswer(protocol="cap", side=s, fit="fine") for s in ("left", "right")),
    objects=(NamedObject(protocol="cap", name="blue bottle"),),
)


def test_the_first_check_of_a_test_goes_step_by_step():
    state = through(sitting(protocol()))
    assert keys(state) == [
        "gate",
        "today",
        "fit/cap",
        "gather",
        "expect",
        "warm_up",
        "ready/cap",
        "practice/cap/left",
        "practice/cap/right",
        "trial/cap//left/1",
        "trial/cap//right/1",
        "trial/cap//left/2",
        "effort/cap//left",
        "trial/cap//right/2",
        "effort/cap//right",
        "summary",
    ]
    assert next_step(state) == OverStep(key="over", because="kept")


def test_what_is_known_is_not_asked_again():
    state = sitting(protocol(), profile=FINE, first_time=())
    assert "fit/cap" not in keys(state)
    assert not [k for k in keys(state) if k.startswith("practice")]
    ready = next(s for s in steps(state) if s.key == "ready/cap")
    assert ready.known_object == "blue bottle"


def test_the_countdown_is_long_the_first_time_only():
    first = [s for s in steps(sitting(protocol())) if isinstance(s, TrialStep)]
    later = [s for s in steps(sitting(protocol(), first_time=())) if isinstance(s, TrialStep)]
    assert [s.countdown_seconds for s in first] == [10, 10, 5, 5]
    assert {s.countdown_seconds for s in later} == {5}


def test_the_drawn_side_goes_first_and_sides_alternate():
    state = sitting(protocol(), first={"cap": "right"})
    sides = [s.sides for s in steps(state) if isinstance(s, TrialStep)]
    assert sides == [("right",), ("left",), ("right",), ("left",)]


def test_everyday_questions_fill_the_rests_one_for_each_quarter_of_a_minute():
    order = keys(sitting(protocol(), asked()))
    assert order[order.index("trial/cap//left/1") + 1 :][:4] == [
        "ask/daily/running",
        "trial/cap//right/1",
        "ask/daily/keys",
        "trial/cap//left/2",
    ]
    longer = keys(sitting(protocol(rest_seconds=30), asked()))
    assert longer[longer.index("trial/cap//left/1") + 1 :][:3] == [
        "ask/daily/running",
        "ask/daily/keys",
        "trial/cap//right/1",
    ]


def test_how_a_new_first_test_goes_is_read_while_the_hands_warm_up():
    first, known = (sitting(protocol(), grip(), **given) for given in ({}, {"first_time": ()}))
    warm_ups = [next(s for s in steps(state) if s.key == "warm_up") for state in (first, known)]
    assert [w.then.id if w.then else None for w in warm_ups] == ["cap", None]


def test_short_rests_leave_the_questions_for_the_end():
    order = keys(sitting(protocol(rest_seconds=5), asked()))
    assert order[-4:] == ["ask/daily/running", "ask/daily/keys", "ask/daily/pedals", "summary"]


def test_questions_alone_make_a_check():
    state = through(sitting(asked()))
    assert keys(state) == [
        "gate",
        "today",
        "ask/daily/running",
        "ask/daily/keys",
        "ask/daily/pedals",
        "summary",
    ]
    check = check_of(state)
    assert check is not None
    assert [r.object for r in check.results] == ["running", "keys", "pedals"]


def test_a_question_without_parts_is_asked_once():
    state = sitting(asked(parts=(), sides=("both",)))
    assert [s.key for s in steps(state) if isinstance(s, QuestionStep)] == ["ask/daily/daily"]


def test_both_legs_at_once_are_one_trial_and_two_ratings():
    state = through(sitting(walk()))
    order = keys(state)
    assert "trial/walk/heels/left+right/1" in order
    assert order.index("effort/walk/heels/right") == order.index("effort/walk/heels/left") + 1
    check = check_of(state)
    assert check is not None
    assert [t.side for t in check.results[0].trials] == ["left", "right"]


def test_a_test_without_sides_is_done_as_one():
    state = through(sitting(stairs()))
    assert "practice/stairs/both" in keys(state)
    assert "trial/stairs//both/1" in keys(state)
    assert "warm_up" not in keys(state), "the hands need no warm-up for stairs"


def test_a_test_of_its_own_warm_up_comes_after_its_page():
    order = keys(sitting(grip()))
    assert order.index("warm_up/grip") == order.index("ready/grip") + 1


def test_a_yes_at_the_gate_ends_the_check():
    state = take(sitting(protocol()), "gate", GateAnswer(lines=(1,)))
    step = next_step(state)
    assert isinstance(step, AdviceStep)
    assert step.advice == "now"
    state = take(state, step, Acknowledged())
    assert next_step(state) == OverStep(key="over", because="advice")


@pytest.mark.parametrize(
    ("lines", "at_rest", "advice"),
    [
        ((2,), None, "now"),
        ((3,), True, "now"),
        ((3,), False, "today"),
        ((6,), None, "today"),
        ((6, 5), None, "now"),
    ],
)
def test_each_gate_line_leads_where_it_should(lines, at_rest, advice):
    step = next_step(take(sitting(protocol()), "gate", GateAnswer(lines=lines, at_rest=at_rest)))
    assert step.advice == advice


def test_a_lost_task_at_the_gate_is_asked_and_does_not_lock_the_check():
    state = take(sitting(protocol()), "gate", GateAnswer(lines=(7,)))
    assert next_step(state).key == "gate/lost"
    lost = LostTask(what="hands", how_much="cannot", since="longer", course="same")
    state = take(state, "gate/lost", LostAnswer(lost=lost))
    assert next_step(state).advice == "book"
    state = take(state, "gate/advice", Acknowledged())
    assert next_step(state).key == "today"


@pytest.mark.parametrize(
    ("told", "advice"),
    [
        ({"since": "days"}, "now"),
        ({"since": "days", "how_much": "harder"}, "today"),
        ({"what": "swallowing"}, "today"),
        ({"how_much": "harder"}, "noted"),
        ({"since": "weeks", "course": "worse"}, "today"),
        ({"since": "weeks", "course": "better"}, "book"),
        ({}, "book"),
    ],
)
def test_each_lost_task_leads_where_it_should(told, advice):
    lost = LostTask.model_validate(
        {"what": "hands", "how_much": "cannot", "since": "longer", "course": "same", **told}
    )
    state = take(sitting(protocol()), "gate", GateAnswer(lines=(7,)))
    assert next_step(take(state, "gate/lost", LostAnswer(lost=lost))).advice == advice


def test_started_early_the_reason_is_asked():
    assert keys(sitting(protocol(), early=True, planned=False))[1] == "early"


def test_someone_sore_in_a_used_limb_is_offered_a_week():
    def sore(**told: object) -> list[str]:
        context = Context.model_validate(told)
        return keys(take(through(sitting(protocol()), "today"), "today", TodayAnswer(context=context)))

    assert "sore" in sore(soreness=6)
    assert "sore" in sore(hard_exercise=True, where=("left_arm",))
    assert "sore" not in sore(soreness=6, where=("left_leg",)), "no chosen test uses that leg"
    assert "sore" not in sore(soreness=3, pain=2, ill=True)


def test_what_was_always_hard_is_left_out():
    fits = FitsAnswer(fits={"left": "always_hard", "right": "fine"})
    state = take(through(sitting(protocol()), "fit"), "fit/cap", fits)
    assert {s.sides for s in steps(state) if isinstance(s, TrialStep)} == {("right",)}
    both = FitsAnswer(fits={"left": "always_hard", "right": "always_hard"})
    state = take(state, "fit/cap", both)
    assert not [s for s in steps(state) if isinstance(s, TrialStep)]
    assert "expect" not in keys(state)


def test_what_has_become_hard_is_a_lost_task():
    fits = FitsAnswer(fits={"left": "became_hard", "right": "fine"})
    state = take(through(sitting(protocol()), "fit"), "fit/cap", fits)
    step = next_step(state)
    assert (step.key, step.side) == ("fit/cap/left/lost", "left")
    state = take(state, step, usual(step))
    assert next_step(state).key == "fit/cap/left/advice"
    state = take(state, "fit/cap/left/advice", Acknowledged())
    assert next_step(state).key == "gather", "it may still be done for the record"


def test_what_suddenly_became_hard_ends_the_check():
    fits = FitsAnswer(fits={"left": "became_hard", "right": "fine"})
    state = take(through(sitting(protocol()), "fit"), "fit/cap", fits)
    sudden = LostTask(what="hands", how_much="cannot", since="days", course="worse")
    state = take(state, "fit/cap/left/lost", LostAnswer(lost=sudden))
    assert next_step(state).advice == "now"
    state = take(state, "fit/cap/left/advice", Acknowledged())
    assert next_step(state) == OverStep(key="over", because="advice")


def test_a_test_left_out_asks_for_no_trial():
    state = through(sitting(protocol()), "ready")
    state = take(state, "ready/cap", ReadyAnswer(left_out="nothing at hand"))
    assert not [s for s in steps(state) if isinstance(s, TrialStep)]
    assert next_step(state).key == "summary"


def test_a_trial_that_does_not_count_is_made_again_once_a_side():
    state = through(sitting(protocol()), "trial")
    state = take(state, "trial/cap//left/1", invalid("left", "slipped"))
    again = next_step(state)
    assert (again.key, again.again) == ("trial/cap//left/1b", True)
    state = take(state, again, invalid("left", "slipped"))
    assert next_step(state).key == "trial/cap//right/1", "once, not for ever"
    state = take(state, "trial/cap//right/1", rung("right", 3))
    state = take(state, "trial/cap//left/2", invalid("left", "interrupted"))
    assert next_step(state).key == "trial/cap//right/2", "nor at the next trial"


def test_a_trial_marked_in_the_summary_asks_for_no_other_one():
    state = through(sitting(protocol()), "summary")
    for side in ("left", "right"):
        marked = take(state, f"trial/cap//{side}/1", invalid(side, "slipped"))
        assert next_step(marked).key == "summary", "the test is over: it is only put right"
        check = check_of(marked)
        assert check is not None
        assert [t.invalid for t in check.results[0].trials if t.side == side] == ["slipped", None]


def test_pain_ends_that_sides_trials_and_no_other():
    state = through(sitting(protocol()), "trial")
    state = take(state, "trial/cap//left/1", invalid("left", "pain"))
    assert [s.key for s in steps(state) if isinstance(s, TrialStep)] == [
        "trial/cap//left/1",
        "trial/cap//right/1",
        "trial/cap//right/2",
    ]
    assert "effort/cap//left" not in keys(state), "nothing that counts was done"


def test_a_skip_is_not_a_zero():
    state = through(sitting(protocol()), **{"trial/cap//left/1": skip("left")})
    assert not [k for k in keys(state) if k.startswith(("follow_up", "trial/cap//left/2"))]
    check = check_of(state)
    assert check is not None
    left = [t for t in check.results[0].trials if t.side == "left"]
    assert [(t.skipped, t.ladder) for t in left] == [("sore thumb", None)]


def test_could_not_is_asked_about_afterwards():
    state = through(sitting(protocol()), "summary", **{"trial/cap//left": rung("left", 0)})
    assert "follow_up/cap//left" in state.answers
    assert "follow_up/cap//right" not in keys(state)


def test_one_good_trial_of_two_asks_nothing():
    state = through(sitting(protocol()), **{"trial/cap//left/1": rung("left", 1)})
    assert "follow_up/cap//left" not in keys(state)


def test_for_weeks_is_a_lost_task():
    state = through(sitting(protocol()), "follow_up", **{"trial/cap//left": rung("left", 1)})
    state = take(state, "follow_up/cap//left", FollowUpAnswer(because="weeks"))
    assert next_step(state).key == "follow_up/cap//left/lost"
    state = through(state)
    assert "follow_up/cap//left/advice" in state.answers
    assert next_step(state) == OverStep(key="over", because="kept")


def test_a_slip_told_afterwards_does_not_count():
    state = through(
        sitting(protocol()),
        **{"trial/cap//left": rung("left", 0), "follow_up": FollowUpAnswer(because="slip")},
    )
    check = check_of(state)
    assert check is not None
    assert {t.invalid for t in check.results[0].trials if t.side == "left"} == {"slipped"}
    assert {t.invalid for t in check.results[0].trials if t.side == "right"} == {None}


def test_ended_early_what_was_done_goes_to_the_summary():
    state = through(sitting(protocol()), "trial/cap//right/1")
    state = state.after(Stopped(at=START, reason="pain"))
    assert isinstance(next_step(state), SummaryStep)
    state = take(state, "summary", SummaryAnswer(note="enough"))
    check = check_of(state)
    assert check is not None
    assert len(check.results[0].trials) == 1
    assert check.note == "enough"


def test_ended_before_anything_was_done_there_is_nothing_to_keep():
    state = through(sitting(protocol()), "trial").after(Stopped(at=START))
    state = take(state, "summary", SummaryAnswer())
    assert next_step(state) == OverStep(key="over", because="nothing_made")
    assert check_of(state) is None


def test_back_leads_to_the_answer_before():
    state = through(sitting(protocol()), "trial/cap//right/1")
    before = step_before(state, "trial/cap//right/1")
    assert before is not None
    assert before.key == "trial/cap//left/1"
    assert step_before(state, "gate") is None


def test_a_correction_replaces_the_answer_and_keeps_its_place():
    state = through(sitting(protocol()))
    order = list(state.answers)
    state = take(state, "trial/cap//left/1", rung("left", 2))
    assert list(state.answers) == order
    check = check_of(state)
    assert check is not None
    assert [t.ladder for t in check.results[0].trials] == [2, 3, 3, 3]


def test_a_corrected_first_try_keeps_the_second_one():
    state = through(sitting(protocol()), "trial")
    state = take(state, "trial/cap//left/1", invalid("left", "slipped"))
    state = take(state, "trial/cap//left/1b", rung("left", 3))
    state = take(state, "trial/cap//left/1", rung("left", 2))
    check = check_of(state)
    assert check is not None
    assert [t.ladder for t in check.results[0].trials] == [2, 3]


def test_effort_is_asked_once_a_side_and_lands_on_the_last_trial_that_counts():
    state = through(
        sitting(protocol()),
        **{
            "trial/cap//left/2": invalid("left", "interrupted"),
            "trial/cap//left/2b": invalid("left", "other_hand"),
            "effort/cap//left": EffortAnswer(effort=7, pain=2, felt="weaker"),
        },
    )
    check = check_of(state)
    assert check is not None
    left = [t for t in check.results[0].trials if t.side == "left"]
    assert [(t.effort, t.pain) for t in left] == [(7, 2), (None, None), (None, None)]
    assert check.results[0].felt is not None
    assert check.results[0].felt.left == "weaker"


def test_the_closing_words_follow_the_last_side():
    state = through(sitting(protocol()))
    last = {s.side: s.last for s in steps(state) if s.key.startswith("effort")}
    assert last == {"left": False, "right": True}
