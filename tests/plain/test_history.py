"""History, line by line: what is looked for, taken back, and read by the month."""

from datetime import timedelta
from pathlib import Path

import pytest

from strengthcheck.services.editing import mark_trial
from strengthcheck.services.sitting import checks_of
from tests.plain.people import talk_through
from tests.plain.test_home import choosing
from tests.services.rooms import NOW, opened
from tests.tui.records import grip_check, write


def flat(said: str) -> str:
    return " ".join(said.split())


@pytest.fixture
def three(tmp_path: Path) -> Path:
    write(tmp_path, [grip_check(1), grip_check(40), grip_check(500)])
    return tmp_path


def test_checks_of_a_time_are_looked_for_and_all_shown_again(three: Path) -> None:
    said = flat(talk_through(three, choosing("History", "=d", "12 months", "=c", "=b")))
    assert "2 checks, newest first. Shown: since 23 November 2025. c shows the usual list." in said
    assert said.count("3 checks, newest first.") == 2


def test_two_dates_are_typed_until_they_can_be_read(three: Path) -> None:
    lines = ("History", "=d", "Two dates", "=never", "=", "=1 October", "=31 October", "=b")
    said = flat(talk_through(three, choosing(*lines)))
    assert "1 check. Shown: 1 October to 31 October." in said


def test_a_test_a_side_and_what_does_not_count_are_looked_for(three: Path) -> None:
    with opened(three) as ws:
        mark_trial(ws, checks_of(ws)[1].id, 0, 0, "slipped")
    lines = ("History", "=t", "rip device", "=s", "=i", "=s", "=i", "=b")
    said = flat(talk_through(three, choosing(*lines)))
    assert "left side" in said
    assert "1 check. Shown: Grip device · left side · with a try that doesn't count." in said
    assert "No check is like that." in said


def test_going_back_from_a_question_changes_nothing(three: Path) -> None:
    said = flat(talk_through(three, choosing("History", "=t", "=b", "=d", "=b", "=b")))
    assert said.count("3 checks, newest first.") == 3
    assert "Shown:" not in said


def test_a_deleted_check_is_brought_back_by_one_letter(three: Path) -> None:
    lines = ("History", "1  ", "into the bin", "Yes, into the bin", "undo", "=u", "=b")
    said = flat(talk_through(three, choosing(*lines)))
    assert "It is back, as it was." in said
    assert "Type a number of the list, or b." in said, "there is nothing more to undo"
    with opened(three, read_only=True) as ws:
        assert len(checks_of(ws)) == 3


def test_earlier_months_of_the_calendar_are_said_on_request(three: Path) -> None:
    said = flat(talk_through(three, choosing("History", "=k", "=m", "=", "=b")))
    first = (NOW - timedelta(days=500)).date()
    assert "(next date)" in said
    assert f"July 2025: {first.day}" in said
    assert said.count("earlier months") == 1


def test_a_dash_where_no_note_stands_is_no_note_and_enter_makes_no_version(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    said = talk_through(tmp_path, choosing("History", "1  ", "=n", "=-", "=n", "=", "=", "=b"))
    assert "The note; Enter leaves it empty > " in said
    assert "The note stays as it is." in said
    assert "Changed" not in said
    with opened(tmp_path) as ws:
        assert checks_of(ws)[0].note in (None, "")
