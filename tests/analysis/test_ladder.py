"""Ladders: 3 as usual, 2 with more effort, 1 only with a trick or partly, 0 could not."""

import pytest

from strengthcheck.analysis import read_ladder
from strengthcheck.model.reading import Reading


def read(left: list[float | None], right: list[float | None] | None = None) -> Reading:
    times = [0.0, 7.0, 14.0, *(14.0 + 28.0 * i for i in range(1, 30))][: len(left)]
    return read_ladder(times, left, [3.0] * len(left) if right is None else right)


def test_as_usual_is_usual() -> None:
    reading = read([3, 3, 3, 3, 3])
    assert (reading.left.course, reading.right.course, reading.gap.course) == ("usual", "usual", "usual")
    assert not reading.confirm_wanted


def test_a_zero_asks_at_once_and_raises_when_confirmed() -> None:
    once = read([3, 3, 3, 3, 0])
    assert once.left.course == "one_low"
    assert once.confirm_wanted
    assert not once.worth_showing
    twice = read([3, 3, 3, 3, 0, 1])
    assert twice.left.course == "low_and_staying"
    assert twice.raised == ("left",)
    assert twice.gap.lost == "left"
    assert not twice.confirm_wanted


def test_two_bad_trials_within_ten_days_are_one_bad_spell() -> None:
    reading = read_ladder([0.0, 7.0, 14.0, 42.0, 47.0], [3, 3, 3, 0, 0], [3] * 5)
    assert reading.left.course == "one_low"


def test_from_a_trick_to_not_at_all_is_falling() -> None:
    assert read([3, 3, 3, 3, 1, 0]).left.course == "falling_and_staying"


def test_one_rung_lower_is_counted_and_raises_nothing() -> None:
    reading = read([3, 3, 3, 3, 2, 2, 2, 2])
    assert reading.left.course == "usual"
    assert reading.left.lower_running == 4
    assert not reading.worth_showing


def test_a_zero_and_then_as_usual_came_back() -> None:
    assert read([3, 3, 3, 3, 0, 3]).left.course == "one_low"
    assert read([3, 3, 3, 3, 0, 3, 3]).left.course == "came_back"


def test_a_raised_ladder_ends_after_two_usual_checks() -> None:
    assert read([3, 3, 3, 3, 0, 0, 3]).worth_showing
    assert not read([3, 3, 3, 3, 0, 0, 3, 3]).worth_showing


def test_what_was_always_hard_is_its_own_usual() -> None:
    reading = read([1, 1, 1, 1, 0, 0])
    assert not reading.worth_showing
    assert reading.left.range is not None
    assert reading.left.range.centre == 1.0


def test_two_values_are_too_early_and_a_missing_side_is_no_loss() -> None:
    reading = read([3, 0], [None, None])
    assert reading.left.course == "too_early"
    assert reading.right.rule == "no_values"


@pytest.mark.parametrize("bad", [-1.0, 3.5, float("nan"), float("inf")])
def test_rungs_that_are_none_are_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="ladder"):
        read([3, 3, bad])
