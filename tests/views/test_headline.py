"""When Compare may say that the record doesn't look like a loss that stays and gets worse."""

import pytest

from strengthcheck.views.compare import CompareView
from tests.views.reads import compared, grips

STEADY = [30, 31, 29.5, 30.5, 30, 31, 30]


def ids(left: list[float]) -> list[str]:
    right = [32, 33, 31.5, 32.5, 32, 33, 32, 32.5, 32, 32.5][: len(left)]
    view: CompareView = compared(grips(left, right))
    return [s.id for s in view.headline]


def test_a_steady_record_doesnt_look_like_a_loss_that_stays():
    assert ids(STEADY) == ["usual", "usual.shape"]


def test_a_low_day_that_came_back_to_the_usual_level_doesnt_either():
    assert ids([*STEADY, 22, 30, 30.5]) == ["usual", "usual.shape"]


@pytest.mark.parametrize("after", [(26, 26.5), (27, 27.5), (28, 27)])
def test_after_a_low_day_that_is_open_still_nothing_is_said_of_the_shape(after: tuple[float, float]):
    assert ids([*STEADY, 22, *after]) == ["usual"]


def test_a_slow_fall_without_a_low_day_is_not_told_to_be_none():
    assert "usual.shape" not in ids([31, 31, 30.5, 30, 29.5, 29, 28.6, 28.2, 27.9, 27.5])
