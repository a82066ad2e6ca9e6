"""A whole, checked copy of an open record."""

from pathlib import Path
from uuid import uuid4

from strengthcheck.store import audit, disk
from strengthcheck.store.database import Database, plain_errors
from strengthcheck.store.errors import NameTaken, StoreDamaged, StoreNotWritable, StoreRefused


def copy_verified(db: Database, target: Path, *, overwrite: bool = False) -> None:
    """Copy an open record to a file of its own, which stands there whole and checked or not at all.

    Raises:
        StoreRefused: the target is there and `overwrite` is not set, or it is no plain file.
        StoreDamaged: the copy did not pass; none was made.
        StoreNotWritable, StoreBusy: as they say.

    """
    kind = disk.kind_of(target)
    if kind == "other" and target.is_dir():
        raise StoreRefused(f"{target} is a folder.", todo="Add a file name to it.")
    if kind in ("link", "other"):
        raise StoreRefused(f"{target} is no file of its own.", todo="Choose another name.")
    if not overwrite and kind == "file":
        raise _taken(target)
    disk.make_folder(target.parent)
    temporary = copy_beside(db, target.parent)
    try:
        disk.put_in_place(temporary, target, overwrite=overwrite)
    except FileExistsError as e:
        raise _taken(target) from e
    except OSError as e:
        raise StoreNotWritable(f"No copy could be made at {target}: {(e.strerror or '').lower()}.") from e
    finally:
        temporary.unlink(missing_ok=True)


def copy_beside(db: Database, folder: Path) -> Path:
    """A checked and durable copy in a folder under a passing name; the caller names or removes it."""
    temporary = folder / f".copy-{uuid4().hex}.new"
    try:
        disk.create_empty(temporary)
        disk.clear_leftovers(temporary, ".copy-*.new*")
        _copy(db, temporary)
        disk.sync_file(temporary)
    except BaseException as e:
        temporary.unlink(missing_ok=True)
        if isinstance(e, OSError):
            raise StoreNotWritable(f"No copy could be made in {folder}: {(e.strerror or '').lower()}.") from e
        raise
    return temporary


def _taken(target: Path) -> NameTaken:
    return NameTaken(f"{target} is there already.", todo="Choose another name.")


def _copy(db: Database, temporary: Path) -> None:
    copy = Database(temporary)
    try:
        with plain_errors(), copy.connection.backup("main", db.connection, "main") as work:
            while not work.done:
                work.step(-1)
        copy.configure()
        found = audit.audit(copy, deep=True)
    finally:
        copy.close()
    if found:
        raise StoreDamaged(f"The record is damaged ({found[0]}), so no copy of it was made.")


def copy_before_update(db: Database, folder: Path, old: int, new: int) -> Path:
    """A verified copy before the tables change, under a name that tells the versions."""
    number = 1
    while True:
        target = folder / f"record-v{old}-before-v{new}-{number}-migration.db"
        if disk.kind_of(target) == "missing":
            break
        number += 1
    copy_verified(db, target)
    return target
