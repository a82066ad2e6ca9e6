"""How a check is left: every key, without a face."""

import pytest

from strengthcheck.views.steps.leaving import Leaving
from tests.guide.people import protocol, rung, sitting, take
from tests.views.presses import outcome, pressed


@pytest.fixture
def empty() -> Leaving:
    """Nothing was tried yet."""
    return Leaving(sitting(protocol()))


@pytest.fixture
def tried() -> Leaving:
    """One try was made."""
    return Leaving(take(sitting(protocol()), "trial/cap//left/1", rung("left", 3)))


@pytest.mark.parametrize("key", ["1", "enter", "escape", "b"])
def test_going_on_is_the_first_way_and_the_way_back(tried: Leaving, key: str) -> None:
    assert outcome(tried, key) == "go_on"


def test_what_is_there_is_kept_or_left_for_later(tried: Leaving) -> None:
    assert outcome(tried, "2") == "keep"
    assert outcome(tried, "3") == "later"


def test_a_try_is_thrown_away_only_after_a_second_question(tried: Leaving) -> None:
    sure = pressed(tried, "4")
    assert sure.page().title == "Discard this check?"
    assert pressed(sure, "4") == sure, "the same key held down throws nothing away"
    assert outcome(sure, "y") == "discard"
    for no in ("n", "escape", "b"):
        assert pressed(sure, no) == tried


def test_answers_alone_are_asked_about_too_and_the_key_for_later_never_discards(empty: Leaving) -> None:
    assert outcome(empty, "3") == "later"
    sure = pressed(empty, "4")
    assert "Your answers would be gone." in sure.page().blocks[0].text
    assert outcome(sure, "y") == "discard"


def test_a_second_wish_to_leave_loses_nothing(tried: Leaving) -> None:
    assert outcome(tried, "q") == "later"
    assert outcome(tried, "4", "q") == "later"


def test_a_key_that_stands_for_nothing_is_left_to_others(tried: Leaving) -> None:
    assert tried.press("5") is None
    assert tried.press("x") is None
