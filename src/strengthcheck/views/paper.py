"""A check that was done on paper or at a clinic: what is typed, read exactly."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from strengthcheck.guide.entering import NotAValue, typed_value
from strengthcheck.model.base import Side
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.protocol import LADDER, Measure, Part, Protocol
from strengthcheck.views.dates import clock_words, date_words
from strengthcheck.views.typed import typed_rating
from strengthcheck.views.typed_date import read_day
from strengthcheck.views.values import unit_text

COULD_NOT = "x"
"""What stands for could not among typed values."""
EMPTY = "-"
"""What stands for a value that was not taken."""
EFFORT = "effort"
"""The name of the line that takes the effort."""
MOST_TRIALS = 10

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


class Sheet(NamedTuple):
    """One test, or one part of it, as a page to fill in."""

    protocol: Protocol
    part: Part | None
    sides: tuple[Side, ...]

    @property
    def title(self) -> str:
        """The test with its part."""
        return f"{self.protocol.title} · {self.part.title}" if self.part else self.protocol.title


class Line(NamedTuple):
    """One line of fields: a measure, or the effort; a field for each side."""

    name: str
    label: str


class Filled(NamedTuple):
    """What was typed on one sheet: text by line and side, and the object used."""

    sheet: Sheet
    typed: Mapping[tuple[str, Side], str]
    used: str


def sheets(protocols: Iterable[Protocol]) -> tuple[Sheet, ...]:
    """The sheets for the chosen tests, in their order."""
    return tuple(
        Sheet(p, part, (part.sides if part else p.hands or ("both",)))
        for p in protocols
        for part in (p.parts or (None,))
    )


def lines(sheet: Sheet) -> tuple[Line, ...]:
    """The lines of a sheet: its measures, and the effort where there is one."""
    measured = [Line(m.id, _label(m)) for m in sheet.protocol.measures]
    if sheet.protocol.effort.kind != "ask":
        measured.append(Line(EFFORT, "effort, 0 to 10"))
    return tuple(measured)


def how_to_type(sheet: Sheet) -> str:
    """How a sheet is filled in."""
    told = f"{COULD_NOT} is could not. Leave a side empty that was not done."
    if sheet.protocol.trials > 1:
        told = f"Several tries stand in one field, a space between: 31.2 30.8. {told}"
    if any(m.unit == "s" for m in sheet.protocol.measures):
        told += " Times are kept as taken by a watch or phone."
    if sheet.protocol.measure("ladder"):
        rungs = ", ".join(f"{n} {words}" for n, words in LADDER.items())
        told += f" How it went: {rungs}."
    return told


def read_field(sheet: Sheet, name: str, text: str) -> None:
    """What stands in one field. Raises NotAValue where a value can't be taken whatever the others say."""
    measure = sheet.protocol.measure(name)
    if name == EFFORT and text.strip():
        typed_rating(text, EFFORT)
    for token in text.replace(";", " ").split() if measure is not None else ():
        if measure is not None and token.lower() not in (COULD_NOT, EMPTY):
            typed_value(token, measure)


def typed_day(text: str, today: date) -> date:
    """A day as a person types it; `read_day` says how. Raises NotAValue, for the future too."""
    said = read_day(text, today)
    if said > today:
        raise NotAValue(f"{date_words(said, today)} lies in the future. The check must be done already.")
    return said


def typed_clock(text: str) -> time:
    """A time of the day as typed. Raises NotAValue."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise NotAValue("Write the time like 9:30 or 14:05.")
    return time(int(found[1]), int(found[2]))


def typed_moment(day: str, clock: str, now: datetime) -> datetime:
    """Date and time as typed, with the offset that this computer has now. Raises NotAValue."""
    on = typed_day(day, now.date())
    at = datetime.combine(on, typed_clock(clock), tzinfo=now.tzinfo)
    if at > now:
        raise NotAValue(f"{clock_words(at)} today has not come yet. The check must be done already.")
    return at


def trials_of(filled: Filled) -> tuple[Trial, ...]:
    """The trials on a sheet, sides in turn as they would be done. Raises NotAValue, which names the field."""
    by_side = {side: _of_side(filled, side) for side in filled.sheet.sides}
    most = max((len(t) for t in by_side.values()), default=0)
    return tuple(trials[i] for i in range(most) for trials in by_side.values() if i < len(trials))


def result_of(filled: Filled) -> Result | None:
    """The result of a sheet; none when nothing is filled in. Raises NotAValue."""
    trials = trials_of(filled)
    if not trials:
        return None
    given: dict[str, object] = {"protocol": filled.sheet.protocol.id, "trials": trials}
    used = filled.sheet.part.id if filled.sheet.part else " ".join(filled.used.split())[:200]
    if used:
        given["object"] = used
    return Result.model_validate(given)


def paper_check(at: datetime, planned: bool, filled: Iterable[Filled], note: str = "") -> Check:
    """The whole check. Raises NotAValue when nothing is filled in."""
    results = tuple(r for f in filled if (r := result_of(f)) is not None)
    if not results:
        raise NotAValue("Nothing is filled in yet.")
    given: dict[str, object] = {"started_at": at, "planned": planned, "results": results}
    if note.strip():
        given["note"] = note.strip()
    return Check.model_validate(given)


def _of_side(filled: Filled, side: Side) -> list[Trial]:
    protocol = filled.sheet.protocol
    tokens = {m.id: filled.typed.get((m.id, side), "").replace(";", " ").split() for m in protocol.measures}
    count = max((len(t) for t in tokens.values()), default=0)
    if count > MOST_TRIALS:
        raise NotAValue(f"{side}: {count} tries are too many; {MOST_TRIALS} is the most.")
    trials = [
        _trial(protocol, side, {m: t[i] for m, t in tokens.items() if i < len(t)}) for i in range(count)
    ]
    effort = filled.typed.get((EFFORT, side), "").strip()
    if not effort:
        return trials
    if not trials:
        raise NotAValue(f"{side}: an effort stands there, and no try.")
    return [*trials[:-1], _changed(trials[-1], effort=typed_rating(effort, f"{side}, effort"))]


def _trial(protocol: Protocol, side: Side, tokens: Mapping[str, str]) -> Trial:
    if COULD_NOT in (t.lower() for t in tokens.values()) or tokens.get("ladder") == "0":
        return Trial(side=side, could_not=True)
    values: dict[str, int | float] = {}
    for measure in protocol.measures:
        typed = tokens.get(measure.id, EMPTY)
        if typed != EMPTY:
            values[measure.id] = _value(typed, measure, side)
        elif not measure.optional:
            raise NotAValue(f"{side}, {measure.name}: a value is missing for one try.")
    timed = any(m.unit == "s" and m.id in values for m in protocol.measures)
    given: dict[str, object] = {"side": side, "values": values}
    return Trial.model_validate({**given, "timed_by": "phone"} if timed else given)


def _value(typed: str, measure: Measure, side: Side) -> int | float:
    try:
        return typed_value(typed, measure)
    except NotAValue as e:
        raise NotAValue(f"{side}, {measure.name}: {e}") from None


def _changed(trial: Trial, **fields: object) -> Trial:
    return Trial.model_validate({**trial.model_dump(exclude_unset=True), **fields})


def _label(measure: Measure) -> str:
    if measure.id == "ladder":
        return "how it went, 0 to 3"
    unit = unit_text(measure)
    label = f"{measure.name}, {unit}" if unit else measure.name
    return f"{label} (may be empty)" if measure.optional else label
