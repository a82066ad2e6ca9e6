"""Unfinished checks: each event on the disk before the screen moves on."""

from uuid import UUID

from pydantic import ValidationError

from strengthcheck.model.event import Began, Event
from strengthcheck.store import texts, totals
from strengthcheck.store.database import Database
from strengthcheck.store.errors import EntryExists, StoreDamaged, StoreRefused
from strengthcheck.store.packing import chained, damaged, pack_event, unpack_event
from strengthcheck.store.values import Draft


def begin(db: Database, began: Began) -> None:
    """Open a journal with its first event; its protocol texts must be kept already.

    Raises:
        EntryExists: a check of that id is there, finished or not.

    """
    if db.row("SELECT 1 FROM drafts WHERE id = ?", str(began.check)):
        raise EntryExists(f"The check {began.check} is already open, unfinished.")
    if db.row("SELECT 1 FROM entries WHERE id = ?", str(began.check)):
        raise EntryExists(f"An entry {began.check} is already in the record.")
    texts.require_texts(db, began.protocols)
    db.run("INSERT INTO drafts(id, begun_at) VALUES(?, ?)", str(began.check), _begun_at(began))
    _put(db, began.check, began)


def append(db: Database, check: UUID, event: Event) -> None:
    """Write one more event.

    Raises:
        StoreRefused: no such unfinished check, or a second beginning.

    """
    require_draft(db, check)
    if isinstance(event, Began):
        raise StoreRefused(f"The check {check} has begun already.")
    _put(db, check, event)


def _put(db: Database, check: UUID, event: Event) -> None:
    text = pack_event(event)
    last = db.row("SELECT seq, digest FROM events WHERE draft = ? ORDER BY seq DESC LIMIT 1", str(check))
    seq, before = (last[0] + 1, last[1]) if last else (0, "")
    digest = chained(before, text)
    db.run("INSERT INTO events(draft, seq, event, digest) VALUES(?, ?, ?, ?)", str(check), seq, text, digest)
    totals.shift(db, "events", added=[digest])


def require_draft(db: Database, check: UUID) -> None:
    """Refuse a check that is not open.

    Raises:
        StoreRefused: it was kept or discarded, or never begun.

    """
    if not db.row("SELECT 1 FROM drafts WHERE id = ?", str(check)):
        raise StoreRefused(f"There is no unfinished check {check}; it was kept, discarded, or never begun.")


def drop(db: Database, check: UUID) -> None:
    """Forget an unfinished check; its place on the disk is overwritten."""
    require_draft(db, check)
    digests = [d for (d,) in db.rows("SELECT digest FROM events WHERE draft = ?", str(check))]
    db.run("DELETE FROM events WHERE draft = ?", str(check))
    db.run("DELETE FROM drafts WHERE id = ?", str(check))
    totals.shift(db, "events", removed=digests)


def read_drafts(db: Database) -> tuple[Draft, ...]:
    """Every unfinished check, in the order they were begun.

    Raises:
        StoreDamaged: an event is not what was saved; names the check.

    """
    with db.reading():
        read = [read_draft(db, name) for name in draft_names(db)]
        if not totals.agrees(db, "events", (d for _, digests in read for d in digests)):
            raise StoreDamaged("An unfinished check lacks something that was saved, or is gone.")
    return tuple(sorted((draft for draft, _ in read), key=lambda d: (d.began.at, str(d.check))))


def draft_names(db: Database) -> list[str]:
    """The ids of unfinished checks as they stand, unchecked."""
    return [name for (name,) in db.rows("SELECT id FROM drafts NOT INDEXED ORDER BY id")]


def read_draft(db: Database, name: str) -> tuple[Draft, list[str]]:
    """One unfinished check, and the digests of the events read: not through an index, which may lack some.

    Raises:
        StoreDamaged: an event is not what was saved; names the check.

    """
    events: list[Event] = []
    before = ""
    rows = db.rows("SELECT seq, event, digest FROM events NOT INDEXED WHERE draft = ? ORDER BY seq", name)
    for expected, (seq, text, digest) in enumerate(rows):
        try:
            before = chained(before, text)
            events.append(unpack_event(text))
        except (ValidationError, TypeError):
            raise damaged("unfinished check", name) from None
        if (seq, digest) != (expected, before):
            raise damaged("unfinished check", name)
    if not events or not isinstance(events[0], Began) or str(events[0].check) != name:
        raise damaged("unfinished check", name)
    begun_at = db.row("SELECT begun_at FROM drafts NOT INDEXED WHERE id = ?", name)
    if begun_at != (_begun_at(events[0]),):
        raise damaged("unfinished check", name)
    found = [texts.read_text(db, ref) for ref in events[0].protocols]
    if None in found:
        raise damaged("unfinished check", name)
    draft = Draft(check=events[0].check, events=tuple(events), texts=tuple(t for t in found if t is not None))
    return draft, [digest for _, _, digest in rows]


def _begun_at(began: Began) -> str:
    return str(began.model_dump(mode="json")["at"])
