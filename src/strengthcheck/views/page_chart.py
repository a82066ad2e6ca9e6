"""Charts of the page for the doctor: left and right on one scale, true to time and value."""

import math
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from strengthcheck.model.base import Side
from strengthcheck.model.protocol import Measure
from strengthcheck.model.reading import UsualRange
from strengthcheck.model.series import Point
from strengthcheck.views.dates import MONTHS
from strengthcheck.views.page_data import WHOLE, Chart, Mark, Panel, Tick
from strengthcheck.views.values import number_text

LEAST_SPAN_DAYS = 28
"""A shorter period is drawn as long as this, so that a week does not look like a year."""

LEAST_SHARE = 0.45
"""A chart spans at least this share of its greatest value, so that ordinary scatter looks ordinary."""

EDGE = 0.02
"""Of a chart's width: left free at both ends, so that the first and the last mark stand whole."""

_LADDER_ENDS = (-0.35, 3.35)


class Time(NamedTuple):
    """The period that all charts of a page share."""

    start: date
    end: date

    def place(self, at: datetime) -> int:
        """Where a moment stands, in ten-thousandths."""
        zero = datetime.combine(self.start, time(), at.tzinfo)
        return self._place((at - zero).total_seconds() / 86_400)

    def day(self, day: date, zone: tzinfo | None = None) -> int:
        """Where a day begins."""
        return self.place(datetime.combine(day, time(), zone))

    def _place(self, days: float) -> int:
        share = EDGE + (1 - 2 * EDGE) * days / (self.span + 1)
        return round(min(max(share, 0.0), 1.0) * WHOLE)

    @property
    def span(self) -> int:
        """Days from the first to the last, at least as many as are drawn."""
        return max((self.end - self.start).days, LEAST_SPAN_DAYS)

    def ticks(self) -> tuple[Tick, ...]:
        """Two to five firsts of a month with their names; the year where it begins."""
        months = _months(self)
        every = next(n for n in (1, 2, 3, 6, 12, 24, 36, 60, 120, 1200) if len(months[::n]) <= 4 or n == 1200)
        anchored = [m for m in months if every > 12 or (m.month - 1) % every == 0]
        chosen = anchored if every <= 12 else [m for m in months if m.month == 1][:: every // 12]
        return tuple(Tick(at=self.day(m), label=_month(m)) for m in chosen)


def _months(period: Time) -> list[date]:
    found = []
    year, month = period.start.year, period.start.month
    last = date.fromordinal(period.start.toordinal() + period.span)
    while (first := date(year, month, 1)) <= last:
        if first >= period.start:
            found.append(first)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _month(first: date) -> str:
    return f"{MONTHS[first.month - 1][:3]} {first.year % 100:02}"


class Scale(NamedTuple):
    """The values that a chart spans."""

    low: float
    high: float

    def place(self, value: float) -> int:
        """Where a value stands, in ten-thousandths from the bottom."""
        share = (value - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * WHOLE)


def scale_of(values: list[float], measure: Measure) -> Scale:
    """One scale for both sides of a test."""
    if measure.id == "ladder":
        return Scale(*_LADDER_ENDS)
    if not values:
        return Scale(float(measure.low), float(measure.high))
    low, high = min(values), max(values)
    missing = max(0.0, LEAST_SHARE * max(high, 1e-9) - (high - low))
    low, high = low - missing / 2, high + missing / 2
    edge = 0.06 * (high - low)
    low, high = low - edge, high + edge
    return Scale(0.0, high - low) if low < 0 else Scale(low, high)


def value_ticks(scale: Scale, measure: Measure) -> tuple[Tick, ...]:
    """Two to four round values."""
    if measure.id == "ladder":
        return tuple(Tick(at=scale.place(rung), label=str(rung)) for rung in range(4))
    step = _round_step((scale.high - scale.low) / 4.2)
    first = math.ceil(scale.low / step)
    rounds = [n * step for n in range(first, first + 6) if n * step <= scale.high]
    return tuple(Tick(at=scale.place(v), label=number_text(round(v, 6), step)) for v in rounds)


def _round_step(about: float) -> float:
    """The nearest of 1, 2, 5, 10 and so on at or above a step."""
    size = 10.0 ** math.floor(math.log10(about))
    return float(next(m * size for m in (1, 2, 5, 10) if m * size >= about * 0.999))


class Drawn(NamedTuple):
    """What one side brings to a chart."""

    side: Side
    points: tuple[Point, ...]
    usual: UsualRange | None
    alt: str


def chart(sides: tuple[Drawn, ...], measure: Measure, period: Time) -> Chart:
    """The panels of one test."""
    values = [float(p.value) for d in sides for p in d.points if not _none(p)]
    ends = [v for d in sides if d.usual is not None for v in (d.usual.low, d.usual.high)]
    scale = scale_of([*values, *ends], measure)
    ladder = measure.id == "ladder"
    panels = tuple(_panel(d, scale, period, ladder=ladder) for d in sides)
    return Chart(panels=panels, values=value_ticks(scale, measure))


def _panel(drawn: Drawn, scale: Scale, period: Time, *, ladder: bool) -> Panel:
    usual = None if ladder else drawn.usual
    marks = tuple(_mark(p, scale, period, ladder=ladder) for p in drawn.points)
    ends = sorted(scale.place(v) for v in (usual.low, usual.high)) if usual else [None, None]
    centre = scale.place(drawn.usual.centre) if drawn.usual else None
    return Panel(side=drawn.side, marks=marks, low=ends[0], high=ends[1], centre=centre, alt=drawn.alt)


def _none(point: Point) -> bool:
    """Could not: below what can be measured, and drawn at the foot of the chart."""
    return point.could_not or point.value == 0


def _mark(point: Point, scale: Scale, period: Time, *, ladder: bool) -> Mark:
    none = _none(point) and not ladder
    y = 0 if none else scale.place(float(point.value))
    if none:
        return Mark(x=period.place(point.at), y=y, kind="could_not")
    return Mark(x=period.place(point.at), y=y, kind="aside" if point.set_aside else "value")
