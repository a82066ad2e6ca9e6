"""How today is: a form of rows, each optional."""

from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from strengthcheck.guide.entering import NotAValue, typed_number
from strengthcheck.model.base import Limb
from strengthcheck.model.check import Context
from strengthcheck.model.event import EarlyAnswer, TodayAnswer
from strengthcheck.views.steps.asking import Asking, Ended
from strengthcheck.views.steps.page import Block, Cell, Choice, Para, Row, StepPage

RowKind = Literal["number", "yes_no", "scale", "limbs"]


class Asked(NamedTuple):
    """One row of the form."""

    field: str
    label: str
    kind: RowKind
    hint: str


ROWS = (
    Asked("sleep_hours", "Sleep last night", "number", "hours, such as 7 or 6.5"),
    Asked("hard_exercise", "Hard or new exercise", "yes_no", "y or n, in the last 7 days"),
    Asked("soreness", "Sore muscles now", "scale", "0 to 10"),
    Asked("pain", "Pain now", "scale", "0 to 10"),
    Asked(
        "where",
        "Where sore or worked hard",
        "limbs",
        "1 left arm · 2 right arm · 3 left leg · 4 right leg",
    ),
    Asked("ill", "Ill or feverish", "yes_no", "y or n"),
    Asked("cold_hands", "Cold hands", "yes_no", "y or n"),
    Asked("worry", "Worry now", "scale", "0 to 10"),
)
"""The rows, in the order they are asked."""

EVENTS = "An injury, illness or new medicine since last time? i enters it."
EVENTS_FIRST = "An injury (also an old one), illness or new medicine? i enters it."
"""Before the first check of all: there is no last time, and what is old counts too."""

OPTIONAL = "All of it is optional; Enter goes on."
AS_LAST_TIME = "As you told last time. Change what is different; Enter takes the rest."
WORRY_NOW = "As last time, with the worry you told just now. Change what differs."
"""Above a form that was filled from an earlier answer."""

_LIMBS: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")
_LIMB_SHORT = ("left arm", "right arm", "left leg", "right leg")
_TYPED = frozenset("0123456789.,")
_KEYS = _TYPED | frozenset("yn")


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
    told = worry_told(early)
    if told is None:
        return TodayForm.of(last)
    return TodayForm.of((last or Context()).model_copy(update={"worry": told}))


def worry_told(early: EarlyAnswer | None) -> float | None:
    """The worry that was told before this check, the latest."""
    if early is None:
        return None
    return early.worry_before if early.worry_after is None else early.worry_after


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


def today_page(form: TodayForm, lead: str = OPTIONAL, events: str = EVENTS, note: str = "") -> StepPage:
    """How is today? Every row may stay empty."""
    blocks: list[Block] = [Para(lead), Para(events, "quiet")]
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


@dataclass(frozen=True)
class TodayAsking(Asking[TodayAnswer]):
    """The form while it is filled; Enter takes it as it stands."""

    form: TodayForm
    lead: str = OPTIONAL
    """What stands above it: whose answers it is filled with."""
    events: str = EVENTS
    """What is asked of the body beside it."""
    note: str = ""
    """What could not be taken."""

    @classmethod
    def of(
        cls,
        former: TodayAnswer | None,
        last: Context | None,
        early: EarlyAnswer | None,
        *,
        first_ever: bool = False,
    ) -> "TodayAsking":
        """As answered before in this check, else from the last one and from what was told before this one."""
        told = former.context if former else None
        lead = OPTIONAL
        if told is None and last is not None:
            lead = AS_LAST_TIME if worry_told(early) is None else WORRY_NOW
        return cls(today_form(told, last, early), lead, EVENTS_FIRST if first_ever else EVENTS)

    def page(self) -> StepPage:
        """The form."""
        return today_page(self.form, self.lead, self.events, self.note)

    def press(self, key: str) -> "TodayAsking | Ended[TodayAnswer] | None":
        """Arrows choose a row, keys fill it, Enter goes on."""
        if key == "enter":
            return self.end()
        if key in ("up", "down", "tab", "shift+tab"):
            form = self.form.move(-1 if key in ("up", "shift+tab") else 1)
        elif key in ("backspace", "delete"):
            form = self.form.clear()
        elif key in _KEYS:
            form = self.form.type(key)
        else:
            return None
        return replace(self, form=form, note="")

    def end(self) -> "TodayAsking | Ended[TodayAnswer]":
        """All of it as it stands; still the form where something in it can't be."""
        try:
            return Ended(TodayAnswer(context=self.form.context()))
        except NotAValue as e:
            return replace(self, note=str(e))

    def at(self, row: int) -> "TodayAsking":
        """The same at another row."""
        return replace(self, form=replace(self.form, at=row), note="")

    def filled(self, text: str) -> "TodayAsking":
        """The row at hand as one line; an empty one leaves it open. What can't be taken changes nothing."""
        form = self.form
        try:
            told = _line(ROWS[form.at], text)
            changed = replace(form, typed=(*form.typed[: form.at], told, *form.typed[form.at + 1 :]))
            changed.context()
        except NotAValue as e:
            return replace(self, note=str(e))
        same = changed.typed == form.typed
        return replace(self, form=changed, note="", lead=self.lead if same else OPTIONAL)


def _line(row: Asked, text: str) -> str:
    """What stands in a row, of a line that was typed for it. Raises NotAValue."""
    if row.kind == "yes_no":
        if text and text[:1].casefold() not in "yn":
            raise NotAValue("Type y for yes or n for no, or press Enter to leave it open.")
        return text[:1].casefold()
    if row.kind == "limbs":
        digits = "".join(sorted(set(text) - set(" ,;")))
        if set(digits) - set("1234"):
            raise NotAValue(f"Type the numbers, such as 1 3. {row.hint}.")
        return digits
    return text
