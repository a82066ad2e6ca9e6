"""Dates as a person says them."""

from datetime import date, datetime, timedelta, timezone

import pytest

from strengthcheck.views.dates import (
    capital,
    date_words,
    moment_words,
    near_words,
    on_words,
    since_words,
    weekday_words,
)

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def test_a_date_of_this_year_has_no_year() -> None:
    assert date_words(date(2026, 12, 14), TODAY) == "14 December"


def test_a_date_of_another_year_has_its_year() -> None:
    assert date_words(date(2027, 12, 14), TODAY) == "14 December 2027"
    assert date_words(date(2025, 1, 3), TODAY) == "3 January 2025"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "in 3 days"),
        (-3, "3 days ago"),
        (6, "in 6 days"),
        (7, "30 November"),
        (-7, "16 November"),
    ],
)
def test_near_days_are_said_by_distance_and_far_ones_by_date(days: int, said: str) -> None:
    assert near_words(TODAY + timedelta(days=days), TODAY) == said


def test_after_a_verb_a_far_date_gets_its_on() -> None:
    assert on_words(date(2026, 12, 14), TODAY) == "on 14 December"
    assert on_words(date(2026, 11, 26), TODAY) == "in 3 days"
    assert on_words(date(2026, 11, 20), TODAY) == "3 days ago"


def test_a_moment_has_its_time() -> None:
    assert moment_words(NOW, TODAY) == "today at 12:00"
    assert moment_words(NOW - timedelta(days=14), TODAY) == "9 November at 12:00"


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (timedelta(seconds=20), "a moment ago"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(days=2, hours=20), "3 days ago"),
        (timedelta(seconds=-5), "a moment ago"),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit(gone: timedelta, said: str) -> None:
    assert since_words(NOW - gone, NOW) == said


def test_the_day_is_named_in_full_at_the_head_of_home() -> None:
    assert weekday_words(TODAY) == "Monday 23 November 2026"


def test_a_capital_leaves_the_rest_as_it_is() -> None:
    assert capital("bottle cap, Book") == "Bottle cap, Book"
    assert capital("") == ""
