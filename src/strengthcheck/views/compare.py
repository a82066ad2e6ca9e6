"""Left beside right, now beside then, per test: the plain sentence first, the numbers on demand."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from strengthcheck.analysis.dips import Dip, low_days
from strengthcheck.analysis.felt import FeltCount
from strengthcheck.analysis.leaning import SHAPE_NONE, cannot_now, leans, may_lean, something_now
from strengthcheck.analysis.whole import UNSTATED_ERROR, ReadPair, offset_of
from strengthcheck.model.base import Side
from strengthcheck.model.reading import (
    STEADY,
    Course,
    LimbReading,
    Reading,
    RecordReading,
    SideReading,
    UsualRange,
)
from strengthcheck.model.series import PairKey
from strengthcheck.views.dates import date_words
from strengthcheck.views.dips import back_said, count_said
from strengthcheck.views.rules import rule_lines
from strengthcheck.views.said import (
    Moment,
    Said,
    lasting_sides,
    sentences,
    show_said,
    side_word,
    test_name,
    way_of_pair,
)
from strengthcheck.views.values import (
    LESS_IS_BETTER,
    change_text,
    percent,
    point_text,
    range_text,
    value_text,
)
from strengthcheck.wording import reading as words

SHAPE_CHECKS = 6
"""From six planned checks on the shape of the record may be spoken of."""

SHAPE_DAYS = 56
"""And only when they cover so long: many checks within a few weeks tell nothing of months."""

NOTHING_YET = "Nothing to compare yet: no planned check with a value is in the record."

_GRAVE: tuple[Course, ...] = (
    "falling_and_staying",
    "low_and_staying",
    "one_low",
    "came_back",
    "too_early",
    "rising",
    "usual",
)
"""The order in which tests are listed: what may need doing first."""


class CompareSide(NamedTuple):
    """One side of one test, in words and figures."""

    side: Side
    name: str
    course: Course
    told: str
    """The course in words that are true of the way the numbers go."""
    usual: str
    latest: str
    latest_on: str
    change: str
    """The two latest checks against the middle of the usual range, of the number itself; not for rungs."""
    checks: int


class Given(NamedTuple):
    """What a reading was made from, as `read_pair` takes it; None throughout where it is not known."""

    days: tuple[float, ...]
    """Since the record's first check."""
    left: tuple[float | None, ...]
    right: tuple[float | None, ...]
    better: str
    typical_error: float
    cap: float | None
    least_change: float | None
    least_units: float | None
    events: tuple[float, ...]
    added: float
    """Added to counts, whose best is 0, before they are read."""


class CompareRow(NamedTuple):
    """One test with one object."""

    key: PairKey
    title: str
    name: str
    """Short, with its part: for lists and sentences."""
    object: str
    measure: str
    measure_word: str
    """The measure where the test has more than one; else empty."""
    unit: str
    better: str
    """That less is better, where it is; else empty."""
    checks: tuple[UUID, ...]
    """The checks that the reading's indices count, in order."""
    days: tuple[date, ...]
    sides: tuple[CompareSide, ...]
    gap: str
    said: tuple[Said, ...]
    rules: tuple[str, ...]
    """Which rule spoke and with which numbers, so that a person can recompute it."""
    reading: Reading
    given: Given

    @property
    def is_both(self) -> bool:
        """Whether it is of both sides together."""
        return tuple(s.side for s in self.sides) == ("both",)


class CompareView(NamedTuple):
    """The whole record, then and now."""

    as_of: date
    headline: tuple[Said, ...]
    rows: tuple[CompareRow, ...]
    felt: tuple[FeltCount, ...]
    low_days: Said | None
    """How many low days there were and came back; none before the first."""
    worth_showing: bool
    caveat: Said | None
    limbs: tuple[LimbReading, ...] = ()
    """The evidence of the tests of a limb together, which may raise what no test raises alone."""
    alone: float | None = None
    """The threshold at which one test by itself is raised."""
    unread: tuple[str, ...] = ()
    """Why the text of a test can't be read, where one can't."""


