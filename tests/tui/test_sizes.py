"""Every page in small and large windows: nothing is clipped in silence, and one can always leave."""

from itertools import pairwise
from pathlib import Path

import pytest

from strengthcheck.tui.themes import NAMES
from strengthcheck.tui.widgets.keybar import GAP, Key, placed
from tests.tui.faces import Face, face
from tests.tui.records import grip_check, write

SIZES = ((80, 24), (120, 40), (60, 20), (40, 12))


async def walk(app: Face) -> list[str]:
    """Each page once, from Home and back."""
    pages = [await app.shows("Nothing to do")]
    for keys, sign in (
        (("h",), "1 check."),
        (("enter",), "planned check"),
        (("i",), "Why should this try"),
        (("escape", "n"), "Note to"),
        (("escape", "escape", "escape", "t"), "How each test is done"),
        (("enter",), "Thumb and index finger"),
        (("escape", "escape", "e"), "Export"),
        (("j",), "whoever has the file can read it"),
        (("escape", "escape", "g"), "Page for a doctor"),
        (("w",), "Your words for the doctor"),
        (("1",), "Main concern"),
        (("escape", "5"), "Lost or harder"),
        (("escape", "escape", "v"), "Strength checks at home"),
        (("escape", "escape", "p"), "When was it done?"),
        (("escape", "a"), "Does any of this hold"),
        (("escape", "z"), "These are kept in a file"),
        (("i",), "First it is only counted."),
        (("escape", "escape", "h", "k"), "Most days are empty"),
        (("escape", "enter", "v"), "Each change made a new version"),
        (("escape", "escape", "escape", "question_mark"), "Home says"),
    ):
        await app.press(*keys)
        pages.append(await app.shows(sign))
    return pages


@pytest.mark.parametrize(("size", "theme"), zip(SIZES, NAMES, strict=True))
async def test_every_page_shows_help_and_a_way_out_whole_in_every_size_and_set_of_colours(
    tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    write(tmp_path, [grip_check(1, note="a note")])
    async with face(tmp_path, size=size) as app:
        await app.shows("Nothing to do")
        while app.app.theme != theme:
            await app.press("l")
        for page in await walk(app):
            assert "? Help" in page or "F1 Help" in page
            assert "Esc Back" in page or "q Quit" in page
            assert max(len(line) for line in page.split("\n")) <= size[0]


async def test_a_small_window_says_the_size_it_needs(tmp_path: Path) -> None:
    async with face(tmp_path, size=(40, 12)) as app:
        await app.shows("60 × 20 shows all; q leaves.", "q Quit")
        await app.pilot.resize_terminal(80, 24)
        await app.shows("Nothing here yet.")
        assert "shows all" not in app.text()


async def test_a_storm_of_sizes_leaves_the_app_as_it_was(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        for size in ((40, 12), (1, 1), (300, 200), (2, 50), (90, 3), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
        await app.shows("Nothing here yet.", "q Quit")


def test_no_key_is_cut_or_left_out_at_any_width() -> None:
    keys = [Key("a", "a", "Something long to say"), Key("b", "Esc", "Back"), Key("c", "F2", "Keep")]
    for width in range(1, 120):
        places = placed(keys, width)
        assert [p.key for p in places] == keys
        assert all(p.x == 0 or p.x + p.key.width <= width for p in places)
        for one, two in pairwise(places):
            assert two.y > one.y or two.x >= one.x + one.key.width + GAP
