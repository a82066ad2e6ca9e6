"""The page for the doctor, line by line: what is in it is chosen, read here first, and then written."""

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.questions import is_sure
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.exporting import is_there
from strengthcheck.services.reporting import (
    form_of,
    page_facts,
    page_for_doctor,
    pdf_for_doctor,
    save_form,
    write_page,
)
from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.export_page import overwrite_question
from strengthcheck.views.form_page import LEAD as FORM_LEAD
from strengthcheck.views.form_page import PROSE, with_name
from strengthcheck.views.page_holds import page_holds
from strengthcheck.views.page_text import preview
from strengthcheck.views.report_page import (
    LEAD,
    SWITCHES,
    PageFacts,
    Wanted,
    missing_question,
    page_written,
    period_named,
    period_question,
    report_rows,
    sealed_note,
    sealed_question,
    switched,
    typed_period,
)

HERE = frozenset({*SWITCHES, "paper", "form", "read", "write", "period", "name"})
"""What can be chosen here; single tests are chosen on the full screen or by `strengthcheck report`."""


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
        while True:
            facts = page_facts(self._desk.ws)
            rows = [r for r in report_rows(self._wanted, facts) if r.name in HERE]
            page = page_for_doctor(self._desk.ws, self._wanted.choices, unseal=True)
            talk.say(*page_holds(page, self._wanted.choices))
            talk.say(sealed_note(facts.sealed, facts.today) if facts.sealed else "")
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
                self._form()
            case "read":
                self._read(facts)
            case "write":
                return self._write(facts)
            case "period":
                self._period(facts)
            case "name":
                self._name(facts)
            case _:
                self._wanted = switched(self._wanted, name)
        return False

    def _read(self, facts: PageFacts) -> None:
        if facts.sealed is None:
            page = page_for_doctor(self._desk.ws, self._wanted.choices)
            read_aloud(self._desk, tuple(preview(page)))

    def _period(self, facts: PageFacts) -> None:
        talk = self._desk.talk
        question = period_question(facts)
        talk.say(question.title, question.text)
        key = talk.choose("A number", [(a.key, f"{a.label} {a.hint}".strip()) for a in question.answers])
        name = next(a.name for a in question.answers if a.key == key)
        if name != "typed":
            self._wanted = period_named(self._wanted, name, facts)
            return
        since = talk.text("From, such as 24 November; Enter leaves it open")
        until = talk.text("Up to; Enter leaves it open")
        self._wanted = typed_period(self._wanted, since, until, facts.today)

    def _name(self, facts: PageFacts) -> None:
        """A name or initials, kept in the form; asked for when it is to be printed and there is none."""
        if not self._wanted.choices.name and not facts.form.name:
            name = self._desk.talk.text("Name or initials")
            save_form(self._desk.ws, with_name(facts.form, name))
        self._wanted = switched(self._wanted, "name")

    def _form(self) -> None:
        """One's own words, by question; everything may stay empty."""
        talk = self._desk.talk
        talk.say(FORM_LEAD)
        names = list(PROSE)
        while True:
            form = form_of(self._desk.ws)
            options = [
                (str(i), f"{PROSE[n].title}: {getattr(form, n) or 'empty'}") for i, n in enumerate(names, 1)
            ]
            try:
                name = names[int(talk.choose("A number; b goes back", options)) - 1]
                talk.say(PROSE[name].lead)
                told = talk.text("Enter leaves it as it is, - takes it away", getattr(form, name))
            except BackWished:
                return
            save_form(self._desk.ws, form.model_copy(update={name: told}))

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
        desk.talk.say(page_written(done.path, done.size))
        return True
