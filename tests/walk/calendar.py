"""The two years of a walk, over a leap day and two changes of the clock each."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_DAY = date(2027, 1, 4)
DAYS = 731
"""Two years; 29 February 2028 is among them."""

HOME = ZoneInfo("Europe/London")


def day_date(day: int) -> date:
    """The date of a day, counted from 0."""
    return FIRST_DAY + timedelta(days=day)


def moment(day: int, hour: int = 19, minute: int = 0, zone: ZoneInfo = HOME) -> datetime:
    """An hour of a day, as the clock at that place shows it."""
    return datetime.combine(day_date(day), time(hour, minute), tzinfo=zone)
