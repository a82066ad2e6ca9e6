"""Every other step of a check on screen, and the ways out of it."""

from datetime import timedelta

from strengthcheck.model.check import Context
from strengthcheck.model.event import FollowUpAnswer, TodayAnswer
from strengthcheck.model.profile import FitAnswer, Profile
from strengthcheck.services import sitting as service
from strengthcheck.services.person import open_losses, save_profile
from strengthcheck.tui.screens.choose import ChooseScreen
from strengthcheck.tui.screens.form import FormField, LinesScreen
from strengthcheck.tui.screens.lost import LostScreen
from tests.guide.people import rung
from tests.services.rooms import NOW, StandingClock, opened

from .faces import face
from .hands import HandClock, arrange, check, look, on_disk
from .records import grip_check, write

CAP, BOOK = "cap-tightening", "book-pinch-lift"


async def test_no_to_the_gate_is_one_key(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        assert "Long-known and already examined is not new." in c.face.text()
        await c.face.press("m")
        await c.face.shows("climbing upwards")
        await c.face.press("m", "plus")
        await c.face.shows("talk to someone now")
        await c.face.press("enter")
        await c.face.shows("How is today?")


async def test_an_emergency_sign_is_confirmed_and_sends_one_away(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        await c.face.press("2")
        await c.face.shows("You chose this. Is that right?", "spreads or grows")
        await c.face.press("n")
        await c.face.shows("happening now?")
        await c.face.press("2", "y")
        await c.face.shows("Call 112 now")
        await c.face.press("enter")
        await c.face.pilot.pause(0.1)
        assert not isinstance(c.face.app.screen, type(c.screen)), "the check is left"
    assert look(tmp_path, lambda ws: [e.current.value.lines for e in ws.store.entries("gate")]) == [(2,)]
    assert look(tmp_path, service.unfinished) == ()


async def test_short_of_breath_asks_whether_it_is_now(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        await c.face.press("3", "enter")
        await c.face.shows("hard to breathe right now")
        await c.face.press("n")
        await c.face.shows("Call a doctor today")
        await c.face.press("b")
        await c.face.shows("happening now?")


async def test_a_lost_task_at_the_gate_takes_six_keys_to_its_advice(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        await c.face.press("7", "1", "1", "1", "3", "2")
        await c.face.shows("Book a doctor this week")
        await c.face.press("l")
        await c.face.pilot.pause(0.1)
    assert len(look(tmp_path, open_losses)) == 1, "what was told stays when the check is left"


async def test_going_back_in_the_questions_takes_the_last_answer_away(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        await c.face.press("7")
        await c.face.shows("Question 1 of 5")
        await c.face.press("4")
        await c.face.shows("Question 2 of 4")
        await c.face.press("b", "1")
        await c.face.shows("Question 2 of 5")


async def test_the_day_is_told_and_comes_back_by_itself_when_corrected(tmp_path):
    async with check(tmp_path, "today", CAP) as c:
        await c.face.type("6,5")
        await c.face.press("down", "y", "down", "7", "down", "down", "1")
        await c.face.shows("6,5", "yes", "left arm")
        await c.face.press("enter")
        await c.face.shows("Sore today", "30 November")
        await c.face.press("b")
        await c.face.shows("How is today?", "6.5", "left arm")
        await c.face.press("enter")
        await c.face.shows("Sore today")
        await c.face.press("2")
        await c.face.shows("Could each hand always")


async def test_sore_one_can_leave_and_nothing_is_kept(tmp_path):
    async with check(tmp_path, "sore", CAP, today=TodayAnswer(context=Context(soreness=7))) as c:
        await c.face.press("1")
        await c.face.shows("30 November is soon enough")
        await c.face.press("escape")
        await c.face.shows("Go on today")
        await c.face.press("1")
        await c.face.shows("30 November is soon enough")
        await c.face.press("enter")
        await c.face.pilot.pause(0.1)
    assert look(tmp_path, service.unfinished) == ()


async def test_fits_are_told_side_by_side(tmp_path):
    async with check(tmp_path, "fit", CAP) as c:
        await c.face.press("2", "1")
        await c.face.shows("always hard for me", "always fine")
        await c.face.press("left", "1", "right", "2", "enter")
        await c.face.shows("What you need")
        assert c.state.answers[f"fit/{CAP}"].answer.fits == {"left": "fine", "right": "always_hard"}


async def test_expectations_are_one_grid(tmp_path):
    async with check(tmp_path, "expect", CAP, BOOK) as c:
        await c.face.press("w", "right", "s", "down", "left", "w", "u", "w", "enter")
        await c.face.shows("Warm up your hands")
        told = c.state.answers["expect"].answer.expected
    assert (told[CAP].left, told[CAP].right, told[BOOK].left) == ("weaker", "stronger", "weaker")


async def test_the_warm_up_is_fixed(tmp_path):
    async with check(tmp_path, "warm_up", CAP) as c:
        await c.face.press("enter")
        await c.pass_time(30)
        await c.face.shows("29 seconds left" if "29 seconds" in c.face.text() else "30 seconds left")
        await c.face.press("enter")
        assert "left." in c.face.text()
        await c.pass_time(31)
        await c.face.shows("That is enough.")
        assert [cue.kind for cue in c.cues.given] == ["stop"]
        await c.face.press("enter")
        await c.face.shows("Tighten a small bottle cap")


async def test_an_object_is_named_and_kept_as_it_was_written(tmp_path):
    async with check(tmp_path, "ready", CAP) as c:
        await c.face.press("enter")
        await c.face.shows("can't be told from another one")
        await c.face.type("q l b")
        await c.face.press("enter")
        await c.face.shows("one try to get used to it")
        assert c.state.answers[f"ready/{CAP}"].answer.object == "q l b", "letters are text while one types"
        await c.face.press("b")
        await c.face.shows("Used here: q l b")
        await c.face.press("o", "end", "!", "enter")
        await c.face.shows("one try")
        assert c.state.answers[f"ready/{CAP}"].answer.object == "q l b!"


async def test_a_test_is_left_out_with_a_reason(tmp_path):
    async with check(tmp_path, "ready", CAP, BOOK) as c:
        await c.face.press("escape", "l")
        await c.face.shows("Leave out")
        await c.face.press("escape", "l", "4")
        await c.face.shows("Lift and hold")


async def test_an_everyday_question_by_enter_is_as_usual(tmp_path):
    async with check(tmp_path, "ask", "everyday-tasks") as c:
        await c.face.press("enter")
        await c.face.shows("stairs")
        await c.face.press("1", "enter")
        await c.face.shows("pedals")
        await c.face.press("s")
        await c.face.shows("counts as nothing")
        await c.face.press("1")
        await c.face.shows("keys and buttons")
        await c.face.press("right", "0", "enter")
        await c.face.shows("hairdryer")
        told = {k: a.answer.trials for k, a in c.state.answers.items() if k.startswith("ask")}
    assert told["ask/everyday-tasks/running"][0].values == {"ladder": 3}
    assert told["ask/everyday-tasks/stairs"][0].values == {"ladder": 1}
    assert told["ask/everyday-tasks/pedals"][0].skipped == "never do this"
    left, right = told["ask/everyday-tasks/keys and buttons"]
    assert (left.values, right.could_not) == ({"ladder": 3}, True)


async def test_effort_pain_and_how_it_felt(tmp_path):
    async with check(tmp_path, "effort", CAP) as c:
        await c.face.press("1", "0", "p", "2", "w")
        await c.face.shows("10", "weaker")
        await c.face.press("enter")
        await c.face.pilot.pause(0.1)
        told = c.state.answers[f"effort/{CAP}//left"].answer
    assert (told.effort, told.pain, told.felt) == (10, 2, "weaker")


async def test_could_not_is_asked_about_and_for_weeks_is_a_lost_task(tmp_path):
    given = {f"trial/{CAP}//left/{n}": rung("left", 0) for n in (1, 2)}
    async with check(tmp_path, "follow_up", CAP, **given) as c:
        await c.face.shows("What was it?")
        await c.face.press("3")
        await c.face.shows("About tighten a small bottle cap, left hand.", "Question 1 of 3")
        await c.face.press("1", "3", "2")
        await c.face.shows("Book a doctor this week")
        await c.face.press("enter")
        await c.face.shows("Is it all as it was?", "could not")


async def test_the_summary_corrects_marks_and_keeps(tmp_path):
    async with check(tmp_path, "summary", BOOK, size=(100, 40)) as c:
        await c.face.press("c", "1")
        await c.face.shows("Is this right?")
        await c.face.press("b")
        await c.face.type("8,5")
        await c.face.press("enter", "enter")
        await c.face.shows("8.5 seconds")
        await c.face.press("down", "c", "2", "4")
        await c.face.shows("doesn't count: the other hand helped")
        await c.face.press("c", "2")
        await c.face.pilot.pause(0.1)
        assert "doesn't count" not in c.face.text()
        await c.face.press("n")
        await c.face.type("a note [bold]")
        await c.face.press("escape")
        await c.face.shows("a note [bold]")
        await c.face.press("enter")
        await c.face.shows("Kept", "30 November")
        assert "8.5" not in c.face.text(), "no number on the last page"
        await c.face.press("enter")
        await c.face.shows("History")
    (kept,) = look(tmp_path, service.checks_of)
    assert [t.values["hold"] for t in kept.results[0].trials] == [8.5, 10, 10, 10]
    assert kept.note == "a note [bold]"


async def test_the_first_check_with_all_as_usual_gets_its_answer(tmp_path):
    async with check(tmp_path, "summary", CAP, BOOK) as c:
        await c.face.press("enter")
        await c.face.shows("Both sides did every test as usual today.")
    other = tmp_path / "other"
    given = {"follow_up": FollowUpAnswer(because="sore"), f"trial/{CAP}//left/1": rung("left", 2)}
    async with check(other, "summary", CAP, BOOK, **given) as c:
        await c.face.press("enter")
        await c.face.shows("Nothing to do until 30 November.", "1 of 3")


async def test_leaving_asks_how(tmp_path):
    async with check(tmp_path, "effort", CAP) as c:
        await c.face.press("q")
        await c.face.shows("Leave the check?")
        await c.face.press("1")
        await c.face.shows("how hard was it?")
        await c.face.press("q", "4")
        await c.face.shows("Discard this check?", "3 tries")
        await c.face.press("n", "2")
        await c.face.shows("Is it all as it was?")
        await c.face.press("q", "3")
        await c.face.shows("is not finished")
    assert on_disk(tmp_path).trials_made == 3


async def test_a_discarded_check_is_gone(tmp_path):
    async with check(tmp_path, "effort", CAP) as c:
        await c.face.press("q", "4", "y")
        await c.face.shows("Nothing here yet")
    assert look(tmp_path, service.unfinished) == ()


async def test_a_second_key_on_a_page_that_is_being_left_does_not_close_the_one_beneath(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        for _ in range(2):
            seen.app.push_screen(
                LinesScreen(seen.app.desk, "Lines", (), (FormField("a", "A"),), lambda typed: None)
            )
            await seen.pilot.pause()
        top = seen.app.screen
        top.leave()
        top.leave()
        await seen.pilot.pause()
        assert isinstance(seen.app.screen, LinesScreen)
        assert seen.app.screen is not top


async def test_back_from_the_first_step_asks_how_to_leave(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        await c.face.press("b")
        await c.face.shows("Leave the check?")
        await c.face.press("escape")
        await c.face.shows("happening now?")


async def test_every_choice_can_be_clicked(tmp_path):
    async with check(tmp_path, "ask", "everyday-tasks") as c:
        await c.face.click("only with a trick")
        await c.face.shows("▸ only with a trick")
        await c.face.click("Enter go on")
        await c.face.shows("Everyday life: stairs")


async def test_the_chooser_proposes_and_says_how_long(tmp_path):
    with opened(tmp_path) as ws:
        hard = tuple(FitAnswer(protocol=CAP, side=s, fit="always_hard") for s in ("left", "right"))
        save_profile(ws, Profile(set_up_on=NOW.date(), fits=hard, owns=("grip-device",)))
    async with face(tmp_path) as f:
        f.app.push_screen(ChooseScreen(f.app.desk))
        await f.shows("always hard for you", "in place of the cap", "left out to save time")
        await f.press("up", "up", "space")
        await f.shows("can say nothing")
        await f.press("down", "space")
        text = f.text()
        assert "[ ] Lift and hold" in text
        await f.press("enter")
        await f.shows("happening now?")


async def test_before_its_date_the_reason_comes_first(tmp_path):
    sitting = arrange(tmp_path, lambda s: s.key == "over", BOOK)
    with opened(tmp_path) as ws:
        service.keep(ws, sitting)
    clock = StandingClock(NOW + timedelta(days=2))
    async with face(tmp_path, clock=clock) as f:
        f.app.push_screen(ChooseScreen(f.app.desk))
        await f.shows("Your last check was 2 days ago.")
        await f.press("2", "7", "enter")
        await f.shows("in the last seven days, outside these checks?")
        await f.press("enter")
        await f.shows("Give it ten minutes first?")
        await f.press("1")
        await f.shows("About 10 minutes left")
        await f.press("o", "5", "enter")
        await f.shows("This will be an extra check")
        await f.press("2")
        await f.shows("Today's check")
        await f.press("enter")
        await f.shows("happening now?", "Extra check")
    early = on_disk(tmp_path).answers["early"].answer
    assert (early.reason, early.worry_before, early.worry_after) == ("worry", 7, 5)


async def test_before_its_date_a_loss_needs_no_check(tmp_path):
    sitting = arrange(tmp_path, lambda s: s.key == "over", BOOK)
    with opened(tmp_path) as ws:
        service.keep(ws, sitting)
    async with face(tmp_path, clock=StandingClock(NOW + timedelta(days=2))) as f:
        f.app.push_screen(ChooseScreen(f.app.desk))
        await f.shows("What brings you here today?")
        await f.press("1")
        await f.shows("What can you no longer do?")


async def test_something_i_can_no_longer_do_takes_six_keys(tmp_path):
    async with face(tmp_path) as f:
        await f.shows("Something I can no longer do")
        await f.press("x", "3", "2", "2", "2", "3")
        await f.shows("Call a doctor today")
        await f.press("enter")
        await f.shows("worth showing to a doctor")
    (told,) = look(tmp_path, open_losses)
    assert (told.lost.what, told.lost.side, told.advice) == ("legs", "right", "today")


async def test_leaving_the_questions_tells_nothing(tmp_path):
    async with face(tmp_path) as f:
        f.app.push_screen(LostScreen(f.app.desk))
        await f.shows("What can you no longer do?")
        await f.press("1", "escape", "escape")
        await f.shows("Nothing here yet")
    assert look(tmp_path, open_losses) == ()


async def test_the_ten_minutes_can_be_gone_back_from_and_know_help(tmp_path):
    write(tmp_path, [grip_check(2)])
    clock = HandClock()
    async with face(tmp_path, clock=clock) as shown:
        await shown.shows("Nothing to do until")
        shown.app.push_screen(ChooseScreen(shown.app.desk))
        await shown.shows("It is not time for a check yet")
        await shown.press("2", "6", "enter")
        if "Outside these checks" in shown.text():
            await shown.press("enter")
        await shown.shows("Give it ten minutes first?")
        await shown.press("1")
        await shown.shows("About 10 minutes left.")
        await shown.press("?")
        await shown.shows("Arrows and Enter choose in lists")
        await shown.press("escape")
        await shown.shows("About 10 minutes left.")
        clock.passed += 240
        await shown.press("escape")
        await shown.shows("Give it ten minutes first?")
        await shown.press("1")
        await shown.shows("About 6 minutes left.")


async def test_help_is_under_its_key_at_the_gate_too(tmp_path):
    async with check(tmp_path, "gate", CAP) as c:
        await c.face.press("?")
        await c.face.shows("One step at a time.")


async def test_pain_told_with_the_effort_is_spoken_of(tmp_path):
    async with check(tmp_path, f"effort/{CAP}//left", CAP) as c:
        await c.face.press("6", "p", "4", "enter")
        await c.face.shows("It hurt", "Bottle cap, left hand: pain 4 of 10.", "Pain above 3")
        await c.face.press("b")
        await c.face.shows("how hard was it?")
        await c.face.press("enter", "2")
        await c.face.shows("Right hand")
        assert c.state.answers[f"effort/{CAP}//left"].answer.pain == 4
        assert c.state.stopped is None


async def test_after_pain_the_check_can_end_with_what_is_done(tmp_path):
    async with check(tmp_path, f"effort/{CAP}//left", CAP) as c:
        await c.face.press("6", "p", "7", "enter", "1")
        await c.face.shows("Is it all as it was?")
        assert c.state.stopped.reason == "pain"
        assert c.state.answers[f"effort/{CAP}//left"].answer.pain == 7


async def test_pain_of_three_is_no_reason_to_stop(tmp_path):
    async with check(tmp_path, f"effort/{CAP}//left", CAP) as c:
        await c.face.press("6", "p", "3", "enter")
        await c.face.shows("Right hand")


async def test_a_question_about_four_weeks_is_not_asked_about_as_a_slip(tmp_path):
    given = {"ask/everyday-tasks/stairs": rung("both", 1)}
    async with check(tmp_path, "follow_up", CAP, "everyday-tasks", **given) as c:
        await c.face.shows("Everyday life: stairs", "It was so once or twice, and is as usual again")
        assert "slip" not in c.face.text()
        await c.face.press("1")
        await c.face.shows("Is it all as it was?", "only with a trick")
        assert c.trials("ask/everyday-tasks/stairs")[0].counts


async def test_left_out_with_both_legs_says_that_it_is_both(tmp_path):
    async with check(tmp_path, "trial", "heel-toe-walk") as c:
        await c.face.shows("Both legs. Ready?", "I can't do this today")
        await c.face.press("s")
        await c.face.shows("Both legs work at once here, so both are left out.", "not a zero")
        await c.face.press("1")
        await c.face.pilot.pause(0.1)
        made = c.trials("trial/heel-toe-walk/on heels/left+right/1")
        assert [(t.side, t.skipped) for t in made] == [
            ("left", "sore or in pain there"),
            ("right", "sore or in pain there"),
        ]
