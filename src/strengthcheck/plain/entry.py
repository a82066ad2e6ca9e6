"""What is entered when an effort is over: measure by measure, read back, or why it does not count."""

from datetime import datetime
from typing import NamedTuple

from strengthcheck.guide.entering import NotAValue, spoken_unit
from strengthcheck.model.check import Trial
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.dates import capital
from strengthcheck.views.steps.entry import INVALID, Entry
from strengthcheck.views.steps.entry import Ask as Asked
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.trial import (
    TIMED_WORDS,
    echo_page,
    entry_page,
    invalid_page,
    note_page,
    pain_page,
)

INVALID_KEY, COULD_NOT_KEY, TIMED_KEY = "i", "n", "t"
NOTE_LENGTH = 500


class Entered(NamedTuple):
    """The trials that an entry makes, and whether the check should end after them (for pain)."""

    trials: tuple[Trial, ...]
    ends_check: bool = False


class _DoesNotCount(Exception):
    """It was said that the try does not count."""


def enter(talk: Talk, entry: Entry, at: datetime, measured: str = "") -> Entered:
    """Ask until nothing is left to enter. `measured`: the time taken here, which Enter takes.

    Raises BackWished at the first question.
    """
    while True:
        try:
            done = _all_asked(talk, entry, measured)
            if not done.has_typed() or _is_right(talk, done):
                return Entered(done.trials(at))
            entry = done.step_back() or done
        except _DoesNotCount:
            try:
                return does_not_count(talk, entry, at)
            except BackWished:
                continue


def _all_asked(talk: Talk, entry: Entry, measured: str) -> Entry:
    while (asked := entry.next_ask()) is not None:
        timed = asked.measure.unit == "s" and asked.side == entry.step.sides[0]
        try:
            entry = _one(talk, entry, asked, measured if timed else "")
        except BackWished:
            before = entry.step_back()
            if before is None:
                raise
            entry = before
        except NotAValue as e:
            talk.say(str(e), apart=False)
    return entry


def _one(talk: Talk, entry: Entry, asked: Asked, usual: str) -> Entry:
    """One thing entered. Raises NotAValue, _DoesNotCount, BackWished."""
    page = entry_page(entry, asked, usual, "", stopped=False)
    if asked.measure.id == "ladder":
        talk.say(page.title)
        options = [*((c.key, c.text) for c in page.choices), (INVALID_KEY, "it doesn't count")]
        key = talk.choose("A number", options)
        if key == INVALID_KEY:
            raise _DoesNotCount
        return entry.with_value(asked, int(key))
    return _typed(talk, entry, asked, usual, page)


def _typed(talk: Talk, entry: Entry, asked: Asked, usual: str, page: StepPage) -> Entry:
    m = asked.measure
    letters = [(k.key, k.text) for k in page.keys if k.key in (INVALID_KEY, COULD_NOT_KEY, TIMED_KEY)]
    talk.say(page.title, *(f"{key}  {words}" for key, words in letters))
    if any(key == TIMED_KEY for key, _ in letters):
        talk.say(f"Timed by: {TIMED_WORDS[entry.timed_by or 'phone']}", apart=False)
    enter = f"; Enter takes {usual}" if usual else "; Enter leaves it empty" if m.optional else ""
    unit = spoken_unit(m)
    typed = talk.ask(Ask(f"{capital(m.name)}{f', {unit}' if unit else ''}{enter}", usual=usual)) or ""
    known = dict(letters)
    match typed.casefold():
        case "i":
            raise _DoesNotCount
        case "n" if COULD_NOT_KEY in known:
            return entry.with_could_not(asked.side)
        case "t" if TIMED_KEY in known:
            return entry.timed_otherwise()
    return entry.with_typed(asked, typed)


def _is_right(talk: Talk, entry: Entry) -> bool:
    """What was entered, read back with its side."""
    page = echo_page(entry)
    talk.say(*page_lines(page))
    keys = [(k.key, k.text) for k in page.keys if k.key != "enter"]
    try:
        key = talk.choose("Enter: yes, right", keys, usual="")
    except BackWished:
        return False
    if key == INVALID_KEY:
        raise _DoesNotCount
    return key == ""


def does_not_count(talk: Talk, entry: Entry, at: datetime) -> Entered:
    """Why does it not count? Pain ends the side, and may end the check. Raises BackWished: it does."""
    page = invalid_page(entry.step)
    talk.say(*page_lines(page))
    reason = INVALID[talk.choose("A number; b: it does count", [(c.key, c.text) for c in page.choices])][0]
    note, ends = "", False
    if reason == "other":
        talk.say(*page_lines(note_page(""))[:1])
        note = talk.text("A few words; Enter leaves it empty")[:NOTE_LENGTH]
    if reason == "pain":
        hurt = pain_page(entry.step)
        talk.say(*page_lines(hurt))
        ends = talk.choose("A number", [(c.key, c.text) for c in hurt.choices]) == "1"
    return Entered(entry.invalid(reason, note, at), ends)
