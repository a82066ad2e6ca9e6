"""Export: the record as a file, for oneself, for a spreadsheet, or for another system."""

from textual import on, work
from textual.app import ComposeResult

from strengthcheck.services.exporting import Exported, ExportFacts, export_facts, is_there
from strengthcheck.services.reporting import export_holds, write_export
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Words
from strengthcheck.views.export_page import (
    KINDS,
    LEAD,
    overwrite_question,
    sealed_export_question,
    table_question,
    written,
)


class ExportScreen(Page[None]):
    """Which kind of file; then what it will hold, where it goes, and where it went."""

    CSS_PATH = "export.tcss"
    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = (
        "The whole record is the file to keep: the same program reads it back in, strengthcheck import FILE.",
        "A file that is there is never replaced without asking.",
    )

    def body(self) -> ComposeResult:
        """The kinds, and what came of it."""
        yield Heading("Export")
        yield Words(LEAD)
        yield Menu((MenuItem(k.name, k.key, k.label, k.hint) for k in KINDS), name="kinds")
        yield Words(name="done")

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one(Menu).focus(scroll_visible=False)

    @on(Menu.Chosen)
    @work(exclusive=True)
    @told
    async def _chosen(self, chosen: Menu.Chosen) -> None:
        self.tell("")
        self.query_one("#done", Words).say("")
        done = await self._write(chosen.name)
        if done is not None:
            self.query_one("#done", Words).say(written(done.path, done.size))

    async def _write(self, kind: str) -> Exported | None:
        """Ask what must be asked, then write; None when an answer was no. Raises Told."""
        facts: ExportFacts = await self.desk.do(export_facts)
        if facts.sealed and await self.ask(sealed_export_question(facts.sealed)) != "yes":
            return None
        notes = await self.ask(table_question()) if kind == "csv" else "no"
        if notes is None:
            return None
        held = "\n\n".join(export_holds(facts, kind, notes=notes == "yes"))
        usual = str(facts.path_for(kind))
        asked = page("line", self.desk, "Where should the file go?", held, usual, 4000)
        typed = await self.app.push_screen_wait(asked)
        if typed is None:
            return None
        force = await self.desk.do(is_there, typed)
        if force and await self.ask(overwrite_question(typed)) != "yes":
            return None
        unseal = bool(facts.sealed)
        return await self.desk.do(write_export, typed, kind, notes=notes == "yes", force=force, unseal=unseal)
