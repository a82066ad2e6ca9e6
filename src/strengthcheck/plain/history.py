"""History, line by line: every check, the calendar and the bin."""

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.one_check import one_check
from strengthcheck.plain.questions import is_sure, picked
from strengthcheck.plain.talk import Ask
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.editing import bring_back, empty_bin
from strengthcheck.services.history import binned, history
from strengthcheck.services.sitting import timing
from strengthcheck.views.calendar import LEAD, first_shown, shown_months, spoken
from strengthcheck.views.history import (
    CheckSummary,
    HistoryRow,
    bin_lead,
    bin_row,
    emptied_words,
    empty_bin_question,
    history_lead,
    history_rows,
)
from strengthcheck.views.history_filter import Filter, folded, matching, next_kind

MONTHS = 12
"""Months of the calendar that are said."""

AT_ONCE = 12
"""Lines of a list that are said at once; more on request."""


def history_page(desk: Desk) -> None:
    """Every planned check, newest first, extra ones on request; one is opened by its number."""
    shown, wanted = AT_ONCE, Filter()
    while True:
        found = history(desk.ws)
        hidden = folded(found.checks, wanted)
        today = desk.clock.now().date()
        rows = history_rows(matching(found.checks, wanted), found.names, today, found.double)
        desk.talk.say("History", history_lead(len(rows), hidden, found.in_bin))
        desk.talk.say(*(f"{i}  {_row(r)}" for i, r in enumerate(rows[:shown], 1)))
        words = [("m", f"{len(rows) - shown} earlier ones")] if len(rows) > shown else []
        words += [("e", "extra ones too, then alone, then folded away")] if hidden or wanted.narrows else []
        words += [("bin", f"the bin, {found.in_bin}")] if found.in_bin else []
        words += [("k", "calendar")] if found.checks else []
        key = picked(desk.talk, min(shown, len(rows)), words, "A number opens a check; b goes back")
        if key == "m":
            shown = len(rows)
        elif key == "e":
            wanted = next_kind(wanted)
        elif key == "bin":
            _bin(desk)
        elif key == "k":
            _calendar(desk, found.checks)
        else:
            one_check(desk, rows[int(key) - 1].check)


def _calendar(desk: Desk, checks: tuple[CheckSummary, ...]) -> None:
    """The days with a check in the last months, the latest month first."""
    when = timing(desk.ws)
    months = shown_months(first_shown(checks, None, when.today), MONTHS)
    desk.talk.say("Calendar", LEAD, *(spoken(month) for month in reversed(months)))
    desk.talk.ask(Ask("Enter goes back", usual=""))


def _row(row: HistoryRow) -> str:
    return ", ".join(part for part in (row.day, row.kind, row.tests, row.marks) if part)


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
