"""The usual range: own baseline and ordinary scatter."""

import numpy as np
import pytest

from strengthcheck.analysis.joint import discount
from strengthcheck.analysis.usual import FLOOR, NARROWEST, WIDEST, reading_step, usual_ranges


def one(values: list[float | None]) -> tuple[np.ndarray, np.ndarray]:
    y = np.log([[[1.0 if v is None else v for v in values]]])
    return y, np.array([[[v is not None for v in values]]])


def test_the_centre_is_the_middle_of_values_two_to_seven_and_then_stays() -> None:
    y, ok = one([10.0, 31.0, 29.0, 30.0, 33.0, 27.0, 32.0, 5.0, 5.0, 5.0, 5.0])
    centre = np.exp(usual_ranges(y, ok, 0.06).centre[0, 0])
    assert np.isnan(centre[0])
    assert centre[1] == pytest.approx(10.0)
    assert centre[2] == pytest.approx(31.0)
    assert centre[7] == pytest.approx(np.sqrt(30.0 * 31.0))
    assert centre[11] == pytest.approx(centre[7])


def test_a_missing_value_is_not_counted() -> None:
    y, ok = one([30.0, None, 31.0, 29.0, None])
    usual = usual_ranges(y, ok, 0.06)
    assert usual.count[0, 0].tolist() == [0, 1, 1, 2, 3, 3]
    full = usual_ranges(*one([30.0, 31.0, 29.0]), 0.06)
    assert usual.error[0, 0, -1] == pytest.approx(full.error[0, 0, -1])


def test_the_error_moves_from_the_protocols_to_the_persons_own() -> None:
    rng = np.random.default_rng(0)
    y, ok = one([float(v) for v in 30.0 * np.exp(rng.normal(0, 0.12, 60))])
    error = usual_ranges(y, ok, 0.05).error[0, 0]
    assert error[1] == pytest.approx(np.hypot(0.05, FLOOR))
    assert error[-1] == pytest.approx(0.12, rel=0.25)


def test_few_or_equal_checks_make_no_tiny_and_wild_ones_no_huge_range() -> None:
    still = usual_ranges(*one([30.0] * 12), 0.02).half[0, 0]
    wild = usual_ranges(*one([30.0, 3.0] * 6), 0.06).half[0, 0]
    assert still[-1] == NARROWEST
    assert wild[-1] == WIDEST


def test_coarse_readings_widen_the_error() -> None:
    y, ok = one([30.0, 31.0, 30.0, 31.0, 32.0])
    step = reading_step(y, ok)
    assert step[0, 0].tolist()[:2] == [0.0, 0.0]
    assert step[0, 0, -1] == pytest.approx(np.log(32.0 / 31.0))
    assert usual_ranges(y, ok, 0.06, step).error[0, 0, -1] > usual_ranges(y, ok, 0.06).error[0, 0, -1]


def test_one_wild_value_counts_less_and_two_running_count_in_full() -> None:
    y, ok = one([30.0, 30.0, 30.0, 30.0, 15.0])
    s = np.full((1, 1), 0.06)
    assert discount(y, ok, s, 2.0)[0, 0, -1] > 10.0
    y, ok = one([30.0, 30.0, 30.0, 15.0, 15.0])
    assert discount(y, ok, s, 2.0)[0, 0].tolist() == [1.0] * 5
