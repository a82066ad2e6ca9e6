"""A check from paper, entered by lines."""

from datetime import timedelta
from pathlib import Path

from strengthcheck.model.check import Check
from strengthcheck.services.sitting import checks_of
from tests.plain.people import choosing, talk_through
from tests.services.rooms import NOW, opened

START = ("Enter a check done on paper", "=yesterday", "=9:30", "=")


def entered(folder: Path, *lines: str) -> tuple[tuple[Check, ...], str]:
    """What is in the record after these lines, and what was said."""
    said = talk_through(folder, choosing(*lines))
    with opened(folder, read_only=True) as ws:
        return checks_of(ws), " ".join(said.split())


def test_a_check_from_paper_is_entered_side_by_side_and_kept(tmp_path: Path) -> None:
    lines = (*START, "grip device", "=", "=my device", "=31,2 30.8", "=6", "=33", "=")
    (check,), said = entered(tmp_path, *lines)
    (result,) = check.results
    assert (check.started_at.date(), check.started_at.hour, check.planned) == (
        NOW.date() - timedelta(days=1),
        9,
        True,
    )
    assert result.object == "my device"
    assert [(t.side, t.values["force"], t.effort) for t in result.trials] == [
        ("left", 31.2, None),
        ("right", 33, None),
        ("left", 30.8, 6),
    ]
    assert "Kept. You find it in History." in said


def test_what_cannot_be_read_is_asked_anew_with_what_stands(tmp_path: Path) -> None:
    when = ("Enter a check done on paper", "=in 3000", "=yesterday", "=9:30")
    lines = (
        *when,
        "No, an extra",
        "=",
        "grip device",
        "=",
        "=",
        "=999",
        "=31",
        "=",
        "=",
        "=",
    )
    (check,), said = entered(tmp_path, *lines)
    assert "Choose at least one test." in said
    assert "999 kilograms is outside" in said.replace("999 kg", "999 kilograms")
    assert "Enter for 999" not in said
    assert (check.planned, check.results[0].trials[0].values) == (False, {"force": 31})


def test_nothing_filled_in_is_no_check(tmp_path: Path) -> None:
    checks, said = entered(tmp_path, *START, "grip device", *["="] * 6, "=q")
    assert "Nothing is filled in yet." in said
    assert checks == ()


def test_going_back_leads_a_step_back_and_leaving_asks_once_something_is_typed(tmp_path: Path) -> None:
    lines = (*START, "grip device", "bottle cap", "=", "=a cap")
    back = ["=b"] * 5
    checks, said = entered(tmp_path, *lines, *back, "No, go on", "=b", "Yes, leave")
    assert checks == ()
    assert said.count("Leave without keeping?") == 2, "the name of a cap was typed"


def test_q_twice_leaves_without_keeping_and_b_goes_on_typing(tmp_path: Path) -> None:
    sheet = (*START, "bottle cap", "grip device", "=", "=a cap", *["="] * 4)
    checks, said = entered(tmp_path, *sheet, "=q", "=b", "=q", "=q")
    assert said.count("Leave without keeping?") == 2
    assert said.count("2 of 2. Squeeze a grip device") == 2
    assert checks == ()
