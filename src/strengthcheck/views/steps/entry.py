"""What is entered after an effort: question by question, and the trials that come of it. Pure data.

The questions follow the protocol's measures; a rung of 0 is "could not" and asks for nothing more.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from strengthcheck.guide.entering import NotAValue, spoken_unit, typed_value
from strengthcheck.guide.steps import TrialStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import InvalidReason, TimedBy, Trial
from strengthcheck.model.protocol import LADDER, Measure, Protocol
from strengthcheck.views.dates import capital

INVALID: dict[str, tuple[InvalidReason, str]] = {
    "1": ("slipped", "It slipped"),
    "2": ("interrupted", "I was interrupted"),
    "3": ("pain", "It hurt"),
    "4": ("other_hand", "The other hand helped"),
    "5": ("wrong_object", "Wrong object"),
    "6": ("late_start", "I started late"),
    "7": ("other", "Something else"),
}
"""Why a try does not count, a key each."""


def reasons(protocol: Protocol) -> dict[str, tuple[InvalidReason, str]]:
    """Those that a test can have: a leg is helped by no hand, and what needs no object has no wrong one."""
    legs = protocol.body == "leg"
    bare = legs and (protocol.fit is None or protocol.fit.object is None)
    without = {"other_hand"} if legs else set()
    without |= {"wrong_object"} if bare else set()
    return {key: told for key, told in INVALID.items() if told[0] not in without}


INVALID_WORDS: dict[InvalidReason, str] = {
    **dict(INVALID.values()),
    "suspended": "The program was paused",
    "replaced": "Replaced by another try",
}
"""Every reason in words."""


class Ask(NamedTuple):
    """One thing to enter: a measure of one side."""

    side: Side
    measure: Measure


class Given(NamedTuple):
    """One answer; the value is none when it was left empty."""

    side: Side
    name: str
    value: float | int | None


COULD_NOT = "could_not"
"""Stands for a measure's name when a side could not."""


def default_timed_by(step: TrialStep) -> TimedBy | None:
    """What measures the time of this kind of test; none when nothing is timed."""
    if not any(m.unit == "s" for m in step.protocol.measures):
        return None
    return "phone" if step.protocol.effort.kind == "away" else "keyboard"


