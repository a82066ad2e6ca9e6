"""The summary before keeping: every trial by its number, to correct; a note; then it is kept."""

from collections.abc import Callable

from strengthcheck.guide.state import Sitting
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import SummaryAnswer, TrialAnswer
from strengthcheck.plain.entry import enter
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.steps.entering import Entering
from strengthcheck.views.steps.entry import INVALID, Entry
from strengthcheck.views.steps.words import side_words, test_name
from strengthcheck.views.summary import (
    TrialRow,
    change_page,
    marked,
    row_words,
    step_of,
    summary_page,
    trial_rows,
    why_invalid_page,
    with_trial,
)

Correct = Callable[[str, TrialAnswer], Sitting]
"""Keeps one trial as it should be; gives back the check after it."""

CHANGED_LONG = 10_000


def ask_summary(
    talk: Talk, sitting: Sitting, clock: Clock, correct: Correct, *, sealed: bool
) -> SummaryAnswer:
    """All trials to look over; a number corrects one, n writes a note, Enter keeps the check."""
    former = sitting.answer("summary", SummaryAnswer)
    note = former.note if former else ""
    while True:
        rows = trial_rows(sitting, sealed)
        page = summary_page((), 0, note)
        talk.say(page.title, *(_line(i, row) for i, row in enumerate(rows, 1)))
        if not rows:
            talk.say(*page_lines(page)[1:])
        elif note:
            talk.say(f"Note: {note}")
        keep = "Enter keeps the check; a number changes a line; n writes a note" if rows else "Enter closes"
        typed = (talk.ask(Ask(keep, usual="")) or "").casefold()
        if not typed:
            return SummaryAnswer(note=note)
        try:
            if typed == "n" and rows:
                note = talk.text("A note; only you read it", note)[:CHANGED_LONG]
            elif typed.isdecimal() and len(typed) < 5 and 1 <= int(typed) <= len(rows):
                sitting = _change(talk, sitting, rows[int(typed) - 1], clock, correct)
            else:
                talk.say("Type a number of the list, n, or Enter.", apart=False)
        except BackWished:
            continue


def _line(number: int, row: TrialRow) -> str:
    name = test_name(row.protocol, row.part)
    return f"{number}  {name}, {side_words(row.trial.side, row.protocol.body)}: {row_words(row)}"


def _change(talk: Talk, sitting: Sitting, row: TrialRow, clock: Clock, correct: Correct) -> Sitting:
    """One trial entered anew, marked as not counting, or as counting again."""
    page = change_page(row)
    talk.say(*page_lines(page))
    if not page.choices:
        return sitting
    key = talk.choose("A number; b leaves it as it is", [(c.key, c.text) for c in page.choices])
    if key == "1":
        at = row.trial.at or clock.now()
        entered = enter(talk, Entering.of(Entry.of(step_of(row)), at, measured=_time_of(row)))
        return correct(row.key, with_trial(row, entered.trials[0]))
    if row.trial.invalid is not None:
        return correct(row.key, marked(row, None))
    why = why_invalid_page(row)
    talk.say(*page_lines(why)[:1])
    reason = talk.choose("A number; b: it does count", [(c.key, c.text) for c in why.choices])
    return correct(row.key, marked(row, INVALID[reason][0]))


def _time_of(row: TrialRow) -> str:
    """The time that was taken at this trial, so that Enter takes it again; not shown while sealed."""
    if row.sealed:
        return ""
    timed = [m.id for m in row.protocol.measures if m.unit == "s"]
    return next((str(v) for n, v in row.trial.values.items() if n in timed), "")
