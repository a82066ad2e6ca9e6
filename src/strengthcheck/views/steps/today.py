"""How today is: a form of rows, each optional."""

from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from strengthcheck.guide.entering import NotAValue, typed_number
from strengthcheck.model.base import Limb
from strengthcheck.model.check import Context
from strengthcheck.model.event import EarlyAnswer
from strengthcheck.views.steps.page import Block, Cell, Choice, Para, Row, StepPage

RowKind = Literal["number", "yes_no", "scale", "limbs"]


class Asked(NamedTuple):
    """One row of the form."""

    field: str
    label: str
    kind: RowKind
    hint: str


ROWS = (
    Asked("sleep_hours", "Sleep last night", "number", "hours, such as 7 or 6,5"),
    Asked("hard_exercise", "Hard or new exercise", "yes_no", "y or n, in the last 7 days"),
    Asked("soreness", "Sore muscles now", "scale", "0 to 10"),
    Asked("pain", "Pain now", "scale", "0 to 10"),
    Asked(
        "where",
        "Sore or worked where",
        "limbs",
        "1 left arm · 2 right arm · 3 left leg · 4 right leg",
    ),
    Asked("ill", "Ill or feverish", "yes_no", "y or n"),
    Asked("cold_hands", "Cold hands", "yes_no", "y or n"),
    Asked("worry", "Worry now", "scale", "0 to 10"),
)
"""The rows, in the order they are asked."""

EVENTS = "An injury, an illness or a new medicine since last time? i enters it with its date."

_LIMBS: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")
_LIMB_SHORT = ("left arm", "right arm", "left leg", "right leg")
_TYPED = frozenset("0123456789.,")


@dataclass(frozen=True)
class TodayForm:
    """The form as typed so far."""

    typed: tuple[str, ...] = ("",) * len(ROWS)
    """What stands in each row: digits, y or n, the numbers of limbs."""
    at: int = 0

    @classmethod
    def of(cls, context: Context | None) -> "TodayForm":
        """The form filled with an earlier answer."""
        if context is None:
            return cls()
        return cls(tuple(_spelled(row, getattr(context, row.field)) for row in ROWS))

    def move(self, by: int) -> "TodayForm":
        """Another row."""
        return replace(self, at=min(len(ROWS) - 1, max(0, self.at + by)))

    def type(self, character: str) -> "TodayForm":
        """One character into the row at hand; what does not fit it changes nothing."""
        row, now = ROWS[self.at], self.typed[self.at]
        if row.kind == "yes_no":
            return self._put(character) if character in "yn" else self
        if row.kind == "limbs":
            if character not in "1234":
                return self
            kept = now.replace(character, "") if character in now else now + character
            return self._put("".join(sorted(kept)))
        if character not in _TYPED or (row.kind == "scale" and not character.isdigit()):
            return self
        if row.kind == "scale" and now + character != "10":
            return self._put(character)
        return self._put((now + character)[:5])

    def clear(self) -> "TodayForm":
        """Take the last character of the row away."""
        return self._put(self.typed[self.at][:-1])

    def context(self) -> Context:
        """What was told; a row left empty tells nothing. Raises NotAValue."""
        told: dict[str, Any] = {}
        for row, typed in zip(ROWS, self.typed, strict=True):
            if typed:
                told[row.field] = _read(row, typed)
        return Context.model_validate(told)

    def _put(self, text: str) -> "TodayForm":
        return replace(self, typed=(*self.typed[: self.at], text, *self.typed[self.at + 1 :]))


def today_form(former: Context | None, last: Context | None, early: EarlyAnswer | None) -> TodayForm:
    """The form as it opens: as answered before, else as last time with the worry that was told just now."""
    if former is not None or early is None:
        return TodayForm.of(former or last)
    told = early.worry_before if early.worry_after is None else early.worry_after
    if told is None:
        return TodayForm.of(last)
    return TodayForm.of((last or Context()).model_copy(update={"worry": told}))


def _read(row: Asked, typed: str) -> Any:
    if row.kind == "yes_no":
        return typed == "y"
    if row.kind == "limbs":
        return tuple(_LIMBS[int(c) - 1] for c in typed)
    value = typed_number(typed)
    most = 24 if row.kind == "number" else 10
    if value > most:
        raise NotAValue(f"{row.label}: at most {most}.")
    return int(value) if value == int(value) else value


def _spelled(row: Asked, value: Any) -> str:
    if value is None:
        return ""
    if row.kind == "yes_no":
        return "y" if value else "n"
    if row.kind == "limbs":
        return "".join(str(_LIMBS.index(limb) + 1) for limb in value)
    return f"{value:g}"


def _shown(row: Asked, typed: str) -> str:
    if not typed:
        return "–"
    if row.kind == "yes_no":
        return "yes" if typed == "y" else "no"
    if row.kind == "limbs":
        return ", ".join(_LIMB_SHORT[int(c) - 1] for c in typed)
    return typed


def today_page(form: TodayForm, repeated: bool, note: str = "") -> StepPage:
    """How is today? Every row may stay empty."""
    lead = (
        "As you told last time. Change what is different; Enter takes the rest as it stands."
        if repeated
        else "All of it is optional; Enter goes on."
    )
    blocks: list[Block] = [Para(lead), Para(EVENTS, "quiet")]
    for i, (row, typed) in enumerate(zip(ROWS, form.typed, strict=True)):
        here = i == form.at
        shown = _shown(row, typed)
        hinted = here and row.kind != "limbs"
        cell = Cell(f"{shown}   ({row.hint})" if hinted else shown, None, here)
        blocks.append(Row(row.label, (cell,), current=here))
    keys = [Choice("up_down", "choose a row")]
    if ROWS[form.at].kind == "limbs":  # four keys of their own, and too long a hint for the row
        keys = [Choice(str(i), limb) for i, limb in enumerate(_LIMB_SHORT, 1)]
    keys.append(Choice("enter", "go on"))
    return StepPage("How is today?", tuple(blocks), note=note, keys=tuple(keys))
