"""One check in full, line by line, and what can be put right in it; nothing is overwritten."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from strengthcheck.model.check import Trial
from strengthcheck.model.protocol import Protocol
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import FormLine, answer_of, filled, is_sure, picked, stays
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.editing import add_note, choose_version, correct_trial, delete_check, mark_trial
from strengthcheck.services.history import Opened, check_versions, open_check
from strengthcheck.views.check_page import (
    CheckView,
    ResultBlock,
    TrialLine,
    check_view,
    day_lines,
    delete_question,
    invalid_question,
    marked_words,
    reason_named,
    spoken_title,
    trial_value,
    try_name,
    who_words,
)
from strengthcheck.views.correcting import (
    EFFORT,
    LEFT_OUT,
    NOT_HERE,
    PAIN,
    WHY,
    NothingDiffers,
    correct_lines,
    corrected,
    read_line,
    reason_of,
)
from strengthcheck.views.correcting import LEAD as CORRECT_LEAD
from strengthcheck.views.history import check_title
from strengthcheck.views.versions import (
    LEAD,
    NOTHING_MORE,
    TWO_LEAD,
    choose_version_question,
    version_view,
    versions,
)


def one_check(desk: Desk, check: UUID, test: str | None = None) -> bool:
    """Until it is left, or put into the bin: whether it was.

    `test`: the id of the one test that led here; the others are read when they are asked for. After a change
    only what changed is read.
    """
    to_read, only = True, test
    while True:
        opened = open_check(desk.ws, check)
        view = check_view(*opened)
        title = check_title(opened.check, desk.clock.now().date())
        if to_read:
            _read(desk, title, opened, view, only)
        try:
            key = desk.talk.choose("Enter goes back", _options(opened, view), usual="")
            if key == "" or (key == "d" and _deleted(desk, check, title)):
                return key == "d"
        except BackWished:
            return False
        try:
            to_read = _change(desk, opened, view, key)
            only = None
        except BackWished:
            to_read = False


def _options(opened: Opened, view: CheckView) -> list[tuple[str, str]]:
    """What can be done with the check."""
    options = [("n", "write a note"), ("i", "a try counts, or doesn't"), ("d", "into the bin")]
    options += [] if opened.sealed else [("c", "correct a try")]
    options += [("v", "what it was before")] if view.changes else []
    return [*options, ("a", "all of it, read again")]


def _read(desk: Desk, title: str, opened: Opened, view: CheckView, only: str | None) -> None:
    """The check with a number for each try; with `only`, the tries of that test."""
    desk.talk.say(title, *day_lines(view))
    shown = [only in (None, result.protocol) for result in opened.check.results]
    _say_blocks(desk, view, shown)
    desk.talk.say(f"Note: {view.note}" if view.note else "", view.changes)


def _say_blocks(desk: Desk, view: CheckView, shown: Sequence[bool]) -> None:
    """The tries of these tests. Each keeps its number in the whole check."""
    number = 0
    for block, is_shown in zip(view.blocks, shown, strict=True):
        desk.talk.say(*((spoken_title(block), block.about) if is_shown else ()))
        for line in block.lines:
            number += 1
            said = ", ".join((line.value or "no value", *line.more))
            if is_shown:
                desk.talk.say(f"{number}  {who_words(line)}: {said}", apart=False)


def _change(desk: Desk, opened: Opened, view: CheckView, key: str) -> bool:
    """Do one thing; whether the check is to be read anew."""
    check = opened.check.id
    if key == "n":
        _note(desk, check, opened.check.note or "")
    elif key == "i":
        _mark(desk, check, *_which(desk, view))
    elif key == "c":
        _correct(desk, opened, *_which(desk, view))
    elif key == "v":
        return _versions(desk, check)
    return key == "a"


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


def _which(desk: Desk, view: CheckView) -> tuple[ResultBlock, TrialLine]:
    """One try by its number in the check."""
    found = [(block, line) for block in view.blocks for line in block.lines]
    desk.talk.say("Which try?")
    return found[int(picked(desk.talk, len(found))) - 1]


def _mark(desk: Desk, check: UUID, block: ResultBlock, line: TrialLine) -> None:
    """One trial does not count, and why; or it counts again."""
    name = answer_of(desk.talk, invalid_question(line, spoken_title(block)))
    if name != "no":
        note = desk.talk.text("What was it? A few words") if name == "other" else ""
        mark_trial(desk.ws, check, line.result, line.trial, reason_named(name), note)
        desk.talk.say(marked_words(try_name(block, line), reason_named(name)))


def _correct(desk: Desk, opened: Opened, block: ResultBlock, line: TrialLine) -> None:
    """One trial put right, a line at a time; where nothing differs it stays."""
    result, named = opened.check.results[line.result], try_name(block, line)
    trial, protocol = result.trials[line.trial], opened.tests.get(result.protocol)
    desk.talk.say(f"{named}: {line.value or 'no value'}.")
    if protocol is None or trial.skipped is not None:
        desk.talk.say(NOT_HERE if protocol is None else LEFT_OUT)
        return
    desk.talk.say(CORRECT_LEAD)

    def take(typed: Mapping[str, str]) -> Trial:
        try:
            return corrected(trial, protocol, typed)
        except NothingDiffers:
            return trial

    asked = (
        FormLine(one.name, one.label, one.value, partial(_read_line, protocol, one.name), _empty(one.name))
        for one in correct_lines(trial, protocol)
    )
    typed: dict[str, str] = {}
    now = filled(desk.talk, asked, take, typed)
    if now == trial:
        desk.talk.say("Nothing is different; it stays as it is.")
        return
    correct_trial(desk.ws, opened.check.id, line.result, line.trial, now, reason_of(typed))
    desk.talk.say(f"{named}: put right, {trial_value(now, protocol) or 'no value'}. v says what it was.")


def _read_line(protocol: Protocol, name: str, text: str) -> None:
    read_line(name, text, protocol)


def _empty(name: str) -> str:
    return "Enter leaves it empty" if name in (EFFORT, PAIN, WHY) else ""


def _versions(desk: Desk, check: UUID) -> bool:
    """Each version with date, reason and what changed, one in full by its number.

    Of two current ones it is chosen which counts: whether one was. Raises BackWished.
    """
    kept = check_versions(desk.ws, check)
    today = desk.clock.now().date()
    found = versions(kept.revisions, kept.heads, kept.current, kept.tests, today, sealed=bool(kept.sealed))
    two = len(kept.heads) > 1
    desk.talk.say("Versions of this check", TWO_LEAD if two else LEAD)
    for i, version in enumerate(found, 1):
        now = ", counts now" if version.read else ", current too" if version.current else ""
        desk.talk.say(f"{i}  {version.when}, {version.reason}{now}", *version.changes)
    while True:
        words = (("c", "choose which one counts"),) if two else ()
        key = picked(desk.talk, len(found), words, "A number reads one in full; b goes back")
        if key == "c":
            choose_version(desk.ws, check, answer_of(desk.talk, choose_version_question(found)))
            desk.talk.say("This version counts now. The other one stays.")
            return True
        version = found[int(key) - 1]
        revision = next(r for r in kept.revisions if r.id == version.revision)
        view = version_view(revision, kept.tests, sealed=kept.sealed)
        said = day_lines(view) if view else (NOTHING_MORE,)
        desk.talk.say(f"{version.when}, {version.reason}", *said)
        if view is not None:
            _say_blocks(desk, view, [True] * len(view.blocks))
            desk.talk.say(f"Note: {view.note}" if view.note else "")
