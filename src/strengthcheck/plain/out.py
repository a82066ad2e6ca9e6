"""What leaves the record for others: the page for the doctor, and the whole record as a file."""

from strengthcheck.host.files import write_private
from strengthcheck.plain.desk import Desk
from strengthcheck.services.exporting import export_facts, export_to, is_there, path_of
from strengthcheck.views.export_page import overwrite_question, what_is_in_it, written


def export_record(desk: Desk) -> None:
    """Say what the file will hold, ask where, write it."""
    facts = export_facts(desk.ws)
    desk.talk.say("Export", *what_is_in_it(facts.checks, facts.in_bin, facts.others, facts.tests))
    typed = desk.talk.text(f"Where to; Enter for {facts.path}", str(facts.path))
    force = is_there(desk.ws, typed)
    if force and not _may_replace(desk, typed):
        return
    done = export_to(desk.ws, typed, force=force)
    desk.talk.say(written(done.path, done.size))


def write_report(desk: Desk) -> None:
    """The page for the doctor: since when, what else to print, where to."""
    # The page loads what only it needs.
    from strengthcheck.services.reporting import page_for_doctor, pdf_for_doctor
    from strengthcheck.views.doctor_page import PageChoices
    from strengthcheck.views.page_holds import missing_words, page_holds

    talk, today = desk.talk, desk.clock.now().date()
    talk.say("The page for the doctor")
    choices = PageChoices(
        today=today,
        notes=talk.yes("Your notes of the checks on it? Enter for no", usual=False),
        worry=talk.yes("Worry before the checks on it? Enter for no", usual=False),
        full=talk.yes("Every trial from page 2 on? Enter for no", usual=False),
    )
    page = page_for_doctor(desk.ws, choices)
    talk.say(*page_holds(page, choices))
    usual = str(export_facts(desk.ws).path.parent / f"strengthcheck-{today}.pdf")
    typed = talk.text(f"Where to; Enter for {usual}", usual)
    path = path_of(typed)
    force = path.is_file()
    if force and not _may_replace(desk, typed):
        return
    talk.say("One moment.")
    built = pdf_for_doctor(page, desk.settings.read().paper, today)
    if built.missing:
        talk.say(missing_words(built.missing))
    write_private(path, built.pdf, force=force)
    talk.say(written(path, len(built.pdf)))


def _may_replace(desk: Desk, typed: str) -> bool:
    question = overwrite_question(typed)
    desk.talk.say(question.title, question.text)
    return desk.talk.choose("n or y", [(a.key, a.label) for a in question.answers], usual="n") == "y"
