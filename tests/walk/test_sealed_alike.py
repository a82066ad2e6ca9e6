"""Sealed, records that went otherwise on the same days say the same: on every page and by every command.

What is worth showing is still said, by design: that one sentence is taken out before the two are compared.
"""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from strengthcheck.cli.call import Call
from strengthcheck.cli.output import Output
from strengthcheck.cli.parser import build_parser
from strengthcheck.cli.program import resolve
from strengthcheck.exchange.refused import Refused
from strengthcheck.services.readings import compare
from strengthcheck.views.sealed import ALWAYS_SAID
from tests.plain.people import choosing, talk_through
from tests.services.alike import Went, alike
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.crawl import back_to, crawl, settle
from tests.tui.faces import face

OTHERWISE: tuple[Went, ...] = ("dipped", "came back", "low now", "falling")
"""Each is held beside "settled". What is falling a doctor saw, on the day before the seal: so Home has
nothing to show, and stands in the same order."""

TALL = (110, 150)
"""So tall that nothing of a page lies below its edge."""

KEYS = ("v", "h enter v enter", "w", "r e y", "z l", "c")
"""From Home to the pages that speak of the record, each page on the way read; --long crawls the whole app."""

EARLIER = date(2026, 10, 20)

COMMANDS = (
    "compare",
    "compare --format json",
    "compare --protocol grip-device --format json",
    f"compare --as-of {EARLIER}",
    "history",
    "history --format json",
    f"history --as-of {EARLIER}",
    "export -o -",
    "export --format csv -o -",
    "export --format fhir -o -",
    "report -o page.pdf",
    "where",
)

TALK = (
    *("History", "1  ", "v  ", "=2", "=b", "i  ", "=2", "Another reason", "=other", "=", "k  ", "=", "=b"),
    *("Compare", "=", "Fewer checks", "=b", "Page for a doctor", "Read the page", "Tests", "=", "=b"),
    *("Export", "whole record", "No, leave it", "Settings", "Seal results", "No, leave them", "=b"),
)


def told(text: str, folder: Path) -> str:
    """A text in one line, without its folder's name and without what is worth showing."""
    with opened(folder) as ws:
        views = compare(ws), compare(ws, EARLIER)
        shown = [s.text for view in views for s in view.headline if s.id in ALWAYS_SAID]
    flat = " ".join(text.replace(str(folder), "HERE").split())
    for one in shown:
        flat = flat.replace(one, "")
    return " ".join(flat.split())


def both(folder: Path, went: Went) -> tuple[Path, Path]:
    """The settled record and the other one."""
    seen = went == "falling"
    alike(folder / "one", "settled", seen=seen)
    alike(folder / "two", went, seen=seen)
    return folder / "one", folder / "two"


def by_command(folder: Path, line: str) -> str:
    """Both streams of one command, or why it was refused."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    output = Output(out, err)
    args = build_parser(output.print_message).parse_args(["--data-dir", str(folder), *line.split()])
    try:
        resolve(args.target)(Call(args, output, None, {}, StandingClock(NOW)))
    except Refused as e:
        output.say(str(e))
    text = "".join(s.buffer.getvalue().decode() for s in (out, err))
    if text.startswith("{") and "worth_showing" in text:
        found = json.loads(text)
        kept = [s for s in found["sentences"] if s["id"] not in ALWAYS_SAID]
        return json.dumps({**found, "worth_showing": None, "sentences": kept})
    return text


async def by_keys(folder: Path, *, deep: bool) -> dict[str, str]:
    """What stands on each page, by the keys that lead there."""
    async with face(folder, size=TALL) as seen:
        if deep:
            return {f"{one.page.__name__} {one.keys}": one.text async for one in crawl(seen, 3)}
        await settle(seen)
        home, found = seen.app.screen, {"Home": seen.text()}
        for keys in KEYS:
            for key in keys.split():
                await seen.press(key)
                await settle(seen)
                found[f"{keys}: {type(seen.app.screen).__name__}"] = seen.text()
            assert await back_to(seen, home)
    return found


@pytest.mark.parametrize("went", OTHERWISE)
def test_by_every_command_a_sealed_record_says_the_same_however_it_went(tmp_path, monkeypatch, went):
    monkeypatch.chdir(tmp_path)
    one, two = both(tmp_path, went)
    for line in COMMANDS:
        assert told(by_command(two, line), two) == told(by_command(one, line), one), line


@pytest.mark.timeout(2400)
@pytest.mark.parametrize("went", OTHERWISE)
async def test_on_every_page_a_sealed_record_says_the_same_however_it_went(tmp_path, monkeypatch, went, long):
    if went != "falling" and not long:
        pytest.skip("told by the commands and in lines; on every page with --long")
    monkeypatch.setenv("HOME", str(tmp_path))
    one, two = both(tmp_path, went)
    usual, other = await by_keys(one, deep=long), await by_keys(two, deep=long)
    assert list(other) == list(usual)
    for keys in usual:
        assert told(other[keys], two) == told(usual[keys], one), keys


@pytest.mark.parametrize("went", OTHERWISE)
def test_in_lines_a_sealed_record_says_the_same_however_it_went(tmp_path, monkeypatch, went):
    monkeypatch.setenv("HOME", str(tmp_path))
    one, two = both(tmp_path, went)
    assert told(talk_through(two, choosing(*TALK)), two) == told(talk_through(one, choosing(*TALK)), one)


@pytest.mark.parametrize("went", OTHERWISE)
def test_opened_again_each_of_these_records_says_something_else(tmp_path, went):
    seen = went == "falling"
    alike(tmp_path / "one", "settled", seen=seen, sealed=False)
    alike(tmp_path / "two", went, seen=seen, sealed=False)
    assert by_command(tmp_path / "two", "compare") != by_command(tmp_path / "one", "compare")
