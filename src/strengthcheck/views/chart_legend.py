"""What stands below a chart: what its lines are, and every sign that is drawn in it, and no other."""

from collections.abc import Iterable
from typing import NamedTuple

from strengthcheck.views.chart import LEAST_ROWS, Chart, chart
from strengthcheck.views.chart_axes import NOTES
from strengthcheck.views.chart_grid import BREAK
from strengthcheck.views.chart_spec import BEYOND, MARKERS, MEETING, MEETING_BEYOND, Spec

MOST_LINES = 3
APART, NEAR = 3, 2
"""Cells between two parts of a legend; fewer where it then fits into one line."""

_HOLLOW = {MEETING["hollow"], *(sign for (_, weight), sign in MARKERS.items() if weight == "hollow")}
_CROSSED = [sign for (_, weight), sign in MARKERS.items() if weight == "out"]
_OUT = tuple(dict.fromkeys([*_CROSSED, *"".join(BEYOND.values()), *MEETING_BEYOND]))
_BOTH = [MEETING["solid"], MEETING["hollow"]]


class Explained(NamedTuple):
    """A chart and its legend, together as high as was asked for."""

    chart: Chart
    legend: tuple[str, ...]
    """Its lines."""


def explained(spec: Spec, columns: int, rows: int) -> Explained:
    """Lay a chart out above its legend. Raises ValueError where no chart of 36 by 8 is left.

    The legend names what is drawn, and what is drawn depends on the rows that the legend leaves.
    """
    for lines in range(1, max(2, min(MOST_LINES, rows - LEAST_ROWS) + 1)):
        drawn = chart(spec, columns, rows - lines)
        legend = in_lines(parts(spec, drawn), columns)
        if len(legend) <= lines:
            break
    return Explained(drawn, legend[:lines])


def parts(spec: Spec, drawn: Chart) -> tuple[str, ...]:
    """What each line is, then each sign that is seen."""
    signs, axis = drawn.signs, {cell.char for cell in drawn.rows[drawn.frame.rows]}
    aside = ["hollow"] if signs & _HOLLOW else []
    aside += [sign for sign in _OUT if sign in signs]
    meeting = [sign for sign in _BOTH if sign in signs]
    found = [f"{' '.join(meeting)} both"] if meeting else []
    found += [f"{' '.join(aside)} not compared"] if aside else []
    found += [f"{BREAK} another object or version"] if spec.breaks else []
    noted = [sign for sign in NOTES if sign in axis]
    found += [f"{' '.join(noted)} note"] if noted else []
    return (*spec.key, *found)


def in_lines(told: Iterable[str], columns: int) -> tuple[str, ...]:
    """The parts in lines, none of them broken where it fits into one."""
    told = tuple(told)
    for apart in (APART, NEAR):
        line = (" " * apart).join(told)
        if len(line) <= columns:
            return (line,)
    lines: list[str] = []
    for part in told:
        longer = f"{lines[-1]}{' ' * APART}{part}" if lines else part
        if lines and len(longer) <= columns:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)
