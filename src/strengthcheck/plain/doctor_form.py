"""The form for the doctor, line by line: one's own words each answer kept when it is given."""

from collections.abc import Callable
from datetime import date

from strengthcheck.model.form import DoctorForm
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import (
    FormLine,
    answer_of,
    by_number,
    filled,
    is_sure,
    marked,
    picked,
    stays,
)
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.reporting import form_of, save_form, told_before
from strengthcheck.views import form_page as view
from strengthcheck.views.asking import Question
from strengthcheck.views.page_words import day_text, since_text


def doctor_form(desk: Desk) -> None:
    """Until it is left. Everything may stay empty."""
    desk.talk.say("Your words for the doctor", view.LEAD)
    while True:
        rows = [
            (r.name, f"{r.label}: {r.hint or 'empty'}" if r.name != "empty" else r.label)
            for r in view.form_rows(form_of(desk.ws), told_before(desk.ws))
        ]
        try:
            name = by_number(desk.talk, rows)
        except BackWished:
            return
        try:
            _ask(desk, name)
        except BackWished:
            continue


def _ask(desk: Desk, name: str) -> None:
    """One line of it. Raises BackWished; what was answered before stays."""
    match name:
        case "began":
            _began(desk)
        case "since":
            _answered(desk, "since_then", view.since_question)
            _prose(desk, "course")
        case "functions":
            _functions(desk)
        case "symptoms":
            _symptoms(desk)
        case "examined":
            _examined(desk)
        case "name":
            before = form_of(desk.ws).name or ""
            told = desk.talk.text(f"Name or initials; {stays(before)}", before)
            save_form(desk.ws, view.with_name(form_of(desk.ws), told))
        case "empty":
            if is_sure(desk.talk, view.empty_question()):
                save_form(desk.ws, DoctorForm())
        case _:
            _prose(desk, name)


def _prose(desk: Desk, name: str) -> None:
    form, part = form_of(desk.ws), view.PROSE[name]
    desk.talk.say(part.title, part.lead)
    before = getattr(form, name)
    desk.talk.say(f"Now: {before}" if before else "")
    save_form(desk.ws, view.with_text(form, name, desk.talk.text(f"Your words; {stays(before)}", before)))


def _answered(desk: Desk, name: str, question: Callable[[DoctorForm], Question]) -> DoctorForm:
    """One question asked and its answer kept; the form as it is now."""
    form = form_of(desk.ws)
    now = view.answered(form, name, answer_of(desk.talk, question(form)))
    save_form(desk.ws, now)
    return now


def _began(desk: Desk) -> None:
    form, today = form_of(desk.ws), desk.clock.now().date()
    before = since_text(form.began_on) if form.began_on else ""
    desk.talk.say(view.BEGAN.title, view.BEGAN.lead)

    def read(text: str) -> date | None:
        return view.began_on(text, today)

    lines = (FormLine("began", "When, such as April 2026", before, read),)
    began = filled(desk.talk, lines, lambda typed: read(typed["began"]))
    save_form(desk.ws, form.model_copy(update={"began_on": began}))
    _answered(desk, "began", view.began_question)


def _examined(desk: Desk) -> None:
    form = _answered(desk, "examined", view.examined_question)
    if form.examined:
        desk.talk.say(view.EXAMINER.title, view.EXAMINER.lead)
        before = form.examined_by or ""
        told = desk.talk.text(f"Who it was; {stays(before)}", before)
        save_form(desk.ws, view.with_examiner(form, told))
    _answered(desk, "emg", view.emg_question)


def _symptoms(desk: Desk) -> None:
    """What is there, what surely is not; a sign that should not wait is spoken of, also on the way back."""
    before = form_of(desk.ws)
    try:
        for asked, title, text in view.SYMPTOMS_ASKED:
            form = form_of(desk.ws)
            now = form.present if asked == "present" else form.absent
            names = marked(desk.talk, title, text, view.symptom_lines(form, asked=asked), now)
            save_form(desk.ws, view.with_symptoms(form, asked, names))
    finally:
        desk.talk.say(view.urgent_words(before, form_of(desk.ws)))


def _functions(desk: Desk) -> None:
    """What is lost or harder in daily life: written down, changed, taken out."""
    while True:
        form = form_of(desk.ws)
        rows = view.function_rows(form)
        lead = view.functions_lead(form, told_before(desk.ws).losses)
        desk.talk.say(
            "Lost or harder in daily life", lead, *(f"{i}  {text}" for i, text in enumerate(rows, 1))
        )
        words = [("n", "write something down")] + ([("x", "take one out")] if rows else [])
        try:
            key = picked(desk.talk, len(rows), words, "A number changes a line; b goes back")
        except BackWished:
            return
        try:
            _function(desk, key, len(rows))
        except BackWished:
            continue


def _function(desk: Desk, key: str, count: int) -> None:
    """One line of daily life: a new one, another wording of one, or one fewer."""
    if key == "x":
        at = int(picked(desk.talk, count, what="Which one? A number; b goes back")) - 1
        if is_sure(desk.talk, view.remove_question(form_of(desk.ws), at)):
            save_form(desk.ws, view.without_function(form_of(desk.ws), at))
        return
    place = None if key == "n" else int(key) - 1
    form, today = form_of(desk.ws), desk.clock.now().date()
    before = None if place is None else form.functions[place]
    since = day_text(before.since) if before and before.since else ""
    lines = (
        FormLine(
            "task",
            "What, such as fastening buttons",
            before.task if before else "",
            lambda text: view.function_facts(text, "", today),
            needed=True,
        ),
        FormLine("since", "Since when, such as June 2026", since, lambda text: view.began_on(text, today)),
    )
    facts = filled(desk.talk, lines, lambda typed: view.function_facts(typed["task"], typed["since"], today))
    how = answer_of(desk.talk, view.how_question(facts.task, before.how if before else None))
    side = answer_of(desk.talk, view.side_question(before.side if before else None))
    save_form(desk.ws, view.with_function(form, place, view.function_of(*facts, how, side)))
