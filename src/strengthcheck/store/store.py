"""The record, as the rest of the program sees it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from strengthcheck.model.entry import Entry, EntryKind, ProtocolRef, ProtocolText, Revision
from strengthcheck.model.event import Began, Event, Given
from strengthcheck.store import audit, journal, opening, totals
from strengthcheck.store import revisions as revision_rows
from strengthcheck.store import texts as text_rows
from strengthcheck.store.database import Database
from strengthcheck.store.errors import EntryExists, StoreRefused
from strengthcheck.store.values import Draft


class Store:
    """One open record. Each method that changes something is one durable transaction when it returns.

    Synchronous, and for one thread at a time. Every error is a StoreError whose text can be shown.
    """

    def __init__(self, folder: Path, db: Database) -> None:
        """Use `Store.open`."""
        self.folder = folder
        self.database = db
        self.warnings = opening.warnings_about(folder)
        self._whole = False

    @classmethod
    def open(cls, folder: Path, *, create: bool = True, read_only: bool = False) -> Self:
        """Open the record in a data folder; the first start makes both.

        Read-only never writes a byte, and works on a read-only disk.

        Raises:
            StoreMissing: there is none (with `create` or `read_only` so set), or its file is gone.
            StoreError: it can't be opened, with what to do.

        """
        place = Path(folder).resolve()
        return cls(place, opening.open_record(place, create=create, read_only=read_only))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self.database.close()

    @property
    def waiting(self) -> str | None:
        """Why a save is not back yet, in words; None when nothing is waited for. Any thread may look."""
        return self.database.waiting

    @contextmanager
    def _changing(self) -> Iterator[Database]:
        """One transaction on a record that was found whole."""
        with self.database.writing():
            if not self._whole:
                audit.require_whole(self.database)
            yield self.database
        self._whole = True

    def begin(self, began: Began, texts: Iterable[ProtocolText]) -> None:
        """Open a check's journal.

        Raises:
            EntryExists: that check is there, finished or not.

        """
        with self._changing() as db:
            _begin(db, began, texts)

    def append(self, check: UUID, event: Event) -> None:
        """Write one more event of an unfinished check."""
        with self._changing() as db:
            journal.append(db, check, event)

    def keep(self, check: UUID, revision: Revision) -> None:
        """Make an unfinished check an entry, and close its journal.

        Raises:
            EntryExists: an entry of that id is there.
            StoreRefused: no such unfinished check, or the revision is of another.

        """
        with self._changing() as db:
            _keep(db, check, revision)

    def discard(self, check: UUID) -> None:
        """Throw an unfinished check away."""
        with self._changing() as db:
            journal.drop(db, check)

    def record(self, given: Given, texts: Iterable[ProtocolText], revision: Revision) -> bool:
        """Keep a whole check at once: begin, append and keep in one transaction.

        Returns False when that very revision is there already.

        Raises:
            EntryExists: the check is there with another content, or unfinished.

        """
        check = given.check
        began = Began(
            check=revision.entry, at=check.started_at, planned=check.planned, protocols=revision.uses
        )
        with self._changing() as db:
            if revision_rows.has_revision(db, revision):
                return False
            _begin(db, began, texts)
            journal.append(db, revision.entry, given)
            _keep(db, revision.entry, revision)
        return True

    def add(self, revision: Revision, texts: Iterable[ProtocolText] = ()) -> None:
        """Add an entry's first revision, or a later one after those it names; the very same is no change.

        Raises:
            EntryExists: it is a first one, and the entry is there.
            StoreRefused: it follows one that is not there, or its entry was emptied from the bin.

        """
        with self._changing() as db:
            text_rows.put_texts(db, texts)
            revision_rows.put(db, revision)

    def merge(self, revisions: Iterable[Revision], texts: Iterable[ProtocolText]) -> None:
        """Join another record to this one: set union, all or nothing, alike in any order and repeated.

        Raises:
            StoreRefused: something in it follows or uses what neither record has.

        """
        with self._changing() as db:
            revision_rows.merge(db, revisions, texts)

    def purge(self, entries: Iterable[UUID], made_at: datetime) -> None:
        """Empty entries from the bin: contents are overwritten, a mark stays. Backups still hold them."""
        with self._changing() as db:
            revision_rows.purge(db, entries, made_at)

    def drafts(self) -> tuple[Draft, ...]:
        """Every unfinished check, in the order they were begun."""
        return journal.read_drafts(self.database)

    def entry(self, entry: UUID) -> Entry | None:
        """One entry; works beside damage in others."""
        return revision_rows.read_entry(self.database, entry)

    def entries(self, kind: EntryKind | None = None) -> tuple[Entry, ...]:
        """Every entry with all its revisions, the one recorded first first."""
        return revision_rows.read_entries(self.database, kind)

    def heads(self, kind: EntryKind | None = None) -> Iterator[Revision]:
        """What is read of every entry (deleted and purged too), in the order of `entries`, and faster."""
        return revision_rows.read_heads(self.database, kind)

    def entry_ids(self, kind: EntryKind | None = None) -> tuple[UUID, ...]:
        """The id of every entry; works beside damaged contents."""
        return revision_rows.read_ids(self.database, kind)

    def edited(self, kind: EntryKind) -> tuple[UUID, ...]:
        """The entries of a kind with more than one revision: changed since they were kept, or joined."""
        return revision_rows.read_edited(self.database, kind)

    def protocol_text(self, ref: ProtocolRef) -> ProtocolText | None:
        """The protocol text of that reference."""
        return text_rows.read_text(self.database, ref)

    def protocol_texts(self) -> tuple[ProtocolText, ...]:
        """Every protocol text ever used."""
        return text_rows.read_texts(self.database)

    def stamp(self) -> tuple[int, str]:
        """What changes with every entry that is added, changed or purged, by whichever process.

        Unfinished checks and settings leave it as it is.
        """
        self.database.require_in_place()
        return totals.total(self.database, "revisions")

    @property
    def revision_count(self) -> int:
        """How many revisions the record holds."""
        return totals.total(self.database, "revisions")[0]


def _begin(db: Database, began: Began, texts: Iterable[ProtocolText]) -> None:
    text_rows.put_texts(db, texts)
    journal.begin(db, began)


def _keep(db: Database, check: UUID, revision: Revision) -> None:
    journal.require_draft(db, check)
    if (revision.entry, revision.kind, revision.after) != (check, "check", ()):
        raise StoreRefused(f"What should be kept is not the check {check}.")
    if not revision_rows.put(db, revision):
        raise EntryExists(f"An entry {check} is already in the record.")
    journal.drop(db, check)
