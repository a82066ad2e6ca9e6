"""One test over time: what is said of it, its charts (both sides, the gap, the shape of a lasting loss), the
stops of the cursor, each side's figures.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple
from uuid import UUID

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.reading import Course
from strengthcheck.views.chart_grid import EDGES
from strengthcheck.views.chart_spec import MARKERS, Band, Level, Line, Mark, Spec
from strengthcheck.views.check_page import SIDE_WORDS
from strengthcheck.views.compare import CompareRow
from strengthcheck.views.pair_gap import gap_view
from strengthcheck.views.pair_shape import shape_view
from strengthcheck.views.pair_stops import IN_RANGE, Around, Stop, place, stops_of
from strengthcheck.views.pair_view import PairView
from strengthcheck.views.said import RAISED, Said, side_word
from strengthcheck.views.values import SHORT_RUNGS, ends_within, number_text, unit_text, value_text
from strengthcheck.wording import charts as words
from strengthcheck.wording.reading import GAP

RUNG_NAMES = tuple((float(rung), SHORT_RUNGS[rung]) for rung in sorted(SHORT_RUNGS))
"""What stands at an axis of rungs, from the bottom."""

YEAR_DAYS = 365

LETTERS: dict[Side, str] = {"left": "L", "right": "R", "both": ""}
ViewName = Literal["time", "gap", "shape"]
LASTING: frozenset[Course] = frozenset({"low_and_staying", "falling_and_staying"})


class PairPage(NamedTuple):
    """What the page of one test shows."""

    row: CompareRow
    title: str
    about: str
    time: PairView
    gap: PairView | None
    """None where there is no gap: one side only, rungs, counts."""
    shape: PairView | None
    """None while it may not be shown."""
    stops: tuple[Stop, ...]
    at: int
    """The stop where the cursor stands first: where a lasting loss began, else the latest check."""

    def view(self, name: ViewName) -> PairView:
        """The view of that name; the first where there is none."""
        found = {"time": self.time, "gap": self.gap, "shape": self.shape}[name]
        return found or self.time

    def said(self, name: ViewName, *, small: bool) -> tuple[Said, ...]:
        """The sentences of a view: its own, or the test's.

        In a small window the word on the gap, which has a view of its own, gives way to the chart. What is
        raised stands first in every view, and beside it no word on how common gaps are.
        """
        view, raised = self.view(name), tuple(s for s in self.row.said if s.id in RAISED)
        own = view.said
        if raised and view is self.gap:
            own = (*raised, *(s for s in own if s.id == words.GAP_OWN.id))
        told = own or self.row.said
        return (told[0], *(s for s in told[1:] if not (small and self.gap and s.id == GAP.id)))

    @property
    def year_start(self) -> date | None:
        """A year before the latest check; None when the record is not longer."""
        start = self.stops[-1].on - timedelta(days=YEAR_DAYS) if self.stops else None
        return start if start is not None and self.stops[0].on < start else None

    def opens_on_year(self, columns: int) -> bool:
        """Whether the last year stands there first: more checks than columns would be bars, not points.

        Not where the page opens on an earlier check, the first of a lasting loss.
        """
        start = self.year_start
        return start is not None and len(self.stops) > columns and self.stops[self.at].on >= start

    def can_be_cut(self, name: ViewName) -> bool:
        """Whether a view can show the last year alone; the shape of a loss shows no more than that ever."""
        return self.year_start is not None and not (name == "shape" and self.shape)

    def drawn(self, name: ViewName, *, year: bool) -> Spec:
        """What a view draws, of the last year alone or of all."""
        spec, start = self.view(name).spec, self.year_start
        return spec.since(start) if year and start is not None and self.can_be_cut(name) else spec

    def first_stop(self, name: ViewName, *, year: bool) -> int:
        """The first check that a view draws."""
        start = min(self.drawn(name, year=year).days(), default=None)
        return next((i for i, s in enumerate(self.stops) if start is None or s.on >= start), 0)


class Segment(NamedTuple):
    """One series of the test with what stands around it; the newest one is read."""

    read: ReadPair
    around: Around


def pair_page(
    row: CompareRow,
    segments: tuple[Segment, ...],
    *,
    some_low_once: bool = False,
    caveat: Said | None = None,
) -> PairPage:
    """The page of one test. `segments`: the series that follow each other, the one that is read last.

    `some_low_once`: a side of any test of the record is low once; then no shape of a loss is shown.
    `caveat`: the one that the record's readings carry today.
    """
    read, around = segments[-1]
    gap = gap_view(read, around)
    stops = _told_where_it_began(read, tuple(s for segment in segments for s in _stops(segment, read)))
    return PairPage(
        row=row,
        title=row.name,
        about=_about(row, read),
        time=_time_view(segments)._replace(caveat=caveat),
        gap=gap and gap._replace(caveat=caveat),
        shape=None if some_low_once else shape_view(read, _lines(segments[-1], rungs=False), around.today),
        stops=stops,
        at=next((i for i, s in enumerate(stops) if s.change), len(stops) - 1),
    )


def _told_where_it_began(read: ReadPair, stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """The stops, with a word at the first check of each side's lasting loss."""
    began: dict[UUID, list[str]] = {}
    for side in read.sides:
        r = read.side(side)
        if r.course in LASTING and r.spoke:
            check = read.checks[r.spoke[0]]
            value = next((float(p.value) for p in read.pair.entering(side) if p.check == check), None)
            inside = value is not None and place(read, side, value) == IN_RANGE
            word = words.LOWER_AT_FIRST if inside else words.LOWER_FROM_HERE
            named = side_word(read.pair, side) if side == "both" else f"the {side_word(read.pair, side)}"
            began.setdefault(check, []).append(word.say(side=named))
    return tuple(s._replace(change=" ".join(began.get(s.check, ()))) for s in stops)


