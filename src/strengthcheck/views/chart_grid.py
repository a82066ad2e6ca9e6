"""The cells of a chart and what is drawn into them: ranges, breaks, lines in braille dots, markers, labels.

Left and right are told apart without colour: by marker (circle, square, with a cross in it where it does not
count), by line (whole, dotted; an arrow too) and by the edge of the usual range (dashes, dots).
"""

import itertools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.model.base import Side
from strengthcheck.views.chart_spec import BEYOND, MARKERS, MEETING, MEETING_BEYOND, Line, Mark, Spec, Weight

Part = Literal["axis", "label", "left", "right", "both", "band", "level", "faint", "break", "cursor", "empty"]
"""What a cell belongs to, so that a face can colour it."""

Banded = Literal["", "left", "right", "both"]
"""Whose usual range a cell lies in: of one side, or of both (also that of a test without sides)."""


class Cell(NamedTuple):
    """One character of the chart."""

    char: str
    part: Part
    band: Banded = ""
    at_hand: bool = False
    """Under the cursor."""


EMPTY = Cell(" ", "empty")
Grid = list[list[Cell]]


class Plotted(NamedTuple):
    """Where a point came to stand, for tests and for the pointer."""

    line: int
    """Which of the spec's lines, counted from 0."""
    mark: int
    """Which of the line's marks, counted from 0."""
    column: int
    row: int
    side: Side
    given: Mark
    past: int
    """−1 where the axis ends above it, 1 where it ends below it, else 0."""


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

    def row_of(self, mark: Mark) -> int:
        """The row of a mark; of one that does not count and lies beyond the axis, the row at the edge."""
        return min(max(round(self.row(mark.value)), 0), self.rows - 1)

    def past(self, mark: Mark) -> int:
        """−1 or 1 for what does not count and lies below or above the axis, else 0."""
        if mark.weight != "out" or self.low <= mark.value <= self.high:
            return 0
        return 1 if mark.value > self.high else -1


BREAK = "╎"
EDGES: dict[Side, str] = {"left": "┄", "right": "· ", "both": "┄"}
"""What the edges of a usual range are made of."""

_DOTTED: dict[Side, int] = {"left": 1, "right": 3, "both": 1}
_FAINT_DOTS = 4
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Braille dot bits by row and column of a cell."""

_Dots = dict[tuple[int, int], tuple[int, Part]]


def put(grid: Grid, row: int, column: int, char: str, part: Part) -> None:
    """Write one character; the cell stays in the range that it lies in."""
    grid[row][column] = grid[row][column]._replace(char=char, part=part)


def write(grid: Grid, row: int, column: int, text: str, part: Part) -> None:
    """Write a text from a column on, as far as there is room."""
    for i, char in enumerate(text):
        if 0 <= column + i < len(grid[row]):
            put(grid, row, column + i, char, part)


def draw_bands(grid: Grid, frame: Frame, spec: Spec) -> None:
    """Mark the cells of each side's range, from its first point to the next break."""
    for line in spec.lines:
        if line.band is not None and line.marks:
            _draw_band(grid, frame, line, _reach(frame, line, spec.breaks))


def _reach(frame: Frame, line: Line, breaks: Iterable[date]) -> tuple[int, int]:
    """The columns of a line's range: between the breaks around it."""
    first = max((b for b in breaks if b <= line.marks[0].on), default=frame.start)
    last = min((b for b in breaks if b > line.marks[-1].on), default=frame.end)
    ends = (round(frame.column(max(first, frame.start))), round(frame.column(min(last, frame.end))))
    return frame.left + ends[0], frame.left + ends[1]


def _draw_band(grid: Grid, frame: Frame, line: Line, reach: tuple[int, int]) -> None:
    if line.band is None:
        return
    top, bottom = round(frame.row(line.band.high)), round(frame.row(line.band.low))
    for r in range(max(0, top), min(frame.rows - 1, bottom) + 1):
        for c in range(reach[0], reach[1] + 1):
            cell = grid[r][c]
            band: Banded = line.side if cell.band in ("", line.side) else "both"
            edge = EDGES[line.side][c % len(EDGES[line.side])] if r in (top, bottom) else " "
            grid[r][c] = Cell(edge, "band", band) if edge != " " else cell._replace(band=band)


def draw_levels(grid: Grid, frame: Frame, spec: Spec) -> None:
    """A whole line across the plot; a ceiling is drawn doubly."""
    for level in spec.levels:
        row = round(frame.row(level.value))
        write(grid, row, frame.left, ("═" if level.ceiling else "─") * frame.columns, "level")


def draw_level_words(grid: Grid, frame: Frame, spec: Spec) -> None:
    """What each level is, over lines and beside markers; a ceiling's beside it, where it is full of them."""
    for level in spec.levels:
        row = round(frame.row(level.value))
        rows = [r for r in (row, row - 1, row + 1) if 0 <= r < frame.rows][: None if level.ceiling else 1]
        places = ((r, _free_place(frame, spec, r, len(level.text) + 2)) for r in rows)
        found = next(((r, place) for r, place in places if place is not None), None)
        if level.text and found is not None:
            write(grid, found[0], frame.left + found[1], f" {level.text} ", "level")


