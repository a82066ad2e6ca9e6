"""The word for something that can no longer be done, typed in the midst of something else."""

from pathlib import Path

import pytest

from strengthcheck.host.lines import InputEnded
from strengthcheck.model.profile import LostTask
from strengthcheck.plain.run import converse
from strengthcheck.services.person import open_losses, tell_lost_task
from strengthcheck.services.sitting import checks_of, unfinished
from tests.plain.people import answer, at, desk, talk_through, talked
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


@pytest.mark.parametrize("course", ["better", "the same"])
def test_a_loss_told_before_that_is_no_worse_lets_the_check_go_on(tmp_path: Path, course: str) -> None:
    lost = LostTask(
        what="swallowing",
        task="swallowing pills",
        how_much="cannot",
        side="both",
        since="longer",
        course="worse",
    )
    with opened(tmp_path) as ws:
        tell_lost_task(ws, lost)
    at(tmp_path, READY, "cap-tightening")

    def told(new: str) -> str:
        for words, typed in (("What can you no longer do", "told before"), ("And now, is it", course)):
            if words in new:
                return next(line.split()[0] for line in new.split("\n") if typed in line)
        if not rest:
            raise InputEnded
        return rest.pop(0)

    rest = ["1", "lost", ""]
    with desk(tmp_path, told) as (given, person):
        converse(given)
    assert "Enter: go on with the check" in person.said
    with opened(tmp_path) as ws:
        assert len(unfinished(ws)) == 1, "swallowing was sent to a doctor today when it was told, not now"
