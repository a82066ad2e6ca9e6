"""How a record is found, first made, brought up to date, or refused."""

import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from strengthcheck.store import audit, copying, disk, schema
from strengthcheck.store.database import APPLICATION_ID, Database, plain_errors
from strengthcheck.store.errors import (
    USE_BACKUP,
    StoreDamaged,
    StoreMissing,
    StoreNotWritable,
    StoreRefused,
    StoreTooNew,
)
from strengthcheck.store.marker import BACKUPS, MARKER, RECORD, Identity, read_marker, traces, write_marker

_UNFINISHED = ".record-*.new*"
"""The names of records whose making was cut off."""


def open_record(folder: Path, *, create: bool, read_only: bool) -> Database:
    """Open the record of a data folder, which is made at the first start only.

    Raises:
        StoreMissing: there is none, or one was here and its file is gone.
        StoreTooNew: a newer version wrote it; both are named, and not a byte is changed.
        StoreRefused, StoreDamaged, StoreBusy, StoreNotWritable: as they say.

    """
    path = folder / RECORD
    if disk.kind_of(path) == "missing":
        _require_first_start(folder)
        if read_only or not create:
            raise StoreMissing(f"Nothing is recorded in {folder} yet.", todo="Start a check to begin.")
        _make(folder)
    db = open_existing(path, read_only=read_only)
    try:
        if not read_only:
            _finish_making(folder, db)
        _require_same_record(folder, db)
    except BaseException:
        db.close()
        raise
    return db


def open_existing(path: Path, *, read_only: bool) -> Database:
    """Open one record file, check that it is one and of our version, and set every setting."""
    disk.require_plain_file(path)
    if path.lstat().st_size == 0:
        raise StoreDamaged(f"The record file {path} is empty.")
    db = Database(path, read_only=read_only)
    try:
        version = require_ours(db)
        db.configure()
        if version < schema.newest_version():
            _update(db, version)
    except BaseException:
        db.close()
        raise
    return db


def _require_first_start(folder: Path) -> None:
    found = traces(folder)
    if found:
        raise StoreMissing(
            f"The record file {RECORD} is gone from {folder}, though a record was kept here.",
            f"What is left is untouched: {', '.join(found[:3])}.",
            f"If you moved it, put it back. {USE_BACKUP}",
        )


def require_ours(db: Database) -> int:
    """The schema version of a file that is ours."""
    if db.pragma("application_id") != APPLICATION_ID:
        raise StoreDamaged(f"{db.path} is not a record of this program, or its first bytes are damaged.")
    version = int(db.pragma("user_version"))
    if version > schema.newest_version():
        raise StoreTooNew(
            f"This record was written by a newer strengthcheck (record version {version}; "
            f"this program knows up to version {schema.newest_version()}).",
            todo="Update the program.",
        )
    if version < 1:
        raise StoreDamaged(f"{db.path} carries no record version; its first bytes are damaged.")
    return version


def _make(folder: Path) -> None:
    """Make a new record whole under another name, then give it its own: it is never there half made."""
    disk.make_folder(folder)
    temporary = folder / f".record-{uuid4().hex}.new"
    with disk.plain_os_errors(folder):
        disk.create_empty(temporary)
    identity = Identity(record=uuid4(), created=datetime.now(UTC).isoformat(timespec="seconds"))
    try:
        _fill(temporary, identity)
        disk.put_in_place(temporary, folder / RECORD)
    except FileExistsError:
        pass  # another process was first: its record is the one
    except (FileNotFoundError, StoreNotWritable):
        if disk.kind_of(folder / RECORD) == "missing":
            raise  # else another process was first, and cleared this one away
    except OSError as e:
        raise StoreNotWritable(f"The record can't be made in {folder}: {(e.strerror or '').lower()}.") from e
    finally:
        temporary.unlink(missing_ok=True)


def _fill(path: Path, identity: Identity) -> None:
    db = Database(path)
    try:
        db.configure()
        with db.writing():
            db.pragma("application_id", APPLICATION_ID)
            with plain_errors():
                schema.migrate(db.connection, 0, schema.newest_version())
            row = (1, str(identity.record), identity.created, identity.digest)
            db.run("INSERT INTO meta(one, record, created, digest) VALUES(?, ?, ?, ?)", *row)
    finally:
        db.close()
    disk.sync_file(path)


def _finish_making(folder: Path, db: Database) -> None:
    """Write the marker that a cut-off first start left unwritten, and clear away what it left."""
    if disk.kind_of(folder / MARKER) == "missing":
        identity = audit.identity_of(db)
        if identity is not None:
            with disk.plain_os_errors(folder):
                write_marker(folder, identity)
    for leftover in folder.glob(_UNFINISHED):
        leftover.unlink(missing_ok=True)


def _require_same_record(folder: Path, db: Database) -> None:
    """Refuse another record than the marker names. A broken marker hides nothing: `verify` tells."""
    said, found = read_marker(folder), audit.identity_of(db)
    if said is not None and found is not None and said != found:
        raise StoreRefused(
            f"The file {RECORD} in {folder} belongs to another record than the one kept here.",
            todo="Put a file back with: strengthcheck restore FILE, so that nothing is lost.",
        )


def _update(db: Database, version: int) -> None:
    """Bring an older record up to date, after a verified backup."""
    newest = schema.newest_version()
    if db.read_only:
        raise StoreRefused(
            f"This record is of version {version}, and has to be brought up to version {newest} once.",
            todo="Open it where the folder can be written to.",
        )
    copying.copy_before_update(db, db.path.parent / BACKUPS, version, newest)
    with db.writing():
        found = int(db.pragma("user_version"))
        with plain_errors():
            schema.migrate(db.connection, found, newest)
        if schema.tables(db.connection) != schema.expected_tables(newest):
            raise StoreRefused("Bringing the record up to date did not work.", "It is as it was.")


def warnings_about(folder: Path) -> tuple[str, ...]:
    """What a person should know about where their record lies; nothing that stops it from working."""
    path = folder / RECORD
    found = []
    if os.name != "nt" and path.lstat().st_nlink > 1:
        found.append(
            f"{path} has a second name elsewhere (a hard link); copies made there are the same file."
        )
    if disk.too_open(path):
        found.append(f"Others on this computer can read {path}. Make it private with: chmod 600")
    if disk.too_open(folder):
        found.append(f"Others on this computer can list {folder}. Make it private with: chmod 700")
    return tuple(found)
