"""How today is: every key and every line, without a face."""

import pytest

from strengthcheck.model.check import Context
from strengthcheck.model.event import EarlyAnswer, TodayAnswer
from strengthcheck.views.steps.page import Para
from strengthcheck.views.steps.today import AS_LAST_TIME, ROWS, TodayAsking
from tests.views.presses import outcome, pressed

EMPTY = TodayAsking.of(None, None, None)
LAST = Context(sleep_hours=7, worry=2)


def row(field: str) -> int:
    return [asked.field for asked in ROWS].index(field)


def said(asking: TodayAsking) -> str:
    """What stands above the rows."""
    return " ".join(block.text for block in asking.page().blocks if isinstance(block, Para))


def told(asking: TodayAsking, **lines: str) -> Context:
    """What is kept once these rows are told as lines."""
    for field, text in lines.items():
        asking = asking.at(row(field)).filled(text)
        assert asking.note == ""
    answer = outcome(asking, "enter")
    assert isinstance(answer, TodayAnswer)
    return answer.context


def test_all_of_it_may_stay_open() -> None:
    assert outcome(EMPTY, "enter") == TodayAnswer(context=Context())


def test_enter_repeats_what_was_told_last_time() -> None:
    asking = TodayAsking.of(None, LAST, None)
    assert asking.lead == AS_LAST_TIME
    assert outcome(asking, "enter").context == LAST


def test_an_answer_of_this_check_stays_and_worry_told_before_it_counts() -> None:
    early = EarlyAnswer(reason="worry", worry_before=8)
    former = TodayAnswer(context=Context(worry=1))
    assert outcome(TodayAsking.of(former, LAST, early), "enter") == former
    assert outcome(TodayAsking.of(None, LAST, early), "enter").context == Context(sleep_hours=7, worry=8)


def test_what_was_told_a_minute_ago_is_not_said_to_be_of_last_time() -> None:
    early = EarlyAnswer(reason="worry", worry_before=8)
    assert "the worry you told just now" in said(TodayAsking.of(None, LAST, early))
    assert "just now" not in said(TodayAsking.of(None, LAST, EarlyAnswer(reason="other")))
    assert "optional" in said(TodayAsking.of(None, None, early))


def test_before_the_first_check_of_all_there_is_no_last_time() -> None:
    first = said(TodayAsking.of(None, None, None, first_ever=True))
    assert "last time" not in first
    assert "An injury (also an old one)" in first
    assert "since last time?" in said(EMPTY)


def test_hours_are_written_with_a_point_like_every_other_number() -> None:
    assert "7 or 6.5" in ROWS[0].hint


def test_keys_fill_the_row_at_hand_and_the_arrows_choose_it() -> None:
    keys = ("7", ",", "5", "down", "y", "tab", "4", "up", "backspace", "n", "shift+tab", "up")
    given = outcome(EMPTY, *keys, "enter").context
    assert (given.sleep_hours, given.hard_exercise, given.soreness) == (7.5, False, 4)


def test_a_figure_that_can_not_be_is_said_and_put_right() -> None:
    again = pressed(EMPTY, "9", "9", "enter")
    assert "at most 24" in again.page().note
    assert pressed(again, "backspace").note == ""
    assert outcome(again, "backspace", "enter").context.sleep_hours == 9


def test_a_line_fills_a_whole_row_in_any_spelling() -> None:
    lines = {"sleep_hours": "6,5", "hard_exercise": "Yes", "where": "3, 1", "ill": "no", "worry": "10"}
    given = told(EMPTY, **lines)
    assert (given.sleep_hours, given.hard_exercise, given.ill, given.worry) == (6.5, True, False, 10)
    assert given.where == ("left_arm", "left_leg")
    assert told(TodayAsking.of(None, LAST, None), worry="").worry is None, "an empty line leaves it open"


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("sleep_hours", "seven", "is not a number"),
        ("sleep_hours", "25", "at most 24"),
        ("worry", "11", "at most 10"),
        ("hard_exercise", "maybe", "Type y for yes"),
        ("where", "5", "Type the numbers"),
    ],
)
def test_a_line_that_can_not_be_taken_changes_nothing(field: str, text: str, note: str) -> None:
    asking = TodayAsking.of(None, LAST, None).at(row(field))
    after = asking.filled(text)
    assert note in after.note
    assert after.form == asking.form


def test_other_keys_are_left_to_others() -> None:
    for key in ("b", "escape", "q", "i", "x"):
        assert EMPTY.press(key) is None
