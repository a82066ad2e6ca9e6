"""The shape of what one step shows: blocks of text, choices with their keys, and what to do next."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from strengthcheck.model.base import Side

Tone = Literal["plain", "quiet", "strong", "warn"]
"""How a line is meant: plain text, an aside, what matters most, what went wrong."""


class Choice(NamedTuple):
    """Something that a key does, and that can be clicked."""

    key: str
    """The key's name as the terminal sends it: `1`, `enter`, `escape`."""
    text: str
    chosen: bool = False
    above: str = ""
    """A question of its own, right above this answer and those after it, which are few words each."""
    aside: str = ""
    """More about it, below it and standing back."""


class Para(NamedTuple):
    """One paragraph; `**` marks bold."""

    text: str
    tone: Tone = "plain"


class Field(NamedTuple):
    """Where something is typed: what stands there now, in a line of its own."""

    typed: str
    label: str = ""
    """Before it on screen."""
    ask: str = ""
    """What is asked for, where one line of text stands for the page."""
    optional: bool = False
    """It may stay empty."""

    @property
    def text(self) -> str:
        """The line on screen."""
        return "   ".join(filter(None, (self.label, self.typed or "–")))


class Head(NamedTuple):
    """A quiet heading inside a page."""

    text: str


class Points(NamedTuple):
    """A list, with numbers or with dashes."""

    items: tuple[str, ...]
    numbered: bool = False


class Cell(NamedTuple):
    """One cell of a row, placed under its side."""

    text: str
    side: Side | None = None
    current: bool = False


class Row(NamedTuple):
    """A label and its cells; the left side stands left of the right one."""

    label: str
    cells: tuple[Cell, ...]
    heading: bool = False
    current: bool = False


class Big(NamedTuple):
    """A word or a number in large letters, placed on its side of the screen."""

    text: str
    side: Side = "both"


class DrawnHand(NamedTuple):
    """One drawing and its side."""

    side: Side
    rows: tuple[str, ...]
    """All of one width."""
    name: str = ""
    """Whose hand it is, in words, where two are shown."""


class Picture(NamedTuple):
    """A drawing, or a left and a right one."""

    hands: tuple[DrawnHand, ...]


Block = Para | Field | Head | Points | Row | Big | Picture


class StepPage(NamedTuple):
    """Everything that one step shows."""

    title: str
    blocks: tuple[Block, ...] = ()
    choices: tuple[Choice, ...] = ()
    """The answers, one a line."""
    note: str = ""
    """What was not understood, or what still has to be done."""
    keys: tuple[Choice, ...] = ()
    """What else the keys do here, at the foot."""


READ_ON = Choice("down", "read on")


def with_reading_on(keys: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The keys of a page that is longer than its window, second that one reads on with the arrow.

    Where the arrows choose something they lead through the page by themselves.
    """
    if any(choice.key in ("down", "up_down") for choice in keys):
        return keys
    return (*keys[:1], READ_ON, *keys[1:])


def field_of(page: StepPage) -> Field | None:
    """Where something is typed on this page; none where keys alone answer it."""
    return next((block for block in page.blocks if isinstance(block, Field)), None)


KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "up_down": "↑ ↓",
    "left_right": "← →",
    "backspace": "Backspace",
}
"""Keys as a person reads them."""


def key_name(key: str) -> str:
    """A key as it is written on screen."""
    return KEY_NAMES.get(key, key)


def unwrapped(text: str) -> str:
    """Text from a protocol file with its line breaks taken out; an empty line stays a new paragraph."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(p.split()) for p in paragraphs)


def bold_spans(text: str) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it stood between `**`; an odd mark stays text."""
    parts = text.split("**")
    if len(parts) % 2 == 0:
        parts[-2:] = ["**".join(parts[-2:])]
    return tuple((part, i % 2 == 1) for i, part in enumerate(parts) if part)


def paras(texts: Iterable[str], tone: Tone = "plain") -> tuple[Para, ...]:
    """Several paragraphs in one tone; empty ones are left out."""
    return tuple(Para(t, tone) for t in texts if t)
