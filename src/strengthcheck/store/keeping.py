"""Backups: made whole and checked, and kept for years in few files."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from strengthcheck.store import disk
from strengthcheck.store.copying import copy_verified
from strengthcheck.store.errors import NameTaken
from strengthcheck.store.marker import BACKUPS
from strengthcheck.store.store import Store
from strengthcheck.store.values import BackupInfo, Why

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(
    r"record-(?:(\d{8}T\d{6}Z)|v\d+-before-v\d+)-\d+-(daily|merge|restore|migration|asked)\.db"
)

LATEST, DAYS, MONTHS = 10, 14, 12
"""What thinning keeps, beside the last of every year."""


def backup(store: Store, target: Path, *, now: datetime, overwrite: bool = False) -> BackupInfo:
    """Copy the record to a file, which stands there whole, checked and durable, or not at all.

    Raises:
        StoreRefused: the file is there already and `overwrite` is not set.
        StoreDamaged: the record is damaged; no copy was made.
        StoreNotWritable, StoreBusy: as they say.

    """
    copy_verified(store.database, target, overwrite=overwrite)
    return BackupInfo(path=target, verified_at=now, why="asked", size=target.stat().st_size)


def automatic_backup(store: Store, *, now: datetime, why: Why) -> BackupInfo:
    """A backup in the data folder's own place; older ones are thinned after the new one stands."""
    folder = store.folder / BACKUPS
    stamp = now.astimezone(UTC).strftime(_STAMP)
    target = _copied(store, (folder / f"record-{stamp}-{n}-{why}.db" for n in count(1)))
    for old in thinned(backups(store.folder)):
        if old.path != target:
            old.path.unlink(missing_ok=True)
    disk.sync_folder(folder)
    return BackupInfo(path=target, verified_at=_moment(stamp), why=why, size=target.stat().st_size)


def _copied(store: Store, names: Iterator[Path]) -> Path:
    """Copy the record to the first name that is free, and still free when the copy is done."""
    for target in names:
        if disk.kind_of(target) != "missing":
            continue
        with suppress(NameTaken):  # another program backed up in the same second
            copy_verified(store.database, target)
            return target
    raise AssertionError("names without end")


def daily_backup(store: Store, *, now: datetime) -> BackupInfo | None:
    """To be called before a change: the first of a day (UTC) makes a backup; an empty record needs none."""
    day = now.astimezone(UTC).date()
    made_on = {b.verified_at.date() for b in backups(store.folder) if b.verified_at is not None}
    if day in made_on or (store.revision_count == 0 and not store.drafts()):
        return None
    return automatic_backup(store, now=now, why="daily")


def backups(folder: Path) -> list[BackupInfo]:
    """The backups in a data folder, newest first; those made by an upgrade, which have no date, last."""
    found = []
    for path in (folder / BACKUPS).glob("record-*.db"):
        name = _NAME.fullmatch(path.name)
        if name is None or disk.kind_of(path) != "file":
            continue
        why: Why = name[2]  # type: ignore[assignment]  # the pattern allows no other
        moment = _moment(name[1]) if name[1] else None
        with suppress(FileNotFoundError):  # another program has just thinned it
            found.append(BackupInfo(path=path, verified_at=moment, why=why, size=path.stat().st_size))
    oldest = datetime.min.replace(tzinfo=UTC)
    return sorted(found, key=lambda b: (b.verified_at or oldest, b.path.name), reverse=True)


def thinned(made: Iterable[BackupInfo]) -> list[BackupInfo]:
    """Those that may go: not among the ten latest, nor the last of one of 14 days, 12 months, or any year.

    Days and months are counted among the backups there are, not from a clock, which may be wrong. Backups
    made by an upgrade always stay.
    """
    dated = sorted((b for b in made if b.verified_at is not None), key=_by_moment, reverse=True)
    keep = {b.path for b in dated[:LATEST]}
    for spell, number in (("%Y-%m-%d", DAYS), ("%Y-%m", MONTHS), ("%Y", len(dated))):
        last: dict[str, Path] = {}
        for b in dated:
            assert b.verified_at is not None
            last.setdefault(b.verified_at.strftime(spell), b.path)
        keep |= set(list(last.values())[:number])
    return [b for b in dated if b.path not in keep]


def _by_moment(b: BackupInfo) -> tuple[str, str]:
    return b.verified_at.isoformat() if b.verified_at else "", b.path.name


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
