"""The word for something that can no longer be done, typed in the midst of something else."""

from pathlib import Path

import pytest

from strengthcheck.services.person import open_losses
from strengthcheck.services.sitting import checks_of
from tests.plain.people import answer, at, talk_through, talked
from tests.plain.test_home import choosing
from tests.services.rooms import opened

READY, FIRST = "ready/cap-tightening", "trial/cap-tightening//left/1"
SUDDENLY = ("lost", "1", "1", "1", "1", "3")
"""Buttons, can't, left, suddenly, worse: a sign of the same day or of now."""
FOR_LONG = ("lost", "1", "1", "1", "3", "2")


@pytest.mark.parametrize("way_out", ["", "b", "q"])
def test_an_emergency_told_by_its_word_leaves_the_check_as_at_the_gate(tmp_path: Path, way_out: str) -> None:
    at(tmp_path, READY, "cap-tightening")
    said = talked(tmp_path, "", *SUDDENLY, way_out, "q").said
    after = said.rpartition("leave the check > ")[2]
    assert "Leave the check; everything entered is kept." in " ".join(said.split())
    assert "What would you like to do?" in after, "Home, not the question one stood at"
    assert "Its name" not in after
    with opened(tmp_path) as ws:
        assert len(open_losses(ws)) == 1


def test_what_was_tried_before_the_emergency_is_looked_over_and_kept(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    said = talked(tmp_path, "", "3", *SUDDENLY, "", "", "", "q").said
    assert "Resting" not in said.rpartition("leave the check > ")[2]
    with opened(tmp_path) as ws:
        assert len(checks_of(ws)) == 1


def test_a_doctor_this_week_leaves_the_check_to_the_person(tmp_path: Path) -> None:
    at(tmp_path, READY, "cap-tightening")
    said = talked(tmp_path, "", *FOR_LONG, "", "blue bottle").said
    assert "Enter: go on with the check" in said
    assert answer(tmp_path, READY).object == "blue bottle"
    said = talked(tmp_path, *FOR_LONG, "l", "q").said
    assert "What would you like to do?" in said.rpartition("go on with the check")[2]


def test_what_is_only_harder_goes_on_by_enter_and_by_q(tmp_path: Path) -> None:
    at(tmp_path, READY, "cap-tightening")
    talked(tmp_path, "", "lost", "1", "3", "1", "3", "2", "q", "blue bottle")
    assert answer(tmp_path, READY).object == "blue bottle"


def test_told_outside_of_a_check_nothing_speaks_of_leaving_one(tmp_path: Path) -> None:
    answers = choosing("Understand", *(f"={key}" for key in SUDDENLY), "=", "=b")
    said = talk_through(tmp_path, answers)
    assert "Enter: back to where you were" in said
    assert "Leave the check" not in said
    said = talk_through(tmp_path, choosing("Something I can", *(f"={key}" for key in SUDDENLY[1:]), "="))
    assert "Enter: back to the start" in said
