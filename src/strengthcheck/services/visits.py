"""Visits: a doctor examined me, who, when, and what was found."""

from typing import NamedTuple

from strengthcheck.model.profile import Gate, Visit
from strengthcheck.services.person import open_losses, save_visit
from strengthcheck.services.plan import seal_until
from strengthcheck.services.workspace import Workspace


class Entered(NamedTuple):
    """A visit that is kept, and what it did."""

    visit: Visit
    ended: tuple[Gate, ...]
    """Lost tasks that were open and are now seen."""
    still_open: tuple[Gate, ...]
    """Lost tasks told after the visit's day."""


def visits_of(ws: Workspace) -> tuple[Visit, ...]:
    """Every visit, the latest first."""
    values = ws.remember("visits", lambda: tuple(r.value for r in ws.store.heads("visit")))
    return tuple(sorted((v for v in values if isinstance(v, Visit)), key=lambda v: v.on, reverse=True))


def enter_visit(ws: Workspace, visit: Visit) -> Entered:
    """Keep a visit; what was told as lost up to its day counts as seen from now on, and a seal ends."""
    before = open_losses(ws)
    save_visit(ws, visit)
    seal_until(ws, None)
    after = open_losses(ws)
    left = [(g.at, g.lost) for g in after]
    return Entered(visit, tuple(g for g in before if (g.at, g.lost) not in left), after)
