"""What the chooser needs, and what a check needs to know beside its tests."""

from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.days import CheckDay
from strengthcheck.model.check import Context
from strengthcheck.model.profile import Gate, Profile
from strengthcheck.services.gathered import gathered
from strengthcheck.services.person import known_losses, open_losses, profile_of
from strengthcheck.services.proposing import Option, proposal
from strengthcheck.services.readings import confirming_today
from strengthcheck.services.seal import sealed_today
from strengthcheck.services.sitting import Timing, timing
from strengthcheck.services.workspace import Workspace


class Choosing(NamedTuple):
    """All that the chooser needs."""

    options: tuple[Option, ...]
    timing: Timing
    first_ever: bool
    days_since: int
    """Days since the last check; 0 when there was none."""
    confirm: bool
    """A confirming check is open today: its tests alone, and no more."""
    excluded: bool
    """A general reason not to test oneself holds now."""
    unread: tuple[str, ...]
    """Files with tests of the person's own that can't be read: such a test just isn't in the list."""


class Around(NamedTuple):
    """What the steps of a check need beside the check itself."""

    profile: Profile
    losses: tuple[Gate, ...]
    """Told and not seen by a doctor."""
    known: tuple[Gate, ...]
    """Every loss whose course is asked for, seen ones too."""
    last_context: Context | None
    """How the day of the last check was."""
    timing: Timing
    days_since: int
    planned_checks: int
    first_ever: bool
    """No check is in the record yet."""
    sealed: str
    """That values are sealed, and until when; empty when they are not."""


def choosing(ws: Workspace) -> Choosing:
    """The tests for this person, with those proposed chosen."""
    days = gathered(ws).days
    when = timing(ws)
    asked = frozenset[str]() if when.due.is_open(when.today) else confirming_today(ws)
    options = proposal(ws)
    if asked:
        options = tuple(o._replace(proposed=True, too_long=False) for o in options if o.protocol.id in asked)
    return Choosing(
        options=options,
        timing=when,
        first_ever=not days,
        days_since=_days_since(days, when.today),
        confirm=bool(asked),
        excluded=bool(profile_of(ws).excluded),
        unread=tuple(dict.fromkeys(fault.path.name for fault in ws.catalogue().faults)),
    )


def around(ws: Workspace) -> Around:
    """What the steps of a check need beside it."""
    days = gathered(ws).days
    when = timing(ws)
    contexts = [d.context for d in days if d.context is not None]
    return Around(
        profile=profile_of(ws),
        losses=open_losses(ws),
        known=known_losses(ws),
        last_context=contexts[-1] if contexts else None,
        timing=when,
        days_since=_days_since(days, when.today),
        planned_checks=sum(d.planned for d in days),
        first_ever=not days,
        sealed=sealed_today(ws),
    )


def _days_since(days: tuple[CheckDay, ...], today: date) -> int:
    return (today - days[-1].at.date()).days if days else 0
