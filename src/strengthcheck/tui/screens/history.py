"""History: every check, newest first, and the bin."""

from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from strengthcheck.services.editing import bring_back
from strengthcheck.services.history import binned, history, short_names
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import BringBack, OpenBin, OpenCheck, UndoDelete
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.lines import history_line
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Words
from strengthcheck.views.history import HistoryRow, bin_lead, bin_row, history_lead, history_rows


class HistoryScreen(Page[None]):
    """All checks; one is opened with all its trials."""

    CSS_PATH = "history.tcss"
    OFFERS = (OpenCheck, UndoDelete, OpenBin)
    ABOUT = (
        "Every check that was kept, newest first. Extra checks are kept too; they are never compared.",
        "Open one to see every trial, to write a note, or to say that a trial does not count.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._deleted: UUID | None = None

    def body(self) -> ComposeResult:
        """How many, then the lines."""
        yield Heading("History")
        yield Words(name="lead")
        yield Rows()

    def on_screen_resume(self) -> None:
        """Look anew: a check may have changed."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        today = self.desk.clock.now().date()
        try:
            found = await self.desk.do(history)
        except Told as e:
            self.query_one("#lead", Words).say(str(e))
            return
        self.query_one("#lead", Words).say(history_lead(len(found.checks), found.in_bin))
        self.query_one(Rows).show(_lines(history_rows(found.checks, found.names, today)))
        self.query_one(Rows).focus()

    @on(OptionList.OptionSelected)
    @on(OpenCheck)
    def _open(self) -> None:
        name = self.query_one(Rows).current
        if name is not None:
            self.app.push_screen(page("check", self.desk, UUID(name)), self._came_back)

    def _came_back(self, deleted: UUID | None) -> None:
        self._deleted = deleted
        self.tell("In the bin. u brings it back." if deleted else "")
        self.refresh_bindings()

    def can(self, command: type[Command]) -> bool:
        """Undo only after a check was deleted here."""
        return command is not UndoDelete or self._deleted is not None

    @on(UndoDelete)
    @work(exclusive=True, group="undo")
    async def _undo(self) -> None:
        if self._deleted is None:
            return
        try:
            await self.desk.do(bring_back, self._deleted)
        except Told as e:
            self.tell(str(e), trouble=True)
            return
        self._came_back(None)
        self.tell("It is back, as it was.")
        self._look()

    @on(OpenBin)
    def _bin(self) -> None:
        self._came_back(None)
        self.app.push_screen(BinScreen(self.desk))


class BinScreen(Page[None]):
    """Deleted checks, to bring back."""

    CSS_PATH = "history.tcss"
    OFFERS = (BringBack,)
    ABOUT = ("What was deleted stays here, whole, until it is brought back.",)

    def body(self) -> ComposeResult:
        """How many, then the lines."""
        yield Heading("The bin")
        yield Words(name="lead")
        yield Rows()

    def can(self, command: type[Command]) -> bool:
        """Bringing back only while something is there."""
        return command is not BringBack or self.query_one(Rows).current is not None

    def on_mount(self) -> None:
        """Look what is there."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        today = self.desk.clock.now().date()
        try:
            names = await self.desk.do(short_names)
            found = await self.desk.do(binned)
        except Told as e:
            self.query_one("#lead", Words).say(str(e))
            return
        self.query_one("#lead", Words).say(bin_lead(len(found)))
        self.query_one(Rows).show(_lines(tuple(bin_row(b.check, b.deleted_at, names, today) for b in found)))
        self.query_one(Rows).focus()
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    @on(BringBack)
    @work(exclusive=True, group="back")
    async def _bring_back(self) -> None:
        name = self.query_one(Rows).current
        if name is None:
            return
        try:
            await self.desk.do(bring_back, UUID(name))
        except Told as e:
            self.tell(str(e), trouble=True)
            return
        self.tell("It is back in History, as it was.")
        self._look()


def _lines(rows: tuple[HistoryRow, ...]) -> list[Row]:
    return [Row(str(row.check), history_line(row)) for row in rows]
