from datetime import date, timedelta

import pytest
from textual.widgets import Input

from strengthcheck.model.profile import LostTask, Profile
from strengthcheck.services.cards import cards_of
from strengthcheck.services.person import open_losses, plan_of, profile_of, save_profile, tell_lost_task
from strengthcheck.services.urges import urges_of
from strengthcheck.tui.screens.cards import CardsScreen
from strengthcheck.tui.screens.understand import UnderstandScreen
from strengthcheck.tui.screens.visit import VisitScreen
from strengthcheck.views.sealed import UNTIL_VISIT
from tests.services.rooms import NOW, StandingClock, opened
from tests.services.sealing import sealed_record, values_in
from tests.tui.faces import face
from tests.tui.hands import check
from tests.tui.records import grip_check, write

LOST = LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="same")


async def test_the_reading_room_answers_the_question_first_and_goes_on_from_topic_to_topic(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        seen.app.push_screen(UnderstandScreen(seen.app.desk))
        await seen.shows("1 Do I have ALS?", "8 Why testing more can make worry grow")
        await seen.press("1")
        await seen.shows("No home test can answer that", "Andres 2017")
        await seen.press("f2")
        await seen.shows("What weakness in ALS looks like over time", "Bedlack 2016")
        await seen.press("escape")
        await seen.shows("1 Do I have ALS?")


async def test_a_visit_is_entered_in_a_few_keys_and_ends_the_open_loss(tmp_path):
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        tell_lost_task(ws, LOST)
    clock.time = NOW + timedelta(days=9)
    async with face(tmp_path, clock=clock) as seen:
        await seen.shows("Book a doctor this week")
        seen.app.push_screen(VisitScreen(seen.app.desk))
        await seen.shows("A doctor's visit")
        await seen.press("tab")
        await seen.type("my GP")
        await seen.press("f2")
        await seen.shows("What did they find?", "› 1 they want to see you again", "no weakness found")
        await seen.press("4")
        await seen.shows("Seen on 2 December by my GP", "You can stop testing here")
        await seen.press("enter")
    with opened(tmp_path, clock=clock) as ws:
        assert open_losses(ws) == ()


async def test_a_visit_says_before_it_is_kept_that_values_are_shown_again_and_one_of_long_ago_lifts_no_seal(
    tmp_path,
):
    sealed_record(tmp_path)
    async with face(tmp_path) as seen:
        for day, before, after in (
            ("3 March 2024", "", "Your values stay sealed: you sealed them after this visit."),
            ("today", "With it your values are shown again.", "Your values are shown again from now on."),
        ):
            await seen.shows("Your next check is due", "Your values are sealed until you have seen a doctor.")
            await seen.press("o")
            await seen.shows("A doctor's visit")
            seen.app.screen.query_one("#day", Input).value = day
            await seen.press("tab")
            await seen.type("my GP")
            await seen.press("f2")
            await seen.shows("What did they find?", before)
            assert ("shown again" in seen.flat()) == bool(before)
            await seen.press("1")
            await seen.shows("Seen on", after)
            await seen.press("enter")
        await seen.shows("Your next check is due", "Compare left beside right")


async def test_a_visit_without_a_name_stays_on_the_page_and_says_what_is_missing(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        seen.app.push_screen(VisitScreen(seen.app.desk))
        await seen.shows("A doctor's visit")
        await seen.press("f2")
        await seen.shows("Write who it was, such as my GP.")


async def test_a_sensation_is_written_ended_and_found_again_when_it_is_back(tmp_path):
    clock = StandingClock(NOW)
    async with face(tmp_path, clock=clock) as seen:
        await seen.shows("Nothing here yet")
        seen.app.push_screen(CardsScreen(seen.app.desk))
        await seen.shows("Nothing is written down yet")
        await seen.press("n")
        await seen.shows("Write it down")
        await seen.type("left calf")
        await seen.press("tab")
        await seen.type("twitching")
        await seen.press("f2")
        await seen.shows("Twitching, left calf", "since 23 November")
        await seen.press("enter")
        await seen.shows("Since 23 November.")
        clock.time = NOW + timedelta(days=6)
        await seen.press("e")
        await seen.shows("It has ended")
        await seen.press("tab")
        await seen.type("by itself")
        await seen.press("f2")
        await seen.shows("It ended after 6 days: by itself.")
        clock.time = NOW + timedelta(days=40)
        await seen.press("r")
        await seen.shows("You wrote this down before: twitching, left calf, 23 November")
        await seen.press("f2")
        await seen.shows("Since 2 January.")


@pytest.mark.parametrize("key", ["f9", "ctrl+g"])
async def test_one_key_blanks_any_page_and_any_key_brings_it_back_as_it_was(tmp_path, key):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        await seen.press("o", "tab")
        await seen.shows("A doctor's visit")
        await seen.type("my G")
        await seen.press(key)
        assert seen.flat() == ""
        await seen.press("q")
        await seen.shows("A doctor's visit", "my G")
        await seen.type("P")
        await seen.shows("my GP")


async def test_the_window_s_title_says_nothing_of_an_illness(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        assert (seen.app.title, seen.app.sub_title) == ("strengthcheck", "")


async def test_home_leads_to_each_safeguard_by_its_key(tmp_path):
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path, size=(100, 40)) as seen:
        await seen.shows("Nothing to do until")
        for key, sign in (
            ("u", "Do I have ALS?"),
            ("s", "Has this happened before?"),
            ("o", "A doctor's visit"),
            ("w", "Stop testing"),
            ("z", "Seal results"),
        ):
            await seen.press(key)
            await seen.shows(sign)
            await seen.press("escape")
            await seen.shows("Nothing to do until")


async def test_stopping_leaves_one_in_peace_and_can_be_taken_back(tmp_path):
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path) as seen:
        await seen.shows("Nothing to do until")
        await seen.press("w")
        await seen.shows("Stop testing")
        await seen.press("1")
        await seen.shows("You have finished testing.", "Start a check all the same")
        await seen.press("w")
        await seen.shows("› 1 Leave it as it is", "Take it up again")
        await seen.press("2")
        await seen.shows("Nothing to do until")


async def test_sealed_no_page_shows_a_value(tmp_path):
    sealed_record(tmp_path)
    async with face(tmp_path, size=(120, 40)) as seen:
        until = "Your values are sealed until you have seen a doctor."
        pages = [await seen.shows("Your next check is due", until, "Compare sealed")]
        for keys, sign in (
            (("h",), "9 checks"),
            (("enter",), "Your values are sealed until you have seen a doctor."),
            (("i",), "Why should this try"),
            (
                ("escape", "escape", "escape", "v"),
                "To see them before, or to seal them for longer, go to Settings.",
            ),
            (("escape", "w"), "While your values are sealed, nothing is proposed from them."),
            (("escape", "z"), "Seal results, or show them again until you have seen a doctor"),
            (("l",), "Change the seal?"),
            (("escape", "escape", "e"), "Export"),
            (("enter",), "Write sealed values into the file?"),
        ):
            await seen.press(*keys)
            pages.append(await seen.shows(sign))
    assert [v for page in pages for v in values_in(page)] == []
    assert not list(tmp_path.rglob("strengthcheck-*.json"))


async def test_on_home_no_key_without_a_row_seals_anything(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        await seen.press("r", "v")
        await seen.shows("Nothing to compare yet")
    with opened(tmp_path) as ws:
        assert plan_of(ws).sealed_until is None


async def test_sealing_until_a_visit_is_asked_once_more(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        await seen.press("z")
        await seen.shows("Seal results, or show them again")
        await seen.press("l", "v")
        await seen.shows("Seal them until you have seen a doctor?")
        await seen.press("n")
        await seen.shows("Seal your results?")
        with opened(tmp_path) as ws:
            assert plan_of(ws).sealed_until is None
        await seen.press("v")
        await seen.shows("Seal them until you have seen a doctor?")
        await seen.press("y")
        await seen.shows("Settings")
    with opened(tmp_path) as ws:
        assert plan_of(ws).sealed_until == UNTIL_VISIT


async def test_a_seal_is_set_and_taken_off_on_screen(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        await seen.press("z", "l")
        await seen.shows("Until a date")
        await seen.press("d")
        await seen.shows("Seal until a date")
        await seen.type("2026-11-01")
        await seen.press("f2")
        await seen.shows("does not lie ahead")
        for _ in range(10):
            await seen.press("backspace")
        await seen.type("2026-12-24")
        await seen.press("f2")
        await seen.shows("Settings")
        await seen.press("l")
        await seen.shows("sealed until 24 December")
        await seen.press("y")
        await seen.shows("Settings")
    with opened(tmp_path) as ws:
        assert plan_of(ws).sealed_until is None


async def test_the_end_of_a_seal_is_changed_and_no_value_is_shown_meanwhile(tmp_path):
    sealed_record(tmp_path)
    async with face(tmp_path) as seen:
        await seen.shows("Your next check is due")
        await seen.press("z", "l")
        await seen.shows("Change the seal?", "Yes, until a date instead")
        await seen.press("d")
        await seen.shows("Seal until a date")
        await seen.type("2026-12-24")
        await seen.press("f2")
        await seen.shows("Settings", "until 24 December")
        await seen.press("l")
        await seen.shows("Yes, until I have seen a doctor instead", "Yes, until another date")
        with opened(tmp_path) as ws:
            assert plan_of(ws).sealed_until == date(2026, 12, 24)
        await seen.press("v", "y")
        await seen.shows("Settings", "until you have seen a doctor")
    with opened(tmp_path) as ws:
        assert plan_of(ws).sealed_until == UNTIL_VISIT


async def test_what_is_chosen_on_the_way_out_is_said_on_home(tmp_path):
    write(tmp_path, [grip_check(15), grip_check(8)])
    async with face(tmp_path) as seen:
        await seen.shows("2 of 3")
        await seen.press("w")
        await seen.shows(
            "The first three checks are a week apart, then every four weeks.",
            "Check every three months once the first three are done",
        )
        await seen.press("2")
        await seen.shows("2 of 3", "then every three months. The next check is due now.")
        await seen.press("w")
        await seen.shows("then every three months")
        assert "Check every three months" not in seen.flat(), "that holds already"
        await seen.press("2")
        await seen.shows("2 of 3")


def settled(folder):
    """Three checks, set-up done, nothing due."""
    write(folder, [grip_check(d) for d in (30, 23, 16)])
    with opened(folder) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))


async def test_during_the_ten_minutes_what_is_felt_is_written_down_and_the_wait_goes_on(tmp_path):
    settled(tmp_path)
    async with face(tmp_path) as seen:
        await seen.shows("Nothing to do until")
        await seen.press("c")
        await seen.shows("It is not time for a check yet")
        await seen.press("2", "8", "enter", "1", "enter", "1")
        await seen.shows("Ten minutes", "write down what you feel")
        await seen.press("w")
        await seen.shows("Four lines, then leave it here.")
        await seen.type("left calf")
        await seen.press("tab")
        await seen.type("twitching")
        await seen.press("f2")
        await seen.shows("Ten minutes", "About 10 minutes left")
        await seen.press("l")
        await seen.shows("Nothing to do until")
    with opened(tmp_path) as ws:
        assert [(c.spot, c.sensation) for c in cards_of(ws)] == [("left calf", "twitching")]


async def test_an_early_start_for_worry_is_kept_and_shown_the_next_time(tmp_path):
    clock = StandingClock(NOW)
    settled(tmp_path)
    async with face(tmp_path, clock=clock) as seen:
        await seen.shows("Nothing to do until")
        await seen.press("c")
        await seen.shows("It is not time for a check yet")
        await seen.press("2")
        await seen.shows("How strong is the worry")
        await seen.press("8", "enter")
        await seen.shows("About how many times did you test your strength")
        await seen.press("1", "2", "enter")
        await seen.shows("Give it ten minutes first?")
        await seen.press("1")
        await seen.shows("Ten minutes")
        clock.time = NOW + timedelta(minutes=9)
        await seen.press("o")
        await seen.shows("How strong is the worry now?")
        await seen.press("4", "enter")
        await seen.shows("An extra check, then")
        await seen.press("1")
        await seen.shows("Nothing to do until")
        with opened(tmp_path, clock=clock) as ws:
            (kept,) = urges_of(ws)
        assert (kept.worry_before, kept.worry_after, kept.self_tests_week) == (8, 4, 12)
        assert (kept.waited_seconds, kept.tested) == (540, False)
        clock.time = NOW + timedelta(hours=3)
        await seen.press("c")
        await seen.shows("It is not time for a check yet")
        await seen.press("2", "6", "enter")
        await seen.shows("Last wait: worry 8 before, 4 after 9 minutes, without a test.")
        await seen.press("3")
        await seen.shows("An extra check, then")
        await seen.press("2")
        await seen.shows("Today's check")
    with opened(tmp_path, clock=clock) as ws:
        assert [u.tested for u in urges_of(ws)] == [True, False]


async def test_a_loss_told_at_an_early_start_needs_no_number(tmp_path):
    settled(tmp_path)
    async with face(tmp_path) as seen:
        await seen.shows("Nothing to do until")
        await seen.press("c")
        await seen.shows("It is not time for a check yet")
        await seen.press("1")
        await seen.shows("What can you no longer do?")


async def test_how_a_known_loss_is_now_is_told_from_home_in_three_keys(tmp_path):
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        tell_lost_task(ws, LOST)
    clock.time = NOW + timedelta(days=40)
    async with face(tmp_path, clock=clock) as seen:
        await seen.shows("You can no longer do this as you could: buttons (told 23 November 2026)")
        await seen.press("x")
        await seen.shows("7 told before: buttons. How it is now")
        await seen.press("7")
        await seen.shows("And now, is it", "Buttons.")
        await seen.press("escape")
        await seen.shows("What can you no longer do?")
        await seen.press("7", "3")
        await seen.shows("Book a doctor this week", "It is getting worse: buttons.")
        await seen.press("enter")
        await seen.shows("getting worse)")


async def test_at_the_gate_a_known_loss_is_asked_about_below_the_lines_at_80_by_24_and_locks_nothing(
    tmp_path,
):
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
        tell_lost_task(ws, LOST)
    async with face(tmp_path, check=("cap-tightening",), size=(80, 24)) as seen:
        told = ("You told this before: buttons.", "8 better", "0 worse")
        await seen.shows("7 Something I could do and now can't", *told)
        await seen.press("9")
        await seen.shows("7 Something I could do and now can't")
        assert "You told this before" not in seen.flat()
        await seen.press("enter")
        await seen.shows("How is today?")


async def test_a_held_key_at_the_gate_answers_for_one_known_loss_alone(tmp_path):
    with opened(tmp_path) as ws:
        for task in ("buttons", "keys"):
            tell_lost_task(ws, LOST.model_copy(update={"task": task}))
    async with check(tmp_path, "gate", "cap-tightening") as c:
        await c.face.shows("You told this before: keys.")
        await c.face.press("8", "8", "8")
        await c.face.shows("You told this before: buttons.")
        for _ in range(3):
            await c.pass_time(0.5)
            await c.face.press("8")
        await c.face.shows("You told this before: buttons.")
        await c.pass_time(1)
        await c.face.press("0")
        await c.face.shows("Is any of this new, or happening now?")
        assert "You told this before" not in c.face.flat()
        await c.face.press("enter")
        await c.face.shows("buttons")
        told = c.state.answers["gate"].answer
    assert [(k.lost.task, k.lost.course) for k in told.known] == [("keys", "better"), ("buttons", "worse")]


async def test_an_injury_is_entered_from_home_listed_and_taken_out(tmp_path):
    async with face(tmp_path, size=(80, 32)) as seen:
        await seen.shows("Nothing here yet")
        await seen.press("i")
        await seen.shows("Nothing is entered yet.")
        await seen.press("n")
        await seen.shows("What was it?")
        await seen.press("1")
        await seen.shows("Where?")
        await seen.press("1")
        await seen.shows(
            "An injury, left arm or hand: when was it?",
            "In a few words such as sprained wrist; may be left empty",
        )
        await seen.press("tab")
        await seen.type("sprained wrist")
        await seen.press("f2")
        await seen.shows("Sprained wrist, left arm or hand, 23 November")
        await seen.press("d")
        await seen.shows("Take this out?")
        await seen.press("y")
        await seen.shows("Nothing is entered yet.")


async def test_an_illness_is_entered_from_the_page_of_the_day_and_the_check_goes_on(tmp_path):
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
    async with face(tmp_path, check=("cap-tightening",), size=(80, 32)) as seen:
        await seen.shows("7 Something I could do and now can't")
        await seen.press("enter")
        await seen.shows("How is today?", "i enters it.")
        await seen.press("i")
        await seen.shows("Nothing is entered yet.")
        await seen.press("n", "2", "7")
        await seen.shows("An illness: when was it?")
        await seen.press("f2")
        await seen.shows("Illness, 23 November")
        await seen.press("escape")
        await seen.shows("How is today?")
    with opened(tmp_path) as ws:
        assert [e.what for e in profile_of(ws).events] == ["illness"]
