"""A chart of two sides over time as rows of cells: pure layout, true to scale, readable without colour.

Lines are drawn in braille dots, two by four to a cell: left whole, right dotted. Markers tell side by shape
(circle, square) and weight by filling (solid enters a reading, hollow does not). Usual ranges show as cells
marked so and by their edges: dashes at the left's, dots at the right's.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from strengthcheck.views.chart_axes import NOTES, draw_date_axis, draw_value_axis, span, value_axis
from strengthcheck.views.chart_grid import (
    EMPTY,
    Cell,
    Frame,
    Grid,
    Plotted,
    by_cell,
    draw_bands,
    draw_breaks,
    draw_ends,
    draw_level_words,
    draw_levels,
    draw_lines,
    draw_marks,
    ends,
    sign_of,
)
from strengthcheck.views.chart_spec import Spec

LEAST_COLUMNS = 36
LEAST_ROWS = 8


class Chart(NamedTuple):
    """The laid-out chart."""

    rows: tuple[tuple[Cell, ...], ...]
    plotted: tuple[Plotted, ...]
    frame: Frame

    def text(self) -> tuple[str, ...]:
        """The rows as plain text."""
        return tuple("".join(c.char for c in row).rstrip() for row in self.rows)

    @property
    def signs(self) -> frozenset[str]:
        """The markers that are seen; one may lie under another."""
        return frozenset(self.rows[p.row][p.column].char for p in self.plotted)

    def column_of(self, day: date) -> int:
        """The column of a day, or of the nearest one that is drawn."""
        inside = min(max(day, self.frame.start), self.frame.end)
        return self.frame.left + round(self.frame.column(inside))

    def pointed(self, day: date) -> "Chart":
        """The same with the cursor on a day: a line down the plot, its own points marked as at hand.

        Where others share a cell with them, these are seen.
        """
        column = self.column_of(day)
        marked = {row: sign_of(there) for (row, _), there in by_cell(self._of(day)).items()}
        rows = []
        for r, row in enumerate(self.rows):
            cell = row[column]
            if r < self.frame.rows:
                if r in marked:
                    char, part = marked[r]
                    cell = cell._replace(char=char, part=part, at_hand=True)
                elif cell.part in ("empty", "band", "level"):
                    cell = cell._replace(char="│", part="cursor")
            elif r == self.frame.rows:
                cell = cell._replace(char=cell.char if cell.char in NOTES else "┴", part="cursor")
            rows.append((*row[:column], cell, *row[column + 1 :]))
        return self._replace(rows=tuple(rows))

    def _of(self, day: date) -> Iterator[Plotted]:
        """The points of one day; other days may share its column."""
        return (p for p in self.plotted if p.given.on == day)


def chart(spec: Spec, columns: int, rows: int) -> Chart:
    """Lay a chart out in that many columns and rows. Raises ValueError under 36 by 8."""
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        raise ValueError(f"a chart needs at least {LEAST_COLUMNS} columns and {LEAST_ROWS} rows")
    axis = value_axis(spec, rows - 2)
    left = max(len(text) for _, text in axis.ticks) + 1
    whole = Frame(left, columns - left, rows - 2, axis.low, axis.high, *span(spec))
    wanted = ends(whole, spec)
    right = max((len(end.text) for end in wanted), default=0) + 1
    frame = whole._replace(columns=whole.columns - right)
    grid: Grid = [[EMPTY] * columns for _ in range(rows)]
    draw_bands(grid, frame, spec)
    draw_levels(grid, frame, spec)
    draw_breaks(grid, frame, spec.breaks)
    draw_lines(grid, frame, spec)
    draw_level_words(grid, frame, spec)
    plotted = draw_marks(grid, frame, spec)
    draw_value_axis(grid, frame, axis)
    draw_date_axis(grid, frame, spec)
    draw_ends(grid, frame, wanted)
    return Chart(tuple(tuple(r) for r in grid), plotted, frame)
