import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.model.form import DoctorForm, FunctionChange
from strengthcheck.model.profile import Visit
from strengthcheck.views.page_words import (
    MORE,
    block,
    course_text,
    examined_text,
    functions_text,
    line,
    on_paper,
    symptoms_text,
    words,
)
from tests.report.samples import FORM, LOSS, VISIT


def letters(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


@given(st.text(alphabet="ab \n好é", max_size=900), st.integers(20, 300))
def test_what_has_no_room_goes_on_and_nothing_is_lost(text: str, room: int) -> None:
    shown, rest = block("Course", text, room)
    head = letters("".join(shown.words.lines))
    if rest is None:
        assert head == letters(text)
        assert not shown.continued
    else:
        assert rest.title == "Course, continued"
        tail = letters("".join(rest.words.lines)).removeprefix("…")
        assert head.removesuffix(letters(MORE)) + tail == letters(text)


def test_a_text_is_cut_between_words() -> None:
    shown, rest = block("Course", "one two three four five six", 16)
    assert shown.words.lines == ("one two three" + MORE,)
    assert rest is not None
    assert rest.words.lines == ("… four five six",)


def test_what_fits_is_left_as_it_is() -> None:
    shown, rest = block("Course", "one two\nthree", 300)
    assert (shown.words.lines, rest) == (("one two", "three"), None)


@pytest.mark.parametrize(
    ("text", "rtl"), [("hand", False), ("يدي", True), ("שרה", True), ("12 يدي", True), ("", False)]
)
def test_a_text_runs_as_its_script_does(text: str, rtl: bool) -> None:
    assert words(text).rtl is rtl


def test_a_long_run_of_letters_may_break_but_no_letter_loses_its_mark() -> None:
    broken = line("e\u0301" * 40)
    assert "\u200b" in broken
    assert "\u200b\u0301" not in broken
    assert line("short words stay") == "short words stay"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2J", "a⟨U+001B⟩[2J"),
        ("\x7f", "⟨U+007F⟩"),
        ("\ue000x", "⟨U+E000⟩x"),
        ("\u202egip", "⟨U+202E⟩gip"),
        ("two\r\nlines", "two\nlines"),
    ],
)
def test_what_has_no_glyph_stands_as_its_number(text: str, shown: str) -> None:
    assert on_paper(text) == shown


@given(st.text(max_size=200))
def test_no_text_brings_anything_unprintable_to_paper(text: str) -> None:
    shown = on_paper(text).replace("\n", "")
    assert {unicodedata.category(c) for c in shown}.isdisjoint({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
    assert not any(c in shown for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_the_course_is_told_in_one_line() -> None:
    assert course_text(FORM) == (
        "Began gradually Apr 2026; since then: worse. Noticed with keys first, later with the pan."
    )
    assert course_text(DoctorForm(course="It just began.")) == "It just began."
    assert course_text(DoctorForm(since_then="comes_and_goes")) == "Since then: comes and goes."
    assert course_text(DoctorForm()) == ""


def test_losses_stand_with_their_dates_from_the_form_and_as_told() -> None:
    form = DoctorForm(
        functions=(FunctionChange(task="jars", how="lost", side="both", since=date(2026, 9, 1)),)
    )
    told = functions_text(form, (LOSS,)).split("\n")
    assert told[0] == "jars (both sides): lost, since Sep 2026"
    assert told[1].startswith("holding the pan (right): only with a trick")
    assert "told 2 Oct 2026" in told[1]


def test_a_symptom_that_was_not_answered_is_neither_present_nor_absent() -> None:
    told = symptoms_text(DoctorForm(present=("cramps",), absent=("cramps", "pain")))
    assert told == "Present: cramps\nAbsent: pain"
    assert symptoms_text(DoctorForm()) == ""


@pytest.mark.parametrize(
    ("form", "seen", "visits", "shown"),
    [
        (DoctorForm(), None, (), "not answered"),
        (DoctorForm(), True, (), "yes"),
        (DoctorForm(examined=False), True, (), "no"),
        (DoctorForm(emg="done"), None, (), "not answered · EMG done"),
        (FORM, None, (VISIT,), "yes · Dr Made-Up, GP, 12 May 2026 · EMG not done"),
        (
            DoctorForm(),
            None,
            (VISIT, Visit(on=date(2026, 6, 1), who="Dr Other Made-Up", found="nothing")),
            "yes · Dr Other Made-Up, 1 Jun 2026 (found no weakness)",
        ),
    ],
)
def test_whether_a_doctor_looked_is_near_the_top(form, seen, visits, shown) -> None:
    assert examined_text(form, seen, visits) == shown
