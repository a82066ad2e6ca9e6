"""What leaves the record for others: the page for the doctor, and the whole record as a file."""

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.talk import Ask
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.exporting import export_facts, export_to, is_there
from strengthcheck.views.asking import Question
from strengthcheck.views.export_page import overwrite_question, what_is_in_it, written


def export_record(desk: Desk) -> None:
    """Say what the file will hold, ask where, write it."""
    facts = export_facts(desk.ws)
    desk.talk.say("Export", *what_is_in_it(facts.checks, facts.in_bin, facts.others, facts.tests))
    typed = desk.talk.text(f"Where to; Enter for {facts.path}", str(facts.path))
    force = is_there(desk.ws, typed)
    if force and not is_sure(desk, overwrite_question(typed)):
        return
    done = export_to(desk.ws, typed, force=force)
    desk.talk.say(written(done.path, done.size))


def is_sure(desk: Desk, question: Question) -> bool:
    """A question that Enter answers with its first answer, which changes nothing."""
    desk.talk.say(question.title, question.text)
    answers = [(a.key, a.label) for a in question.answers]
    return desk.talk.choose("Type one; Enter for the first", answers, usual=answers[0][0]) != answers[0][0]


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
