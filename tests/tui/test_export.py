"""The export page, by keys."""

import csv
import json
import stat
from pathlib import Path

import pytest

from tests.services.sealing import sealed_record, values_in
from tests.tui.faces import Face, face
from tests.tui.records import grip_check, write

LARGE = (120, 40)


async def to_place(seen: Face, target: Path | str) -> None:
    await seen.shows("Where should the file go?")
    seen.app.screen.query_one("Input").value = str(target)
    await seen.press("enter")


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        (("j",), "The file will hold the whole record: 2 checks"),
        (("c", "y"), "every try and your notes"),
        (("c", "n"), "It won't hold a name nor your notes"),
        (("f",), "It doesn't hold a name, notes or worry"),
    ],
)
async def test_each_kind_says_what_it_holds_before_it_is_written(tmp_path: Path, keys, held) -> None:
    write(tmp_path / "data", [grip_check(5, note="made-up evening note"), grip_check(12)])
    target = tmp_path / "out"
    async with face(tmp_path / "data", size=LARGE) as seen:
        await seen.shows("Export")
        await seen.press("e")
        await seen.shows("The whole record", "A table of all values", "A document for other systems")
        for key in keys:
            await seen.press(key)
        await seen.shows(held)
        assert not target.exists()
        await to_place(seen, target)
        await seen.shows("Written:")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    text = target.read_text("utf-8")
    if keys[0] == "c":
        values = [r["value"] for r in csv.DictReader(text.splitlines()) if r["value"]]
        assert values == ["31.2", "33.0"] * 2
        assert ("made-up evening note" in text) == (keys[1] == "y")
    else:
        assert json.loads(text)
        assert ("made-up evening note" in text) == (keys[0] == "j")


async def test_a_file_that_is_there_stays_unless_one_says_yes(tmp_path: Path) -> None:
    write(tmp_path / "data", [grip_check(5)])
    target = tmp_path / "out.json"
    target.write_text("mine")
    async with face(tmp_path / "data", size=LARGE) as seen:
        await seen.shows("Export")
        await seen.press("e", "enter")
        await to_place(seen, target)
        await seen.shows("Replace it?")
        await seen.press("enter")
        await seen.shows("A table of all values")
        assert target.read_text() == "mine"
        await seen.press("j")
        await to_place(seen, tmp_path / "nowhere" / "x")
        await seen.shows("can't be written")
        for strange in ("x" * 3000, str(target / "under-a-file"), "~nobody-made-up/x", " "):
            await seen.press("j")
            await to_place(seen, strange)
            await seen.shows("A table of all values")
            assert seen.app.screen.query_one("StatusLine").display


async def test_sealed_values_go_out_only_after_a_calm_question_and_stay_sealed_here(tmp_path: Path) -> None:
    sealed_record(tmp_path / "data")
    target = tmp_path / "out.csv"
    async with face(tmp_path / "data", size=LARGE) as seen:
        await seen.shows("Export")
        await seen.press("e", "c")
        pages = [await seen.shows("Write sealed values into the file?", "They stay sealed here.")]
        await seen.press("escape", "c")
        await seen.shows("Write sealed values into the file?")
        await seen.press("y", "n")
        await to_place(seen, target)
        pages.append(await seen.shows("Written:"))
    assert [v for page in pages for v in values_in(page)] == []
    assert values_in(target.read_text("utf-8"))
