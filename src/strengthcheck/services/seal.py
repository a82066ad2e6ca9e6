"""Whether results are sealed, and the one place where a face asks before it hands out values."""

from datetime import date

from strengthcheck.exchange.refused import Refused
from strengthcheck.services.person import plan_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.sealed import is_sealed, sealed_words


class Sealed(Refused):
    """Values are sealed; the text says until when, and how to see them all the same."""


def sealed_until(ws: Workspace) -> date | None:
    """Until when values are sealed; None when they are not sealed today."""
    until = plan_of(ws).sealed_until
    return until if is_sealed(until, ws.clock.now().date()) else None


def require_open(ws: Workspace, *, unseal: bool = False) -> None:
    """Raise Sealed while values are sealed, unless the person asked to see them all the same."""
    until = sealed_until(ws)
    if until is not None and not unseal:
        said = sealed_words(until, ws.clock.now().date()).text
        raise Sealed(f"{said} To write them all the same, say so: --unseal. Nothing was written.")
