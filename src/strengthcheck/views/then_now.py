"""One time beside another for the whole record: a line a test, left beside right."""

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.protocol import Measure
from strengthcheck.model.series import PairKey, Point
from strengthcheck.views.beside import beside_lines
from strengthcheck.views.compare import NOTHING_YET, CompareRow, CompareView
from strengthcheck.views.pair_stops import Against, against, place
from strengthcheck.views.periods import FIRST, LATEST, Period
from strengthcheck.views.said import leading, side_word
from strengthcheck.views.values import SHORT_RUNGS, number_text, signed_percent, unit_text, value_text

NO_CHECK = "–"
"""Stands where a time has no check of this test."""

ONE_CHECK = "one check of each test so far"
"""In place of two times where the only check there is would stand beside itself."""

OR_MORE = " or more"
"""Behind a value that reached the time limit."""

ABOUT = (
    "Each test at two times, left beside right: then → now, and how far apart. “low” and “high” say that "
    "the later value lies outside your own usual range.",
    "Then and Now choose the times: your first checks, the latest, a day, a month, a year.",
)
"""What this page is for: at a question mark."""


class SideThenNow(NamedTuple):
    """One side of one test at both times."""

    side: Side
    name: str
    then: str
    now: str
    unit: str
    """The difference in the measure's own unit; empty where there is none."""
    share: str
    """The difference in per cent, of the two numbers as they are shown."""
    against: Against
    place: str
    """The same in words, with the range where it lies outside."""
    one: bool = False
    """Whether the same checks stand for both times: they differ in nothing from themselves."""

    @property
    def same(self) -> bool:
        """Whether one word says both."""
        return self.then == self.now


class RowThenNow(NamedTuple):
    """One test."""

    key: PairKey
    both: bool
    name: str
    unit: str
    better: str
    """That less is better, where it is; else empty."""
    sides: tuple[SideThenNow, ...]
    row: CompareRow


class ThenNow(NamedTuple):
    """What the screen shows."""

    lead: str
    then: Period
    now: Period
    rows: tuple[RowThenNow, ...]
    caveat: str
    beside: tuple[str, ...] = ()
    """Low days, and felt beside measured."""
    unread: tuple[str, ...] = ()
    """Why the text of a test can't be read, where one can't."""

    @property
    def only_one(self) -> bool:
        """Whether each test was done once: one check is no two times."""
        whole = (self.then, self.now) == (FIRST, LATEST)
        return whole and all(s.one for row in self.rows for s in row.sides)

    @property
    def times(self) -> str:
        """The two times as they stand over the columns."""
        return ONE_CHECK if self.only_one else f"{self.then.label} → {self.now.label}"


def then_now_view(
    view: CompareView,
    rows: Sequence[tuple[CompareRow, ReadPair]],
    then: Period = FIRST,
    now: Period = LATEST,
) -> ThenNow:
    """The record at two times. The sentences are those of today, whatever times are looked at."""
    made = tuple(_row(row, read, then, now) for row, read in rows)
    lead = " ".join(s.text for s in view.headline)
    if not lead:
        lead = rows[0][0].said[0].text if rows and rows[0][0].said else NOTHING_YET

    caveat = view.caveat.text if view.caveat else ""
    return ThenNow(lead, then, now, made, caveat, beside_lines(view), view.unread)


def _row(row: CompareRow, read: ReadPair, then: Period, now: Period) -> RowThenNow:
    unit = unit_text(read.pair.measure)
    name = ", ".join(part for part in (row.name, unit or row.measure_word.lower()) if part)
    return RowThenNow(
        key=row.key,
        both=read.sides == ("both",),
        name=name,
        unit=unit,
        better=row.better,
        sides=tuple(_side(read, side, then, now) for side in read.sides),
        row=row,
    )


