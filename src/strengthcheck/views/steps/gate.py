"""The gate while it is asked: seven lines, a confirmation, and how losses told earlier are now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from strengthcheck.model.event import GateAnswer, KnownLoss
from strengthcheck.model.profile import Gate
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.danger import (
    ASKS_AT_REST,
    COURSE_KEYS,
    LOST_LINE,
    MOST_KNOWN,
    at_rest_page,
    confirm_page,
    gate_page,
    known_loss,
)
from strengthcheck.views.steps.page import StepPage
from strengthcheck.wording.numbers import Numbers

Next: TypeAlias = "GateAsking | Ended[GateAnswer] | None"


@dataclass(frozen=True)
class GateAsking(Asking[GateAnswer]):
    """Digits choose a line, Enter is none of them; a chosen line is confirmed once."""

    numbers: Numbers
    known: tuple[Gate, ...]
    """Losses told earlier whose course today is still open; the first is asked now."""
    today: date
    first: bool = False
    """No check was made before."""
    courses: tuple[KnownLoss, ...] = ()
    line: int | None = None
    """The line that was chosen and is not confirmed yet."""
    at_rest: bool = False
    """Line 3 is confirmed; whether it is so at rest is still asked."""
    more: bool = False
    moments: bool = False

    @classmethod
    def of(cls, numbers: Numbers, known: Iterable[Gate], today: date, *, first: bool) -> "GateAsking":
        """As it opens. `known`: the newest first."""
        losses = tuple(gate for gate in known if gate.lost is not None)
        return cls(numbers, losses[:MOST_KNOWN], today, first)

    def page(self) -> StepPage:
        """The list, the confirmation, or the question of line 3."""
        if self.at_rest:
            return at_rest_page()
        if self.line is not None:
            return confirm_page((self.line,))
        return gate_page(self.more, self.numbers if self.moments else None, self.asked, first=self.first)

    @property
    def asked(self) -> Gate | None:
        """The loss told earlier whose course is still open."""
        return self.known[0] if self.known else None

    def press(self, key: str) -> Next:
        """Each page has its keys."""
        if self.at_rest:
            return self._at_rest(key)
        return self._list(key) if self.line is None else self._confirm(key, self.line)

    def _list(self, key: str) -> Next:
        if key.isdecimal() and 1 <= int(key) <= LOST_LINE:
            line = int(key)
            return self._answer(line) if line == LOST_LINE else replace(self, line=line)
        if key in COURSE_KEYS and self.asked is not None:
            told = known_loss(self.asked, COURSE_KEYS[key], self.today)
            courses = self.courses if told is None else (*self.courses, told)
            return replace(self, known=self.known[1:], courses=courses)
        match key:
            case "enter":
                return self._answer()
            case "m":
                return replace(self, more=not self.more)
            case "+":
                return replace(self, moments=not self.moments)
        return None

    def _confirm(self, key: str, line: int) -> Next:
        if key in ("y", "enter"):
            return replace(self, at_rest=True) if line == ASKS_AT_REST else self._answer(line)
        return replace(self, line=None) if key in BACK_KEYS or key == "n" else self

    def _at_rest(self, key: str) -> Next:
        if key in ("y", "n"):
            return self._answer(ASKS_AT_REST, at_rest=key == "y")
        return replace(self, line=None, at_rest=False) if key in BACK_KEYS else self

    def _answer(self, *lines: int, at_rest: bool | None = None) -> Ended[GateAnswer]:
        told: dict[str, object] = {"lines": lines, "known": self.courses}
        given = {name: value for name, value in told.items() if value}
        if at_rest is not None:
            given["at_rest"] = at_rest
        return Ended(GateAnswer.model_validate(given))
