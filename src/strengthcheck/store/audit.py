"""Whether an open record is what was once saved: nothing changed by itself, nothing vanished."""

import json
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from strengthcheck.store import journal, revisions, schema, texts, totals
from strengthcheck.store.database import Database, plain_errors
from strengthcheck.store.errors import StoreBusy, StoreDamaged, StoreError, StoreRefused
from strengthcheck.store.marker import Identity
from strengthcheck.store.packing import Row, unpack, unpack_text
from strengthcheck.store.values import Finding


def audit(db: Database, *, deep: bool) -> list[Finding]:
    """Everything wrong with the record, without changing it.

    The quick form, before a first write, checks the file's structure and every digest and total. The deep
    form also checks references, ancestry and that every content still reads as what it is.

    Raises:
        StoreBusy: another program held the record too long.

    """
    with db.reading():
        found = list(_part("file", _structure(db, deep)))
        for part in (_identity(db), _texts(db), _drafts(db), _revisions(db, deep)):
            found += _part("contents", part)
    return found


def require_whole(db: Database) -> None:
    """The quick form, as a gate.

    Raises:
        StoreDamaged: naming the first thing wrong.

    """
    found = audit(db, deep=False)
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        raise StoreDamaged(f"The record is damaged ({found[0]}{more}), so nothing is written to it.")


def _part(name: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of one part; a part that can't be read at all is one finding, and the others go on."""
    try:
        yield from findings
    except StoreBusy:
        raise
    except StoreError as e:
        yield Finding(where=name, what=str(e))


def _structure(db: Database, deep: bool) -> Iterator[Finding]:
    with plain_errors():
        if schema.tables(db.connection) != schema.expected_tables(db.pragma("user_version")):
            yield Finding(where="file", what="its tables are not what was saved")
    if db.rows("PRAGMA integrity_check(1)") != [("ok",)]:
        yield Finding(where="file", what="its structure is damaged")
    if deep:
        for table in dict.fromkeys(str(row[0]) for row in db.rows("PRAGMA foreign_key_check")):
            yield Finding(where=table, what="a row refers to one that is gone")


def _identity(db: Database) -> Iterator[Finding]:
    if identity_of(db) is None:
        yield Finding(where="meta", what="the record's own id is not what was saved")


def identity_of(db: Database) -> Identity | None:
    """Which record this is; None when that is damaged."""
    row = db.row("SELECT record, created, digest FROM meta")
    if row is None:
        return None
    try:
        identity = Identity.model_validate_json(json.dumps({"record": row[0], "created": row[1]}))
    except (ValidationError, TypeError):
        return None
    return identity if (str(identity.record), identity.digest) == (row[0], row[2]) else None


def _texts(db: Database) -> Iterator[Finding]:
    rows = db.rows(f"SELECT {texts.COLUMNS} FROM protocols")
    for row in rows:
        try:
            unpack_text(*row)
        except StoreDamaged as e:
            yield Finding(where="protocols", what=str(e))
    yield from _total(db, "protocols", (row[-1] for row in rows))


def _drafts(db: Database) -> Iterator[Finding]:
    digests: list[str] = []
    for name in journal.draft_names(db):
        try:
            digests += journal.read_draft(db, name)[1]
        except StoreDamaged as e:
            yield Finding(where="drafts", what=str(e))
    yield from _total(db, "events", digests)


def _revisions(db: Database, deep: bool) -> Iterator[Finding]:
    rows = revisions.read_rows(db)
    for row in rows:
        wrong = _wrong_with(db, row, deep)
        if wrong:
            yield Finding(where=ascii(row.entry)[1:-1][:60], what=wrong)
    yield from _total(db, "revisions", (row.id for row in rows))
    if deep:
        yield from _ancestry(db, rows)


def _wrong_with(db: Database, row: Row, deep: bool) -> str | None:
    """What is wrong with one revision by itself."""
    if not row.whole:
        return "a revision is not what was saved"
    if deep:
        try:
            revision = unpack(row)
            _ = revision.value
            texts.require_texts(db, revision.uses)
        except (StoreDamaged, ValidationError):
            return "a revision can't be read as what it is"
        except StoreRefused as e:
            return str(e)
    return None


def _ancestry(db: Database, rows: list[Row]) -> Iterator[Finding]:
    """Every revision's ancestors are there; every entry has a revision."""
    known = {(row.entry, row.id) for row in rows}
    for row in rows:
        if row.whole and row.state != "purged" and any((row.entry, a) not in known for a in row.ancestors):
            yield Finding(where=row.entry, what="a revision follows one that is gone")
    named = {row.entry for row in rows}
    for (entry,) in db.rows("SELECT id FROM entries"):
        if entry not in named:
            yield Finding(where=ascii(entry)[1:-1][:60], what="it has no revision any more")


def _total(db: Database, table: totals.Counted, digests: Iterable[str]) -> Iterator[Finding]:
    if not totals.agrees(db, table, digests):
        yield Finding(where=table, what="something that was saved is gone, or something else is there")
