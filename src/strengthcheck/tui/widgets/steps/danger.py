"""The gate, the lost-task questions, and where they lead."""

from collections.abc import Iterable
from typing import get_args

from textual.message import Message

from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import Acknowledged, GateAnswer, KnownLoss, LostAnswer
from strengthcheck.model.profile import Course, Gate, LostTask
from strengthcheck.services.choosing import Around
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.asking import BACK_KEYS
from strengthcheck.views.steps.danger import (
    ASKS_AT_REST,
    COURSE_KEYS,
    LOST_LINE,
    MOST_KNOWN,
    PAGE_KEY,
    AdviceFacts,
    Question,
    advice_page,
    asked_of,
    at_rest_page,
    confirm_page,
    course_page,
    gate_page,
    known_loss,
    known_of,
    lost_about,
    lost_page,
    lost_task_of,
)
from strengthcheck.views.steps.page import StepPage
from strengthcheck.wording.numbers import numbers_for

_COURSES: tuple[Course, ...] = get_args(Course)

HELD_SECONDS = 0.75
"""So long no key must have come before the next known loss is answered; systems repeat a held key sooner."""


class GateWidget(StepWidget):
    """Seven lines in the same places; digits choose, Enter when none holds."""

    def __init__(self, around: Around, clock: Clock) -> None:
        """`around`: also the losses told earlier, of which the course today may be told."""
        super().__init__()
        self._numbers = numbers_for(around.profile.region)
        self._known = around.known[:MOST_KNOWN]
        self._today = around.timing.today
        self._first = around.first_ever
        self._clock = clock
        self._told_at = -HELD_SECONDS
        self._courses: tuple[KnownLoss, ...] = ()
        self._lines: tuple[int, ...] = ()
        self._at_rest: bool | None = None
        self._asking_rest = False
        self._more = False
        self._moments = False

    def page(self) -> StepPage:
        """The list, the question of line 3, or the confirmation."""
        if self._asking_rest:
            return at_rest_page()
        if self._lines:
            return confirm_page(self._lines)
        moments = self._numbers if self._moments else None
        return gate_page(self._more, moments, self._asked, first=self._first)

    def press(self, key: str) -> bool:
        """Digits choose, Enter is none of these."""
        if self._asking_rest:
            return self._press_rest(key)
        if self._lines:
            return self._press_confirm(key)
        if key.isdigit() and 1 <= int(key) <= LOST_LINE:
            self._choose(int(key))
        elif key == "enter":
            self._answer()
        elif key in COURSE_KEYS and self._asked is not None:
            if not self._still_held():
                self._course(COURSE_KEYS[key], self._asked)
        elif key == "m":
            self._more = not self._more
            self.show()
        elif key == "+":
            self._moments = not self._moments
            self.show()
        else:
            return False
        return True

    def _choose(self, line: int) -> None:
        if line == LOST_LINE:
            self._answer(LOST_LINE)
            return
        self._lines = (line,)
        self.show()

    @property
    def _asked(self) -> Gate | None:
        """The loss told earlier whose course is still open."""
        at = len(self._courses)
        return self._known[at] if at < len(self._known) else None

    def _still_held(self) -> bool:
        """Whether a key may be the one before, still held: it must not answer for the next."""
        before, self._told_at = self._told_at, self._clock.monotonic()
        return self._told_at - before < HELD_SECONDS

    def _course(self, course: Course, gate: Gate) -> None:
        known = known_loss(gate, course, self._today)
        if known is not None:
            self._courses = (*self._courses, known)
        self.show()

    def _answer(self, *lines: int, at_rest: bool | None = None) -> None:
        told: dict[str, object] = {"lines": lines, "known": self._courses}
        given = {k: v for k, v in told.items() if v}
        self.give(GateAnswer.model_validate(given if at_rest is None else {**given, "at_rest": at_rest}))

    def _press_confirm(self, key: str) -> bool:
        if key in ("y", "enter"):
            if ASKS_AT_REST in self._lines:
                self._asking_rest = True
                self.show()
            else:
                self._answer(*self._lines)
        elif key in BACK_KEYS or key == "n":
            self._lines = ()
            self.show()
        return True

    def _press_rest(self, key: str) -> bool:
        if key in ("y", "n"):
            self._answer(*self._lines, at_rest=key == "y")
        elif key in BACK_KEYS:
            self._lines, self._asking_rest = (), False
            self.show()
        return True


