"""What leaves the record for others to read: tables, documents for systems, the page for the doctor."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from strengthcheck import __version__
from strengthcheck.analysis.series import Lookup, ProtocolInUse, pairs_of
from strengthcheck.analysis.whole import ReadPair, read_whole
from strengthcheck.exchange.csv import write_csv
from strengthcheck.exchange.fhir import Choices, Source, write_fhir
from strengthcheck.exchange.known import KnownProtocols
from strengthcheck.exchange.refused import Refused
from strengthcheck.host.files import write_private
from strengthcheck.model.base import Side
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.form import DoctorForm
from strengthcheck.model.profile import PROFILE_ENTRY, Gate, Visit
from strengthcheck.model.series import Kept
from strengthcheck.report import Built, CannotSet, build_page
from strengthcheck.services.exporting import (
    Exported,
    ExportFacts,
    export_to,
    path_of,
    usual_folder,
    written_to,
)
from strengthcheck.services.person import profile_of, save_profile
from strengthcheck.services.seal import require_open, sealed_until
from strengthcheck.services.visits import visits_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.doctor_page import PageChoices, PageSource, doctor_page, family_text
from strengthcheck.views.export_page import table_holds, what_is_in_it
from strengthcheck.views.form_page import ToldBefore
from strengthcheck.views.losses import lost_words
from strengthcheck.views.page_data import PageData, Paper
from strengthcheck.views.report_page import PageFacts

TABLE_HOLDS = "It holds every try and your notes. It doesn't hold a name or the form for the doctor."
FHIR_HOLDS = "It holds every try and which hand you write with. It doesn't hold a name, notes or worry."
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


def export_csv(ws: Workspace, *, notes: bool = True, unseal: bool = False) -> str:
    """Every trial as a row of a table. Raises Sealed."""
    require_open(ws, unseal=unseal)
    found = recorded(ws)
    return write_csv(found.checks, found.lookup, notes=notes)


def export_fhir(ws: Workspace, choices: Choices = _NOTHING_MORE, *, unseal: bool = False) -> str:
    """Every check as a FHIR R4 document, which holds of the person only what was chosen. Raises Sealed."""
    require_open(ws, unseal=unseal)
    found = recorded(ws)
    profile = profile_of(ws)
    whole = read_whole(pairs_of(found.checks, found.lookup), profile.events)
    source = Source(
        person=_person(ws, found),
        checks=found.checks,
        amended=found.amended,
        profile=profile,
        lookup=found.lookup,
        program=__version__,
        usual=_own_ranges(whole.pairs),
    )
    return write_fhir(source, choices, ws.clock.now())


def _own_ranges(reads: Iterable[ReadPair]) -> dict[tuple[UUID, str, str | None, Side], tuple[float, float]]:
    """The usual range of each side of each test's first measure, by the latest check that entered it."""
    found = {}
    for read in reads:
        key = read.pair.key
        if read.pair.measure != read.pair.protocol.measures[0] or read.pair.measure.id == "ladder":
            continue
        for side in read.sides:
            points, usual = read.pair.entering(side), read.own_range(side)
            if usual is not None:
                found[points[-1].check, key.protocol, key.object, side] = (usual.low, usual.high)
    return found


def form_of(ws: Workspace) -> DoctorForm:
    """The form for the doctor as it was last kept; an empty one before."""
    return profile_of(ws).form or DoctorForm()


def told_before(ws: Workspace) -> ToldBefore:
    """What stands on the page beside the form's own words: losses, the family, visits."""
    profile = profile_of(ws)
    losses = (lost_words(g.lost) for g in _losses(ws, date.max) if g.lost is not None)
    return ToldBefore(
        losses=tuple(dict.fromkeys(losses)),
        family=family_text(DoctorForm(), profile),
        seen=profile.seen_by_doctor,
        visits=_visits(ws, date.max),
    )


def save_form(ws: Workspace, form: DoctorForm) -> None:
    """Keep the form for the next time, if it changed."""
    profile = profile_of(ws)
    if (profile.form or DoctorForm()) != form:
        save_profile(ws, profile.model_copy(update={"form": form}), "form for the doctor")


