"""The gate, the lost-task questions, and where they lead."""

from collections.abc import Iterable

from textual.message import Message

from strengthcheck.guide.steps import LostStep
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import GateAnswer, LostAnswer
from strengthcheck.model.profile import Gate
from strengthcheck.services.choosing import Around
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.views.steps.danger import COURSE_KEYS
from strengthcheck.views.steps.gate import GateAsking
from strengthcheck.views.steps.lost import CourseTold, LostAsking
from strengthcheck.wording.numbers import numbers_for

HELD_SECONDS = 0.75
"""So long no key must have come before the next known loss is answered; systems repeat a held key sooner."""


class GateWidget(AskedWidget[GateAnswer]):
    """Seven lines in the same places; a key that is held answers for one known loss alone."""

    def __init__(self, around: Around, clock: Clock) -> None:
        """`around`: also the losses told earlier, of which the course today may be told."""
        numbers = numbers_for(around.profile.region)
        super().__init__(GateAsking.of(numbers, around.known, around.timing.today, first=around.first_ever))
        self._clock = clock
        self._told_at = -HELD_SECONDS

    def press(self, key: str) -> bool:
        """The key, unless it may be the one before, still held."""
        return (key in COURSE_KEYS and self._still_held()) or super().press(key)

    def ended(self, out: GateAnswer) -> None:
        """Give it."""
        self.give(out)

    def _still_held(self) -> bool:
        """Whether a key may be the one before: it must not answer for the next."""
        before, self._told_at = self._told_at, self._clock.monotonic()
        return self._told_at - before < HELD_SECONDS


class LostWidget(AskedWidget[LostAnswer | CourseTold]):
    """The lost-task questions, a key each."""

    class EarlierTold(Message):
        """How a loss told earlier is now."""

        def __init__(self, told: CourseTold) -> None:
            super().__init__()
            self.told = told

    def __init__(self, step: LostStep) -> None:
        super().__init__(LostAsking(step))

    def offer(self, known: Iterable[Gate]) -> None:
        """Losses told earlier: how they are now can be told as well, below the first question."""
        if isinstance(self.asking, LostAsking) and not self._done:
            self.asking = self.asking.offering(known)
            self.show()

    def ended(self, out: LostAnswer | CourseTold) -> None:
        """Give the answer, or say how an earlier loss is now."""
        if isinstance(out, CourseTold):
            self.wish(self.EarlierTold(out))
        else:
            self.give(out)
