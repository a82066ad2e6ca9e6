"""What a chart is asked to show: lines of dated marks, usual ranges, levels, breaks, nobody's lines."""

from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.model.base import Side

Weight = Literal["solid", "hollow", "out"]
"""Solid enters a reading; hollow was measured and does not (an extra check, a sore day); out: no."""


MARKERS: dict[tuple[Side, Weight], str] = {
    ("left", "solid"): "●",
    ("left", "hollow"): "○",
    ("left", "out"): "⊗",
    ("right", "solid"): "■",
    ("right", "hollow"): "□",
    ("right", "out"): "⊠",
    ("both", "solid"): "◆",
    ("both", "hollow"): "◇",
    ("both", "out"): "×",
}

BEYOND: dict[Side, str] = {"left": "↓↑", "right": "⇣⇡", "both": "↓↑"}
"""Of what does not count and lies below or above the axis; dashed for the right, as its line is dotted."""

MEETING: dict[Weight, str] = {"solid": "◉", "hollow": "◎", "out": "×"}
"""Left and right in one cell."""

MEETING_BEYOND = "⇊⇈"
"""Left and right in one cell, both below or both above the axis."""


class Mark(NamedTuple):
    """One point of one side."""

    on: date
    value: float
    weight: Weight = "solid"


class Band(NamedTuple):
    """A usual range, for as long as its line lasts."""

    low: float
    high: float


class Line(NamedTuple):
    """One side's points in order of time, with its usual range if it has one."""

    side: Side
    marks: tuple[Mark, ...]
    band: Band | None = None
    label: str = ""
    """What stands at the line's end."""


class Faint(NamedTuple):
    """A line that is nobody's: drawn faintly, without markers, named at its end."""

    label: str
    points: tuple[tuple[date, float], ...]


class Level(NamedTuple):
    """A value across the whole plot: the ceiling of a test, or no difference."""

    value: float
    text: str
    ceiling: bool = False


class Spec(NamedTuple):
    """What to draw. Several lines of one side follow each other: another object, another version."""

    lines: tuple[Line, ...]
    faint: tuple[Faint, ...] = ()
    breaks: tuple[date, ...] = ()
    """Days on which another object or another version began."""
    levels: tuple[Level, ...] = ()
    names: tuple[tuple[float, str], ...] = ()
    """Values with names of their own, in place of numbers on the axis: the rungs."""
    noted: tuple[date, ...] = ()
    """Days with a note, marked on the date axis."""
    key: tuple[str, ...] = ()
    """What its lines are, to stand below it; what single signs are is told where they are drawn."""

    def since(self, day: date) -> "Spec":
        """The same from a day on; bands stay what they are."""
        return self._replace(
            lines=tuple(
                kept
                for line in self.lines
                if (kept := line._replace(marks=tuple(m for m in line.marks if m.on >= day))).marks
            ),
            breaks=tuple(b for b in self.breaks if b >= day),
            noted=tuple(n for n in self.noted if n >= day),
        )

    def days(self) -> list[date]:
        """Every day that has a point, in no order."""
        marked = [m.on for line in self.lines for m in line.marks]
        return marked + [d for f in self.faint for d, _ in f.points]

    def values(self) -> list[float]:
        """Every value that must find room; a slip, which does not count, stretches no axis."""
        found = [m.value for line in self.lines for m in line.marks if m.weight != "out"]
        found += [v for line in self.lines if line.band and line.marks for v in line.band]
        found += [v for f in self.faint for _, v in f.points]
        found += [level.value for level in self.levels]
        return found + [v for v, _ in self.names]
