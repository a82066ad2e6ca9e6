"""A chart of two sides over time as rows of cells: pure layout, true to scale, readable without colour.

Lines are drawn in braille dots, two by four to a cell: left solid, right dotted. Markers tell side by shape
(circle, square) and weight by filling (solid enters a reading, hollow does not). Bands show as cells marked
so and, where colour is missing, by their dashed edges.
"""

import itertools
import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

Part = Literal["axis", "label", "left", "right", "both", "band", "faint", "break", "empty"]
"""What a cell belongs to, so that a face can colour it."""

LEAST_COLUMNS = 36
LEAST_ROWS = 8


class Mark(NamedTuple):
    """One point of one side."""

    on: date
    value: float
    solid: bool = True
    """It enters a reading; hollow ones are shown and do not."""
    at_least: bool = False
    """It was ended at the cap: the value is at least this."""


class Line(NamedTuple):
    """One side's points in order of time, with its usual range if it has one."""

    side: Literal["left", "right", "both"]
    marks: tuple[Mark, ...]
    band: tuple[float, float] | None = None


class Faint(NamedTuple):
    """A line that is nobody's: drawn faintly, without markers."""

    label: str
    points: tuple[tuple[date, float], ...]


class Spec(NamedTuple):
    """What to draw."""

    lines: tuple[Line, ...]
    faint: tuple[Faint, ...] = ()
    breaks: tuple[date, ...] = ()
    """Days on which another object or another version began."""
    zero: bool = False
    """Whether the axis begins at zero in any case."""


class Cell(NamedTuple):
    """One character of the chart."""

    char: str
    part: Part
    banded: bool = False


class Plotted(NamedTuple):
    """Where a point came to stand, for tests and for the pointer."""

    side: str
    mark: int
    """Which of the line's marks, counted from 0."""
    column: int
    row: int


class Chart(NamedTuple):
    """The laid-out chart."""

    rows: tuple[tuple[Cell, ...], ...]
    plotted: tuple[Plotted, ...]
    low: float
    high: float
    """The values at the lowest and the highest row of the plot."""
    from_zero: bool

    def text(self) -> tuple[str, ...]:
        """The rows as plain text."""
        return tuple("".join(c.char for c in row).rstrip() for row in self.rows)


class Frame(NamedTuple):
    """The plot's place among the cells and what its edges mean."""

    left: int
    columns: int
    rows: int
    low: float
    high: float
    start: date
    end: date

    def column(self, day: date) -> float:
        """The column of a day within the plot, fractions between columns."""
        span = max(1, (self.end - self.start).days)
        return (day - self.start).days / span * (self.columns - 1)

    def row(self, value: float) -> float:
        """The row of a value from the top, fractions between rows."""
        return (self.high - value) / (self.high - self.low) * (self.rows - 1)


