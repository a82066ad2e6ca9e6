"""What is entered after an effort, while it is asked: each measure, read back, or why it does not count."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from strengthcheck.guide.effort import measured
from strengthcheck.guide.entering import NotAValue
from strengthcheck.guide.steps import TrialStep
from strengthcheck.model.check import InvalidReason, Trial
from strengthcheck.model.event import EffortEnded
from strengthcheck.views.dates import since_words
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.entry import COULD_NOT, Ask, Entry, Given, reasons, timed_here
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.trial import (
    echo_page,
    entry_page,
    focus_page,
    invalid_page,
    note_page,
    pain_page,
    unentered_page,
)

Stage = Literal["over", "ask", "echo", "focus", "invalid", "note", "pain"]
NOTE_LENGTH = 500
_TYPED = frozenset("0123456789.,:+-−")
_MOST_TYPED, _MOST_PASTED = 12, 40
_ELSEWHERE = "q?"
"""Keys that mean the same on every page, leaving and help: they are never taken for something typed."""


class Entered(NamedTuple):
    """The trials that an entry makes, and whether the check should end after them (for pain)."""

    trials: tuple[Trial, ...]
    ends_check: bool = False


Taken: TypeAlias = "Entering | Ended[Entered]"
Next: TypeAlias = "Entering | Ended[Entered] | None"


@dataclass(frozen=True)
class Entering(Asking[Entered]):
    """One trial's entry under way."""

    entry: Entry
    at: datetime
    """When the effort was made."""
    measured: str = ""
    """The time that was taken here, as typed."""
    told_timer: bool = False
    """It was said by a key what timed it: what is typed says nothing more about that."""
    was: tuple[Given, ...] = ()
    """Answers that were gone back behind: each stands in its field again."""
    stage: Stage = "ask"
    typed: str = ""
    untouched: bool = True
    """What stands in the field was not typed: the first character takes its place."""
    note: str = ""
    """What was not understood."""
    words: str = ""
    """Why it does not count, in the person's own."""
    reason: InvalidReason = "other"
    ago: str = ""
    """How long ago it was over, where it was left before it was entered."""

    @classmethod
    def after_all(cls, step: TrialStep, over: EffortEnded, now: datetime) -> "Entering":
        """Of a try that was over when the check was left: first whether it is kept, then as usual."""
        entry = Entry.of(step, lost_focus=over.lost_focus)
        opened = cls.of(entry, over.at, measured=measured(step, over.lasted))
        return replace(opened, stage="over", ago=since_words(over.at, now))

    @classmethod
    def again(cls, step: TrialStep, former: tuple[Trial, ...], at: datetime) -> "Entering":
        """Of a try that was entered before, to be looked at and changed: its time stays with it."""
        return cls.of(Entry.of(step, former), at, measured=timed_here(step, former))

    @classmethod
    def anew(cls, step: TrialStep, former: tuple[Trial, ...], at: datetime) -> "Entering":
        """The same from its first question on, each answer in its field."""
        entry = Entry.of(step, former)
        opened = cls(replace(entry, given=()), at, timed_here(step, former), was=entry.given)
        return opened._at_question()

    @classmethod
    def of(cls, entry: Entry, at: datetime, *, measured: str = "") -> "Entering":
        """At the first question that has no answer yet; at the reading back where every one has."""
        opened = cls(entry, at, measured)
        return replace(opened, stage="echo") if entry.next_ask() is None else opened._at_question()

    def page(self) -> StepPage:
        """What is asked now."""
        step = self.entry.step
        pages: dict[Stage, Callable[[], StepPage]] = {
            "over": lambda: unentered_page(step, self.measured, self.ago),
            "ask": lambda: _question_page(self),
            "echo": lambda: echo_page(self.entry),
            "focus": lambda: focus_page(step),
            "invalid": lambda: invalid_page(step),
            "note": lambda: note_page(self.words),
            "pain": lambda: pain_page(step),
        }
        return pages[self.stage]()

    def press(self, key: str) -> Next:
        """Each page has its keys; none also where the way back would lead out of the entry."""
        pages: dict[Stage, Callable[[str], Next]] = {
            "over": self._over,
            "ask": self._ask,
            "echo": self._echo,
            "focus": self._focus,
            "invalid": self._invalid,
            "note": self._note,
            "pain": self._pain,
        }
        return pages[self.stage](key)

    def answered(self, text: str) -> Taken:
        """A value, or the few words, as one line; one that is none leaves the field as it was."""
        if self.stage == "note":
            return replace(self, words=text[:NOTE_LENGTH])._does_not_count()
        ask = self.entry.next_ask()
        if ask is None:
            return self
        typed = text or self.typed
        told = replace(self, note="")
        taken = told._typed(ask, typed, self.untouched and not text)._taken(ask, typed)
        return replace(self, note=taken.note) if isinstance(taken, Entering) and taken.note else taken

    def pasted(self, text: str) -> "Entering":
        """The same with pasted text, as if typed."""
        if self.stage == "note":
            return replace(self, words=(self.words + " ".join(text.split()))[:NOTE_LENGTH])
        ask = self.entry.next_ask()
        if self.stage == "ask" and ask is not None:
            return self._typed(ask, text.strip()[:_MOST_PASTED])
        return self

    def passes(self, key: str, *, leads_out: bool = False) -> bool:
        """Whether `?`, `q` or `b` does here what it does on every page, so that the key bar may show it.

        `leads_out`: from the first question the way back leads out of the entry.
        """
        if key in BACK_KEYS:
            return self.stage == "ask" and (bool(self.entry.given) or leads_out)
        return self.stage != "note"

    def _over(self, key: str) -> Next:
        """Enter keeps it; i says at once that it does not count. It is made: nothing leads back before it."""
        match key:
            case "enter":
                return self._at_question()
            case "i":
                return replace(self, stage="invalid")
            case _:
                return self if key in BACK_KEYS else None

    def _ask(self, key: str) -> Next:
        ask = self.entry.next_ask()
        if key in BACK_KEYS:
            return self._back()
        if key == "i" or ask is None:
            return replace(self, stage="invalid")
        if ask.measure.id == "ladder":
            return self._turned(self.entry.with_value(ask, int(key))) if key in ("0", "1", "2", "3") else None
        return self._taken(ask, self.typed) if key == "enter" else self._typing(ask, key)

    def _typing(self, ask: Ask, key: str) -> Next:
        told = replace(self, note="")
        if key == "backspace":
            return told._typed(ask, self.typed[:-1])
        if key in _TYPED:
            typed = key if self.untouched else (self.typed + key)[:_MOST_TYPED]
            return told._typed(ask, typed)
        if key == "t" and ask.measure.unit == "s":
            return told._timed_otherwise()
        if key == "n" and self.entry.step.protocol.measure("ladder") is None:
            return self._turned(self.entry.with_could_not(ask.side))
        if len(key) == 1 and key not in _ELSEWHERE:
            return replace(told, note=f"{key} is no digit. Write it like 12.4 or 12,4.")
        return None

    def _typed(self, ask: Ask, typed: str, untouched: bool = False) -> "Entering":
        """With this in the field. A time other than the one taken here was not timed by this program."""
        told = replace(self, typed=typed, untouched=untouched)
        here = self.entry.timed_by == "keyboard"
        first = ask.side == self.entry.step.sides[0]
        if ask.measure.unit != "s" or not first or self.told_timer or (untouched and not here):
            return told
        own = bool(self.measured) and typed.replace(",", ".") == self.measured
        if here and not own:
            return replace(told, entry=replace(self.entry, timed_by="phone"))
        return replace(told, entry=replace(self.entry, timed_by="keyboard")) if own else told

    def _timed_otherwise(self) -> "Entering":
        """Timed by something else, with a time of its own: the program's goes, and comes back with it."""
        entry = self.entry.timed_otherwise()
        if entry.timed_by == "keyboard" and not self.measured:
            entry = entry.timed_otherwise()
        own = self.typed == self.measured
        typed = self.measured if entry.timed_by == "keyboard" else "" if own else self.typed
        return replace(self, entry=entry, told_timer=True, typed=typed, untouched=True)

    def _taken(self, ask: Ask, typed: str) -> Taken:
        try:
            return self._turned(self.entry.with_typed(ask, typed))
        except NotAValue as e:
            return replace(self, note=str(e))

    def _echo(self, key: str) -> Next:
        if key == "enter":
            return self._finished()
        if key == "i":
            return replace(self, stage="invalid")
        return self._back() if key in BACK_KEYS or key == "backspace" else None

    def _focus(self, key: str) -> Next:
        if key == "1":
            return Ended(Entered(self.entry.trials(self.at)))
        if key == "2":
            return replace(self, reason="interrupted")._does_not_count()
        return self._back() if key in BACK_KEYS else None

    def _invalid(self, key: str) -> Next:
        if key in BACK_KEYS:
            return replace(self, stage="ask" if self.entry.next_ask() else "echo")
        known = reasons(self.entry.step.protocol)
        if key not in known:
            return None
        told = replace(self, reason=known[key][0])
        match told.reason:
            case "other":
                return replace(told, stage="note")
            case "pain":
                return replace(told, stage="pain")
        return told._does_not_count()

    def _pain(self, key: str) -> Next:
        """It hurt: there is no way back to an effort that counts."""
        if key in ("1", "2"):
            return self._does_not_count(ends_check=key == "1")
        return self if key in BACK_KEYS else None

    def _note(self, key: str) -> Taken:
        if key == "enter":
            return self._does_not_count()
        if key == "escape":
            return replace(self, stage="invalid")
        if key == "backspace":
            return replace(self, words=self.words[:-1])
        character = " " if key == "space" else key
        return replace(self, words=(self.words + character)[:NOTE_LENGTH]) if len(character) == 1 else self

    def _does_not_count(self, *, ends_check: bool = False) -> Taken:
        return Ended(Entered(self.entry.invalid(self.reason, self.words.strip(), self.at), ends_check))

    def _back(self) -> "Entering | None":
        before = self.entry.step_back()
        if before is None:
            return None
        gone = self.entry.given[-1]
        if gone.name in ("ladder", COULD_NOT):  # a rung is one key, with no field to stand in
            return replace(self, entry=before)._at_question()
        others = tuple(g for g in self.was if g[:2] != gone[:2])
        return replace(self, entry=before, was=(*others, gone))._at_question()

    def _turned(self, entry: Entry) -> Taken:
        """With one more answer: to the next question, to reading back, or done."""
        told = replace(self, entry=entry)
        if entry.next_ask() is not None:
            return told._at_question()
        return replace(told, stage="echo") if entry.has_typed() else told._finished()

    def _at_question(self) -> "Entering":
        """At the question that comes next: in it what stood there before, or the time that was taken here."""
        ask = self.entry.next_ask()
        was = (
            None if ask is None else next((g for g in self.was if g[:2] == (ask.side, ask.measure.id)), None)
        )
        timed = ask is not None and ask.measure.unit == "s" and ask.side == self.entry.step.sides[0]
        own = timed and self.entry.timed_by == "keyboard"
        typed = f"{was.value:.10g}" if was is not None and was.value is not None else self.measured * own
        return replace(self, stage="ask", typed=typed, untouched=True, note="")

    def _finished(self) -> Taken:
        """Done, but for the question whether a lost focus was in the way."""
        if self.entry.asks_about_focus:
            return replace(self, stage="focus")
        return Ended(Entered(self.entry.trials(self.at)))


def _question_page(asked: Entering) -> StepPage:
    ask = asked.entry.next_ask()
    if ask is None:
        return echo_page(asked.entry)
    return entry_page(asked.entry, ask, asked.typed, asked.note, stopped=not asked.entry.given)


def same_question(one: Entering, other: Entering) -> bool:
    """Whether it is still asked for the same, with something else in its field."""
    return (one.stage, one.entry.given) == (other.stage, other.entry.given)
