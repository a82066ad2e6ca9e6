"""How one test is done: the shape of the files in `protocols/`."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from strengthcheck.model.base import Frozen, Hand, Line, Name, Number, Prose, Side, Slug

Better = Literal["higher", "lower"]
"""Which direction of a measure is better."""

Body = Literal["arm", "leg", "none"]
"""Which limbs a test uses, so that soreness there holds for it."""

EffortKind = Literal["free", "hold", "squeeze", "away", "ask"]
"""`free` ends at a key or the cap; `hold` is timed to a key or the cap; `squeeze` lasts a fixed time;
`away` is done away from the keyboard; `ask` is a question, no effort."""

Suggest = Literal["default", "offered", "if_owned", "if_plays", "instead", "never"]
"""When the chooser proposes the test: to all, as an addition to who wants it, to who owns the device, to who
plays, in place of another."""

LADDER: dict[int, str] = {
    3: "as usual for me",
    2: "done, but harder than usual",
    1: "only with a trick, or partly",
    0: "could not",
}
"""The ordered outcome (docs/evidence.md#testing-oneself)."""


class Measure(Frozen):
    """One quantity that a trial yields."""

    id: Name
    name: Line
    unit: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    """The unit as shown: kg, s, count, bpm, rung."""
    better: Better
    low: Number
    """The least plausible value."""
    high: Number
    """The greatest plausible value."""
    step: Annotated[Number, Field(gt=0)] | None = None
    """The smallest difference that can be read off."""
    cap: Number | None = None
    """The value at which a trial is ended; a value at the cap means "at least"."""
    typical_error: Annotated[float, Field(gt=0, le=0.5)] | None = None
    """Scatter of repeated checks without real change, as a coefficient of variation; none for rungs."""
    least_change: Annotated[float, Field(gt=0, lt=1)] | None = None
    """A share of the usual value that must be exceeded before anything is worth showing."""
    least_change_units: Annotated[Number, Field(gt=0)] | None = None
    """The same in the measure's own unit; both must be exceeded."""
    optional: bool = False
    """May be left empty in a trial, such as a time when no watch was at hand."""
    source: Line | None = None
    """Where the error and the least change come from."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low < self.high:
            raise ValueError(f"low ({self.low}) must be less than high ({self.high})")
        if self.cap is not None and not self.low < self.cap <= self.high:
            raise ValueError(f"cap ({self.cap}) must lie between low and high")
        if self.id == "ladder":
            if (self.low, self.high, self.better) != (0, 3, "higher"):
                raise ValueError("the ladder runs from 0 to 3, higher is better")
        elif self.typical_error is None:
            raise ValueError("typical_error is missing (every measure but the ladder needs one, such as 0.1)")
        return self


class Effort(Frozen):
    """What one trial asks for."""

    kind: EffortKind
    seconds: Annotated[Number, Field(gt=0, le=600)] | None = None
    """How long a squeeze lasts, or when a free effort or a hold is ended (the cap time)."""
    say: Line
    """The one line shown and spoken as the effort starts; the same every time."""
    together: bool = False
    """Both sides work at once, and each is then entered."""

    @model_validator(mode="after")
    def _timed(self) -> Self:
        if self.kind in ("free", "hold", "squeeze") and self.seconds is None:
            raise ValueError(f"seconds is missing: a {self.kind} effort needs its time")
        return self


class Part(Frozen):
    """One of several things a protocol asks for; recorded as the result's object."""

    id: Annotated[str, StringConstraints(pattern=r"^[^/+\x00-\x1f]+$", max_length=60)]
    title: Line
    ask: Prose
    sides: Annotated[tuple[Side, ...], Field(min_length=1)] = ("left", "right")


class Fit(Frozen):
    """Questions asked once, before a test is first used."""

    ask: Line
    """Could you always do this?"""
    object: Line | None = None
    """Which bottle, book, stairs, device; asked once and kept by name."""
    example: Line | None = None
    """An example of such a name."""


class WarmUp(Frozen):
    """What is done before the first trial."""

    seconds: Annotated[int, Field(ge=0, le=600)]
    text: Prose


class Protocol(Frozen):
    """One test, as data."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    """Raised only when what is measured changes; another version is another series."""
    title: Line
    short: Annotated[Line, StringConstraints(max_length=24)]
    """A name for narrow places."""
    summary: Prose
    suggest: Suggest = "never"
    instead_of: Slug | None = None
    body: Body
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    """Which sides a trial may name; the guide asks for the first kind: each side, or both together."""
    minutes: Annotated[Number, Field(gt=0, le=30)]
    """How long it takes at a person's pace, rests included."""
    equipment: tuple[Line, ...] = ()
    skip_if: tuple[Line, ...] = ()
    """Who should leave this test out."""
    safety: tuple[Line, ...] = ()
    fit: Fit | None = None
    warm_up: WarmUp | None = None
    steps: Annotated[tuple[Prose, ...], Field(min_length=1)]
    """What to do, in order; Markdown."""
    parts: tuple[Part, ...] = ()
    effort: Effort
    practice: Annotated[int, Field(ge=0, le=3)] = 0
    """Practice tries the first time; never stored."""
    trials: Annotated[int, Field(ge=1, le=5)]
    """Trials for each side (at most three of full effort: docs/evidence.md#testing-oneself)."""
    rest_seconds: Annotated[int, Field(ge=0, le=600)]
    """The least rest between two efforts, from the end of the first."""
    after: Prose | None = None
    """What is said when the trials are done, such as how to read a tight cap."""
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    shows: Prose
    """What it can show, and what it cannot."""
    sources: Annotated[tuple[Line, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        named: dict[str, list[str]] = {
            "measure": [m.id for m in self.measures],
            "part": [p.id for p in self.parts],
            "side": list(self.sides),
        }
        for what, names in named.items():
            twice = {n for n in names if names.count(n) > 1}
            if twice:
                raise ValueError(f"{what} {sorted(twice)[0]!r} stands twice")
        for part in self.parts:
            for side in part.sides:
                if side not in self.sides:
                    raise ValueError(f"part {part.id!r} asks for {side}, which is not among sides")
        if (self.suggest == "instead") != (self.instead_of is not None):
            raise ValueError("suggest: instead and instead_of belong together")
        return self

    def measure(self, name: str) -> Measure | None:
        """The measure of that name, if the protocol has it."""
        return next((m for m in self.measures if m.id == name), None)

    @property
    def sided(self) -> bool:
        """Whether left and right are tried separately or entered separately."""
        return "left" in self.sides

    @property
    def hands(self) -> tuple[Hand, ...]:
        """The sides to alternate between; empty when both work as one."""
        return tuple(s for s in self.sides if s != "both")
