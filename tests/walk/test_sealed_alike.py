"""Sealed, records that went otherwise on the same days say the same: on every page and by every command.

What is worth showing, or telling, is still said, by design: that is taken out before the two are compared.
"""

import io
import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from strengthcheck.cli.call import Call
from strengthcheck.cli.output import Output
from strengthcheck.cli.parser import build_parser
from strengthcheck.cli.program import resolve
from strengthcheck.exchange.refused import Refused
from strengthcheck.services.readings import compare
from strengthcheck.services.seal import sealed_until
from strengthcheck.views.sealed import ALWAYS_SAID
from strengthcheck.wording import seal
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

TELL = re.compile(seal.TELL.text.replace("{what}", r"[^.]*?"))
"""What dipped and recovered again and again: which side of which test is worth telling, and no more."""


def made(folder: Path, went: Went, *, sealed: bool = True) -> Path:
    """The record that `went` so, always in the same place: where a path is broken must not differ."""
    for name in ("home", "data"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir()
    alike(folder / "data", went, seen=folder.name == "seen", sealed=sealed)
    return folder / "data"


def told(record: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """Each text in one line, without what is worth showing."""
    with opened(record) as ws:
        views = compare(ws), compare(ws, EARLIER)
        shown = [s.text for view in views for s in view.headline if s.id in ALWAYS_SAID]
    flat = {name: " ".join(text.split()) for name, text in texts.items()}
    for one in shown:
        flat = {name: " ".join(text.replace(one, "").split()) for name, text in flat.items()}
    return {name: " ".join(TELL.sub("", text).split()) for name, text in flat.items()}


def differing(usual: Mapping[str, str], other: Mapping[str, str]) -> dict[str, tuple[str | None, str | None]]:
    """What is not the same, by the keys or the command that lead there."""
    names = dict.fromkeys((*usual, *other))
    return {n: (usual.get(n), other.get(n)) for n in names if usual.get(n) != other.get(n)}


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
        if deep:  # one of all these keys takes the seal off
            pages = [one async for one in crawl(seen, 3) if await seen.app.desk.do(sealed_until)]
            return {f"{one.page.__name__} {one.keys}": one.text for one in pages}
        await settle(seen)
        home, found = seen.app.screen, {"Home": seen.text()}
        for keys in KEYS:
            for key in keys.split():
                await seen.press(key)
                await settle(seen)
                found[f"{keys}: {type(seen.app.screen).__name__}"] = seen.text()
            assert await back_to(seen, home)
    return found


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, went: Went) -> Path:
    """Where the records are made one after the other, with a home folder of their own."""
    folder = tmp_path / ("seen" if went == "falling" else "unseen")
    (folder / "home").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("went", OTHERWISE)
def test_by_every_command_a_sealed_record_says_the_same_however_it_went(place, went):
    usual, other = (
        told(record, {line: by_command(record, line) for line in COMMANDS})
        for record in (made(place, course) for course in ("settled", went))
    )
    assert differing(usual, other) == {}


@pytest.mark.timeout(2400)
@pytest.mark.parametrize("went", OTHERWISE)
async def test_on_every_page_a_sealed_record_says_the_same_however_it_went(place, went, long):
    if went != "falling" and not long:
        pytest.skip("told by the commands and in lines; on every page with --long")
    record = made(place, "settled")
    usual = told(record, await by_keys(record, deep=long))
    record = made(place, went)
    assert differing(usual, told(record, await by_keys(record, deep=long))) == {}


@pytest.mark.parametrize("went", OTHERWISE)
def test_in_lines_a_sealed_record_says_the_same_however_it_went(place, went):
    usual, other = (
        told(record, {"lines": talk_through(record, choosing(*TALK))})
        for record in (made(place, course) for course in ("settled", went))
    )
    assert differing(usual, other) == {}


@pytest.mark.parametrize("went", OTHERWISE)
def test_opened_again_each_of_these_records_says_something_else(place, went):
    usual, other = (by_command(made(place, course, sealed=False), "compare") for course in ("settled", went))
    assert usual != other
