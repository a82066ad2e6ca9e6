"""The steps of one test around its trials: its page, practice, an everyday question, effort, follow-up."""

from textual.app import ComposeResult
from textual.widgets import Input

from strengthcheck.guide.steps import EffortStep, FollowUpStep, PracticeStep, QuestionStep, ReadyStep
from strengthcheck.host.clock import Clock
from strengthcheck.model.base import Side
from strengthcheck.model.check import Trial
from strengthcheck.model.event import Acknowledged, EffortAnswer, FollowUpAnswer, ReadyAnswer, TrialAnswer
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.effort import EffortAsking, Rated
from strengthcheck.views.steps.page import Para, StepPage
from strengthcheck.views.steps.testing import (
    LEFT_OUT,
    QUESTION_SKIPPED,
    UNNAMED,
    answered,
    follow_up_page,
    follow_ups,
    left_out_page,
    practice_page,
    question_page,
    question_skip_page,
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


class PracticeWidget(StepWidget):
    """One try that is never stored."""

    def __init__(self, step: PracticeStep) -> None:
        super().__init__()
        self._step = step

    def page(self) -> StepPage:
        """What to try."""
        return practice_page(self._step)

    def press(self, key: str) -> bool:
        """Enter goes on."""
        if key == "enter":
            self.give(Acknowledged())
        return key == "enter"


class QuestionWidget(StepWidget):
    """An everyday task, a rung a side; as usual by Enter."""

    def __init__(self, step: QuestionStep, former: TrialAnswer | None, clock: Clock) -> None:
        super().__init__()
        self._step = step
        self._clock = clock
        told = {t.side: t for t in former.trials} if former else {}
        self._rungs: dict[Side, int | None] = {s: _rung(told[s]) if s in told else 3 for s in step.sides}
        self._at = 0
        self._skipping = False

    def page(self) -> StepPage:
        """The question, or why it is left open."""
        if self._skipping:
            return question_skip_page(self._step)
        return question_page(self._step, self._rungs, self._step.sides[self._at])

    def press(self, key: str) -> bool:
        """3 to 0 answer for the side at hand and go to the other; s leaves it open."""
        sides = self._step.sides
        if self._skipping:
            return self._skip(key)
        if key == "enter":
            self._answer(QUESTION_SKIPPED["3"])
        elif key in ("0", "1", "2", "3"):
            self._rungs[sides[self._at]] = int(key)
            self._at = min(self._at + 1, len(sides) - 1)
            self.show()
        elif key in ("left", "right") and len(sides) > 1:
            self._at = 0 if key == "left" else len(sides) - 1
            self.show()
        elif key == "s":
            self._skipping = True
            self.show()
        else:
            return False
        return True

    def _skip(self, key: str) -> bool:
        if key in QUESTION_SKIPPED:
            self._rungs = dict.fromkeys(self._rungs)
            self._answer(QUESTION_SKIPPED[key])
        elif key in ("escape", "b"):
            self._skipping = False
            self.show()
        return True

    def _answer(self, open_because: str) -> None:
        at = self._clock.now()
        trials = []
        for side, rung in self._rungs.items():
            if rung is None:
                trials.append(Trial(side=side, skipped=open_because, at=at))
            else:
                trials.append(answered(side, rung, at))
        self.give(TrialAnswer(trials=tuple(trials)))


def _rung(trial: Trial) -> int | None:
    return None if trial.ladder is None else int(trial.ladder)


class EffortWidget(AskedWidget[Rated]):
    """How hard it was, 0 to 10; pain by p, how it felt by w, u, s."""

    def __init__(self, step: EffortStep, former: EffortAnswer | None) -> None:
        super().__init__(EffortAsking.of(step, former))

    def ended(self, out: Rated) -> None:
        """Give the answer; for pain the check may end after it."""
        self.give(out.answer)
        if out.ends_check:
            self.post_message(self.EndAsked("pain"))


class FollowUpWidget(StepWidget):
    """After could not, or only with a trick: what was it?"""

    def __init__(self, step: FollowUpStep) -> None:
        super().__init__()
        self._step = step

    def page(self) -> StepPage:
        """The question."""
        return follow_up_page(self._step)

    def press(self, key: str) -> bool:
        """A digit answers."""
        answers = follow_ups(self._step)
        if key in answers:
            self.give(FollowUpAnswer(because=answers[key][0]))
        return key in answers
