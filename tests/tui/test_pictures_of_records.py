"""History, its calendar, one check, its versions and the bin as pictures, small and large."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from textual.pilot import Pilot

from strengthcheck.services.editing import add_note, delete_check
from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.faces import Face
from tests.tui.records import grip_check, write

PAGES = {
    "history": (("h",), "3 checks"),
    "history-filtered": (("h", "e", "i"), "with a try"),
    "calendar": (("h", "k"), "Most days"),
    "check": (("h", "enter"), "31.2 kg"),
    "versions": (("h", "enter", "v"), "as it was first kept"),
    "bin": (("h", "b"), "1 deleted"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    slipped = grip_check(40, id=str(UUID(int=2)))
    slipped["results"][0]["trials"][0]["invalid"] = "slipped"
    noted = grip_check(12, id=str(UUID(int=1)))
    write(
        tmp_path,
        [noted, slipped, grip_check(68), grip_check(5, planned=False), grip_check(96, id=str(UUID(int=3)))],
    )
    with opened(tmp_path, clock=StandingClock(NOW - timedelta(days=1))) as ws:
        add_note(ws, UUID(int=1), "slept badly")
        delete_check(ws, UUID(int=3))
    return tmp_path


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["small", "large"])
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_of_the_record_looks_as_it_did(
    snap_compare: Callable[..., bool], folder: Path, name: str, size: tuple[int, int]
) -> None:
    clock = StandingClock()
    app = StrengthCheckApp(lambda: open_workspace(str(folder), {}, clock), clock=clock, draw=lambda: True)
    keys, sign = PAGES[name]

    async def go(pilot: Pilot[int | None]) -> None:
        shown = Face(app, pilot)
        await shown.shows("Nothing to do until", "History")
        for key in keys:
            await shown.press(key)
            await shown.pilot.pause()
            if key == "h":
                await shown.shows("3 checks")
            if key == "enter":
                await shown.shows("31.2 kg")
        await shown.shows(sign)

    assert snap_compare(app, terminal_size=size, run_before=go)
