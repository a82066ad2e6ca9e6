"""The result lines of the page for the doctor: which tests stand there, and each figure with its trials."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from strengthcheck.analysis.whole import ReadPair, event_behind
from strengthcheck.model.base import Side
from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.reading import WORSE, SideReading
from strengthcheck.model.series import Point
from strengthcheck.views.page_chart import Drawn, Time, below_measuring, chart
from strengthcheck.views.page_data import Figure, ResultLine, SideLine, Source
from strengthcheck.views.page_words import day_text, event_text, line, short
from strengthcheck.views.said import side_word, way_of_pair
from strengthcheck.views.values import change_text, number_text, unit_text
from strengthcheck.wording import doctor

MOST_LINES = 6
TOO_FEW = 4
"""The fourth value is the first that can be compared."""

MOST_NAMED = 12
"""Tests without a line that are named."""

SAME_RUNG = "same rung"
DASH = "–"
"""Stands in the table where there is no figure yet."""


class Period(NamedTuple):
    """The dates that the page is about, both included."""

    start: date
    end: date

    def holds(self, point: Point) -> bool:
        """Whether a check was done in the period."""
        return self.start <= point.at.date() <= self.end


def chosen(reads: tuple[ReadPair, ...], period: Period) -> tuple[tuple[ReadPair, ...], tuple[ReadPair, ...]]:
    """At most six tests for the page, the gravest first, and the others.

    Of two measures of one test with one object only one has a line: the graver, else the number; the other is
    named only if it is confirmed too.
    """
    shown = [r for r in reads if any(period.holds(p) for s in r.sides for p in r.pair.points[s])]
    ordered = sorted(shown, key=_rank)
    first: list[ReadPair] = []
    rest: list[ReadPair] = []
    taken: set[tuple[str, str | None]] = set()
    for read in ordered:
        name = (read.pair.key.protocol, read.pair.key.object)
        fits = len(first) < MOST_LINES and (name not in taken or _confirmed(read))
        if fits:
            first.append(read)
        elif name not in taken or _confirmed(read):
            rest.append(read)
        taken.add(name)
    return tuple(first), tuple(rest)


def _confirmed(read: ReadPair) -> bool:
    return any(read.side(s).raised for s in read.sides)


def _rank(read: ReadPair) -> tuple[object, ...]:
    """Confirmed first, then by course, then what tells most: numbers by side, rungs by side, the rest."""
    key, pair = read.pair.key, read.pair
    grave = max(WORSE.index(read.side(s).course) for s in read.sides)
    quiet = grave if grave > WORSE.index("came_back") else 0
    number = pair.measure.id != "ladder"
    kind = (pair.protocol.effort.kind == "ask", len(read.sides) < 2, number and _at_cap(read), not number)
    count = sum(len(pair.points[s]) for s in read.sides)
    names = (key.protocol, key.object or "", key.measure, key.timed_by or "", key.version, key.text)
    return (not _confirmed(read), -quiet, *kind, -count, *names)


def _at_cap(read: ReadPair) -> bool:
    """Whether most checks ended at the limit, so that the number tells less than the rungs do."""
    points = [p for s in read.sides for p in read.pair.points[s]]
    return 2 * sum(p.value == read.pair.measure.cap for p in points) > len(points)


class Around(NamedTuple):
    """What a line needs besides its reading."""

    period: Period
    time: Time
    events: tuple[BodyEvent, ...]
    too_few: bool
    """The headline says of all tests that checks are too few to compare."""


def result_line(read: ReadPair, around: Around) -> ResultLine:
    """One test as it is printed."""
    pair = read.pair
    inside = {s: tuple(p for p in pair.points[s] if around.period.holds(p)) for s in read.sides}
    sides = tuple(_side_line(read, s, inside[s], around) for s in read.sides if inside[s])
    checks = _checks(read)
    drawn = tuple(
        Drawn(s.side, inside[s.side], read.own_range(s.side), _alt(read, s, inside[s.side], around.period))
        for s in sides
    )
    return ResultLine(
        test=short(f"{pair.protocol.short}: {_part(read)}" if _part(read) else pair.protocol.title, 60),
        protocol=pair.key.protocol,
        measure=_measured(read),
        object="" if _part(read) else short(pair.key.object or "", 80),
        rungs=pair.measure.id == "ladder",
        event=_event(read, around),
        ids=_ids(checks),
        checks=checks,
        sides=sides,
        chart=chart(drawn, pair.measure, around.time),
    )


def headline(reads: tuple[ReadPair, ...], *, all_tests: bool = True) -> str:
    """Which changes are confirmed, how large and since when, or that none is; no other word.

    Where tests were left out by choice, "none" speaks of those on the page alone.
    """
    told = [_raised_words(r, s) for r in reads for s in r.sides if r.side(s).raised]
    if told:
        return doctor.HEAD_CONFIRMED.say(what=listed(list(dict.fromkeys(told)), MOST_LINES))
    none = doctor.HEAD_NONE if all_tests else doctor.HEAD_NONE_HERE
    return (doctor.HEAD_FEW if too_few(reads) else none).text


def too_few(reads: tuple[ReadPair, ...]) -> bool:
    """Whether something was done, and no test often enough to be compared."""
    return bool(reads) and not any(_comparable(r) or _confirmed(r) for r in reads)


def _comparable(read: ReadPair) -> bool:
    return any(len(read.pair.entering(s)) >= TOO_FEW for s in read.sides)


def other_line(reads: tuple[ReadPair, ...], around: Around) -> tuple[str, ...]:
    """The tests that have no line of their own; a confirmed change is named first and never left out.

    Of a test that was done too seldom nothing is said but that: "no change" would soothe without ground.
    """
    confirmed = [r for r in reads if _confirmed(r)]
    quiet = [r for r in reads if not _confirmed(r) and _comparable(r)]
    few = [r for r in reads if not _confirmed(r) and not _comparable(r)]
    told = [f"{_name(r)} ({', '.join(_raised_sides(r))})" for r in confirmed]
    few_said = doctor.ALSO_ALONE if around.too_few else doctor.ALSO_FEW
    said = (
        (doctor.ALSO_CONFIRMED, told),
        (doctor.ALSO_DONE, _names(quiet)),
        (few_said, _names(few)),
    )
    return tuple(sentence.say(what=listed(names, MOST_NAMED)) for sentence, names in said if names)


def _names(reads: list[ReadPair]) -> list[str]:
    """Each test once, its parts behind it."""
    parts: dict[str, dict[str, None]] = {}
    for read in reads:
        parts.setdefault(read.pair.protocol.short, {}).update({p: None for p in (_part(read),) if p})
    return [line(f"{name} ({', '.join(of)})" if of else name) for name, of in parts.items()]


def listed(names: list[str], most: int) -> str:
    """The names, and how many more there are."""
    more = f"; and {len(names) - most} more" if len(names) > most else ""
    return f"{'; '.join(names[:most])}{more}"


def _name(read: ReadPair) -> str:
    part = _part(read)
    return line(f"{read.pair.protocol.short}, {part}" if part else read.pair.protocol.short)


def _part(read: ReadPair) -> str:
    """Which part of a test with several, such as walking on heels."""
    named = read.pair.key.object or ""
    return named if named in [p.id for p in read.pair.protocol.parts] else ""


def _raised_words(read: ReadPair, side: Side) -> str:
    """A confirmed change with the very figures that its line has."""
    reading = read.side(side)
    change = _change(read, reading)
    size = [f"{change} against own usual" if change.endswith("%") else change] if change != DASH else []
    since = f"since {day_text(read.days[reading.spoke[0]])}" if reading.spoke else ""
    return ", ".join(p for p in (_name(read), side_word(read.pair, side), *size, since) if p)


def _raised_sides(read: ReadPair) -> list[str]:
    return [side_word(read.pair, s) for s in read.sides if read.side(s).raised]


def _measured(read: ReadPair) -> str:
    measure = read.pair.measure
    unit = unit_text(measure)
    if measure.id == "ladder":
        return "rungs 0 to 3"
    less = "; less is better" if measure.better == "lower" else ""
    timed = f", by {read.pair.key.timed_by}" if read.pair.key.timed_by else ""
    return short(f"{measure.name}{f', {unit}' if unit else ''}{timed}{less}", 80)


def _side_line(read: ReadPair, side: Side, inside: tuple[Point, ...], around: Around) -> SideLine:
    reading = read.side(side)
    last = inside[-1]
    base = tuple(_source(p) for p in read.pair.entering(side))
    return SideLine(
        side=side,
        name=side,
        usual=Figure(text=_usual(read, side), sources=base if read.own_range(side) else ()),
        latest=Figure(text=value_of(read, last), sources=(_source(last),)),
        latest_on=day_text(last.at.date()),
        change=Figure(text=_change(read, reading), sources=base if reading.range else ()),
        standing="" if around.too_few else _standing(read, side, reading),
        confirmed=reading.raised,
    )


def value_of(read: ReadPair, point: Point) -> str:
    """One check's value as printed, without its unit; the table's head names that."""
    if point.could_not:
        return "could not"
    if below_measuring(point, read.pair.measure):
        return "could not in half"
    at_least = "≥ " if point.value == read.pair.measure.cap else ""
    return f"{at_least}{number_text(point.value, read.pair.measure.step)}"


def _usual(read: ReadPair, side: Side) -> str:
    usual = read.own_range(side)
    if usual is None:
        return DASH
    measure = read.pair.measure
    if measure.id == "ladder":
        return number_text(usual.centre)
    low, high = sorted((usual.low, usual.high))
    return f"{number_text(low, measure.step)}–{number_text(high, measure.step)}"


def _change(read: ReadPair, reading: SideReading) -> str:
    values = reading.range.values if reading.range else 0
    if values < 2 or reading.course == "too_early":
        return DASH
    if read.pair.measure.id == "ladder":
        return _rungs(reading)
    if reading.change is None:
        return DASH
    return change_text(reading.change, read.pair.measure)


def _rungs(reading: SideReading) -> str:
    if reading.range is None or reading.last is None:
        return DASH
    steps = round(reading.last) - round(reading.range.centre)
    if steps == 0:
        return SAME_RUNG
    return f"{abs(steps)} {'rung' if abs(steps) == 1 else 'rungs'} {'lower' if steps < 0 else 'higher'}"


def _standing(read: ReadPair, side: Side, reading: SideReading) -> str:
    """Confirmed or not, and the date of what was low; nothing more."""
    first, last = (day_text(read.days[(reading.spoke or (-1,))[n]]) for n in (0, -1))
    if reading.raised:
        return (doctor.SIDE_EXPLAINED if reading.explained else doctor.SIDE_CONFIRMED).say(date=first)
    if reading.course == "too_early" or len(read.pair.entering(side)) < TOO_FEW:
        return doctor.SIDE_FEW.text
    if reading.course == "one_low":
        return doctor.SIDE_LOW.say(date=last, low=way_of_pair(read.pair).low)
    if reading.course == "came_back":
        return doctor.SIDE_BACK.say(date=first, low=way_of_pair(read.pair).low)
    return doctor.SIDE_NONE.text


def _event(read: ReadPair, around: Around) -> str:
    """The event that was entered before a low run began, where there is one."""
    for side in read.sides:
        reading = read.side(side)
        if reading.course in ("one_low", "low_and_staying", "falling_and_staying"):
            event = event_behind(reading, read.pair, read.days, side, around.events)
            if event is not None:
                return event_text(event)
    return ""


def _checks(read: ReadPair) -> tuple[UUID, ...]:
    """Every check behind the line, oldest first."""
    found = {(p.at, p.check) for s in read.sides for p in read.pair.points[s]}
    return tuple(check for _, check in sorted(found, key=lambda f: (f[0], str(f[1]))))


def _ids(checks: tuple[UUID, ...]) -> str:
    first, last = (str(c)[:8] for c in (checks[0], checks[-1]))
    return first if len(checks) == 1 else f"{first} … {last}"


def changed_words(side: SideLine) -> str:
    """The change and whether it is confirmed, as a sentence says it; a dash of the table is not read out."""
    change = side.change.text
    told = (
        f"change {change}"
        if change.endswith("%")
        else f"{change} as usual"
        if change == SAME_RUNG
        else change
    )
    return ", ".join(part for part in (told, side.standing) if part and part != DASH)


def _source(point: Point) -> Source:
    return Source(check=point.check, result=point.result, trials=point.trials)


def _alt(read: ReadPair, side: SideLine, inside: tuple[Point, ...], period: Period) -> str:
    """The chart in a sentence."""
    unit = unit_text(read.pair.measure)
    values = [p.value for p in inside if not below_measuring(p, read.pair.measure)]
    step = read.pair.measure.step
    spread = f"from {number_text(min(values), step)} to {number_text(max(values), step)}" if values else ""
    parts = [
        f"{line(read.pair.protocol.title)}, {side_word(read.pair, side.side)}",
        f"{day_text(max(period.start, inside[0].at.date()))} to {day_text(inside[-1].at.date())}",
        f"{len(inside)} {'check' if len(inside) == 1 else 'checks'} {spread} {unit}".strip(),
        f"own usual {side.usual.text}" if side.usual.text != DASH else "",
        f"latest {side.latest.text}",
        changed_words(side),
    ]
    return "; ".join(p for p in parts if p) + "."
