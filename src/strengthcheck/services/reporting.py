"""What leaves the record for others to read: tables, documents for systems, the page for the doctor."""

from typing import NamedTuple
from uuid import UUID

from strengthcheck import __version__
from strengthcheck.analysis.series import Lookup, ProtocolInUse
from strengthcheck.exchange.csv import write_csv
from strengthcheck.exchange.fhir import Choices, Source, write_fhir
from strengthcheck.exchange.known import KnownProtocols
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.profile import PROFILE_ENTRY
from strengthcheck.model.series import Kept
from strengthcheck.services.person import profile_of
from strengthcheck.services.workspace import Workspace

TABLE_HOLDS = "It holds every trial and your notes. It doesn't hold a name or the form for the doctor."
FHIR_HOLDS = "It holds every trial and which hand you write with. It doesn't hold a name, notes or worry."
"""What a person is told beside a file that was written."""

_NOTHING_MORE = Choices()


class Recorded(NamedTuple):
    """Every check that is read, and how to find the tests they were made with."""

    checks: tuple[Kept, ...]
    lookup: Lookup
    amended: frozenset[UUID]
    """The checks that were changed after they were first kept."""


def recorded(ws: Workspace) -> Recorded:
    """The checks of the record, oldest first; the deleted ones left out."""
    kept, amended = [], []
    for revision in ws.store.heads("check"):
        value = revision.value
        if isinstance(value, Check):
            kept.append(Kept(check=value, uses=revision.uses))
            if revision.after:
                amended.append(value.id)
    kept.sort(key=lambda k: (k.check.started_at, str(k.check.id)))
    return Recorded(tuple(kept), _lookup(ws.known()), frozenset(amended))


def export_csv(ws: Workspace, *, notes: bool = True) -> str:
    """Every trial as a row of a table."""
    found = recorded(ws)
    return write_csv(found.checks, found.lookup, notes=notes)


def export_fhir(ws: Workspace, choices: Choices = _NOTHING_MORE) -> str:
    """Every check as a FHIR R4 document, which holds of the person only what was chosen."""
    found = recorded(ws)
    source = Source(
        _person(ws, found), found.checks, found.amended, profile_of(ws), found.lookup, __version__
    )
    return write_fhir(source, choices, ws.clock.now())


def _lookup(known: KnownProtocols) -> Lookup:
    def find(ref: ProtocolRef) -> ProtocolInUse | None:
        found = known.by_digest(ref.sha256)
        return None if found is None else ProtocolInUse(found.protocol, ref.sha256, found.text.own)

    return find


def _person(ws: Workspace, found: Recorded) -> str:
    """What tells this record from others, the same in every export: what was kept first has a random name."""
    profile = ws.store.entry(PROFILE_ENTRY)
    if profile is not None:
        return profile.first.id
    return str(found.checks[0].check.id) if found.checks else "nobody yet"
