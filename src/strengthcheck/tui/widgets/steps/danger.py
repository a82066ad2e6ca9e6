"""The gate, the lost-task questions, and where they lead."""

from collections.abc import Iterable

from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.model.event import Acknowledged, GateAnswer, LostAnswer
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.tui.widgets.steps.base import BACK_KEYS, StepWidget
from strengthcheck.views.steps.danger import (
    PAGE_KEY,
    AdviceFacts,
    Question,
    advice_page,
    at_rest_page,
    confirm_page,
    gate_page,
    known_of,
    lost_about,
    lost_page,
    lost_questions,
    lost_task_of,
)
from strengthcheck.views.steps.page import StepPage
from strengthcheck.wording.numbers import Numbers

ASKS_AT_REST = 3
LOST_LINE = 7


class GateWidget(StepWidget):
    """Seven lines in the same places; digits choose, Enter when none holds."""

    def __init__(self, numbers: Numbers, known: Iterable[Gate] = ()) -> None:
        super().__init__()
        self._numbers = numbers
        self._known = tuple(known)
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
        return gate_page(self._more, self._numbers if self._moments else None, self._known)

    def press(self, key: str) -> bool:
        """Digits choose, Enter is none of these."""
        if self._asking_rest:
            return self._press_rest(key)
        if self._lines:
            return self._press_confirm(key)
        if key.isdigit() and 1 <= int(key) <= LOST_LINE:
            self._choose(int(key))
        elif key == "enter":
            self.give(GateAnswer())
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
            self.give(GateAnswer(lines=(LOST_LINE,)))
            return
        self._lines = (line,)
        self.show()

    def _press_confirm(self, key: str) -> bool:
        if key in ("y", "enter"):
            if ASKS_AT_REST in self._lines:
                self._asking_rest = True
                self.show()
            else:
                self.give(GateAnswer(lines=self._lines))
        elif key in BACK_KEYS or key == "n":
            self._lines = ()
            self.show()
        return True

    def _press_rest(self, key: str) -> bool:
        if key in ("y", "n"):
            self.give(GateAnswer(lines=self._lines, at_rest=key == "y"))
        elif key in BACK_KEYS:
            self._lines, self._asking_rest = (), False
            self.show()
        return True


class LostWidget(StepWidget):
    """The lost-task questions, a key each."""

    def __init__(self, step: LostStep) -> None:
        super().__init__()
        self._about = lost_about(step.protocol, step.side, step.part)
        self._known = known_of(step.protocol, step.side)
        self._answers: dict[str, str] = {}

    def page(self) -> StepPage:
        """The next question."""
        questions = self._questions()
        number = len(self._answers) + 1
        at = min(number, len(questions))
        return lost_page(questions[at - 1], at, len(questions), self._about)

    def press(self, key: str) -> bool:
        """Digits answer; back takes the last answer away."""
        questions = self._questions()
        question = questions[min(len(self._answers), len(questions) - 1)]
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

    def again(self) -> None:
        """Ask the last question anew."""
        super().again()
        if self._answers:
            self._answers.popitem()
            self.show()

    def _questions(self) -> tuple[Question, ...]:
        given = {**self._known, **self._answers}
        return tuple(q for q in lost_questions(given) if q.field not in self._known)

    def _lost_task(self) -> LostTask:
        return lost_task_of({**self._known, **self._answers}, self._about.removeprefix("About ").rstrip("."))


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
