"""One line of text, asked for."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.field import LineField
from strengthcheck.tui.widgets.words import Heading, Words


class LineScreen(Page[str | None]):
    """Gives back what was typed, which may be empty, or None for Esc."""

    CSS_PATH = "line.tcss"
    OFFERS = ()
    ABOUT = ("Type, then Enter. Esc goes back without an answer.",)

    def __init__(self, desk: Desk, title: str, text: str, before: str = "", most: int = 200) -> None:
        """What to ask, and what stands there already."""
        super().__init__(desk)
        self._asked = title, text
        self._before = before
        self._most = most

    def body(self) -> ComposeResult:
        """The question and one field."""
        title, text = self._asked
        yield Heading(title)
        yield Words(text)
        yield LineField(self._before, most=self._most)

    @on(Input.Submitted)
    def _typed(self, submitted: Input.Submitted) -> None:
        self.leave_with(submitted.value.strip())

    def leave(self) -> None:
        """Esc answers nothing."""
        self.leave_with(None)
