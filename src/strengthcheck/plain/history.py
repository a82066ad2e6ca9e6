"""History, line by line: every check, the calendar and the bin."""

from uuid import UUID

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.one_check import one_check
from strengthcheck.plain.questions import answer_of, earlier, filled, is_sure, picked, two_dates
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.editing import bring_back, empty_bin
from strengthcheck.services.history import History, binned, history
from strengthcheck.services.sitting import timing
from strengthcheck.views.calendar import LEAD, first_shown, moved, shown_months, spoken
from strengthcheck.views.history import (
    ABOUT,
    CheckSummary,
    HistoryRow,
    bin_lead,
    bin_row,
    emptied_words,
    empty_bin_question,
    history_lead,
    history_rows,
)
from strengthcheck.views.history_filter import (
    Filter,
    filter_words,
    folded,
    matching,
    next_kind,
    next_side,
    period_question,
    typed_period,
    which_test_question,
    with_period,
)

MONTHS = 12
"""Months of the calendar that are said at once; earlier ones on request."""

AT_ONCE = 12
"""Lines of a list that are said at once; more on request."""

LOOKS = (
    ("t", "of one test"),
    ("s", "of one side: left, right, both again"),
    ("d", "of a time"),
    ("e", "extra ones too, then alone, then folded away"),
    ("i", "with a try that doesn't count, or all again"),
)
"""What can be looked for, by the keys of the full screen."""


def history_page(desk: Desk) -> None:
    """Every planned check, newest first, or what is looked for; one is opened by its number."""
    HistoryTalk(desk).go()


class HistoryTalk:
    """The list of checks, with what is looked for in it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._heard, self._shown = 0, AT_ONCE
        """Rows of the list that need not be said again, and those that can be opened."""
        self._wanted = Filter()
        self._deleted: UUID | None = None
        """What was put into the bin from here last."""

    def go(self) -> None:
        """Until it is left."""
        while True:
            found = history(self._desk.ws)
            rows = self._said(found)
            what = "A number opens a check; b goes back"
            key = picked(
                self._desk.talk, min(self._shown, len(rows)), self._words(found, len(rows)), what, ABOUT
            )
            try:
                self._do(key, found, rows)
            except BackWished:
                continue

    def _said(self, found: History) -> tuple[HistoryRow, ...]:
        """The list, said; all its rows."""
        wanted, today = self._wanted, self._desk.clock.now().date()
        listed = matching(found.checks, wanted)
        rows = history_rows(listed, found.names, today, found.double)
        hidden = folded(found.checks, wanted)
        lead = history_lead(len(listed), hidden, found.in_bin, narrowed=wanted.narrows)
        if not self._heard:
            self._desk.talk.say("History", lead, filter_words(wanted, found.names, today))
        said = rows[self._heard : self._shown]
        self._desk.talk.say(*(f"{i}  {_row(r)}" for i, r in enumerate(said, self._heard + 1)))
        self._heard = 0
        return rows

    def _words(self, found: History, count: int) -> list[tuple[str, str]]:
        """What can be typed beside a number."""
        words = [*earlier(count - self._shown, AT_ONCE)]
        words += [*LOOKS, ("k", "calendar")] if found.checks else []
        words += [("c", "the usual list again")] if self._wanted.narrows else []
        words += [("u", "undo: the check out of the bin")] if self._deleted else []
        words += [("bin", f"the bin, {found.in_bin}")] if found.in_bin else []
        return words

    def _do(self, key: str, found: History, rows: tuple[HistoryRow, ...]) -> None:
        """One thing. Raises BackWished."""
        if key == "m":
            self._heard, self._shown = self._shown, self._shown + AT_ONCE
        elif key == "bin":
            self._deleted = None
            _bin(self._desk)
        elif key == "k":
            _calendar(self._desk, found.checks)
        elif key == "u" and self._deleted:
            bring_back(self._desk.ws, self._deleted)
            self._deleted = None
            self._desk.talk.say("It is back, as it was.")
        elif key.isdecimal():
            check = rows[int(key) - 1].check
            self._deleted = check if one_check(self._desk, check) else None
        else:
            self._wanted, self._shown = self._looked_for(key, found), AT_ONCE

    def _looked_for(self, key: str, found: History) -> Filter:
        """What is looked for from now on. Raises BackWished."""
        wanted = self._wanted
        match key:
            case "t":
                question = which_test_question(found.checks, found.names)
                return wanted._replace(test=answer_of(self._desk.talk, question) or None)
            case "s":
                return next_side(wanted)
            case "d":
                return self._time()
            case "e":
                return next_kind(wanted)
            case "i":
                return wanted._replace(invalid=not wanted.invalid)
            case _:
                return Filter()

    def _time(self) -> Filter:
        talk, today = self._desk.talk, self._desk.clock.now().date()
        answer = answer_of(talk, period_question())
        if answer != "typed":
            return with_period(self._wanted, answer, today)
        return filled(
            talk,
            two_dates(today),
            lambda typed: typed_period(self._wanted, typed["since"], typed["until"], today),
        )


def _calendar(desk: Desk, checks: tuple[CheckSummary, ...]) -> None:
    """The days with a check and the next date, the latest month first; earlier months on request."""
    when = timing(desk.ws)
    shown = first_shown(checks, when.due.on, when.today)
    first = min((c.at.date() for c in checks), default=when.today)
    desk.talk.say("Calendar", LEAD)
    while True:
        since = (shown.last.year - first.year) * MONTHS + shown.last.month - first.month + 1
        desk.talk.say(*(spoken(month) for month in reversed(shown_months(shown, min(since, MONTHS)))))
        shown = shown._replace(last=moved(shown.last, -MONTHS))
        before = any(c.at.date() < moved(shown.last, 1) for c in checks)
        more = (("m", "earlier months"),) if before else ()
        if desk.talk.choose("Enter goes back", more, usual="") == "":
            return


def _row(row: HistoryRow) -> str:
    return ", ".join(part for part in (row.day, row.kind, row.tests, row.marks) if part).replace(" · ", ", ")


def _bin(desk: Desk) -> None:
    """What was deleted; a number brings it back, and the whole bin can be emptied."""
    today = desk.clock.now().date()
    names = history(desk.ws).names
    found = binned(desk.ws)
    desk.talk.say("The bin", bin_lead(len(found)))
    rows = [bin_row(b.check, b.deleted_at, names, today) for b in found]
    desk.talk.say(*(f"{i}  {_row(r)}" for i, r in enumerate(rows, 1)))
    try:
        key = picked(
            desk.talk, len(rows), (("empty", "empty the bin"),), "A number brings one back; b goes back"
        )
        if key == "empty":
            if is_sure(desk.talk, empty_bin_question(len(rows))):
                desk.talk.say(emptied_words(empty_bin(desk.ws)))
            return
    except BackWished:
        return
    bring_back(desk.ws, rows[int(key) - 1].check)
    desk.talk.say("It is back in History, as it was.")
