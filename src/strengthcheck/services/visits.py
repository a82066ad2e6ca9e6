"""Visits: a doctor examined me, who, when, and what was found."""

from typing import NamedTuple

from strengthcheck.model.profile import Gate, Visit
from strengthcheck.services.person import open_losses, save_visit
from strengthcheck.services.plan import seal_until
from strengthcheck.services.seal import seal_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.sealed import Seal


class Entered(NamedTuple):
    """A visit that is kept, and what it did."""

    visit: Visit
    ended: tuple[Gate, ...]
    """Lost tasks that were open and are now seen."""
    still_open: tuple[Gate, ...]
    """Lost tasks told after the visit's day."""
    held: Seal | None
    """The seal that held until then, if any did."""


def visits_of(ws: Workspace) -> tuple[Visit, ...]:
    """Every visit, the latest first."""
    values = ws.remember("visits", lambda: tuple(r.value for r in ws.store.heads("visit")))
    return tuple(sorted((v for v in values if isinstance(v, Visit)), key=lambda v: v.on, reverse=True))


def enter_visit(ws: Workspace, visit: Visit) -> Entered:
    """Keep a visit; what was told as lost up to its day counts as seen from now on.

    A seal that waits for a visit ends with the first one on its own day or later: one from before it is no
    reason to show values that were sealed since. A seal until a date stays to its date.
    """
    before, held = open_losses(ws), seal_of(ws)
    save_visit(ws, visit)
    if held is not None and held.ends_by(visit.on):
        seal_until(ws, None)
    after = open_losses(ws)
    left = [(g.at, g.lost) for g in after]
    return Entered(visit, tuple(g for g in before if (g.at, g.lost) not in left), after, held)
