"""Export: the whole record as one file."""

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input

from strengthcheck.services.exporting import ExportFacts, export_facts, export_to, is_there
from strengthcheck.tui.desk import Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.field import LineField
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.export_page import overwrite_question, what_is_in_it, written


class ExportScreen(Page[None]):
    """Says what the file will hold, asks where, and then where it went."""

    CSS_PATH = "export.tcss"
    OFFERS = ()
    ABOUT = (
        "The file holds everything, and the same program reads it back in: strengthcheck import FILE.",
        "Enter writes it to the place in the field. A file that is there is never replaced without asking.",
    )

    def body(self) -> ComposeResult:
        """What will be in it, the place, and what came of it."""
        yield Heading("Export")
        yield Words(name="about")
        yield LineField(name="path", most=4000)
        yield Quiet("Enter writes the file. ~ is your home folder.")
        yield Words(name="done")

    def on_mount(self) -> None:
        """Look what there is."""
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        try:
            facts: ExportFacts = await self.desk.do(export_facts)
        except Told as e:
            self.query_one("#about", Words).say(str(e))
            return
        held = what_is_in_it(facts.checks, facts.in_bin, facts.others, facts.tests)
        self.query_one("#about", Words).say("\n\n".join(held))
        field = self.query_one(Input)
        field.value = str(facts.path)
        field.focus()

    @on(Input.Submitted)
    @work(exclusive=True)
    async def _write(self, submitted: Input.Submitted) -> None:
        typed = submitted.value
        self.query_one("#done", Words).say("")
        try:
            force = await self.desk.do(is_there, typed)
            if force:
                answer = await self.app.push_screen_wait(page("ask", self.desk, overwrite_question(typed)))
                if answer != "yes":
                    return
            done = await self.desk.do(export_to, typed, force=force)
        except Told as e:
            self.tell(str(e), trouble=True)
            return
        self.tell("")
        self.query_one("#done", Words).say(written(done.path, done.size))
