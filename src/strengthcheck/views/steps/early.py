"""A check before its date, while it is asked why: the worry, ten minutes, and what an extra check is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple, TypeAlias

from strengthcheck.guide.entering import NotAValue
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
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
from strengthcheck.views.steps.scale import told_scale, typed_scale
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

WRITE_DOWN = "w"
"""During the wait: what is felt is written down, and the wait goes on. It changes nothing here."""

_MOST_DIGITS = 4


class EarlyEnd(NamedTuple):
    """What was told, and what comes of it: a loss is told without a check, it is left, or a check is made."""

    told: EarlyTold
    way: Literal["loss", "leave", "check"]


Taken: TypeAlias = "EarlyAsking | Ended[EarlyEnd]"
Next: TypeAlias = "EarlyAsking | Ended[EarlyEnd] | None"


@dataclass(frozen=True)
class EarlyAsking(Asking[EarlyEnd]):
    """Why is it wanted? A loss goes to its questions, worry is offered ten minutes.

    Its times are seconds of a clock that only goes forward; `at` tells it what that clock says.
    """

    days: int
    """Since the last check."""
    facts: EarlyFacts | None
    """What was told at earlier starts; None where nothing of it is asked or shown."""
    opened_at: datetime
    now: float
    stage: Stage = "why"
    told: EarlyTold = field(default_factory=EarlyTold)
    typed: str = ""
    untouched: bool = True
    """What stands in the field was told earlier: the first digit takes its place."""
    note: str = ""
    ends_at: float = 0.0
    """When the ten minutes are over."""

    def at(self, now: float) -> "EarlyAsking":
        """The same at this time: a wait that is over leads on by itself."""
        later = replace(self, now=now)
        return later._waited()._to("after") if self.waiting and later.left <= 0 else later

    @property
    def waiting(self) -> bool:
        """Whether the ten minutes run."""
        return self.stage == "wait"

    @property
    def left(self) -> float:
        """Seconds of the ten minutes that are left."""
        return self.ends_at - self.now

    def page(self) -> StepPage:
        """The page of each stage."""
        match self.stage:
            case "why":
                return why_early_page(self.days)
            case "before" | "after":
                return worry_page(self.typed, self.note, after=self.stage == "after")
            case "tests":
                return self_tests_page(self.typed, self.note)
            case "offer":
                return wait_offer_page(*self._around_offer())
            case "wait":
                return wait_page(self.left)
            case "extra":
                return extra_page()

    def press(self, key: str) -> Next:
        """Each page has its keys; the way back goes one page back."""
        if key in BACK_KEYS:
            return self._back()
        pages: dict[Stage, Callable[[str], Next]] = {
            "why": self._why,
            "before": self._rate,
            "tests": self._count,
            "offer": self._offered,
            "wait": self._waiting,
            "after": self._rate,
            "extra": self._extra,
        }
        return pages[self.stage](key)

    def answered(self, text: str) -> Taken:
        """A rating, or a rough number, as a line; an empty one takes what stands there."""
        typed = text or self.typed
        return self._counted(typed) if self.stage == "tests" else self._rated(typed)

    def _back(self) -> "EarlyAsking | None":
        if self.stage not in BEFORE:
            return None
        return (self._waited() if self.waiting else self)._to(BEFORE[self.stage])

    def _why(self, key: str) -> Next:
        match key:
            case "1":
                return Ended(EarlyEnd(self.told._replace(reason="loss"), "loss"))
            case "2":
                return self._with(reason="worry")._to("before")
            case "3":
                return self._with(reason="other")._to("extra")
            case _:
                return None

    def _rate(self, key: str) -> Next:
        typed = "" if key == "backspace" else typed_scale(self._begun, key)
        if typed is not None:
            return replace(self, typed=typed, untouched=False, note="")
        return self._rated(self.typed) if key == "enter" else None

    @property
    def _begun(self) -> str:
        """What was typed so far."""
        return "" if self.untouched else self.typed

    def _rated(self, typed: str) -> "EarlyAsking":
        try:
            told = told_scale(typed)
        except NotAValue as e:
            return replace(self, note=str(e))
        worry = int(told) if told else None
        if self.stage == "after":
            return self._with(after=worry)._to("extra")
        asks = self.facts is not None and asks_self_tests(self.facts)
        return self._with(before=worry, after=None)._to("tests" if asks else "offer")

    def _count(self, key: str) -> Next:
        if key.isdecimal() and len(self._begun) < _MOST_DIGITS:
            return replace(self, typed=self._begun + key, untouched=False, note="")
        if key == "backspace":
            return replace(self, typed="", untouched=False, note="")
        return self._counted(self.typed) if key == "enter" else None

    def _counted(self, typed: str) -> "EarlyAsking":
        """A rough number; it may stay open."""
        try:
            return self._with(self_tests=typed_self_tests(typed))._to("offer")
        except NotAValue as e:
            return replace(self, note=str(e))

    def _around_offer(self) -> Offer:
        """What was written down before, and what else helps."""
        return Offer() if self.facts is None else offer_of(self.facts, self.told, self.opened_at)

    def _offered(self, key: str) -> Next:
        match key:
            case "1" | "enter":
                runs_on = self.left > 0  # a wait that was gone back from
                return replace(self, ends_at=self.ends_at if runs_on else self.now + WAIT_SECONDS)._to("wait")
            case "2":
                return self._leave()
            case "3":
                return self._to("extra")
            case _:
                return None

    def _waiting(self, key: str) -> Next:
        match key:
            case "l":
                return self._waited()._leave()
            case "o":
                return self._waited()._to("after")
            case _:
                return None

    def _extra(self, key: str) -> Next:
        match key:
            case "1":
                return self._leave()
            case "2":
                return Ended(EarlyEnd(self.told, "check"))
            case _:
                return None

    def _leave(self) -> Ended[EarlyEnd]:
        return Ended(EarlyEnd(self.told, "leave"))

    def _waited(self) -> "EarlyAsking":
        return self._with(waited=min(WAIT_SECONDS, max(0, round(WAIT_SECONDS - self.left))))

    def _with(self, **told: Any) -> "EarlyAsking":
        return replace(self, told=self.told._replace(**told))

    def _to(self, stage: Stage) -> "EarlyAsking":
        """Another page, with what was told at it before."""
        told = {"before": self.told.before, "tests": self.told.self_tests, "after": self.told.after}
        now = told.get(stage)
        return replace(self, stage=stage, typed="" if now is None else str(now), untouched=True, note="")
