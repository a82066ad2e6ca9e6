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

NAME = 2200
"""About the width of a month's name under a chart."""

LEAST_TICKS = 3
"""Round values beside a chart."""

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
        """Two to five firsts of a month with their names; the year at the first and where it begins."""
        months = _months(self)
        every = next(n for n in (1, 2, 3, 6, 12, 24, 36, 60, 120, 1200) if len(months[::n]) <= 4 or n == 1200)
        anchored = [m for m in months if every > 12 or (m.month - 1) % every == 0]
        chosen = anchored if every <= 12 else [m for m in months if m.month == 1][:: every // 12]
        kept = _apart([Tick(at=self.day(m), label=_month(m)) for m in chosen])
        return tuple(t if i == 0 or t.label.startswith("Jan") else _bare(t) for i, t in enumerate(kept))


def _apart(ticks: list[Tick]) -> tuple[Tick, ...]:
    """The ticks whose names stand clear of the next."""
    kept: list[Tick] = []
    for tick in reversed(ticks):
        if not kept or _middle(kept[0]) - _middle(tick) >= NAME:
            kept.insert(0, tick)
    return tuple(kept)


def _bare(tick: Tick) -> Tick:
    """A tick without its year, which the one before it tells."""
    return tick.model_copy(update={"label": tick.label[:3]})


def _middle(tick: Tick) -> int:
    """Where a tick's name has its middle: under it, but within the chart."""
    return min(max(tick.at, NAME // 2), WHOLE - NAME // 2)


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
    """Three round values or a few more."""
    if measure.id == "ladder":
        return tuple(Tick(at=scale.place(rung), label=str(rung)) for rung in range(4))
    size = 10.0 ** math.floor(math.log10(scale.high - scale.low))
    step = next(s for m in (5, 2, 1, 0.5, 0.2) if len(_rounds(scale, s := m * size)) >= LEAST_TICKS)
    return tuple(Tick(at=scale.place(v), label=number_text(v, step)) for v in _rounds(scale, step))


def _rounds(scale: Scale, step: float) -> list[float]:
    """The multiples of a step within the scale."""
    first = math.ceil(scale.low / step)
    last = math.floor(scale.high / step)
    return [round(n * step, 9) for n in range(first, last + 1)]


class Drawn(NamedTuple):
    """What one side brings to a chart."""

    side: Side
    points: tuple[Point, ...]
    usual: UsualRange | None
    alt: str


def chart(sides: tuple[Drawn, ...], measure: Measure, period: Time) -> Chart:
    """The panels of one test."""
    values = [float(p.value) for d in sides for p in d.points if not below_measuring(p, measure)]
    ends = [v for d in sides if d.usual is not None for v in (d.usual.low, d.usual.high)]
    scale = scale_of([*values, *ends], measure)
    panels = tuple(_panel(d, scale, period, measure) for d in sides)
    return Chart(panels=panels, values=value_ticks(scale, measure))


def below_measuring(point: Point, measure: Measure) -> bool:
    """Could not, in half of the trials or more: no value. A rung of 0 is one, and so is a count of none."""
    if measure.id == "ladder":
        return False
    counted = measure.better == "lower" and measure.low == 0
    return point.could_not or (point.value == 0 and not counted)


def _panel(drawn: Drawn, scale: Scale, period: Time, measure: Measure) -> Panel:
    ladder = measure.id == "ladder"
    usual = None if ladder else drawn.usual
    ends = sorted(scale.place(v) for v in (usual.low, usual.high)) if usual else [None, None]
    return Panel(
        side=drawn.side,
        marks=tuple(_mark(p, scale, period, measure) for p in drawn.points),
        low=ends[0],
        high=ends[1],
        centre=scale.place(drawn.usual.centre) if drawn.usual else None,
        alt=drawn.alt,
    )


def _mark(point: Point, scale: Scale, period: Time, measure: Measure) -> Mark:
    x = period.place(point.at)
    if below_measuring(point, measure):
        return Mark(x=x, y=0, kind="could_not")
    return Mark(x=x, y=scale.place(float(point.value)), kind="aside" if point.set_aside else "value")
