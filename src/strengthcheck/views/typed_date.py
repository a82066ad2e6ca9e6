"""Days as people type them: 2026-11-24, 24.11.2026, 24 Nov, Nov 24, yesterday, Monday, 3 days ago."""

import re
from datetime import date, timedelta
from typing import Literal

from strengthcheck.guide.entering import NotAValue
from strengthcheck.views.dates import MONTHS, WEEKDAYS, date_words

HOW = "Write the day like 20 November 2026, 2026-11-20, 20.11.2026 or yesterday."
"""What is said when a day can't be read."""

Nearest = Literal["past", "future"]
"""Which way a day without a year is looked for."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2})?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?([a-z]{3,9})\.?,?(?:\s*(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?")
_MONTH = re.compile(r"(?:([a-z]{3,9})\.?,?\s+(\d{4})|(\d{4})-(\d{1,2}))")
_AGO = re.compile(r"(a|an|one|\d{1,3})\s+(day|week)s?\s+ago")
_NAMED = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2}


def read_day(text: str, today: date, nearest: Nearest = "past") -> date:
    """The day that was typed.

    A day without a year is the nearest one before today (today too), or after it. Of 3/4/2026, which is read
    in two ways, neither is guessed. Raises NotAValue, which says how to write it.
    """
    typed = " ".join(text.lower().split()).removeprefix("the ").removeprefix("on ").removeprefix("last ")
    said = _spoken(typed, today, nearest) or _written(typed, today, nearest)
    if said is None:
        raise NotAValue(HOW)
    return said


def _spoken(typed: str, today: date, nearest: Nearest) -> date | None:
    """Yesterday, 3 days ago, Monday."""
    if typed in _NAMED:
        return today + timedelta(days=_NAMED[typed])
    if found := _AGO.fullmatch(typed):
        count = int(found[1]) if found[1].isdigit() else 1
        return today - timedelta(days=count * (7 if found[2] == "week" else 1))
    weekday = _name(typed, WEEKDAYS)
    return None if weekday is None else _weekday(weekday, today, nearest)


def _written(typed: str, today: date, nearest: Nearest) -> date | None:
    """A date in numbers, or with the month's name."""
    if found := _ISO.fullmatch(typed):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        return _numbers(found, today, nearest)
    if (found := _DAY_MONTH.fullmatch(typed)) and (month := _month(found[2])):
        return _dated(int(found[1]), month, found[3], today, nearest)
    if (found := _MONTH_DAY.fullmatch(typed)) and (month := _month(found[1])):
        return _dated(int(found[2]), month, found[3], today, nearest)
    return None


def read_since(text: str, today: date) -> date:
    """A day, or the month alone that something began in, as its first day. Raises NotAValue."""
    typed = " ".join(text.lower().split()).removeprefix("in ").removeprefix("since ")
    found = _MONTH.fullmatch(typed)
    month = (_month(found[1]) if found[1] else int(found[4])) if found else None
    day = _made(int(found[2] or found[3]), month, 1) if found and month else read_day(typed, today)
    if day > today:
        raise NotAValue(f"{date_words(day, today)} lies in the future.")
    return day


def _numbers(found: re.Match[str], today: date, nearest: Nearest) -> date:
    first, second = int(found[1]), int(found[3])
    if found[2] == "-" and found[4] and len(found[4]) == 2:  # 26-11-24: which of them is the year?
        raise NotAValue(HOW)
    if found[2] == "/" and first != second and first <= 12 and second <= 12:
        raise NotAValue(
            f"{found[0]} can be read in two ways. Write the month as a word: {first} {MONTHS[second - 1]}, "
            f"or {second} {MONTHS[first - 1]}."
        )
    day, month = (second, first) if found[2] == "/" and second > 12 else (first, second)
    return _dated(day, month, found[4], today, nearest)


def _dated(day: int, month: int, year: str | None, today: date, nearest: Nearest) -> date:
    if year:
        return _made(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # Four years back or ahead, so that 29 February is found too.
    years = range(today.year, today.year - 9, -1) if nearest == "past" else range(today.year, today.year + 9)
    for tried in years:
        try:
            said = date(tried, month, day)
        except ValueError:
            continue
        if (said <= today) if nearest == "past" else (said > today):
            return said
    raise NotAValue(f"There is no such day. {HOW}")


def _made(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotAValue(f"There is no such day. {HOW}") from None


def _weekday(weekday: int, today: date, nearest: Nearest) -> date:
    """The last such day before today, or the next one after it; today's own name means a week from it."""
    if nearest == "past":
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _month(name: str) -> int | None:
    at = _name("sep" if name == "sept" else name, MONTHS)
    return None if at is None else at + 1


def _name(typed: str, names: tuple[str, ...]) -> int | None:
    """Which of the names begins so; three letters are enough, and none is guessed from fewer."""
    if len(typed) < 3:
        return None
    return next((i for i, n in enumerate(names) if n.lower().startswith(typed)), None)
