"""How a step is asked: one small machine a step, which a face shows by its page and feeds with keys.

A machine is a frozen value. Which question comes, what each answer means and when the step is done stand in
it alone; a face only shows the page and says which key was pressed, or which line was typed.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, final

from strengthcheck.views.steps.page import StepPage

Out_co = TypeVar("Out_co", covariant=True)

Wish = Literal["leave", "page"]
"""What can be wished instead of an answer: to leave the check; the page for a doctor, and the step stays."""

BACK_KEYS = frozenset({"escape", "b"})
"""Either one is the way back."""


@final
@dataclass(frozen=True)
class Ended(Generic[Out_co]):
    """The asking is over, and this came of it."""

    out: Out_co


class Asking(ABC, Generic[Out_co]):
    """One step while it is asked."""

    @abstractmethod
    def page(self) -> StepPage:
        """What is asked now, with the keys that answer it."""

    @abstractmethod
    def press(self, key: str) -> "Asking[Out_co] | Ended[Out_co] | None":
        """What follows a key: the asking as it is then, what came of it, or none.

        The same value means that the key does nothing and is meant for nothing else; none that it is not
        taken here: a way back then leads out of the step.
        """

    def answered(self, text: str) -> "Asking[Out_co] | Ended[Out_co]":  # noqa: ARG002 - for those with a field
        """What follows a whole line, where the page has a field; an empty one takes what stands there."""
        return self


@dataclass(frozen=True)
class OnePage(Asking[Out_co]):
    """A page that one key answers."""

    shown: StepPage
    means: tuple[tuple[str, Out_co], ...]
    """What comes of each key."""

    def page(self) -> StepPage:
        """The page, as it is."""
        return self.shown

    def press(self, key: str) -> Ended[Out_co] | None:
        """One of its keys, or none."""
        return next((Ended(out) for known, out in self.means if known == key), None)
