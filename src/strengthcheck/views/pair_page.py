"""One test over time: what is said of it, each side's figures, and the chart's content."""

from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.series import Pair, Point
from strengthcheck.views.chart import MARKERS, Line, Mark, Spec
from strengthcheck.views.compare import CompareRow
from strengthcheck.views.said import side_word


class PairPage(NamedTuple):
    """What the page of one test shows."""

    row: CompareRow
    title: str
    about: str
    legend: str
    spec: Spec | None
    """The chart; none for rungs, which are told in words."""


def pair_page(read: ReadPair, row: CompareRow, hidden_after: date | None = None) -> PairPage:
    """The page of one pair. Extra checks after the newest planned one (`hidden_after`) are not drawn."""
    numbers = read.pair.measure.id != "ladder"
    unit = read.pair.measure.unit
    about = " · ".join(part for part in (row.object, row.measure, unit if numbers else "") if part)
    return PairPage(
        row=row,
        title=row.title,
        about=about,
        legend=_legend(read) if numbers else "",
        spec=Spec(tuple(_line(read, s, hidden_after) for s in read.sides)) if numbers else None,
    )


def _line(read: ReadPair, side: Side, hidden_after: date | None) -> Line:
    points = read.pair.points.get(side, ())
    usual = read.side(side).range
    shown = [p for p in points if not _hidden(p, hidden_after)]
    return Line(
        side=side,
        marks=tuple(_mark(read.pair, p) for p in shown),
        band=None if usual is None else (min(usual.low, usual.high), max(usual.low, usual.high)),
    )


def _hidden(point: Point, hidden_after: date | None) -> bool:
    return point.set_aside == "extra" and hidden_after is not None and point.at.date() > hidden_after


def _mark(pair: Pair, point: Point) -> Mark:
    cap = pair.measure.cap
    return Mark(
        on=point.at.date(),
        value=float(point.value),
        solid=point.set_aside is None,
        at_least=cap is not None and point.value >= cap,
    )


def _legend(read: ReadPair) -> str:
    parts = [f"{MARKERS[(s, True)]} {side_word(read.pair, s)}" for s in read.sides]
    if any(p.set_aside for s in read.sides for p in read.pair.points[s]):
        parts.append("hollow: not compared")
    return "   ".join([*parts, "┄ usual range"])
