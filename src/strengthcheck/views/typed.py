"""Dates and lines as a person types them into a form."""

from datetime import date

from strengthcheck.guide.entering import NotAValue, typed_number
from strengthcheck.views.dates import date_words
from strengthcheck.views.typed_date import read_day
from strengthcheck.views.values import number_text

YEAR, HALF = 365, 183
"""Times that can be chosen by one key, in days."""

SPAN_LINES = (("since", "From", "", "1 March"), ("until", "Up to", "", "yesterday"))
"""A time between two days as lines to fill in: name, label, what stands there, an example."""

MOST = 200
"""The most characters of one line."""


def past_day(text: str, today: date) -> date:
    """A day up to today, as a person types it. Raises NotAValue."""
    day = read_day(text, today)
    if day > today:
        raise NotAValue(f"{date_words(day, today)} lies in the future.")
    return day


def past_span(since: str, until: str, today: date) -> tuple[date | None, date | None]:
    """From one day to another; an empty line is open on that side. Raises NotAValue."""
    start = past_day(since, today) if since.strip() else None
    end = past_day(until, today) if until.strip() else None
    if start and end and start > end:
        raise NotAValue(f"It would end on {date_words(end, today)}, before it begins.")
    return start, end


def some_line(text: str, missing: str) -> str:
    """One line with something in it. Raises NotAValue with `missing` when there is nothing."""
    line = " ".join(text.split())
    if not line:
        raise NotAValue(missing)
    return line[:MOST]


def typed_rating(text: str, name: str) -> int | float:
    """A rating from 0 to 10 (effort, pain). Raises NotAValue, which begins with `name`."""
    try:
        value = typed_number(text)
    except NotAValue as e:
        raise NotAValue(f"{name}: {e}") from None
    if not 0 <= value <= 10:
        raise NotAValue(f"{name}: {number_text(value)} is outside 0 to 10.")
    return int(value) if value == int(value) else value
