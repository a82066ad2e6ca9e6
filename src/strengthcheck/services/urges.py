"""Wishes to test before the date: what was told, what became of it, and what that says for the next time."""

from datetime import date, timedelta

from strengthcheck.model.entry import Revision
from strengthcheck.model.profile import Urge
from strengthcheck.services.cards import cards_of
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.urges import EarlyFacts


def urges_of(ws: Workspace) -> tuple[Urge, ...]:
    """Every wish to test early, the latest first."""
    values = (r.value for r in ws.store.heads("urge"))
    return tuple(sorted((v for v in values if isinstance(v, Urge)), key=lambda u: u.at, reverse=True))


def save_urge(ws: Workspace, urge: Urge) -> None:
    """Keep one, at once. Kept again under the same id, it follows what was kept before."""
    named = urge.model_copy(update={"id": urge.id})  # the id is written down too
    entry = ws.store.entry(urge.id)
    after = tuple(r.id for r in entry.heads) if entry is not None else ()
    if entry is None or entry.current.value != named:
        ws.store.add(Revision.of(named, kind="urge", entry=urge.id, made_at=ws.clock.now(), after=after))


def early_facts(ws: Workspace) -> EarlyFacts:
    """What an early start speaks from."""
    now = ws.clock.now()
    return EarlyFacts(
        today=now.date(),
        urges=urges_of(ws),
        cards=cards_of(ws),
        worries=worries(ws, now.date()),
    )


def worries(ws: Workspace, today: date) -> tuple[int | float, ...]:
    """The worry told at the checks of the last year, the latest first."""
    since = today - timedelta(days=365)
    told = [
        c.context.worry
        for c in checks_of(ws)
        if c.context is not None and c.context.worry is not None and c.started_at.date() >= since
    ]
    return tuple(reversed(told))
