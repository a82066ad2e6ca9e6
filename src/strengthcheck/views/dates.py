"""Dates and times as a person says them, given today."""

from datetime import date, datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_words(day: date, today: date) -> str:
    """14 December, with its year when that is not this one."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def weekday_words(day: date) -> str:
    """Monday 23 November 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def near_words(day: date, today: date) -> str:
    """Today, tomorrow, yesterday, in 3 days, 3 days ago; further off the date."""
    days = (day - today).days
    if abs(days) > 6:
        return date_words(day, today)
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in named:
        return named[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def on_words(day: date, today: date) -> str:
    """As `near_words`, so that it follows a verb: today, in 3 days, on 14 December."""
    near = near_words(day, today)
    return f"on {near}" if near[0].isdigit() and not near.endswith("ago") else near


def clock_words(at: datetime) -> str:
    """09:30, as the clock there showed."""
    return f"{at:%H:%M}"


def moment_words(at: datetime, today: date) -> str:
    """Today at 09:30; 14 December at 09:30."""
    return f"{near_words(at.date(), today)} at {clock_words(at)}"


def since_words(then: datetime, now: datetime) -> str:
    """How long ago: a moment, 12 minutes, 3 hours; from a day on, the days that the calendar counts."""
    minutes = int((now - then).total_seconds() // 60)
    days = (now.date() - then.astimezone(now.tzinfo).date()).days if minutes >= 24 * 60 else 0
    for count, unit in ((days, "day"), (minutes // 60, "hour"), (minutes, "minute")):
        if count > 0:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "a moment ago"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
