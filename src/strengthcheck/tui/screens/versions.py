"""What a check was before each change; of two current versions one is chosen."""

from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from strengthcheck.services.editing import choose_version
from strengthcheck.services.history import Kept, check_versions
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import ChooseVersion, OpenVersion
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.lines import check_rows, version_line
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.check_page import CheckView, day_lines, note_words
from strengthcheck.views.versions import (
    KEYS,
    LEAD,
    NOTHING_MORE,
    TWO_KEYS,
    TWO_LEAD,
    Version,
    choose_version_question,
    version_view,
    versions,
)


class VersionsScreen(ListPage[None]):
    """Every version, the newest first, with date, reason and what changed."""

    CSS_PATH = "history.tcss"
    OFFERS = (OpenVersion, ChooseVersion)
    ABOUT = (
        "Nothing is ever overwritten: each change made a new version, and the earlier ones stay here.",
        "Enter reads one in full. Where joining two records left two current ones, c chooses which counts.",
    )

    def __init__(self, desk: Desk, check: UUID) -> None:
        """Of which check."""
        super().__init__(desk)
        self._check = check
        self._kept: Kept | None = None
        self._versions: tuple[Version, ...] = ()

    def body(self) -> ComposeResult:
        """What it is, then the lines."""
        yield Heading("Versions of this check")
        yield Words(name="lead")
        yield Rows()

    def on_mount(self) -> None:
        """Read them."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            kept = self._kept = await self.desk.do(check_versions, self._check)
        except Told as e:
            self.query_one("#lead", Words).say(str(e))
            return
        today = self.desk.clock.now().date()
        self._versions = versions(
            kept.revisions, kept.heads, kept.current, kept.tests, today, sealed=bool(kept.sealed)
        )
        self.query_one("#lead", Words).say(
            f"{TWO_LEAD} {TWO_KEYS}" if len(kept.heads) > 1 else f"{LEAD} {KEYS}"
        )
        self.show_rows(Row(v.revision, version_line(v)) for v in self._versions)

    def can(self, command: type[Command]) -> bool:
        """A choice only where two versions are current."""
        return command is not ChooseVersion or (self._kept is not None and len(self._kept.heads) > 1)

    @on(OptionList.OptionSelected)
    @on(OpenVersion)
    def _open(self) -> None:
        name = self.at_hand
        kept = self._kept
        found = next((r for r in kept.revisions if r.id == name), None) if kept is not None else None
        version = next((v for v in self._versions if v.revision == name), None)
        if kept is None or found is None or version is None:
            return
        view = version_view(found, kept.tests, sealed=kept.sealed)
        if view is None:
            self.tell(NOTHING_MORE)
            return
        self.app.push_screen(VersionScreen(self.desk, f"{version.when}, {version.reason}", view))

    @on(ChooseVersion)
    @work(exclusive=True, group="change")
    @told
    async def _choose(self) -> None:
        answer = await self.ask(choose_version_question(self._versions))
        if answer is None:
            return
        await self.desk.do(choose_version, self._check, answer)
        self.tell("This version counts now. The other one stays here.")
        self._look()


class VersionScreen(ListPage[None]):
    """One version in full, to be read."""

    CSS_PATH = "check_page.tcss"
    OFFERS = ()
    ABOUT = ("The check as it was in this version. It can't be changed here.",)

    def __init__(self, desk: Desk, title: str, view: CheckView) -> None:
        """What to show."""
        super().__init__(desk)
        self._title = title
        self._view = view

    def body(self) -> ComposeResult:
        """The day, the note, the trials."""
        yield Heading(self._title)
        yield Quiet("\n".join(day_lines(self._view)))
        yield Words(note_words(self._view.note), name="note")
        yield Rows()

    def on_mount(self) -> None:
        """Show the trials."""
        self.query_one("#note").display = bool(self._view.note)
        self.show_rows(check_rows(self._view))
