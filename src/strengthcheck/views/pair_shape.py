"""The shape of a lasting loss: what 3, 5 and 8 % a month would look like by now, under the own points.

Drawn from the middle of the person's own usual values, in a straight line (docs/evidence.md#shape-of-a-loss),
for at most a year back. Shown only where it can neither frighten nor comfort falsely: see `shape_view`.
"""

from datetime import date, timedelta
from statistics import fmean

from strengthcheck.analysis.leaning import SHAPE_NONE, leans, may_lean
from strengthcheck.analysis.spans import MONTH_DAYS
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.reading import STEADY
from strengthcheck.views.chart_spec import MARKERS, Faint, Line, Spec
from strengthcheck.views.dates import date_words
from strengthcheck.views.pair_view import PairView
from strengthcheck.views.said import Said
from strengthcheck.views.values import value_text
from strengthcheck.wording import charts as words
from strengthcheck.wording import reading as reading_words

RATES = (0.03, 0.05, 0.08)
"""Losses a month, as shares of the usual value."""

LEAST_CHECKS = 6
BACK_DAYS = 365
SETTLED_AT = 2
"""The third check ends the settling in; a line begins there at the earliest."""


def shape_view(read: ReadPair, lines: tuple[Line, ...], today: date) -> PairView | None:
    """The lines under the real points; None while they may not be shown.

    Only from six planned checks, only while every side of the test reads usual, came back or higher and none
    leans to a lasting loss, and not for rungs, counts, times or values with a ceiling: a share of strength
    lost does not tell of them.
    """
    usual = [read.side(s).range for s in read.sides]
    centres = [u.centre for u in usual if u is not None]
    steady = all(read.side(s).course in STEADY for s in read.sides) and not leans((read,))
    if len(read.days) < LEAST_CHECKS or not steady or len(centres) < len(read.sides) or _coarse(read):
        return None
    if may_lean((read,), SHAPE_NONE):
        return None
    start = max(read.days[SETTLED_AT], read.days[-1] - timedelta(days=BACK_DAYS))
    faint = tuple(_faint(rate, fmean(centres), start, read.days[-1]) for rate in RATES)
    key = (*(f"{MARKERS[(s, 'solid')]} {s}" for s in read.sides), "faint: nobody's values")
    shown = Spec(tuple(_bare(line) for line in lines), key=key).since(start)
    return PairView(
        said=(Said.of(words.SHAPE, date=date_words(start, today)), Said.of(words.SHAPE_STRAIGHT)),
        spec=shown._replace(faint=faint),
        caveat=Said.of(reading_words.CANNOT_FLAT),
        spoken=tuple(_spoken(line, read) for line in faint),
    )


def _spoken(line: Faint, read: ReadPair) -> str:
    """Where one line begins and ends, in words."""
    measure = read.pair.measure
    start, now = (value_text(line.points[i][1], measure) for i in (0, -1))
    return words.SHAPE_SPOKEN.say(rate=line.label, start=start, now=now)


def _bare(line: Line) -> Line:
    """The points alone: no range, no slips, no value at the end, where the faint lines have their names."""
    return line._replace(band=None, label="", marks=tuple(m for m in line.marks if m.weight != "out"))


def _coarse(read: ReadPair) -> bool:
    measure = read.pair.measure
    return measure.unit in ("rung", "count") or measure.cap is not None or measure.better == "lower"


def _faint(rate: float, centre: float, start: date, end: date) -> Faint:
    """One loss from its start to the latest check, in a straight line; never under nothing."""
    days = (end - start).days
    gone = min(days, round(MONTH_DAYS / rate))
    points = [(start, centre), (start + timedelta(days=gone), lost(rate, centre, gone))]
    points += [(end, 0.0)] if gone < days else []
    return Faint(f"{rate * 100:.0f} %", tuple(points))


def lost(rate: float, centre: float, days: int) -> float:
    """What is left of the usual value after so many days of a loss of `rate` a month."""
    return centre * max(0.0, 1 - rate * days / MONTH_DAYS)