def page_for_doctor(ws: Workspace, choices: PageChoices, *, unseal: bool = False) -> PageData:
    """The page as data: what a preview shows and what is printed. Raises Sealed."""
    require_open(ws, unseal=unseal)
    found = recorded(ws)
    choices = _reaching(ws, found, choices)
    end = min(choices.until or choices.today, choices.today)
    checks = tuple(k for k in found.checks if k.check.started_at.date() <= end)
    profile = profile_of(ws)
    events = tuple(e for e in profile.events if e.on <= end)
    source = PageSource(
        checks=checks,
        reads=read_whole(pairs_of(checks, found.lookup), events).pairs,
        lookup=found.lookup,
        profile=profile,
        losses=_losses(ws, end),
        visits=_visits(ws, end),
        program=__version__,
    )
    return doctor_page(source, choices)


def _reaching(ws: Workspace, found: Recorded, choices: PageChoices) -> PageChoices:
    """A page of today reaches all that is kept, also what lies a day ahead, as after a flight west."""
    if choices.today < ws.clock.now().date():
        return choices
    kept = [k.check.started_at for k in found.checks] + [g.at for g in _losses(ws, date.max)]
    return choices._replace(today=max([choices.today, *(at.date() for at in kept)]))


def pdf_for_doctor(page: PageData, paper: Paper, today: date) -> Built:
    """The page as PDF: with our own fonts the same bytes for the same page, paper and day. Raises Refused."""
    try:
        return build_page(page, paper, today)
    except CannotSet as e:
        raise Refused(str(e)) from e


def write_table(
    ws: Workspace, typed: str, *, notes: bool, force: bool = False, unseal: bool = False
) -> Exported:
    """Write the table of all values to a place that was typed. Raises FileRefused, or Sealed."""
    return written_to(typed, export_csv(ws, notes=notes, unseal=unseal), force=force)


def write_document(ws: Workspace, typed: str, *, force: bool = False, unseal: bool = False) -> Exported:
    """Write the FHIR document to a place that was typed. Raises FileRefused, or Sealed."""
    return written_to(typed, export_fhir(ws, unseal=unseal), force=force)


def export_holds(facts: ExportFacts, kind: str, *, notes: bool) -> tuple[str, ...]:
    """What a file of a kind (json, csv, fhir) will hold, before it is written."""
    if kind == "json":
        return what_is_in_it(facts.checks, facts.in_bin, facts.others, facts.tests)
    return (table_holds(notes) if kind == "csv" else FHIR_HOLDS,)


def write_export(
    ws: Workspace, typed: str, kind: str, *, notes: bool, force: bool = False, unseal: bool = False
) -> Exported:
    """Write a file of a kind (json, csv, fhir) to a place that was typed. Raises FileRefused, or Sealed."""
    if kind == "csv":
        return write_table(ws, typed, notes=notes, force=force, unseal=unseal)
    write = export_to if kind == "json" else write_document
    return write(ws, typed, force=force, unseal=unseal)


def page_facts(ws: Workspace) -> PageFacts:
    """What a screen needs to offer the page's choices."""
    today = ws.clock.now().date()
    checks = [v for r in ws.store.heads("check") if isinstance(v := r.value, Check)]
    titles = {name: found.protocol.title for name, found in ws.catalogue().protocols.items()}
    done = {result.protocol for check in checks for result in check.results}
    return PageFacts(
        today=today,
        last_visit=next((v.on for v in visits_of(ws) if v.on <= today), None),
        tests=tuple((name, titles.get(name, name)) for name in sorted(done)),
        form=form_of(ws),
        path=usual_folder(ws) / f"strength-checks-{today:%Y-%m-%d}.pdf",
        sealed=sealed_until(ws),
    )


def write_page(built: Built, typed: str, *, force: bool = False) -> Exported:
    """Write a page that is set, for its owner alone (0600). Raises FileRefused."""
    path = path_of(typed)
    write_private(path, built.pdf, force=force)
    return Exported(path, len(built.pdf))


def _losses(ws: Workspace, end: date) -> tuple[Gate, ...]:
    """What was told as lost or harder, newest first."""
    told = [v for r in ws.store.heads("gate") if isinstance(v := r.value, Gate) and v.lost is not None]
    return tuple(sorted((g for g in told if g.at.date() <= end), key=lambda g: g.at, reverse=True))


def _visits(ws: Workspace, end: date) -> tuple[Visit, ...]:
    return tuple(sorted((v for v in visits_of(ws) if v.on <= end), key=lambda v: v.on))


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
