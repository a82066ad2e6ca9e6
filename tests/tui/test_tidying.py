"""A page that was left leaves nothing behind, and no collection falls on a timed effort."""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache

from strengthcheck.tui import tidying
from strengthcheck.tui.screens.compare import CompareScreen
from strengthcheck.tui.tidying import collect_now, keep_what_was_read
from tests.tui.faces import PATIENCE_SECONDS, face
from tests.tui.hands import Check, check
from tests.tui.records import grip_check, write


def living(kind: type) -> int:
    gc.unfreeze()  # what was kept out of the collector's sight is counted too
    return sum(isinstance(o, kind) for o in gc.get_objects())


async def test_pages_that_were_left_keep_no_picture_of_themselves(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(d) for d in (40, 33, 26)])
    counts = []
    async with face(tmp_path) as app:
        await app.shows("Last check")
        for _ in range(3):
            await app.press("v")
            await app.shows("Grip device, kg")
            await app.press("escape")
            await app.shows("Last check")
            await app.app.workers.wait_for_complete()
            collect_now()
            counts.append((living(StylesCache), living(CompareScreen)))
    assert counts[2][0] <= counts[1][0]
    assert counts[2][1] <= 1  # the one just left may still be closing; kept ones would be three


def test_what_was_read_is_walked_by_no_later_collection() -> None:
    held = [[i] for i in range(1000)]
    keep_what_was_read()
    try:
        assert not any(o is held for o in gc.get_objects())
    finally:
        gc.unfreeze()


BOOK = "book-pinch-lift"


async def until(done: Callable[[], bool], c: Check) -> None:
    """Wait for it in the world's time."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE_SECONDS
    while not done():
        assert loop.time() < end
        await c.face.pilot.pause(0.01)


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each time that the page was tidied, whether Python was free to collect by itself."""
    found: list[bool] = []
    monkeypatch.setattr(tidying, "collect_now", lambda: found.append(gc.isenabled()))
    monkeypatch.setattr(tidying, "REST_SECONDS", 0.01)
    return found


async def test_a_countdown_tidies_up_so_that_nothing_is_collected_in_the_effort(
    tmp_path: Path, collected: list[bool]
) -> None:
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("space")
        await c.face.shows("Get ready")
        await until(lambda: False in collected, c)
        await c.pass_time(10.1)
        await c.face.shows("Any key stops it")
        collected.clear()
        for _ in range(3):
            await c.pass_time(1)
        assert not gc.isenabled()
        assert not collected
        await c.face.press("x")
        await c.face.shows("how did it go")
        await until(lambda: True in collected, c)
        assert gc.isenabled()


@pytest.mark.parametrize("keys", ["escape", "ctrl+z"])
async def test_a_countdown_that_is_taken_back_lets_garbage_be_collected(tmp_path: Path, keys: str) -> None:
    async with check(tmp_path, "trial", BOOK) as c:
        await c.face.press("space")
        await c.face.shows("Get ready")
        await c.pass_time(0.1)
        assert not gc.isenabled()
        await c.face.press(keys)
        await c.face.shows("Ready?")
        await c.pass_time(0.1)
        assert gc.isenabled()


async def test_a_void_effort_lets_garbage_be_collected(tmp_path: Path) -> None:
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        assert not gc.isenabled()
        c.clock.asleep += 60
        await c.pass_time(1)
        await c.face.shows("This try was interrupted")
        await c.pass_time(0.1)
        assert gc.isenabled()


async def test_a_program_that_ends_in_the_middle_of_an_effort_does_too(tmp_path: Path) -> None:
    async with check(tmp_path, "trial", BOOK) as c:
        await c.start()
        assert not gc.isenabled()
    assert gc.isenabled()


async def test_each_step_that_comes_up_is_tidied_after(tmp_path: Path, collected: list[bool]) -> None:
    async with check(tmp_path, "trial", BOOK) as c:
        await until(lambda: bool(collected), c)
        await c.face.press("s")
        collected.clear()
        await c.face.press("1")
        await c.face.shows("Right hand")
        await until(lambda: bool(collected), c)
