"""The page for the doctor, line by line: what is in it is chosen, read here first, and then written."""

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.doctor_form import doctor_form
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.questions import answer_of, filled, is_sure, marked, two_dates
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.exporting import is_there
from strengthcheck.services.reporting import (
    page_facts,
    page_for_doctor,
    pdf_for_doctor,
    save_form,
    write_page,
)
from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.export_page import overwrite_question
from strengthcheck.views.form_page import with_name
from strengthcheck.views.page_holds import held_words
from strengthcheck.views.page_text import preview
from strengthcheck.views.report_page import (
    LEAD,
    NO_TEST_YET,
    WHICH_TESTS,
    PageFacts,
    Wanted,
    marked_tests,
    missing_question,
    page_written,
    period_named,
    period_question,
    report_rows,
    sealed_note,
    sealed_question,
    switched,
    typed_period,
    with_tests,
)


class ReportTalk:
    """One page in the making."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        choices = PageChoices(today=desk.clock.now().date())
        self._wanted = Wanted(choices, desk.settings.read().paper)

    def go(self) -> None:
        """Choose until it is written or left."""
        talk = self._desk.talk
        talk.say("Page for a doctor", LEAD)
        heard = ""
        while True:
            facts = page_facts(self._desk.ws)
            rows = report_rows(self._wanted, facts)
            page = page_for_doctor(self._desk.ws, self._wanted.choices, unseal=True)
            talk.say(sealed_note(facts.sealed, facts.today) if facts.sealed else "")
            held = held_words(page, self._wanted.choices, sealed=bool(facts.sealed))
            talk.say(held if held != heard else "")
            heard = held
            options = [(r.key, f"{r.label}: {r.hint}" if r.hint else r.label) for r in rows]
            key = talk.choose("A letter; b goes back", options)
            try:
                if self._chosen(next(r.name for r in rows if r.key == key), facts):
                    return
            except BackWished:
                continue

    def _chosen(self, name: str, facts: PageFacts) -> bool:
        """Do one thing; True when the page is written."""
        match name:
            case "form":
                doctor_form(self._desk)
            case "read":
                self._read(facts)
            case "write":
                return self._write(facts)
            case "tests":
                self._tests(facts)
            case "period":
                self._period(facts)
            case "name":
                self._name(facts)
            case "paper":
                self._paper()
            case _:
                self._wanted = switched(self._wanted, name)
        return False

    def _paper(self) -> None:
        """The other size, kept for the next time."""
        self._wanted = switched(self._wanted, "paper")
        settings = self._desk.settings
        self._desk.talk.say(settings.write(settings.read()._replace(paper=self._wanted.paper)) or "")

    def _read(self, facts: PageFacts) -> None:
        if facts.sealed is None:
            page = page_for_doctor(self._desk.ws, self._wanted.choices)
            read_aloud(self._desk, preview(page), "Enter goes back")

    def _period(self, facts: PageFacts) -> None:
        talk, wanted = self._desk.talk, self._wanted
        name = answer_of(talk, period_question(facts))
        if name != "typed":
            self._wanted = period_named(wanted, name, facts)
            return
        self._wanted = filled(
            talk,
            two_dates(facts.today),
            lambda typed: typed_period(wanted, typed["since"], typed["until"], facts.today),
        )

    def _name(self, facts: PageFacts) -> None:
        """A name or initials, kept in the form; asked for when it is to be printed and there is none."""
        if not self._wanted.choices.name and not facts.form.name:
            name = self._desk.talk.text("Name or initials")
            if not name:
                return
            save_form(self._desk.ws, with_name(facts.form, name))
        self._wanted = switched(self._wanted, "name")

    def _tests(self, facts: PageFacts) -> None:
        if not facts.tests:
            self._desk.talk.say(NO_TEST_YET)
            return
        now = marked_tests(self._wanted.choices, facts)
        names = marked(self._desk.talk, *WHICH_TESTS, facts.tests, now)
        self._wanted = with_tests(self._wanted, names, facts)

    def _write(self, facts: PageFacts) -> bool:
        desk, today = self._desk, facts.today
        if facts.sealed is not None and not is_sure(desk.talk, sealed_question(facts.sealed, today)):
            return False
        typed = desk.talk.text(f"Where to; Enter for {facts.path}", str(facts.path))
        force = is_there(desk.ws, typed)
        if force and not is_sure(desk.talk, overwrite_question(typed)):
            return False
        desk.talk.say("One moment.")
        page = page_for_doctor(desk.ws, self._wanted.choices, unseal=facts.sealed is not None)
        built = pdf_for_doctor(page, self._wanted.paper, today)
        if built.missing and not is_sure(desk.talk, missing_question(built.missing)):
            return False
        done = write_page(built, typed, force=force)
        read_aloud(desk, [page_written(done.path, done.size)])
        return True