def compare_view(
    pairs: tuple[ReadPair, ...],
    record: RecordReading,
    now: Moment,
    *,
    felt: tuple[FeltCount, ...] = (),
    dips: tuple[Dip, ...] = (),
    slow_months: int | None = None,
    unread: tuple[str, ...] = (),
) -> CompareView:
    """What Compare shows. `slow_months`: after how many months a loss of 4 % would show.

    Of dips that came back nothing is said by their tests beside a lasting loss or what could not be done.
    """
    ordered = sorted(pairs, key=_gravity)
    sides = [(p, s) for p in ordered for s in p.sides]
    soothes = not any(p.side(s).raised or cannot_now(p, s) for p, s in sides)
    rows = tuple(_row(p, now, dips if soothes else ()) for p in ordered)
    return CompareView(
        as_of=now.today,
        headline=_headline(ordered, record, now, dips),
        rows=rows,
        felt=felt,
        low_days=count_said(dips),
        worth_showing=record.worth_showing,
        caveat=_caveat(ordered, slow_months),
        limbs=record.limbs,
        alone=record.alone,
        unread=unread,
    )


def empty_view(as_of: date) -> CompareView:
    """What Compare shows of an empty record."""
    return CompareView(as_of, (), (), (), None, False, None)


def _gravity(read: ReadPair) -> int:
    return min((_GRAVE.index(read.side(s).course) for s in read.sides), default=len(_GRAVE))


def _row(read: ReadPair, now: Moment, dips: tuple[Dip, ...]) -> CompareRow:
    key = read.pair.key
    gap = read.reading.gap
    numbers = read.pair.measure.id != "ladder"
    return CompareRow(
        key=key,
        title=read.pair.protocol.title,
        name=test_name(read.pair),
        object=key.object or "",
        measure=read.pair.measure.name,
        measure_word=read.pair.measure.name if len(read.pair.protocol.measures) > 1 else "",
        unit=read.pair.measure.unit,
        better=LESS_IS_BETTER if read.pair.measure.better == "lower" else "",
        checks=read.checks,
        days=read.days,
        sides=tuple(_side(read, s, now) for s in read.sides),
        gap=f"{percent(gap.last / 100)} %" if numbers and gap.last is not None else "",
        said=(*sentences(read, now), *back_said(read, dips, now.today)),
        rules=rule_lines(read),
        reading=read.reading,
        given=_given(read),
    )


def _given(read: ReadPair) -> Given:
    g, measure = read.given, read.pair.measure
    days, left, right = ((), (), ()) if g is None else (g.days, g.left, g.right)
    return Given(
        days=tuple(days),
        left=tuple(left),
        right=tuple(right),
        better=measure.better,
        typical_error=measure.typical_error or UNSTATED_ERROR,
        cap=None if g is None else g.cap,
        least_change=measure.least_change,
        least_units=None if g is None else g.least_units,
        events=() if g is None else tuple(g.events),
        added=offset_of(read.pair),
    )


def _side(read: ReadPair, side: Side, now: Moment) -> CompareSide:
    r: SideReading = read.side(side)
    points = read.pair.entering(side)
    last = points[-1] if points else None
    tells = read.pair.measure.id != "ladder" and r.course != "too_early"
    return CompareSide(
        side=side,
        name=side_word(read.pair, side),
        course=r.course,
        told=words.course_words(r.course, way_of_pair(read.pair)),
        usual=_range(read, read.own_range(side)),
        latest="" if last is None else point_text(last, read.pair.measure),
        latest_on="" if last is None else date_words(last.at.date(), now.today),
        change=change_text(r.change, read.pair.measure) if tells and r.change is not None else "",
        checks=len(points),
    )


