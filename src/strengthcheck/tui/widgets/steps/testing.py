"""The steps of one test around its trials: its page, practice, an everyday question, effort, follow-up."""

from textual.app import ComposeResult
from textual.widgets import Input

from strengthcheck.guide.steps import EffortStep, QuestionStep, ReadyStep
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import EffortAnswer, ReadyAnswer, TrialAnswer
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.effort import EffortAsking, Rated
from strengthcheck.views.steps.page import Para, StepPage
from strengthcheck.views.steps.question import QuestionAsking, Told, question_answer
from strengthcheck.views.steps.testing import (
    LEFT_OUT,
    UNNAMED,
    left_out_page,
    ready_page,
)

NAME_LENGTH = 200


class ReadyWidget(StepWidget):
    """One test before it starts; the object at hand is named here."""

    def __init__(self, step: ReadyStep, former: ReadyAnswer | None) -> None:
        super().__init__()
        self._step = step
        self._named = (former.object if former else None) or step.known_object
        fit = step.protocol.fit
        self._asks_object = fit is not None and fit.object is not None
        self._typing = self._asks_object and self._named is None
        self._leaving = self._warned = False

    def page(self) -> StepPage:
        """The test, or why it is left out."""
        if self._leaving:
            return left_out_page(self._step.protocol.title)
        page = ready_page(self._step, self._typing, self._named)
        warned = (Para(UNNAMED, "warn"),) if self._warned and self._typing else ()
        return page._replace(blocks=(*page.blocks[:2], *warned, *page.blocks[2:]))

    def compose(self) -> ComposeResult:
        """The page; while a name is typed, its field stands above the steps."""
        widgets = list(super().compose())
        if self._typing and not self._leaving:
            field = Input(value=self._named or "", placeholder="its name, as you will know it again")
            field.cursor_blink = False
            field.max_length = NAME_LENGTH
            widgets.insert(3, field)
        yield from widgets

    def press(self, key: str) -> bool:
        """Enter is ready, o names the object, l leaves the test out."""
        if self._leaving:
            return self._leave(key)
        if self._typing:
            return self._type(key)
        if key == "enter":
            self._ready()
        elif key == "o" and self._asks_object:
            self._typing = True
            self.show()
        elif key == "l":
            self._leaving = True
            self.show()
        else:
            return False
        return True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The name is typed."""
        event.stop()
        self._named = event.value.strip() or None
        self._ready()

    def _type(self, key: str) -> bool:
        if key == "escape":
            self._typing = False
            self.show()
        elif key == "enter":
            self._named = self.query_one(Input).value.strip() or None
            self._ready()
        return key in ("escape", "enter")

    def _leave(self, key: str) -> bool:
        if key in LEFT_OUT:
            self.give(ReadyAnswer(left_out=LEFT_OUT[key]))
        elif key in ("escape", "b"):
            self._leaving = False
            self.show()
        return True

    def _ready(self) -> None:
        if self._typing and not self._named and not self._warned:
            self._warned = True
            self.show()
            return
        self.give(ReadyAnswer(object=self._named) if self._asks_object and self._named else ReadyAnswer())


class QuestionWidget(AskedWidget[tuple[Told, ...]]):
    """An everyday task, a rung a side; as usual by Enter."""

    def __init__(self, step: QuestionStep, former: TrialAnswer | None, clock: Clock) -> None:
        super().__init__(QuestionAsking.of(step, former))
        self._step = step
        self._clock = clock

    def ended(self, out: tuple[Told, ...]) -> None:
        """Give the trials that it makes."""
        self.give(question_answer(self._step, out, self._clock.now()))


class EffortWidget(AskedWidget[Rated]):
    """How hard it was, 0 to 10; pain by p, how it felt by w, u, s."""

    def __init__(self, step: EffortStep, former: EffortAnswer | None) -> None:
        super().__init__(EffortAsking.of(step, former))

    def ended(self, out: Rated) -> None:
        """Give the answer; for pain the check may end after it."""
        self.give(out.answer)
        if out.ends_check:
            self.post_message(self.EndAsked("pain"))
