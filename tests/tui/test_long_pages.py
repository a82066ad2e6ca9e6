"""What is longer than its window can be reached to its last line, and says that it goes on."""

from pathlib import Path

import pytest

from strengthcheck.model.profile import Profile
from strengthcheck.services.person import save_profile
from strengthcheck.tui.widgets.keybar import KeyBar
from strengthcheck.tui.widgets.rows import CURSOR, Rows
from tests.services.rooms import NOW, opened
from tests.tui.faces import Face, face
from tests.tui.records import grip_check, write

SIZES = ((60, 20), (80, 24), (120, 40))
READ_ON = "↓ Read on"
MANY = [grip_check(400 - 7 * i, note="a note") for i in range(55)]


def seen(app: Face) -> list[str]:
    """The lines above the key bar."""
    top = app.app.screen.query_one(KeyBar).region.y
    return app.text().split("\n")[:top]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("keys", "sign"),
    [(("h",), "newest first"), (("h", "enter"), "planned check"), (("t",), "How each test is done")],
    ids=["history", "a check", "tests"],
)
async def test_the_last_line_of_a_list_can_be_gone_to_and_is_seen(
    tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...], sign: str
) -> None:
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "mine.yaml").write_text("id: mine\nversion: one\n")
    write(tmp_path, MANY[-1:] if "enter" in keys else MANY)
    async with face(tmp_path, size=size) as app:
        await app.shows("Last check")
        for key in keys:
            await app.press(key)
        await app.shows(sign)
        await app.press("end")
        rows = app.app.screen.query_one(Rows)
        assert rows.highlighted_option is rows.options[-1]
        assert any(CURSOR in line for line in seen(app))


async def test_what_is_wrong_with_a_test_of_ones_own_is_the_first_thing_that_the_list_says(
    tmp_path: Path,
) -> None:
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "mine.yaml").write_text("id: mine\nversion: one\n")
    async with face(tmp_path) as app:
        await app.press("t")
        shown = await app.shows("1 file of yours can't be read; the reason stands first.")
        assert shown.index("mine.yaml:2: version should be a whole number") < shown.index("these are missing")
        assert shown.index("these are missing") < shown.index("Tighten")
        assert "Enter Read" not in shown, "there is nothing to open there"
        await app.press("enter")
        assert "these are missing" in app.text()
        await app.press("down", "down")
        await app.shows("Enter Read")


@pytest.mark.parametrize("keys", [("u", "1"), ("question_mark",), ("t", "end", "up", "enter"), ("g",)])
async def test_a_page_that_goes_on_below_says_so_until_it_is_read_to_its_end(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    write(tmp_path, MANY[:3])
    async with face(tmp_path, size=(60, 20)) as app:
        await app.shows("Last check")
        for key in keys:
            await app.press(key)
        await app.shows(READ_ON)
        for _ in range(200):
            await app.press("down")
            if READ_ON not in app.text():
                break
        page = app.app.screen.query_one("#page")
        assert page.scroll_y == page.max_scroll_y > 0


async def test_what_stands_below_a_menu_is_reached_with_the_arrow_that_leads_through_it(
    tmp_path: Path,
) -> None:
    write(tmp_path, MANY[:3])
    async with face(tmp_path, size=(60, 20)) as app:
        await app.press("g")
        await app.shows("Page for a doctor", READ_ON)
        assert "with charts" not in app.text()
        await app.press(*["down"] * 40)
        await app.shows("with charts")


async def test_a_page_that_is_seen_whole_says_nothing_of_more(tmp_path: Path) -> None:
    async with face(tmp_path, size=(120, 40)) as app:
        await app.shows("Nothing here yet.")
        assert READ_ON not in app.text()


async def test_the_next_topic_is_called_that(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.press("u", "1")
        await app.shows("F2 Next topic")


async def test_the_chooser_says_which_test_of_ones_own_can_t_be_read(tmp_path: Path) -> None:
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "mine.yaml").write_text("id: mine\nversion: one\n")
    write(tmp_path, [grip_check(40)])
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
    async with face(tmp_path) as app:
        await app.shows("Start the check")
        await app.press("c")
        await app.shows(
            "A test of yours is not here, as mine.yaml can't be read. “Tests” on the first page says why."
        )


async def test_a_long_note_leaves_the_tries_their_room_and_says_where_the_rest_of_it_is(
    tmp_path: Path,
) -> None:
    write(tmp_path, [grip_check(7, note="It was a long day. " * 40)])
    async with face(tmp_path, size=(60, 20)) as app:
        await app.shows("Last check")
        await app.press("h", "enter")
        await app.shows("Note: It was a long day.", "… n shows all of it.", "31.2 kg", "33.0 kg")


async def test_help_is_named_by_the_key_that_opens_it_where_a_question_mark_is_a_letter(
    tmp_path: Path,
) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.", "? Help")
        await app.press("s", "n")
        shown = await app.shows("F1 Help")
        assert "? Help" not in shown


async def test_with_one_check_no_key_leads_to_another_time(tmp_path: Path) -> None:
    write(tmp_path, MANY[-1:])
    async with face(tmp_path) as app:
        await app.shows("Last check")
        await app.press("v")
        shown = await app.shows("Grip device", "Enter Open")
        assert "t Then" not in shown
        assert "w Now" not in shown
        await app.press("enter")
        shown = await app.shows("n Numbers")
        assert "← Before" not in shown
