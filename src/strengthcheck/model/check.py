"""One sitting: a check, its results and their trials, as docs/commands.md#a-check-as-json has them."""

from typing import Annotated, Literal, Self
from uuid import UUID, uuid4

from pydantic import AwareDatetime, Field, model_validator

from strengthcheck.model.base import Frozen, Hours, Limb, Line, Name, Number, Prose, Scale10, Side, Slug

SORE_FROM = 4
"""Soreness or pain from here on sets a limb's results aside (docs/evidence.md#what-moves-a-result)."""

FORMAT_VERSION = 1
"""The version of a check's JSON that this program writes."""

Expectation = Literal["weaker", "as_usual", "stronger"]
"""How a side is expected to do, or felt, against its usual."""

InvalidReason = Literal[
    "slipped",
    "interrupted",
    "pain",
    "other_hand",
    "wrong_object",
    "late_start",
    "suspended",
    "replaced",
    "other",
]
"""Why a trial does not count."""

TimedBy = Literal["keyboard", "phone", "device"]
"""What measured a time; series never mix them."""


class Trial(Frozen):
    """One attempt by one side: values, or could not, or skipped with a reason. Never deleted by being bad."""

    side: Side
    values: dict[Name, Number] = Field(default_factory=dict)
    """Measure name to value, in the measure's own unit."""
    could_not: bool = False
    """Tried and could not: ladder 0, and below what can be measured."""
    skipped: Line | None = None
    """Why this side was left out; a skip is not a zero."""
    effort: Scale10 | None = None
    pain: Scale10 | None = None
    invalid: InvalidReason | None = None
    invalid_note: Prose | None = None
    at: AwareDatetime | None = None
    timed_by: TimedBy | None = None
    lost_focus: bool = False
    """The terminal lost focus while the effort ran."""

    @model_validator(mode="after")
    def _one_outcome(self) -> Self:
        outcomes = [bool(self.values), self.could_not, self.skipped is not None]
        if sum(outcomes) == 0 and self.invalid is None:
            raise ValueError("a trial needs values, could_not, or skipped with a reason")
        if sum(outcomes) > 1:
            raise ValueError("a trial has values, or could_not, or skipped: only one of them")
        if self.skipped is not None and (self.effort is not None or self.invalid is not None):
            raise ValueError("a skipped trial has no effort and cannot be invalid")
        if self.invalid_note is not None and self.invalid is None:
            raise ValueError("invalid_note needs a reason in invalid")
        return self

    @property
    def counts(self) -> bool:
        """Whether the trial was done and stands (neither skipped nor invalid)."""
        return self.skipped is None and self.invalid is None

    @property
    def ladder(self) -> Number | None:
        """The rung 0-3, where the trial has one; could not is 0."""
        return 0 if self.could_not else self.values.get("ladder")


class BySide(Frozen):
    """An expectation or feeling for each side that was asked."""

    left: Expectation | None = None
    right: Expectation | None = None
    both: Expectation | None = None

    def of(self, side: Side) -> Expectation | None:
        """What was said of one side."""
        answer: Expectation | None = getattr(self, side)
        return answer


class Result(Frozen):
    """All trials of one protocol with one object in one check, in the order done."""

    protocol: Slug
    protocol_version: Annotated[int, Field(ge=1)] | None = None
    object: Line | None = None
    """Which bottle, book, stairs, device, or which part of the protocol. Another object is another series."""
    expected: BySide | None = None
    felt: BySide | None = None
    trials: Annotated[tuple[Trial, ...], Field(min_length=1)]


class Context(Frozen):
    """How today is, told before any effort. All optional."""

    sleep_hours: Hours | None = None
    hard_exercise: bool | None = None
    """Hard or new exercise in the last 7 days."""
    soreness: Scale10 | None = None
    pain: Scale10 | None = None
    ill: bool | None = None
    cold_hands: bool | None = None
    where: tuple[Limb, ...] | None = None
    """Limbs that are sore, in pain, or worked hard; none named means all."""
    worry: Scale10 | None = None
    week_limited: Scale10 | None = None
    """How much worry limited the last week, 0-10."""


class Check(Frozen):
    """One sitting."""

    format_version: Annotated[int, Field(ge=1, le=FORMAT_VERSION)] = FORMAT_VERSION
    id: UUID = Field(default_factory=uuid4)
    started_at: AwareDatetime
    planned: bool = True
    """Planned or extra, fixed when the check starts. Extra checks never enter a reading."""
    results: Annotated[tuple[Result, ...], Field(min_length=1)]
    context: Context | None = None
    note: Prose | None = None

    @model_validator(mode="after")
    def _pairs_once(self) -> Self:
        pairs = [(r.protocol, r.object) for r in self.results]
        for protocol, named in pairs:
            if pairs.count((protocol, named)) > 1:
                with_object = f" with object {named!r}" if named else ""
                raise ValueError(f"{protocol}{with_object} stands twice; put its trials into one result")
        return self
