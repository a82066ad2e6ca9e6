"""One trial put right: its lines, what is taken, and what is refused by name."""

import pytest

from strengthcheck.catalogue import read_catalogue
from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.check import Trial
from strengthcheck.views.correcting import correct_lines, corrected, reason_of

TESTS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}
GRIP, BOOK, STAIRS = TESTS["grip-device"], TESTS["book-pinch-lift"], TESTS["stairs"]
SQUEEZED = Trial(side="left", values={"force": 13.2}, effort=8, invalid="slipped", invalid_note="wet")
HELD = Trial(side="right", values={"ladder": 3, "hold": 10}, timed_by="keyboard")


def typed(trial: Trial, protocol, **changed: str) -> dict[str, str]:
    return {line.name: line.value for line in correct_lines(trial, protocol)} | changed


def test_the_lines_hold_what_stands_there_now() -> None:
    assert typed(SQUEEZED, GRIP) == {"force": "13.2", "effort": "8", "pain": "", "why": ""}
    assert typed(HELD, BOOK)["hold"] == "10"
    assert typed(Trial(side="left", could_not=True), BOOK)["ladder"] == "0"
    assert typed(Trial(side="left", could_not=True), GRIP)["force"] == "n"


def test_a_value_is_put_right_and_all_else_stays() -> None:
    now = corrected(SQUEEZED, GRIP, typed(SQUEEZED, GRIP, force="31,2"))
    assert now.values == {"force": 31.2}
    assert (now.side, now.effort, now.invalid, now.invalid_note) == ("left", 8, "slipped", "wet")
    assert corrected(HELD, BOOK, typed(HELD, BOOK, hold="4.2")).timed_by == "phone"


def test_could_not_is_typed_as_n_or_as_rung_nought() -> None:
    assert corrected(SQUEEZED, GRIP, typed(SQUEEZED, GRIP, force="n")).could_not
    assert corrected(HELD, BOOK, typed(HELD, BOOK, ladder="0")).could_not


def test_what_could_not_was_becomes_a_value_with_what_timed_it() -> None:
    could_not = Trial(side="right", could_not=True)
    now = corrected(could_not, BOOK, typed(could_not, BOOK, ladder="3", hold="10"))
    assert (now.values, now.could_not, now.timed_by) == ({"ladder": 3, "hold": 10}, False, "phone")
    climbed = Trial(side="both", could_not=True)
    assert corrected(climbed, STAIRS, typed(climbed, STAIRS, ladder="3", climb="7")).timed_by == "phone"


def test_what_timed_a_hold_is_not_made_up_when_only_its_rung_is_put_right() -> None:
    untold = Trial(side="right", values={"ladder": 3, "hold": 10})
    assert corrected(untold, BOOK, typed(untold, BOOK, ladder="2")).timed_by is None
    assert corrected(untold, BOOK, typed(untold, BOOK, hold="4.2")).timed_by == "phone"


def test_effort_and_pain_are_taken_and_taken_away() -> None:
    now = corrected(SQUEEZED, GRIP, typed(SQUEEZED, GRIP, effort="", pain="2"))
    assert (now.effort, now.pain) == (None, 2)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"force": "312"}, "Grip strength: .* outside"),
        ({"force": "much"}, "Grip strength: .* not a number"),
        ({"force": ""}, "Grip strength is missing"),
        ({"effort": "11"}, "Effort: .* outside 0 to 10"),
        ({}, "Nothing is different"),
    ],
)
def test_what_can_not_be_is_refused_by_name(changed: dict[str, str], says: str) -> None:
    with pytest.raises(NotAValue, match=says):
        corrected(SQUEEZED, GRIP, typed(SQUEEZED, GRIP, **changed))


def test_the_reason_is_kept_with_the_change() -> None:
    assert reason_of({"why": "  typed  the wrong hand "}) == "corrected: typed the wrong hand"
    assert reason_of({}) == "corrected"
