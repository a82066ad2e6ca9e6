"""The summary before keeping: every trial by its number, to correct; a note; then it is kept."""

from collections.abc import Callable
from typing import TypeAlias

from strengthcheck.guide.state import Sitting
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import SummaryAnswer, TrialAnswer
from strengthcheck.plain.entry import entry_lines
from strengthcheck.plain.follow import after_page
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.steps.asking import Asking, Ended
from strengthcheck.views.steps.summing import Corrected, SummaryAsking
from strengthcheck.views.steps.words import test_name
from strengthcheck.views.summary import TrialRow, row_words, step_of, summary_page, trial_rows

Correct = Callable[[str, TrialAnswer], Sitting]
"""Keeps one trial as it should be; gives back the check after it."""

Next: TypeAlias = Asking[SummaryAnswer | Corrected] | Ended[SummaryAnswer | Corrected] | None


def ask_summary(
    talk: Talk, sitting: Sitting, clock: Clock, correct: Correct, *, sealed: str
) -> SummaryAnswer:
    """All trials to look over; a number corrects one, n writes a note, Enter keeps the check."""
    former = sitting.answer("summary", SummaryAnswer)
    note = former.note if former else ""
    asking = SummaryAsking(trial_rows(sitting, bool(sealed)), clock.now(), note, sealed=sealed)
    while True:
        after = _over(talk, asking) if asking.stage == "rows" else _changed(talk, asking)
        if isinstance(after, SummaryAsking):
            asking = after
        elif isinstance(after, Ended):
            out = after.out
            if isinstance(out, SummaryAnswer):
                return out
            asking = asking.corrected(trial_rows(correct(out.key, out.answer), bool(sealed)))


def _over(talk: Talk, asking: SummaryAsking) -> Next:
    """The list, and what is typed at it."""
    rows = asking.rows
    page = summary_page((), 0, asking.note, asking.sealed)
    sealed = (asking.sealed,) if asking.sealed and rows else ()
    talk.say(page.title, *sealed, *(_line(i, row) for i, row in enumerate(rows, 1)))
    if not rows:
        talk.say(*page_lines(page)[1:])
    elif asking.note:
        talk.say(f"Note: {asking.note}")
    keep = "Enter keeps the check; a number changes a line; n writes a note" if rows else "Enter closes"
    typed = (talk.ask(Ask(keep, usual="")) or "").casefold()
    number = int(typed) if typed.isdecimal() and len(typed) < 5 else 0
    if 1 <= number <= len(rows):
        return asking.at(number - 1).press("c")
    if not typed or (typed == "n" and rows):
        return asking.press(typed or "enter")
    talk.say("Type a number of the list, n, or Enter.", apart=False)
    return asking


def _changed(talk: Talk, asking: SummaryAsking) -> Next:
    """One trial entered anew or marked, or the note."""
    if asking.stage == "note":
        try:
            return asking.answered(talk.text("A note; only you read it", asking.note))
        except BackWished:
            return asking.press("escape")
    page = asking.page()
    talk.say(*(entry_lines(page, step_of(asking.row)) if asking.stage == "entry" else page_lines(page)))
    nothing_to_change = asking.stage == "change" and not page.choices
    return asking.press("escape") if nothing_to_change else after_page(talk, asking, page)


def _line(number: int, row: TrialRow) -> str:
    name = test_name(row.protocol, row.part)
    return f"{number}  {name}, {row.who}: {row_words(row)}"
