"""Looking back: every check, one check with the tests it was made with, and the bin."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from strengthcheck.exchange.refused import Refused
from strengthcheck.model.check import Check
from strengthcheck.model.entry import Entry, Revision
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.editing import NoSuchCheck
from strengthcheck.services.gathered import gathered
from strengthcheck.services.seal import sealed_today
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.history import CheckSummary


class History(NamedTuple):
    """Every check that is read, in short, and the short names of their tests by id."""

    checks: tuple[CheckSummary, ...]
    names: dict[str, str]
    in_bin: int
    double: frozenset[UUID] = frozenset()
    """Checks of which two versions are current, since two records were joined."""


class Opened(NamedTuple):
    """One check with the tests it was made with, by id."""

    check: Check
    tests: dict[str, Protocol]
    changes: int
    """How often it was changed after it was first kept."""
    sealed: str = ""
    """That its values are sealed, and until when; empty when they are not."""
    double: bool = False
    """Two versions are current, since two records were joined."""


class Kept(NamedTuple):
    """Everything that was ever kept of one check."""

    revisions: tuple[Revision, ...]
    heads: tuple[str, ...]
    """The ids of those that nothing comes after."""
    current: str
    """The id of the one that is read."""
    tests: dict[str, Protocol]
    sealed: str
    """That values are sealed, and until when; empty when they are not."""


class Binned(NamedTuple):
    """A check in the bin."""

    check: Check
    deleted_at: datetime


def history(ws: Workspace) -> History:
    """All checks, in no order, from what is read of each entry; values are left to the page of one."""
    record = gathered(ws)
    double = ws.remember("double", lambda: _double(ws))
    return History(record.summaries, short_names(ws), record.deleted, double)


def _double(ws: Workspace) -> frozenset[UUID]:
    """The checks with two current versions: only one that was changed can have them."""
    entries = [e for name in ws.store.edited("check") if (e := ws.store.entry(name)) is not None]
    return frozenset(e.id for e in entries if e.current.state != "purged" and len(e.heads) > 1)


def check_versions(ws: Workspace, check: UUID) -> Kept:
    """Every version of one check, also of one in the bin. Raises NoSuchCheck."""
    entry = ws.store.entry(check)
    if entry is None or entry.current.state == "purged":
        raise NoSuchCheck("This check is not in the record.")
    heads = tuple(r.id for r in entry.heads)
    return Kept(entry.revisions, heads, entry.current.id, _tests(ws, entry), sealed_today(ws))


def short_names(ws: Workspace) -> dict[str, str]:
    """The short name of every test known here, by id."""
    return {k: found.protocol.short for k, found in ws.catalogue().protocols.items()}


def open_check(ws: Workspace, check: UUID) -> Opened:
    """One check with its tests as they were then. Raises NoSuchCheck."""
    entry = ws.store.entry(check)
    value = entry.current.value if entry is not None else None
    if entry is None or not isinstance(value, Check):
        raise NoSuchCheck("This check is not in the record, or it is in the bin.")
    changes, double = len(entry.revisions) - 1, len(entry.heads) > 1
    return Opened(value, _tests(ws, entry), changes, sealed_today(ws), double)


def binned(ws: Workspace) -> tuple[Binned, ...]:
    """What is in the bin, the last deleted first."""
    found = []
    for entry in ws.store.entries("check"):
        if entry.current.state == "deleted" and (last := _last(entry)) is not None:
            found.append(Binned(last, entry.current.made_at))
    return tuple(sorted(found, key=lambda b: b.deleted_at, reverse=True))


def _last(entry: Entry) -> Check | None:
    kept = [r for r in entry.revisions if r.state == "content"]
    value = max(kept, key=lambda r: (r.made_at, r.id)).value if kept else None
    return value if isinstance(value, Check) else None


def _tests(ws: Workspace, entry: Entry) -> dict[str, Protocol]:
    tests: dict[str, Protocol] = {}
    for ref in entry.current.uses or entry.first.uses:
        text = ws.store.protocol_text(ref)
        if text is None:
            continue
        try:
            tests[ref.id] = ws.read_protocol(text)
        except Refused:  # a text of another version of the program: its ids and values are shown instead
            continue
    return tests
