"""What the store hands out beside the model's own values."""

from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from strengthcheck.model.base import Frozen
from strengthcheck.model.entry import ProtocolRef, ProtocolText
from strengthcheck.model.event import Began, Event

Why = Literal["asked", "daily", "merge", "migration", "restore"]
"""What a backup was made for."""


class Draft(Frozen):
    """An unfinished check: its events in order, and the protocol texts it was begun with."""

    check: UUID
    events: Annotated[tuple[Event, ...], Field(min_length=1)]
    texts: tuple[ProtocolText, ...] = ()

    @property
    def began(self) -> Began:
        """The first event."""
        first = self.events[0]
        assert isinstance(first, Began)  # held by the store: read_drafts refuses any other
        return first

    def text(self, ref: ProtocolRef) -> ProtocolText | None:
        """The protocol text of that reference, if the check was begun with it."""
        return next((t for t in self.texts if t.ref == ref), None)


class Finding(Frozen):
    """One thing wrong with the record, in plain words without contents."""

    where: str
    """The file, table or entry."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class BackupInfo(Frozen):
    """One backup file. It stands under its name only after every digest in it was checked."""

    path: Path
    verified_at: AwareDatetime | None
    """When it was made and checked; None for one made by an upgrade, which has no date in its name."""
    why: Why
    size: int
    """In bytes."""
