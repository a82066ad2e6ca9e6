"""How hard an effort was, while it is asked; wherever pain is told, whether to go on."""

from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from strengthcheck.guide.entering import NotAValue
from strengthcheck.guide.steps import EffortStep
from strengthcheck.model.check import SORE_FROM, Expectation
from strengthcheck.model.event import EffortAnswer
from strengthcheck.views.dates import capital
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.scale import told_scale, typed_scale
from strengthcheck.views.steps.testing import FELT_KEYS, FELT_WORDS, effort_page
from strengthcheck.views.steps.trial import hurt_page


class Rated(NamedTuple):
    """How hard it was, and whether the check should end after it (for pain)."""

    answer: EffortAnswer
    ends_check: bool = False


Next: TypeAlias = "EffortAsking | Ended[Rated] | None"


@dataclass(frozen=True)
class EffortAsking(Asking[Rated]):
    """Digits rate the effort, p turns to pain and back, w, u and s say how it felt; all may stay empty."""

    step: EffortStep
    effort: str = ""
    pain: str | None = None
    """None where pain was not spoken of."""
    felt: Expectation | None = None
    at_pain: bool = False
    """Pain is the figure at hand."""
    hurt: bool = False
    """Everything is told; whether to go on in spite of the pain is still asked."""
    note: str = ""

    @classmethod
    def of(cls, step: EffortStep, former: EffortAnswer | None) -> "EffortAsking":
        """Empty, or as it was told before."""
        if former is None:
            return cls(step)
        pain = None if former.pain is None else f"{former.pain:g}"
        return cls(step, "" if former.effort is None else f"{former.effort:g}", pain, former.felt)

    @property
    def figure(self) -> str:
        """What stands in the figure at hand."""
        return (self.pain or "") if self.at_pain else self.effort

    def page(self) -> StepPage:
        """The ratings so far; after pain, whether to go on."""
        if self.hurt:
            return hurt_page(self.step, int(self.pain or 0))
        return effort_page(self.step, self.effort, self.pain, self.felt, self.at_pain, self.note)

    def told(self) -> str:
        """What is told so far, in one sentence."""
        parts = (
            f"effort {self.effort}" if self.effort else "effort left open",
            f"pain {self.pain}" if self.pain else "",
            f"it felt {FELT_WORDS[self.felt]}" if self.felt else "",
        )
        return f"{capital(', '.join(filter(None, parts)))}."

    def press(self, key: str) -> Next:
        """A key on the page at hand."""
        return self._goes_on(key) if self.hurt else self._rated(key)

    def answered(self, text: str) -> "EffortAsking":
        """The figure at hand as a line; an empty one leaves it."""
        try:
            return self._with(told_scale(text) or self.figure)
        except NotAValue as e:
            return replace(self, note=str(e))

    def _rated(self, key: str) -> Next:
        typed = "" if key == "backspace" else typed_scale(self.figure, key)
        if typed is not None:
            return self._with(typed)
        if key in FELT_KEYS:
            return replace(self, felt=FELT_KEYS[key])
        match key:
            case "p":
                at_pain = not self.at_pain
                return replace(self, at_pain=at_pain, pain=self.pain or ("" if at_pain else None))
            case "up" | "down" if self.pain is not None:
                return replace(self, at_pain=key == "down")
            case "enter":
                hurts = int(self.pain or 0) >= SORE_FROM
                return replace(self, hurt=True) if hurts else self._answer()
            case _:
                return None

    def _with(self, figure: str) -> "EffortAsking":
        return replace(self, pain=figure, note="") if self.at_pain else replace(self, effort=figure, note="")

    def _goes_on(self, key: str) -> Next:
        if key in BACK_KEYS:
            return replace(self, hurt=False)
        return self._answer(ends_check=key == "1") if key in ("1", "2") else self

    def _answer(self, *, ends_check: bool = False) -> Ended[Rated]:
        told: dict[str, int | str] = {}
        if self.effort:
            told["effort"] = int(self.effort)
        if self.pain:
            told["pain"] = int(self.pain)
        if self.felt:
            told["felt"] = self.felt
        return Ended(Rated(EffortAnswer.model_validate(told), ends_check))
