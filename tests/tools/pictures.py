"""A picture of every page in every state: `python -m tests.tools.pictures OUT [--state …] [--page …]`.

With --readme the pictures of the README are drawn anew in `docs/pictures` too.

Each page class is found by itself, and one that no way leads to stops the run. The clock stands, the people
are plainly made up, and the same program gives the same pictures. OUT/index.html shows them beside each
other. With --png, and rsvg-convert on the path, each is a PNG too.
"""

import argparse
import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot

from strengthcheck.guide.script import next_step
from strengthcheck.host.settings import Settings, SettingsFile
from strengthcheck.services.sitting import timing, unfinished
from strengthcheck.services.workspace import Workspace, open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from strengthcheck.tui.page import Page
from tests.services.rooms import StandingClock, opened
from tests.tools.states import STATES
from tests.tools.ways import FIRST, WAYS, around, every_page, steps_of, without_way

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "60x20": (60, 20), "200x60": (200, 60)}
THEMES = {"dark": "calm-dark", "light": "calm-light", "contrast": "high-contrast", "own": "terminal"}
USUAL_SIZES, USUAL_THEMES = ("80x24", "120x40"), ("dark", "light")
"""What is drawn where nothing is asked for; the others by their names, and without colour under NO_COLOR."""

VIEWS = {"gap": "2", "shape": "3", "numbers": "n"}
"""What else the page of one test shows, by the key that leads there."""

SETTLED = 3
"""So many looks in a row without work mean that a page is painted."""

GROUPS = frozenset({"look", "home", "reading", "default"})
"""Workers that read before something is shown; others wait for the person."""

MOST_LOOKS = 200
_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)
WIDE = 1200
"""Pixels of a PNG."""

README = {"home": "HomeScreen", "over-time": "PairScreen"}
"""File in `docs/pictures` and the page that it shows, of the year, in a small dark window."""
DOCS = Path(__file__).parents[2] / "docs" / "pictures"


