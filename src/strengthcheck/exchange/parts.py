"""The parts of an export, each read strictly."""

import hashlib
import json
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from uuid import UUID, uuid5

from pydantic import BaseModel, Field, ValidationError

from strengthcheck.exchange.checks import check_from
from strengthcheck.exchange.refused import Refused
from strengthcheck.model.base import Frozen, Sha256
from strengthcheck.model.check import Check
from strengthcheck.model.entry import EntryKind, ProtocolText, Revision, canonical_json
from strengthcheck.model.explain import explained

_HAND_WRITTEN = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0100")
"""The space in which a check without an id gets one from its content: imported twice, it is kept once."""

_Model = TypeVar("_Model", bound=BaseModel)


class EntryPart(Frozen):
    """How an export lists an entry."""

    id: UUID
    kind: EntryKind
    revisions: Annotated[tuple[Sha256, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Listed:
    """An entry's kind and the revisions it should have."""

    kind: EntryKind
    revisions: frozenset[str]


def read_checks(items: list[Any]) -> tuple[Check, ...]:
    """The checks of a document, each id once."""
    found: dict[UUID, Check] = {}
    for i, item in enumerate(items, 1):
        data = _object(item, f"checks[{i}]")
        try:
            check = check_from({"id": _id_from(data), **data})
        except Refused as e:
            raise Refused(f"checks[{i}]: {e}") from e
        if check.id in found:
            raise Refused(f"checks[{i}]: the id {check.id} stands twice")
        found[check.id] = check
    return tuple(found.values())


def read_entries(items: list[Any]) -> dict[UUID, Listed]:
    """Which entries a document lists, with their revisions."""
    found: dict[UUID, Listed] = {}
    for i, item in enumerate(items, 1):
        part = _model(EntryPart, _object(item, f"entries[{i}]"), f"entries[{i}]")
        if part.id in found:
            raise Refused(f"entries[{i}]: the id {part.id} stands twice")
        found[part.id] = Listed(part.kind, frozenset(part.revisions))
    return found


def read_revisions(items: list[Any]) -> tuple[Revision, ...]:
    """The revisions of a document; each must hold what its id says and be of its entry's kind."""
    found: dict[str, Revision] = {}
    kinds: dict[UUID, EntryKind] = {}
    for i, item in enumerate(items, 1):
        where = f"revisions[{i}]"
        data = dict(_object(item, where))
        named = data.pop("id", None)
        revision = _model(Revision, data, where)
        if named != revision.id:
            raise Refused(f"{where}: what it holds does not match its id: the file was changed or damaged")
        _content_reads(revision, where)
        if kinds.setdefault(revision.entry, revision.kind) != revision.kind:
            raise Refused(f"{where}: entry {revision.entry} is of two kinds")
        found[revision.id] = revision
    return tuple(found.values())


def read_protocols(items: list[Any]) -> tuple[ProtocolText, ...]:
    """The protocol texts of a document; each must match its digest."""
    return tuple(
        _model(ProtocolText, _object(item, f"protocols[{i}]"), f"protocols[{i}]")
        for i, item in enumerate(items, 1)
    )


def _object(item: Any, where: str) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise Refused(f"{where}: should be an object, written in {{ }}")
    return item


def _model(kind: type[_Model], data: dict[str, Any], where: str) -> _Model:
    try:
        return kind.model_validate_json(json.dumps(data))
    except ValidationError as e:
        raise Refused(f"{where}: {explained(e, kind)}") from e


def _content_reads(revision: Revision, where: str) -> None:
    """The content is what its kind says, and a check's id is its entry's."""
    try:
        value = revision.value
    except ValidationError as e:
        raise Refused(f"{where}.content: {explained(e)}") from e
    if isinstance(value, Check) and value.id != revision.entry:
        raise Refused(f"{where}: holds the check {value.id} under the entry {revision.entry}")


def _id_from(data: dict[str, Any]) -> str:
    """An id made from the content."""
    return str(uuid5(_HAND_WRITTEN, hashlib.sha256(canonical_json(data).encode()).hexdigest()))
