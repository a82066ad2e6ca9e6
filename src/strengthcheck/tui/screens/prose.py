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

    def __init__(self, desk: Desk, title: str, lead: str, text: str, trouble: str = "") -> None:
        """What is asked, the text as it is, and why it could not be kept, if it could not."""
        super().__init__(desk, title, text)
        self._lead = lead
        self._trouble = trouble

    def on_mount(self) -> None:
        """Say why the text is here again; it is not kept yet, and leaving would ask."""
        if self._trouble:
            self._before = ""
            self.tell(self._trouble, trouble=True)

    def body(self) -> ComposeResult:
        """The question, then one field."""
        yield Heading(self._title)
        yield Words(f"{self._lead} F2 keeps it.")
        yield NoteArea(self._before)
