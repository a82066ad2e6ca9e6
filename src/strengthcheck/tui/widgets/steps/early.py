"""A check before its date: why one would rather wait, the wait, and what an extra check is."""

from collections.abc import Callable
from typing import Literal

from textual.message import Message
from textual.timer import Timer

from strengthcheck.guide.entering import NotAValue
from strengthcheck.host.clock import Clock
from strengthcheck.model.profile import Urge
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.asking import BACK_KEYS
from strengthcheck.views.steps.before import (
    WAIT_SECONDS,
    extra_page,
    self_tests_page,
    wait_offer_page,
    wait_page,
    why_early_page,
    worry_page,
)
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.scale import typed_scale
from strengthcheck.views.urges import (
    EarlyFacts,
    EarlyTold,
    Offer,
    asks_self_tests,
    offer_of,
    typed_self_tests,
)

Stage = Literal["why", "before", "tests", "offer", "wait", "after", "extra"]

BEFORE: dict[Stage, Stage] = {
    "before": "why",
    "tests": "before",
    "offer": "before",
    "wait": "offer",
    "after": "offer",
    "extra": "why",
}
"""Where the way back leads from each page."""


class EarlyWidget(StepWidget):
    """Why is it wanted? A loss goes to its questions, worry is offered ten minutes."""

    class LossTold(StepWidget.LeaveAsked):
        """It is a loss: no check is needed to tell it."""

    class CardAsked(Message):
        """What is felt should be written down; the wait goes on."""

    class Told(Message):
        """What was told and done, to be kept; the wish itself comes after it."""

        def __init__(self, urge: Urge) -> None:
            super().__init__()
            self.urge = urge

    def __init__(self, days: int, clock: Clock, facts: EarlyFacts | None = None) -> None:
        """`facts`: what was told at earlier starts; None where nothing of it is asked or shown."""
        super().__init__()
        self._facts = facts
        self._told = EarlyTold()
        self._note = ""
        self._days = days
        self._clock = clock
        self._stage: Stage = "why"
        self._typed = ""
        self._ends_at = 0.0
        self._timer: Timer | None = None

    def page(self) -> StepPage:
        """The page of each stage."""
        match self._stage:
            case "why":
                return why_early_page(self._days)
            case "before" | "after":
                return worry_page(self._typed, after=self._stage == "after")
            case "tests":
                return self_tests_page(self._typed, self._note)
            case "offer":
                return wait_offer_page(*self._around_offer())
            case "wait":
                return wait_page(self._ends_at - self._clock.monotonic())
            case "extra":
                return extra_page()

    def press(self, key: str) -> bool:
        """Each stage has its keys; the way back goes one stage back."""
        if key in BACK_KEYS:
            if self._stage not in BEFORE:
                return False
            if self._stage == "wait":
                self._stop_waiting()
            self._go(BEFORE[self._stage])
            return True
        pages: dict[Stage, Callable[[str], bool]] = {
            "why": self._why,
            "before": self._rate,
            "after": self._rate,
            "tests": self._count,
            "offer": self._offer,
            "wait": self._waiting,
            "extra": self._extra,
        }
        return pages[self._stage](key)

    def _why(self, key: str) -> bool:
        if key == "1":
            self._keep(self._told._replace(reason="loss"))
            self.wish(self.LossTold())
        elif key == "2":
            self._told = self._told._replace(reason="worry")
            self._go("before")
        elif key == "3":
            self._told = self._told._replace(reason="other")
            self._go("extra")
        else:
            return False
        return True

    def _rate(self, key: str) -> bool:
        typed = typed_scale(self._typed, key)
        if typed is not None:
            self._typed = typed
            self.show()
        elif key == "backspace":
            self._typed = ""
            self.show()
        elif key == "enter":
            worry = int(self._typed) if self._typed else None
            if self._stage == "before":
                self._told = self._told._replace(before=worry, after=None)
                asks = self._facts is not None and asks_self_tests(self._facts)
                self._go("tests" if asks else "offer")
            else:
                self._told = self._told._replace(after=worry)
                self._go("extra")
        else:
            return False
        return True

    def _count(self, key: str) -> bool:
        """A rough number; Enter alone leaves it open."""
        self._note = ""
        if key.isdecimal() and len(self._typed) < 4:
            self._typed += key
        elif key == "backspace":
            self._typed = ""
        elif key == "enter":
            try:
                self._told = self._told._replace(self_tests=typed_self_tests(self._typed))
            except NotAValue as e:
                self._note = str(e)
            else:
                self._go("offer")
                return True
        else:
            return False
        self.show()
        return True

    def _around_offer(self) -> Offer:
        """What was written down before, and what else helps."""
        return Offer() if self._facts is None else offer_of(self._facts, self._told, self._clock.now())

    def _keep(self, told: EarlyTold, *, tested: bool = False) -> None:
        """Hand up what was told, before the wish that ends this step."""
        if self._facts is not None and not self._done:
            self.post_message(self.Told(told.urge(self._clock.now(), tested=tested)))

    def _leave(self) -> None:
        self._keep(self._told)
        self.wish(self.LeaveAsked())

    def _offer(self, key: str) -> bool:
        if key in ("1", "enter"):
            now = self._clock.monotonic()
            if self._ends_at <= now:  # a wait that was gone back from runs on
                self._ends_at = now + WAIT_SECONDS
            self._go("wait")
            self._wake()
        elif key == "2":
            self._leave()
        elif key == "3":
            self._go("extra")
        else:
            return False
        return True

    def _waiting(self, key: str) -> bool:
        if key == "w":
            self.post_message(self.CardAsked())
            return True
        if key not in ("l", "o"):
            return False
        self._stop_waiting()
        if key == "l":
            self._leave()
        else:
            self._go("after")
        return True

    def _extra(self, key: str) -> bool:
        if key == "1":
            self._leave()
        elif key == "2":
            self._keep(self._told, tested=True)
            self.give(self._told.answer())
        else:
            return False
        return True

    def _wake(self) -> None:
        """Once a minute, no oftener: nothing ticks while one waits."""
        left = self._ends_at - self._clock.monotonic()
        if left <= 0:
            self._told = self._told._replace(waited=WAIT_SECONDS)
            self._go("after")
            return
        self.show()
        self._timer = self.set_timer(self._clock.interval(min(60.0, left) + 0.05), self._wake)

    def _stop_waiting(self) -> None:
        waited = max(0, round(WAIT_SECONDS - (self._ends_at - self._clock.monotonic())))
        self._told = self._told._replace(waited=waited)
        if self._timer is not None:
            self._timer.stop()

    def _go(self, stage: Stage) -> None:
        self._stage = stage
        self._typed = ""
        self.show()
