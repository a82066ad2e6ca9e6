"""What is entered when an effort is over: the keys of each of its pages."""

from datetime import datetime
from typing import Literal

from strengthcheck.guide.effort import measured
from strengthcheck.guide.entering import NotAValue
from strengthcheck.guide.steps import TrialStep
from strengthcheck.model.check import InvalidReason, Trial
from strengthcheck.model.event import EffortEnded
from strengthcheck.views.dates import since_words
from strengthcheck.views.steps.entry import INVALID, Ask, Entry
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

Stage = Literal["ask", "echo", "focus", "invalid", "note", "pain"]
_TYPED = frozenset("0123456789.,:+-−")
_NOTE_LENGTH = 500
ELSEWHERE = "q?"
"""Keys that mean the same on every page, leaving and help: they are never taken for something typed."""


class Entering:
    """One trial's entry under way. When `result` is there, it is over."""

    def __init__(self, entry: Entry, at: datetime, *, measured: str = "") -> None:
        """`measured` is the time that was taken here, as typed."""
        self._entry = entry
        self._at = at
        self._measured = measured
        self._stage: Stage = "ask"
        self._note = ""
        self._words = ""
        self._reason: InvalidReason = "other"
        self.result: tuple[Trial, ...] | None = None
        self.ends_check = False
        self.backed_out = False
        self._typed, self._untouched = "", True
        if entry.next_ask() is None:
            self._stage = "echo"
        else:
            self._turn()

    @property
    def first_page(self) -> bool:
        """Whether nothing was entered yet."""
        return self._stage == "ask" and not self._entry.given

    def page(self) -> StepPage:
        """What is asked now."""
        match self._stage:
            case "invalid":
                return invalid_page(self._entry.step)
            case "note":
                return note_page(self._words)
            case "pain":
                return pain_page(self._entry.step)
            case "echo":
                return echo_page(self._entry)
            case "focus":
                return focus_page(self._entry.step)
            case "ask":
                ask = self._entry.next_ask()
                assert ask is not None
                return entry_page(self._entry, ask, self._typed, self._note, self.first_page)

    def press(self, key: str) -> bool:
        """Do what a key does; False when it does nothing here."""
        match self._stage:
            case "invalid":
                return self._press_invalid(key)
            case "note":
                return self._press_note(key)
            case "pain":
                return self._press_pain(key)
            case "echo":
                return self._press_echo(key)
            case "focus":
                return self._press_focus(key)
            case "ask":
                return self._press_ask(key)

    def paste(self, text: str) -> None:
        """Pasted text, as if typed."""
        if self._stage == "note":
            self._words = (self._words + " ".join(text.split()))[:_NOTE_LENGTH]
        elif self._stage == "ask":
            self._typed, self._untouched = text.strip()[:40], False

    def _press_ask(self, key: str) -> bool:
        ask = self._entry.next_ask()
        if ask is None:
            return False
        if key == "i":
            self._stage = "invalid"
        elif key in ("escape", "b"):
            self._back()
        elif ask.measure.id != "ladder":
            return self._press_typed(ask, key)
        elif key in ("0", "1", "2", "3"):
            self._entry = self._entry.with_value(ask, int(key))
            self._turn()
        else:
            return False
        return True

    def _press_typed(self, ask: Ask, key: str) -> bool:
        self._note = ""
        if key == "enter":
            try:
                self._entry = self._entry.with_typed(ask, self._typed)
            except NotAValue as e:
                self._note = str(e)
            else:
                self._turn()
        elif key == "backspace":
            self._typed, self._untouched = self._typed[:-1], False
        elif key in _TYPED:
            self._typed = key if self._untouched else (self._typed + key)[:12]
            self._untouched = False
        elif key == "t" and ask.measure.unit == "s":
            self._entry = self._entry.timed_otherwise()
        elif key == "n" and self._entry.step.protocol.measure("ladder") is None:
            self._entry = self._entry.with_could_not(ask.side)
            self._turn()
        elif len(key) == 1 and key not in ELSEWHERE:
            self._note = f"{key} is no digit. Write it like 12.4 or 12,4."
        else:
            return False
        return True

    def _press_echo(self, key: str) -> bool:
        if key == "enter":
            self._finish()
        elif key == "i":
            self._stage = "invalid"
        elif key in ("b", "escape", "backspace"):
            self._back()
        else:
            return False
        return True

    def _press_focus(self, key: str) -> bool:
        if key == "1":
            self.result = self._entry.trials(self._at)
        elif key == "2":
            self._reason = "interrupted"
            self._stop_counting(None)
        elif key in ("b", "escape"):
            self._back()
        else:
            return False
        return True

    def _press_invalid(self, key: str) -> bool:
        if key in ("escape", "b"):
            self._stage = "ask" if self._entry.next_ask() else "echo"
        elif key in INVALID:
            self._reason = INVALID[key][0]
            if self._reason == "other":
                self._stage = "note"
            else:
                self._stop_counting("pain" if self._reason == "pain" else None)
        else:
            return False
        return True

    def _press_note(self, key: str) -> bool:
        if key == "enter":
            self._stop_counting(None)
        elif key == "escape":
            self._stage = "invalid"
        elif key == "backspace":
            self._words = self._words[:-1]
        elif len(key) == 1 or key == "space":
            self._words = (self._words + (" " if key == "space" else key))[:_NOTE_LENGTH]
        return True

    def _press_pain(self, key: str) -> bool:
        if key in ("1", "2"):
            self.ends_check = key == "1"
            self._stop_counting(None)
        return key in ("1", "2", "b", "escape")  # it hurt: there is no way back to an effort that counts

    def _stop_counting(self, ask_first: Literal["pain"] | None) -> None:
        if ask_first is not None:
            self._stage = ask_first
            return
        self.result = self._entry.invalid(self._reason, self._words.strip(), self._at)

    def _back(self) -> None:
        before = self._entry.step_back()
        if before is None:
            self.backed_out = True
            return
        self._entry = before
        self._turn()

    def _turn(self) -> None:
        """To the next question, or to reading back, or done."""
        ask = self._entry.next_ask()
        if ask is not None:
            self._stage = "ask"
            timed = ask.measure.unit == "s" and ask.side == self._entry.step.sides[0]
            self._typed, self._untouched = (self._measured if timed else ""), True
        elif self._entry.has_typed():
            self._stage = "echo"
        else:
            self._finish()

    def _finish(self) -> None:
        """Done, but for the question whether a lost focus was in the way."""
        if self._entry.asks_about_focus:
            self._stage = "focus"
        else:
            self.result = self._entry.trials(self._at)


class Unentered(Entering):
    """The entry of a try that was over when the check was left: first whether it is kept, then as usual."""

    def __init__(self, step: TrialStep, over: EffortEnded, now: datetime) -> None:
        """`over` is its end, as it was noted then."""
        time_taken = measured(step, over.lasted)
        super().__init__(Entry.of(step, lost_focus=over.lost_focus), over.at, measured=time_taken)
        self._kept = False
        self._first = unentered_page(step, time_taken, since_words(over.at, now))

    def page(self) -> StepPage:
        """Whether it is kept, then what is asked."""
        return super().page() if self._kept else self._first

    def press(self, key: str) -> bool:
        """Enter keeps it; i says at once that it does not count. It is made: nothing leads back before it."""
        if self._kept:
            return super().press(key)
        self._kept = key in ("enter", "i")
        return super().press(key) if key == "i" else self._kept or key in ("b", "escape")

    def paste(self, text: str) -> None:
        """Pasted text is for what is typed, not for the question before it."""
        if self._kept:
            super().paste(text)
