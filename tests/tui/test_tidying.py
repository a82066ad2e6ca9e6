"""A page that was left leaves nothing behind."""

import gc
from pathlib import Path

from textual._styles_cache import StylesCache

from strengthcheck.tui.screens.compare import CompareScreen
from strengthcheck.tui.tidying import collect_now, keep_what_was_read
from tests.tui.faces import face
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
