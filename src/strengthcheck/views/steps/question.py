"""An everyday question while it is asked, and the trials that its answers make."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from strengthcheck.guide.steps import QuestionStep
from strengthcheck.model.check import Trial
from strengthcheck.model.event import TrialAnswer
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.forms import end_of
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.testing import QUESTION_SKIPPED, answered, question_page, question_skip_page

Told: TypeAlias = int | str
"""A rung of the ladder, or why the question is left open."""


@dataclass(frozen=True)
class QuestionAsking(Asking[tuple[Told, ...]]):
    """An everyday task, asked and not tried: a rung a side, as before, else as usual."""

    step: QuestionStep
    told: tuple[Told, ...]
    place: int = 0
    leaving_open: bool = False
    """Why it is left open is asked."""

    @classmethod
    def of(cls, step: QuestionStep, former: TrialAnswer | None) -> "QuestionAsking":
        """As it was answered before."""
        trials = {t.side: t for t in former.trials} if former else {}
        return cls(step, tuple(_told(trials.get(side)) for side in step.sides))

    @property
    def usual(self) -> str:
        """The key of the rung that stands at the side at hand; that of as usual where none does."""
        now = self.told[self.place]
        return str(now) if isinstance(now, int) else "3"

    def page(self) -> StepPage:
        """The question, or why it is left open."""
        if self.leaving_open:
            return question_skip_page(self.step)
        rungs = {
            s: t if isinstance(t, int) else None for s, t in zip(self.step.sides, self.told, strict=True)
        }
        return question_page(self.step, rungs, self.step.sides[self.place])

    def press(self, key: str) -> "QuestionAsking | Ended[tuple[Told, ...]] | None":
        """3 to 0 answer for the side at hand and go to the other; s leaves all of it open."""
        if self.leaving_open:
            return self._open(key)
        if key == "enter":
            return self.end()
        if key in ("0", "1", "2", "3"):
            return self.chosen(key)
        if key in ("left", "right") and len(self.told) > 1:
            return self.at(end_of(key, len(self.told)))
        return replace(self, leaving_open=True) if key == "s" else None

    def _open(self, key: str) -> "QuestionAsking | Ended[tuple[Told, ...]]":
        if key in QUESTION_SKIPPED:
            return Ended((QUESTION_SKIPPED[key],) * len(self.told))
        return replace(self, leaving_open=False) if key in BACK_KEYS else self

    def at(self, place: int) -> "QuestionAsking":
        """The same at another side."""
        return replace(self, place=min(place, len(self.told) - 1))

    def chosen(self, key: str) -> "QuestionAsking":
        """With this rung for the side at hand, at the next one."""
        return self._with(int(key))

    def left_open(self, key: str) -> "QuestionAsking":
        """With the side at hand left open for this reason, at the next one."""
        return self._with(QUESTION_SKIPPED[key])

    def end(self) -> Ended[tuple[Told, ...]]:
        """All of it as it stands."""
        return Ended(self.told)

    def _with(self, told: Told) -> "QuestionAsking":
        return replace(self, told=(*self.told[: self.place], told, *self.told[self.place + 1 :])).at(
            self.place + 1
        )


def question_answer(step: QuestionStep, told: tuple[Told, ...], at: datetime) -> TrialAnswer:
    """The trials that the answers of an everyday question make."""
    trials = (
        answered(side, one, at) if isinstance(one, int) else Trial(side=side, skipped=one, at=at)
        for side, one in zip(step.sides, told, strict=True)
    )
    return TrialAnswer(trials=tuple(trials))


def _told(trial: Trial | None) -> Told:
    if trial is None:
        return 3
    if trial.ladder is None:
        return trial.skipped or QUESTION_SKIPPED["3"]
    return int(trial.ladder)
