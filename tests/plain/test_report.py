"""The page for the doctor by lines: single tests, and the whole form."""

from datetime import date
from pathlib import Path

from strengthcheck.model.form import DoctorForm
from strengthcheck.services.demo import write_demo
from strengthcheck.services.reporting import form_of, save_form
from tests.plain.people import choosing, talk_through
from tests.services.rooms import NOW, StandingClock, opened


def flat(said: str) -> str:
    return " ".join(said.split())


def form_after(folder: Path, *lines: str) -> tuple[DoctorForm, str]:
    """What stands in the form after these lines in it, and what was said."""
    said = talk_through(folder, choosing("Page for a doctor", "Your own words", *lines))
    with opened(folder, read_only=True) as ws:
        return form_of(ws), flat(said)


def test_single_tests_are_chosen_for_the_page(tmp_path: Path) -> None:
    write_demo("steady", str(tmp_path), {}, StandingClock(NOW))
    lines = ("Page for a doctor", "Tests: all", "=99 1, 2", "=", "Read the page", "=", "=b")
    said = flat(talk_through(tmp_path, choosing(*lines)))
    assert "Type numbers from 1 to" in said
    assert "1 Lift and hold a thick book: yes" in said
    assert "1 Lift and hold a thick book: no" in said
    assert "Tests: 4 of 6" in said


def test_before_any_test_there_is_none_to_choose(tmp_path: Path) -> None:
    said = talk_through(tmp_path, choosing("Page for a doctor", "Tests: none", "=b"))
    assert "No test was done yet." in said


def test_a_period_that_cannot_be_read_is_asked_for_anew_and_nothing_chosen_is_lost(tmp_path: Path) -> None:
    lines = ("Page for a doctor", "Notes of the checks", "Period", "Two dates", "=soon")
    said = flat(talk_through(tmp_path, choosing(*lines, "=1 October", "=1 November", "=b")))
    assert "Period: 1 Oct 26 to 1 Nov 26" in said
    assert "Notes of the checks: in it" in said.rpartition("Period: 1 Oct")[2]


def test_without_a_name_none_is_put_on_the_page_and_the_paper_is_kept(tmp_path: Path) -> None:
    said = flat(talk_through(tmp_path, choosing("Page for a doctor", "Name or initials", "=", "Paper", "=b")))
    assert "Name or initials: in it" not in said
    assert said.count("Paper: A4") == 2
    again = flat(talk_through(tmp_path, choosing("Page for a doctor", "=b")))
    assert "Paper: Letter" in again


def test_a_dash_where_nothing_stands_is_nothing_and_is_not_offered(tmp_path: Path) -> None:
    form, said = form_after(tmp_path, "What I would like", "=-", "=b", "=b")
    assert form.wish == ""
    assert "Your words; Enter leaves it empty >" in said


def test_when_it_began_and_how_it_went_are_told(tmp_path: Path) -> None:
    form, _ = form_after(
        tmp_path,
        "When it began",
        "=never",
        "=April 2026",
        "Gradually",
        "How it went",
        "Worse",
        "=slowly",
        "=b",
    )
    assert (form.began_on, form.began) == (date(2026, 4, 1), "gradually")
    assert (form.since_then, form.course) == ("worse", "slowly")


def test_enter_leaves_what_stands_and_a_dash_takes_it_away(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        save_form(ws, DoctorForm(began="suddenly", since_then="same", wish="an answer", course="as told"))
    form, said = form_after(tmp_path, "How it went", "=", "=", "What I would like", "=-", "=b")
    assert (form.began, form.since_then, form.course, form.wish) == ("suddenly", "same", "as told", "")
    assert "Now: an answer" in said


def test_symptoms_are_marked_as_there_or_not_and_an_urgent_one_is_spoken_of(tmp_path: Path) -> None:
    form, said = form_after(tmp_path, "Symptoms", "swallow", "=", "=1", "=", "=b")
    assert form.present == ("swallowing",)
    assert len(form.absent) == 1
    from strengthcheck.wording.doctor import FORM_URGENT

    assert flat(FORM_URGENT.text) in said


def test_going_back_from_the_second_list_keeps_the_first_and_still_speaks_of_it(tmp_path: Path) -> None:
    form, said = form_after(tmp_path, "Symptoms", "swallow", "=", "=b", "=b")
    assert (form.present, form.absent) == (("swallowing",), ())
    from strengthcheck.wording.doctor import FORM_URGENT

    assert flat(FORM_URGENT.text) in said


def test_daily_life_is_written_down_changed_and_taken_out(tmp_path: Path) -> None:
    form, said = form_after(
        tmp_path, "Lost or harder", "=n", "=", "=", "=buttons", "=June 2026", "It is harder", "Left",
        "=n", "=keys", "=", "no longer", "No side", "1  ", "=", "=", "It goes as ever", "=",
        "=x", "=2", "Yes, take", "=b", "=b",
    )  # fmt: skip
    (one,) = form.functions
    assert (one.task, one.how, one.side, one.since) == ("buttons", "unchanged", "left", date(2026, 6, 1))
    assert "Write what it is" in said


def test_who_examined_is_asked_only_after_a_yes(tmp_path: Path) -> None:
    form, _ = form_after(
        tmp_path, "Examined by a doctor", "Yes", "=my GP", "1  Yes, an", "Name or initials", "=A. B.", "=b"
    )
    assert (form.examined, form.examined_by, form.emg, form.name) == (True, "my GP", "done", "A. B.")
    form, _ = form_after(tmp_path, "Examined by a doctor", "2  No", "3  ", "=b")
    assert (form.examined, form.examined_by, form.emg) == (False, None, None)


def test_the_whole_form_is_emptied_only_after_a_yes(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        save_form(ws, DoctorForm(concern="twitching"))
    form, _ = form_after(tmp_path, "Empty the form", "=", "=b")
    assert form.concern == "twitching"
    form, _ = form_after(tmp_path, "Empty the form", "Yes", "=b")
    assert form == DoctorForm()
