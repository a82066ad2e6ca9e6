"""Looking after the record: where it is, whether it is whole, copies of it, and putting one back."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from strengthcheck.catalogue import shipped_folder
from strengthcheck.host.clock import Clock
from strengthcheck.host.folders import Folders, folders_for
from strengthcheck.services.workspace import Workspace
from strengthcheck.store import (
    BackupInfo,
    Finding,
    StoreNotWritable,
    StoreRefused,
    automatic_backup,
    backups,
    daily_backup,
)
from strengthcheck.store import backup as backup_to
from strengthcheck.store import restore as restore_from
from strengthcheck.store import verify as verify_folder
from strengthcheck.store.marker import RECORD


class Place(NamedTuple):
    """A folder or file in use."""

    what: str
    path: Path
    size: int | None
    """In bytes; None when it isn't there, or is a folder."""
    there: bool


class Places(NamedTuple):
    """Every folder and file in use, and the newest backup."""

    places: tuple[Place, ...]
    backups: int
    last_backup: BackupInfo | None


def where(data_dir: str | None, environ: Mapping[str, str]) -> Places:
    """The folders and files in use. Opens nothing and makes nothing."""
    return places_in(folders_for(data_dir, environ))


def places_in(folders: Folders) -> Places:
    """The same, of folders that are known."""
    made = backups(folders.data)
    last = max((b for b in made if b.verified_at is not None), key=_when, default=None)
    places = (
        _place("data folder", folders.data),
        _place("record", folders.data / RECORD),
        _place("backups", folders.backups),
        _place("your own tests", folders.protocols),
        _place("tests of the program", shipped_folder()),
        _place("settings", folders.settings),
        _place("cache", folders.cache),
    )
    return Places(places, len(made), last)


def verify(folders: Folders) -> list[Finding]:
    """Everything wrong with the record, nothing of it changed; empty when it is whole or not yet begun."""
    return verify_folder(folders.data)


def is_recorded(folders: Folders) -> bool:
    """Whether a record stands in the data folder."""
    return (folders.data / RECORD).exists()


def backup(ws: Workspace, target: str | None) -> BackupInfo:
    """Copy the record and check the copy: to a file that isn't there yet, else among the backups.

    Raises StoreError; then no copy was made.
    """
    now = ws.clock.now()
    if target is None:
        return automatic_backup(ws.store, now=now, why="asked")
    return backup_to(ws.store, Path(target).absolute(), now=now)


def restore(folders: Folders, source: str, clock: Clock) -> Path | None:
    """Put a backup in the record's place; returns where the record that it replaced is kept.

    Raises StoreError; then nothing was replaced.
    """
    return restore_from(folders.data, Path(source).absolute(), now=clock.now())


def before_changing(ws: Workspace) -> str | None:
    """Back up the record once a day, before its first change; returns what a person should know, if anything.

    A full disk stops the backup, not the change: the change then says for itself whether it could be saved.
    """
    try:
        daily_backup(ws.store, now=ws.clock.now())
    except (StoreNotWritable, StoreRefused) as e:
        return f"Today's backup could not be made. {e}"
    return None


def _place(what: str, path: Path) -> Place:
    there = path.exists()
    return Place(what, path, path.stat().st_size if there and path.is_file() else None, there)


def _when(made: BackupInfo) -> tuple[datetime | None, str]:
    return made.verified_at, made.path.name
