"""The record as one FHIR R4 document: Composition first, then everything it refers to."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from strengthcheck.analysis.series import Lookup
from strengthcheck.exchange.fhir.codes import LOINC, OWN_TEST, TERMINOLOGY, Json, coding, handedness, plain
from strengthcheck.exchange.fhir.narrative import narrative, table
from strengthcheck.exchange.fhir.observation import OwnRange, Tested, observation, summary
from strengthcheck.model.base import Side
from strengthcheck.model.profile import Profile
from strengthcheck.model.series import Kept
from strengthcheck.wording.doctor import FOOTER

_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0300")
TITLE = "Strength checks, self-recorded at home"


class Choices(NamedTuple):
    """What goes into the document beside the results; nothing that was not chosen."""

    name: str | None = None
    birth_year: bool = False
    notes: bool = False
    """The person's own words: of a check, of an invalid trial."""
    snomed: bool = True
    """SNOMED CT codes beside our own; some countries ask for a licence."""


class Source(NamedTuple):
    """What the document is made from."""

    person: str
    """What tells this record from others and nothing of anybody: the same in every export of it."""
    checks: tuple[Kept, ...]
    amended: frozenset[UUID]
    """The checks that were changed after they were first kept."""
    profile: Profile
    lookup: Lookup
    program: str
    """The program's version."""
    usual: Mapping[tuple[UUID, str, str | None, Side], OwnRange] = MappingProxyType({})
    """Own usual ranges of tests' first measures, by the latest check that has one, test, object and side."""


class _Part(NamedTuple):
    """A resource and the reference others name it by."""

    url: str
    resource: Json


def write_fhir(source: Source, choices: Choices, made_at: datetime) -> str:
    """The document as JSON; the same record, choices and time give the same text, byte for byte.

    Checks whose protocol text is unknown are left out. The library that holds each part against FHIR's
    definitions is loaded here and nowhere else; it raises ValidationError when we built something wrong.
    """
    from fhir.resources.R4B.bundle import Bundle

    data = bundle(source, choices, made_at)
    text: str = Bundle.model_validate(data).model_dump_json(indent=1)
    return text + "\n"


def bundle(source: Source, choices: Choices, made_at: datetime) -> Json:
    """The document as plain data."""
    tested = list(_tested(source))
    patient = _patient(source, choices)
    program = _program(source.program)
    instruments = {key: _instrument(*key, patient.url) for t in tested if (key := _instrument_key(t))}
    observations = [
        (t, _observation(t, patient, instruments.get(_instrument_key(t) or ("", "")), choices))
        for t in tested
    ]
    background = _background(source, patient, choices)
    sections = [*_sections(observations), *([_background_section(background)] if background else [])]
    top = _composition(sections, patient, program, made_at)
    parts = [top, patient, program, *instruments.values(), *(o for _, o in observations)]
    if background:
        parts.append(background)
    identity = _url(f"document {made_at.isoformat()} {[p.resource for p in parts]!r}")
    return {
        "resourceType": "Bundle",
        "id": _id(identity),
        "identifier": {"system": "urn:ietf:rfc:3986", "value": identity},
        "type": "document",
        "timestamp": made_at.isoformat(timespec="seconds"),
        "entry": [
            {"fullUrl": p.url, "resource": {**_first(p.resource), "id": _id(p.url), **p.resource}}
            for p in parts
        ],
    }


def _tested(source: Source) -> Iterator[Tested]:
    for kept in sorted(source.checks, key=lambda k: (k.check.started_at, str(k.check.id))):
        refs = {ref.id: ref for ref in kept.uses}
        for result in kept.check.results:
            ref = refs.get(result.protocol)
            used = source.lookup(ref) if ref is not None else None
            if used is None:
                continue
            for side in ("left", "right", "both"):
                trials = tuple((n, t) for n, t in enumerate(result.trials, 1) if t.side == side)
                if trials:
                    amended = kept.check.id in source.amended
                    usual = source.usual.get((kept.check.id, result.protocol, result.object, side))
                    yield Tested(kept.check, result, used.protocol, side, trials, amended, usual)


