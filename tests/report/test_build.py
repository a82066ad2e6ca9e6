import io
from datetime import date, timedelta
from typing import Any

import page as checker
import pytest
from pypdf import PdfReader

from strengthcheck.model.profile import BodyEvent
from strengthcheck.report import Built, build_page
from strengthcheck.views.doctor_page import PageChoices, doctor_page
from strengthcheck.views.page_data import PageData
from strengthcheck.views.page_words import MORE
from tests.report.samples import (
    EVENTS,
    FORM,
    HOSTILE,
    LONG,
    LOSS,
    START,
    TODAY,
    VISIT,
    kept,
    losing,
    pages,
    source,
    steady,
    told,
    year,
)

PAGES = pages()
FULL = PageChoices(today=TODAY, name=True)
TALKATIVE = FORM.model_copy(
    update=dict.fromkeys(
        ("concern", "wish", "where", "course", "medicines", "family", "past", "examinations"), LONG
    )
)


def built(page: PageData, paper: Any = "a4", day: date = TODAY) -> Built:
    return build_page(page, paper, day)


def read(made: Built) -> PdfReader:
    return PdfReader(io.BytesIO(made.pdf))


def text_of(made: Built) -> str:
    return "\n".join(p.extract_text() for p in read(made).pages)


@pytest.mark.parametrize("name", PAGES)
def test_an_independent_checker_finds_it_accessible_and_archivable(name: str) -> None:
    made = built(PAGES[name][0], day=PAGES[name][1])
    assert (made.standards, made.missing, made.shipped_fonts) == (("ua-1", "a-2a"), (), True)
    for profile in ("ua1", "2a"):
        report = checker.validate_pdf_bytes(made.pdf, profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


def test_it_has_a_title_a_language_and_text_that_can_be_selected() -> None:
    made = read(built(PAGES["one-sided-loss"][0]))
    assert made.metadata.title == "Strength checks at home"
    assert made.trailer["/Root"]["/Lang"] == "en"
    text = made.pages[0].extract_text()
    for words in ("Examined by a doctor before?", "Zoë Made-Up", "Squeeze a grip", "not an examination"):
        assert words in text


def test_a_fall_is_printed_with_its_minus_sign() -> None:
    text = text_of(built(PAGES["one-sided-loss"][0]))
    assert any(f"−{n} %" in text for n in range(20, 40))


def test_every_chart_says_in_a_sentence_what_it_shows() -> None:
    page = PAGES["one-sided-loss"][0]
    structure = read(built(page)).trailer["/Root"]["/StructTreeRoot"]
    found: list[str] = []
    stack: list[Any] = [structure]
    while stack:
        item = stack.pop().get_object()
        if isinstance(item, list):
            stack += item
        elif isinstance(item, dict):
            found += [str(item["/Alt"])] if "/Alt" in item else []
            stack += [item["/K"]] if "/K" in item and not isinstance(item["/K"], int) else []
    assert sorted(found) == sorted(p.alt for line in page.lines for p in line.chart.panels)


def test_the_same_record_and_day_give_the_same_bytes_on_every_run() -> None:
    page, day = PAGES["right-to-left"]
    assert built(page, day=day).pdf == built(page, day=day).pdf
    assert built(page, day=day + timedelta(days=1)).pdf != built(page, day=day).pdf


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("checks", [1, 2, 7, 30, 133, 260])
def test_the_first_page_holds_any_number_of_checks(checks: int, paper: str) -> None:
    made = year(losing, days=[n * 14 for n in range(checks)], seed="many")
    day = (START + timedelta(days=checks * 14)).date()
    page = doctor_page(source(made, profile=told()), FULL._replace(today=day))
    assert len(read(built(page, paper, day)).pages) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_holds_a_talkative_form_too_and_goes_on_behind(paper: str) -> None:
    page = doctor_page(
        source(year(losing), profile=told(TALKATIVE), losses=(LOSS,) * 9, visits=(VISIT,)), FULL
    )
    made = read(built(page, paper))
    first, second = made.pages[0].extract_text(), made.pages[1].extract_text()
    assert "How the checks were done" in first
    assert MORE.strip("… ") in " ".join(first.split())
    assert "Continued from page 1" in second
    assert "Main concern, continued" in second


def test_letter_paper_is_letter_paper() -> None:
    box = read(built(PAGES["steady-year"][0], "letter")).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def test_without_anything_to_go_on_with_there_is_one_page() -> None:
    for name in ("empty", "steady-year", "ten-years"):
        assert len(read(built(PAGES[name][0])).pages) == 1


@pytest.mark.parametrize("name", ["Zoë", "Łukasz", "Ελένη", "Жанна", "عائشة", "שרה", "Nguyễn Thị Ánh"])
def test_names_in_shipped_scripts_are_set_in_shipped_fonts(name: str) -> None:
    made = built(doctor_page(source(profile=told(FORM.model_copy(update={"name": name}))), FULL))
    assert (made.missing, made.shipped_fonts) == ((), True)


def test_a_character_without_a_font_is_named_and_the_page_is_plain_then() -> None:
    # An unassigned plane: no font on any machine has these two.
    name = "Made \U00012fff\U00016fff Up"
    page = doctor_page(source(), FULL).model_copy(update={"name": name})
    made = built(page)
    assert made.standards == ()
    assert set(made.missing) == {"\U00012fff", "\U00016fff"}
    assert "/MarkInfo" in read(made).trailer["/Root"]


def test_hostile_words_are_plain_words() -> None:
    form = FORM.model_copy(
        update={"concern": HOSTILE, "wish": HOSTILE, "course": HOSTILE, "name": HOSTILE[:100]}
    )
    made = built(doctor_page(source(year(steady), profile=told(form)), FULL))
    text = text_of(made)
    assert "#set text(red) $x^2$ *b* _i_ `c` @a <b>" in text
    assert not any(c in text for c in "\x1b\x00\u202e\u2066")
    assert made.standards == ("ua-1", "a-2a")


@pytest.mark.parametrize(
    ("part", "times"),
    [("x", 100_000), ("word ", 20_000), ("a\n", 40_000), ("好", 3_000), ("א", 50_000)],
    ids=["letter", "words", "lines", "wide", "right-to-left"],
)
def test_a_text_of_100_kb_neither_breaks_the_first_page_nor_is_lost(part: str, times: int) -> None:
    form = FORM.model_copy(update={"concern": part * times})
    page = doctor_page(source(year(steady)[:2], profile=told(form)), FULL)
    shown = "".join("".join(b.words.lines) for b in (page.own[0], page.continued[0]))
    assert shown.count(part[0]) >= times
    made = read(built(page))
    assert "How the checks were done" in made.pages[0].extract_text()
    assert len(made.pages) > 1


def test_notes_context_worry_and_name_are_off_unless_chosen() -> None:
    record = source(year(steady), profile=told())
    plain = text_of(built(doctor_page(record, PageChoices(today=TODAY))))
    for words in ("Zoë", "thumb twitched all evening", "Sleep", "worry before"):
        assert words not in plain
    chosen = PageChoices(today=TODAY, notes=True, context=True, worry=True, name=True)
    full = text_of(built(doctor_page(record, chosen)))
    for words in ("Zoë", "thumb twitched all evening", "Sleep 7 to 7 h", "worry before 4 to 4"):
        assert words in full


def test_the_appendix_has_the_method_the_tests_and_every_trial() -> None:
    page = doctor_page(source(year(steady), profile=told()), FULL._replace(full=True, notes=True))
    text = text_of(built(page))
    for words in ("The method", "The tests, as they were done", "does not count, slipped", "Every trial"):
        assert words in text
    assert EVENTS[0].text in text


def test_many_characters_without_a_font_are_all_named() -> None:
    # Unassigned on purpose: no font has them, and none of them reaches paper by way of the form.
    lost = [chr(0x16F00 + n) for n in range(0xA0, 0xD0)]
    page = doctor_page(source(), FULL).model_copy(update={"name": " ".join(lost)})
    made = built(page)
    assert set(made.missing) == set(lost)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_longest_names_that_can_be_given_stay_on_the_first_page(paper: str) -> None:
    made = []
    for n in range(9):
        results = [
            {
                "protocol": "grip-device",
                "object": f"{d} " + "a very long made-up name of a device " * 5,
                "trials": [{"side": s, "values": {"force": 20.0 + n}} for s in ("left", "right")],
            }
            for d in range(30)
        ]
        made.append(kept(n, n * 28, results))
    events = tuple(
        BodyEvent(on=date(2026, 1, 1 + n), what="injury", text="a made-up injury told at length " * 9)
        for n in range(20)
    )
    form = TALKATIVE.model_copy(update={"name": "N" * 200, "examined_by": "D" * 200})
    profile = told(form).model_copy(update={"events": events})
    page = doctor_page(source(tuple(made), profile=profile, losses=(LOSS,) * 20, visits=(VISIT,)), FULL)
    assert "How the checks were done" in read(built(page, paper)).pages[0].extract_text()
