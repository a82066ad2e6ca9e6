"""History, line by line: what is looked for, taken back, and read by the month."""

from datetime import timedelta
from pathlib import Path

import pytest

from strengthcheck.services.editing import mark_trial
from strengthcheck.services.sitting import checks_of
from tests.plain.people import choosing, talk_through
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
    lines = ("History", "=d", "Two dates", "=never", "=1 October", "=31 October", "=b")
    said = flat(talk_through(three, choosing(*lines)))
    assert "1 check. Shown: 1 October to 31 October." in said
    assert said.count("From, such as 1 March; Enter leaves it open >") == 2, (
        "what can't be read is asked at once"
    )
    assert "Enter for" not in said, "what can't be read is nothing that Enter takes"


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


def test_which_try_is_put_right_or_marked_is_said_and_the_check_is_not_read_again(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    said = flat(
        talk_through(
            tmp_path,
            choosing("History", "1  ", "=i", "=2", "Interrupted", "=c", "=2", "=", "=", "=", "=", "=b"),
        )
    )
    assert "Squeeze a grip device" in said.partition("Why should this try not count?")[2].partition(">")[0]
    assert ", right: marked, interrupted." in said
    assert "Nothing is different; it stays as it is." in said
    assert said.count("1 left: 31.2 kg") == 1
    with opened(tmp_path) as ws:
        assert [t.invalid for t in checks_of(ws)[0].results[0].trials].count("interrupted") == 1


def test_an_earlier_version_is_read_in_full(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    said = flat(
        talk_through(tmp_path, choosing("History", "1  ", "=i", "=1", "Slipped", "=v", "=2", "=b", "=", "=b"))
    )
    assert "as it was first kept" in said
    read = said.partition("A number reads one in full; b goes back > 2")[2].partition("A number reads")[0]
    assert "1 left: 31.2 kg" in read
    assert "slipped" not in read


def test_earlier_checks_are_said_twelve_at_a_time_each_once(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(7 * i) for i in range(1, 31)])
    said = talk_through(tmp_path, choosing("History", "=m", "=m", "=30", "=", "=b"))
    assert "m  the next 12 of 18 earlier ones" in said
    assert "m  6 earlier ones" in said
    lines = said.partition("\nHistory\n")[2].partition("> 30")[0].split("\n")
    for number in (1, 12, 13, 25, 30):
        assert len([line for line in lines if line.startswith(f"{number}  ")]) == 1
