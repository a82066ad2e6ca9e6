"""History and Compare, line by line: every check, one check in full, and the readings."""

from uuid import UUID

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.talk import Ask
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.editing import add_note, bring_back, delete_check, mark_trial
from strengthcheck.services.history import binned, history, open_check
from strengthcheck.views.check_page import (
    SIDE_WORDS,
    CheckView,
    TrialLine,
    check_view,
    delete_question,
    invalid_question,
    reason_named,
)
from strengthcheck.views.compare_text import compare_lines
from strengthcheck.views.history import HistoryRow, bin_lead, bin_row, check_title, history_lead, history_rows

AT_ONCE = 12
"""Lines of a list that are said at once; more on request."""


def compare_page(desk: Desk) -> None:
    """Left beside right, now beside then: the sentences, and the figures on request."""
    from strengthcheck.services.readings import compare  # loads numpy: not before it is needed

    view = compare(desk.ws)
    desk.talk.say("Compare", *compare_lines(view, numbers=False))
    if view.rows and desk.talk.choose("Enter goes back", (("n", "the numbers"),), usual="") == "n":
        desk.talk.say(*compare_lines(view))
        desk.talk.ask(Ask("Enter goes back", usual=""))


def history_page(desk: Desk) -> None:
    """Every check, newest first; one is opened by its number."""
    shown = AT_ONCE
    while True:
        found = history(desk.ws)
        rows = history_rows(found.checks, found.names, desk.clock.now().date(), found.double)
        desk.talk.say("History", history_lead(len(rows), 0, found.in_bin))
        desk.talk.say(*(f"{i}  {_row(r)}" for i, r in enumerate(rows[:shown], 1)))
        more = (("m", f"{len(rows) - shown} earlier ones"),) if len(rows) > shown else ()
        in_bin = (("bin", f"the bin, {found.in_bin}"),) if found.in_bin else ()
        numbers = tuple((str(i), "") for i in range(1, min(shown, len(rows)) + 1))
        key = _picked(desk, (*more, *in_bin), tuple(n for n, _ in numbers))
        if key == "m":
            shown = len(rows)
        elif key == "bin":
            _bin(desk)
        else:
            _one(desk, rows[int(key) - 1].check)


def _picked(desk: Desk, options: tuple[tuple[str, str], ...], numbers: tuple[str, ...]) -> str:
    """A word of the options, or a number of the list above."""
    for key, text in options:
        desk.talk.say(f"{key}  {text}", apart=False)
    prompt = "A number opens a check; b goes back" if numbers else "b goes back"
    while True:
        typed = (desk.talk.ask(Ask(prompt)) or "").casefold()
        if typed in numbers or typed in dict(options):
            return typed
        desk.talk.say("Type a number of the list, or b.", apart=False)


def _row(row: HistoryRow) -> str:
    return ", ".join(part for part in (row.day, row.kind, row.tests, row.marks) if part)


def _one(desk: Desk, check: UUID) -> None:
    """One check in full, and what can be put right in it."""
    while True:
        opened = open_check(desk.ws, check)
        view = check_view(*opened)
        title = check_title(opened.check, desk.clock.now().date())
        lines = [line for block in view.blocks for line in block.lines]
        desk.talk.say(title, view.context)
        _say_blocks(desk, view)
        desk.talk.say(f"Note: {view.note}" if view.note else "", view.changes)
        options = (("n", "write a note"), ("i", "a trial counts, or doesn't"), ("d", "into the bin"))
        try:
            key = desk.talk.choose("Enter goes back", options, usual="")
        except BackWished:
            return
        if key == "":
            return
        try:
            if key == "n":
                add_note(desk.ws, check, desk.talk.text("The note; Enter takes it away"))
            elif key == "i":
                _mark(desk, check, lines)
            elif _is_sure(desk, title):
                delete_check(desk.ws, check)
                desk.talk.say("In the bin. From there it can be brought back.")
                return
        except BackWished:
            continue


def _say_blocks(desk: Desk, view: CheckView) -> None:
    number = 0
    for block in view.blocks:
        desk.talk.say(block.title, block.about)
        for line in block.lines:
            number += 1
            said = ", ".join((line.value or "no value", *line.more))
            desk.talk.say(f"{number}  {SIDE_WORDS[line.side]}: {said}", apart=False)


def _mark(desk: Desk, check: UUID, lines: list[TrialLine]) -> None:
    """One trial does not count, and why; or it counts again."""
    numbers = tuple(str(i) for i in range(1, len(lines) + 1))
    desk.talk.say("Which trial?")
    line = lines[int(_picked(desk, (), numbers)) - 1]
    question = invalid_question(line, "This trial")
    desk.talk.say(question.title, question.text)
    key = desk.talk.choose("Type one", [(a.key, a.label) for a in question.answers])
    name = next(a.name for a in question.answers if a.key == key)
    if name == "no":
        return
    note = desk.talk.text("What was it? A few words") if name == "other" else ""
    mark_trial(desk.ws, check, line.result, line.trial, reason_named(name), note)


def _is_sure(desk: Desk, title: str) -> bool:
    question = delete_question(title)
    desk.talk.say(question.title, question.text)
    return desk.talk.choose("n or y", [(a.key, a.label) for a in question.answers], usual="n") == "y"


def _bin(desk: Desk) -> None:
    """What was deleted; a number brings it back."""
    today = desk.clock.now().date()
    names = history(desk.ws).names
    found = binned(desk.ws)
    desk.talk.say("The bin", bin_lead(len(found)))
    rows = [bin_row(b.check, b.deleted_at, names, today) for b in found]
    desk.talk.say(*(f"{i}  {_row(r)}" for i, r in enumerate(rows, 1)))
    try:
        key = _picked(desk, (), tuple(str(i) for i in range(1, len(rows) + 1)))
    except BackWished:
        return
    bring_back(desk.ws, rows[int(key) - 1].check)
    desk.talk.say("It is back in History, as it was.")
