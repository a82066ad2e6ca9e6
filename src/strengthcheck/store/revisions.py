"""Entries and their revisions: added, merged, purged and read, never changed."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from uuid import UUID

from strengthcheck.model.entry import Entry, EntryKind, ProtocolText, Revision
from strengthcheck.store import totals
from strengthcheck.store.database import Database
from strengthcheck.store.errors import EntryExists, StoreDamaged, StoreRefused
from strengthcheck.store.packing import Row, damaged, pack, unpack
from strengthcheck.store.texts import put_texts, require_texts

_SELECT = (
    "SELECT r.id, r.entry, e.kind, r.after, r.made_at, r.instant, r.reason, r.state, r.content, r.uses "
    "FROM revisions r NOT INDEXED JOIN entries e ON e.id = r.entry"
)
"""Revisions are read from their table, not through an index, which in a damaged file can lack some."""
_ORDER = "ORDER BY r.entry, r.instant, r.id"


def put(db: Database, revision: Revision) -> bool:
    """Add one revision after those it names; False when that very revision is there already.

    Raises:
        EntryExists: it is a first revision, and the entry is there.
        StoreRefused: it follows a revision that is not there, or its entry was emptied from the bin.

    """
    row = pack(revision)
    known = _known(db, row.entry)
    if row.id in known:
        return False
    if row.state == "purged":
        raise StoreRefused(f"The {row.kind} {row.entry} can only be erased by emptying the bin.")
    if _purged(known):
        raise StoreRefused(f"The {row.kind} {row.entry} was emptied from the bin and can't be changed.")
    if known and not row.ancestors:
        raise EntryExists(f"The {row.kind} {row.entry} is already in the record.")
    _require_ancestors(row, known)
    require_texts(db, revision.uses)
    _insert(db, [row])
    return True


def merge(db: Database, revisions: Iterable[Revision], texts: Iterable[ProtocolText]) -> None:
    """Set union: what is not there is added, nothing is replaced. An entry purged on one side is purged.

    Raises:
        StoreRefused: a revision follows one, or uses a text, that neither side has.

    """
    put_texts(db, texts)
    given = {row.id: (row, r) for row, r in ((pack(r), r) for r in revisions)}
    rows = sorted((row for row, _ in given.values()), key=lambda row: (row.entry, row.instant, row.id))
    for entry, group in groupby(rows, key=lambda row: row.entry):
        batch = list(group)
        known = _known(db, entry)
        gone = _purged(known) or any(row.state == "purged" for row in batch)
        fresh = [r for r in batch if r.id not in known and not (gone and r.state != "purged")]
        if not gone:
            for row in fresh:
                _require_ancestors(row, known | {r.id: r.state for r in batch})
                require_texts(db, given[row.id][1].uses)
        elif not _purged(known):
            _erase(db, known)
        _insert(db, fresh)


def purge(db: Database, entries: Iterable[UUID], made_at: datetime) -> None:
    """Erase every revision of some entries and leave a mark in their place.

    Raises:
        StoreRefused: there is no such entry.

    """
    for entry in dict.fromkeys(entries):
        kind = db.row("SELECT kind FROM entries WHERE id = ?", str(entry))
        if kind is None:
            raise StoreRefused(f"There is no entry {entry}.")
        known = _known(db, str(entry))
        if not _purged(known):
            _erase(db, known)
            _insert(db, [pack(Revision(entry=entry, kind=kind[0], made_at=made_at, state="purged"))])


def has_revision(db: Database, revision: Revision) -> bool:
    """Whether that very revision is there.

    Raises:
        StoreRefused: it can't be kept at all.

    """
    return db.row("SELECT 1 FROM revisions WHERE id = ?", pack(revision).id) is not None


def _known(db: Database, entry: str) -> dict[str, str]:
    """The revisions of an entry that are there, with the state of each."""
    rows = db.rows("SELECT id, state FROM revisions WHERE entry = ?", entry)
    return {str(name): str(state) for name, state in rows}


def _purged(known: dict[str, str]) -> bool:
    return "purged" in known.values()


def _require_ancestors(row: Row, known: Iterable[str]) -> None:
    if not set(row.ancestors) <= set(known):
        raise StoreRefused(
            f"A change of the {row.kind} {row.entry} follows another one that is not here.",
            todo="Import a complete export, or both in one.",
        )


def _insert(db: Database, rows: list[Row]) -> None:
    for row in rows:
        there = db.row("SELECT kind FROM entries WHERE id = ?", row.entry)
        if there is None:
            db.run("INSERT INTO entries(id, kind) VALUES(?, ?)", row.entry, row.kind)
        elif there[0] != row.kind:
            raise StoreRefused(f"The entry {row.entry} is a {there[0]} here, and a {row.kind} there.")
    columns = [
        (r.id, r.entry, r.after, r.made_at, r.instant, r.reason, r.state, r.content, r.uses) for r in rows
    ]
    db.run_many(
        "INSERT INTO revisions(id, entry, after, made_at, instant, reason, state, content, uses) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        columns,
    )
    totals.shift(db, "revisions", added=[r.id for r in rows])


def _erase(db: Database, ids: Iterable[str]) -> None:
    gone = list(ids)
    db.run_many("DELETE FROM revisions WHERE id = ?", [(i,) for i in gone])
    totals.shift(db, "revisions", removed=gone)


def read_entry(db: Database, entry: UUID) -> Entry | None:
    """One entry with all its revisions.

    Raises:
        StoreDamaged: naming the entry.

    """
    rows = [Row(*r) for r in db.rows(f"{_SELECT} WHERE r.entry = ? {_ORDER}", str(entry))]
    return _entry(rows) if rows else None


def read_entries(db: Database, kind: EntryKind | None) -> tuple[Entry, ...]:
    """Every entry, the one recorded first first.

    Raises:
        StoreDamaged: naming what is damaged, be it of this kind or another: a list that may lack one is none.

    """
    return tuple(_entry(rows) for rows in _groups(db, kind))


def read_heads(db: Database, kind: EntryKind | None) -> Iterator[Revision]:
    """The revision that is read of every entry, in the order of `read_entries`; every digest is checked.

    All is checked at once; contents are made one at a time, so that a long record needs little room.

    Raises:
        StoreDamaged: as `read_entries`.

    """
    groups = _groups(db, kind)
    return (unpack(_head(rows)) for rows in groups)


def read_ids(db: Database, kind: EntryKind | None) -> tuple[UUID, ...]:
    """The id of every entry, without reading contents."""
    rows = db.rows("SELECT id FROM entries NOT INDEXED WHERE ?1 IS NULL OR kind = ?1 ORDER BY id", kind)
    try:
        return tuple(UUID(name) for (name,) in rows)
    except (ValueError, TypeError, AttributeError):
        raise StoreDamaged("The list of entries is not what was saved.") from None


def read_rows(db: Database) -> list[Row]:
    """Every revision as it stands, unchecked, in order of entry and time."""
    return [Row(*r) for r in db.rows(f"{_SELECT} {_ORDER}")]


def read_edited(db: Database, kind: EntryKind) -> tuple[UUID, ...]:
    """The entries of a kind that have more than one revision; works beside damaged contents."""
    rows = db.rows(
        "SELECT r.entry FROM revisions r NOT INDEXED JOIN entries e ON e.id = r.entry "
        "WHERE e.kind = ? GROUP BY r.entry HAVING count(*) > 1 ORDER BY r.entry",
        kind,
    )
    return tuple(UUID(str(row[0])) for row in rows)


def _groups(db: Database, kind: EntryKind | None) -> list[list[Row]]:
    """The revisions by entry. All are read and checked: a damaged kind would hide from a search for it."""
    with db.reading():
        rows = read_rows(db)
        all_there = totals.agrees(db, "revisions", (row.id for row in rows))
    for row in rows:
        if not row.whole:
            raise damaged(row.kind, row.entry)
    if not all_there:
        raise StoreDamaged("The record lacks something that was saved, or holds something that was not.")
    wanted = [row for row in rows if kind in (None, row.kind)]
    groups = [list(group) for _, group in groupby(wanted, key=lambda row: row.entry)]
    return sorted(groups, key=lambda rows: (min(r.instant for r in rows), rows[0].entry))


def _entry(rows: list[Row]) -> Entry:
    revisions = tuple(unpack(row) for row in rows)
    return Entry(id=revisions[0].entry, kind=revisions[0].kind, revisions=revisions)


def _head(rows: list[Row]) -> Row:
    """The same choice as `Entry.current`: a purged one, else the latest that nothing comes after."""
    followed = {a for row in rows for a in row.ancestors}
    open_ends = [r for r in rows if r.id not in followed]
    return next((r for r in rows if r.state == "purged"), max(open_ends, key=lambda r: (r.instant, r.id)))
