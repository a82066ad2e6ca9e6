"""The page for a doctor: what is in it is chosen, read here first, and then written."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content

from strengthcheck.exchange.refused import Refused
from strengthcheck.host.files import FileRefused
from strengthcheck.report import Built
from strengthcheck.services.exporting import is_there
from strengthcheck.services.reporting import (
    page_facts,
    page_for_doctor,
    pdf_for_doctor,
    save_form,
    write_page,
)
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField, LinesScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown
from strengthcheck.views.asking import Question
from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.export_page import overwrite_question
from strengthcheck.views.form_page import with_name
from strengthcheck.views.page_data import PageData
from strengthcheck.views.page_holds import held_words, page_holds
from strengthcheck.views.page_text import preview_lines
from strengthcheck.views.report_page import (
    LEAD,
    NO_TEST_YET,
    SWITCHES,
    WHICH_TESTS,
    PageFacts,
    Wanted,
    marked_tests,
    missing_question,
    page_written,
    period_named,
    period_question,
    report_rows,
    sealed_note,
    sealed_question,
    switched,
    typed_period,
    with_tests,
)
from strengthcheck.views.typed import SPAN_LINES


class ReportScreen(Page[None]):
    """The choices; below them what the file will hold, and what it will not."""

    CSS_PATH = "report.tcss"
    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = (
        "This makes one page for a doctor. Choose a line by its key, or with the arrows and Enter.",
        "Notes, sleep, worry and your name are in it only if you choose them. The lines below the list say "
        "what the file will hold before it is written.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk; nothing is chosen yet."""
        super().__init__(desk)
        self._facts: PageFacts | None = None
        choices = PageChoices(today=desk.clock.now().date())
        self._wanted = Wanted(choices, desk.settings.read().paper)
        self._page: PageData | None = None
        self._busy = False
        """Something is being asked or written: a key pressed meanwhile begins no second one."""

    def body(self) -> ComposeResult:
        """What it is, the lines, what the file will hold."""
        yield Heading("Page for a doctor")
        yield Words(LEAD)
        yield Menu(name="choices", cut=True)
        yield Quiet(name="holds")
        yield Words(name="done")

    def on_screen_resume(self) -> None:
        """Look at the record: the form may have changed."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        self._facts = await self.desk.do(page_facts)
        self._show()
        # Read all the same while sealed: it is counted what the file would hold, and no value is shown.
        self._page = await self.desk.do(page_for_doctor, self._wanted.choices, unseal=True)
        self._show()

    def _show(self) -> None:
        facts = self._facts
        if facts is None:
            return
        menu = self.query_one(Menu)
        menu.show(MenuItem(r.name, r.key, r.label, r.hint) for r in report_rows(self._wanted, facts))
        if self.focused is None:
            menu.focus(scroll_visible=False)
        sealed, choices = bool(facts.sealed), self._wanted.choices
        held = (held_words(self._page, choices, sealed=sealed),) if self._page else ()
        note = (sealed_note(facts.sealed, facts.today),) if facts.sealed else ()
        self.query_one("#holds", Quiet).say("\n".join((*note, *held)))

    def _choose(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._page = None
        self.query_one("#done", Words).say("")
        self._show()
        self._look()

    @on(Menu.Chosen)
    @work(group="chosen")
    async def _chosen(self, chosen: Menu.Chosen) -> None:
        facts = self._facts
        if facts is None or self._busy:
            return
        self._busy = True
        try:
            await self._do(chosen.name, facts)
        finally:
            self._busy = False

    async def _do(self, name: str, facts: PageFacts) -> None:
        if name in SWITCHES:
            self._choose(switched(self._wanted, name))
        elif name == "paper":
            self._other_paper()
        elif name == "form":
            await self.app.push_screen_wait(page("form", self.desk))
        elif name == "read":
            self._read(facts)
        elif name == "period":
            await self._period(facts)
        elif name == "tests":
            await self._tests(facts)
        elif name == "name":
            await self._named(facts)
        else:
            await self._write(facts)

    def _other_paper(self) -> None:
        """The other size, kept for the next time."""
        self._choose(switched(self._wanted, "paper"))
        settings = self.desk.settings
        trouble = settings.write(settings.read()._replace(paper=self._wanted.paper))
        if trouble:
            self.tell(trouble, trouble=True)

    def _read(self, facts: PageFacts) -> None:
        if facts.sealed is not None:
            self.tell(sealed_note(facts.sealed, facts.today))
        elif self._page is None:
            self.tell("One moment: the record is being read.")
        else:
            self.app.push_screen(PreviewScreen(self.desk, self._page))

    async def _period(self, facts: PageFacts) -> None:
        answer = await self.ask(period_question(facts))
        if answer == "typed":
            await self.app.push_screen_wait(self._period_lines(facts))
        elif answer is not None:
            self._choose(period_named(self._wanted, answer, facts))

    def _period_lines(self, facts: PageFacts) -> LinesScreen:
        def take(typed: dict[str, str]) -> None:
            self._choose(typed_period(self._wanted, typed["since"], typed["until"], facts.today))

        fields = (FormField(*line) for line in SPAN_LINES)
        return LinesScreen(self.desk, "Which period?", ("An empty line is open on that side.",), fields, take)

    async def _tests(self, facts: PageFacts) -> None:
        if not facts.tests:
            self.tell(NO_TEST_YET)
            return
        marked = marked_tests(self._wanted.choices, facts)
        given = (*WHICH_TESTS, facts.tests, marked)
        names = await self.app.push_screen_wait(page("marks", self.desk, *given))
        if names is not None:
            self._choose(with_tests(self._wanted, names, facts))

    @told
    async def _named(self, facts: PageFacts) -> None:
        """On or off; asked for first where none is known."""
        if not facts.form.name and not self._wanted.choices.name:
            title, text = (
                "Name or initials",
                "At the top of the page, and kept for the next time.",
            )
            typed = await self.app.push_screen_wait(page("line", self.desk, title, text))
            if not typed:
                return
            await self.desk.do(save_form, with_name(facts.form, typed))
        self._choose(switched(self._wanted, "name"))

    async def _write(self, facts: PageFacts) -> None:
        """Ask what must be asked, then set and write it; the keys stay free all the while."""
        self.query_one("#done", Words).say("")
        if facts.sealed is not None:
            question = sealed_question(facts.sealed, facts.today)
            if await self.ask(question) != "yes":
                return
        chosen = self._wanted
        try:
            data = await self.desk.do(page_for_doctor, chosen.choices, unseal=True)
            held = "\n\n".join(page_holds(data, chosen.choices, sealed=bool(facts.sealed)))
            ask = page("line", self.desk, "Where should the file go?", held, str(facts.path), 4000)
            typed = await self.app.push_screen_wait(ask)
            if typed is None:
                return
            force = await self.desk.do(is_there, typed)
            if force and not await self._yes(overwrite_question(typed)):
                return
            await self._set(data, chosen, typed, force=force)
        except (Told, FileRefused, Refused) as e:
            self.tell(str(e), trouble=True)

    async def _set(self, data: PageData, chosen: Wanted, typed: str, *, force: bool) -> None:
        """Set the page in a thread of its own, so that neither keys nor the record wait for it."""
        self.tell("Setting the page …")
        built: Built = await asyncio.to_thread(pdf_for_doctor, data, chosen.paper, chosen.choices.today)
        if built.missing and not await self._yes(missing_question(built.missing)):
            self.tell("Nothing was written.")
            return
        self.tell("Writing the file …")
        done = await asyncio.to_thread(write_page, built, typed, force=force)
        self.tell("")
        self.query_one("#done", Words).say(page_written(done.path, done.size))
        self.call_after_refresh(self.query_one("#done").scroll_visible, animate=False)

    async def _yes(self, question: Question) -> bool:
        return await self.ask(question) == "yes"


class PreviewScreen(Page[None]):
    """The page's words and figures, in the order in which a doctor reads them. Charts are left to paper."""

    CSS_PATH = "report.tcss"
    OFFERS = ()
    ABOUT = ("What stands on the page. Arrows and PageDown scroll; Esc goes back.",)

    def __init__(self, desk: Desk, shown: PageData) -> None:
        """What is shown."""
        super().__init__(desk)
        self._shown = shown

    def body(self) -> ComposeResult:
        """The lines."""
        lines = (shown(strong, "bold") + shown(text) for strong, text in preview_lines(self._shown))
        yield Words(Content("\n").join(lines))
