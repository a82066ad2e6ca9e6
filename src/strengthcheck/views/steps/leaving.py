"""Leaving a check before its end, and where one is in it."""

from dataclasses import dataclass, replace
from typing import Literal

from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import FollowUpStep, Step
from strengthcheck.model.protocol import Protocol
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.page import Choice, Para, StepPage

Way = Literal["go_on", "keep", "later", "discard"]
_WAYS: tuple[tuple[Way, str], ...] = (
    ("go_on", "Go on with it"),
    ("keep", "Stop here, look it over, and keep what is there"),
    ("later", "Leave it for later: it is offered when you start again"),
    ("discard", "Discard it"),
)


def ways_on(sitting: Sitting) -> dict[str, Way]:
    """What each key does, the same at any time; nothing can be kept before a trial is made."""
    return {str(i): way for i, (way, _) in enumerate(_WAYS, 1) if way != "keep" or sitting.trials_made}


def leave_page(sitting: Sitting) -> StepPage:
    """The ways on."""
    words = dict(_WAYS)
    return StepPage(
        "Leave the check?",
        (Para("Everything entered is on disk already."),),
        tuple(Choice(key, words[way]) for key, way in ways_on(sitting).items()),
        keys=(Choice("enter", "go on"),),
    )


def discard_page(sitting: Sitting) -> StepPage:
    """Discarding asks once more."""
    made = sitting.tries_made
    what = {0: "Your answers", 1: "1 try"}.get(made, f"{made} tries")
    return StepPage(
        "Discard this check?",
        (Para(f"{what} would be gone. What you told of lost tasks stays."),),
        (Choice("y", "Yes, discard it"), Choice("n", "No")),
        keys=(Choice("escape", "no"),),
    )


@dataclass(frozen=True)
class Leaving(Asking[Way]):
    """How the check is to be left; what was made in it is not thrown away by one key."""

    sitting: Sitting
    sure: bool = False
    """Discarding is asked once more."""

    def page(self) -> StepPage:
        """The question, or the second one."""
        return discard_page(self.sitting) if self.sure else leave_page(self.sitting)

    def press(self, key: str) -> "Leaving | Ended[Way] | None":
        """A digit chooses; Enter and the way back go on, and a second wish to leave leaves it for later."""
        if key == "q":
            return Ended("later")
        if self.sure:
            if key == "y":
                return Ended("discard")
            return replace(self, sure=False) if key == "n" or key in BACK_KEYS else self
        if key == "enter" or key in BACK_KEYS:
            return Ended("go_on")
        way = ways_on(self.sitting).get(key)
        if way == "discard":
            return replace(self, sure=True)
        return None if way is None else Ended(way)


def where_words(sitting: Sitting, step: Step) -> str:
    """Which test of how many, for the line above the step."""
    tests = [p for p in sitting.protocols if p.effort.kind != "ask"]
    protocol: Protocol | None = getattr(step, "protocol", None)
    kind = "Check" if sitting.began.planned else "Extra check"
    if protocol is not None and protocol.effort.kind == "ask":
        return (
            f"{kind} · {'everyday tasks' if isinstance(step, FollowUpStep) else 'questions while you rest'}"
        )
    if protocol is None or protocol.id not in [p.id for p in tests]:
        return kind
    number = [p.id for p in tests].index(protocol.id) + 1
    return f"{kind} · test {number} of {len(tests)} · {protocol.short}"
