"""The form for the doctor, line by line."""

from datetime import date

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.form import SYMPTOMS, DoctorForm
from strengthcheck.model.profile import Visit
from strengthcheck.views import form_page as view
from tests.report.samples import FORM

TODAY = date(2026, 11, 26)
EMPTY = DoctorForm()


def hints(form: DoctorForm) -> dict[str, str]:
    return {row.name: row.hint for row in view.form_rows(form)}


def test_an_empty_form_has_every_line_open_and_nothing_to_empty() -> None:
    assert set(hints(EMPTY).values()) == {""}
    assert "empty" not in hints(EMPTY)
    assert view.filled(EMPTY) == 0


def test_a_filled_form_shows_the_beginning_of_each_line() -> None:
    told = hints(FORM)
    assert told["concern"].startswith("My right hand has become")
    assert told["began"] == "Began gradually Apr 2026."
    assert told["since"].startswith("Since then: worse.")
    assert told["functions"].startswith("opening jars; ")
    assert told["symptoms"] == "2 there, 5 not there"
    assert told["examined"].startswith("yes · Dr Made-Up")
    assert view.filled(FORM) == view.lines_of_form()
    assert all(len(hint) <= view.MOST_HINT for hint in told.values())


def test_what_the_page_has_from_elsewhere_stands_in_the_form_too_and_counts_as_nothing_written() -> None:
    visit = Visit(on=date(2026, 5, 12), who="my GP", found="nothing")
    before = view.ToldBefore(("the big pan (right)",), "nothing known", True, (visit,))
    told = {row.name: row.hint for row in view.form_rows(EMPTY, before)}
    assert told["functions"] == "told before: the big pan (right)"
    assert told["family"] == "told before: nothing known"
    assert told["examined"].startswith("told before: yes · my GP")
    assert view.filled(EMPTY) == 0
    written = {row.name: row.hint for row in view.form_rows(FORM, before)}
    assert not any("told before" in hint for hint in written.values())


def test_after_a_loss_was_told_the_list_of_losses_does_not_say_that_nothing_is_there() -> None:
    losses = ("the big pan (right)", "stairs")
    lead = view.functions_lead(EMPTY, losses)
    assert lead == "Told already, and on the page: the big pan (right); stairs."
    assert view.functions_lead(FORM, losses) == lead
    assert view.functions_lead(EMPTY, ()) == view.NOTHING_WRITTEN
    assert view.functions_lead(FORM, ()) == ""


def test_no_two_lines_share_a_key() -> None:
    keys = [row.key for row in view.form_rows(FORM)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", view.PROSE)
def test_each_free_text_is_taken_and_can_be_emptied(name: str) -> None:
    told = view.with_text(EMPTY, name, "  made up\nin two lines \n")
    assert getattr(told, name) == "made up\nin two lines"
    assert view.with_text(told, name, "") == EMPTY


def test_a_beginning_may_be_a_month_or_stay_open_but_lies_not_ahead() -> None:
    assert view.began_on("April 2026", TODAY) == date(2026, 4, 1)
    assert view.began_on(" ", TODAY) is None
    with pytest.raises(NotAValue):
        view.began_on("May 2027", TODAY)


def test_every_question_can_be_answered_again_and_left_open_again() -> None:
    for name, question in (
        ("began", view.began_question),
        ("since_then", view.since_question),
        ("examined", view.examined_question),
        ("emg", view.emg_question),
    ):
        for answer in question(EMPTY).answers:
            told = view.answered(EMPTY, name, answer.name)
            assert question(told).now == answer.name
            assert view.answered(told, name, view.OPEN) == EMPTY


def test_who_examined_goes_with_the_examination() -> None:
    told = view.with_examiner(view.answered(EMPTY, "examined", "yes"), " my  GP ")
    assert told.examined_by == "my GP"
    assert view.answered(told, "examined", "no").examined_by is None


def test_what_is_there_is_never_also_not_there() -> None:
    told = view.with_symptoms(EMPTY, "absent", ("cramps", "pain"))
    told = view.with_symptoms(told, "present", ("pain",))
    assert (told.present, told.absent) == (("pain",), ("cramps",))
    assert "pain" not in dict(view.symptom_lines(told, asked="absent"))
    assert list(dict(view.symptom_lines(told, asked="present"))) == list(SYMPTOMS)


@pytest.mark.parametrize("sign", ["swallowing", "breathing", "bladder", "eyes"])
def test_a_sign_that_should_not_wait_is_said_once_when_it_is_marked(sign: str) -> None:
    told = view.with_symptoms(EMPTY, "present", (sign,))
    assert "call a doctor today" in view.urgent_words(EMPTY, told)
    assert view.urgent_words(told, told) == ""
    assert view.urgent_words(EMPTY, view.with_symptoms(EMPTY, "present", ("cramps",))) == ""


def test_a_change_in_daily_life_is_added_changed_and_taken_out() -> None:
    facts = view.function_facts(" fastening  buttons ", "June 2026", TODAY)
    told = view.with_function(EMPTY, None, view.function_of(*facts, "lost", "right"))
    assert view.function_rows(told) == ("fastening buttons (right): lost, since Jun 2026",)
    told = view.with_function(told, 0, view.function_of("buttons", None, "harder", view.OPEN))
    assert view.function_rows(told) == ("buttons: harder",)
    assert view.without_function(told, 0) == EMPTY
    with pytest.raises(NotAValue, match="such as fastening buttons"):
        view.function_facts(" ", "", TODAY)
