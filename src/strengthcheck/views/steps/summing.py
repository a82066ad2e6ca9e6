"""The summary before keeping, while it is looked over: one trial put right at a time, and a note."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from strengthcheck.model.check import InvalidReason
from strengthcheck.model.event import SummaryAnswer, TrialAnswer
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended
from strengthcheck.views.steps.entering import Entered, Entering
from strengthcheck.views.steps.entry import Entry, reasons
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.summary import (
    TrialRow,
    change_page,
    marked,
    note_page,
    step_of,
    summary_page,
    why_invalid_page,
    with_trial,
)

Stage = Literal["rows", "change", "entry", "invalid", "note"]
NOTE_LENGTH = 10_000


class Corrected(NamedTuple):
    """One answer should be otherwise; `SummaryAsking.corrected` goes on with what it is then."""

    key: str
    """The step that it answers."""
    answer: TrialAnswer


Taken: TypeAlias = "SummaryAsking | Ended[SummaryAnswer | Corrected]"
Next: TypeAlias = "SummaryAsking | Ended[SummaryAnswer | Corrected] | None"


@dataclass(frozen=True)
class SummaryAsking(Asking[SummaryAnswer | Corrected]):
    """All trials in a list; one can be opened to correct it. Enter keeps the check."""

    rows: tuple[TrialRow, ...]
    opened_at: datetime
    """The time of a trial that has none of its own, when it is entered anew."""
    note: str = ""
    place: int = 0
    """Which trial is at hand."""
    stage: Stage = "rows"
    entering: Entering | None = None
    sealed: str = ""
    """That values are sealed, and until when; empty when they are not."""

    @property
    def row(self) -> TrialRow:
        """The trial at hand."""
        return self.rows[self.place]

    def corrected(self, rows: tuple[TrialRow, ...]) -> "SummaryAsking":
        """The list with the trials as they are now."""
        return replace(self, rows=rows, stage="rows")

    def at(self, place: int) -> "SummaryAsking":
        """The same at another trial."""
        return replace(self, place=min(len(self.rows) - 1, max(0, place)))

    def page(self) -> StepPage:
        """The list, or what is changed in one trial."""
        match self.stage:
            case "change":
                return change_page(self.row)
            case "invalid":
                return why_invalid_page(self.row)
            case "entry" if self.entering is not None:
                return self.entering.page()
            case "note":
                return note_page()
            case _:
                return summary_page(self.rows, self.place, self.note, self.sealed)

    def press(self, key: str) -> Next:
        """Each page has its keys."""
        pages: dict[Stage, Callable[[str], Next]] = {
            "rows": self._list,
            "change": self._change,
            "invalid": self._invalid,
            "entry": self._entry,
            "note": self._note,
        }
        return pages[self.stage](key)

    def answered(self, text: str) -> Taken:
        """The note, or what is entered anew, as a line."""
        if self.stage == "entry" and self.entering is not None:
            return self._entered(self.entering.answered(text))
        return replace(self, note=text[:NOTE_LENGTH], stage="rows") if self.stage == "note" else self

    def _list(self, key: str) -> Next:
        if key == "enter":
            return Ended(SummaryAnswer(note=self.note))
        if not self.rows:
            return None
        match key:
            case "up" | "down":
                return self.at(self.place + (1 if key == "down" else -1))
            case "c" | "space":
                return replace(self, stage="change")
            case "n":
                return replace(self, stage="note")
            case _:
                return None

    def _change(self, key: str) -> Next:
        trial = self.row.trial
        if key in BACK_KEYS:
            return replace(self, stage="rows")
        if key not in {choice.key for choice in change_page(self.row).choices}:
            return self
        if key == "1":
            return replace(self, stage="entry", entering=self._anew())
        return replace(self, stage="invalid") if trial.invalid is None else self._marks(None)

    def _anew(self) -> Entering:
        """As it was entered, to be changed; sealed, from the first question, since it shows no value."""
        row = self.row
        counting = row.trial.model_copy(update={"invalid": None, "invalid_note": None})
        at = row.trial.at or self.opened_at
        if row.sealed:
            return Entering.of(replace(Entry.of(step_of(row), (counting,)), given=()), at)
        return Entering.again(step_of(row), (counting,), at)

    def _entry(self, key: str) -> Next:
        assert self.entering is not None
        after = self.entering.press(key)
        return replace(self, stage="rows") if after is None else self._entered(after)

    def _entered(self, after: Entering | Ended[Entered]) -> Taken:
        if isinstance(after, Ended):
            return self._corrects(with_trial(self.row, after.out.trials[0]))
        return self if after is self.entering else replace(self, entering=after)

    def _invalid(self, key: str) -> Next:
        if key in BACK_KEYS:
            return replace(self, stage="rows")
        known = reasons(self.row.protocol)
        return self._marks(known[key][0]) if key in known else self

    def _note(self, key: str) -> Next:
        """The note itself is typed into a field, and told by `answered`; a way back leaves it as it was."""
        return replace(self, stage="rows") if key == "escape" else None

    def _marks(self, reason: InvalidReason | None) -> Taken:
        return self._corrects(marked(self.row, reason))

    def _corrects(self, answer: TrialAnswer) -> Ended[SummaryAnswer | Corrected]:
        return Ended(Corrected(self.row.key, answer))
