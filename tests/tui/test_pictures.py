"""A few pages as pictures, so that a change of look is seen by whoever makes it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from tests.services.rooms import StandingClock
from tests.tui.faces import Face
from tests.tui.records import grip_check, write

PAGES = {
    "home": ((), "Nothing to do until"),
    "history": (("h",), "3 checks"),
    "check": (("h", "enter"), "31.2 kg"),
    "report": (("g",), "It holds:"),
    "form": (("g", "w"), "Main concern"),
    "test": (("t", "enter"), "Thumb and index finger"),
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_looks_as_it_did(snap_compare: Callable[..., bool], tmp_path: Path, name: str) -> None:
    write(tmp_path, [grip_check(5, note="slept badly"), grip_check(12), grip_check(19)])
    clock = StandingClock()
    app = StrengthCheckApp(lambda: open_workspace(str(tmp_path), {}, clock), clock=clock, draw=lambda: True)
    keys, sign = PAGES[name]

    async def go(pilot: Pilot[int | None]) -> None:
        shown = Face(app, pilot)
        await shown.shows("Nothing to do until")
        for key in keys:
            await shown.press(key)
            if key == "h":
                await shown.shows("3 checks")
            if key == "t":
                await shown.shows("about 3 minutes")
        await shown.shows(sign)

    assert snap_compare(app, terminal_size=(80, 24), run_before=go)
