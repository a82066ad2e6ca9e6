"""By when a loss would show."""

import pytest

from strengthcheck.analysis.power import information, planned_days, power_dates

from .people_at_home import days


def test_a_faster_loss_shows_sooner_and_a_larger_error_later() -> None:
    dates = power_dates(days(7), 0.06, 126.0)
    halves = [d.half for d in dates]
    assert all(h is not None for h in halves)
    assert halves[0] > halves[1] > halves[2]  # type: ignore[operator]
    noisy = power_dates(days(7), 0.12, 126.0, (0.04,))[0]
    assert noisy.half > dates[1].half  # type: ignore[operator]
    for date in dates:
        assert date.half <= date.most <= date.nine_of_ten  # type: ignore[operator]
        assert date.gone == pytest.approx(date.rate * (date.most - 126.0) / 30.4375)  # type: ignore[operator]


def test_the_date_is_one_of_the_planned_ones() -> None:
    date = power_dates(days(7), 0.07, 126.0, (0.04,))[0]
    assert date.most in planned_days(126.0, 126.0 + 730.0)


def test_what_cannot_show_within_the_planned_future_has_no_date() -> None:
    date = power_dates(days(4), 0.14, 42.0, (0.005,), horizon=200.0)[0]
    assert date.half is None
    assert date.gone is None


def test_without_any_check_there_is_a_date_from_the_schedule_alone() -> None:
    assert power_dates([], 0.07, 0.0, (0.06,))[0].half is not None


def test_regular_dates_are_0_7_14_and_then_every_28() -> None:
    assert planned_days(-1.0, 100.0) == [0.0, 7.0, 14.0, 42.0, 70.0, 98.0]
    assert planned_days(14.0, 100.0) == [42.0, 70.0, 98.0]
    assert planned_days(50.0, 150.0, first=10.0) == [52.0, 80.0, 108.0, 136.0]


def test_information_only_grows() -> None:
    found = information(days(20), 0.07, 100.0, 0.04)
    assert (found[1:] >= found[:-1] - 1e-9).all()
    assert found[5] == pytest.approx(0.0)
