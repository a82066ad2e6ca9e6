"""Whole ways through the app by keys alone, then by mouse."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from strengthcheck.model.profile import Profile
from strengthcheck.services.person import profile_of
from strengthcheck.services.sitting import checks_of
from strengthcheck.tui.screens.help import keys_shown
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.faces import face
from tests.tui.records import grip_check, write


async def test_the_first_day_begins_with_what_the_first_check_gives(tmp_path: Path) -> None:
    async with face(tmp_path / "data") as app:
        shown = await app.shows("Nothing here yet.", "Start the first check")
        assert "Something I can no longer do" in shown
        assert "q Quit" in shown


async def test_set_up_is_answered_by_keys_and_kept(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("a")
        await app.shows("Does any of this hold for you now?")
        await app.press("enter")
        await app.shows("Which hand do you write with?")
        await app.press("2")
        await app.shows("Which country are you in?")
        await app.press("1")
        await app.shows("twitched for over two weeks")
        await app.press("2")
        await app.shows("Has a doctor examined you")
        await app.press("up", "up", "enter")
        await app.shows("a close relative")
        await app.press("3")
        await app.shows("a device that measures grip")
        await app.press("2")
        await app.shows("Do you play an instrument?")
        await app.type("viola")
        await app.press("enter")
        await app.shows("See your GP once")
        await app.press("enter")
        await app.shows("Nothing here yet.")
    with opened(tmp_path) as ws:
        kept = profile_of(ws)
    assert (kept.handedness, kept.region, kept.twitching_long, kept.seen_by_doctor) == (
        "left",
        "GB",
        True,
        False,
    )
    assert (kept.family_history, kept.owns, kept.plays) == (None, ("grip-device",), "viola")


async def test_enter_through_all_of_set_up_tells_nothing_that_nobody_said(tmp_path: Path) -> None:
    asked = (
        "Does any of this hold", "Which hand", "Which country", "twitched for over two weeks",
        "a close relative", "a device that measures grip", "Do you play an instrument?",
    )  # fmt: skip
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("a")
        for question in asked:
            await app.shows(question)
            await app.press("enter")
        await app.shows("Nothing here yet.")
    with opened(tmp_path) as ws:
        assert profile_of(ws) == Profile(set_up_on=NOW.date())


async def test_a_reason_to_leave_the_tests_keeps_checks_closed_and_all_else_open(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("a")
        await app.shows("Does any of this hold for you now?")
        await app.press("7", "enter")
        for key in ("4", "7", "1", "1", "1"):
            await app.press(key)
        await app.shows("Do you play an instrument?")
        await app.press("enter")
        await app.shows("leave the tests for now")
        await app.press("enter")
        await app.shows("leave the tests for now", "Something I can no longer do")
        await app.press("c")
        await app.shows("“About you” is where that can be changed.")


async def test_escape_goes_back_through_set_up_and_keeps_nothing(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("a")
        await app.shows("Does any of this hold")
        await app.press("enter")
        await app.shows("Which hand")
        await app.press("escape")
        await app.shows("Does any of this hold")
        await app.press("escape")
        await app.shows("Nothing here yet.")
    with opened(tmp_path) as ws:
        assert profile_of(ws).set_up_on is None


async def test_a_check_from_paper_is_entered_and_found_in_history(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("p")
        await app.shows("When was it done?")
        await app.press("enter")
        await app.type("8:15")
        await app.press("enter")
        await app.shows("Was this one of your planned checks?")
        await app.press("enter")
        await app.shows("Which tests were done?")
        await app.press("down", "down", "down", "space", "enter")
        await app.shows("Squeeze a grip device", "1 of 1")
        await app.type("demo device")
        await app.press("enter")
        await app.type("31,2 30.8")
        await app.press("enter")
        await app.type("x")
        await app.press("enter", "8", "enter", "9", "enter")
        await app.shows("Kept. You find it in History.")
        await app.press("h")
        await app.shows("1 check.")
        await app.press("enter")
        await app.shows("31.2 kg", "30.8 kg", "could not", "effort 8")
    with opened(tmp_path) as ws:
        (check,) = checks_of(ws)
    assert check.planned
    assert check.started_at == NOW.replace(hour=8, minute=15)


async def test_a_wrong_value_from_paper_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("p")
        await app.shows("When was it done?")
        await app.press("enter", "enter")
        await app.shows("Write the time like 9:30")
        await app.type("23:59")
        await app.press("enter")
        await app.shows("23:59 today has not come yet")


async def test_history_opens_a_check_and_a_trial_is_marked_and_taken_back(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1), grip_check(8)])
    async with face(tmp_path) as app:
        await app.shows("Nothing to do until")
        await app.press("h")
        await app.shows("2 checks, newest first.", "22 November")
        await app.press("enter")
        await app.shows("22 November at 10:00, planned check", "31.2 kg")
        await app.press("i")
        await app.shows("Why should this try not count?")
        await app.press("1")
        await app.shows("does not count: slipped", "Changed once")
        await app.press("i")
        await app.shows("Should this try count again?")
        await app.press("v")
        await app.shows("It counts again.", "Changed 2 times")


async def test_another_reason_is_asked_for_in_words(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path) as app:
        await app.shows("Nothing to do until")
        await app.press("h")
        await app.shows("1 check.")
        await app.press("enter")
        await app.shows("31.2 kg")
        await app.press("down", "i", "9")
        await app.shows("What was it?")
        await app.type("the cat")
        await app.press("enter")
        await app.shows("does not count: another reason", "the cat")


async def test_a_note_is_written_changed_and_left_alone(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path) as app:
        await app.shows("Nothing to do until")
        await app.press("h")
        await app.shows("1 check.")
        await app.press("enter")
        await app.shows("31.2 kg")
        await app.press("n")
        await app.shows("F2 keeps the note")
        await app.type("slept badly")
        await app.press("f2")
        await app.shows("The note is kept.", "Note: slept badly")
        await app.press("n")
        await app.shows("F2 keeps the note")
        await app.press("x", "escape")
        await app.shows("Keep what you wrote?")
        await app.press("d")
        await app.shows("Note: slept badly")


async def test_a_deleted_check_comes_back_by_undo_and_out_of_the_bin(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1), grip_check(8)])
    clock = StandingClock(NOW)
    async with face(tmp_path, clock=clock) as app:
        await app.shows("Nothing to do until")
        await app.press("h")
        await app.shows("2 checks")
        for way in ("undo", "bin"):
            await app.press("enter")
            await app.shows("31.2 kg")
            clock.time += timedelta(minutes=1)
            await app.press("d")
            await app.shows("Put this check into the bin?")
            await app.press("y")
            await app.shows("In the bin. u brings it back.", "1 check. 1 in the bin.")
            clock.time += timedelta(minutes=1)
            if way == "undo":
                await app.press("u")
                await app.shows("It is back, as it was.", "2 checks")
            else:
                await app.press("b")
                await app.shows("The bin", "deleted today")
                await app.press("r")
                await app.shows("It is back in History, as it was.", "The bin is empty.")
                await app.press("escape")
                await app.shows("2 checks")


async def test_each_test_can_be_read_in_full(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("t")
        await app.shows("Tighten a small bottle cap", "about 2 minutes")
        await app.press("enter")
        await app.shows("Thumb and index finger alone")
        await app.press("pagedown", "pagedown", "escape")
        await app.shows("Lift and hold a thick book")


async def test_the_record_is_written_to_a_file_only_the_owner_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write(tmp_path / "data", [grip_check(1)])
    wanted = tmp_path / "strengthcheck-2026-11-23.json"
    async with face(tmp_path / "data", size=(120, 40)) as app:
        await app.shows("Nothing to do until")
        await app.press("e", "j")
        await app.shows("1 check with every try", "Where should the file go?")
        await app.press("enter")
        await app.shows("Written:")
        before = wanted.read_bytes()
        await app.press("j")
        await app.shows("Where should the file go?")
        await app.press("enter")
        await app.shows("A file is there already. Replace it?")
        await app.press("n")
        await app.shows("A file that you keep")
        assert wanted.read_bytes() == before
    assert wanted.stat().st_mode & 0o777 == 0o600
    assert json.loads(before)["format"] == "strengthcheck"


async def test_a_place_that_takes_no_file_is_said(tmp_path: Path) -> None:
    async with face(tmp_path / "data", size=(120, 40)) as app:
        await app.shows("Nothing here yet.")
        await app.press("e", "j")
        await app.shows("0 checks")
        await app.press("ctrl+u")
        await app.type(str(tmp_path / "nowhere" / "x.json"))
        await app.press("enter")
        await app.shows("can't be written")


async def test_help_lists_the_keys_of_the_page_beneath(tmp_path: Path) -> None:
    async with face(tmp_path, size=(100, 50)) as app:
        await app.shows("Nothing here yet.")
        await app.press("question_mark")
        shown = await app.shows("Home says where things stand")
        assert "Something I can no longer do" in shown
        assert "Keep what is there" not in shown
        await app.press("escape")
        await app.shows("Nothing here yet.")


async def test_colours_change_by_a_key_and_are_remembered(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("l")
        await app.shows("Colours: light.")
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        assert app.app.theme == "calm-light"


async def test_everything_on_home_can_be_clicked(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path, size=(80, 40)) as app:
        await app.shows("Nothing to do until")
        await app.click("History")
        await app.shows("1 check.")
        await app.click("22 November")
        await app.shows("31.2 kg")
        await app.click("Esc Back")
        await app.shows("1 check.")
        await app.click("Esc Back")
        await app.shows("Nothing to do until")
        await app.click("About you")
        await app.shows("Does any of this hold")
        await app.click("fever, today")
        await app.shows("[x] fever, today")


async def test_q_leaves_from_home_and_goes_back_elsewhere(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("t")
        await app.shows("about 3 minutes")
        await app.press("q")
        await app.shows("Nothing here yet.")
        await app.press("q")
        assert app.app.return_code == 0


async def test_wrong_keys_do_nothing(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("escape", "y", "7", "space", "f5", "tab", "left", "delete", "k", "d")
        await app.shows("Nothing here yet.")


async def test_made_up_data_is_named_as_such(tmp_path: Path) -> None:
    async with face(tmp_path, demo=True) as app:
        await app.shows("made-up data")


async def test_help_writes_keys_as_they_stand_on_a_keyboard() -> None:
    assert keys_shown("question_mark,f1", "?") == "? F1"
    assert keys_shown("f2,ctrl+s", "F2") == "F2 Ctrl+S"
    assert keys_shown("escape,q") == "Esc q"


async def test_started_for_a_check_it_asks_set_up_first_and_then_begins_that_test(tmp_path: Path) -> None:
    async with face(tmp_path, check=("cap-tightening",)) as app:
        await app.shows("Does any of this hold for you now?")
        await app.press("enter")
        for key in ("4", "7", "1", "1", "1"):
            await app.press(key)
        await app.shows("Do you play an instrument?")
        await app.press("enter")
        await app.shows("Is any of this new, or happening now?")


async def test_leaving_set_up_leads_back_home_and_begins_nothing(tmp_path: Path) -> None:
    async with face(tmp_path, check=("cap-tightening",)) as app:
        await app.shows("Does any of this hold for you now?")
        await app.press("escape")
        await app.shows("Nothing here yet.")


async def test_a_second_extra_check_within_a_week_is_held_back_with_its_date(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(2), grip_check(1, planned=False)])
    async with face(tmp_path) as app:
        await app.shows("Nothing to do until", "Start an extra check")
        await app.press("c")
        await app.shows("29 November", "notes and losses can be told any time")
