"""The summary before keeping, and the page after it."""

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import TextArea

from strengthcheck.guide.state import Sitting
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import Acknowledged, SummaryAnswer
from strengthcheck.tui.widgets.steps.asked import AskedWidget
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.asking import BACK_KEYS
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.summing import Corrected, SummaryAsking
from strengthcheck.views.summary import Done, kept_page, trial_rows


class SummaryWidget(AskedWidget[SummaryAnswer | Corrected]):
    """All trials in a list; one can be opened to correct it. Enter keeps the check."""

    asking: SummaryAsking

    class Corrects(Message):
        """One trial should be otherwise."""

        def __init__(self, wish: Corrected) -> None:
            super().__init__()
            self.key = wish.key
            self.answer = wish.answer

    def __init__(self, sitting: Sitting, clock: Clock, *, sealed: str = "") -> None:
        former = sitting.answer("summary", SummaryAnswer)
        note = former.note if former else ""
        super().__init__(SummaryAsking(trial_rows(sitting, bool(sealed)), clock.now(), note, sealed=sealed))

    def compose(self) -> ComposeResult:
        """The page; while a note is written, its field."""
        yield from super().compose()
        if self.asking.stage == "note":
            field = TextArea(self.asking.note, id="note")
            field.cursor_blink = False
            yield field

    def press(self, key: str) -> bool:
        """The way back out of the note takes what was written."""
        if key == "escape" and self.asking.stage == "note":
            self.follow(self.asking.answered(self.query_one(TextArea).text))
            return True
        return super().press(key)

    def corrected(self, sitting: Sitting) -> None:
        """The trials as they are now."""
        self.asking = self.asking.corrected(trial_rows(sitting, bool(self.asking.sealed)))
        self.show()

    def ended(self, out: SummaryAnswer | Corrected) -> None:
        """Keep the check, or wish one trial otherwise."""
        if isinstance(out, Corrected):
            self.post_message(self.Corrects(out))
        else:
            self.give(out)


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
