"""The Report screen: what can be chosen, what will be in the file, and what is asked before it is written."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from strengthcheck.model.form import DoctorForm
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import date_words
from strengthcheck.views.displayable import displayable
from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.form_page import filled, lines_of_form
from strengthcheck.views.page_data import Paper
from strengthcheck.views.page_holds import missing_words
from strengthcheck.views.page_words import day_text, short
from strengthcheck.views.sealed import short_words
from strengthcheck.views.typed import HALF, YEAR, past_span

LEAD = "One page that a doctor reads in a minute. It stays on this computer; you choose where."
SWITCHES = ("notes", "context", "worry", "full")
"""What is on or off; all off at first."""

WHICH_TESTS = ("Which tests should stand on the page?", "At most six have a line; the others are named.")
NO_TEST_YET = "No test was done yet."

MOST_HINT = 23
"""Characters beside a line that a window of 60 columns has room for."""


class PageFacts(NamedTuple):
    """What the screen speaks from."""

    today: date
    last_visit: date | None
    tests: tuple[tuple[str, str], ...]
    """Id and title of every test that was done."""
    form: DoctorForm
    path: Path
    """The usual place for the file."""
    sealed: date | None
    """Until when values are sealed."""


class Wanted(NamedTuple):
    """Everything that was chosen."""

    choices: PageChoices
    paper: Paper = "a4"


class ReportRow(NamedTuple):
    """One line of the screen: its name, its key, its words, and what holds now."""

    name: str
    key: str
    label: str
    hint: str


def report_rows(wanted: Wanted, facts: PageFacts) -> tuple[ReportRow, ...]:
    """What can be done, then what can be chosen, each with what holds now."""
    chosen = wanted.choices
    return (
        ReportRow("form", "w", "Your own words", _form_hint(facts.form)),
        ReportRow("read", "v", "Read the page here", "sealed" if facts.sealed else ""),
        ReportRow("write", "e", "Write the file", "a PDF; asks where first"),
        ReportRow("period", "p", "Period", period_words(chosen, facts.today)),
        ReportRow("tests", "t", "Tests", _tests_hint(chosen, facts)),
        ReportRow("notes", "n", "Notes of the checks", _on(chosen.notes)),
        ReportRow("context", "s", "Sleep and cold hands", _on(chosen.context)),
        ReportRow("worry", "y", "Worry before the checks", _on(chosen.worry)),
        ReportRow("name", "i", "Name or initials", _name_hint(chosen, facts.form)),
        ReportRow("full", "f", "Every try, the method", "from page 2 on" if chosen.full else "not in it"),
        ReportRow("paper", "z", "Paper", {"a4": "A4", "letter": "Letter"}[wanted.paper]),
    )


def switched(wanted: Wanted, name: str) -> Wanted:
    """One of the switches, or the paper, changed to the other."""
    if name == "paper":
        return wanted._replace(paper="letter" if wanted.paper == "a4" else "a4")
    c = wanted.choices
    other = {
        "notes": c._replace(notes=not c.notes),
        "context": c._replace(context=not c.context),
        "worry": c._replace(worry=not c.worry),
        "name": c._replace(name=not c.name),
        "full": c._replace(full=not c.full),
    }
    return wanted._replace(choices=other[name])


def period_words(chosen: PageChoices, today: date) -> str:
    """The period in a few words."""
    until = chosen.until if chosen.until != today else None
    if chosen.since is None:
        return f"up to {day_text(until)}" if until else "all of it"
    if until is None:
        return f"since {day_text(chosen.since)}"
    return f"{day_text(chosen.since)[:-5]} {chosen.since:%y} to {day_text(until)[:-5]} {until:%y}"


def period_question(facts: PageFacts) -> Question:
    """Which period should the page be about?"""
    visit = facts.last_visit
    since = (Answer("visit", "4", "Since the last visit", date_words(visit, facts.today)),) if visit else ()
    return Question(
        "Which period?",
        "The usual range is always taken from your first checks.",
        (
            Answer("all", "1", "All of it"),
            Answer("year", "2", "The last 12 months"),
            Answer("half", "3", "The last 6 months"),
            *since,
            Answer("typed", "5" if visit else "4", "Two dates that I type"),
        ),
    )


def period_named(wanted: Wanted, answer: str, facts: PageFacts) -> Wanted:
    """The period that an answer names."""
    since = {
        "year": facts.today - timedelta(days=YEAR),
        "half": facts.today - timedelta(days=HALF),
        "visit": facts.last_visit,
    }.get(answer)
    return wanted._replace(choices=wanted.choices._replace(since=since, until=None))


def typed_period(wanted: Wanted, since: str, until: str, today: date) -> Wanted:
    """The period as typed; an empty line is open on that side. Raises NotAValue."""
    start, end = past_span(since, until, today)
    return wanted._replace(choices=wanted.choices._replace(since=start, until=end))


def with_tests(wanted: Wanted, names: Iterable[str], facts: PageFacts) -> Wanted:
    """The tests that were marked; all of them, or none, means every test."""
    marked = tuple(names)
    every = {name for name, _ in facts.tests}
    protocols = () if not marked or set(marked) == every else marked
    return wanted._replace(choices=wanted.choices._replace(protocols=protocols))


def marked_tests(chosen: PageChoices, facts: PageFacts) -> tuple[str, ...]:
    """The tests that are on the page now."""
    return chosen.protocols or tuple(name for name, _ in facts.tests)


def sealed_note(until: date, today: date) -> str:
    """What the screen says while results are sealed."""
    return f"{short_words(until, today)} The page is not shown here; the file would hold the values."


def sealed_question(until: date, today: date) -> Question:
    """Whether the file should hold values that are sealed on screen."""
    return Question(
        "Write sealed values into the file?",
        f"{short_words(until, today)} They stay sealed here; you need not open the file.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, write them for the doctor")),
    )


def missing_question(missing: tuple[str, ...]) -> Question:
    """Whether the page should be written although characters have no font."""
    return Question(
        "Write it with empty boxes?",
        missing_words(missing),
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, write it so")),
    )


def page_written(path: Path, size: int) -> str:
    """Where the file went, and who can open it."""
    kilobytes = max(1, round(size / 1000))
    return f"Written: {displayable(str(path))}, {kilobytes} kB. Only your account can open it."


def _form_hint(form: DoctorForm) -> str:
    count = filled(form)
    return f"{count} of {lines_of_form()} lines filled" if count else "nothing yet"


def _tests_hint(chosen: PageChoices, facts: PageFacts) -> str:
    if not facts.tests:
        return "none was done yet"
    count = len(marked_tests(chosen, facts))
    return f"all {count}" if count == len(facts.tests) else f"{count} of {len(facts.tests)}"


def _name_hint(chosen: PageChoices, form: DoctorForm) -> str:
    return short(form.name, MOST_HINT) if chosen.name and form.name else "not in it"


def _on(chosen: bool) -> str:
    return "in it" if chosen else "not in it"
