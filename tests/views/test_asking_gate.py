"""The gate and the lost-task questions: every key, without a face."""

from datetime import UTC, date, datetime

import pytest

from strengthcheck.guide.steps import LostStep
from strengthcheck.model.event import GateAnswer, LostAnswer
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.views.steps.gate import GateAsking
from strengthcheck.views.steps.lost import CourseTold, LostAsking
from strengthcheck.wording.danger import LOST_WHAT
from strengthcheck.wording.numbers import numbers_for
from tests.guide.people import protocol
from tests.views.presses import outcome, pressed

TODAY = date(2026, 11, 23)


def told(task: str, on: int) -> Gate:
    """A loss told on a day of this month."""
    lost = LostTask(what="hands", task=task, how_much="cannot", side="left", since="longer", course="same")
    return Gate(at=datetime(2026, 11, on, tzinfo=UTC), lost=lost, advice="book")


def gate(*known: Gate) -> GateAsking:
    return GateAsking.of(numbers_for("GB"), known, TODAY, first=False)


def test_enter_is_none_of_the_lines() -> None:
    assert outcome(gate(), "enter") == GateAnswer()


@pytest.mark.parametrize("yes", ["y", "enter"])
def test_a_line_is_confirmed_once(yes: str) -> None:
    assert pressed(gate(), "2").page().title == "You chose this. Is that right?"
    assert outcome(gate(), "2", yes) == GateAnswer(lines=(2,))


@pytest.mark.parametrize("no", ["n", "b", "escape"])
def test_a_line_that_was_not_meant_leads_back_to_the_list(no: str) -> None:
    assert pressed(gate(), "2", no) == gate()


def test_a_key_at_the_confirmation_that_is_no_answer_does_nothing() -> None:
    chosen = pressed(gate(told("buttons", 1)), "2")
    for key in ("x", "7", "8", "m"):
        assert chosen.press(key) is chosen


@pytest.mark.parametrize(("key", "at_rest"), [("y", True), ("n", False)])
def test_line_three_asks_whether_it_is_now(key: str, at_rest: bool) -> None:
    asked = pressed(gate(), "3", "y")
    assert outcome(asked, key) == GateAnswer(lines=(3,), at_rest=at_rest)
    assert pressed(asked, "b") == gate()
    assert asked.press("enter") is asked, "nothing stands for yes here"


def test_line_seven_needs_no_confirmation() -> None:
    assert outcome(gate(), "7") == GateAnswer(lines=(7,))


def test_each_known_loss_is_asked_in_turn_and_goes_with_any_answer() -> None:
    two = gate(told("buttons", 9), told("keys", 2))
    after = pressed(two, "0", "8")
    assert after.asked is None
    given = outcome(after, "enter")
    assert [(k.lost.task, k.lost.course) for k in given.known] == [("buttons", "worse"), ("keys", "better")]
    assert outcome(after, "7").known == given.known
    assert outcome(after, "2", "y").known == given.known


def test_a_loss_left_open_tells_nothing() -> None:
    assert outcome(gate(told("buttons", 9)), "enter") == GateAnswer()
    assert gate().press("8") is None


def test_no_more_than_three_losses_are_asked_about() -> None:
    many = gate(*(told(f"task {i}", 20 - i) for i in range(6)))
    after = pressed(many, "9", "9", "9")
    assert [k.lost.task for k in after.courses] == ["task 0", "task 1", "task 2"]
    assert after.asked is None


def test_more_and_the_number_for_bad_moments_come_and_go() -> None:
    assert "116 123" in str(pressed(gate(), "+").page())
    assert pressed(gate(), "+", "+", "m", "m") == gate()


def test_the_way_back_leads_out_of_the_list() -> None:
    assert gate().press("escape") is None


LOST = LostAsking(LostStep(key="lost"))


def test_five_questions_make_a_lost_task() -> None:
    lost = outcome(LOST, "1", "1", "1", "3", "2").lost
    assert (lost.what, lost.how_much, lost.side) == ("hands", "cannot", "left")


def test_the_questions_are_counted_as_many_as_are_left_to_ask() -> None:
    assert "Question 1 of 5." in str(LOST.page())
    speech = str(list(LOST_WHAT).index("speech") + 1)
    assert "of 4." in str(pressed(LOST, speech).page()), "speech has no side"


def test_the_way_back_takes_one_answer_away_and_then_leads_out() -> None:
    assert pressed(LOST, "1", "2", "b", "escape") == LOST
    assert LOST.press("b") is None


def test_a_digit_without_an_answer_is_not_taken() -> None:
    for key in ("0", "9", "x", "enter"):
        assert LOST.press(key) is None


def test_a_test_that_led_here_says_which_hand_and_what_kind_of_doing() -> None:
    asking = LostAsking(LostStep(key="lost", protocol=protocol(), side="right"))
    given = outcome(asking, "1", "3", "2")
    assert isinstance(given, LostAnswer)
    assert (given.lost.what, given.lost.side, given.lost.task) == (
        "holding",
        "right",
        "the cap test, right hand",
    )


def test_how_an_earlier_loss_is_now_is_told_below_the_first_question() -> None:
    buttons, keys = told("buttons", 9), told("keys", 2)
    asking = LOST.offering((buttons, keys))
    new = len(LOST.page().choices)
    assert [c.text for c in asking.page().choices[new:]] == [
        "told before: buttons (left). How it is now",
        "told before: keys (left). How it is now",
    ]
    of = pressed(asking, str(new + 2))
    assert outcome(of, "3") == CourseTold(keys, "worse")
    assert pressed(of, "b") == asking
    assert of.press("7") is of
    assert outcome(asking, "1", "1", "1", "3", "2") == outcome(LOST, "1", "1", "1", "3", "2")


def test_earlier_losses_are_not_offered_once_a_question_is_answered() -> None:
    asked = pressed(LOST.offering((told("buttons", 9),)), "1")
    assert not [c for c in asked.page().choices if "told before" in c.text]
