"""Whether results are sealed, and the one place where a face asks before it hands out values."""

from datetime import date

from strengthcheck.exchange.refused import Refused
from strengthcheck.model.profile import PLAN_ENTRY, Plan
from strengthcheck.services.person import plan_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.sealed import Seal, is_sealed, short_words


class Sealed(Refused):
    """Values are sealed; the text says until when, and how to see them all the same."""


def sealed_until(ws: Workspace) -> date | None:
    """Until when values are sealed; None when they are not sealed today."""
    until = plan_of(ws).sealed_until
    return until if is_sealed(until, ws.clock.now().date()) else None


def seal_of(ws: Workspace) -> Seal | None:
    """The seal that holds today, with the day on which it was set; None when nothing is sealed."""
    until, entry = sealed_until(ws), ws.store.entry(PLAN_ENTRY)
    if until is None or entry is None:
        return None
    known = {r.id: r for r in entry.revisions}
    here = entry.current
    while before := [r for a in here.after if (r := known.get(a)) and _seals(r.value, until)]:
        here = min(before, key=lambda r: (r.made_at, r.id))  # of two joined ones, the earlier
    return Seal(until, here.made_at.date())


def _seals(value: object, until: date) -> bool:
    return isinstance(value, Plan) and value.sealed_until == until


def sealed_today(ws: Workspace) -> str:
    """That values are sealed, and until when, in a sentence; empty when they are not."""
    return short_words(sealed_until(ws), ws.clock.now().date())


def require_open(ws: Workspace, *, unseal: bool = False) -> None:
    """Raise Sealed while values are sealed, unless the person asked to see them all the same."""
    said = sealed_today(ws)
    if said and not unseal:
        raise Sealed(f"{said} To write them all the same, say so: --unseal. Nothing was written.")
