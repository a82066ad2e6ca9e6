"""How a small line on Home is laid out: a strip of cells for each side of a test, true to scale.

The strip's middle is the side's own usual, and its weaker end is always on the left. Known without any
reading, so that Home is painted before one is there.
"""

from collections.abc import Iterable
from typing import NamedTuple

from strengthcheck.model.base import Side
from strengthcheck.views.chart_spec import MARKERS
from strengthcheck.views.values import SHORT_RUNGS
from strengthcheck.wording.home import STRIP_LEGEND

NARROW_RUNGS = SHORT_RUNGS | {1: "a trick"}
"""The rungs where a strip is at its narrowest: a word is never cut."""

WEAKER, STRONGER = "◂", "▸"
"""Where a value lies beyond the end of its strip."""

LEGEND = STRIP_LEGEND.text
NAME_WIDTH = 16
SIDE_WIDTH = 4
BETWEEN = 2
LEAST_STRIP, MOST_STRIP = 9, 25


class Scale(NamedTuple):
    """Where values stand on one side's strip, in the measure's own unit."""

    centre: float
    reach: float
    weaker: float
    """The weaker end of the usual range."""
    stronger: float
    sign: int
    """1 where more is stronger, -1 where less is."""

    def column(self, value: float, width: int) -> int:
        """The cell of a value, from 0; under 0 or from `width` on where it lies beyond the strip."""
        return round((self.sign * (value - self.centre) / self.reach + 1) / 2 * (width - 1))


class SideLine(NamedTuple):
    """One side of one test."""

    side: Side
    scale: Scale | None
    """None for results without numbers, which stand in words."""
    latest: float
    rung: str
    """The latest result in words, where there is no scale."""
    words: str
    """What is to be said of it beside the strip; empty on most days."""


class HomeLine(NamedTuple):
    """One test."""

    name: str
    sides: tuple[SideLine, ...]


def strip(line: SideLine, width: int) -> str:
    """The cells of one side: `├──●──┤` is a value inside its usual range, `●  ├───┤` one below it."""
    if line.scale is None:
        told = line.rung if len(line.rung) <= width else NARROW_RUNGS[round(line.latest)]
        return told.ljust(width)
    cells = [" "] * width
    low, high = (line.scale.column(v, width) for v in (line.scale.weaker, line.scale.stronger))
    for i in range(max(low, 0), min(high, width - 1) + 1):
        cells[i] = "─"
    if 0 <= low < width:
        cells[low] = "├"
    if 0 <= high < width:
        cells[high] = "┤"
    at = line.scale.column(line.latest, width)
    cells[min(max(at, 0), width - 1)] = MARKERS[(line.side, "solid")]
    if at < 0:
        cells[1] = WEAKER
    elif at >= width:
        cells[-2] = STRONGER
    return "".join(cells)


def strip_width(width: int) -> int:
    """How many cells a strip has in a line of `width`: odd, so that the own usual has a cell of its own."""
    each = min(max((width - NAME_WIDTH - 2 * SIDE_WIDTH - BETWEEN) // 2, LEAST_STRIP), MOST_STRIP)
    return each if each % 2 else each - 1


def spoken(lines: Iterable[HomeLine]) -> tuple[str, ...]:
    """Each test against the own usual range in words, where nothing can be drawn."""
    return tuple(f"{line.name}: {'; '.join(_spoken_side(s) for s in line.sides)}." for line in lines)


def _spoken_side(side: SideLine) -> str:
    place = side.words or (side.rung if side.scale is None else _against(side.scale, side.latest))
    return place if side.side == "both" else f"{side.side} {place}"


def _against(scale: Scale, latest: float) -> str:
    """Where the latest value lies, for a side of which nothing more is to be said.

    Said of strength, for no number stands beside it: of a time, "above" would be the slower one.
    """
    weaker, stronger = scale.sign * scale.weaker, scale.sign * scale.stronger
    value = scale.sign * latest
    if weaker <= value <= stronger:
        return "in the usual range"
    return "weaker than the usual range" if value < weaker else "stronger than the usual range"