def _patient(source: Source, choices: Choices) -> _Part:
    url = _url(f"patient {source.person}")
    name = plain(choices.name or "")
    made: Json = {
        "resourceType": "Patient",
        "text": narrative(name or "The person who recorded this; no name was given"),
        "identifier": [{"system": "urn:ietf:rfc:3986", "value": _url(f"person {source.person}")}],
    }
    if name:
        made["name"] = [{"text": name}]
    if choices.birth_year and source.profile.birth_year:
        made["birthDate"] = str(source.profile.birth_year)
    return _Part(url, made)


def _program(version: str) -> _Part:
    made = {
        "resourceType": "Device",
        "text": narrative(f"strengthcheck {version}, the program that recorded this"),
        "deviceName": [{"name": "strengthcheck", "type": "model-name"}],
        "version": [{"value": version}],
    }
    return _Part(_url(f"program {version}"), made)


def _instrument_key(of: Tested) -> tuple[str, str] | None:
    return (of.protocol.id, of.instrument) if of.instrument else None


def _instrument(protocol: str, name: str, patient: str) -> _Part:
    words = plain(name) or "unnamed"
    made = {
        "resourceType": "Device",
        "text": narrative(words),
        "deviceName": [{"name": words, "type": "user-friendly-name"}],
        "type": {"coding": [coding(OWN_TEST, protocol)], "text": f"used for the test {protocol}"},
        "patient": {"reference": patient},
    }
    return _Part(_url(f"instrument {protocol} {name} {patient}"), made)


def _observation(of: Tested, patient: _Part, instrument: _Part | None, choices: Choices) -> _Part:
    url = _url(f"observation {of.check.id} {of.protocol.id} {of.result.object!r} {of.side}")
    named = instrument.url if instrument else None
    made = observation(of, patient=patient.url, instrument=named, notes=choices.notes, snomed=choices.snomed)
    return _Part(url, made)


def _background(source: Source, patient: _Part, choices: Choices) -> _Part | None:
    hand, told = source.profile.handedness, source.profile.set_up_on
    if hand is None:
        return None
    question, answer = handedness(hand, snomed=choices.snomed)
    made: Json = {
        "resourceType": "Observation",
        "text": narrative(f"Writing hand: {answer['text']}"),
        "status": "final",
        "category": [{"coding": [coding(f"{TERMINOLOGY}/observation-category", "social-history")]}],
        "code": question,
        "subject": {"reference": patient.url},
        "performer": [{"reference": patient.url}],
        "valueCodeableConcept": answer,
    }
    if told is not None:
        made["effectiveDateTime"] = told.isoformat()
    return _Part(_url(f"handedness {patient.url}"), made)


def _background_section(background: _Part) -> Json:
    return {
        "title": "Background",
        "text": background.resource["text"],
        "entry": [{"reference": background.url}],
    }


def _sections(observations: Iterable[tuple[Tested, _Part]]) -> Iterator[Json]:
    """One section a test, with a table that a person reads."""
    by_test: dict[str, list[tuple[Tested, _Part]]] = {}
    for of, part in observations:
        by_test.setdefault(of.protocol.id, []).append((of, part))
    for found in by_test.values():
        rows = [(f"{of.check.started_at:%Y-%m-%d}", _kind(of), summary(of)) for of, _ in found]
        yield {
            "title": plain(found[-1][0].protocol.title),
            "text": table(("Date", "Check", "Result"), rows),
            "entry": [{"reference": part.url} for _, part in found],
        }


def _kind(of: Tested) -> str:
    return "planned" if of.check.planned else "extra"


def _composition(sections: list[Json], patient: _Part, program: _Part, made_at: datetime) -> _Part:
    made: Json = {
        "resourceType": "Composition",
        "language": "en",
        "text": narrative(f"{TITLE}. {FOOTER.text}"),
        "status": "final",
        "type": {"coding": [coding(LOINC, "51855-5", "Patient Note")], "text": TITLE},
        "subject": {"reference": patient.url},
        "date": made_at.isoformat(timespec="seconds"),
        "author": [{"reference": patient.url}, {"reference": program.url}],
        "title": TITLE,
    }
    if sections:
        made["section"] = sections
    return _Part(_url(f"composition {made_at.isoformat()} {patient.url}"), made)


def _url(what: str) -> str:
    return f"urn:uuid:{uuid5(_IDS, what)}"


def _id(url: str) -> str:
    return url.removeprefix("urn:uuid:")


def _first(resource: dict[str, Any]) -> Json:
    return {"resourceType": resource["resourceType"]}
