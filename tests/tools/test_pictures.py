"""The pictures: no page is forgotten, and what is shown is plainly made up."""

import re
from pathlib import Path

import pytest

from tests.tools.pictures import DOCS, README, main
from tests.tools.states import STATES
from tests.tools.ways import BASES, FIRST, WAYS, every_page, without_way


def test_a_way_leads_to_every_page_of_the_app() -> None:
    assert without_way() == []
    assert set(WAYS) <= set(every_page()), "a way to a page that is no more"
    assert not BASES & set(every_page())
    assert set(every_page()) >= FIRST


def test_every_state_that_a_person_can_be_in_has_its_record() -> None:
    wanted = {"empty", "one-check", "year", "ten-years", "sealed", "showing", "broken-protocol"}
    assert set(STATES) == wanted


def test_every_picture_of_the_readme_is_drawn_by_the_script() -> None:
    text = (DOCS.parents[1] / "README.md").read_text("utf-8")
    assert set(re.findall(r"docs/pictures/([\w-]+)\.svg", text)) == set(README)
    assert {p.stem for p in DOCS.glob("*.svg")} == set(README)
    assert set(README.values()) <= set(every_page())


def test_a_page_is_drawn_with_made_up_people_and_asks_no_other_computer_for_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--state", "broken-protocol", "--size", "80x24", "--theme", "light")
    pages = ("--page", "TestsScreen", "--page", "NoteScreen")
    assert main([str(tmp_path), *words, *pages]) == 0
    made = {f.stem: f.read_text() for f in tmp_path.rglob("*.svg")}
    assert set(made) == {"TestsScreen", "NoteScreen"}
    assert "be&#160;read;&#160;the" in made["TestsScreen"]
    assert "emo&#160;Person" in made["NoteScreen"]
    assert not any("font-face" in svg for svg in made.values())
    assert (tmp_path / "index.html").read_text().count("<img") == 2
    assert "2 pictures" in capsys.readouterr().out


def test_the_page_of_one_test_is_drawn_with_each_of_its_views_and_only_those_it_has(tmp_path: Path) -> None:
    words = ("--page", "PairScreen", "--size", "60x20", "--theme", "contrast")
    assert main([str(tmp_path), *words, "--state", "showing"]) == 0
    made = {f.stem for f in tmp_path.rglob("*.svg")}
    assert made == {"PairScreen", "PairScreen-gap", "PairScreen-numbers"}, "no shape beside a lasting loss"