MARKERS: dict[tuple[str, bool], str] = {
    ("left", True): "●",
    ("left", False): "○",
    ("right", True): "■",
    ("right", False): "□",
    ("both", True): "◆",
    ("both", False): "◇",
}
AT_LEAST = "▲"
MEETING = "◉"
"""Left and right in one cell."""

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Braille dot bits by row and column of a cell."""


def chart(spec: Spec, columns: int, rows: int) -> Chart:
    """Lay a chart out in that many columns and rows. Raises ValueError under 36 by 8."""
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        raise ValueError(f"a chart needs at least {LEAST_COLUMNS} columns and {LEAST_ROWS} rows")
    low, high, step = _value_axis(spec, rows - 2)
    labels = [_tick(v, step) for v in _ticks(low, high, step)]
    left = max(len(t) for t in labels) + 1
    ends = _end_labels(spec)
    right = max((len(t) for t in ends.values()), default=0) + 1
    start, end = _dates(spec)
    frame = Frame(left, columns - left - right, rows - 2, low, high, start, end)
    grid = [[Cell(" ", "empty")] * columns for _ in range(rows)]
    _draw_bands(grid, frame, spec)
    _draw_breaks(grid, frame, spec.breaks)
    _draw_lines(grid, frame, spec)
    plotted = _draw_marks(grid, frame, spec)
    _draw_value_axis(grid, frame, low, high, step)
    _draw_date_axis(grid, frame)
    _draw_ends(grid, frame, spec, ends)
    return Chart(tuple(tuple(r) for r in grid), plotted, low, high, low == 0)


def _values(spec: Spec) -> Iterator[float]:
    for line in spec.lines:
        yield from (m.value for m in line.marks)
        if line.band is not None:
            yield from line.band
    for faint in spec.faint:
        yield from (v for _, v in faint.points)


def _value_axis(spec: Spec, rows: int) -> tuple[float, float, float]:
    """Lowest and highest value, and the distance of ticks: 1, 2 or 5 times a power of ten."""
    values = list(_values(spec)) or [0.0, 1.0]
    low, high = min(values), max(values)
    if spec.zero or (low > 0 and low < 0.25 * high):
        low = 0.0
    if high == low:
        low, high = (low - 0.5, high + 0.5) if low else (0.0, 1.0)
    rough = (high - low) / max(2, min(6, rows // 3))
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def _ticks(low: float, high: float, step: float) -> list[float]:
    return [low + i * step for i in range(round((high - low) / step) + 1)]


def _tick(value: float, step: float) -> str:
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    return f"{value:.{digits}f}".replace("-", "−")


def _dates(spec: Spec) -> tuple[date, date]:
    days = [m.on for line in spec.lines for m in line.marks] + [d for f in spec.faint for d, _ in f.points]
    start, end = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 2))
    return (start, end) if end > start else (start - timedelta(days=7), end + timedelta(days=7))


def _put(grid: list[list[Cell]], row: int, column: int, char: str, part: Part) -> None:
    grid[row][column] = Cell(char, part, grid[row][column].banded)


def _draw_bands(grid: list[list[Cell]], frame: Frame, spec: Spec) -> None:
    """Mark the cells of each side's range, with dashed edges that stay without colour."""
    for line in spec.lines:
        if line.band is None:
            continue
        top, bottom = (round(frame.row(v)) for v in (line.band[1], line.band[0]))
        dash = "┈" if line.side == "right" else "┄"
        for r in range(max(0, top), min(frame.rows - 1, bottom) + 1):
            for c in range(frame.left, frame.left + frame.columns):
                edge = r in (top, bottom)
                cell = grid[r][c]
                grid[r][c] = Cell(dash if edge else cell.char, "band" if edge else cell.part, True)


def _draw_breaks(grid: list[list[Cell]], frame: Frame, breaks: Iterable[date]) -> None:
    for day in breaks:
        if frame.start < day <= frame.end:
            column = frame.left + round(frame.column(day))
            for r in range(frame.rows):
                _put(grid, r, column, "╎", "break")


def _draw_lines(grid: list[list[Cell]], frame: Frame, spec: Spec) -> None:
    """Join each side's solid points, and draw the faint lines, in braille dots."""
    dots: dict[tuple[int, int], tuple[int, Part]] = {}
    for faint in spec.faint:
        _trace(dots, frame, list(faint.points), "faint", 5)
    for line in spec.lines:
        solid = [(m.on, m.value) for m in line.marks if m.solid]
        for run in _runs(solid, spec.breaks):
            _trace(dots, frame, run, line.side, 3 if line.side == "right" else 1)
    for (r, c), (bits, part) in dots.items():
        _put(grid, r, frame.left + c, chr(0x2800 + bits), part)


def _runs(points: list[tuple[date, float]], breaks: Iterable[date]) -> Iterator[list[tuple[date, float]]]:
    """The points between breaks: no line crosses one."""
    rest = points
    for day in sorted(breaks):
        yield [p for p in rest if p[0] < day]
        rest = [p for p in rest if p[0] >= day]
    yield rest


