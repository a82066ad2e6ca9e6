"""Confirming checks: the tests in question alone, 14 days on, at most three running; regular dates stay."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from strengthcheck.analysis.schedule import REGULAR_DAYS, Due, Rhythm, next_due
from strengthcheck.analysis.whole import Whole

CONFIRM_DAYS = 14
CONFIRM_WINDOW_DAYS = 4
"""From this many days before its date a confirming check is planned."""

MOST_RUNNING = 3
OVERDUE_DAYS = 7
"""A confirming check this many days late is spoken of (home.overdue)."""


class Confirm(NamedTuple):
    """A confirming check that the record asks for."""

    on: date
    protocols: tuple[str, ...]

    def is_open(self, today: date) -> bool:
        """Whether a check of these tests started today is planned."""
        return today >= self.on - timedelta(days=CONFIRM_WINDOW_DAYS)


def confirming(
    asked: Sequence[str], planned: Iterable[date], due: Due, *, interval_days: Rhythm = REGULAR_DAYS
) -> Confirm | None:
    """The confirming check asked after the newest planned one.

    None when nothing is asked, when three have run since the last regular check, or when the regular date
    comes first: it confirms as well.
    """
    done = sorted(planned)
    if not asked or not done or _running(done, interval_days) >= MOST_RUNNING:
        return None
    on = done[-1] + timedelta(days=CONFIRM_DAYS)
    opens = due.opens_on()
    return None if opens is not None and opens <= on else Confirm(on, tuple(asked))


def unconfirmed(whole: Whole) -> tuple[str, ...]:
    """The tests that a confirming check is wanted of, without those whose loss is confirmed already."""

    def open_still(protocol: str) -> bool:
        sides = [p.side(s) for p in whole.pairs if p.pair.key.protocol == protocol for s in p.sides]
        return any(s.course == "one_low" for s in sides) or not any(s.raised for s in sides)

    return tuple(p for p in whole.confirm if open_still(p))


def _running(done: Sequence[date], interval_days: Rhythm) -> int:
    """How many of the newest planned checks were confirming ones."""
    count = 0
    for i in range(len(done) - 1, 0, -1):
        if next_due(done[:i], interval_days=interval_days, on=done[i]).is_open(done[i]):
            break
        count += 1
    return count
