"""The small lines on Home: each test's latest planned result, left and right, against the own usual range.

A strip's ends lie 40 % from the side's own usual (further where the usual range is wide). The usual range of
a test that ends at a time ends there too: the best there is stands at its stronger end. Only planned,
unflagged results stand here.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from strengthcheck.analysis.leaning import cannot_now
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.reading import WORSE, Course
from strengthcheck.views.home_strips import HomeLine, Scale, SideLine
from strengthcheck.views.said import way_of_pair
from strengthcheck.views.values import ends_within
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

CANNOT = "could not, or only with a trick"


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
    ends = ends_within(usual, read.pair.measure)
    band = max(abs(usual.centre - v) for v in ends)
    reach = max(REACH * abs(usual.centre), BAND_REACH * band)
    sign = 1 if read.pair.measure.better == "higher" else -1
    weaker, stronger = sorted(ends, reverse=sign < 0)
    return Scale(usual.centre, reach or 1.0, weaker, stronger, sign)


def _words(reads: list[ReadPair], side: Side) -> str:
    """The gravest course of the test's parts in words; empty when all is as usual."""
    if any(cannot_now(r, side) for r in reads):
        return CANNOT
    gravest = max(reads, key=lambda r: WORSE.index(r.side(side).course))
    course = gravest.side(side).course
    return "" if course in QUIET else course_words(course, way_of_pair(gravest.pair))
