"""Goes through every page that keys can reach, and reads what stands there: nobody keeps a list of them."""

from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from textual.screen import Screen
from textual.widgets import Input, TextArea

from strengthcheck.tui import screens
from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.everywhere import Back, ChangeColours, HideScreen, Quit
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.sitting import SittingScreen
from strengthcheck.tui.widgets.menu import Menu
from strengthcheck.tui.widgets.rows import Rows
from strengthcheck.tui.widgets.steps.base import StepWidget
from tests.tui.faces import Face

NOT_PRESSED: tuple[type[Command], ...] = (Quit, Back, ChangeColours, HideScreen)
"""Keys that leave, or that show nothing of their own."""

MOST_BACK = 8
"""So often Esc is pressed before it counts as leading nowhere."""


class Seen(NamedTuple):
    """One page as it stood."""

    page: type[Screen[object]]
    keys: tuple[str, ...]
    text: str


def every_page() -> set[type[Page[object]]]:
    """Every class of page in the room of screens that is no mere base of others."""
    for module in iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found = set(_below(Page))
    return {p for p in found if not p.__subclasses__() and p.__module__.startswith(screens.__name__)}


def _below(cls: type) -> Iterator[type]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _below(sub)


async def settle(seen: Face) -> None:
    """Wait until the record's thread and the screen have nothing left to do."""
    for _ in range(2):
        await seen.app.desk.do(lambda ws: None)
        await seen.pilot.pause()


class Been:
    """What was pressed so far, and which pages closed before all of their keys were."""

    def __init__(self, deep: int) -> None:
        self.deep = deep
        self.pressed: set[tuple[str, str]] = set()
        self.unfinished: set[str] = set()


async def crawl(seen: Face, deep: int) -> AsyncIterator[Seen]:
    """Every page that up to so many keys lead to; on each kind of page every key is pressed once."""
    await settle(seen)
    async for found in _from_here(seen, (), Been(deep)):
        yield found


async def _from_here(seen: Face, keys: tuple[str, ...], been: Been) -> AsyncIterator[Seen]:
    here, kind = seen.app.screen, _kind(seen.app.screen)
    been.unfinished.discard(kind)
    yield Seen(type(here), keys, seen.text())
    untried = [k for k in _keys(here) if _mark(here, k) not in been.pressed] if len(keys) < been.deep else []
    for key in untried:
        been.pressed.add(_mark(here, key))
        opened = True
        while opened:
            await seen.press(key)
            await settle(seen)
            there = seen.app.screen
            if there is here:
                yield Seen(type(here), (*keys, key), seen.text())
                break
            async for found in _from_here(seen, (*keys, key), been):
                yield found
            opened = _kind(there) in been.unfinished
            if not await back_to(seen, here):
                been.unfinished.add(kind)  # it closed itself: whoever opened it does so once more
                return


def _mark(page: Screen[object], key: str) -> tuple[str, str]:
    """A key on a kind of page; help is the same on every question."""
    return (type(page).__name__ if key == "question_mark" else _kind(page)), key


def _kind(page: Screen[object]) -> str:
    """A kind of page; a question is one of its own by what it asks."""
    asks = getattr(page, "_question", None)
    return f"{type(page).__name__} {getattr(asks, 'title', '')}"


def _keys(page: Screen[object]) -> list[str]:
    """What may be pressed here: the commands that can be given, answers, rows of a menu, the line at hand."""
    if not isinstance(page, Page) or isinstance(page, SittingScreen):
        return []  # the steps of a check are read one by one elsewhere
    commands = [c for c in page.commands() if c not in NOT_PRESSED and page.can(c)]
    keys = [c.KEYS.split(",")[0] for c in commands]
    if page.query(Input) or page.query(TextArea):
        return [k for k in keys if len(k) > 1 and not k.isalpha()]
    for menu in page.query(Menu):
        keys += [item.key for item in menu._items if item.key]
    for step in page.query(StepWidget):
        shown = step.page()
        keys += [c.key for c in (*shown.choices, *shown.keys) if "_" not in c.key]
    if page.query(Rows):
        keys.append("enter")
    return [k for k in dict.fromkeys(keys) if k != "escape"]


async def back_to(seen: Face, page: Screen[object]) -> bool:
    """Esc until the page is shown again; False when it has closed itself meanwhile."""
    for _ in range(MOST_BACK):
        if seen.app.screen is page:
            return True
        if page not in seen.app.screen_stack:
            return False
        await seen.press("q" if isinstance(seen.app.screen, SittingScreen) else "escape")
        await settle(seen)
    raise AssertionError(f"Esc does not lead back from {seen.app.screen!r}:\n{seen.text()}")
