"""What leaves the record for others: the page for the doctor, and the whole record as a file."""

from collections.abc import Iterable
from contextlib import suppress

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import answer_of, is_sure
from strengthcheck.plain.talk import Ask
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.services.exporting import export_facts, is_there
from strengthcheck.views.asking import Question
from strengthcheck.views.export_page import (
    KINDS,
    LEAD,
    overwrite_question,
    sealed_export_question,
    table_question,
    written,
)


def export_record(desk: Desk) -> None:
    """Which kind of file; what it will hold, where it goes, and where it went."""
    # The table and the document load what only they need.
    from strengthcheck.services.reporting import export_holds, write_export

    talk = desk.talk
    talk.say("Export", LEAD)
    kind = answer_of(talk, Question("Which kind?", "", KINDS))
    facts = export_facts(desk.ws)
    if facts.sealed and not is_sure(talk, sealed_export_question(facts.sealed)):
        return
    notes = kind == "csv" and is_sure(talk, table_question())
    talk.say(*export_holds(facts, kind, notes=notes))
    usual = str(facts.path_for(kind))
    typed = talk.text(f"Where to; Enter for {usual}", usual)
    force = is_there(desk.ws, typed)
    if force and not is_sure(talk, overwrite_question(typed)):
        return
    done = write_export(desk.ws, typed, kind, notes=notes, force=force, unseal=bool(facts.sealed))
    read_aloud(desk, [written(done.path, done.size)])


def write_report(desk: Desk) -> None:
    """The page for the doctor: its choices by their letters, read here, then written."""
    # The page loads what only it needs.
    from strengthcheck.plain.report import ReportTalk

    try:
        ReportTalk(desk).go()
    except BackWished:
        return


def read_aloud(desk: Desk, lines: Iterable[str], then: str = "Enter: back to the start") -> None:
    """Some lines, and time to hear them: on by Enter, or by any way of leaving."""
    desk.talk.say(*lines)
    with suppress(BackWished, LeaveWished):
        desk.talk.ask(Ask(then, usual=""))
