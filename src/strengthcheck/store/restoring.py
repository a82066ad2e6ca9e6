"""A backup put back in the record's place, without losing what it replaces."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from strengthcheck.store import disk, opening
from strengthcheck.store.audit import identity_of
from strengthcheck.store.copying import copy_beside
from strengthcheck.store.database import Database, plain_errors
from strengthcheck.store.errors import StoreBusy, StoreDamaged, StoreError, StoreMissing, StoreRefused
from strengthcheck.store.marker import MARKER, RECORD, Identity, write_marker

RECORD_STAYS = "Your own record stays as it is."
OTHER_FILE = "Choose another file; where the backups are: strengthcheck where."

_SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may have left beside a record that was cut off; it belongs to that file and no other."""


def restore(folder: Path, source: Path, *, now: datetime) -> Path | None:
    """Put a backup in the record's place, and return where what it replaced is kept.

    Raises:
        StoreMissing: there is no such file.
        StoreDamaged, StoreTooNew, StoreRefused: the file is no whole record of ours; nothing was replaced.
        StoreBusy: another program is saving; nothing was replaced.

    """
    folder = Path(folder).resolve()
    if disk.kind_of(source) == "missing":
        raise StoreMissing(f"There is no file {source}.")
    disk.make_folder(folder)
    copy, identity = _checked_copy(source, folder)
    try:
        with disk.plain_os_errors(folder):
            kept = _replace(folder, copy, now)
    finally:
        copy.unlink(missing_ok=True)
    with disk.plain_os_errors(folder / MARKER):
        write_marker(folder, identity)
    return kept


def _checked_copy(source: Path, folder: Path) -> tuple[Path, Identity]:
    """A copy of a backup in the data folder, found whole, and which record it is."""
    if disk.kind_of(source) == "other":
        raise StoreRefused(f"{source} is not a file, so it is no backup.", RECORD_STAYS, OTHER_FILE)
    disk.require_plain_file(source)
    db = Database(source.resolve(), read_only=True)
    try:
        _require_backup(db, source)
        identity = identity_of(db)
        if identity is not None:
            return copy_beside(db, folder), identity
    except StoreDamaged as e:  # it speaks of one's own record, and this is another file
        raise StoreDamaged(*_not_put_back(source)) from e
    finally:
        db.close()
    raise StoreDamaged(*_not_put_back(source))


def _not_put_back(source: Path) -> tuple[str, str, str]:
    return f"{source} is damaged, so it was not put back.", RECORD_STAYS, OTHER_FILE


def _require_backup(db: Database, source: Path) -> None:
    """Refuse a file that is no record, in words that are about the file and not about one's own record."""
    try:
        opening.require_ours(db)
    except StoreDamaged:
        raise StoreRefused(
            f"{source} is no backup of this program, or its first bytes are damaged; it was not put back.",
            RECORD_STAYS,
            OTHER_FILE,
        ) from None


def _replace(folder: Path, copy: Path, now: datetime) -> Path | None:
    """Give the copy the record's name. At every moment a whole record stands there, old or new."""
    path = folder / RECORD
    disk.require_plain_file(path)
    kept = _free_name(folder, now)
    with _held(path):
        there = disk.kind_of(path) == "file"
        if there:
            _also_named(path, kept)
        for end in _SIDE_FILES:
            side = path.with_name(path.name + end)
            if disk.kind_of(side) != "missing":
                side.rename(kept.with_name(kept.name + end))
        disk.sync_folder(folder)
        copy.replace(path)
        disk.sync_folder(folder)
    return kept if there else None


def _free_name(folder: Path, now: datetime) -> Path:
    stamp, number = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"), 1
    while disk.kind_of(folder / f"record-replaced-{stamp}-{number}.db") != "missing":
        number += 1
    return folder / f"record-replaced-{stamp}-{number}.db"


def _also_named(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except (
        OSError
    ):  # no hard links here: for a moment no record stands there, which no start takes for a first one
        path.rename(kept)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep other programs from saving into the file that goes. A damaged one has nobody saving into it."""
    db = _lockable(path)
    try:
        yield
    finally:
        if db is not None:
            db.close()


def _lockable(path: Path) -> Database | None:
    if disk.kind_of(path) == "missing":
        return None
    db = None
    try:
        db = Database(path)
        db.configure()
        with plain_errors():
            db.connection.execute("BEGIN EXCLUSIVE")
    except StoreError as e:
        if db is not None:
            db.close()
        if isinstance(e, StoreBusy):
            raise
        return None
    if os.name == "nt":  # there a file in use can't be renamed
        db.close()
        return None
    return db
