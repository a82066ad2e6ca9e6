"""A step that is longer than its window says so among its keys, and nothing says so where all is seen."""

import pytest

from strengthcheck.model.profile import LostTask
from strengthcheck.services.person import tell_lost_task
from tests.services.rooms import opened

from .hands import check

CAP, BOOK, WALK = "cap-tightening", "book-pinch-lift", "heel-toe-walk"
READ_ON = "↓ read on"


async def test_the_gate_in_a_small_window_says_that_there_is_more_and_the_arrow_shows_it(tmp_path):
    async with check(tmp_path, "gate", CAP, size=(60, 20)) as c:
        shown = await c.face.shows("Is any of this new", READ_ON)
        assert "Something I could do and now can't" not in shown
        await c.face.press(*["down"] * 12)
        await c.face.shows("Something I could do and now can't", "Enter none of these")


@pytest.mark.parametrize(("until", "sign"), [("gather", "within reach"), ("practice", "get used to it")])
async def test_what_a_step_has_below_its_window_is_announced(tmp_path, until, sign):
    async with check(tmp_path, until, CAP, BOOK, WALK) as c:
        await c.face.shows(sign, READ_ON)


async def test_what_only_the_keys_push_out_of_the_window_is_announced_too(tmp_path):
    async with check(tmp_path, f"ready/{WALK}", WALK, size=(120, 40)) as c:
        await c.face.shows("Leave it out if", READ_ON)


async def test_a_loss_told_before_is_asked_about_without_a_line_for_an_empty_row_below_it(tmp_path):
    lost = LostTask(
        what="holding", task="the big pan", how_much="cannot", side="right", since="longer", course="worse"
    )
    with opened(tmp_path) as ws:
        tell_lost_task(ws, lost)
    async with check(tmp_path, "gate", CAP) as c:
        shown = await c.face.shows("You told this before: the big pan", "better", "the same", "worse")
        assert READ_ON not in shown


async def test_at_the_end_of_a_page_no_key_speaks_of_more(tmp_path):
    async with check(tmp_path, "gate", CAP, size=(60, 20)) as c:
        await c.face.shows("Is any of this new", READ_ON)
        await c.face.press("pagedown", "pagedown", "pagedown")
        await c.face.pilot.pause()
        assert READ_ON not in await c.face.shows("Something I could do and now can't")
        await c.face.press("pageup")
        await c.face.shows(READ_ON)


async def test_where_all_is_seen_no_key_speaks_of_more(tmp_path):
    async with check(tmp_path, "gate", CAP, size=(120, 40)) as c:
        assert READ_ON not in await c.face.shows("Is any of this new", "Enter none of these")
        await c.face.pilot.resize_terminal(60, 20)
        await c.face.shows(READ_ON)
        await c.face.pilot.resize_terminal(120, 40)
        await c.face.pilot.pause()
        assert READ_ON not in c.face.text()


async def test_while_an_effort_runs_every_key_stops_it_and_none_is_named_for_reading(tmp_path):
    async with check(tmp_path, "trial", BOOK, size=(60, 20)) as c:
        await c.start()
        assert READ_ON not in c.face.text()
