"""The small lines on Home: each test's latest planned result, left and right, against the own usual range.

A line is a strip of cells, true to scale: its middle is the side's own usual, its ends lie 40 % from that
(further where the usual range is wide). The weaker end is always on the left. Only planned, unflagged results
stand here.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.reading import WORSE, Course
from strengthcheck.views.chart_spec import MARKERS
from strengthcheck.views.said import cannot_now, way_of_pair
from strengthcheck.wording.home import STRIP_LEGEND
from strengthcheck.wording.reading import course_words

REACH = 0.4
"""How far from the own usual a strip reaches at least, as a share of it."""

BAND_REACH = 1.5
"""And at least so many times as far as the usual range."""

RECENT_DAYS = 120
"""A test not done for so long before the newest planned check has no line."""

QUIET: frozenset[Course] = frozenset({"usual", "too_early"})
"""Courses that need no word beside the strip."""

RUNGS = {3: "as usual", 2: "done, but harder", 1: "only with a trick", 0: "could not"}
"""The rungs in a few words, to stand where a strip would."""

SHORT_RUNGS = {3: "as usual", 2: "harder", 1: "a trick", 0: "could not"}
"""The same in a small window: a word is never cut."""

CANNOT = "could not, or only with a trick"
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


def lines_of(pairs: Iterable[ReadPair]) -> tuple[HomeLine, ...]:
    """A line for each test that has a usual range and was done lately, in the order of the record."""
    ready = [p for p in pairs if p.days and all(p.side(s).range is not None for s in p.sides)]
    settled = [p for p in ready if any(p.side(s).course != "too_early" for s in p.sides)]
    newest = max((p.days[-1] for p in settled), default=date.min)
    by_test: dict[str, list[ReadPair]] = {}
    for read in settled:
        if newest - read.days[-1] <= timedelta(days=RECENT_DAYS):
            by_test.setdefault(read.pair.key.protocol, []).append(read)
    return tuple(_line(reads) for reads in by_test.values())


def strip(line: SideLine, width: int) -> str:
    """The cells of one side: `├──●──┤` is a value inside its usual range, `●  ├───┤` one below it."""
    if line.scale is None:
        told = line.rung if len(line.rung) <= width else SHORT_RUNGS[round(line.latest)]
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


def _line(reads: list[ReadPair]) -> HomeLine:
    """One test: its numbers where it has some, and the gravest word of all its parts."""
    numbers = [r for r in reads if r.pair.measure.id != "ladder"]
    shown = max(numbers or reads, key=lambda r: r.days[-1])
    order: tuple[Side, ...] = ("left", "right", "both")
    sides = [_side(shown, reads, s) for s in order if any(s in r.sides for r in reads)]
    *hands, last = sides
    if hands and last.side == "both" and not last.words:
        sides = hands  # tasks done together stand beside the hands only where they have something to say
    return HomeLine(shown.pair.protocol.short, tuple(sides))


def _side(shown: ReadPair, reads: list[ReadPair], side: Side) -> SideLine:
    own = [r for r in reads if side in r.sides]
    if shown.pair.measure.id == "ladder" or side not in shown.sides:
        newest = max(r.days[-1] for r in own)
        latest = min(float(r.pair.entering(side)[-1].value) for r in own if r.days[-1] == newest)
        return SideLine(side, None, latest, RUNGS[round(latest)], _words(own, side))
    latest = float(shown.pair.entering(side)[-1].value)
    return SideLine(side, _scale(shown, side), latest, "", _words(own, side))


def _scale(read: ReadPair, side: Side) -> Scale:
    usual = read.side(side).range
    assert usual is not None
    band = max(abs(usual.centre - v) for v in (usual.low, usual.high))
    reach = max(REACH * abs(usual.centre), BAND_REACH * band)
    sign = 1 if read.pair.measure.better == "higher" else -1
    weaker, stronger = sorted((usual.low, usual.high), reverse=sign < 0)
    return Scale(usual.centre, reach or 1.0, weaker, stronger, sign)


def _words(reads: list[ReadPair], side: Side) -> str:
    """The gravest course of the test's parts in words; empty when all is as usual."""
    if any(cannot_now(r, side) for r in reads):
        return CANNOT
    gravest = max(reads, key=lambda r: WORSE.index(r.side(side).course))
    course = gravest.side(side).course
    return "" if course in QUIET else course_words(course, way_of_pair(gravest.pair))
