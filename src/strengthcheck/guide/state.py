"""The guide's state: the fold of a check's events, its protocols and the profile."""

from collections.abc import Iterable
from typing import Self, TypeVar

from pydantic import Field

from strengthcheck.model.base import Frozen
from strengthcheck.model.event import (
    Answered,
    Began,
    EffortBegan,
    EffortEnded,
    EffortTakenBack,
    Event,
    Given,
    Stopped,
    TrialAnswer,
)
from strengthcheck.model.profile import Profile
from strengthcheck.model.protocol import Protocol

A = TypeVar("A", bound=Frozen)


class Unfit(ValueError):
    """An event that does not fit the state of the check."""


ASKED = "ask/"
"""How the keys of everyday questions begin."""


class Sitting(Frozen):
    """A check under way."""

    began: Began
    protocols: tuple[Protocol, ...]
    """The tests chosen, in order, with the texts stored at the start."""
    profile: Profile
    """What was known of the person when the check started or was resumed."""
    answers: dict[str, Answered] = Field(default_factory=dict)
    """Step key to its newest answer, in the order first answered."""
    running: EffortBegan | None = None
    """An effort that started and did not end; cut off there, it is invalid."""
    unentered: EffortEnded | None = None
    """An effort that is over and was not yet entered; left there, it is asked for first."""
    stopped: Stopped | None = None

    @classmethod
    def fold(cls, events: Iterable[Event], protocols: Iterable[Protocol], profile: Profile) -> Self:
        """The state after all events. Raises Unfit when they do not begin with one Began."""
        stream = iter(events)
        began = next(stream, None)
        if not isinstance(began, Began):
            raise Unfit("a check starts with one event that says so")
        sitting = cls(began=began, protocols=tuple(protocols), profile=profile)
        for event in stream:
            sitting = sitting.after(event)
        return sitting

    def after(self, event: Event) -> Self:
        """The state after one more event. Raises Unfit when it can't follow."""
        match event:
            case Answered():
                earlier = self.answers.get(event.step)
                if earlier is not None and earlier.answer.kind != event.answer.kind:
                    raise Unfit(
                        f"{event.step} was answered by {earlier.answer.kind}, not {event.answer.kind}"
                    )
                return self._with(
                    answers={**self.answers, event.step: event},
                    running=_unless_of(event.step, self.running),
                    unentered=_unless_of(event.step, self.unentered),
                )
            case EffortBegan():
                return self._with(running=event, unentered=None)
            case EffortTakenBack():
                return self._with(running=_unless_of(event.step, self.running))
            case EffortEnded():
                ran = self.running is not None and self.running.step == event.step
                if event.step in self.answers and not ran:
                    return self  # it was answered before its end was noted
                return self._with(running=None, unentered=event)
            case Stopped():
                return self._with(stopped=event, running=None, unentered=None)
            case Began() | Given():
                raise Unfit("a check starts only once")

    def _with(self, **changed: object) -> Self:
        return self.model_copy(update=changed)

    def answer(self, key: str, kind: type[A]) -> A | None:
        """The answer to a step, if it was given and is of that kind."""
        answered = self.answers.get(key)
        return answered.answer if answered is not None and isinstance(answered.answer, kind) else None

    @property
    def trials_made(self) -> int:
        """How many trials were entered, skips left out."""
        return sum(self._made(key) for key in self.answers)

    @property
    def tries_made(self) -> int:
        """How many of them were efforts: an answer while one rests is no try."""
        return sum(self._made(key) for key in self.answers if not key.startswith(ASKED))

    def _made(self, key: str) -> int:
        answer = self.answers[key].answer
        return sum(t.skipped is None for t in answer.trials) if isinstance(answer, TrialAnswer) else 0


E = TypeVar("E", EffortBegan, EffortEnded)


def _unless_of(step: str, effort: E | None) -> E | None:
    """The effort, if there is one and it is not this step's."""
    return None if effort is None or effort.step == step else effort
