"""A calendar of checks, calm: days with a check are marked, nothing is counted, nothing runs on."""

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.views.dates import MONTHS
from strengthcheck.views.history import CheckSummary

Mark = Literal["", "planned", "extra", "due", "today"]
"""What a day is; a check outranks the rest."""

SIGNS: Mapping[Mark, str] = {"": " ", "planned": "●", "extra": "○", "due": "◇", "today": "‹"}
"""One sign a mark, so that it is read without colour."""

SPOKEN: Mapping[Mark, str] = {"planned": "", "extra": "(extra)", "due": "(next date)"}
"""What is said after a day's number; other days are not said."""

LEAD = "Most days are empty, and that is right."
TOLD: Mapping[Mark, str] = {"planned": "planned", "extra": "extra", "due": "next date", "today": "today"}
"""What each sign means, in the order of the legend."""

MONTH_WIDTH = 28
"""Cells of a month: four for each day."""
BETWEEN = 4
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Day(NamedTuple):
    """One day of a month; none of its days where the number is 0."""

    number: int
    mark: Mark


class Shown(NamedTuple):
    """What a calendar shows, and how far it goes."""

    checks: tuple[CheckSummary, ...]
    due: date | None
    today: date
    last: date
    """The first day of the last month that is shown."""

    @property
    def earlier(self) -> bool:
        """Whether there are checks before the last month."""
        first = min((c.at.date() for c in self.checks), default=self.today)
        return first < self.last

    @property
    def later(self) -> bool:
        """Whether today or the next date lies after it."""
        end = max(self.today, self.due or self.today)
        return (end.year, end.month) > (self.last.year, self.last.month)


class Month(NamedTuple):
    """One month as weeks from Monday to Sunday."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]


def first_shown(checks: Iterable[CheckSummary], due: date | None, today: date) -> Shown:
    """The calendar as it opens: up to the month of the next date, or of today."""
    end = max(today, due) if due is not None else today
    return Shown(tuple(checks), due, today, end.replace(day=1))


def shown_months(shown: Shown, count: int) -> tuple[Month, ...]:
    """So many months of it, the earliest first."""
    return months(shown.checks, shown.due, shown.today, last=shown.last, count=count)


def months(
    checks: Iterable[CheckSummary], due: date | None, today: date, *, last: date, count: int
) -> tuple[Month, ...]:
    """So many months up to that of `last`, the earliest first."""
    marks = _marks(checks, due, today)
    found = []
    year, month = last.year, last.month
    for _ in range(count):
        found.append(_month(year, month, marks))
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return tuple(reversed(found))


def moved(last: date, by: int) -> date:
    """The first of the month so many months from another one."""
    index = last.year * 12 + last.month - 1 + by
    return date(index // 12, index % 12 + 1, 1)


def legend(months: Iterable[Month]) -> str:
    """What the signs mean that stand in these months, and no other."""
    marks = {day.mark for month in months for week in month.weeks for day in week}
    return "   ".join(f"{SIGNS[mark]} {word}" for mark, word in TOLD.items() if mark in marks)


def cell(day: Day) -> str:
    """A day in four cells: its number and its sign."""
    return f"{day.number:3}{SIGNS[day.mark]}" if day.number else "    "


def across(width: int) -> int:
    """How many months stand side by side in so many cells; one at least."""
    return max(1, min(3, (width + BETWEEN) // (MONTH_WIDTH + BETWEEN)))


def spoken(month: Month) -> str:
    """A month in words, for lines: its days with a check, and the next date."""
    days = [f"{d.number} {SPOKEN[d.mark]}".strip() for week in month.weeks for d in week if d.mark in SPOKEN]
    return f"{month.title}: {', '.join(days)}" if days else f"{month.title}: none"


def _marks(checks: Iterable[CheckSummary], due: date | None, today: date) -> dict[date, Mark]:
    marks: dict[date, Mark] = {today: "today"}
    if due is not None and due >= today:
        marks[due] = "due"
    for check in checks:
        day = check.at.date()
        if marks.get(day) != "planned":
            marks[day] = "planned" if check.planned else "extra"
    return marks


def _month(year: int, month: int, marks: Mapping[date, Mark]) -> Month:
    weeks = tuple(
        tuple(Day(n, marks.get(date(year, month, n), "") if n else "") for n in week)
        for week in calendar.Calendar().monthdayscalendar(year, month)
    )
    return Month(f"{MONTHS[month - 1]} {year}", weeks)
