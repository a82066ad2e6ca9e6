"""Everything about a record that can be checked, without changing a byte."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from strengthcheck.store import disk
from strengthcheck.store.audit import audit, identity_of
from strengthcheck.store.database import Database
from strengthcheck.store.errors import StoreBusy, StoreError, StoreNotWritable
from strengthcheck.store.marker import MARKER, RECORD, Identity, read_marker, traces
from strengthcheck.store.opening import open_existing
from strengthcheck.store.values import Finding


def verify(folder: Path) -> list[Finding]:
    """Everything wrong in a data folder; empty when nothing is. A folder where nothing was recorded is sound.

    Raises:
        StoreBusy: another program held the record too long.

    """
    folder = Path(folder).resolve()
    if disk.kind_of(folder / RECORD) == "missing":
        left = traces(folder)
        what = f"the record is gone, though one was kept here (left: {', '.join(left[:3])})"
        return [Finding(where=RECORD, what=what)] if left else []
    seen = _look(folder / RECORD)
    found = seen.findings + _marker(folder, seen)
    found += [
        Finding(where=place.name, what="others on this computer can read it")
        for place in (folder / RECORD, folder / MARKER)
        if disk.kind_of(place) == "file" and disk.too_open(place)
    ]
    return found


def verify_file(path: Path) -> list[Finding]:
    """Everything wrong with one record file, such as a backup.

    Raises:
        StoreBusy: another program held it too long.

    """
    return _look(Path(path)).findings


class _Seen(NamedTuple):
    """What one record file shows."""

    findings: list[Finding]
    identity: Identity | None = None
    empty: bool = False


def _look(path: Path) -> _Seen:
    try:
        with _readable(path) as db:
            empty = db.row("SELECT 1 FROM entries UNION SELECT 1 FROM drafts") is None
            return _Seen(audit(db, deep=True), identity_of(db), empty)
    except StoreBusy:
        raise
    except StoreError as e:
        return _Seen([Finding(where=path.name, what=str(e))])


@contextmanager
def _readable(path: Path) -> Iterator[Database]:
    """The record, opened so that nothing is written.

    A save that was cut off is taken back by the next start, from the journal beside the file. Here that
    happens in a private copy.
    """
    try:
        db = open_existing(path, read_only=True)
    except StoreNotWritable:
        journal = path.with_name(f"{path.name}-journal")
        if disk.kind_of(journal) != "file":
            raise
        with tempfile.TemporaryDirectory(prefix="strengthcheck-") as private, disk.plain_os_errors(path):
            copy = Path(private) / path.name
            shutil.copyfile(path, copy)
            shutil.copyfile(journal, copy.with_name(journal.name))
            with _closing(open_existing(copy, read_only=False)) as db:
                yield db
        return
    with _closing(db):
        yield db


@contextmanager
def _closing(db: Database) -> Iterator[Database]:
    try:
        yield db
    finally:
        db.close()


def _marker(folder: Path, seen: _Seen) -> list[Finding]:
    if disk.kind_of(folder / MARKER) == "missing":
        if seen.empty:  # a first start that was cut off, and nothing is in it yet
            return []
        return [Finding(where=MARKER, what="it is gone; the next start writes it again")]
    said = read_marker(folder)
    if said is None:
        return [
            Finding(where=MARKER, what="it is not what was saved; the record itself does not depend on it")
        ]
    if seen.identity is not None and said != seen.identity:
        return [Finding(where=MARKER, what="it belongs to another record")]
    return []
