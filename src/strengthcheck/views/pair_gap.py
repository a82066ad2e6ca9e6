"""The gap between the sides over time, with the person's own usual gap and how common gaps are."""

from uuid import UUID

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.reading import GapReading
from strengthcheck.model.series import Point
from strengthcheck.views.chart_grid import EDGES
from strengthcheck.views.chart_spec import MARKERS, Band, Level, Line, Mark, Spec
from strengthcheck.views.dates import date_words
from strengthcheck.views.gap_words import gap_percent, gap_words
from strengthcheck.views.pair_stops import Around
from strengthcheck.views.pair_view import PairView
from strengthcheck.views.said import Said
from strengthcheck.wording import charts as words

FORCE_UNITS = frozenset({"kg", "N", "lb"})
"""Units of force; how common a gap is was measured for grip."""

OWN_FROM = 4
"""From so many planned checks of both sides on one's own gap is known."""


def gap_view(read: ReadPair, around: Around) -> PairView | None:
    """The gap at each check with both sides; None for one side, rungs and counts."""
    if read.sides != ("left", "right") or read.pair.measure.unit in ("rung", "count"):
        return None
    gap = read.reading.gap
    marks = _marks(read, around)
    band = None if gap.low is None or gap.high is None else Band(gap.low, gap.high)
    solid = [m for m in marks if m.weight == "solid"]
    label = f"{solid[-1].value:.0f} %".replace("-", "−") if solid else ""
    key = [f"{MARKERS[('both', 'solid')]} gap in %, above 0: right more"]
    key += [f"{EDGES['both']} your usual"] if band else []
    levels = (Level(0.0, "no difference"),)
    spec = Spec((Line("both", marks, band, label),), levels=levels, key=tuple(key))
    return PairView(_said(read, gap, around), spec)


def _marks(read: ReadPair, around: Around) -> tuple[Mark, ...]:
    lefts: dict[UUID, Point] = {p.check: p for p in read.pair.points["left"]}
    marks = []
    for right in read.pair.points["right"]:
        left = lefts.get(right.check)
        value = gap_percent(float(left.value), float(right.value)) if left is not None else None
        if left is None or value is None or not (around.shows(left) and around.shows(right)):
            continue
        aside = left.set_aside or right.set_aside
        marks.append(Mark(right.at.date(), value, "hollow" if aside else "solid"))
    return tuple(marks)


def _with_both(read: ReadPair) -> int:
    """How many planned checks have a value of both sides."""
    left, right = ({p.check for p in read.pair.entering(side)} for side in ("left", "right"))
    return len(left & right)


def _said(read: ReadPair, gap: GapReading, around: Around) -> tuple[Said, ...]:
    said = []
    if gap.lost is not None and gap.spoke:
        since = date_words(read.days[gap.spoke[0]], around.today)
        said.append(Said.of(words.GAP_MOVED, side=gap.lost, date=since))
    elif None in (gap.centre, gap.low, gap.high, gap.last):
        said.append(Said.of(words.GAP_EARLY if _with_both(read) < OWN_FROM else words.GAP_LIMIT))
    if gap.centre is not None and gap.low is not None and gap.high is not None and gap.last is not None:
        named = (gap.centre, gap.low, gap.high, gap.last)
        centre, low, high, last = (gap_words(g) for g in named)
        said.append(Said.of(words.GAP_OWN, centre=centre, low=low, high=high, last=last))
    common = read.pair.protocol.body == "arm" and read.pair.measure.unit in FORCE_UNITS
    if gap.lost is None:  # of a gap that moved for good nothing soothes
        said.append(Said.of(words.GAP_COMMON if common else words.GAP_UNKNOWN))
    return tuple(said)
