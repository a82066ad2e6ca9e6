"""Cards: a sensation at a spot, written down once, with how it ended."""

from datetime import date
from uuid import UUID

from strengthcheck.model.entry import Revision
from strengthcheck.model.profile import Card
from strengthcheck.services.workspace import Workspace


class NoSuchCard(LookupError):
    """The card is not in the record."""


def cards_of(ws: Workspace) -> tuple[Card, ...]:
    """Every card, the one that began last first."""
    cards = [
        v.model_copy(update={"id": r.entry}) for r in ws.store.heads("card") if isinstance(v := r.value, Card)
    ]
    return tuple(sorted(cards, key=lambda c: (c.began_on, str(c.id)), reverse=True))


def save_card(ws: Workspace, card: Card) -> None:
    """Keep a card, new or changed; one that is the same changes nothing."""
    named = card.model_copy(update={"id": card.id})  # written down too, so that it is read back as it is
    entry = ws.store.entry(card.id)
    if entry is not None and entry.current.value == named:
        return
    after = tuple(r.id for r in entry.heads) if entry is not None else ()
    ws.store.add(Revision.of(named, kind="card", entry=card.id, made_at=ws.clock.now(), after=after))


def end_card(ws: Workspace, card: UUID, ended_on: date, ending: str = "") -> Card:
    """Write down that it ended, and how. Raises NoSuchCard."""
    entry = ws.store.entry(card)
    value = entry.current.value if entry is not None else None
    if not isinstance(value, Card):
        raise NoSuchCard("This card is not in the record.")
    ended = value.model_copy(update={"ended_on": ended_on, "ending": ending})
    save_card(ws, ended)
    return ended
