"""A note, written or changed."""

from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import TextArea

from strengthcheck.tui.commands.records import SaveText
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.words import Heading, Quiet
from strengthcheck.views.asking import unsaved_question
from strengthcheck.views.displayable import displayable

MOST = 100_000
"""The most characters a note can have."""


class NoteArea(TextArea):
    """A field for prose, written on at its end.

    What is pasted is made visible first, so that it can't drive the terminal.
    """

    def __init__(self, text: str) -> None:
        """What stands in it already."""
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = displayable(event.text, newlines=True)
        await super()._on_paste(event)


class NoteScreen(Page[str | None]):
    """Gives back the note, or None when it stays as it was."""

    CSS_PATH = "note.tcss"
    OFFERS = (SaveText,)
    ABOUT = (
        "Write what you want to remember. F2 keeps it; Esc leaves, and asks first when something changed.",
    )

    def __init__(self, desk: Desk, title: str, note: str) -> None:
        """The check's title, and the note as it is."""
        super().__init__(desk)
        self._title = title
        self._before = displayable(note, newlines=True)

    def body(self) -> ComposeResult:
        """One field."""
        yield Heading(f"Note to {self._title}")
        area = NoteArea(self._before)
        yield area
        yield Quiet("F2 keeps the note. An empty one takes it away.")

    @property
    def _now(self) -> str:
        return self.query_one(NoteArea).text.rstrip()

    @on(SaveText)
    def _save(self) -> None:
        if len(self._now) > MOST:
            self.tell(f"A note can have {MOST} characters; this one has {len(self._now)}.", trouble=True)
            return
        self.leave_with(self._now if self._now != self._before.rstrip() else None)

    @work(exclusive=True)
    async def _leaving(self) -> None:
        answer = await self.ask(unsaved_question())
        if answer == "keep":
            self._save()
        elif answer == "drop":
            self.leave_with(None)

    def leave(self) -> None:
        """Ask when something was changed."""
        if self._now == self._before.rstrip():
            self.leave_with(None)
        else:
            self._leaving()
