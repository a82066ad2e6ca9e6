"""What the guide can ask for: one small value a step, with all that a face needs to show it."""

from typing import Literal

from strengthcheck.model.base import Frozen, Limb, Side
from strengthcheck.model.check import InvalidReason
from strengthcheck.model.event import StepKey
from strengthcheck.model.profile import Advice
from strengthcheck.model.protocol import Part, Protocol


class Step(Frozen):
    """One thing to do or to answer."""

    key: StepKey


class GateStep(Step):
    """Seven lines: new since the last check, or happening now?"""


class LostStep(Step):
    """The lost-task questions."""

    protocol: Protocol | None = None
    side: Side | None = None
    part: Part | None = None
    """Which of the test's tasks, where it has several."""


class AdviceStep(Step):
    """Where an answer leads. `now` and `today` end the check."""

    advice: Advice
    lines: tuple[int, ...] = ()


class EarlyStep(Step):
    """Started before its date: why?"""


class TodayStep(Step):
    """How today is."""


class SoreStep(Step):
    """Sore or worked hard in a limb that a chosen test uses: the offer to wait a week."""

    limbs: tuple[Limb, ...]


class FitStep(Step):
    """Could each side always do this test? Asked once."""

    protocol: Protocol
    sides: tuple[Side, ...]


class GatherStep(Step):
    """All that the chosen tests need, so that nobody gets up half-way."""

    protocols: tuple[Protocol, ...]


class ExpectStep(Step):
    """What is expected of each side, before any trial."""

    protocols: tuple[Protocol, ...]


class WarmUpStep(Step):
    """Warming up, by the clock."""

    seconds: int
    protocol: Protocol | None = None
    """The test with a warm-up of its own; none for the warm-up of the hands."""
    then: Protocol | None = None
    """The test whose steps can be read meanwhile; none where they are known."""


class ReadyStep(Step):
    """One test's page before it starts: what you need, how it goes, when to stop, which object."""

    protocol: Protocol
    known_object: str | None


class PracticeStep(Step):
    """One try that is never stored."""

    protocol: Protocol
    side: Side


class TrialStep(Step):
    """One trial: countdown, effort, entry."""

    protocol: Protocol
    part: Part | None
    sides: tuple[Side, ...]
    """One side, or both hands when they work at once."""
    number: int
    of: int
    again: bool
    """A second try after an invalid one."""
    again_after: InvalidReason | None = None
    """Why the one before it does not count; none where this is no second try."""
    rest_seconds: int
    """The least rest since the last effort ended."""
    countdown_seconds: int


class QuestionStep(Step):
    """One everyday task asked, not tested."""

    protocol: Protocol
    part: Part
    sides: tuple[Side, ...]


class EffortStep(Step):
    """How hard it was, once per test and side."""

    protocol: Protocol
    part: Part | None
    side: Side
    last: bool
    """The last side of this test, so that its closing words may follow."""


class FollowUpStep(Step):
    """Could not, or only with a trick, on a test this side could always do: a slip, sore, or so for weeks?"""

    protocol: Protocol
    part: Part | None
    side: Side


class SummaryStep(Step):
    """All trials to look over, correct and keep."""


class OverStep(Step):
    """Nothing is left to ask."""

    because: Literal["advice", "kept", "nothing_made"]
