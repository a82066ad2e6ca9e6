"""History: every check in a line, newest first."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from strengthcheck.model.base import Side
from strengthcheck.model.check import Check
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import clock_words, date_words, near_words

MOST_LISTED = 400
"""Lines of the list: thirty years of a check a month; a longer list would only be slow."""

NAMED = 2
"""How many tests a line names; more are counted."""

ABOUT = (
    "Every check that was kept, newest first. Extra checks are folded away; they are never compared.",
    "t, s, d, e and i show only some of them, and the line above the list says which; c shows all again.",
    "Open one to see every try, to correct it, to write a note, or to say that a try does not count.",
)
"""What this page is for: at a question mark."""


class TrialFact(NamedTuple):
    """What of one trial a check can be found by."""

    test: str
    side: Side
    counts: bool
    """Whether it was not marked as one that doesn't count."""


class CheckSummary(NamedTuple):
    """One check without its values: what a list, a filter and a calendar need."""

    check: UUID
    at: datetime
    planned: bool
    tests: tuple[str, ...]
    """The ids of its tests, in order."""
    facts: frozenset[TrialFact]
    invalid: int
    """How many of its trials do not count."""
    note: bool


def summary_of(check: Check) -> CheckSummary:
    """One check in short."""
    trials = [(r.protocol, t) for r in check.results for t in r.trials]
    return CheckSummary(
        check=check.id,
        at=check.started_at,
        planned=check.planned,
        tests=tuple(dict.fromkeys(r.protocol for r in check.results)),
        facts=frozenset(TrialFact(test, t.side, t.invalid is None) for test, t in trials),
        invalid=sum(t.invalid is not None for _, t in trials),
        note=bool(check.note),
    )


class HistoryRow(NamedTuple):
    """One check as a line."""

    check: UUID
    day: str
    kind: str
    """`extra`, or empty for a planned check, as nearly all are."""
    tests: str
    marks: str
    """Two versions, a note, how many trials do not count; empty when none of these."""


def history_rows(
    checks: Iterable[CheckSummary],
    names: Mapping[str, str],
    today: date,
    double: Collection[UUID] = (),
) -> tuple[HistoryRow, ...]:
    """The lines, newest first, at most so many. `double`: checks of which two versions are current."""
    newest = sorted(checks, key=lambda c: (c.at, str(c.check)), reverse=True)
    return tuple(_row(c, names, today, c.check in double) for c in newest[:MOST_LISTED])


NOTHING_YET = "Nothing is recorded yet. The first check starts on Home."


def history_lead(shown: int, folded: int, in_bin: int, *, narrowed: bool = False) -> str:
    """How many are shown, how many extra ones are folded away, and whether some are in the bin."""
    if not shown and not folded:
        said = "No check is like that." if narrowed else NOTHING_YET
    else:
        said = "1 check." if shown == 1 else f"{shown} checks, newest first."
        if shown > MOST_LISTED:
            said = f"{shown} checks; the newest {MOST_LISTED} are listed, and d chooses another time."
    extra = (
        "1 extra one is folded away; e shows it."
        if folded == 1
        else f"{folded} extra ones are folded away; e shows them."
    )
    told = [said, extra if folded else "", f"{in_bin} in the bin." if in_bin else ""]
    return " ".join(t for t in told if t)


BRING_BACK = "r brings a check back, as it was."
"""On screen, behind what the bin holds."""


def bin_lead(count: int) -> str:
    """What the bin holds."""
    if not count:
        return "The bin is empty."
    return "1 deleted." if count == 1 else f"{count} deleted, the last one first."


def empty_bin_question(count: int) -> Question:
    """Whether what is in the bin should be erased for good."""
    what = "The check in it is" if count == 1 else f"The {count} checks in it are"
    return Question(
        "Empty the bin?",
        f"{what} erased for good, with every try, note and earlier version. An import does not bring them "
        "back; backups made before still hold them.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, erase for good")),
    )


def emptied_words(count: int) -> str:
    """That the bin is empty now."""
    return f"{'1 check is' if count == 1 else f'{count} checks are'} erased for good."


def bin_row(check: Check, deleted_at: datetime, names: Mapping[str, str], today: date) -> HistoryRow:
    """One deleted check as a line."""
    row = _row(summary_of(check), names, today, double=False)
    return row._replace(marks=f"deleted {near_words(deleted_at.date(), today)}")


def _row(check: CheckSummary, names: Mapping[str, str], today: date, double: bool) -> HistoryRow:
    return HistoryRow(
        check=check.check,
        day=date_words(check.at.date(), today),
        kind="" if check.planned else "extra",
        tests=_tests(check, names),
        marks=" · ".join(_marks(check, double)),
    )


def _tests(check: CheckSummary, names: Mapping[str, str]) -> str:
    """The tests by name, or how many there are."""
    tests = [names.get(t, t) for t in check.tests]
    return ", ".join(tests) if len(tests) <= NAMED else f"{len(tests)} tests"


def _marks(check: CheckSummary, double: bool) -> list[str]:
    marks = ["two versions"] if double else []
    if check.note:
        marks.append("note")
    if check.invalid:
        marks.append(f"{check.invalid} not counted")
    return marks


def check_title(check: Check, today: date) -> str:
    """The day and time of one check, and what kind it is."""
    kind = "planned check" if check.planned else "extra check, not compared"
    at = check.started_at
    return f"{date_words(at.date(), today)} at {clock_words(at)}, {kind}"
