"""The one door to disk: one SQLite file, its backups, and the check that both are whole."""

from strengthcheck.store.errors import (
    EntryExists,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreNotWritable,
    StoreRefused,
    StoreTooNew,
)
from strengthcheck.store.keeping import automatic_backup, backup, backups, daily_backup
from strengthcheck.store.restoring import restore
from strengthcheck.store.store import Store
from strengthcheck.store.values import BackupInfo, Draft, Finding
from strengthcheck.store.verify import verify, verify_file

__all__ = [
    "BackupInfo",
    "Draft",
    "EntryExists",
    "Finding",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreMissing",
    "StoreNotWritable",
    "StoreRefused",
    "StoreTooNew",
    "automatic_backup",
    "backup",
    "backups",
    "daily_backup",
    "restore",
    "verify",
    "verify_file",
]
