"""What leaves the record for others: the page for the doctor, and the whole record as a file."""

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import answer_of, is_sure
from strengthcheck.plain.talk import Ask
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.exporting import export_facts, export_to, is_there
from strengthcheck.views.asking import Question
from strengthcheck.views.export_page import (
    KINDS,
    LEAD,
    overwrite_question,
    sealed_export_question,
    table_holds,
    table_question,
    what_is_in_it,
    written,
)


def export_record(desk: Desk) -> None:
    """Which kind of file; what it will hold, where it goes, and where it went."""
    # The table and the document load what only they need.
    from strengthcheck.services.reporting import FHIR_HOLDS, write_document, write_table

    talk = desk.talk
    talk.say("Export", LEAD)
    kind = answer_of(talk, Question("Which kind?", "", KINDS))
    facts = export_facts(desk.ws)
    if facts.sealed and not is_sure(talk, sealed_export_question(facts.sealed)):
        return
    notes = kind == "csv" and is_sure(talk, table_question())
    held = {
        "json": what_is_in_it(facts.checks, facts.in_bin, facts.others, facts.tests),
        "csv": (table_holds(notes),),
    }
    talk.say(*held.get(kind, (FHIR_HOLDS,)))
    usual = str(facts.path_for(kind))
    typed = talk.text(f"Where to; Enter for {usual}", usual)
    force = is_there(desk.ws, typed)
    if force and not is_sure(talk, overwrite_question(typed)):
        return
    unseal = bool(facts.sealed)
    if kind == "csv":
        done = write_table(desk.ws, typed, notes=notes, force=force, unseal=unseal)
    else:
        write = export_to if kind == "json" else write_document
        done = write(desk.ws, typed, force=force, unseal=unseal)
    talk.say(written(done.path, done.size))


def write_report(desk: Desk) -> None:
    """The page for the doctor: its choices by their letters, read here, then written."""
    # The page loads what only it needs.
    from strengthcheck.plain.report import ReportTalk

    try:
        ReportTalk(desk).go()
    except BackWished:
        return


def read_aloud(desk: Desk, lines: tuple[str, ...]) -> None:
    """Some lines, then on by Enter."""
    desk.talk.say(*lines)
    desk.talk.ask(Ask("Enter goes back", usual=""))
