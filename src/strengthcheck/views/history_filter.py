"""Which checks History shows: by test, side, time, kind, and whether something in it does not count."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from strengthcheck.model.base import Side
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import date_words
from strengthcheck.views.history import CheckSummary
from strengthcheck.views.typed import HALF, YEAR, past_span

Kind = Literal["planned", "all", "extra"]
"""Planned checks with the extra ones folded away; all; extra ones alone."""

_NEXT_KIND: dict[Kind, Kind] = {"planned": "all", "all": "extra", "extra": "planned"}
_NEXT_SIDE: dict[Side | None, Side | None] = {None: "left", "left": "right", "right": None}
EVERY_TEST = "every test"


class Filter(NamedTuple):
    """What is looked for; as it stands first, extra checks are folded away and nothing else is."""

    test: str | None = None
    side: Side | None = None
    since: date | None = None
    until: date | None = None
    kind: Kind = "planned"
    invalid: bool = False
    """Only checks with a try that does not count."""

    @property
    def narrows(self) -> bool:
        """Whether anything is looked for but planned checks."""
        return self != Filter()


def matching(checks: Iterable[CheckSummary], wanted: Filter) -> tuple[CheckSummary, ...]:
    """The checks that hold a trial of what is looked for, in the order given."""
    return tuple(c for c in checks if _in_time(c, wanted) and _of_kind(c, wanted.kind) and _has(c, wanted))


def folded(checks: Iterable[CheckSummary], wanted: Filter) -> int:
    """How many extra checks are folded away: those that would be shown but for their kind."""
    if wanted.kind != "planned":
        return 0
    return sum(not c.planned for c in matching(checks, wanted._replace(kind="all")))


def next_kind(wanted: Filter) -> Filter:
    """Planned ones; all; extra ones alone; and round."""
    return wanted._replace(kind=_NEXT_KIND[wanted.kind])


def next_side(wanted: Filter) -> Filter:
    """Both sides; left; right; and round."""
    return wanted._replace(side=_NEXT_SIDE[wanted.side])


def filter_words(wanted: Filter, names: Mapping[str, str], today: date) -> str:
    """What is looked for, in words; empty when nothing is."""
    said = [
        names.get(wanted.test, wanted.test) if wanted.test else "",
        f"{wanted.side} side" if wanted.side else "",
        _time_words(wanted, today),
        {"planned": "", "all": "extra ones too", "extra": "extra ones alone"}[wanted.kind],
        "with a try that doesn't count" if wanted.invalid else "",
    ]
    told = " · ".join(s for s in said if s)
    return f"Shown: {told}. c shows the usual list." if told else ""


def which_test_question(checks: Iterable[CheckSummary], names: Mapping[str, str]) -> Question:
    """Which test should be in it?"""
    done = sorted({t for c in checks for t in c.tests}, key=lambda p: names.get(p, p))
    every = Answer("", "0", EVERY_TEST)
    answers = tuple(Answer(p, str(i) if i < 10 else "", names.get(p, p)) for i, p in enumerate(done, 1))
    return Question("Which test?", "Checks in which it was done.", (every, *answers))


def period_question() -> Question:
    """From which time?"""
    return Question(
        "Which time?",
        "Checks of this time alone.",
        (
            Answer("all", "1", "All of it"),
            Answer("half", "2", "The last 6 months"),
            Answer("year", "3", "The last 12 months"),
            Answer("typed", "4", "Two dates that I type"),
        ),
    )


def with_period(wanted: Filter, answer: str, today: date) -> Filter:
    """The time that an answer to `period_question` names."""
    days = {"half": HALF, "year": YEAR}.get(answer)
    since = None if days is None else today - timedelta(days=days)
    return wanted._replace(since=since, until=None)


def typed_period(wanted: Filter, since: str, until: str, today: date) -> Filter:
    """The time as typed; an empty line is open on that side. Raises NotAValue."""
    start, end = past_span(since, until, today)
    return wanted._replace(since=start, until=end)


def _time_words(wanted: Filter, today: date) -> str:
    since = date_words(wanted.since, today) if wanted.since else ""
    until = date_words(wanted.until, today) if wanted.until else ""
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def _in_time(check: CheckSummary, wanted: Filter) -> bool:
    day = check.at.date()
    return (wanted.since is None or day >= wanted.since) and (wanted.until is None or day <= wanted.until)


def _of_kind(check: CheckSummary, kind: Kind) -> bool:
    return kind == "all" or check.planned == (kind == "planned")


def _has(check: CheckSummary, wanted: Filter) -> bool:
    """Whether one trial is of the test, of the side, and, if asked, does not count."""
    return any(
        wanted.test in (None, fact.test)
        and wanted.side in (None, fact.side)
        and not (wanted.invalid and fact.counts)
        for fact in check.facts
    )
