"""The axes of a chart: values at whole rows, by number or by name, dates at the first of months or years."""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from strengthcheck.views.chart_grid import Frame, Grid, put, write
from strengthcheck.views.chart_spec import Spec

NOTED, NOTED_TICK = "*", "┼"
"""Stand on the date axis where a note was written; the latter where a tick stands too."""

NOTES = (NOTED, NOTED_TICK)

TICK = "┬"

CUT = "≈"
"""Stands at the corner of the axes where zero lies beyond the values."""

STEPS = (1.0, 2.0, 2.5, 4.0, 5.0)
"""From tick to tick, times a power of ten. Each lies so many whole rows above the next."""

UNEASY = {2.5: 1.1, 4.0: 1.12}
"""Steps that are harder to count by: taken where they save more of the plot than this."""

BETWEEN = 3.0
"""The same, for steps with ticks between values that are all whole."""

LEAST_TICKS, MOST_TICKS = 3, 9
MOST_APART = 8
"""Rows from tick to tick."""

SHORT_DAYS = 70
"""A span of up to so many days is told by days, not by months."""

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
MOST_NEIGHBOURS = 3
"""Of steps up to so many months, a month beside a year may be left out; of longer ones nothing is."""

LEAST_A_LABEL = 5
"""Cells from label to label."""

LABELS_APART = 2
"""Blanks between two labels of the date axis: a month is not to be read as one of the year beside it."""


class ValueAxis(NamedTuple):
    """The lowest and highest value of the plot, and what is written beside it."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


def value_axis(spec: Spec, rows: int) -> ValueAxis:
    """The axis for a plot of that many rows, as little wider than the values as its steps allow.

    Every tick lies on a row of its own, and all of them equally far apart; so does 0 where it is in the plot.
    The ends of the plot need no tick.
    """
    if spec.names:
        return _named_axis(sorted(spec.names), rows)
    low, high = _reach(spec.values() or [0.0, 1.0])
    whole = all(m.value == round(m.value) for line in spec.lines for m in line.marks)
    best = min(_candidates(low, high, rows, whole=whole), key=_Scale.cost)
    first, last, each = best.first, best.first + rows - 1, best.step / best.per
    ticks = (i // best.per * best.step for i in range(first, last + 1) if i % best.per == 0)
    return ValueAxis(first * each, last * each, tuple((value, _tick(value, best.step)) for value in ticks))


class _Scale(NamedTuple):
    """Ticks `step` apart, over `per` rows each; the lowest row is the `first`, counted from 0."""

    step: float
    per: int
    first: int
    ease: float

    def cost(self) -> float:
        """How much of the plot it takes, and how hard it is to count by."""
        return self.step / self.per * self.ease * (1 + abs(self.per - 3) / 100)


def _candidates(low: float, high: float, rows: int, *, whole: bool) -> Iterator[_Scale]:
    """The scales that hold all values and have three ticks. `whole`: none should lie between whole values."""
    least = max(2, -(-rows // MOST_TICKS))
    for per in range(least, max(least, min(MOST_APART, (rows - 1) // (LEAST_TICKS - 1))) + 1):
        power = math.floor(math.log10((high - low) / (rows - 1) * per))
        for m, p in ((m, p) for p in (power, power + 1) for m in STEPS):
            step = m * 10.0**p
            first = math.floor(low / step * per + 1e-9)
            spare = rows - 1 - (math.ceil(high / step * per - 1e-9) - first)
            if spare < 0:
                continue
            first -= spare // 2 if low < 0 else min(spare // 2, first)  # nothing is drawn under nothing
            if (first + rows - 1) // per - (first - 1) // per >= LEAST_TICKS:
                ease = UNEASY.get(m, 1.0) * (BETWEEN if whole and step % 1 else 1.0)
                yield _Scale(step, per, first, ease)


def _named_axis(names: list[tuple[float, str]], rows: int) -> ValueAxis:
    """Rungs at whole rows, what is left of the rows above and below them."""
    low, high = names[0][0], names[-1][0]
    per = max(1, int((rows - 1) / ((high - low) or 1.0)))
    spare = rows - 1 - round(per * (high - low))
    if spare < 0:  # fewer rows than rungs
        return ValueAxis(low, high, tuple(names))
    bottom = low - spare // 2 / per
    return ValueAxis(bottom, bottom + (rows - 1) / per, tuple(names))


def _reach(values: list[float]) -> tuple[float, float]:
    """From where to where the values go; from 0 where the least is little beside the greatest."""
    low, high = min(values), max(values)
    if low > 0 and low < 0.25 * high:
        low = 0.0
    if high - low <= 1e-9 * max(1.0, abs(high)):  # nothing that could be told apart on an axis
        low = high if abs(high) > 1e-9 else 0.0
        low, high = (low - abs(low) * 0.1, low + abs(low) * 0.1) if low else (0.0, 1.0)
    return low, high


def _tick(value: float, step: float) -> str:
    digits = next(n for n in range(20) if n == 19 or abs(step * 10**n - round(step * 10**n)) < 1e-6)
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
    for column, first, label in _date_labels(frame, len(grid[0])):
        put(grid, axis, column, TICK, "axis")
        write(grid, names, first, label, "label")
    for day in spec.noted:
        if frame.start <= day <= frame.end:
            column = frame.left + round(frame.column(day))
            ticked = grid[axis][column].char in (TICK, NOTED_TICK)
            put(grid, axis, column, NOTED_TICK if ticked else NOTED, "label")


class _DateLabel(NamedTuple):
    """A tick's column and the first one of what stands below it."""

    column: int
    first: int
    text: str