def earlier_of(read: ReadPair, pairs: Iterable[ReadPair]) -> tuple[ReadPair, ...]:
    """The series of the same test that ended before this one began: other objects, other versions."""
    chain: list[ReadPair] = []
    first = read.days[0]
    for other in sorted(pairs, key=lambda p: p.days[-1], reverse=True):
        if _same_test(other, read) and other is not read and other.days[-1] < first:
            chain.append(other)
            first = other.days[0]
    return tuple(reversed(chain))


def _same_test(one: ReadPair, two: ReadPair) -> bool:
    a, b = one.pair.key, two.pair.key
    same = (a.protocol, a.measure, a.timed_by, one.sides) == (b.protocol, b.measure, b.timed_by, two.sides)
    return same and (not two.pair.protocol.parts or a.object == b.object)


def _about(row: CompareRow, read: ReadPair) -> str:
    measure = read.pair.measure
    unit = unit_text(measure)
    own = "" if any(p.id == row.object for p in read.pair.protocol.parts) else row.object
    named = ", ".join(part for part in (row.measure_word.lower(), unit) if part)
    return " · ".join(part for part in (own, named, row.better) if part)


def _stops(segment: Segment, newest: ReadPair) -> tuple[Stop, ...]:
    read = segment.read
    used = "" if read is newest else read.pair.key.object or f"version {read.pair.key.version}"
    return stops_of(read, segment.around, used=used)


def _time_view(segments: tuple[Segment, ...]) -> PairView:
    read = segments[-1].read
    rungs = read.pair.measure.id == "ladder"
    lines = tuple(line for segment in segments for line in _lines(segment, rungs=rungs))
    spec = Spec(
        lines=lines,
        breaks=tuple(s.read.days[0] for s in segments[1:]),
        levels=_ceiling(read),
        names=RUNG_NAMES if rungs else (),
        noted=_noted(segments),
    )
    return PairView((), spec._replace(key=_key(read, spec)))


def _noted(segments: tuple[Segment, ...]) -> tuple[date, ...]:
    on = {p.check: p.at.date() for s in segments for side in s.read.sides for p in s.read.pair.points[side]}
    days = segments[-1].around.days
    return tuple(sorted(day for check, day in on.items() if check in days and days[check].note))


def _lines(segment: Segment, *, rungs: bool) -> tuple[Line, ...]:
    return tuple(_line(segment, side, rungs) for side in segment.read.sides)


def _line(segment: Segment, side: Side, rungs: bool) -> Line:
    read, around = segment
    points = [p for p in read.pair.points[side] if around.shows(p)]
    marks = [Mark(p.at.date(), float(p.value), "hollow" if p.set_aside else "solid") for p in points]
    outs = [o for o in around.left_out if o.side == side and around.shows_out(o)]
    marks += [Mark(o.at.date(), o.value, "out") for o in outs]
    entering = read.pair.entering(side)
    newest = number_text(entering[-1].value, read.pair.measure.step) if entering else ""
    label = LETTERS[side] if rungs else f"{LETTERS[side]} {newest}".strip()
    return Line(side, tuple(sorted(marks, key=lambda m: m.on)), _band(read, side), label)


def _band(read: ReadPair, side: Side) -> Band | None:
    usual = read.own_range(side)
    if usual is None or read.pair.measure.id == "ladder":
        return None
    return Band(*ends_within(usual, read.pair.measure))


def _ceiling(read: ReadPair) -> tuple[Level, ...]:
    cap = read.pair.measure.cap
    if cap is None:
        return ()
    return (Level(float(cap), f"the test ends here, at {value_text(cap, read.pair.measure)}", ceiling=True),)


def _key(read: ReadPair, spec: Spec) -> tuple[str, ...]:
    """What the lines of today's series are."""
    parts = []
    for line in (ln for ln in spec.lines[-len(read.sides) :] if ln.marks):
        edge = f" {EDGES[line.side].strip()} usual" if line.band else ""
        parts.append(f"{MARKERS[(line.side, 'solid')]} {SIDE_WORDS[line.side]}{edge}")
    return tuple(parts)


def nearest_stop(stops: tuple[Stop, ...], day: date) -> int:
    """The index of the stop that lies nearest to a day; the later one of two."""
    return min(range(len(stops)), key=lambda i: (abs((stops[i].on - day).days), -i), default=-1)
