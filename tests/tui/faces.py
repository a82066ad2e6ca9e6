"""The app in a test: the real one, on a folder of its own, with a clock that stands and a known coin."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from strengthcheck.host.folders import folders_for
from strengthcheck.host.settings import SettingsFile
from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from tests.services.rooms import StandingClock

PATIENCE_SECONDS = 120
"""How long a test waits for what must come: a busy machine makes it slow, not red."""

NAMED = {" ": "space", ".": "full_stop", ",": "comma", ":": "colon", "-": "minus", "/": "slash", "~": "tilde"}


class Face:
    """An open app, driven by keys and read as text."""

    def __init__(self, app: StrengthCheckApp, pilot: Pilot[int | None]) -> None:
        self.app = app
        self.pilot = pilot

    def text(self) -> str:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def shows(self, *wanted: str) -> str:
        """Wait until all of these stand on the screen."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE_SECONDS
        while not all(w in self.flat() for w in wanted):
            assert loop.time() < end, f"{wanted} never came:\n{self.text()}"
            await self.pilot.pause()
        await self.pilot.pause()
        return self.text()

    def flat(self) -> str:
        """The screen's words in one line, so that a line's end breaks no sentence."""
        return " ".join(self.text().split())

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        await self.press(*(NAMED.get(c, c) for c in text))

    async def click(self, words: str) -> None:
        """Click where these words stand."""
        for y, line in enumerate(self.text().split("\n")):
            x = line.find(words)
            if x >= 0:
                await self.pilot.click(offset=(x + 1, y))
                await self.pilot.pause()
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text()}")


@asynccontextmanager
async def face(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    clock: StandingClock | None = None,
    demo: bool = False,
    check: tuple[str, ...] | None = None,
) -> AsyncIterator[Face]:
    """The app on the record in a folder; `check` goes straight into one."""
    stood = clock or StandingClock()
    app = StrengthCheckApp(
        lambda: open_workspace(str(folder), {}, stood),
        clock=stood,
        draw=lambda: True,
        settings=SettingsFile(lambda: folders_for(str(folder), {})),
        demo=demo,
        start="home" if check is None else "check",
        protocols=check or (),
    )
    async with app.run_test(size=size) as pilot:
        yield Face(app, pilot)
