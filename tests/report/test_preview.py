import re

import pytest

from strengthcheck.model.profile import Profile
from strengthcheck.views.doctor_page import PageChoices, doctor_page
from strengthcheck.views.page_holds import held_words, missing_words, page_holds
from strengthcheck.views.page_text import preview
from tests.report.samples import FORM, LONG, TODAY, pages, source, steady, told, year


@pytest.mark.parametrize("name", pages())
def test_the_preview_has_every_figure_of_the_page(name: str) -> None:
    page = pages()[name][0]
    text = "\n".join(preview(page))
    for line in page.lines:
        for side in line.sides:
            latest = f"latest {side.latest.text} on {side.latest_on}"
            assert (f"usual {side.usual.text}, {latest}" if side.usual.text != "–" else f": {latest}") in text
            told = side.change.text
            rungs = "same rung as usual, " if told == "same rung" else f"{told}, "
            changed = "    " if told == "–" else rungs if "rung" in told else f"change {told}, "
            assert f"{changed}{side.standing}" in text or not side.standing
    assert not re.search(r"change (same|\d+ rung)", text)
    assert page.footer in text
    assert all(key in text for key in page.keys)
    assert "\u200b" not in text


def test_what_has_no_figure_yet_is_not_read_out_as_a_dash_and_each_test_stands_by_itself() -> None:
    page = doctor_page(source(year(steady)[:1]), PageChoices(today=TODAY))
    lines = preview(page)
    assert page.lines
    assert sum("too few" in line.lower() for line in lines) == 1
    assert not any("–," in line or "usual –" in line for line in lines)
    first = next(i for i, line in enumerate(lines) if line.startswith(page.lines[0].test))
    assert lines[first - 1] == ""


def test_the_preview_of_an_empty_record_says_what_is_to_be_written_by_hand() -> None:
    text = "\n".join(preview(doctor_page(source(), PageChoices(today=TODAY))))
    assert "Main concern: (room to write by hand)" in text
    assert "No check with a value in this period." in text


def test_the_preview_tells_what_follows_from_page_2_on() -> None:
    form = FORM.model_copy(update={"concern": LONG})
    choices = PageChoices(today=TODAY, full=True)
    text = "\n".join(preview(doctor_page(source(year(steady), profile=told(form)), choices)))
    assert "From page 2 on: what had no room here, every try, the method and the tests." in text


def test_one_note_is_one_note() -> None:
    page = doctor_page(source(year(steady)), PageChoices(today=TODAY, notes=True))
    noted = page.model_copy(update={"notes": page.own[:1]})
    assert "From page 2 on: 1 note." in preview(noted)


def test_what_is_not_chosen_is_named_as_not_in_it() -> None:
    choices = PageChoices(today=TODAY, worry=True)
    held, without = page_holds(doctor_page(source(), choices), choices)
    assert "worry before the checks" in held
    assert "an empty form, with room to write by hand; no test, as none was done" in held
    assert "your notes" in without
    chosen = choices._replace(notes=True, context=True, name=True)
    assert len(page_holds(doctor_page(source(), chosen), chosen)) == 1


def test_the_hand_and_the_year_of_birth_are_promised_only_where_they_are_known() -> None:
    choices = PageChoices(today=TODAY)
    held = held_words(doctor_page(source(profile=Profile()), choices), choices)
    assert held == "It holds: an empty form, with room to write by hand; no test, as none was done."
    left = held_words(doctor_page(source(profile=Profile(handedness="left")), choices), choices)
    assert left.endswith("; about you: left-handed.")


def test_the_tests_in_the_file_are_as_many_as_were_done() -> None:
    choices = PageChoices(today=TODAY)
    page = doctor_page(source(year(steady)), choices)
    done = {result.protocol for k in year(steady) for result in k.check.results}
    drawn = len({line.protocol for line in page.lines})
    assert drawn < len(page.lines)  # one of them has a line for each part
    assert drawn + page.named == len(done)
    assert f"{drawn} tests with charts" in held_words(page, choices)


def test_missing_characters_are_named_with_their_numbers() -> None:
    assert missing_words(("李",)).startswith("No font on this computer has 李 (U+674E); on the page")
    assert " and 2 more" in missing_words(tuple("一二三四五六七八九十"))
