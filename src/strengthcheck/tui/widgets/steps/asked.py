"""A step that a machine of the views asks: its page on screen, the keys handed to it."""

from typing import Generic, TypeVar

from strengthcheck.model.event import Answer
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.asking import Asking, Ended, Wish
from strengthcheck.views.steps.page import StepPage

Out = TypeVar("Out")


class AskedWidget(StepWidget, Generic[Out]):
    """Shows a machine and feeds it; a subclass says what is done with what came of it."""

    def __init__(self, asking: Asking[Out]) -> None:
        super().__init__()
        self.asking = asking

    def page(self) -> StepPage:
        """What the machine asks now."""
        return self.asking.page()

    def press(self, key: str) -> bool:
        """The machine says what a key does."""
        after = self.asking.press(key)
        if after is not None:
            self.follow(after)
        return after is not None

    def follow(self, after: Asking[Out] | Ended[Out]) -> None:
        """Go on with what follows an answer."""
        if isinstance(after, Ended):
            self.ended(after.out)
        elif after is not self.asking:
            self.asking = after
            self.show()

    def ended(self, out: Out) -> None:
        """Do what follows from what came of it."""
        raise NotImplementedError


class AnsweredWidget(AskedWidget[Answer | Wish]):
    """A step of which its answer comes, or a wish that others see to."""

    def ended(self, out: Answer | Wish) -> None:
        """Give the answer, or hand the wish on."""
        match out:
            case "leave":
                self.wish(self.LeaveAsked())
            case "page":
                self.post_message(self.PageAsked())
            case _:
                self.give(out)