@dataclass(frozen=True)
class Entry:
    """What was entered so far for one trial, in the order it was entered."""

    step: TrialStep
    given: tuple[Given, ...] = ()
    timed_by: TimedBy | None = None
    lost_focus: bool = False
    """Another window came to the front while the effort ran."""
    told_before: bool = False
    """It is corrected: what was asked once is not asked again."""

    @classmethod
    def of(cls, step: TrialStep, former: tuple[Trial, ...] = (), *, lost_focus: bool = False) -> "Entry":
        """Empty, or as it was entered before."""
        given: list[Given] = []
        for trial in former:
            if trial.could_not:
                given.append(Given(trial.side, COULD_NOT, 0))
            elif trial.values:
                given += [Given(trial.side, m.id, trial.values.get(m.id)) for m in step.protocol.measures]
        timed = next((t.timed_by for t in former if t.timed_by), None)
        untold = any(m.unit == "s" and m.id in t.values for t in former for m in step.protocol.measures)
        lost = lost_focus or any(t.lost_focus for t in former)
        by = timed if timed or untold else default_timed_by(step)
        return cls(step, tuple(given), by, lost, bool(former))

    @property
    def could_not(self) -> frozenset[Side]:
        """The sides that tried and could not."""
        return frozenset(g.side for g in self.given if g.name == COULD_NOT)

    def value(self, side: Side, name: str) -> float | int | None:
        """The value of one side's measure; none when it was left empty or not yet asked."""
        return next((g.value for g in self.given if (g.side, g.name) == (side, name)), None)

    def asks(self) -> tuple[Ask, ...]:
        """All that is to be entered, given what was: side by side, measure by measure."""
        gone = self.could_not
        return tuple(
            Ask(side, m) for side in self.step.sides if side not in gone for m in self.step.protocol.measures
        )

    def next_ask(self) -> Ask | None:
        """The first that has no answer yet."""
        done = {(g.side, g.name) for g in self.given}
        return next((a for a in self.asks() if (a.side, a.measure.id) not in done), None)

    def with_value(self, ask: Ask, value: float | None) -> "Entry":
        """One more answer. A rung of 0 is could not."""
        if ask.measure.id == "ladder" and value == 0:
            return self.with_could_not(ask.side)
        return replace(self, given=(*self.given, Given(ask.side, ask.measure.id, value)))

    def with_typed(self, ask: Ask, text: str) -> "Entry":
        """A value as typed; empty where the measure may be left empty. Raises NotAValue."""
        if not text.strip() and ask.measure.optional:
            last = ask.measure == self.step.protocol.measures[-1]
            if last and not any(g.side == ask.side and g.value is not None for g in self.given):
                raise NotAValue("Something has to be entered for this side, or press i: it doesn't count.")
            return self.with_value(ask, None)
        return self.with_value(ask, typed_value(text, ask.measure))

    def with_could_not(self, side: Side) -> "Entry":
        """The side tried and could not."""
        kept = tuple(g for g in self.given if g.side != side)
        return replace(self, given=(*kept, Given(side, COULD_NOT, 0)))

    def timed_otherwise(self) -> "Entry":
        """The same, timed by the next thing that it can be; another timer is another series."""
        away = self.step.protocol.effort.kind == "away"
        timers: tuple[TimedBy, ...] = ("phone", "device") if away else ("keyboard", "phone", "device")
        now = timers.index(self.timed_by) if self.timed_by in timers else -1
        return replace(self, timed_by=timers[(now + 1) % len(timers)])

    def step_back(self) -> "Entry | None":
        """Without the last answer; none when there is none to take back."""
        return replace(self, given=self.given[:-1]) if self.given else None

    def has_typed(self) -> bool:
        """Whether something was typed that is worth reading back."""
        return any(g.name not in ("ladder", COULD_NOT) and g.value is not None for g in self.given)

    @property
    def asks_about_focus(self) -> bool:
        """Whether to ask if another window was in the way; not where nothing was timed here."""
        return self.lost_focus and not self.told_before and self.step.protocol.effort.kind != "away"

    def trials(self, at: datetime) -> tuple[Trial, ...]:
        """The trials that this entry makes; call it when nothing is left to ask."""
        return tuple(Trial.model_validate(self._fields(s, at)) for s in self.step.sides)

    def invalid(self, reason: InvalidReason, note: str, at: datetime) -> tuple[Trial, ...]:
        """The trials as not counting, with what was entered of them so far."""
        made = []
        for side in self.step.sides:
            fields = self._fields(side, at) | {"invalid": reason}
            made.append(Trial.model_validate(fields | ({"invalid_note": note} if note else {})))
        return tuple(made)

    def _fields(self, side: Side, at: datetime) -> dict[str, Any]:
        fields: dict[str, Any] = {"side": side, "at": at}
        if self.lost_focus:
            fields["lost_focus"] = True
        if side in self.could_not:
            return fields | {"could_not": True}
        given = {g.name: g.value for g in self.given if g.side == side and g.value is not None}
        if given:
            fields["values"] = given
        timed = [m.id for m in self.step.protocol.measures if m.unit == "s"]
        if self.timed_by is not None and any(name in given for name in timed):
            fields["timed_by"] = self.timed_by
        return fields


def timed_here(step: TrialStep, former: tuple[Trial, ...]) -> str:
    """The seconds that this program took of a try entered before, as typed; empty where it took none."""
    names = [m.id for m in step.protocol.measures if m.unit == "s"]
    taken = [t.values[n] for t in former if t.timed_by == "keyboard" for n in names if n in t.values]
    return f"{taken[0]:.10g}" if taken else ""


def skipped(step: TrialStep, reason: str, at: datetime) -> tuple[Trial, ...]:
    """A turn left out, with a reason."""
    return tuple(Trial(side=s, skipped=reason, at=at) for s in step.sides)


def value_words(measure: Measure, value: float | None) -> str:
    """One value as it is read back."""
    if value is None:
        return f"no {measure.name}"
    if measure.id == "ladder":
        return LADDER[int(value)]
    unit = spoken_unit(measure)
    number = f"{value:.10g}"
    return f"{number} {unit}" if unit else f"{measure.name}: {number}"


def side_outcome(entry: Entry, side: Side) -> str:
    """What was entered for one side, in words."""
    if side in entry.could_not:
        return LADDER[0]
    given = [
        value_words(m, value)
        for m in entry.step.protocol.measures
        if (value := entry.value(side, m.id)) is not None
    ]
    return ", ".join(given)


def trial_words(trials: tuple[Trial, ...]) -> str:
    """Trials that were left out or did not count, in words; with their sides where there are two."""
    said = "; ".join(
        f"{t.side}: left out, {t.skipped}"
        if t.skipped is not None
        else f"{t.side}: doesn't count, {INVALID_WORDS[t.invalid].lower()}"
        if t.invalid is not None
        else f"{t.side}: entered"
        for t in trials
    )
    return said if len(trials) > 1 else capital(said.partition(": ")[2])
