"""The doctor's short form: what the person wants a doctor to know. All optional, kept for the next time."""

from datetime import date
from typing import Literal

from strengthcheck.model.base import Frozen, Line, Prose, Side

Symptom = Literal[
    "wasting",
    "cramps",
    "stiffness",
    "numbness",
    "pain",
    "eyes",
    "swallowing",
    "breathing",
    "bladder",
    "weight",
    "tiring",
    "mood",
]
"""What a doctor asks for beside weakness (docs/evidence.md#red-flags, docs/evidence.md#first-visit)."""

SYMPTOMS: dict[Symptom, str] = {
    "wasting": "a muscle grown thinner",
    "cramps": "cramps",
    "stiffness": "stiffness",
    "numbness": "numbness or tingling",
    "pain": "pain",
    "eyes": "double vision or a drooping lid",
    "swallowing": "trouble with speech or swallowing",
    "breathing": "short of breath lying flat",
    "bladder": "bladder or bowel trouble",
    "weight": "weight loss",
    "tiring": "weaker the longer it is used",
    "mood": "change of mood or behaviour",
}
"""Each in words that stand in a sentence."""


class FunctionChange(Frozen):
    """Something in daily life that is lost, harder, or as ever."""

    task: Line
    """In the person's own words: fastening buttons, the stairs."""
    how: Literal["lost", "harder", "unchanged"]
    side: Side | None = None
    since: date | None = None


class DoctorForm(Frozen):
    """What stands at the top of the page for the doctor, in the person's own words."""

    name: Line | None = None
    """A name or initials; on the page only when chosen."""
    concern: Prose = ""
    """The main concern."""
    wish: Prose = ""
    """What the person would like from the visit."""
    where: Prose = ""
    """Where it twitches, where it feels weak, and whether that spread."""
    began_on: date | None = None
    began: Literal["suddenly", "gradually"] | None = None
    since_then: Literal["better", "same", "worse", "comes_and_goes"] | None = None
    course: Prose = ""
    """How it went since, with dates."""
    functions: tuple[FunctionChange, ...] = ()
    present: tuple[Symptom, ...] = ()
    absent: tuple[Symptom, ...] = ()
    """Asked for and not there; in neither list means not answered."""
    medicines: Prose = ""
    family: Prose = ""
    """Illnesses of nerves, muscles or memory among relatives."""
    past: Prose = ""
    """Earlier illness, injuries, work and sport."""
    examined: bool | None = None
    """Whether a doctor examined this before."""
    examined_by: Line | None = None
    """Who, and when."""
    emg: Literal["done", "not_done"] | None = None
    """Whether the muscles or nerves were measured with needles or electrodes."""
    examinations: Prose = ""
    """What was done and found: examinations, blood, pictures, with dates."""
