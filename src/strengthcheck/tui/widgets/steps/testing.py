"""The steps of one test around its trials: its page, an everyday question, how hard it was."""

from textual.app import ComposeResult
from textual.widgets import Input

from strengthcheck.guide.steps import EffortStep, QuestionStep, ReadyStep
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import EffortAnswer, ReadyAnswer, TrialAnswer
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.views.steps.effort import EffortAsking, Rated
from strengthcheck.views.steps.question import QuestionAsking, Told, question_answer
from strengthcheck.views.steps.ready import NAME_LENGTH, ReadyAsking, named_at


class ReadyWidget(AskedWidget[ReadyAnswer]):
    """One test before it starts; the object at hand is named here, in a field of its own."""

    asking: ReadyAsking

    def __init__(self, step: ReadyStep, former: ReadyAnswer | None) -> None:
        super().__init__(ReadyAsking.of(step, former).naming())

    def compose(self) -> ComposeResult:
        """The page; while a name is typed, its field stands above the steps."""
        widgets = list(super().compose())
        if self.asking.typing and not self.asking.leaving:
            field = Input(value=self.asking.named or "", placeholder="its name, as you will know it again")
            field.cursor_blink = False
            field.max_length = NAME_LENGTH
            widgets.insert(1 + named_at(self.page()), field)
        yield from widgets

    def passes(self, key: str) -> bool:
        """No letter means anything else while a name is typed."""
        return not (self.asking.typing and not self.asking.leaving) and super().passes(key)

    def press(self, key: str) -> bool:
        """Enter takes the name that stands in the field."""
        if key == "enter" and self.asking.typing:
            self.follow(self.asking.answered(self.query_one(Input).value))
            return True
        return super().press(key)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The name is typed."""
        event.stop()
        self.follow(self.asking.answered(event.value))

    def ended(self, out: ReadyAnswer) -> None:
        """Give it."""
        self.give(out)


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
