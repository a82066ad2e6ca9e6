"""The bin: deleted checks, to bring back or to erase for good."""

from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from strengthcheck.services.editing import bring_back, empty_bin
from strengthcheck.services.history import binned, short_names
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import BringBack, EmptyBin
from strengthcheck.tui.desk import Told
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.lines import history_list
from strengthcheck.tui.widgets.rows import Rows
from strengthcheck.tui.widgets.words import Heading, Words
from strengthcheck.views.history import BRING_BACK, bin_lead, bin_row, emptied_words, empty_bin_question


class BinScreen(ListPage[None]):
    """Deleted checks, the last one first."""

    CSS_PATH = "history.tcss"
    OFFERS = (BringBack, EmptyBin)
    ABOUT = (
        "What was deleted stays here, whole, until it is brought back or the bin is emptied.",
        "Emptying erases it for good, and asks before. Backups that were made before still hold it.",
    )

    _any = False
    """Whether something is in it."""

    def body(self) -> ComposeResult:
        """How many, then the lines."""
        yield Heading("The bin")
        yield Words(name="lead")
        yield Rows()

    def can(self, command: type[Command]) -> bool:
        """Nothing to bring back or erase while the bin is empty."""
        return command not in self.OFFERS or self._any

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
        self._any = bool(found)
        lead = bin_lead(len(found))
        self.query_one("#lead", Words).say(f"{lead} {BRING_BACK}" if found else lead)
        rows = (bin_row(b.check, b.deleted_at, names, today) for b in found)
        self.show_rows(history_list(rows))

    @on(OptionList.OptionSelected)
    @on(BringBack)
    @work(exclusive=True, group="change")
    @told
    async def _bring_back(self) -> None:
        name = self.at_hand
        if name is None:
            return
        await self.desk.do(bring_back, UUID(name))
        self.tell("It is back in History, as it was.")
        self._look()

    @on(EmptyBin)
    @work(exclusive=True, group="change")
    @told
    async def _empty(self) -> None:
        question = empty_bin_question(self.query_one(Rows).option_count)
        if await self.ask(question) != "yes":
            return
        count = await self.desk.do(empty_bin)
        self.tell(emptied_words(count))
        self._look()
