"""Revisions, protocol texts and events as rows, each under a SHA-256 recomputed whenever it is read."""

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from strengthcheck.model.entry import ProtocolText, Revision, canonical_json
from strengthcheck.model.event import Answered, Event
from strengthcheck.store.errors import StoreDamaged, StoreRefused

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_UNFIT = (ValueError, TypeError, RecursionError, OverflowError)
"""What a value raises that JSON can't hold; also as ValidationError and UnicodeEncodeError."""


def sha256(text: str) -> str:
    """SHA-256 of a text, in lower case hexadecimal digits. Text that no file can hold has none."""
    return hashlib.sha256(text.encode()).hexdigest()


def instant_of(moment: datetime) -> int:
    """Microseconds since 1970 in UTC: what moments are ordered by, wherever they were written."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


class Row(NamedTuple):
    """A revision as it stands in its table, with its entry's kind."""

    id: str
    entry: str
    kind: str
    after: str
    made_at: str
    instant: int
    reason: str
    state: str
    content: str | None
    uses: str

    @property
    def canonical(self) -> str:
        """The JSON that the id is the SHA-256 of: what `Revision.id` makes, without parsing."""
        return (
            f'{{"after":{self.after},"content":{"null" if self.content is None else self.content},'
            f'"entry":"{self.entry}","kind":"{self.kind}","made_at":"{self.made_at}",'
            f'"reason":{canonical_json(self.reason)},"state":"{self.state}","uses":{self.uses}}}'
        )

    @property
    def whole(self) -> bool:
        """Whether the row is what was once saved."""
        try:
            same_time = instant_of(datetime.fromisoformat(self.made_at)) == self.instant
            return same_time and sha256(self.canonical) == self.id
        except (ValueError, TypeError):  # no time, one without its offset, or half a character
            return False

    @property
    def ancestors(self) -> tuple[str, ...]:
        """The revisions that this one follows."""
        return tuple(json.loads(self.after))


def pack(revision: Revision) -> Row:
    """A revision as a row, proved to read back as the very same.

    Raises:
        StoreRefused: it holds what can't be kept (NaN, half a character) or doesn't fit its kind.

    """
    try:
        row = _row_of(revision)
        read = Revision.model_validate_json(row.canonical)
        same = row.whole and read == revision and read.id == row.id
        _ = read.value
    except _UNFIT:
        same = False
    if not same:
        raise StoreRefused(
            f"The {revision.kind} {revision.entry} holds a value that can't be kept as it is.",
            todo="Correct it, then save it again.",
        ) from None
    return row


def _row_of(revision: Revision) -> Row:
    said = revision.model_dump(mode="json")
    return Row(
        id=revision.id,
        entry=said["entry"],
        kind=said["kind"],
        after=canonical_json(said["after"]),
        made_at=said["made_at"],
        instant=instant_of(revision.made_at),
        reason=said["reason"],
        state=said["state"],
        content=None if said["content"] is None else canonical_json(said["content"]),
        uses=canonical_json(said["uses"]),
    )


def unpack(row: Row) -> Revision:
    """The revision that a row holds.

    Raises:
        StoreDamaged: the row is not what was saved; names the entry.

    """
    if row.whole:
        with suppress(ValidationError):
            return Revision.model_validate_json(row.canonical)
    raise damaged(row.kind, row.entry)


def damaged(kind: object, name: object) -> StoreDamaged:
    """The error that names what is damaged. What a damaged place holds can be anything: made plain."""
    shown, said = str(name), str(kind)
    shown = shown if shown.isascii() and shown.isprintable() else ascii(shown)
    plain = said if said.replace(" ", "").isalpha() else "entry"
    return StoreDamaged(f"The {plain} {shown[:60]} is not what was saved.")


def text_digest(text_id: str, version: int, text_sha: str, own: int) -> str:
    """The digest of a protocol's row; the text itself is under its own SHA-256."""
    return sha256(canonical_json([text_id, version, text_sha, own]))


def unpack_text(text_id: str, version: int, text_sha: str, own: int, text: str, digest: str) -> ProtocolText:
    """The protocol text that a row holds.

    Raises:
        StoreDamaged: the row is not what was saved; names the protocol.

    """
    with suppress(ValueError, TypeError):  # in a damaged file any column can hold anything
        if text_digest(text_id, version, text_sha, own) == digest:
            return ProtocolText(id=text_id, version=version, sha256=text_sha, text=text, own=bool(own))
    raise damaged("protocol", text_id)


@cache
def _events() -> TypeAdapter[Event]:
    return TypeAdapter(Event)


def pack_event(event: Event) -> str:
    """An event as JSON, its fields as they were given: what was left unsaid stays unsaid.

    Raises:
        StoreRefused: it holds what can't be kept.

    """
    said = event.model_dump(mode="json", exclude_unset=True) | {"event": event.event}
    if isinstance(event, Answered):
        said["answer"] |= {"kind": event.answer.kind}
    try:
        text = canonical_json(said)
        same = unpack_event(text) == event
    except _UNFIT:
        same = False
    if not same:
        raise StoreRefused(
            "This step holds a value that can't be kept as it is.", todo="Correct it."
        ) from None
    return text


def unpack_event(text: str) -> Event:
    """The event that a JSON text holds.

    Raises:
        ValidationError: it is none.

    """
    return _events().validate_json(text)


def chained(before: str, text: str) -> str:
    """The digest of an event that follows the one with the digest `before` (empty for the first)."""
    return sha256(before + text)