class LostWidget(StepWidget):
    """The lost-task questions, a key each."""

    class CourseTold(Message):
        """How a loss told earlier is now."""

        def __init__(self, gate: Gate, course: Course) -> None:
            super().__init__()
            self.gate = gate
            self.course = course

    def __init__(self, step: LostStep) -> None:
        super().__init__()
        self._told: tuple[Gate, ...] = ()
        self._of: Gate | None = None
        self._about = lost_about(step.protocol, step.side, step.part)
        self._known = known_of(step.protocol, step.side)
        self._answers: dict[str, str] = {}

    def page(self) -> StepPage:
        """The next question."""
        if self._of is not None:
            return course_page(self._of)
        questions = self._questions()
        number = len(self._answers) + 1
        at = min(number, len(questions))
        return lost_page(questions[at - 1], at, len(questions), self._about, self._offered)

    def press(self, key: str) -> bool:
        """Digits answer; back takes the last answer away."""
        if self._of is not None:
            return self._press_course(key, self._of)
        questions = self._questions()
        question = questions[min(len(self._answers), len(questions) - 1)]
        earlier = int(key) - len(question.answers) - 1 if key.isdigit() else -1
        if 0 <= earlier < len(self._offered):
            self._of = self._offered[earlier]
            self.show()
            return True
        if key.isdigit() and 1 <= int(key) <= len(question.answers):
            self._answers[question.field] = question.answers[int(key) - 1][0]
            if len(self._answers) >= len(self._questions()):
                self.give(LostAnswer(lost=self._lost_task()))
            else:
                self.show()
            return True
        if key in BACK_KEYS and self._answers:
            self._answers.popitem()
            self.show()
            return True
        return False

    def offer(self, known: Iterable[Gate]) -> None:
        """Losses told earlier: how they are now can be told as well, below the first question."""
        self._told = tuple(known)[:MOST_KNOWN]
        if self._offered and not self._done:
            self.show()

    @property
    def _offered(self) -> tuple[Gate, ...]:
        """What was told earlier stands under the first question alone."""
        return () if self._answers else self._told

    def _press_course(self, key: str, of: Gate) -> bool:
        if key.isdigit() and 1 <= int(key) <= len(_COURSES):
            self.wish(self.CourseTold(of, _COURSES[int(key) - 1]))
        elif key in BACK_KEYS:
            self._of = None
            self.show()
        return key.isdigit() or key in BACK_KEYS

    def again(self) -> None:
        """Ask the last question anew."""
        super().again()
        if self._answers:
            self._answers.popitem()
            self.show()

    def _questions(self) -> tuple[Question, ...]:
        return asked_of(self._known, self._answers)

    def _lost_task(self) -> LostTask:
        return lost_task_of({**self._known, **self._answers}, self._about)


class AdviceWidget(StepWidget):
    """Where the answers lead."""

    def __init__(self, step: AdviceStep, facts: AdviceFacts) -> None:
        super().__init__()
        self._step = step
        self._facts = facts

    def page(self) -> StepPage:
        """One advice."""
        return advice_page(self._step, self._facts)

    def press(self, key: str) -> bool:
        """Enter goes on; a doctor this week leaves the check to the person."""
        if key == "enter":
            self.give(Acknowledged())
        elif key == "l" and self._step.advice == "book" and self._facts.in_check:
            self.wish(self.LeaveAsked())
        elif key == PAGE_KEY and self._step.advice in ("today", "book"):
            self.post_message(self.PageAsked())
        else:
            return False
        return True
