"""A part of the doctor's form, written freely."""

from textual.app import ComposeResult

from strengthcheck.tui.desk import Desk
from strengthcheck.tui.screens.note import NoteArea, NoteScreen
from strengthcheck.tui.widgets.words import Heading, Words


class ProseScreen(NoteScreen):
    """Gives back the text, or None when it stays as it was."""

    CSS_PATH = "note.tcss"
    ABOUT = (
        "Write it in your own words; it may stay empty. F2 keeps it; Esc leaves, and asks first when "
        "something changed.",
    )

    def __init__(self, desk: Desk, title: str, lead: str, text: str) -> None:
        """What is asked, and the text as it is."""
        super().__init__(desk, title, text)
        self._lead = lead

    def body(self) -> ComposeResult:
        """The question, then one field."""
        yield Heading(self._title)
        yield Words(f"{self._lead} F2 keeps it.")
        area = NoteArea(self._before, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        area.cursor_blink = False
        yield area
