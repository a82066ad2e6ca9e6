"""The Report screen's choices."""

from datetime import date
from pathlib import Path

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.form import DoctorForm
from strengthcheck.views import report_page as view
from strengthcheck.views.doctor_page import PageChoices
from tests.report.samples import FORM

TODAY = date(2026, 11, 26)
FACTS = view.PageFacts(
    today=TODAY,
    last_visit=date(2026, 5, 12),
    tests=(("grip-device", "Squeeze a grip device"), ("stairs", "Walk up a flight of stairs")),
    form=DoctorForm(),
    path=Path("/made/up/page.pdf"),
    sealed=None,
)
START = view.Wanted(PageChoices(today=TODAY))


def hints(wanted: view.Wanted, facts: view.PageFacts = FACTS) -> dict[str, str]:
    return {row.name: row.hint for row in view.report_rows(wanted, facts)}


def test_at_first_nothing_private_is_in_it() -> None:
    told = hints(START)
    assert {told[n] for n in ("notes", "context", "worry", "name", "full")} == {"not in it"}
    assert (told["period"], told["tests"], told["paper"]) == ("all of it", "all 2", "A4")


@pytest.mark.parametrize("name", [*view.SWITCHES, "paper", "name"])
def test_every_switch_changes_one_line_and_goes_back(name: str) -> None:
    facts = FACTS._replace(form=FORM)
    once = view.switched(START, name)
    changed = {n for n, hint in hints(once, facts).items() if hint != hints(START, facts)[n]}
    assert changed == {name}
    assert view.switched(once, name) == START


def test_no_two_lines_share_a_key() -> None:
    keys = [row.key for row in view.report_rows(START, FACTS)]
    assert len(set(keys)) == len(keys)


def test_a_period_is_chosen_by_one_key_or_typed() -> None:
    since = {a: view.period_named(START, a, FACTS).choices.since for a in ("all", "year", "half", "visit")}
    assert since == {
        "all": None,
        "year": date(2025, 11, 26),
        "half": date(2026, 5, 27),
        "visit": date(2026, 5, 12),
    }
    typed = view.typed_period(START, "1 March 2026", "yesterday", TODAY)
    assert (typed.choices.since, typed.choices.until) == (date(2026, 3, 1), date(2026, 11, 25))
    assert view.period_words(typed.choices, TODAY) == "1 Mar 26 to 25 Nov 26"
    with pytest.raises(NotAValue, match="before it begins"):
        view.typed_period(START, "today", "1 March 2026", TODAY)


def test_without_a_visit_none_is_offered_as_a_beginning() -> None:
    names = [a.name for a in view.period_question(FACTS._replace(last_visit=None)).answers]
    assert names == ["all", "year", "half", "typed"]


def test_all_tests_marked_and_none_marked_both_mean_all() -> None:
    one = view.with_tests(START, ("stairs",), FACTS)
    assert hints(one)["tests"] == "1 of 2"
    assert view.marked_tests(one.choices, FACTS) == ("stairs",)
    assert view.with_tests(one, (), FACTS) == START
    assert view.with_tests(one, ("stairs", "grip-device"), FACTS) == START


def test_while_sealed_the_page_is_not_read_here_and_writing_asks_with_no_first() -> None:
    until = date(2026, 12, 24)
    sealed = FACTS._replace(sealed=until)
    assert hints(START, sealed)["read"] == "sealed"
    assert "sealed until 24 December" in view.sealed_note(until, TODAY)
    assert view.sealed_question(until, TODAY).answers[0].name == "no"


def test_every_row_fits_a_small_window_with_its_hint() -> None:
    long = view.Wanted(PageChoices(today=TODAY, since=date(2026, 1, 22), until=date(2026, 11, 25), name=True))
    rows = view.report_rows(long, FACTS._replace(form=FORM.model_copy(update={"name": "N" * 200})))
    label = max(len(row.label) for row in rows)
    assert all(4 + label + len(row.hint) + 6 <= 56 for row in rows)


def test_where_it_went_is_said_with_who_can_open_it() -> None:
    said = view.page_written(Path("/made/up\x1b[2J.pdf"), 41_800)
    assert "42 kB. Only your account can open it." in said
    assert "\x1b" not in said
