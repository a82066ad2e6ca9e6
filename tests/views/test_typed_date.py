"""Days as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.guide.entering import NotAValue
from strengthcheck.views.dates import MONTHS
from strengthcheck.views.typed_date import read_day, read_since

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.mark.parametrize(
    "text",
    [
        "24.11.2026",
        "2026-11-24",
        "2026/11/24",
        "24 Nov",
        "24 nov 2026",
        "24th of November 2026",
        "Nov 24",
        "November 24, 2026",
        "24 November",
        "on 24 November 2026",
        "24/11/2026",
        "11/24/2026",
        "24.11.",
        "24.11.26",
        "24-11-2026",
        "2 days ago",
        "Tuesday",
        "last tue",
        "  24   NOV  ",
    ],
)
def test_a_day_is_understood_however_it_is_written(text: str) -> None:
    assert read_day(text, TODAY) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("today", date(2026, 11, 26)),
        ("yesterday", date(2026, 11, 25)),
        ("a week ago", date(2026, 11, 19)),
        ("24 Dec", date(2025, 12, 24)),
        ("29 Feb", date(2024, 2, 29)),
        ("Thursday", date(2026, 11, 19)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_that_was(text: str, said: date) -> None:
    assert read_day(text, TODAY) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("24 Dec", date(2026, 12, 24)),
        ("24 Nov", date(2027, 11, 24)),
        ("29 Feb", date(2028, 2, 29)),
        ("tomorrow", date(2026, 11, 27)),
        ("Thursday", date(2026, 12, 3)),
        ("Friday", date(2026, 11, 27)),
    ],
)
def test_where_a_day_ahead_is_asked_it_is_the_next_one(text: str, said: date) -> None:
    assert read_day(text, TODAY, "future") == said


def test_a_day_that_can_be_read_in_two_ways_is_not_guessed() -> None:
    with pytest.raises(NotAValue, match="3 April, or 4 March"):
        read_day("3/4/2026", TODAY)
    assert read_day("4/4/2026", TODAY) == date(2026, 4, 4)


@pytest.mark.parametrize(
    "text", ["", "soon", "31.2.2026", "2026-13-01", "32 Nov", "26-11-24", "No", "0", "ju 4", "24 Nov 26th"]
)
def test_what_is_no_day_is_told_with_how_to_write_one(text: str) -> None:
    with pytest.raises(NotAValue, match="2026-11-20"):
        read_day(text, TODAY)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_way_of_writing_a_day_gives_that_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
    ):
        assert read_day(text, TODAY) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_told_plainly(text: str) -> None:
    with suppress(NotAValue):
        assert isinstance(read_day(text, TODAY), date)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("April 2026", date(2026, 4, 1)),
        ("since apr 2026", date(2026, 4, 1)),
        ("2026-04", date(2026, 4, 1)),
        ("12 April", date(2026, 4, 12)),
    ],
)
def test_of_a_beginning_the_month_is_enough(text: str, said: date) -> None:
    assert read_since(text, TODAY) == said


def test_a_beginning_in_the_future_is_refused() -> None:
    with pytest.raises(NotAValue, match="lies in the future"):
        read_since("December 2026", TODAY)
