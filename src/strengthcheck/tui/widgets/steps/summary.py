"""The summary before keeping, and the page after it."""

from typing import Literal

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import TextArea

from strengthcheck.guide.state import Sitting
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import Acknowledged, SummaryAnswer, TrialAnswer
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.asking import BACK_KEYS, Ended
from strengthcheck.views.steps.entering import Entering
from strengthcheck.views.steps.entry import INVALID, Entry
from strengthcheck.views.steps.page import Choice, Para, StepPage
from strengthcheck.views.summary import (
    Done,
    change_page,
    kept_page,
    marked,
    step_of,
    summary_page,
    trial_rows,
    why_invalid_page,
    with_trial,
)

Stage = Literal["rows", "change", "entry", "invalid", "note"]


class SummaryWidget(StepWidget):
    """All trials in a list; one can be opened to correct it. Enter keeps the check."""

    class Corrects(Message):
        """One trial should be otherwise."""

        def __init__(self, key: str, answer: TrialAnswer) -> None:
            super().__init__()
            self.key = key
            self.answer = answer

    def __init__(self, sitting: Sitting, clock: Clock, *, sealed: bool = False) -> None:
        super().__init__()
        self._sealed = sealed
        self._rows = trial_rows(sitting, sealed)
        self._clock = clock
        former = sitting.answer("summary", SummaryAnswer)
        self._note = former.note if former else ""
        self._at = 0
        self._stage: Stage = "rows"
        self._entering: Entering | None = None

    def page(self) -> StepPage:
        """The list, or what is changed in one trial."""
        match self._stage:
            case "change":
                return change_page(self._rows[self._at])
            case "invalid":
                return why_invalid_page(self._rows[self._at])
            case "entry" if self._entering is not None:
                return self._entering.page()
            case "note":
                return StepPage(
                    "A note on this check", (Para("Only you read it.", "quiet"),), keys=_NOTE_KEYS
                )
            case _:
                return summary_page(self._rows, self._at, self._note)

    def compose(self) -> ComposeResult:
        """The page; while a note is written, its field."""
        yield from super().compose()
        if self._stage == "note":
            field = TextArea(self._note, id="note")
            field.cursor_blink = False
            yield field

    def corrected(self, sitting: Sitting) -> None:
        """The trials as they are now."""
        self._rows = trial_rows(sitting, self._sealed)
        self._stage = "rows"
        self.show()

    def press(self, key: str) -> bool:
        """Each page has its keys."""
        match self._stage:
            case "rows":
                return self._press_rows(key)
            case "change":
                return self._press_change(key)
            case "invalid":
                return self._press_invalid(key)
            case "note":
                return self._press_note(key)
            case "entry":
                return self._press_entry(key)

    def _press_rows(self, key: str) -> bool:
        if key == "enter":
            self.give(SummaryAnswer(note=self._note))
        elif not self._rows:
            return False
        elif key in ("up", "down"):
            self._at = min(len(self._rows) - 1, max(0, self._at + (1 if key == "down" else -1)))
            self.show()
        elif key in ("c", "space"):
            self._to("change")
        elif key == "n":
            self._to("note")
        else:
            return False
        return True

    def _press_change(self, key: str) -> bool:
        row = self._rows[self._at]
        if key in BACK_KEYS:
            self._to("rows")
        elif key == "1" and row.trial.skipped is None:
            counting = row.trial.model_copy(update={"invalid": None, "invalid_note": None})
            self._entering = Entering.of(
                Entry.of(step_of(row), (counting,)), row.trial.at or self._clock.now()
            )
            self._to("entry")
        elif key == "2" and row.trial.invalid is not None and (row.trial.values or row.trial.could_not):
            self.post_message(self.Corrects(row.key, marked(row, None)))
        elif key == "2" and row.trial.invalid is None and row.trial.skipped is None:
            self._to("invalid")
        return True

    def _press_invalid(self, key: str) -> bool:
        row = self._rows[self._at]
        if key in BACK_KEYS:
            self._to("rows")
        elif key in INVALID:
            self.post_message(self.Corrects(row.key, marked(row, INVALID[key][0])))
        return True

    def _press_entry(self, key: str) -> bool:
        assert self._entering is not None
        row = self._rows[self._at]
        after = self._entering.press(key)
        if isinstance(after, Ended):
            self.post_message(self.Corrects(row.key, with_trial(row, after.out.trials[0])))
        elif after is None:
            self._to("rows")
        else:
            self._entering = after
            self.show()
        return True

    def _press_note(self, key: str) -> bool:
        if key == "escape":
            self._note = self.query_one(TextArea).text
            self._to("rows")
        return key == "escape"

    def _to(self, stage: Stage) -> None:
        self._stage = stage
        self.show()


_NOTE_KEYS = (Choice("escape", "done, back to the list"),)


class KeptWidget(StepWidget):
    """The last page: kept, and when the next one is."""

    def __init__(self, done: Done) -> None:
        super().__init__()
        self._facts = done

    def page(self) -> StepPage:
        """One or two sentences."""
        return kept_page(self._facts)

    def press(self, key: str) -> bool:
        """Enter closes; there is nothing to go back to."""
        if key == "enter" or key in BACK_KEYS:
            self.give(Acknowledged())
        return key == "enter" or key in BACK_KEYS