def _date_labels(frame: Frame, columns: int) -> list[_DateLabel]:
    """The ticks in the finest steps that leave no year without its label."""
    days = (frame.end - frame.start).days
    if days <= SHORT_DAYS:
        every = next(d for d in (1, 2, 7, 14, 35) if days / d * 8 <= frame.columns or d == 35)
        on = (frame.start + timedelta(days=i) for i in range(0, days + 1, every))
        return _placed(frame, [(day, f"{day.day} {day:%b}") for day in on], columns)
    found: list[_DateLabel] = []
    for every in MONTH_STEPS:
        ticks = list(_months(frame.start, frame.end, every))
        needed = [label for _, label in ticks if every > MOST_NEIGHBOURS or label.isdigit()]
        found = _placed(frame, ticks, columns)
        seen = [label.text for label in found if every > MOST_NEIGHBOURS or label.text.isdigit()]
        if len(seen) == len(needed) and len(ticks) * LEAST_A_LABEL <= frame.columns + LEAST_A_LABEL:
            break
    return found


def _placed(frame: Frame, ticks: list[tuple[date, str]], columns: int) -> list[_DateLabel]:
    """The labels that have room: those of years first, then the months that do not touch them."""
    taken: set[int] = set()
    found = []
    for day, text in sorted(ticks, key=lambda tick: not tick[1].isdigit()):
        column = frame.left + round(frame.column(day))
        first = max(0, min(column - len(text) // 2, columns - len(text)))
        if not taken & set(range(first - LABELS_APART, first + len(text) + LABELS_APART)):
            taken |= set(range(first, first + len(text)))
            found.append(_DateLabel(column, first, text))
    return found


def _months(start: date, end: date, every: int) -> Iterator[tuple[date, str]]:
    """The first of every so many months with its name, of a January with the year."""
    for i in range(1, (end.year - start.year) * 12 + end.month - start.month + 1):
        year, month = divmod(start.year * 12 + start.month - 1 + i, 12)
        if (year * 12 + month) % every == 0:
            yield date(year, month + 1, 1), f"{year}" if month == 0 else f"{date(year, month + 1, 1):%b}"
