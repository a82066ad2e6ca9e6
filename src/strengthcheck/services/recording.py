"""Saving a whole check that comes at once: from a file, from paper, from a clinic."""

from typing import NamedTuple
from uuid import UUID

from strengthcheck.exchange.checks import read_check, same_as_named
from strengthcheck.exchange.known import KnownProtocols
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.validate import accept, texts_used
from strengthcheck.model.check import Check
from strengthcheck.model.entry import Entry, ProtocolText, Revision
from strengthcheck.model.event import Given
from strengthcheck.services.workspace import Workspace
from strengthcheck.store import EntryExists


class Saved(NamedTuple):
    """A check that is in the record and durable."""

    id: UUID
    new: bool
    """False when the same content was there already, and nothing changed."""


class Ready(NamedTuple):
    """A check in the form it is kept in."""

    check: Check
    texts: tuple[ProtocolText, ...]
    revision: Revision


def record_check(ws: Workspace, text: str, *, known: KnownProtocols | None = None) -> Saved:
    """Save one check from JSON; it is durable when this returns.

    An id that is there already with the same content (every field that the text names equals what was first
    recorded) changes nothing; with other content it is refused. Raises Refused, or StoreError. `known` spares
    reading the tests again when many checks are saved.
    """
    return save_check(ws, read_check(text), known)


def save_check(ws: Workspace, check: Check, known: KnownProtocols | None = None) -> Saved:
    """Save one check; as `record_check`."""
    stored = ws.store.entry(check.id) if "id" in check.model_fields_set else None
    if stored is not None:
        return _again(check, stored)
    ready = prepare(ws, check, known or ws.known())
    try:
        new = ws.store.record(Given(check=ready.check), ready.texts, ready.revision)
    except EntryExists:
        # Another process may have saved it since we looked; an unfinished check of that id is no entry.
        stored = ws.store.entry(ready.check.id)
        if stored is None:
            raise
        return _again(check, stored)
    return Saved(ready.check.id, new=new)


def prepare(ws: Workspace, check: Check, known: KnownProtocols, *, any_day: bool = False) -> Ready:
    """The check as it is kept: held against its tests, with what it leaves open filled in and named.

    `any_day` takes dates in the future too. Raises Refused.
    """
    now = ws.clock.now()
    accepted = accept(check, known, now=None if any_day else now)
    full = accepted.model_copy(
        update={
            "format_version": accepted.format_version,
            "id": accepted.id if "id" in check.model_fields_set else ws.new_id(),
            "planned": accepted.planned,
        }
    )
    texts = texts_used(full, known)
    revision = Revision.of(full, kind="check", entry=full.id, made_at=now, uses=[t.ref for t in texts])
    return Ready(full, texts, revision)


def is_same(check: Check, stored: Entry) -> bool:
    """Whether everything that the check names equals what was first recorded under its id."""
    first = stored.first.value
    return isinstance(first, Check) and same_as_named(check, first)


def _again(check: Check, stored: Entry) -> Saved:
    if stored.kind != "check":
        raise Refused(f"the id {check.id} belongs to something else in the record; give the check another id")
    if stored.current.state == "purged":
        raise Refused(f"the check {check.id} was deleted for good; give it another id to record it again")
    if not is_same(check, stored):
        raise Refused(
            f"the check {check.id} is in the record already, with other content; "
            "give the check another id, or leave the id out"
        )
    return Saved(check.id, new=False)
