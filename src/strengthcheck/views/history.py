"""History: every check in a line, newest first."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from strengthcheck.model.check import Check
from strengthcheck.views.dates import clock_words, date_words, near_words
from strengthcheck.views.listing import newest_first

DATE_WIDTH = 18
KIND_WIDTH = 9
NAMED = 2
"""How many tests a line names; more are counted."""


class HistoryRow(NamedTuple):
    """One check as a line."""

    check: UUID
    day: str
    kind: str
    """planned, or extra."""
    tests: str
    marks: str
    """Whether it has a note, and how many trials do not count; empty when neither."""


def history_rows(checks: Iterable[Check], names: Mapping[str, str], today: date) -> tuple[HistoryRow, ...]:
    """The lines, newest first."""
    return tuple(_row(c, names, today) for c in newest_first(checks))


def history_lead(checks: int, in_bin: int) -> str:
    """How many there are, and whether some are in the bin."""
    if not checks:
        said = "Nothing is recorded yet."
    else:
        said = "1 check." if checks == 1 else f"{checks} checks, newest first."
    return f"{said} {in_bin} in the bin." if in_bin else said


def bin_lead(count: int) -> str:
    """What the bin holds."""
    if not count:
        return "The bin is empty."
    return f"{count} deleted, the last one first. Enter brings a check back, as it was."


def bin_row(check: Check, deleted_at: datetime, names: Mapping[str, str], today: date) -> HistoryRow:
    """One deleted check as a line."""
    row = _row(check, names, today)
    return row._replace(marks=f"deleted {near_words(deleted_at.date(), today)}")


def _row(check: Check, names: Mapping[str, str], today: date) -> HistoryRow:
    return HistoryRow(
        check=check.id,
        day=f"{date_words(check.started_at.date(), today)}",
        kind="planned" if check.planned else "extra",
        tests=_tests(check, names),
        marks=" · ".join(_marks(check)),
    )


def _tests(check: Check, names: Mapping[str, str]) -> str:
    """The tests by name, or how many there are."""
    tests = list(dict.fromkeys(names.get(r.protocol, r.protocol) for r in check.results))
    return ", ".join(tests) if len(tests) <= NAMED else f"{len(tests)} tests"


def _marks(check: Check) -> list[str]:
    invalid = sum(t.invalid is not None for r in check.results for t in r.trials)
    marks = ["note"] if check.note else []
    if invalid:
        marks.append(f"{invalid} not counted")
    return marks


def check_title(check: Check, today: date) -> str:
    """The day and time of one check, and what kind it is."""
    kind = "planned check" if check.planned else "extra check, not compared"
    at = check.started_at
    return f"{date_words(at.date(), today)} at {clock_words(at)}, {kind}"