def _free_place(frame: Frame, spec: Spec, row: int, width: int) -> int | None:
    """A column of the plot where words of a level are hidden by no marker; None where there is none.

    At an end of the plot rather than between two markers.
    """
    marks = {round(frame.column(m.on)) for ln in spec.lines for m in ln.marks if frame.row_of(m) == row}
    last = frame.columns - width - 1
    starts = (s for s in (2, last - 1, *range(1, last)) if 1 <= s <= last)
    return next((s for s in starts if not any(s - 1 <= c <= s + width for c in marks)), None)


def draw_breaks(grid: Grid, frame: Frame, breaks: Iterable[date]) -> None:
    """A broken line down the plot where another object or version began."""
    for day in breaks:
        if frame.start < day <= frame.end:
            column = frame.left + round(frame.column(day))
            for r in range(frame.rows):
                put(grid, r, column, BREAK, "break")


def draw_lines(grid: Grid, frame: Frame, spec: Spec) -> None:
    """Join each line's solid points, and draw the faint lines, in braille dots."""
    dots: _Dots = {}
    for faint in spec.faint:
        _trace(dots, frame, list(faint.points), "faint", _FAINT_DOTS)
    for line in spec.lines:
        solid = [(m.on, m.value) for m in line.marks if m.weight == "solid"]
        for run in _runs(solid, spec.breaks):
            _trace(dots, frame, run, line.side, _DOTTED[line.side])
    for (r, c), (bits, part) in dots.items():
        put(grid, r, frame.left + c, chr(0x2800 + bits), part)


def _runs(points: list[tuple[date, float]], breaks: Iterable[date]) -> Iterator[list[tuple[date, float]]]:
    """The points between breaks: no line crosses one."""
    rest = points
    for day in sorted(breaks):
        yield [p for p in rest if p[0] < day]
        rest = [p for p in rest if p[0] >= day]
    yield rest


def _trace(dots: _Dots, frame: Frame, points: list[tuple[date, float]], part: Part, every: int) -> None:
    """Set the dots of a polyline; every third or so only for a dotted one."""
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
                bits, before = dots.get((r, c), (0, part))
                dots[(r, c)] = (bits | _DOTS[y % 4][x % 2], part if part != "faint" else before)


_ORDER: dict[Weight, int] = {"out": 0, "hollow": 1, "solid": 2}


def draw_marks(grid: Grid, frame: Frame, spec: Spec) -> tuple[Plotted, ...]:
    """Every point's marker; what enters a reading is never hidden by what does not."""
    plotted = tuple(
        Plotted(i, k, frame.left + round(frame.column(m.on)), frame.row_of(m), line.side, m, frame.past(m))
        for i, line in enumerate(spec.lines)
        for k, m in enumerate(line.marks)
    )
    for (row, column), there in by_cell(plotted).items():
        put(grid, row, column, *sign_of(there))
    return plotted


def by_cell(plotted: Iterable[Plotted]) -> dict[tuple[int, int], list[Plotted]]:
    """The points by row and column of the cell that they share."""
    found: dict[tuple[int, int], list[Plotted]] = {}
    for p in plotted:
        found.setdefault((p.row, p.column), []).append(p)
    return found


def sign_of(there: Iterable[Plotted]) -> tuple[str, Part]:
    """What stands for the points of one cell, and whose it is: of the greatest weight, every side of them."""
    found = list(there)
    weight = max((p.given.weight for p in found), key=lambda w: _ORDER[w])
    sides = {p.side for p in found if p.given.weight == weight}
    past = {p.past for p in found if p.given.weight == weight}
    (beyond,) = past if len(past) == 1 else (0,)
    if len(sides) > 1:
        return (MEETING_BEYOND[beyond > 0] if beyond else MEETING[weight]), "both"
    (side,) = sides
    return (BEYOND[side][beyond > 0] if beyond else MARKERS[(side, weight)]), side


class End(NamedTuple):
    """What stands to the right of the plot, in which row."""

    row: int
    text: str
    part: Part


def ends(frame: Frame, spec: Spec) -> tuple[End, ...]:
    """The labels at the ends of the lines, one a row.

    A faint line has no marker that would tell whose label it is: its label stands in its own row, and those
    of one row stand side by side. The newest line of each side is named in the nearest row that is free, the
    greater value above.
    """
    found: dict[int, End] = {}
    for faint in (f for f in spec.faint if f.points):
        row = round(frame.row(faint.points[-1][1]))
        before = f"{found[row].text}, " if row in found else ""
        found[row] = End(row, f"{before}{faint.label}", "faint")
    newest = {ln.side: (ln, m) for ln in spec.lines for m in ln.marks if m.weight != "out"}
    for line, mark in sorted(newest.values(), key=lambda n: -n[1].value):
        row = round(frame.row(mark.value))
        near = (r for d in range(frame.rows) for r in (row + d, row - d))
        place = next((r for r in near if 0 <= r < frame.rows and r not in found), None)
        if line.label and place is not None:
            found[place] = End(place, line.label, line.side)
    return tuple(found.values())


def draw_ends(grid: Grid, frame: Frame, wanted: Iterable[End]) -> None:
    """Write the end labels."""
    for end in wanted:
        write(grid, end.row, frame.left + frame.columns + 1, end.text, end.part)