def _range(read: ReadPair, usual: UsualRange | None) -> str:
    if usual is None:
        return ""
    if read.pair.measure.id == "ladder":
        return value_text(usual.centre, read.pair.measure)
    cap = read.pair.measure.cap
    if cap is not None and usual.centre >= cap:
        return f"{value_text(cap, read.pair.measure)} or more"
    low, high = range_text(usual, read.pair.measure)
    return f"{low} to {high}"


def _headline(
    pairs: list[ReadPair], record: RecordReading, now: Moment, dips: tuple[Dip, ...]
) -> tuple[Said, ...]:
    """The one or two sentences that stand first."""
    if not pairs:
        return ()
    if record.worth_showing:
        return (show_said(lasting_sides(pairs)),)
    planned = max((len(p.days) for p in pairs), default=0)
    if planned < 3:
        return (Said.of(words.TOO_EARLY, n=planned),)
    courses = [p.side(s).course for p in pairs for s in p.sides]
    quiet = all(c in STEADY or c == "too_early" for c in courses)
    if not quiet or any(cannot_now(p, s) for p in pairs for s in p.sides):
        return ()
    known = any(c in STEADY for c in courses)
    return _steady(pairs, courses, record, now, dips) if known else (Said.of(words.NEARLY),)


def _steady(
    pairs: list[ReadPair], courses: list[Course], record: RecordReading, now: Moment, dips: tuple[Dip, ...]
) -> tuple[Said, ...]:
    """What is said where all that can be read is as usual or higher: that, and the shape of half a year."""
    usual = Said.of(words.USUAL if any(len(p.sides) > 1 for p in pairs) else words.USUAL_ONE)
    first = () if "rising" in courses else (usual,)
    if not any(_long(p) for p in pairs) or not _settled(pairs, record, dips):
        return first
    since = min(p.days[0] for p in pairs if p.days)
    return (*first, Said.of(words.USUAL_SHAPE, date=date_words(since, now.today)))


def _long(read: ReadPair) -> bool:
    """Whether a test has checks enough, over time enough, to speak of its shape."""
    return len(read.days) >= SHAPE_CHECKS and (read.days[-1] - read.days[0]).days >= SHAPE_DAYS


def _settled(pairs: list[ReadPair], record: RecordReading, dips: tuple[Dip, ...]) -> bool:
    """Whether nothing is open and nothing leans to a lasting loss: else its shape is not spoken of.

    Where the reading had no need to ask the model, it is asked here.
    """
    early = any(p.side(s).course == "too_early" for p in pairs for s in p.sides)
    if early or something_now(pairs) or low_days(dips).still_open:
        return False
    return not leans(pairs, record.limbs) and not may_lean(pairs, SHAPE_NONE)


def own_caveat(read: ReadPair, of_all: Said | None, slow_months: int | None) -> Said | None:
    """The caveat on the page of one test: how slow or how coarse this test is, not the whole record.

    Compare's own (`of_all`) says whether one is due. Rungs, and a hold that reaches its limit, tell of no
    slow loss. `slow_months` is of this test alone.
    """
    if of_all is None or of_all.id != words.CANNOT_SLOW.id:
        return of_all
    cap = read.pair.measure.cap
    ranges = [r for s in read.sides if (r := read.side(s).range) is not None]
    coarse = read.pair.measure.id == "ladder" or (cap is not None and any(r.centre >= cap for r in ranges))
    if coarse:
        return Said.of(words.CANNOT_TASKS)
    return (
        Said.of(words.CANNOT_FLAT) if slow_months is None else Said.of(words.CANNOT_SLOW, months=slow_months)
    )


def _caveat(pairs: list[ReadPair], slow_months: int | None) -> Said | None:
    """One caveat a screen, last: how slow numbers are, or how coarse tasks are."""
    if not pairs or max(len(p.days) for p in pairs) < 3:
        return None
    if any(p.side(s).raised for p in pairs for s in p.sides):
        return None
    if any(p.pair.measure.id != "ladder" for p in pairs) and slow_months is not None:
        return Said.of(words.CANNOT_SLOW, months=slow_months)
    return Said.of(words.CANNOT_FLAT)