class Look(NamedTuple):
    """One set of pictures: the record, the window, the colours."""

    state: str
    size: str
    theme: str

    @property
    def folder(self) -> str:
        """Where its pictures go."""
        return f"{self.state}/{self.size}-{self.theme}"


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until no worker works and nothing is left to be painted."""
    quiet = 0
    for _ in range(MOST_LOOKS):
        await pilot.pause(0.01)
        busy = any(
            w.is_running and w.group in ("look", "home", "reading", "default") for w in pilot.app.workers
        )
        quiet = 0 if busy else quiet + 1
        if quiet >= SETTLED:
            return


async def shoot(look: Look, data: Path, out: Path, names: Iterable[str]) -> list[Path]:
    """The pictures of one look; gives back the files."""
    clock = StandingClock()
    settings = SettingsFile()
    settings.write(Settings(theme=THEMES[look.theme]))
    app = StrengthCheckApp(
        lambda: open_workspace(str(data), {}, clock), clock=clock, draw=lambda: True, settings=settings
    )
    folder = out / look.folder
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    with opened(data) as ws:
        beside = around(ws, app.desk)
        async with app.run_test(size=SIZES[look.size]) as pilot:
            await settle(pilot)
            for name in names:
                shown = name if name in FIRST else None
                if shown is None:
                    screen = WAYS[name](every_page()[name], beside)
                    if screen is None:
                        continue
                    made += await _shown(pilot, screen, folder / f"{name}.svg")
                else:
                    made.append(_write(app, folder / f"{name}.svg"))
            if "PairScreen" in names:
                for view, key in VIEWS.items():
                    screen = WAYS["PairScreen"](every_page()["PairScreen"], beside)
                    if screen is not None:
                        made += await _shown(pilot, screen, folder / f"PairScreen-{view}.svg", key)
            if "SittingScreen" in names:
                for screen, step in _steps(beside.ws, app):
                    made += await _shown(pilot, screen, folder / f"SittingScreen-{step}.svg")
    return made


def _steps(ws: Workspace, app: StrengthCheckApp) -> Iterator[tuple[Page[Any], str]]:
    """The page of a check at each kind of step."""
    if _refused(ws):
        return
    for sitting in steps_of(ws):
        yield every_page()["SittingScreen"](app.desk, sitting), type(next_step(sitting)).__name__


def _refused(ws: Workspace) -> bool:
    """Whether the one extra check of a week is used up, so that none can be begun for the pictures."""
    return timing(ws).extra_from is not None and not unfinished(ws)


async def _shown(pilot: Pilot[Any], screen: Page[Any], path: Path, key: str = "") -> list[Path]:
    """The page's picture, after a key where one is given; none where the page doesn't offer the key."""
    await pilot.app.push_screen(screen)
    await settle(pilot)
    made = []
    if not key or key in pilot.app.screen.active_bindings:
        if key:
            await pilot.press(key)
            await settle(pilot)
        made.append(_write(pilot.app, path))
    while pilot.app.screen is not pilot.app.screen_stack[0]:
        pilot.app.pop_screen()
        await pilot.pause()
    return made


def _write(app: Any, path: Path) -> Path:
    svg = _FONTS.sub("", app.export_screenshot(simplify=True))  # a picture asks no other computer for letters
    path.write_text("\n".join(line.rstrip() for line in svg.split("\n")), "utf-8")
    return path


def to_png(files: Iterable[Path]) -> bool:
    """A PNG beside each SVG; False where nothing here can make them."""
    tool = shutil.which("rsvg-convert")
    if tool is None:
        return False
    for file in files:
        svg = file.read_text("utf-8").replace("<svg ", '<svg xml:space="preserve" ', 1)
        target = str(file.with_suffix(".png"))
        subprocess.run([tool, "-w", str(WIDE), "-o", target], input=svg.encode(), check=True)
    return True


def index(out: Path, files: Iterable[Path]) -> Path:
    """All pictures on one page, by name."""
    rows = "\n".join(
        f'<figure><img src="{escape(str(f.relative_to(out)))}" loading="lazy" width="600">'
        f"<figcaption>{escape(str(f.relative_to(out).with_suffix('')))}</figcaption></figure>"
        for f in sorted(files, key=lambda f: (f.name, str(f)))
    )
    page = out / "index.html"
    page.write_text(
        f"<!doctype html><title>pictures</title><style>figure{{display:inline-block}}</style>{rows}"
    )
    return page


def main(argv: list[str] | None = None) -> int:
    """Make the pictures that are asked for; 1 when a page is forgotten."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.pictures", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--state", action="append", choices=tuple(STATES))
    parser.add_argument("--page", action="append", choices=(*sorted(WAYS), *FIRST))
    parser.add_argument("--size", action="append", choices=tuple(SIZES))
    parser.add_argument("--theme", action="append", choices=tuple(THEMES))
    parser.add_argument("--png", action="store_true")
    parser.add_argument("--readme", action="store_true")
    args = parser.parse_args(argv)
    if args.readme:
        args.state, args.page, args.size, args.theme = ["year"], [*README.values()], ["80x24"], ["dark"]
    forgotten = without_way()
    if forgotten:
        print(f"no way leads to: {', '.join(forgotten)}; add one in tests/tools/ways.py", file=sys.stderr)
        return 1
    names = args.page or [*FIRST, *sorted(WAYS)]
    made: list[Path] = []
    for state in args.state or STATES:
        data = args.out / "records" / state
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True)
        STATES[state](data)
        for size in args.size or USUAL_SIZES:
            for theme in args.theme or USUAL_THEMES:
                look = Look(state, size, theme)
                made += asyncio.run(shoot(look, data, args.out, names))
                print(f"{look.folder}: {len(made)} pictures so far", flush=True)
    index(args.out, made)
    if args.readme:
        for name, page in README.items():
            shutil.copyfile(
                args.out / Look("year", "80x24", "dark").folder / f"{page}.svg", DOCS / f"{name}.svg"
            )
    if args.png and not to_png(made):
        print("rsvg-convert is not here, so there are no PNG files", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
