"""The small file beside the record that says: a record exists. So a missing one is never a first start."""

import json
from pathlib import Path
from uuid import UUID

from pydantic import ValidationError

from strengthcheck.model.base import Frozen, Sha256
from strengthcheck.model.entry import canonical_json
from strengthcheck.store import disk
from strengthcheck.store.packing import sha256

RECORD = "record.db"
"""The record's file in the data folder."""

MARKER = "record.id"
"""The marker's file beside it."""

BACKUPS = "backups"
"""The folder of backups beside it."""


class Identity(Frozen):
    """Which record this is: a random id, and when it was first made."""

    record: UUID
    created: str

    @property
    def digest(self) -> str:
        """SHA-256 over both."""
        return sha256(canonical_json([str(self.record), self.created]))


class _Marker(Frozen):
    created: str
    digest: Sha256
    record: UUID


def write_marker(folder: Path, identity: Identity) -> None:
    """Write the marker; durable on return."""
    said = {"created": identity.created, "digest": identity.digest, "record": str(identity.record)}
    disk.write_private(folder / MARKER, (json.dumps(said, indent=1) + "\n").encode())


def read_marker(folder: Path) -> Identity | None:
    """What the marker says; None when it is missing or broken (`exists` tells which)."""
    try:
        marker = _Marker.model_validate_json((folder / MARKER).read_bytes())
    except (OSError, ValidationError):
        return None
    identity = Identity(record=marker.record, created=marker.created)
    return identity if identity.digest == marker.digest else None


def traces(folder: Path) -> list[str]:
    """The names of files that show that a record was kept here, beside the record itself."""
    names = [MARKER, f"{RECORD}-journal", f"{RECORD}-wal"]
    found = [name for name in names if disk.kind_of(folder / name) != "missing"]
    kept = [*sorted((folder / BACKUPS).glob("record-*.db")), *sorted(folder.glob("record-replaced-*.db"))]
    return found + [str(path.relative_to(folder)) for path in kept]
