"""When the next check is due: days 0, 7 and 14, then every 28, in local calendar days.

Why this rhythm: docs/decisions/schedule-rhythm.md.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

BASELINE_CHECKS = 3
BASELINE_DAYS = 7
REGULAR_DAYS = 28
"""A fortnightly check would find a lasting loss about a month sooner with twice the testing
(docs/reading.md#when-a-loss-would-show)."""

BASELINE_WINDOW_DAYS = 3
REGULAR_WINDOW_DAYS = 5
"""From this many days before its date a check is planned; before that, extra."""

EXTRA_EVERY_DAYS = 7
"""One extra check a week at most."""

Rhythm = int | tuple[tuple[date, int], ...]
"""Days between regular checks; or, where that changed, from which day on how many, in order of time."""

Rarer = Literal["longer", "end"]
"""What may be proposed of the rhythm: a longer interval, or an end."""


class Due(NamedTuple):
    """The next planned check."""

    on: date | None
    """Its date; none before the first check, which may be any day."""
    window_days: int
    number: int
    """Which planned check it is, from 1."""
    kind: Literal["first", "baseline", "regular"]

    def opens_on(self) -> date | None:
        """The first day on which a check is planned, not extra."""
        return None if self.on is None else self.on - timedelta(days=self.window_days)

    def is_open(self, today: date) -> bool:
        """Whether a check started today is planned."""
        opens = self.opens_on()
        return opens is None or today >= opens


def next_due(planned: Iterable[date], *, interval_days: Rhythm = REGULAR_DAYS, on: date = date.max) -> Due:
    """The next check after the planned ones done so far.

    A check within its window counts for its date, so coming early does not shorten the rhythm; one that is
    late starts the next interval on its own day. A planned check before the window is a confirming one: it
    moves nothing. A rhythm that changed judges each check by what held on its day, the next one by `on`.
    """
    kept, done = None, 0
    for day in sorted(planned):
        # What was chosen on the day of a check was chosen after it.
        due = _following(kept, done, interval_on(interval_days, day - _ONE_DAY))
        if due.is_open(day):
            kept, done = day if due.on is None else max(day, due.on), due.number
    return _following(kept, done, interval_on(interval_days, on))


_ONE_DAY = timedelta(days=1)


def interval_on(rhythm: Rhythm, day: date) -> int:
    """The days between regular checks that hold on a day."""
    if isinstance(rhythm, int):
        return rhythm
    return next((days for since, days in reversed(rhythm) if since <= day), REGULAR_DAYS)


def _following(kept: date | None, done: int, interval_days: int) -> Due:
    if kept is None:
        return Due(None, 0, 1, "first")
    if done < BASELINE_CHECKS:
        return Due(kept + timedelta(days=BASELINE_DAYS), BASELINE_WINDOW_DAYS, done + 1, "baseline")
    return Due(kept + timedelta(days=interval_days), REGULAR_WINDOW_DAYS, done + 1, "regular")


def extra_from(extras: Iterable[date]) -> date | None:
    """The first day on which another extra check may be done; none when any day will do."""
    last = max(extras, default=None)
    return None if last is None else last + timedelta(days=EXTRA_EVERY_DAYS)
