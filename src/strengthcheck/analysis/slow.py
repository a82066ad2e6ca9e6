"""After how many months a slow loss would show, by the checks done so far and the person's own error."""

from collections.abc import Iterable
from datetime import date
from statistics import median

from strengthcheck.analysis.spans import MONTH_DAYS
from strengthcheck.analysis.whole import ReadPair

SLOW_LOSS = 0.04
"""The loss a month, as a share, whose date is said (cannot.slow)."""

ENTERING = 60
"""The last so many checks enter the model of a lasting loss (docs/reading.md)."""


def slow_months(pairs: Iterable[ReadPair], today: date) -> int | None:
    """After how many months a loss of 4 % a month from today would show in eight of ten: the middle side's.

    None while no side has a usual range in numbers.
    """
    found = [m for read in pairs if read.pair.measure.id != "ladder" for m in _months(read, today)]
    return round(median(found)) if found else None


def _months(read: ReadPair, on: date) -> list[float]:
    from strengthcheck.analysis.power import power_dates  # numpy: only where a reading is asked for

    today = float((on - read.days[0]).days)
    days = [float((d - read.days[0]).days) for d in read.days[-ENTERING:]]
    ranges = [usual for side in read.sides if (usual := read.side(side).range) is not None]
    powers = [power_dates(days, usual.error, today, rates=(SLOW_LOSS,))[0] for usual in ranges]
    return [(p.most - today) / MONTH_DAYS for p in powers if p.most is not None]
