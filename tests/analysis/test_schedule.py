from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.analysis.schedule import extra_from, next_due

DAY = date(2026, 1, 5)


def days(*offsets: int) -> list[date]:
    return [DAY + timedelta(days=d) for d in offsets]


def test_the_first_check_may_be_any_day():
    due = next_due([])
    assert due.kind == "first"
    assert due.on is None
    assert due.is_open(DAY)


def test_the_rhythm_is_0_7_14_then_every_28_days():
    done: list[date] = []
    dates = []
    for _ in range(6):
        due = next_due(done)
        on = due.on or DAY
        dates.append((on - DAY).days)
        done.append(on)
    assert dates == [0, 7, 14, 42, 70, 98]


@pytest.mark.parametrize(("before", "window"), [([0], 3), ([0, 7], 3), ([0, 7, 14], 5)])
def test_the_window_opens_three_days_before_a_baseline_date_and_five_before_a_monthly_one(before, window):
    due = next_due(days(*before))
    assert due.on is not None
    assert not due.is_open(due.on - timedelta(days=window + 1))
    assert due.is_open(due.on - timedelta(days=window))
    assert due.opens_on() == due.on - timedelta(days=window)


def test_coming_early_within_the_window_does_not_shorten_the_rhythm():
    assert next_due(days(0, 5)).on == DAY + timedelta(days=14)
    assert next_due(days(0, 7, 14, 38)).on == DAY + timedelta(days=70)


def test_a_late_check_starts_the_next_interval_on_its_own_day():
    assert next_due(days(0, 7, 14, 60)).on == DAY + timedelta(days=88)


def test_a_confirming_check_moves_no_regular_date():
    regular = next_due(days(0, 7, 14, 42))
    assert next_due(days(0, 7, 14, 42, 56)) == regular


def test_a_longer_interval_of_ones_own_is_kept():
    assert next_due(days(0, 7, 14), interval_days=56).on == DAY + timedelta(days=70)


def test_leap_day_and_year_end_are_ordinary_days():
    assert next_due([date(2028, 2, 22)]).on == date(2028, 2, 29)
    assert next_due([date(2026, 12, 28)]).on == date(2027, 1, 4)


def test_one_extra_check_a_week():
    assert extra_from([]) is None
    assert extra_from(days(0, 20)) == DAY + timedelta(days=27)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=30))
def test_the_order_of_entry_changes_nothing_and_the_next_date_lies_after_the_last_regular_check(offsets):
    done = days(*offsets)
    due = next_due(done)
    assert due == next_due(sorted(done, reverse=True))
    assert due.on is not None
    assert due.on > max(done) - timedelta(days=28)


def test_a_longer_interval_holds_from_the_day_it_was_chosen_and_moves_no_earlier_date():
    done = days(0, 7, 14, 42, 70, 98, 126)
    chosen = ((DAY, 28), (DAY + timedelta(days=126), 84))
    due = next_due(done, interval_days=chosen)
    assert due.number == next_due(done).number
    assert due.on == DAY + timedelta(days=126 + 84)
    assert next_due(done, interval_days=chosen, on=DAY + timedelta(days=125)).on == DAY + timedelta(days=154)


def test_going_back_to_four_weeks_shortens_only_what_is_ahead():
    done = days(0, 7, 14, 98)
    chosen = ((DAY + timedelta(days=15), 84), (DAY + timedelta(days=99), 28))
    assert next_due(done, interval_days=chosen).on == DAY + timedelta(days=126)
