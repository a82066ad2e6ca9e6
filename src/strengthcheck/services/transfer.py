"""The record out to a file, and back in from one: whole, repeatable, all or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple
from uuid import UUID

from strengthcheck.exchange.document import Document, write_document
from strengthcheck.exchange.known import KnownProtocols, KnownText
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.validate import accept
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolText, Revision
from strengthcheck.services.recording import is_same, prepare
from strengthcheck.services.workspace import Workspace, protocol_from
from strengthcheck.store import automatic_backup

PROGRESS_EVERY = 50
"""Revisions between two words on how far it is."""


class Counts(NamedTuple):
    """What an import did, or would do, in entries."""

    new: int
    same: int
    changed: int
    """Entries that were there, and of which the file knows more."""


class _Incoming(NamedTuple):
    revisions: tuple[Revision, ...]
    texts: tuple[ProtocolText, ...]
    same: int
    """Hand-written checks that are in the record already."""


def export_json(ws: Workspace) -> str:
    """All of the record as one JSON text; the same record gives the same text, byte for byte."""
    return write_document(ws.store.entries(), ws.store.protocol_texts())


def import_document(
    ws: Workspace,
    document: Document,
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> Counts:
    """Join an export to the record, all of it or none; a second time changes nothing.

    `progress` is told how many revisions are checked, of how many.

    Nothing is ever taken away: what the file doesn't hold stays. Raises Refused, or StoreError; then nothing
    was changed.
    """
    known = _known(ws, document)
    every = len(document.revisions)
    for i, revision in enumerate(document.revisions):
        if i % PROGRESS_EVERY == 0:
            progress(i, every)
        _fits_its_tests(revision, known)
    progress(every, every)
    incoming = _incoming(ws, document, known)
    counts = _count(ws, incoming)
    if not dry_run and (counts.new or counts.changed):
        if ws.store.revision_count:
            automatic_backup(ws.store, now=ws.clock.now(), why="merge")
        ws.store.merge(incoming.revisions, incoming.texts)
    return counts


def _known(ws: Workspace, document: Document) -> KnownProtocols:
    """The tests that the file carries, then those known here."""
    here = ws.known()
    carried = (
        KnownText(have.protocol, text) if (have := here.by_digest(text.sha256)) else _read(text)
        for text in document.texts
    )
    return KnownProtocols.of(carried).then(here)


def _read(text: ProtocolText) -> KnownText:
    return KnownText(protocol_from(text), text)


def _fits_its_tests(revision: Revision, known: KnownProtocols) -> None:
    """A kept check holds against the very texts that it was made with."""
    used = []
    for ref in revision.uses:
        test = known.by_digest(ref.sha256)
        if test is None or test.text.ref != ref:
            raise Refused(
                f"check {revision.entry} was made with {ref.id} version {ref.version}, "
                "and the file doesn't carry the text of that test"
            )
        used.append(test)
    value = revision.value
    if isinstance(value, Check):
        try:
            accept(value, KnownProtocols.of(used).then(known), now=None, kept=True)
        except Refused as e:
            raise Refused(f"check {value.id}: {e}") from e


def _incoming(ws: Workspace, document: Document, known: KnownProtocols) -> _Incoming:
    revisions = list(document.revisions)
    needed = {t.sha256: t for t in document.texts}
    for ref in (ref for r in document.revisions for ref in r.uses):
        test = known.by_digest(ref.sha256)
        if test is not None:
            needed.setdefault(ref.sha256, test.text)
    same = 0
    for check in document.checks:
        stored = ws.store.entry(check.id)
        if stored is not None:
            if stored.current.state != "purged" and not is_same(check, stored):
                raise Refused(
                    f"check {check.id} is in the record already, with other content; "
                    "to import both, give the one in the file another id"
                )
            same += 1
            continue
        try:
            ready = prepare(ws, check, known)
        except Refused as e:
            raise Refused(f"check {check.id}: {e}") from e
        revisions.append(ready.revision)
        needed.update({t.sha256: t for t in ready.texts})
    return _Incoming(tuple(revisions), tuple(needed.values()), same)


def _count(ws: Workspace, incoming: _Incoming) -> Counts:
    by_entry: dict[UUID, list[Revision]] = {}
    for revision in incoming.revisions:
        by_entry.setdefault(revision.entry, []).append(revision)
    tally = Counter(_what(ws, entry, revisions) for entry, revisions in by_entry.items())
    return Counts(tally["new"], tally["same"] + incoming.same, tally["changed"])


def _what(ws: Workspace, entry: UUID, revisions: Iterable[Revision]) -> Literal["new", "same", "changed"]:
    stored = ws.store.entry(entry)
    if stored is None:
        return "new"
    given = list(revisions)
    if stored.kind != given[0].kind:
        raise Refused(f"entry {entry} is a {given[0].kind} in the file and a {stored.kind} in the record")
    if stored.current.state == "purged":
        return "same"
    there = {r.id for r in stored.revisions}
    return "same" if all(r.id in there for r in given) else "changed"
