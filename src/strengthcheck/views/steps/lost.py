"""The questions about something that can no longer be done, while they are asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias, get_args

from strengthcheck.guide.steps import LostStep
from strengthcheck.model.event import LostAnswer
from strengthcheck.model.profile import Course, Gate
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.danger import (
    MOST_KNOWN,
    Question,
    asked_of,
    course_page,
    known_of,
    lost_about,
    lost_page,
    lost_task_of,
)
from strengthcheck.views.steps.page import StepPage

COURSES: tuple[Course, ...] = get_args(Course)
"""How a loss told earlier can be now, the first with key 1."""


class CourseTold(NamedTuple):
    """A loss told earlier, and how it is now."""

    gate: Gate
    course: Course


Next: TypeAlias = "LostAsking | Ended[LostAnswer | CourseTold] | None"


@dataclass(frozen=True)
class LostAsking(Asking[LostAnswer | CourseTold]):
    """Up to five questions, a digit each; instead of the first, how a loss told earlier is now."""

    step: LostStep
    answers: tuple[tuple[str, str], ...] = ()
    """What was answered, in its order: a question's field and the value."""
    earlier: tuple[Gate, ...] = ()
    """Losses told earlier, offered under the first question alone."""
    of: Gate | None = None
    """The one of them whose course is asked for."""

    def offering(self, told: Iterable[Gate]) -> "LostAsking":
        """The same, where these losses were told earlier, the newest first."""
        return replace(self, earlier=tuple(gate for gate in told if gate.lost is not None)[:MOST_KNOWN])

    def page(self) -> StepPage:
        """The next question."""
        if self.of is not None:
            return course_page(self.of)
        about = lost_about(self.step.protocol, self.step.side, self.step.part)
        return lost_page(self._question, len(self.answers) + 1, len(self._questions), about, self._offered)

    def press(self, key: str) -> Next:
        """A digit answers; the way back takes the last answer away."""
        if self.of is not None:
            return self._course(key, self.of)
        if key in BACK_KEYS:
            return replace(self, answers=self.answers[:-1]) if self.answers else None
        number = int(key) if key.isdecimal() else 0
        answers = self._question.answers
        if 1 <= number <= len(answers):
            return self._answered(answers[number - 1][0])
        at = number - len(answers) - 1
        return replace(self, of=self._offered[at]) if 0 <= at < len(self._offered) else None

    def _course(self, key: str, of: Gate) -> Next:
        if key in BACK_KEYS:
            return replace(self, of=None)
        if not key.isdecimal():
            return None
        return Ended(CourseTold(of, COURSES[int(key) - 1])) if 1 <= int(key) <= len(COURSES) else self

    def _answered(self, value: str) -> Next:
        after = replace(self, answers=(*self.answers, (self._question.field, value)))
        if len(after.answers) < len(after._questions):
            return after
        about = lost_about(self.step.protocol, self.step.side, self.step.part)
        return Ended(LostAnswer(lost=lost_task_of({**self._known, **dict(after.answers)}, about)))

    @property
    def _offered(self) -> tuple[Gate, ...]:
        return () if self.answers else self.earlier

    @property
    def _known(self) -> dict[str, str]:
        """What the test that led here says already."""
        return known_of(self.step.protocol, self.step.side)

    @property
    def _questions(self) -> tuple[Question, ...]:
        return asked_of(self._known, dict(self.answers))

    @property
    def _question(self) -> Question:
        return self._questions[len(self.answers)]
