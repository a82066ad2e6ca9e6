from datetime import timedelta

from strengthcheck.model.profile import LostTask
from strengthcheck.services.person import open_losses, tell_lost_task
from strengthcheck.tui.screens.cards import CardsScreen
from strengthcheck.tui.screens.understand import UnderstandScreen
from strengthcheck.tui.screens.visit import VisitScreen
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.faces import face

LOST = LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="same")


async def test_the_reading_room_answers_the_question_first_and_goes_on_from_topic_to_topic(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        seen.app.push_screen(UnderstandScreen(seen.app.desk))
        await seen.shows("1 Do I have ALS?", "8 Why testing more makes worry grow")
        await seen.press("1")
        await seen.shows("No home test can answer that", "Andres 2017")
        await seen.press("f2")
        await seen.shows("What real weakness looks like over time", "Bedlack 2016")
        await seen.press("escape")
        await seen.shows("1 Do I have ALS?")


async def test_a_visit_is_entered_in_a_few_keys_and_ends_the_open_loss(tmp_path):
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        tell_lost_task(ws, LOST)
    clock.time = NOW + timedelta(days=9)
    async with face(tmp_path, clock=clock) as seen:
        await seen.shows("worth showing to a doctor")
        seen.app.push_screen(VisitScreen(seen.app.desk))
        await seen.shows("A doctor's visit")
        await seen.press("tab")
        await seen.type("my GP")
        await seen.press("f2")
        await seen.shows("What did they find?", "no weakness found")
        await seen.press("1")
        await seen.shows("Seen on 2 December by my GP", "You can stop testing here")
        await seen.press("enter")
    with opened(tmp_path, clock=clock) as ws:
        assert open_losses(ws) == ()


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
