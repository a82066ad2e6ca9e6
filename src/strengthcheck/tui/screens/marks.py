"""A list to mark lines in, asked for."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult

from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.marks import Marks
from strengthcheck.tui.widgets.words import Heading, Words


class MarksScreen(Page[tuple[str, ...] | None]):
    """Gives back the names of the marked lines, or None for Esc."""

    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = ("Space or a line's number marks it or takes the mark away. Enter is done; Esc changes nothing.",)

    def __init__(
        self, desk: Desk, title: str, text: str, lines: Iterable[tuple[str, str]], marked: Iterable[str]
    ) -> None:
        """What to ask, the lines as names with their words, and which are marked already."""
        super().__init__(desk)
        self._asked = title, text
        self._lines = tuple(lines)
        self._marked = tuple(marked)

    def body(self) -> ComposeResult:
        """The question and its lines."""
        title, text = self._asked
        yield Heading(title)
        yield Words(f"{text} Space marks, Enter goes on.".strip())
        yield Marks(self._lines, self._marked)

    def on_mount(self) -> None:
        """The question stays in view, however many lines there are."""
        self.query_one(Marks).focus(scroll_visible=False)

    @on(Marks.Done)
    def _done(self, done: Marks.Done) -> None:
        self.leave_with(done.names)

    def leave(self) -> None:
        """Esc changes nothing."""
        self.leave_with(None)
