"""One check in full, line by line, and what can be put right in it; nothing is overwritten."""

from uuid import UUID

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import FormLine, answer_of, filled, is_sure, picked, stays
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.editing import add_note, choose_version, correct_trial, delete_check, mark_trial
from strengthcheck.services.history import Opened, check_versions, open_check
from strengthcheck.views.check_page import (
    SIDE_WORDS,
    CheckView,
    TrialLine,
    check_view,
    delete_question,
    invalid_question,
    reason_named,
)
from strengthcheck.views.correcting import LEAD as CORRECT_LEAD
from strengthcheck.views.correcting import LEFT_OUT, NOT_HERE, correct_lines, corrected, reason_of
from strengthcheck.views.history import check_title
from strengthcheck.views.versions import LEAD, TWO_LEAD, choose_version_question, versions


def one_check(desk: Desk, check: UUID) -> bool:
    """Until it is left, or put into the bin: whether it was."""
    while True:
        opened = open_check(desk.ws, check)
        view = check_view(*opened)
        title = check_title(opened.check, desk.clock.now().date())
        lines = [line for block in view.blocks for line in block.lines]
        desk.talk.say(title, view.context)
        _say_blocks(desk, view)
        desk.talk.say(f"Note: {view.note}" if view.note else "", view.changes)
        options = [("n", "write a note"), ("i", "a try counts, or doesn't"), ("d", "into the bin")]
        options += [] if opened.sealed else [("c", "correct a try")]
        options += [("v", "what it was before")] if view.changes else []
        try:
            key = desk.talk.choose("Enter goes back", options, usual="")
        except BackWished:
            return False
        if key == "" or (key == "d" and _deleted(desk, check, title)):
            return key == "d"
        try:
            _change(desk, opened, key, lines)
        except BackWished:
            continue


def _change(desk: Desk, opened: Opened, key: str, lines: list[TrialLine]) -> None:
    check = opened.check.id
    if key == "n":
        _note(desk, check, opened.check.note or "")
    elif key == "i":
        _mark(desk, check, _which(desk, lines))
    elif key == "c":
        _correct(desk, opened, _which(desk, lines))
    elif key == "v":
        _versions(desk, check)


def _note(desk: Desk, check: UUID, before: str) -> None:
    """A note, kept where it says something else than before."""
    told = desk.talk.text(f"The note; {stays(before)}", before).rstrip()
    if told == before.rstrip():
        desk.talk.say("The note stays as it is.")
        return
    add_note(desk.ws, check, told)
    desk.talk.say(f"Note: {told}" if told else "The note is taken away.")


def _deleted(desk: Desk, check: UUID, title: str) -> bool:
    """Whether it went into the bin."""
    try:
        sure = is_sure(desk.talk, delete_question(title))
    except BackWished:
        return False
    if sure:
        delete_check(desk.ws, check)
        desk.talk.say("In the bin. From there it can be brought back.")
    return sure


def _say_blocks(desk: Desk, view: CheckView) -> None:
    number = 0
    for block in view.blocks:
        desk.talk.say(block.title, block.about)
        for line in block.lines:
            number += 1
            said = ", ".join((line.value or "no value", *line.more))
            desk.talk.say(f"{number}  {SIDE_WORDS[line.side]}: {said}", apart=False)


def _which(desk: Desk, lines: list[TrialLine]) -> TrialLine:
    desk.talk.say("Which try?")
    return lines[int(picked(desk.talk, len(lines))) - 1]


def _mark(desk: Desk, check: UUID, line: TrialLine) -> None:
    """One trial does not count, and why; or it counts again."""
    name = answer_of(desk.talk, invalid_question(line, "This try"))
    if name != "no":
        note = desk.talk.text("What was it? A few words") if name == "other" else ""
        mark_trial(desk.ws, check, line.result, line.trial, reason_named(name), note)


def _correct(desk: Desk, opened: Opened, line: TrialLine) -> None:
    """One trial put right, a line at a time."""
    result = opened.check.results[line.result]
    trial, protocol = result.trials[line.trial], opened.tests.get(result.protocol)
    if protocol is None or trial.skipped is not None:
        desk.talk.say(NOT_HERE if protocol is None else LEFT_OUT)
        return
    desk.talk.say(CORRECT_LEAD)
    asked = (FormLine(one.name, one.label, one.value) for one in correct_lines(trial, protocol))
    now, why = filled(desk.talk, asked, lambda typed: (corrected(trial, protocol, typed), reason_of(typed)))
    correct_trial(desk.ws, opened.check.id, line.result, line.trial, now, why)
    desk.talk.say("Put right. v says what it was.")


def _versions(desk: Desk, check: UUID) -> None:
    """Each version with date, reason and what changed; of two current ones, which counts."""
    kept = check_versions(desk.ws, check)
    today = desk.clock.now().date()
    found = versions(kept.revisions, kept.heads, kept.current, kept.tests, today, sealed=kept.sealed)
    desk.talk.say("Versions of this check", TWO_LEAD if len(kept.heads) > 1 else LEAD)
    for version in found:
        now = ", counts now" if version.read else ", current too" if version.current else ""
        desk.talk.say(f"{version.when}, {version.reason}{now}", *version.changes)
    if len(kept.heads) > 1:
        choose_version(desk.ws, check, answer_of(desk.talk, choose_version_question(found)))
        desk.talk.say("This version counts now. The other one stays.")
