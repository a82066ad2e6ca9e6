"""What a side has done at one measure over time: dated points, entering a reading or set aside.

There are thousands of points in a long record: they are plain tuples, which take a tenth of a model's room.
"""

from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from strengthcheck.model.base import Frozen, Name, Number, Side, Slug
from strengthcheck.model.check import Check, TimedBy
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.protocol import Measure, Protocol

SetAside = Literal["extra", "sore", "ill"]
"""Why a point does not enter: an extra check; sore, painful or worked hard in that limb; ill."""


class Kept(Frozen):
    """A check as the record has it, with the protocol texts it was made with."""

    check: Check
    uses: tuple[ProtocolRef, ...] = ()


class Point(NamedTuple):
    """One check's value of one side."""

    check: UUID
    at: datetime
    value: Number
    """In the measure's own unit; 0 where the side could not."""
    trials: tuple[int, ...]
    """Which trials of the result it comes from, counted from 0."""
    result: int
    """Which result of the check, counted from 0."""
    could_not: bool = False
    set_aside: SetAside | None = None
    """Why it does not enter a reading; none when it does."""


class PairKey(Frozen):
    """What makes two results comparable."""

    protocol: Slug
    version: int
    text: str
    """What tells texts of one version apart; empty for the program's own tests."""
    measure: Name
    object: str | None
    timed_by: TimedBy | None = None
    """For times only: what measured them."""


class Pair(NamedTuple):
    """The series of one measure: left and right, or both together."""

    key: PairKey
    protocol: Protocol
    measure: Measure
    points: dict[Side, tuple[Point, ...]]
    """For each side that has any, its points in order of time."""

    def entering(self, side: Side) -> tuple[Point, ...]:
        """The points of one side that enter a reading."""
        return tuple(p for p in self.points.get(side, ()) if p.set_aside is None)
