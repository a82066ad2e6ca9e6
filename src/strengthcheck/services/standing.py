"""Where the record stands: every series read together, computed anew each time and never saved."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.confirming import Confirm, confirming, unconfirmed
from strengthcheck.analysis.days import CheckDay, LeftOut
from strengthcheck.analysis.dips import Dip, dips_of
from strengthcheck.analysis.felt import FeltCount, felt_counts
from strengthcheck.analysis.schedule import Due, next_due
from strengthcheck.analysis.series import pairs_from
from strengthcheck.analysis.whole import Whole, read_whole
from strengthcheck.model.series import PairKey
from strengthcheck.services.gathered import gathered
from strengthcheck.services.person import profile_of, rhythm_of
from strengthcheck.services.workspace import Workspace


class Standing(NamedTuple):
    """Where the record stands on one day."""

    as_of: date
    days: tuple[CheckDay, ...]
    """Every check up to that day, without its values, in order of time."""
    whole: Whole
    due: Due
    confirm: Confirm | None
    """The confirming check that the record asks for, if any."""
    felt: tuple[FeltCount, ...]
    left_out: Mapping[PairKey, tuple[LeftOut, ...]]
    """The trials that do not count, by series."""
    unread: tuple[str, ...]
    """Why the text of a test can't be read, where one can't."""

    @property
    def planned(self) -> tuple[date, ...]:
        """The days of the planned checks, the first first."""
        return tuple(d.at.date() for d in self.days if d.planned)


def standing(ws: Workspace, as_of: date | None = None) -> Standing:
    """How the record stood on a day (today when none is named); read once for as long as nothing changes."""
    today = as_of or ws.clock.now().date()
    return ws.remember(("standing", today), lambda: _read(ws, today))


def _read(ws: Workspace, today: date) -> Standing:
    record, past = gathered(ws), today < ws.clock.now().date()
    # Flown west, or with the clock set back, a check's own day lies ahead: only an earlier day leaves it out.
    record = record.until(today) if past else record
    planned = [d.at.date() for d in record.days if d.planned]
    rhythm = rhythm_of(ws)
    due = next_due(planned, interval_days=rhythm, on=today)
    events = tuple(e for e in profile_of(ws).events if not past or e.on <= today)
    whole = read_whole(pairs_from(record.told), events)
    return Standing(
        as_of=today,
        days=record.days,
        whole=whole,
        due=due,
        confirm=confirming(unconfirmed(whole), planned, due, interval_days=rhythm),
        felt=felt_counts(whole.pairs, record.expected),
        left_out=record.left_out,
        unread=record.unread,
    )


def dips_at(ws: Workspace, now: Standing) -> tuple[Dip, ...]:
    """The low days of a standing, and what became of them."""
    return ws.remember(("dips", now.as_of), lambda: dips_of(now.whole.pairs))
