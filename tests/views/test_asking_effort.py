"""How hard it was: every key and every line, without a face."""

import pytest

from strengthcheck.guide.steps import EffortStep
from strengthcheck.model.event import EffortAnswer
from strengthcheck.views.steps.effort import EffortAsking, Rated
from tests.guide.people import protocol
from tests.views.presses import outcome, pressed

STEP = EffortStep(key="effort/cap//left", protocol=protocol(), part=None, side="left", last=False)
ASKED = EffortAsking.of(STEP, None)


def test_all_of_it_may_stay_empty() -> None:
    assert outcome(ASKED, "enter") == Rated(EffortAnswer())


@pytest.mark.parametrize(
    ("keys", "effort"), [("6", 6), ("10", 10), ("1", 1), ("17", 7), (("4", "backspace"), None)]
)
def test_digits_rate_the_effort(keys: tuple[str, ...], effort: int | None) -> None:
    assert outcome(ASKED, *keys, "enter").answer.effort == effort


def test_pain_and_how_it_felt_are_told_by_keys() -> None:
    told = outcome(ASKED, "6", "p", "2", "w", "enter")
    assert told == Rated(EffortAnswer(effort=6, pain=2, felt="weaker"))
    assert outcome(ASKED, "s", "u", "enter").answer.felt == "as_usual", "the last word counts"


def test_pain_left_empty_again_was_not_spoken_of() -> None:
    assert pressed(ASKED, "p", "p") == ASKED
    assert outcome(ASKED, "p", "enter") == Rated(EffortAnswer())


def test_the_arrows_go_between_effort_and_pain() -> None:
    both = pressed(ASKED, "p", "2", "up", "5", "down", "1")
    assert outcome(both, "enter").answer == EffortAnswer(effort=5, pain=1)
    assert ASKED.press("down") is None, "there is one figure"


def test_where_it_hurt_the_check_may_end_and_the_pain_is_kept_either_way() -> None:
    hurt = pressed(ASKED, "6", "p", "4", "enter")
    assert hurt.page().title == "It hurt"
    assert outcome(hurt, "1") == Rated(EffortAnswer(effort=6, pain=4), ends_check=True)
    assert outcome(hurt, "2") == Rated(EffortAnswer(effort=6, pain=4))
    assert hurt.press("enter") is hurt, "it is answered by a number alone"


@pytest.mark.parametrize("back", ["b", "escape"])
def test_a_wrong_figure_for_pain_can_be_put_right(back: str) -> None:
    figure = pressed(ASKED, "p", "9", "enter", back)
    assert outcome(figure, "1", "enter") == Rated(EffortAnswer(pain=1))


def test_it_opens_as_it_was_told_before() -> None:
    former = EffortAnswer(effort=6, pain=2, felt="stronger")
    assert outcome(EffortAsking.of(STEP, former), "enter").answer == former


def test_a_line_is_a_whole_figure_and_an_empty_one_leaves_it() -> None:
    assert ASKED.answered("10").effort == "10"
    assert ASKED.answered("6").answered("").effort == "6"
    assert ASKED.answered("12").note == "Type a whole number from 0 to 10."
    assert ASKED.answered("6,5").note
    assert ASKED.answered("a lot").note
    assert pressed(ASKED, "p").answered("3").pain == "3"


def test_other_keys_are_left_to_others() -> None:
    assert ASKED.press("b") is None
    assert ASKED.press("x") is None