def _trace(
    dots: dict[tuple[int, int], tuple[int, Part]],
    frame: Frame,
    points: list[tuple[date, float]],
    part: Part,
    every: int,
) -> None:
    """Set the dots of a polyline; every third or fifth only for a dotted one."""
    count = 0
    for (d0, v0), (d1, v1) in itertools.pairwise(points):
        x0, y0 = frame.column(d0) * 2 + 0.5, frame.row(v0) * 4 + 1.5
        x1, y1 = frame.column(d1) * 2 + 0.5, frame.row(v1) * 4 + 1.5
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
        for i in range(steps):
            count += 1
            if count % every:
                continue
            x, y = int(x0 + (x1 - x0) * i / steps), int(y0 + (y1 - y0) * i / steps)
            r, c = y // 4, x // 2
            if 0 <= r < frame.rows and 0 <= c < frame.columns:
                bits, _ = dots.get((r, c), (0, part))
                dots[(r, c)] = (bits | _DOTS[y % 4][x % 2], part)


def _draw_marks(grid: list[list[Cell]], frame: Frame, spec: Spec) -> tuple[Plotted, ...]:
    plotted: list[Plotted] = []
    taken: dict[tuple[int, int], str] = {}
    for line in spec.lines:
        for i, mark in enumerate(line.marks):
            r, c = round(frame.row(mark.value)), frame.left + round(frame.column(mark.on))
            plotted.append(Plotted(line.side, i, c, r))
            meeting = taken.get((r, c), line.side) != line.side
            char = AT_LEAST if mark.at_least else MARKERS[(line.side, mark.solid)]
            _put(grid, r, c, MEETING if meeting else char, "both" if meeting else line.side)
            taken[(r, c)] = line.side
    return tuple(plotted)


def _draw_value_axis(grid: list[list[Cell]], frame: Frame, low: float, high: float, step: float) -> None:
    at = {round(frame.row(v)): _tick(v, step) for v in _ticks(low, high, step)}
    for r in range(frame.rows):
        text = at.get(r, "").rjust(frame.left - 1)
        for c, char in enumerate(text):
            _put(grid, r, c, char, "label")
        _put(grid, r, frame.left - 1, "┤" if r in at else "│", "axis")


def _draw_date_axis(grid: list[list[Cell]], frame: Frame) -> None:
    """Ticks at the first of months, or of years when the span is long; labels never touch."""
    axis, names = frame.rows, frame.rows + 1
    for c in range(frame.columns):
        _put(grid, axis, frame.left + c, "─", "axis")
    _put(grid, axis, frame.left - 1, "└", "axis")
    free = frame.left
    for day, label in _date_ticks(frame.start, frame.end, frame.columns):
        column = frame.left + round(frame.column(day))
        first = column - len(label) // 2
        if first < free or first + len(label) > len(grid[0]):
            continue
        _put(grid, axis, column, "┬", "axis")
        for i, char in enumerate(label):
            _put(grid, names, first + i, char, "label")
        free = first + len(label) + 1


def _date_ticks(start: date, end: date, columns: int) -> Iterator[tuple[date, str]]:
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 0:
        yield start, f"{start.day} {start:%b}"
        yield end, f"{end.day} {end:%b}"
        return
    every = next((m for m in (1, 2, 3, 6, 12, 24, 60) if months / m * 5 <= columns), 120)
    for i in range(1, months + 1):
        year, month = divmod(start.year * 12 + start.month - 1 + i, 12)
        if (year * 12 + month) % every == 0:
            day = date(year, month + 1, 1)
            yield day, f"{year}" if month == 0 else f"{day:%b}"


def _end_labels(spec: Spec) -> dict[str, str]:
    """What stands at each line's end: the side's letter and its newest value."""
    letters = {"left": "L", "right": "R", "both": ""}
    return {
        line.side: f"{letters[line.side]} {line.marks[-1].value:.3g}".strip()
        for line in spec.lines
        if line.marks
    }


def _draw_ends(grid: list[list[Cell]], frame: Frame, spec: Spec, ends: dict[str, str]) -> None:
    """Place the end labels beside the newest points, moved apart where they would collide."""
    wanted = sorted((round(frame.row(ln.marks[-1].value)), ln.side) for ln in spec.lines if ln.marks)
    used: set[int] = set()
    for row, side in wanted:
        near = (r for d in range(frame.rows) for r in (row + d, row - d))
        place = next((r for r in near if 0 <= r < frame.rows and r not in used), row)
        used.add(place)
        for i, char in enumerate(ends[side]):
            _put(grid, place, frame.left + frame.columns + 1 + i, char, side)
