"""What the record knows of the person beside the checks: profile, plan, gate, visits, cards, urges."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID, uuid4

from pydantic import AwareDatetime, Field

from strengthcheck.model.base import Frozen, Line, Prose, Scale10, Side, Slug
from strengthcheck.model.form import DoctorForm

PROFILE_ENTRY = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0001")
"""The one profile's entry: the same on every machine, so that merging two records joins their profiles."""

PLAN_ENTRY = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0002")
"""The one plan's entry."""

FitLevel = Literal["fine", "always_hard", "became_hard"]
"""Always fine; always hard for me (the test is left out); has become hard (a lost task is asked for)."""

Handedness = Literal["left", "right", "both"]
"""The writing hand."""


class FitAnswer(Frozen):
    """Whether one side could always do one test."""

    protocol: Slug
    side: Side
    fit: FitLevel


class NamedObject(Frozen):
    """Which bottle, book, stairs or device a test uses."""

    protocol: Slug
    name: Line


class BodyEvent(Frozen):
    """An injury, illness, change of medicine or other event, with its date."""

    on: date
    what: Literal["injury", "illness", "medicine", "surgery", "shoes", "other"]
    side: Side | None = None
    body: Literal["arm", "leg"] | None = None
    """Arm or leg; none means the whole body, or not told."""
    text: Prose = ""

    def concerns(self, body: str, side: Side) -> bool:
        """Whether it may explain a change of that side of an arm or leg test."""
        return self.side in (None, "both", side) and self.body in (None, body)


class Profile(Frozen):
    """What is asked once. All of it optional."""

    handedness: Handedness | None = None
    birth_year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    excluded: tuple[Line, ...] = ()
    """General reasons not to test oneself that hold now (wording ids)."""
    set_up_on: date | None = None
    """When set-up was finished."""
    twitching_long: bool | None = None
    """Twitching for over two weeks or in several places."""
    family_history: bool | None = None
    seen_by_doctor: bool | None = None
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    """Country code for the emergency number."""
    plays: Line | None = None
    """The instrument, if they play one."""
    owns: tuple[Slug, ...] = ()
    """Tests whose device they own."""
    fits: tuple[FitAnswer, ...] = ()
    objects: tuple[NamedObject, ...] = ()
    events: tuple[BodyEvent, ...] = ()
    form: DoctorForm | None = None
    """What the page for the doctor says in the person's own words."""

    def fit(self, protocol: str, side: Side) -> FitLevel | None:
        """The fit answered for one test and side, the newest answer first."""
        return next((f.fit for f in reversed(self.fits) if (f.protocol, f.side) == (protocol, side)), None)

    def object_for(self, protocol: str) -> str | None:
        """The object named for a test, the newest name first."""
        return next((o.name for o in reversed(self.objects) if o.protocol == protocol), None)


class Plan(Frozen):
    """The interval between checks, its end, and whether results are sealed."""

    interval_days: Annotated[int, Field(ge=28, le=366)] = 28
    ended_on: date | None = None
    sealed_until: date | None = None


Advice = Literal["now", "today", "book", "noted", "none"]
"""Where an answer leads: emergency call, a doctor today, a doctor this week, noted, nothing."""


Course = Literal["better", "same", "worse"]
"""How a loss is now, against when it was told or began."""


class LostTask(Frozen):
    """Something the person could do and now can't, or only with a trick."""

    what: Literal["hands", "holding", "legs", "speech", "swallowing", "other"]
    task: Prose = ""
    how_much: Literal["cannot", "trick", "harder"]
    side: Side | None = None
    since: Literal["days", "weeks", "longer"]
    """Suddenly in the last days; in the last four weeks; longer."""
    course: Course


class Gate(Frozen):
    """Answers to the gate, or to the lost-task questions."""

    id: UUID = Field(default_factory=uuid4)
    at: AwareDatetime
    lines: tuple[Annotated[int, Field(ge=1, le=7)], ...] = ()
    """Which of the seven lines were confirmed; none is an answer too."""
    at_rest: bool | None = None
    """For line 3: right now at rest, or unable to swallow saliva."""
    lost: LostTask | None = None
    advice: Advice


class Visit(Frozen):
    """A doctor examined me."""

    id: UUID = Field(default_factory=uuid4)
    on: date
    who: Line
    found: Literal["nothing", "explained", "watching", "referred"]
    note: Prose = ""


class Card(Frozen):
    """A sensation at a spot: when it began, what was going on, how and when it ended."""

    id: UUID = Field(default_factory=uuid4)
    spot: Line
    sensation: Line
    began_on: date
    around: Prose = ""
    ended_on: date | None = None
    ending: Prose = ""


class Urge(Frozen):
    """A wish to test before the date, and what became of it."""

    id: UUID = Field(default_factory=uuid4)
    at: AwareDatetime
    reason: Literal["loss", "worry", "other"]
    worry_before: Scale10 | None = None
    worry_after: Scale10 | None = None
    waited_seconds: Annotated[int, Field(ge=0)] = 0
    tested: bool = False
    self_tests_week: Annotated[int, Field(ge=0, le=10_000)] | None = None
