"""The axes of a chart: values by ones, twos and fives or by name, dates at the first of months or years."""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from strengthcheck.views.chart_grid import BEYOND, Frame, Grid, put, write
from strengthcheck.views.chart_spec import Spec

NOTED = "*"
"""Stands on the date axis where a note was written."""

CUT = "≈"
"""Stands at the corner of the axes where zero lies beyond the values."""

FEW_ROWS, MANY_ROWS = 6, 18
"""Plots of fewer or of more rows have no other ticks."""

SHORT_DAYS = 70
"""A span of up to so many days is told by days, not by months."""


class ValueAxis(NamedTuple):
    """The lowest and highest value of the plot, and what is written beside it."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


def value_axis(spec: Spec, rows: int) -> ValueAxis:
    """The axis for a plot of that many rows. A distance of ticks is 1, 2 or 5 times a power of ten."""
    if spec.names:
        named = sorted(spec.names)
        return ValueAxis(named[0][0], named[-1][0], tuple(named))
    values = spec.values() or [0.0, 1.0]
    low, high = min(values), max(values)
    if low > 0 and low < 0.25 * high:
        low = 0.0
    if high - low <= 1e-9 * max(1.0, abs(high)):  # nothing that could be told apart on an axis
        low = high if abs(high) > 1e-9 else 0.0
        low, high = (low - abs(low) * 0.1, low + abs(low) * 0.1) if low else (0.0, 1.0)
    rough = (high - low) / max(2, min(6, rows // 3))
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    count = round((high - low) / step) + 1
    return ValueAxis(low, high, tuple((low + i * step, _tick(low + i * step, step)) for i in range(count)))


def signs_of_out(spec: Spec) -> tuple[str, ...]:
    """What stands for the marks that do not count: a cross, or an arrow where they lie beyond the axis.

    An axis of few rows reaches further than one of many; both are looked at, for one legend serves all.
    """
    axes = [value_axis(spec, rows) for rows in (FEW_ROWS, MANY_ROWS)]
    values = [m.value for line in spec.lines for m in line.marks if m.weight == "out"]
    drawn = {"×" if a.low <= v <= a.high else BEYOND[v > a.high] for a in axes for v in values}
    return tuple(sign for sign in ("×", *BEYOND.values()) if sign in drawn)


def _tick(value: float, step: float) -> str:
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")


def span(spec: Spec) -> tuple[date, date]:
    """The first and the last day of the plot; a week on both sides of a single one."""
    days = spec.days()
    start, end = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 2))
    return (start, end) if end > start else (start - timedelta(days=7), end + timedelta(days=7))


def draw_value_axis(grid: Grid, frame: Frame, axis: ValueAxis) -> None:
    """The line at the left with its ticks and labels."""
    at = {round(frame.row(v)): text for v, text in axis.ticks}
    for r in range(frame.rows):
        write(grid, r, 0, at.get(r, "").rjust(frame.left - 1), "label")
        put(grid, r, frame.left - 1, "┤" if r in at else "│", "axis")


def draw_date_axis(grid: Grid, frame: Frame, spec: Spec) -> None:
    """The line below with its ticks and labels, which never touch, and the days that have a note."""
    axis, names = frame.rows, frame.rows + 1
    corner = "└" if frame.low <= 0 <= frame.high else CUT
    write(grid, axis, frame.left - 1, corner + "─" * frame.columns, "axis")
    free = 0
    for day, label in _date_ticks(frame.start, frame.end, frame.columns):
        column = frame.left + round(frame.column(day))
        first = min(column - len(label) // 2, len(grid[0]) - len(label))
        if first < free:
            continue
        put(grid, axis, column, "┬", "axis")
        write(grid, names, first, label, "label")
        free = first + len(label) + 1
    for day in spec.noted:
        if frame.start <= day <= frame.end:
            put(grid, axis, frame.left + round(frame.column(day)), NOTED, "label")


def _date_ticks(start: date, end: date, columns: int) -> Iterator[tuple[date, str]]:
    days = (end - start).days
    if days <= SHORT_DAYS:
        every = next(d for d in (1, 2, 7, 14, 35) if days / d * 8 <= columns or d == 35)
        yield from (
            (day, f"{day.day} {day:%b}")
            for i in range(0, days + 1, every)
            if (day := start + timedelta(days=i))
        )
        return
    months = (end.year - start.year) * 12 + end.month - start.month
    every = next((m for m in (1, 2, 3, 6, 12, 24, 60) if months / m * 5 <= columns), 120)
    for i in range(1, months + 1):
        year, month = divmod(start.year * 12 + start.month - 1 + i, 12)
        if (year * 12 + month) % every == 0:
            yield date(year, month + 1, 1), f"{year}" if month == 0 else f"{date(year, month + 1, 1):%b}"