def _side(read: ReadPair, side: Side, then: Period, now: Period) -> SideThenNow:
    measure = read.pair.measure
    entering = read.pair.entering(side)
    before, after = then.points(entering), now.points(entering)
    was, is_ = _value(before, measure), _value(after, measure)
    told = place(read, side, is_) if is_ is not None else ""
    one = tuple(before) == tuple(after)
    return SideThenNow(
        side=side,
        name=side_word(read.pair, side),
        then=_text(before, measure),
        now=_text(after, measure),
        unit="" if one else _in_unit(was, is_, measure),
        share="" if one else _in_share(was, is_, measure),
        against=against(read, told),
        place=told,
        one=one,
    )


def _value(points: Sequence[Point], measure: Measure) -> float | None:
    """The value of a time: the mean, or the middle rung (the lower of two)."""
    values = [float(p.value) for p in points]
    if not values:
        return None
    return sorted(values)[(len(values) - 1) // 2] if measure.id == "ladder" else fmean(values)


def _text(points: Sequence[Point], measure: Measure) -> str:
    value = _value(points, measure)
    if value is None:
        return NO_CHECK
    if measure.id == "ladder":
        return SHORT_RUNGS.get(round(value), number_text(value))
    if all(p.could_not for p in points):
        return "could not"
    text = number_text(value, measure.step)
    return f"{text}{OR_MORE}" if measure.cap is not None and value >= measure.cap else text


def _in_unit(was: float | None, is_: float | None, measure: Measure) -> str:
    """The difference with its sign, as many digits as the values have; nothing at the cap."""
    if was is None or is_ is None or measure.id == "ladder" or _capped(was, is_, measure):
        return ""
    # Of the two numbers as they are shown, so that a person who takes one from the other finds the same.
    apart = _as_shown(is_, measure) - _as_shown(was, measure)
    text = value_text(abs(apart), measure)
    return text if apart == 0 else f"{'+' if apart > 0 else '−'}{text}"


def _as_shown(value: float, measure: Measure) -> float:
    return float(number_text(value, measure.step).replace("−", "-"))


def _in_share(was: float | None, is_: float | None, measure: Measure) -> str:
    if was is None or is_ is None or measure.unit in ("rung", "count") or _capped(was, is_, measure):
        return ""
    then, now = _as_shown(was, measure), _as_shown(is_, measure)
    return signed_percent((now - then) / then) if then > 0 else ""


def _capped(was: float, is_: float, measure: Measure) -> bool:
    """Whether one of them is only known as "at least"."""
    return measure.cap is not None and max(was, is_) >= measure.cap


def said_of(row: RowThenNow, lead: str, *, whole: bool) -> tuple[tuple[str, str], ...]:
    """What is said of the test at hand, after the name a sentence leaves out; what leads is not repeated.

    `whole`: all of it, where there is room; else all that is raised, or the first sentence.
    """
    said = [s.text for s in (row.row.said if whole else leading(row.row.said)) if s.text != lead]
    return tuple(("" if i or row.row.name in text else row.name, text) for i, text in enumerate(said))


def figure_lines(row: RowThenNow, then: Period, now: Period) -> tuple[str, ...]:
    """The figures of one test in words, a line a side: what a table has no room for."""
    lines = []
    for side in row.sides:
        change = ", ".join(part for part in (side.unit, side.share) if part)
        parts = [f"{side.name}: {_at_both(side, row, then, now)}"]
        parts += [change] if change else []
        parts += [side.place] if side.place else []
        lines.append("; ".join(parts) + ".")
    return tuple(lines)


def _at_both(side: SideThenNow, row: RowThenNow, then: Period, now: Period) -> str:
    """What a side did at each time; what has no difference to tell is said once when it is the same."""
    was, is_ = _said(side.then, row), _said(side.now, row)
    if side.one and side.now != NO_CHECK:
        return was if (then, now) == (FIRST, LATEST) else f"{was}, the same check both times"
    if side.same and not side.unit:
        return f"{was} {then.when()} and {now.when()}"
    return f"{was} {then.when()}, {is_} {now.when()}"


def _said(text: str, row: RowThenNow) -> str:
    if text == NO_CHECK:
        return "no check"
    number = text.removesuffix(OR_MORE)
    more = OR_MORE if text.endswith(OR_MORE) else ""
    return f"{number} {row.unit}{more}" if row.unit and number[0].isdigit() else text
