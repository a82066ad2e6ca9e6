"""Compare and the page of one test: by keys, by mouse, in every size; a newcomer's way through a year."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from textual.pilot import Pilot

from strengthcheck.services.demo import write_demo
from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from strengthcheck.tui.themes import NAMES
from strengthcheck.tui.widgets.keybar import KeyBar
from strengthcheck.tui.widgets.words import Words
from tests.services.rooms import StandingClock
from tests.services.sealing import sealed_record, values_in
from tests.tui.faces import Face, face
from tests.tui.records import HOSTILE, grip_check, write

SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
SECONDS_A_KEY = 1.5
WORDS_A_SECOND = 4
"""240 words a minute, the usual pace of reading."""


def told_on(seen: Face) -> dict[str, None]:
    """What is read of a page: its sentences whole; of a list, the line that is chosen tells by its sign."""
    told = [w for w in seen.app.screen.query(Words) if w.display and w.region.height]
    return {str(w.content): None for w in told}


async def open_grip(seen: Face) -> None:
    """From Home over Compare to the grip device of the steady year, its ninth line."""
    await seen.shows("Last check")
    await seen.press("v")
    await seen.shows("Grip device, kg")
    await seen.press(*["down"] * 8, "enter")
    await seen.shows("planned check", "← Before")


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name in ("steady", "lasting-loss"):
        made[name] = tmp_path_factory.mktemp(name) / "record"
        write_demo(name, str(made[name]), {}, StandingClock())
    return made


async def test_a_newcomer_finds_hand_date_and_notes_and_writes_the_page_in_under_two_minutes(
    years: dict[str, Path], tmp_path: Path
) -> None:
    keys = 0
    read: dict[str, None] = {}
    target = tmp_path / "page.pdf"

    async def go(seen: Face, key: str, *signs: str) -> str:
        nonlocal keys
        await seen.press(key)
        shown = await seen.shows(*signs)
        keys += 1
        read.update(told_on(seen))
        return shown

    async with face(years["lasting-loss"], size=(80, 24), demo=True) as seen:
        await seen.shows("Grip device, right hand: worth showing")
        read.update(told_on(seen))
        await go(seen, "v", "Grip device, kg", "low")
        await go(
            seen,
            "enter",
            "22 June",
            "From here on the right hand is lower; at first still",
            "felt slower with the keys",
        )
        await go(seen, "right", "20 July", "dropped the pan once, right hand")
        await go(seen, "escape", "Grip device, kg")
        await go(seen, "escape", "Your page is ready")
        await go(seen, "g", "Write the file")
        await go(seen, "e", "Where should the file go?")
        seen.app.screen.query_one("Input").value = str(target)
        await go(seen, "enter", "Written:")
    words = [w for text in read for w in text.split() if any(c.isalpha() for c in w)]
    assert keys <= 10
    assert keys * SECONDS_A_KEY + len(words) / WORDS_A_SECOND < 120
    assert "Grip device" in "\n".join(p.extract_text() for p in PdfReader(target).pages)


async def test_the_cursor_walks_from_check_to_check_and_opens_one(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(120, 40)) as seen:
        await open_grip(seen)
        await seen.shows("9 November, planned check", "left hand", "in the usual range")
        await seen.press("left")
        await seen.shows("12 October, planned check")
        await seen.press("home")
        first = await seen.shows("24 November 2025, planned check", "first time, took a while")
        await seen.press("left")
        assert "24 November 2025, planned check" in first
        await seen.press("right", "right", "right", "right")
        await seen.shows("20 January, extra check", "extra check, not compared", "thumb twitched")
        await seen.press("end", "enter")
        await seen.shows("9 November at", "Squeeze a grip device", "›left, try 1", "31.6 kg")
        await seen.press("escape")
        await seen.shows("9 November, planned check")


async def test_a_click_on_the_chart_puts_the_cursor_there(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(120, 40)) as seen:
        await seen.shows("Nothing to do until")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.click("Grip device, kg")
        await seen.shows("9 November, planned check")
        await seen.click("≈")
        await seen.shows("24 November 2025, planned check")
        await seen.click("Gap")
        await seen.shows("Your own usual gap")


async def test_the_three_views_have_a_key_each_and_the_one_at_hand_has_none(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(120, 40)) as seen:
        await open_grip(seen)
        assert "1 Time" not in await seen.shows("2 Gap", "3 Shape of a loss")
        await seen.press("2")
        assert "2 Gap" not in await seen.shows("1 Time", "of 23,000 people over 50")
        await seen.press("3")
        await seen.shows("These lines are not yours.", "3 %", "8 %", "A flat record can't show")
        await seen.press("1")
        await seen.shows("2 Gap")


async def test_the_way_back_from_the_numbers_is_named(years: dict[str, Path]) -> None:
    for size in ((80, 24), (120, 40)):
        async with face(years["steady"], size=size) as seen:
            await open_grip(seen)
            await seen.press("n")
            assert ("┤" in await seen.shows("1 Time", "2 Gap", "low below")) == (size[1] > 30)
            await seen.press("1")
            assert "1 Time" not in await seen.shows("┤", "2 Gap")


async def test_a_chart_has_its_legend_beside_the_numbers_too(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(120, 40)) as seen:
        await open_grip(seen)
        await seen.press("n")
        await seen.shows("low below", "● left ┄ usual", "■ right · usual")


async def test_nothing_at_the_cursor_is_cut_in_silence_in_a_small_window(years: dict[str, Path]) -> None:
    async with face(years["lasting-loss"], size=(80, 24), demo=True) as seen:
        await seen.shows("Grip device, right hand: worth showing")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("enter")
        for key in ("1", "2"):
            await seen.press(key)
            shown = await seen.shows("22 June", "felt slower with the keys", "cold hands")
            assert "Many things can do this" in shown or key == "2"
            assert "not compared" in shown


async def test_how_common_a_gap_is_is_seen_in_a_small_window_too(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(80, 24)) as seen:
        await open_grip(seen)
        await seen.press("2")
        await seen.shows(
            "Your own usual gap", "of 23,000 people over 50", "◆", "counts at once.", "n Numbers"
        )


async def test_no_shape_of_a_loss_is_offered_where_a_loss_is_worth_showing(years: dict[str, Path]) -> None:
    async with face(years["lasting-loss"], size=(120, 40)) as seen:
        await seen.shows("worth showing")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("enter")
        assert "Shape" not in await seen.shows("From here on the right hand is lower")
        await seen.press("3")
        assert "not yours" not in seen.text()


async def test_the_figures_and_the_rule_wait_to_be_asked_for(years: dict[str, Path]) -> None:
    async with face(years["lasting-loss"], size=(120, 40)) as seen:
        await seen.shows("worth showing")
        await seen.press("v")
        assert "evidence" not in await seen.shows("has been lower since 22 June", "and is still falling")
        await seen.press("n")
        shown = await seen.shows("33.4 kg at your first checks, 22.9 kg at the latest check; −10.5 kg, −31 %")
        assert shown.count("evidence of a lasting loss") == 1
        await seen.press("n", "enter")
        assert "evidence" not in await seen.shows("From here on")
        await seen.press("n")
        await seen.shows("Both sides read together: evidence of a lasting loss")


async def test_a_small_window_leaves_out_nothing_of_a_loss_and_shows_the_rest_by_a_key(
    years: dict[str, Path],
) -> None:
    async with face(years["lasting-loss"], size=(80, 24)) as seen:
        await seen.shows("worth showing")
        await seen.press("v")
        shown = await seen.shows(
            "Show this to a doctor within two weeks.", "Only an examination can tell which.", "m More"
        )
        assert "Felt beside measured" not in shown
        await seen.press("m")
        shown = await seen.shows("Felt beside measured", "Right: expected weaker in 7 of 16 checks")
        assert "Low days" not in shown, "a confirmed loss is no number of open days"
        await seen.press("m")
        assert "Felt" not in await seen.shows("Only an examination can tell which.")
        await seen.press("n")
        await seen.shows("33.4 kg at your first checks", "PgDn Read on")
        await seen.press("pagedown")
        await seen.shows("needed 4.6 for the left hand, 5.6 for the right hand.", "it was off its usual")
        await seen.press("n", "enter")
        await seen.shows("From here on", "Only an examination can tell which.", "●", "■")


async def test_the_low_day_that_came_back_is_told_in_a_small_window(tmp_path: Path) -> None:
    write_demo("came-back", str(tmp_path), {}, StandingClock())
    async with face(tmp_path, size=(80, 24)) as seen:
        await seen.shows("Nothing to do until")
        await seen.press("v", "m")
        shown = await seen.shows("Low days so far: 1. Came back: 1. Still open: 0.", "counts at once.")
        assert "24 November 2025" in shown, "no line ends between a day and its month"
        await seen.press(*["down"] * 8)
        await seen.shows("›Grip device, kg", "left hand: low on 25 May, in its usual range since 8 June.")
        await seen.press("enter")
        await seen.shows("left hand: low on 25 May, in its usual range since 8 June.", "9 November")


async def test_what_is_longer_than_a_very_small_window_is_read_by_page_down(years: dict[str, Path]) -> None:
    async with face(years["lasting-loss"], size=(60, 20)) as seen:
        await seen.shows("worth showing")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("n")
        assert "needed 4.6" not in await seen.shows("33.4 kg at your first checks", "PgDn Read on")
        await seen.press("pagedown", "pagedown")
        shown = await seen.shows("needed 4.6 for the left hand, 5.6 for the right hand.")
        assert "Read on" not in shown
        await seen.press("pageup", "pageup")
        await seen.shows("›Grip device, kg", "33.4 kg at your first checks")
        await seen.press("n", "pagedown")
        assert "›Grip" not in await seen.shows("›"), "with nothing to read on the key is the list's"


async def test_any_two_times_are_chosen_by_keys(years: dict[str, Path]) -> None:
    async with face(years["lasting-loss"], size=(120, 40)) as seen:
        await seen.shows("worth showing")
        await seen.press("v")
        await seen.shows("your first checks → the latest check")
        await seen.press("t")
        await seen.shows("Which time should be the earlier time?")
        await seen.press("d")
        await seen.shows("A day means the last planned check up to it.")
        await seen.type("soon")
        await seen.press("enter")
        await seen.shows("Write the day like")
        seen.app.screen.query_one("Input").value = "march 2026"
        await seen.press("enter")
        await seen.shows("March 2026 → the latest check", "Grip device, kg")
        await seen.press("w")
        await seen.shows("Which time should be the later time?")
        await seen.press("4")
        await seen.shows("March 2026 → three months ago")
        await seen.press("t", "escape")
        await seen.shows("March 2026 → three months ago")


async def test_an_empty_record_has_nothing_to_compare_and_a_way_back(tmp_path: Path) -> None:
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        await seen.press("v")
        shown = await seen.shows("Nothing to compare yet", "Esc Back")
        assert "Numbers" not in shown
        await seen.press("enter", "n", "t", "escape")
        await seen.shows("Nothing here yet.")


async def test_one_check_can_be_seen_over_time(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(5)])
    async with face(tmp_path) as seen:
        await seen.shows("1 of 3")
        await seen.press("v")
        assert (await seen.shows("Grip device, kg")).count("1 of 3.") == 1, "one sentence is said once"
        await seen.press("enter")
        await seen.shows("18 November, planned check", "31.2 kg", "33.0 kg", "●", "■")
        await seen.press("left", "right", "home", "end", "2")
        await seen.shows("from the fourth planned check of both sides on")


async def test_a_check_put_into_the_bin_from_its_chart_is_gone_from_it_and_the_last_one_leads_back(
    tmp_path: Path,
) -> None:
    write(tmp_path, [grip_check(12), grip_check(5)])
    async with face(tmp_path) as seen:
        await seen.shows("Last check")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("enter")
        await seen.shows("18 November, planned check")
        for shown in ("11 November, planned check", "Nothing to compare yet"):
            await seen.press("enter")
            await seen.shows("Squeeze a grip device")
            await seen.press("d")
            await seen.shows("Put this check into the bin?")
            await seen.press("y")
            await seen.shows(shown)


async def test_a_sealed_record_shows_no_value_anywhere(tmp_path: Path) -> None:
    sealed_record(tmp_path, falling=True)
    async with face(tmp_path, size=(120, 40)) as seen:
        await seen.shows("worth showing")
        await seen.press("v")
        shown = await seen.shows("sealed", "worth showing")
        await seen.press("n", "enter")
        assert values_in(shown + seen.text()) == []


async def test_what_people_wrote_is_shown_as_it_is(tmp_path: Path) -> None:
    hostile = " ".join(HOSTILE)
    checks = [grip_check(d, note=hostile) for d in (40, 33, 26)]
    checks[2]["results"][0]["trials"].append(
        {"side": "left", "values": {"force": 9}, "invalid": "other", "invalid_note": hostile}
    )
    write(tmp_path, checks)
    async with face(tmp_path, size=(120, 40)) as seen:
        await seen.shows("Last check")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("enter")
        shown = await seen.shows("[bold]x", "[@click=app.quit]x[/]")
        assert "\x1b" not in shown


async def test_every_size_shows_the_chart_the_check_at_hand_and_every_key_whole(
    years: dict[str, Path],
) -> None:
    async with face(years["steady"]) as seen:
        await seen.shows("Last check")
        await seen.press("v")
        for size in SIZES:
            await seen.pilot.resize_terminal(*size)
            shown = await seen.shows("your first checks → the latest check", "? Help", "n Numbers")
            assert max(len(line) for line in shown.split("\n")) <= size[0]
        await seen.press(*["down"] * 8, "enter")
        for size in SIZES:
            await seen.pilot.resize_terminal(*size)
            shown = await seen.shows("9 November, planned check", "●", "■", "L 3", "? Help", "Esc Back")
            assert max(len(line) for line in shown.split("\n")) <= size[0]
            shown_keys = {k.title for k in seen.app.screen.query_one(KeyBar)._keys}
            assert {"Before", "After", "Open", "Gap", "Numbers"} <= shown_keys
        await seen.pilot.resize_terminal(38, 24)
        await seen.shows("Too small for the chart.")


async def test_sides_bands_and_the_cursor_are_seen_in_every_set_of_colours(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(120, 40)) as seen:
        await open_grip(seen)
        for theme in NAMES:
            seen.app.theme = theme
            await seen.shows("●", "■", "┄", "· ·", "│", "┴")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", [("v",), ("v", "enter")], ids=["compare", "test"])
def test_a_page_looks_as_it_did(
    snap_compare: Callable[..., bool], years: dict[str, Path], keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    clock = StandingClock()
    app = StrengthCheckApp(
        lambda: open_workspace(str(years["lasting-loss"]), {}, clock), clock=clock, draw=lambda: True
    )

    async def go(pilot: Pilot[int | None]) -> None:
        shown = Face(app, pilot)
        await shown.shows("worth showing")
        for key, sign in zip(keys, ("Grip device, kg", "From here on"), strict=False):
            await shown.press(key)
            await shown.shows(sign)

    assert snap_compare(app, terminal_size=size, run_before=go)


async def test_help_names_every_key_of_the_page(years: dict[str, Path]) -> None:
    async with face(years["steady"], size=(120, 40)) as seen:
        await seen.shows("Last check")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("enter")
        await seen.shows("planned check")
        await seen.press("question_mark")
        await seen.shows("Put the cursor on the check before.")


async def test_a_long_record_opens_on_its_last_year_and_names_the_way_to_all_of_it(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(14 * n) for n in range(70, 0, -1)])
    async with face(tmp_path, size=(80, 24)) as seen:
        await seen.shows("Last check")
        await seen.press("v")
        await seen.shows("Grip device, kg")
        await seen.press("enter")
        assert "A year" not in await seen.shows("planned check", "y All of it")
        await seen.press("home")
        await seen.shows("10 November 2025, planned check")
        await seen.press("y")
        assert "All of it" not in await seen.shows("y A year")
        await seen.press("home")
        await seen.shows("2024, planned check")
        await seen.press("3")
        shown = await seen.shows("1 Time", "November 2025, planned check")
        assert "A year" not in shown
        assert "All of it" not in shown
