"""The codes of a FHIR document: published ones that were looked up, our own for everything else.

Looked up, last in November 2026: LOINC 83173-5 and 83174-3, with these names, in the panel 83145-3 at
loinc.org; 85151006 in FHIR's own example of a Media; 78791008, the handedness codes and LOINC 51855-5 in two
or more public FHIR guides and code lists each. Others give left grip as 83176-8 and the like: codes of other
things. For legs none was found in a source that says which side it is, so there are our own code and words.
"""

from typing import Any

from strengthcheck.model.base import Side
from strengthcheck.model.profile import Handedness
from strengthcheck.model.protocol import Protocol
from strengthcheck.views.displayable import displayable

Json = dict[str, Any]
"""A FHIR element on its way into the library that checks it."""

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"

_OWN = "urn:uuid:5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a03{:02}"
OWN_TEST, OWN_TRIAL, OWN_PLACE, OWN_KIND, OWN_ABSENT = (_OWN.format(n) for n in range(1, 6))
"""Our own code systems: tests, values in a test, places of the body, kinds of check, reasons for no value."""

_GRIP: dict[Side, tuple[str, str]] = {
    "left": ("83173-5", "Grip strength Hand - left Dynamometer"),
    "right": ("83174-3", "Grip strength Hand - right Dynamometer"),
}
_HANDS: dict[Side, tuple[str, str]] = {
    "left": ("85151006", "Structure of left hand"),
    "right": ("78791008", "Structure of right hand"),
}
_HANDEDNESS: dict[Handedness, tuple[str, str]] = {
    "left": ("87683000", "Left handed"),
    "right": ("46669005", "Right handed"),
    "both": ("23088002", "Ambidextrous"),
}


def coding(system: str, code: str, display: str = "") -> Json:
    """One code."""
    return {"system": system, "code": code, **({"display": display} if display else {})}


def own_code(text: str) -> str:
    """A text as a FHIR code: no blanks, nothing hidden."""
    return "-".join(displayable(text).split()) or "unnamed"


def plain(text: str) -> str:
    """A person's text as FHIR can hold it: nothing that hides or is obeyed; empty when nothing is left."""
    return displayable(text, newlines=True).strip()


def place_words(protocol: Protocol, side: Side) -> str:
    """The side of the body in words."""
    if side == "both":
        return {"arm": "both hands together", "leg": "both legs together", "none": "both sides together"}[
            protocol.body
        ]
    return f"{side} {({'arm': 'hand', 'leg': 'leg', 'none': 'side'})[protocol.body]}"


def body_site(protocol: Protocol, side: Side, *, snomed: bool) -> Json:
    """Which part of the body, and which side of it, in one concept: the side is never lost."""
    words = place_words(protocol, side)
    codings = [coding(OWN_PLACE, own_code(words), words)]
    if snomed and protocol.body == "arm" and side in _HANDS:
        codings.append(coding(SNOMED, *_HANDS[side]))
    return {"coding": codings, "text": words}


def tested_code(protocol: Protocol, part: str | None, side: Side) -> Json:
    """What was tested. A LOINC code stands first where one was verified."""
    name = f"{protocol.title}, {part}" if part else protocol.title
    own = f"{protocol.id}.{own_code(part)}" if part else protocol.id
    codings = [coding(OWN_TEST, own, plain(name))]
    if protocol.id == "grip-device" and side in _GRIP:
        codings.insert(0, coding(LOINC, *_GRIP[side]))
    return {"coding": codings, "text": plain(f"{name}, {place_words(protocol, side)}")}


def handedness(hand: Handedness, *, snomed: bool) -> tuple[Json, Json]:
    """The question and its answer, as code and value."""
    words = {"left": "left-handed", "right": "right-handed", "both": "both hands alike"}[hand]
    question: Json = {"text": "Writing hand"}
    answer: Json = {"text": words}
    if snomed:
        question["coding"] = [coding(SNOMED, "57427004", "Handedness")]
        answer["coding"] = [coding(SNOMED, *_HANDEDNESS[hand])]
    return question, answer
