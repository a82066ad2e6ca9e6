"""Fit, what is expected, everyday questions: every key, without a face."""

import pytest

from strengthcheck.guide.steps import ExpectStep, FitStep, QuestionStep
from strengthcheck.model.check import Trial
from strengthcheck.model.event import ExpectAnswer, FitsAnswer, TrialAnswer
from strengthcheck.views.steps.forms import ExpectAsking, FitAsking
from strengthcheck.views.steps.question import QuestionAsking, question_answer
from tests.guide.people import asked, protocol, stairs
from tests.views.presses import outcome, pressed
from tests.views.test_steps_entry import AT

FIT = FitAsking.of(FitStep(key="fit/cap", protocol=protocol(), sides=("left", "right")), None)
EXPECT = ExpectAsking.of(ExpectStep(key="expect", protocols=(protocol(), stairs())), None)
KEYS = QuestionStep(key="ask/daily/keys", protocol=asked(), part=asked().parts[1], sides=("left", "right"))
QUESTION = QuestionAsking.of(KEYS, None)


def test_each_side_is_always_fine_unless_said_otherwise() -> None:
    assert outcome(FIT, "enter") == FitsAnswer(fits={"left": "fine", "right": "fine"})


def test_an_answer_of_fit_goes_to_the_other_side() -> None:
    fits = {"left": "always_hard", "right": "became_hard"}
    assert outcome(FIT, "2", "3", "enter") == FitsAnswer(fits=fits)
    assert outcome(FIT, "right", "3", "left", "2", "enter") == FitsAnswer(fits=fits)
    assert outcome(FIT, "1", "2", "3", "enter").fits["right"] == "became_hard", "the last side is put right"


def test_fit_opens_as_it_was_answered_before() -> None:
    former = FitsAnswer(fits={"left": "became_hard", "right": "fine"})
    assert outcome(FitAsking.of(FIT.step, former), "enter") == former


def test_each_place_is_expected_as_usual_unless_said_otherwise() -> None:
    given = outcome(EXPECT, "enter").expected
    assert (given["cap"].left, given["cap"].right, given["stairs"].both) == ("as_usual",) * 3


def test_the_arrows_go_over_the_grid_and_stop_at_its_edges() -> None:
    given = outcome(EXPECT, "w", "right", "s", "down", "down", "w", "up", "up", "u", "enter").expected
    assert (given["cap"].left, given["cap"].right, given["stairs"].both) == ("weaker", "as_usual", "weaker")


def test_what_is_expected_opens_as_it_was_answered_before() -> None:
    former = outcome(EXPECT, "right", "s", "enter")
    assert isinstance(former, ExpectAnswer)
    assert outcome(ExpectAsking.of(EXPECT.step, former), "enter") == former


def test_every_place_of_a_form_can_be_gone_to_by_its_number() -> None:
    for place in range(len(EXPECT.places)):
        assert EXPECT.at(place).place == place
        assert EXPECT.at(place).chosen("w").expected[place] == "weaker"
    assert [FIT.at(place).place for place in (0, 1, 2)] == [0, 1, 1]


def kept(told: tuple[int | str, ...]) -> TrialAnswer:
    return question_answer(KEYS, told, AT)


def test_an_everyday_task_is_as_usual_unless_said_otherwise() -> None:
    assert [t.values for t in kept(outcome(QUESTION, "enter")).trials] == [{"ladder": 3}] * 2


def test_a_rung_goes_to_the_other_side_and_the_lowest_is_could_not() -> None:
    left, right = kept(outcome(QUESTION, "2", "0", "enter")).trials
    assert left.values == {"ladder": 2}
    assert right.could_not
    assert outcome(QUESTION, "right", "1", "enter") == (3, 1)


def test_a_question_left_open_says_why_and_is_no_zero() -> None:
    why = pressed(QUESTION, "s")
    assert [t.skipped for t in kept(outcome(why, "1")).trials] == ["never do this"] * 2
    for back in ("b", "escape"):
        assert pressed(why, back) == QUESTION
    assert why.press("x") is why


def test_one_side_can_be_left_open_and_the_other_answered() -> None:
    told = QUESTION.left_open("3").chosen("2").end().out
    assert told == ("can't say", 2)


def test_a_question_opens_as_it_was_answered_before_and_keeps_why_it_was_left_open() -> None:
    for told in ((2, 0), ("avoided out of worry", 3)):
        assert outcome(QuestionAsking.of(KEYS, kept(told)), "enter") == told


def test_an_answer_that_does_not_tell_why_it_is_open_stays_open() -> None:
    odd = TrialAnswer(
        trials=(Trial(side="left", invalid="other", at=AT), Trial(side="right", could_not=True, at=AT))
    )
    assert QuestionAsking.of(KEYS, odd).told == ("can't say", 0)


@pytest.mark.parametrize("asking", [FIT, EXPECT, QUESTION])
def test_other_keys_are_left_to_others(asking: FitAsking | ExpectAsking | QuestionAsking) -> None:
    for key in ("b", "escape", "x"):
        assert asking.press(key) is None
