"""The events of an unfinished check: what the journal holds, and what the guide's state is the fold of."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from strengthcheck.model.base import Frozen, Hand, Line, Prose, Scale10, Side, Slug
from strengthcheck.model.check import BySide, Check, Context, Expectation, Trial
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.profile import FitLevel, LostTask

StepKey = Annotated[str, Field(min_length=1, max_length=200)]
"""The name of one step in one check, such as `trial/cap-tightening//left/1`."""


class Acknowledged(Frozen):
    """Read, warmed up, practised: nothing to keep but that it was done."""

    kind: Literal["done"] = "done"


class KnownLoss(Frozen):
    """How something told earlier, that could no longer be done, is now."""

    gate: UUID
    """The entry in which it was told."""
    lost: LostTask
    """As it is now: its course, and since when by now."""


class GateAnswer(Frozen):
    """Which of the seven lines hold, confirmed once; none is the usual answer."""

    kind: Literal["gate"] = "gate"
    lines: tuple[Annotated[int, Field(ge=1, le=7)], ...] = ()
    at_rest: bool | None = None
    """For line 3: hard to breathe right now at rest, or unable to swallow saliva."""
    known: tuple[KnownLoss, ...] = ()
    """How losses told earlier are now, where the person says; none of them locks a check."""

    @property
    def worse(self) -> tuple[LostTask, ...]:
        """What was told earlier and gets worse."""
        return tuple(k.lost for k in self.known if k.lost.course == "worse")


class LostAnswer(Frozen):
    """What can no longer be done, told during a check."""

    kind: Literal["lost"] = "lost"
    lost: LostTask


class EarlyAnswer(Frozen):
    """Why a check is started before its date."""

    kind: Literal["early"] = "early"
    reason: Literal["worry", "other"]
    worry_before: Scale10 | None = None
    worry_after: Scale10 | None = None


class TodayAnswer(Frozen):
    """How today is."""

    kind: Literal["today"] = "today"
    context: Context


class FitsAnswer(Frozen):
    """Whether each side could always do this test."""

    kind: Literal["fits"] = "fits"
    fits: dict[Side, FitLevel]


class ReadyAnswer(Frozen):
    """The test's page was read; which bottle, book, stairs or device is at hand; or the test is left out."""

    kind: Literal["ready"] = "ready"
    object: Line | None = None
    left_out: Line | None = None
    """Why the whole test is left out today."""


class ExpectAnswer(Frozen):
    """What is expected of each side in each test."""

    kind: Literal["expect"] = "expect"
    expected: dict[Slug, BySide]


class TrialAnswer(Frozen):
    """One trial, as made; two when both sides worked at once."""

    kind: Literal["trial"] = "trial"
    trials: Annotated[tuple[Trial, ...], Field(min_length=1, max_length=2)]


class EffortAnswer(Frozen):
    """How hard it was, once per test and side; how it felt, if the person says."""

    kind: Literal["effort"] = "effort"
    effort: Scale10 | None = None
    pain: Scale10 | None = None
    felt: Expectation | None = None


class FollowUpAnswer(Frozen):
    """After could not, or only with a trick: a slip, sore today, so for weeks; `passed` after a question."""

    kind: Literal["follow_up"] = "follow_up"
    because: Literal["slip", "sore", "weeks", "unsure", "passed"]


class SummaryAnswer(Frozen):
    """The summary was read; the check may be kept."""

    kind: Literal["summary"] = "summary"
    note: Prose = ""


Answer = Annotated[
    Acknowledged
    | GateAnswer
    | EarlyAnswer
    | TodayAnswer
    | LostAnswer
    | FitsAnswer
    | ReadyAnswer
    | ExpectAnswer
    | TrialAnswer
    | EffortAnswer
    | FollowUpAnswer
    | SummaryAnswer,
    Field(discriminator="kind"),
]
"""What a person can answer to a step."""


class Began(Frozen):
    """A check was started: what was fixed then and is never recomputed."""

    event: Literal["began"] = "began"
    check: UUID
    at: AwareDatetime
    planned: bool
    early: bool = False
    """Started before its date, so that the reason is asked."""
    protocols: tuple[ProtocolRef, ...]
    first: dict[Slug, Hand] = Field(default_factory=dict)
    """Which side goes first in each test, drawn by chance and balanced."""
    first_time: tuple[Slug, ...] = ()
    """Tests never done before: longer countdown, practice."""


class EffortBegan(Frozen):
    """An effort is about to start; if nothing follows, it was cut off and is invalid."""

    event: Literal["effort_began"] = "effort_began"
    step: StepKey
    at: AwareDatetime


class EffortTakenBack(Frozen):
    """The countdown was taken back after its effort was noted to begin: no effort was made."""

    event: Literal["effort_taken_back"] = "effort_taken_back"
    step: StepKey
    at: AwareDatetime


class EffortEnded(Frozen):
    """An effort is over, and what it came to is not entered yet; if nothing follows, it is asked for."""

    event: Literal["effort_ended"] = "effort_ended"
    step: StepKey
    at: AwareDatetime
    lasted: Annotated[float, Field(ge=0)]
    """Seconds from go to stop, by the monotonic clock."""
    lost_focus: bool = False
    """Another window came to the front meanwhile."""


class Answered(Frozen):
    """A step was answered; a second answer to the same step corrects the first."""

    event: Literal["answered"] = "answered"
    step: StepKey
    at: AwareDatetime
    answer: Answer


class Stopped(Frozen):
    """The person ended the check early; what is there is kept."""

    event: Literal["stopped"] = "stopped"
    at: AwareDatetime
    reason: Prose = ""


class Given(Frozen):
    """A whole check came at once: from a file, from paper, from a clinic."""

    event: Literal["given"] = "given"
    check: Check


Event = Annotated[
    Began | EffortBegan | EffortTakenBack | EffortEnded | Answered | Stopped | Given,
    Field(discriminator="event"),
]
"""One line of an unfinished check's journal."""
