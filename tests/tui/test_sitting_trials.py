"""A trial on screen: countdown, effort, what is entered, and what voids it."""

from threading import Event

import pytest
from textual import events
from textual.widgets import Input

from strengthcheck.model.check import Trial
from strengthcheck.model.event import TrialAnswer
from strengthcheck.services import sitting as service
from strengthcheck.services.sitting import effort_ended
from strengthcheck.store import StoreRefused
from strengthcheck.tui.widgets.steps.leave import LeaveWidget
from strengthcheck.tui.widgets.steps.picture import Drawing
from strengthcheck.tui.widgets.trial import TrialWidget
from tests.services.rooms import NOW

from .faces import face
from .hands import HandClock, check, on_disk

BOOK = "book-pinch-lift"
CAP = "cap-tightening"
LEFT = f"trial/{BOOK}//left/1"


async def test_a_hold_is_timed_and_read_back_with_its_side(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        assert "Left hand. Ready?" in c.face.text()
        await c.start()
        await c.pass_time(6.24)
        await c.face.press("x")
        await c.face.shows("Left hand: how did it go?")
        await c.face.press("x", "2")
        assert "how did it go" in c.face.text(), "the key that stopped it may still be held down"
        await c.pass_time(1)
        await c.face.press("2")
        await c.face.shows("Time held, seconds: 6.34")
        await c.face.press("enter")
        await c.face.shows("done, but harder than usual, 6.34 seconds, left hand")
        await c.face.press("enter")
        await c.face.shows("Right hand next")
        (made,) = c.trials(LEFT)
    assert made.values == {"ladder": 2, "hold": 6.34}
    assert made.timed_by == "keyboard"
    assert on_disk(tmp_path).answers[LEFT].answer.trials == (made,)


async def test_it_ends_by_itself_and_is_heard(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(10.5)
        await c.face.shows("how did it go")
        await c.pass_time(1)
        kinds = [cue.kind for cue in c.cues.given]
        assert kinds[0] == "ready"
        assert kinds[-2:] == ["go", "stop"]
        await c.face.press("3")
        await c.face.shows("seconds: 10")


async def test_go_changes_the_whole_screen_and_shows_no_number(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        assert c.screen.has_class("-go")
        before = c.face.text()
        await c.pass_time(3)
        assert c.face.text() == before, "nothing runs while an effort lasts"
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(0.6)
        assert not c.screen.has_class("-go")


async def test_escape_during_the_countdown_goes_back_to_ready(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("enter")
        await c.face.shows("Get ready")
        await c.face.press("escape")
        await c.face.shows("Ready?")
        await c.pass_time(20)
        assert "Ready?" in c.face.text()
        assert c.state.running is None, "no effort began, so none was cut off"


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c", "ctrl+p", "escape", "b", "x", "f5", "é"])
async def test_any_key_stops_and_keeps_even_the_one_to_quit(tmp_path, key):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        await c.face.press(key)
        await c.face.shows("how did it go")
        await c.face.press(key)
        assert c.face.app.screen is c.screen, "nothing lies over it, and the program goes on"
        await c.pass_time(0.6)


@pytest.mark.parametrize("key", ["ctrl+p", "ctrl+q", "ctrl+c", "f1", "f3", "?", "b"])
async def test_nothing_is_laid_over_a_countdown(tmp_path, key):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("enter")
        await c.face.shows("Get ready")
        assert "Help" not in c.face.text()
        assert "Back a step" not in c.face.text()
        await c.face.press(key)
        assert c.face.app.screen is c.screen
        assert c.face.app.is_running


async def test_a_key_held_down_from_the_stop_on_answers_nothing(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        await c.face.press("0")
        await c.face.shows("how did it go")
        for _ in range(12):
            c.clock.passed += 0.2
            await c.face.press("0")
            c.screen.query_one(TrialWidget).post_message(events.Paste("0"))
        assert "how did it go" in c.face.text()
        assert LEFT not in c.state.answers
        await c.pass_time(1)
        await c.face.press("0")
        await c.face.shows("Right hand next")
        assert c.trials(LEFT)[0].could_not


async def test_the_key_that_answers_is_not_typed_into_the_next_page_while_it_is_held(tmp_path):
    async with check(tmp_path, "trial", "cap-tightening") as c:
        for _ in range(4):
            await c.face.shows("Ready?")
            await c.face.press("space")
            await c.pass_time(20)
            await c.face.shows("how did it go")
            await c.pass_time(1)
            await c.face.press("3")
            await c.pass_time(70)
            if "how hard was it" in c.face.text():
                break
        await c.face.shows("how hard was it")


async def test_a_countdown_taken_back_at_its_end_leaves_no_try(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("enter")
        await c.face.shows("Get ready")
        await c.pass_time(8.2)
        assert c.state.running is not None, "it is noted two seconds before GO"
        await c.face.press("escape")
        await c.face.shows("Ready?")
        await c.pass_time(0.1)
        assert c.state.running is None
        left = on_disk(tmp_path)
        assert LEFT not in left.answers, "killed now, no try was made"
        await c.face.press("enter")
        await c.face.shows("Get ready")
        await c.pass_time(8.2)
        assert c.state.running is not None, "the second countdown is noted anew"


async def test_a_pause_in_the_countdown_says_why_it_starts_over_and_leaves_no_try(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("enter")
        await c.face.shows("Get ready")
        await c.pass_time(8.2)
        c.clock.asleep += 60
        await c.pass_time(0.1)
        await c.face.shows("paused during the countdown")
        await c.pass_time(0.1)
        assert c.state.running is None


async def test_who_leaves_an_interrupted_try_finds_it_noted_and_may_make_it_once_more(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        c.clock.asleep += 60
        await c.pass_time(1)
        await c.face.shows("This try was interrupted")
        await c.face.shows("Book lift · try 1 of 2. Left hand.")
        assert "Back a step" not in c.face.text()
        assert "Leave" in c.face.text()
        await c.face.press("q")
        await c.face.shows("Leave the check?")
        assert c.trials(LEFT)[0].invalid == "suspended"
        await c.face.press("enter")
        await c.face.shows("once more")
        await c.face.shows("doesn't count: the program was paused while it ran")


async def test_who_goes_back_to_a_hold_and_changes_the_rung_keeps_its_seconds(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(3.36)
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(1)
        await c.face.press("3")
        await c.face.shows("seconds: 3.46")
        await c.face.press("enter")
        await c.face.shows("Timed by: this program")
        assert "Back a step" not in c.face.text(), "b changes it here"
        await c.face.press("enter")
        await c.face.shows("Right hand next")
        await c.face.press("b")
        await c.face.shows("Is this right?")
        await c.face.press("b", "b")
        await c.face.shows("how did it go")
        await c.face.press("2")
        await c.face.shows("seconds: 3.46")
        await c.face.press("enter", "enter")
        await c.face.shows("Right hand next")
        assert c.trials(LEFT)[0].values == {"ladder": 2, "hold": 3.46}
        assert c.trials(LEFT)[0].timed_by == "keyboard"


async def test_while_a_name_is_typed_the_bar_names_no_letter_and_escape_says_what_it_does(tmp_path):
    async with check(tmp_path, f"ready/{BOOK}", BOOK) as c:
        shown = await c.face.shows("Which book", "Esc no name now")
        for named in ("? Help", "q Leave", "Back a step"):
            assert named not in shown
        await c.face.press("escape")
        await c.face.shows("l leave this test out", "b Back a step")


@pytest.mark.parametrize("test", [CAP, BOOK, "jar-lid", "grip-device", "stairs"])
async def test_the_drawing_of_a_test_is_seen_whole_in_a_small_window(tmp_path, test):
    async with check(tmp_path, f"ready/{test}", test) as c:
        fields = c.screen.query(Input)
        if fields:
            below = c.screen.query_one("#foot").region
            assert fields.first().region.bottom <= below.y, "what is typed is seen"
            await c.face.press("escape")
            await c.face.shows("leave this test out")
        shown = c.screen.query_one(Drawing).region
        below = c.screen.query_one("#foot").region
        assert shown.height > 5
        assert shown.y >= 0
        assert shown.bottom <= below.y, "no row of it lies under the keys"


async def test_the_bar_names_no_letter_where_letters_are_typed(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        await c.face.press("x")
        await c.face.shows("how did it go")
        assert "Back a step" not in c.face.text(), "the try is made"
        await c.pass_time(1)
        await c.face.press("i")
        await c.face.shows("It doesn't count. Why?")
        assert "Back a step" not in c.face.text(), "Esc has its own meaning here"
        await c.face.press("7")
        await c.face.shows("In a few words?")
        for named in ("Help", "Leave", "Back a step"):
            assert named not in c.face.text()


async def test_a_click_or_a_paste_stops_too(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        await c.face.pilot.click(offset=(10, 14))
        await c.face.shows("how did it go")
        assert "how did it go" in c.face.text(), "the click that stopped it answered nothing"
    other = tmp_path / "other"
    async with check(other, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        c.screen.query_one(TrialWidget).post_message(events.Paste("anything"))
        await c.face.shows("how did it go")


async def test_keys_in_the_first_half_second_stop_nothing(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.face.press("x")
        assert "Any key stops it" in c.face.text()


async def test_a_machine_that_slept_voids_the_effort_and_it_is_made_again(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        c.clock.asleep += 60
        await c.pass_time(1)
        await c.face.shows("This try was interrupted")
        await c.face.press("enter")
        await c.face.shows("once more")
        assert c.trials(LEFT)[0].invalid == "suspended"


async def test_ctrl_z_voids_the_effort(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        await c.face.press("ctrl+z")
        await c.face.shows("This try was interrupted")


async def test_the_beginning_is_on_disk_before_the_effort(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        assert c.state.running is not None
    made = on_disk(tmp_path).answers[LEFT].answer.trials
    assert made[0].invalid == "interrupted", "cut off, it does not count"


async def stopped(c, seconds: float = 6.24) -> None:
    """An effort that is over, at the first page on which it is entered."""
    await c.start()
    await c.pass_time(seconds)
    await c.face.press("x")
    await c.face.shows("Left hand: how did it go?")
    await c.pass_time(0.6)


async def test_what_is_over_outlives_the_program_and_is_asked_for_with_its_side_and_time(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await stopped(c)
        at = c.state.unentered.at
    left = on_disk(tmp_path)
    assert left.running is None
    clock = HandClock()
    clock.passed = (at - NOW).total_seconds() + 7 * 60
    async with face(tmp_path, clock=clock) as shown:
        await shown.shows("left hand, try 1 of 2, 7 minutes ago")
        await shown.press("c")
        await shown.shows("Keep this try?", "Left hand: 6.34 seconds.", "over 7 minutes ago")
        await shown.press("x", "2")
        assert "Keep this try?" in shown.text(), "no other key answers it"
        await shown.press("enter")
        await shown.shows("Left hand: how did it go?")
        await shown.press("2")
        await shown.shows("Time held, seconds: 6.34")
        await shown.press("enter")
        await shown.shows("6.34 seconds, left hand")
        await shown.press("enter")
        await shown.shows("Right hand. Ready?")
    (made,) = on_disk(tmp_path).answers[LEFT].answer.trials
    assert (made.values, made.timed_by, made.at) == ({"ladder": 2, "hold": 6.34}, "keyboard", at)


async def test_what_is_over_need_not_count_after_a_new_start(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await stopped(c)
    async with face(tmp_path) as shown:
        await shown.shows("Continue the check")
        await shown.press("c")
        await shown.shows("Keep this try?")
        await shown.press("i")
        await shown.shows("It doesn't count. Why?")
        await shown.press("escape")
        await shown.shows("Left hand: how did it go?")
        await shown.press("i", "2")
        await shown.shows("once more")
    (made,) = on_disk(tmp_path).answers[LEFT].answer.trials
    assert made.invalid == "interrupted"


async def test_asked_how_to_leave_and_going_on_the_try_is_still_there_and_not_made_again(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await stopped(c)
        await c.face.press("q")
        await c.face.shows("Leave the check?")
        await c.face.press("enter")
        await c.face.shows("Keep this try?", "6.34 seconds")
        await c.face.press("b", "escape")
        assert "Keep this try?" in c.face.text(), "it is made: nothing leads back before it"
        await c.face.press("enter")
        await c.face.shows("Left hand: how did it go?")


async def test_it_is_entered_at_once_while_the_disk_is_slow_and_both_are_kept_in_their_order(
    tmp_path, monkeypatch
):
    held_up = Event()

    def slow(ws, sitting, ended):
        held_up.wait(20)
        return effort_ended(ws, sitting, ended)

    monkeypatch.setattr(service, "effort_ended", slow)
    async with check(tmp_path, "trial", BOOK) as c:
        await stopped(c)
        await c.face.press("2")
        await c.face.shows("Time held")
        await c.face.press("enter")
        await c.face.shows("Is this right?")
        held_up.set()
        await c.face.press("enter")
        await c.face.shows("Right hand next")
    left = on_disk(tmp_path)
    assert left.unentered is None
    assert left.answers[LEFT].answer.trials[0].values == {"ladder": 2, "hold": 6.34}


async def test_an_end_that_can_t_be_noted_is_said_and_the_try_is_entered_all_the_same(tmp_path, monkeypatch):
    def full(*_):
        raise StoreRefused("The disk is full.")

    monkeypatch.setattr(service, "effort_ended", full)
    async with check(tmp_path, "trial", BOOK) as c:
        await stopped(c)
        await c.face.shows("The disk is full.")
        await c.face.press("2", "enter")
        await c.face.shows("6.34 seconds, left hand")


async def test_rest_is_counted_down_before_the_next_try(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(3)
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(0.6)
        await c.face.press("3", "enter")
        await c.face.shows("Is this right?")
        await c.face.press("enter")
        await c.face.shows("Right hand next. Rest a little: 30 seconds.")
        await c.face.press("enter")
        assert "Rest a little" in c.face.text(), "the least rest is not shortened"
        await c.pass_time(31)
        await c.face.shows("Right hand. Ready?")


async def test_a_side_left_out_has_its_reason_and_is_no_zero(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("s")
        await c.face.shows("not a zero")
        await c.face.press("escape")
        await c.face.shows("Ready?")
        await c.face.press("s", "1")
        await c.face.shows("Right hand. Ready?")
        (made,) = c.trials(LEFT)
    assert (made.skipped, made.could_not) == ("sore or in pain there", False)


async def test_could_not_is_one_key(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(1)
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(0.6)
        await c.face.press("0")
        await c.face.shows("Right hand next")
        assert c.trials(LEFT)[0].could_not


async def test_kilograms_are_typed_with_comma_or_point_and_wrong_ones_are_said(tmp_path):
    async with check(tmp_path, "trial", "grip-device") as c:
        await c.face.press("enter")
        await c.pass_time(16)
        await c.face.shows("Left hand: grip strength")
        await c.pass_time(1)
        await c.face.press("enter")
        await c.face.shows("Nothing is typed yet")
        await c.face.type("312")
        await c.face.press("enter")
        await c.face.shows("outside what is possible here (0 to 120)")
        await c.face.press("backspace", "backspace", "backspace", "x")
        await c.face.shows("x is no digit")
        await c.face.type("31,2")
        await c.face.press("enter")
        await c.face.shows("31.2 kg, left hand")
        await c.face.press("b")
        await c.face.shows("Left hand: grip strength")
        await c.face.type("30.9")
        await c.face.press("enter", "enter")
        await c.face.shows("Right hand next")
        assert c.trials("trial/grip-device//left/1")[0].values == {"force": 30.9}


async def test_without_a_ladder_could_not_has_a_key_of_its_own(tmp_path):
    async with check(tmp_path, "trial", "grip-device") as c:
        await c.face.press("enter")
        await c.pass_time(16)
        await c.face.shows("Left hand: grip strength")
        await c.pass_time(1)
        await c.face.press("n")
        await c.face.shows("Right hand next")
        assert c.trials("trial/grip-device//left/1")[0].could_not


async def test_pain_offers_to_end_the_check_and_keeps_what_is_done(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(1)
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(0.6)
        await c.face.press("i", "3")
        await c.face.shows("It hurt")
        await c.face.press("1")
        await c.face.shows("Is it all as it was?", "doesn't count: it hurt")
        assert c.state.stopped is not None


async def test_another_reason_is_told_in_words(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(1)
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(0.6)
        await c.face.press("i", "7")
        await c.face.type("the cat [bold]")
        await c.face.shows("the cat [bold]")
        await c.face.press("enter")
        await c.face.shows("once more")
        (made,) = c.trials(LEFT)
    assert (made.invalid, made.invalid_note) == ("other", "the cat [bold]")


async def test_stairs_are_timed_by_a_phone(tmp_path):
    async with check(tmp_path, "trial", "stairs") as c:
        await c.face.press("enter")
        await c.face.shows("when you are back")
        await c.pass_time(30)
        await c.face.press("x")
        assert "when you are back" in c.face.text(), "only Enter brings one back"
        await c.face.press("enter")
        await c.face.shows("how did it go")
        await c.pass_time(1)
        await c.face.press("3")
        await c.face.shows("Timed by: phone or watch")
        await c.face.press("t")
        await c.face.shows("Timed by: a device")
        await c.face.press("t")
        await c.face.type("0:07,2")
        await c.face.press("enter")
        await c.face.shows("7.2 seconds, both together")
        await c.face.press("enter")
        await c.face.pilot.pause(0.1)
        (made,) = c.trials("trial/stairs//both/1")
    assert (made.values, made.timed_by) == ({"ladder": 3, "climb": 7.2}, "phone")


async def lost_focus(c) -> None:
    """A hold during which another window came to the front, entered as usual."""
    await c.start()
    c.face.app.post_message(events.AppBlur())
    await c.pass_time(1)
    await c.face.press("x")
    await c.face.shows("how did it go")
    await c.pass_time(0.6)
    await c.face.press("3", "enter", "enter")
    await c.face.shows("Another window came to the front while this try ran.")


async def test_a_lost_focus_is_noted_and_asked_about(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await lost_focus(c)
        await c.face.press("b")
        await c.face.shows("Left hand: time held")
        await c.face.press("4", "enter", "enter")
        await c.face.shows("Did that disturb it?")
        await c.face.press("1")
        await c.face.shows("Right hand next")
        (made,) = c.trials(LEFT)
        assert (made.lost_focus, made.counts, made.values["hold"]) == (True, True, 4)


async def test_who_was_disturbed_by_it_does_it_once_more(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await lost_focus(c)
        await c.face.press("2")
        await c.face.shows("once more")
        (made,) = c.trials(LEFT)
        assert (made.lost_focus, made.invalid) == (True, "interrupted")


async def test_the_end_of_a_rest_is_signalled_once_and_a_rest_may_be_longer(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(10.2)
        await c.face.shows("how did it go")
        await c.pass_time(0.6)
        await c.face.press("3", "enter", "enter")
        await c.face.shows("Right hand next. Rest a little")
        assert "rested" not in [cue.kind for cue in c.cues.given]
        for _ in range(3):
            await c.pass_time(9.9)
        await c.face.shows("Right hand. Ready?")
        await c.pass_time(300)
        assert [cue.kind for cue in c.cues.given].count("rested") == 1
        await c.face.press("enter")
        await c.face.shows("Get ready")


async def test_leaving_and_coming_back_does_not_shorten_the_rest(tmp_path):
    given = TrialAnswer(trials=(Trial(side="left", values={"ladder": 3, "hold": 10}, at=NOW),))
    async with check(tmp_path, f"trial/{BOOK}//right/1", BOOK, **{LEFT: given}) as c:
        await c.face.shows("Right hand next. Rest a little: 30 seconds.")
        await c.face.press("enter")
        assert "Rest a little" in c.face.text()


async def test_the_countdown_lasts_as_long_as_it_was_set_to_but_ten_at_least_the_first_time(tmp_path):
    for set_to, number, lasts in ((3, 1, 10), (7, 2, 7)):
        folder = tmp_path / f"{set_to}-{number}"
        async with check(folder, f"trial/{BOOK}//left/{number}", BOOK) as c:
            c.face.app.desk.hearing.set_countdown(set_to)
            c.screen.post_message(LeaveWidget.GoOn())
            await c.face.shows(f"in the {lasts} seconds until GO")
            await c.face.press("enter")
            await c.pass_time(lasts - 0.2)
            await c.face.shows("Get ready")
            await c.pass_time(0.3)
            await c.face.shows("Any key stops it")
            await c.pass_time(1)
            await c.face.press("x")
            await c.face.shows("how did it go")
            await c.pass_time(1)


async def test_a_countdown_set_at_the_ready_page_holds_for_the_try_at_hand(tmp_path):
    async with check(tmp_path, f"trial/{BOOK}//left/2", BOOK) as c:
        await c.face.shows("in the 5 seconds until GO")
        await c.face.press("f3")
        await c.face.shows("Countdown")
        c.face.app.desk.hearing.set_countdown(8)
        await c.face.press("escape")
        await c.face.shows("in the 8 seconds until GO")
        await c.face.press("enter")
        await c.pass_time(7.8)
        await c.face.shows("Get ready")


async def test_the_metronome_is_seen_from_go_on_where_no_tone_can_be_heard(tmp_path):
    left, right = "[#] [ ]", "[ ] [#]"
    async with check(tmp_path, "trial", "instrument-playing") as c:
        hearing = c.face.app.desk.hearing
        hearing.set_tempo(80)
        c.screen._cues = hearing
        c.screen.post_message(LeaveWidget.GoOn())
        await c.face.shows("Ready?")
        assert "[ ]" not in c.face.text()
        await c.face.press("enter")
        await c.face.shows("Press Enter when you are back", left)
        for beat in (right, left, right):
            await c.pass_time(0.75)
            await c.face.shows(beat)
        assert len(c.screen.query("#block3")) == 1
        await c.face.press("enter")
        await c.face.shows("how did it go?")
        assert "[#]" not in c.face.text()


async def test_without_a_tempo_nothing_moves_while_a_passage_is_played(tmp_path):
    async with check(tmp_path, "trial", "instrument-playing") as c:
        await c.face.press("enter")
        await c.face.shows("Press Enter when you are back")
        before = c.face.text()
        await c.pass_time(3)
        assert c.face.text() == before
        assert "[ ]" not in before
        await c.face.press("enter")
        await c.face.shows("how did it go?")


async def test_a_line_that_changes_its_weight_shows_it(tmp_path):
    async with check(tmp_path, f"trial/{BOOK}//right", BOOK) as c:
        await c.face.shows("Ready?")
        plain = c.screen.query_one("#block2").has_class("-plain")
        c.screen._last_end = c.clock.monotonic()
        c.screen.post_message(LeaveWidget.GoOn())
        await c.face.shows("Resting longer is fine")
        assert c.screen.query_one("#block2").has_class("-quiet")
        await c.pass_time(120)
        await c.face.shows("Ready?")
        assert plain
        assert not c.screen.query_one("#block2").has_class("-quiet")


async def test_going_back_opens_the_entry_not_the_effort(tmp_path):
    async with check(tmp_path, f"trial/{BOOK}//right/1", BOOK) as c:
        await c.face.shows("Right hand")
        await c.face.press("b")
        await c.face.shows("Is this right?", "left hand")
        await c.face.press("b", "b")
        await c.face.shows("Left hand: how did it go?")
        await c.face.press("2")
        await c.face.type("8")
        await c.face.press("enter", "enter")
        await c.face.shows("Right hand. Ready?")
        assert c.trials(LEFT)[0].values == {"ladder": 2, "hold": 8.0}


async def test_a_hold_timed_by_a_phone_is_stored_as_such(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(6)
        await c.face.press("x")
        await c.face.shows("how did it go")
        await c.pass_time(1)
        await c.face.press("3")
        await c.face.shows("Timed by: this program")
        await c.face.press("t")
        await c.face.shows("Timed by: phone or watch")
        await c.face.type("7,5")
        await c.face.press("enter", "enter")
        await c.face.shows("Right hand next")
        (made,) = c.trials(LEFT)
    assert (made.values["hold"], made.timed_by) == (7.5, "phone")


async def test_another_size_of_the_window_changes_nothing_about_an_effort(tmp_path):
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        await c.pass_time(2)
        for size in ((120, 40), (60, 20), (80, 24)):
            await c.face.pilot.resize_terminal(*size)
            await c.pass_time(1)
            assert "Any key stops it" in c.face.text()
        await c.pass_time(6)
        await c.face.shows("how did it go")
        await c.pass_time(1)
        await c.face.press("3")
        await c.face.shows("Time held, seconds: 10")
        assert not any(
            t.lost_focus for a in c.state.answers.values() for t in getattr(a.answer, "trials", ())
        )


@pytest.mark.parametrize("keys", [(), ("2",), ("2", "enter"), ("i",), ("i", "3")], ids=str)
async def test_leaving_and_help_are_a_key_away_on_every_page_of_an_entry(tmp_path, keys):
    async with check(tmp_path, "trial", BOOK) as c:
        await stopped(c)
        await c.face.press(*keys)
        await c.face.press("question_mark")
        await c.face.shows("One step at a time.")
        await c.face.press("escape")
        await c.face.press("q")
        await c.face.shows("Leave the check?")
