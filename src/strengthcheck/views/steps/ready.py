"""One test before it starts, while it is asked: ready, which object is used, or left out."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from strengthcheck.guide.steps import ReadyStep
from strengthcheck.model.event import ReadyAnswer
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.page import Para, StepPage
from strengthcheck.views.steps.testing import LEFT_OUT, UNNAMED, left_out_page, ready_page

NAME_LENGTH = 200

Taken: TypeAlias = "ReadyAsking | Ended[ReadyAnswer]"
Next: TypeAlias = "ReadyAsking | Ended[ReadyAnswer] | None"


def named_at(page: StepPage) -> int:
    """After how many blocks the name of the object is typed: after the line that asks for it."""
    return next((i for i, block in enumerate(page.blocks, 1) if isinstance(block, Para)), 0)


@dataclass(frozen=True)
class ReadyAsking(Asking[ReadyAnswer]):
    """Enter is ready, o names the object, l leaves the test out; the name of an object is asked for once."""

    step: ReadyStep
    named: str | None
    """The object at hand, as the person knows it."""
    typing: bool = False
    """Its name is being typed, and comes by `answered`."""
    unasked: bool = True
    """Its name was not asked for yet, nor left aside."""
    warned: bool = False
    """It was said what is lost without a name."""
    leaving: bool = False
    """Why the test is left out is asked."""

    @classmethod
    def of(cls, step: ReadyStep, former: ReadyAnswer | None) -> "ReadyAsking":
        """As it was answered before, else with the object that was used last."""
        return cls(step, (former.object if former else None) or step.known_object)

    @property
    def asks_object(self) -> bool:
        """Whether another object would start another range."""
        fit = self.step.protocol.fit
        return fit is not None and fit.object is not None

    @property
    def unnamed(self) -> bool:
        """Whether the name of the object is still to be asked for."""
        return self.asks_object and self.named is None and self.unasked

    def naming(self) -> "ReadyAsking":
        """The same with the name asked for at once, where there is none."""
        return replace(self, typing=True, unasked=False) if self.unnamed else self

    def page(self) -> StepPage:
        """The test, or why it is left out."""
        if self.leaving:
            return left_out_page(self.step.protocol.title)
        page = ready_page(self.step, self.typing, self.named)
        warned = (Para(UNNAMED, "warn"),) if self.warned and self.typing else ()
        at = named_at(page)
        return page._replace(blocks=(*page.blocks[:at], *warned, *page.blocks[at:]))

    def press(self, key: str) -> Next:
        """Each page has its keys; while a name is typed, the field has all but the way back."""
        if self.leaving:
            return self._leave(key)
        if self.typing:
            return replace(self, typing=False) if key == "escape" else None
        match key:
            case "enter":
                return self.naming() if self.unnamed else self._ready()
            case "o" if self.asks_object:
                return replace(self, typing=True, unasked=False)
            case "l":
                return replace(self, leaving=True)
            case _:
                return None

    def answered(self, text: str) -> Taken:
        """The name as typed; without one, it is asked for once more."""
        told = replace(self, named=text.strip()[:NAME_LENGTH] or None)
        return told._ready() if told.named or self.warned else replace(told, warned=True)

    def _leave(self, key: str) -> Taken:
        if key in LEFT_OUT:
            return Ended(ReadyAnswer(left_out=LEFT_OUT[key]))
        return replace(self, leaving=False) if key in BACK_KEYS else self

    def _ready(self) -> Ended[ReadyAnswer]:
        return Ended(ReadyAnswer(object=self.named) if self.asks_object and self.named else ReadyAnswer())
