"""The whole record as one JSON text, both ways, losing nothing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from strengthcheck.exchange.checks import check_to
from strengthcheck.exchange.parts import Listed, read_checks, read_entries, read_protocols, read_revisions
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.strict import MOST_FILE, read_object, shown
from strengthcheck.exchange.upgrades import DOCUMENT_UPGRADES, Upgrade, upgraded
from strengthcheck.model.check import Check
from strengthcheck.model.entry import Entry, ProtocolText, Revision

FORMAT: Literal["strengthcheck"] = "strengthcheck"
VERSION = 1
"""The version of the export that this program writes."""

_PARTS = ("checks", "entries", "revisions", "protocols")


@dataclass(frozen=True)
class Document:
    """What an export holds."""

    revisions: tuple[Revision, ...] = ()
    texts: tuple[ProtocolText, ...] = ()
    checks: tuple[Check, ...] = ()
    """Checks without a revision in the document: written by hand, or by another program."""


def write_document(entries: Iterable[Entry], texts: Iterable[ProtocolText]) -> str:
    """The export of a record: the same record gives the same text, byte for byte."""
    kept = sorted(entries, key=lambda e: str(e.id))
    data = {
        "format": FORMAT,
        "version": VERSION,
        "checks": [check_to(c) for c in current_checks(kept)],
        "entries": [_entry_to(e) for e in kept],
        "revisions": [_revision_to(r) for e in kept for r in in_order(e.revisions)],
        "protocols": [
            t.model_dump(mode="json") for t in sorted(texts, key=lambda t: (t.id, t.version, t.sha256))
        ],
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def read_document(
    text: str,
    *,
    most: int = MOST_FILE,
    version: int = VERSION,
    upgrades: tuple[Upgrade, ...] = DOCUMENT_UPGRADES,
) -> Document:
    """What an export's text holds, every digest in it held against what it names.

    A document with `checks` alone is one written by hand. Raises Refused: for text that is no export, for one
    of a newer version, for a part that was changed or is missing, for a check unlike its own revisions.
    """
    data = read_object(text, most=most)
    _is_ours(data)
    data = upgraded(data, key="version", known=version, upgrades=upgrades, what="This file")
    _parts_known(data)
    revisions = read_revisions(_list(data, "revisions"))
    _complete(read_entries(_list(data, "entries")), revisions)
    checks = read_checks(_list(data, "checks"))
    return Document(
        revisions=revisions,
        texts=read_protocols(_list(data, "protocols")),
        checks=_without_revisions(checks, revisions),
    )


def current_checks(entries: Iterable[Entry]) -> tuple[Check, ...]:
    """Each check as it now reads, oldest first; the deleted ones left out."""
    found = [v for e in entries if e.kind == "check" and isinstance(v := e.current.value, Check)]
    return tuple(sorted(found, key=lambda c: (c.started_at, str(c.id))))


def in_order(revisions: Iterable[Revision]) -> list[Revision]:
    """Revisions in one order that depends on nothing but themselves."""
    return sorted(revisions, key=lambda r: (str(r.entry), r.made_at, r.id))


def _entry_to(entry: Entry) -> dict[str, Any]:
    return {
        "id": str(entry.id),
        "kind": entry.kind,
        "revisions": [r.id for r in in_order(entry.revisions)],
    }


def _revision_to(revision: Revision) -> dict[str, Any]:
    return {"id": revision.id, **revision.model_dump(mode="json")}


def _is_ours(data: Mapping[str, Any]) -> None:
    if "format" not in data and "started_at" in data:
        raise Refused("is one check, not an export; `strengthcheck record FILE` takes it")
    if data.get("format") != FORMAT:
        found = data.get("format")
        got = f" (format: {shown(found)})" if isinstance(found, str) else ""
        raise Refused(f'is not a strengthcheck export: it needs "format": "{FORMAT}"{got}')
    if "version" not in data:
        raise Refused(f'version is missing; it needs "version": {VERSION}')


def _parts_known(data: Mapping[str, Any]) -> None:
    for name in data:
        if name not in ("format", "version", *_PARTS):
            raise Refused(f"{shown(name)} is not a known part of an export (they are: {', '.join(_PARTS)})")


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    value = data.get(name, [])
    if not isinstance(value, list):
        raise Refused(f"{name}: should be a list, written in [ ]")
    return value


def _complete(entries: Mapping[UUID, Listed], revisions: Iterable[Revision]) -> None:
    """Every revision that an entry lists is there, and every one that is there is listed, if entries are."""
    if not entries:
        return
    there: dict[UUID, set[str]] = {}
    for r in revisions:
        listed = entries.get(r.entry)
        if listed is None or r.id not in listed.revisions or r.kind != listed.kind:
            raise Refused(
                f"revision {r.id[:12]}… is not listed under its entry {r.entry}: the file was changed"
            )
        there.setdefault(r.entry, set()).add(r.id)
    for entry, listed in entries.items():
        for missing in listed.revisions - there.get(entry, set()):
            raise Refused(f"revision {missing[:12]}… of entry {entry} is missing: the file is not whole")


def _without_revisions(checks: Iterable[Check], revisions: Iterable[Revision]) -> tuple[Check, ...]:
    """The checks that no revision stands behind; those with one must read as it does."""
    by_entry: dict[UUID, list[Revision]] = {}
    for r in revisions:
        by_entry.setdefault(r.entry, []).append(r)
    alone = []
    for check in checks:
        behind = by_entry.get(check.id)
        if behind is None:
            alone.append(check)
            continue
        current = Entry(id=check.id, kind=behind[0].kind, revisions=tuple(behind)).current.value
        if not isinstance(current, Check) or check_to(current) != check_to(check):
            raise Refused(
                f"check {check.id} differs from its own revisions in the file; "
                "to import a changed check, give it another id"
            )
    return tuple(alone)
