"""The chooser: which tests today, and how long they take."""

from typing import Literal

from textual.message import Message

from strengthcheck.services.choosing import Choosing
from strengthcheck.services.proposing import Option, minutes_of
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.early import EarlyWidget
from strengthcheck.views.choose import (
    ALWAYS_HARD,
    TestChoice,
    choose_page,
    lead_of,
    not_now_page,
    unread_words,
)
from strengthcheck.views.steps.asking import BACK_KEYS
from strengthcheck.views.steps.page import StepPage


class ChooseWidget(StepWidget):
    """Space chooses, Enter starts."""

    class Starts(Message):
        """A check of these tests should start."""

        def __init__(self, chosen: tuple[str, ...]) -> None:
            super().__init__()
            self.chosen = chosen

    def __init__(self, facts: Choosing) -> None:
        super().__init__()
        self._facts = facts
        self._chosen = {o.protocol.id for o in facts.options if o.proposed}
        self._at = next((i for i, o in enumerate(facts.options) if o.proposed), 0)
        self._note = ""

    def page(self) -> StepPage:
        """The list with the minutes."""
        chosen = self._picked()
        lines = [
            TestChoice(o.protocol.title, o.minutes, o.why, o.protocol.id in self._chosen, o.open, o.too_long)
            for o in self._facts.options
        ]
        total = minutes_of(chosen, first_ever=self._facts.first_ever)
        lead = lead_of(confirm=self._facts.confirm, first_ever=self._facts.first_ever)
        return choose_page(lines, self._at, total, lead, self._note, unread_words(self._facts.unread))

    def press(self, key: str) -> bool:
        """Arrows move, Space chooses, Enter starts."""
        if key in ("up", "down"):
            last = len(self._facts.options) - 1
            self._at = min(last, max(0, self._at + (1 if key == "down" else -1)))
        elif key == "space" and self._facts.options:
            self._toggle(self._facts.options[self._at])
        elif key == "enter":
            if self._chosen:
                self.wish(self.Starts(tuple(o.protocol.id for o in self._picked())))
                return True
            self._note = "Choose at least one test with Space."
        else:
            return False
        self.show()
        return True

    def _toggle(self, option: Option) -> None:
        self._note = ""
        if not option.open:
            self._note = ALWAYS_HARD
        elif option.protocol.id in self._chosen:
            self._chosen.discard(option.protocol.id)
        else:
            self._chosen.add(option.protocol.id)

    def _picked(self) -> tuple[Option, ...]:
        return tuple(o for o in self._facts.options if o.protocol.id in self._chosen)


class NotNowWidget(StepWidget):
    """Why no check starts today."""

    def __init__(self, kind: Literal["excluded", "week"], facts: Choosing) -> None:
        super().__init__()
        self._kind = kind
        self._facts = facts

    def page(self) -> StepPage:
        """The reason."""
        when = self._facts.timing
        return not_now_page(self._kind, when.extra_from, when.today)

    def press(self, key: str) -> bool:
        """Enter goes back; a loss can always be told."""
        if key == "enter" or key in BACK_KEYS:
            self.wish(self.LeaveAsked())
        elif key == "x":
            self.wish(EarlyWidget.LossTold())
        else:
            return False
        return True
