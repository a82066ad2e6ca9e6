"""The stops of the cursor on a chart: one for each check, with all that is known at its points."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple
from uuid import UUID

from strengthcheck.analysis.days import CheckDay, LeftOut
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.series import Point, SetAside
from strengthcheck.views.check_page import INVALID_WORDS, context_words
from strengthcheck.views.dates import date_words
from strengthcheck.views.gap_words import gap_percent, gap_words
from strengthcheck.views.said import side_word
from strengthcheck.views.values import point_text, range_text, value_text

ASIDE_WORDS: dict[SetAside, str] = {
    "extra": "extra check, not compared",
    "sore": "sore or worked hard that week, not compared",
    "ill": "ill that day, not compared",
}
"""Why a point does not enter a reading, in words."""


IN_RANGE = "in the usual range"

Against = Literal["", "usual", "low", "high"]
"""Where a value lies: in the usual range, worse or better than it; empty where there is none."""


class StopLine(NamedTuple):
    """One side at one check, or one trial of it that does not count."""

    side: Side
    name: str
    value: str
    about: str
    """Where it lies against the usual range, or why it is not compared."""
    counts: bool
    against: Against = ""
    """Worse or better than the usual range, whichever way the numbers go."""


class Stop(NamedTuple):
    """One check on the chart."""

    check: UUID
    on: date
    title: str
    lines: tuple[StopLine, ...]
    gap: str
    """How far the sides differ, where both gave a number."""
    context: str
    note: str
    change: str = ""
    """What began here, where a lasting loss did."""


class Around(NamedTuple):
    """What the record knows beside the values."""

    days: Mapping[UUID, CheckDay]
    left_out: tuple[LeftOut, ...]
    """Of this series, in order of time."""
    hidden_after: date | None
    """Extra checks after this day are not shown before the next planned check."""
    today: date

    def shows(self, point: Point) -> bool:
        """Whether a point may be seen."""
        return not (point.set_aside == "extra" and self._after(point.at.date()))

    def shows_out(self, out: LeftOut) -> bool:
        """Whether a trial that does not count may be seen."""
        day = self.days.get(out.check)
        return not (day is not None and not day.planned and self._after(out.at.date()))

    def _after(self, day: date) -> bool:
        return self.hidden_after is not None and day > self.hidden_after


def stops_of(read: ReadPair, around: Around, *, used: str = "") -> tuple[Stop, ...]:
    """The stops of one series, the first check first. `used` names the object where there is another one."""
    found: dict[UUID, tuple[date, list[StopLine]]] = {}
    for side in read.sides:
        for point in read.pair.points[side]:
            if around.shows(point):
                _, lines = found.setdefault(point.check, (point.at.date(), []))
                lines.append(_of_point(read, side, point))
    for out in around.left_out:
        if around.shows_out(out):
            _, lines = found.setdefault(out.check, (out.at.date(), []))
            lines.append(_of_left_out(read, out))
    gaps = _gaps(read)
    ordered = sorted(found.items(), key=lambda f: (f[1][0], str(f[0])))
    return tuple(
        _stop(check, on, lines, around, used)._replace(gap=gaps.get(check, ""))
        for check, (on, lines) in ordered
    )


def _gaps(read: ReadPair) -> dict[UUID, str]:
    """How far the sides differ at each check, in words; nothing for rungs and counts."""
    if read.pair.measure.unit in ("rung", "count"):
        return {}
    lefts = {p.check: float(p.value) for p in read.pair.points.get("left", ())}
    found = {
        p.check: gap_percent(lefts[p.check], float(p.value))
        for p in read.pair.points.get("right", ())
        if p.check in lefts
    }
    return {check: gap_words(gap) for check, gap in found.items() if gap is not None}


def _stop(check: UUID, on: date, lines: Iterable[StopLine], around: Around, used: str) -> Stop:
    day = around.days.get(check)
    kind = "extra check" if day is not None and not day.planned else "planned check"
    with_ = f" with {used}" if used else ""
    return Stop(
        check=check,
        on=on,
        title=f"{date_words(on, around.today)}, {kind}{with_}",
        lines=tuple(lines),
        gap="",
        context=context_words(day.context) if day is not None and day.context else "",
        note=day.note if day is not None else "",
    )


def _of_point(read: ReadPair, side: Side, point: Point) -> StopLine:
    about = ASIDE_WORDS[point.set_aside] if point.set_aside else place(read, side, float(point.value))
    counts = point.set_aside is None
    lies = against(read, about) if counts else ""
    return StopLine(
        side, side_word(read.pair, side), point_text(point, read.pair.measure), about, counts, lies
    )


def _of_left_out(read: ReadPair, out: LeftOut) -> StopLine:
    note = f" ({out.note})" if out.note else ""
    about = f"does not count: {INVALID_WORDS[out.reason]}{note}"
    return StopLine(
        out.side, side_word(read.pair, out.side), value_text(out.value, read.pair.measure), about, False
    )


def place(read: ReadPair, side: Side, value: float) -> str:
    """Where a value lies against the side's usual range as it is now; empty where there is none."""
    usual = read.own_range(side)
    measure = read.pair.measure
    if usual is None or measure.id == "ladder":
        return ""
    low, high = sorted((usual.low, usual.high))
    if measure.cap is not None and usual.centre >= measure.cap:
        return ""
    if low <= value <= high:
        return IN_RANGE
    ends = range_text(usual, measure)
    return f"{'below' if value < low else 'above'} the usual {ends[0]} to {ends[1]}"


def against(read: ReadPair, told: str) -> Against:
    """The same for strength: of a time, above the range is worse. `told`: as `place` says it."""
    if not told.startswith(("below", "above")):
        return "usual" if told else ""
    return "low" if told.startswith("below") == (read.pair.measure.better == "higher") else "high"
