"""A file joined to the record, or a backup put in its place: first what it would do, then whether."""

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from strengthcheck.host.files import FileRefused
from strengthcheck.host.folders import Folders
from strengthcheck.services.exporting import path_of
from strengthcheck.services.importing import join, look_into
from strengthcheck.services.setting import known_backups
from strengthcheck.services.upkeep import restore
from strengthcheck.tui.desk import Told
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.field import LineField
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.settings_page import (
    RESTORE_LEAD,
    counts_question,
    import_lead,
    joined_words,
    nothing_new_words,
    restore_question,
    restored_words,
)

LONGEST_PATH = 4000
FILE_HINT = "where the file is, such as ~/strengthcheck-2026-11-20.json"


class ImportScreen(Page[None]):
    """Counts what is new in a file; joins it when that is wanted."""

    CSS_PATH = "files.tcss"
    OFFERS = ()
    ABOUT = (
        "Type where the file is, then Enter. First it is only counted; then it asks.",
        "Nothing of yours is replaced or taken away, and a backup is made before.",
    )

    class Going(Message):
        """What is going on, told from the thread that does it."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def body(self) -> ComposeResult:
        """What it does, the place, what came of it."""
        yield Heading("Join a file to the record")
        yield Words("\n\n".join(import_lead()))
        yield LineField(name="path", hint=FILE_HINT, most=LONGEST_PATH)
        yield Quiet("Enter goes on. ~ is your home folder.")
        yield Words(name="done")

    def on_mount(self) -> None:
        """The field takes the keys."""
        self.query_one(Input).focus()

    @on(Going)
    def _going(self, going: Going) -> None:
        self.query_one("#done", Words).say(going.words)

    @on(Input.Submitted)
    @work(exclusive=True)
    async def _named(self, submitted: Input.Submitted) -> None:
        self.tell("")
        try:
            self.query_one("#done", Words).say(await self._joined(submitted.value))
        except Told as e:
            self.query_one("#done", Words).say("")
            self.tell(str(e), trouble=True)

    def _going_on(self, words: str) -> None:
        """Called in the thread of the record."""
        self.post_message(self.Going(words))

    async def _joined(self, typed: str) -> str:
        """What came of it, in words."""
        looked = await self.desk.do(look_into, typed, self._going_on)
        new, same, changed = looked.counts
        if not new and not changed:
            return nothing_new_words(same)
        question = counts_question(new, same, changed)
        if await self.ask(question) != "yes":
            return ""
        done = await self.desk.do(join, looked, self._going_on)
        return joined_words(done.new, done.changed)


class RestoreScreen(Page[None]):
    """A backup in the record's place; what it replaces is kept."""

    CSS_PATH = "files.tcss"
    OFFERS = ()
    ABOUT = (
        "Type where the backup is, then Enter; it asks once more. The newest one stands there already.",
        "The record as it is now is kept beside it, whole.",
    )

    def body(self) -> ComposeResult:
        """What it does, the place, what came of it."""
        yield Heading("Put a backup back")
        yield Words(RESTORE_LEAD)
        yield LineField(name="path", hint="where the backup is", most=LONGEST_PATH)
        yield Quiet(name="there")
        yield Quiet("Enter asks once more. ~ is your home folder.")
        yield Words(name="done")

    def on_mount(self) -> None:
        """The newest backup stands in the field."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        field = self.query_one(Input)
        field.focus()
        try:
            known = await self.desk.do(known_backups)
        except Told:
            return  # a record that can't be read is just what a backup is for
        self.query_one("#there", Quiet).say(known.said)
        if known.newest is not None and not field.value:
            field.value = str(known.newest)

    @on(Input.Submitted)
    @work(exclusive=True, group="change")
    async def _named(self, submitted: Input.Submitted) -> None:
        try:
            source = path_of(submitted.value)
        except FileRefused as e:
            self.tell(str(e), trouble=True)
            return
        if await self.ask(restore_question(str(source))) != "yes":
            return
        await self._put_back(source)

    @told
    async def _put_back(self, source: Path) -> None:
        clock = self.desk.clock

        def doing(folders: Folders) -> Path | None:
            return restore(folders, str(source), clock)

        kept = await self.desk.replace(doing)
        self.tell("")
        self.query_one("#done", Words).say(restored_words(str(kept) if kept else None))
