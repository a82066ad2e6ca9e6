"""A record that is slow to answer says so, whatever the page is doing."""

import threading

from strengthcheck.tui.screens.choose import ChooseScreen

from .faces import face


async def test_a_wait_before_the_page_is_there_is_no_fault(tmp_path):
    async with face(tmp_path) as f:
        await f.shows("Nothing here yet")
        page = ChooseScreen(f.app.desk)
        page.tell("One moment.")
        await f.app.push_screen(page)
        await f.shows("Today's check")


async def test_a_slow_record_is_said_in_the_status_line(tmp_path):
    async with face(tmp_path) as f:
        await f.shows("Nothing here yet")
        go = threading.Event()
        held = f.app.run_worker(f.app.desk.do(lambda ws: go.wait(20)))
        await f.shows("One moment")
        go.set()
        await held.wait()
        await f.pilot.pause()
        assert "One moment" not in f.text()
