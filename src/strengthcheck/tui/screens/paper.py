"""A check done on paper or at a clinic: when, whether planned, which tests, then a sheet for each."""

from datetime import datetime

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.paper import PaperFacts, paper_facts, planned_on, save_paper
from strengthcheck.tui.commands.records import NextPage
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.marks import Marks
from strengthcheck.tui.widgets.sheet import SheetFields, line_field
from strengthcheck.tui.widgets.words import Heading, Lead, Quiet, Words
from strengthcheck.views.asking import leave_paper_question, planned_question
from strengthcheck.views.dates import date_words
from strengthcheck.views.paper import Filled, Sheet, how_to_type, paper_check, result_of, sheets, typed_moment


class PaperScreen(Page[bool]):
    """One thing a page; Enter goes on, Esc goes back one. Gives back whether a check was kept."""

    CSS_PATH = "paper.tcss"
    OFFERS = (NextPage,)
    ABOUT = (
        "For a check that was done on paper or at a clinic. Nothing is kept until the last page is done.",
        "Enter or Tab goes to the next field; F2 goes on to the next page. Esc goes back one.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._facts = PaperFacts((), {})
        self._when: datetime | None = None
        self._typed_when = ("", "")
        self._planned = True
        self._chosen: tuple[Protocol, ...] = ()
        self._filled: dict[int, Filled] = {}
        self._at = -2
        """-2 when, -1 which tests, then the sheet's number."""

    def body(self) -> ComposeResult:
        """A page at a time."""
        yield Heading("A check done on paper")
        yield Quiet(name="where")
        yield Lead(name="title")
        yield Words(name="text")
        yield Vertical(id="fields")

    def on_mount(self) -> None:
        """Read which tests there are."""
        today = self.desk.clock.now().date()
        self._typed_when = (date_words(today, today), "")
        self._load()

    @work(exclusive=True)
    @told
    async def _load(self) -> None:
        self._facts = await self.desk.do(paper_facts)
        await self._show()

    @property
    def _sheets(self) -> tuple[Sheet, ...]:
        return sheets(self._chosen)

    async def _show(self) -> None:
        self.tell("")
        if self._at == -2:
            day, clock = self._typed_when
            fields = [
                line_field("day", "Date", day, "2026-11-20"),
                line_field("clock", "Time", clock, "9:30"),
            ]
            await self._put("", "When was it done?", "Enter goes to the next field, and then on.", *fields)
        elif self._at == -1:
            marked = [p.id for p in self._chosen]
            tests = Marks(((p.id, p.title) for p in self._facts.tests), marked)
            await self._put("", "Which tests were done?", "Space marks a test, Enter goes on.", tests)
        else:
            await self._show_sheet()

    async def _show_sheet(self) -> None:
        sheet = self._sheets[self._at]
        known = self._filled.get(self._at)
        used = known.used if known else self._facts.objects.get(sheet.protocol.id, "")
        fields = SheetFields(sheet, known.typed if known else {}, used)
        where = f"{self._at + 1} of {len(self._sheets)}"
        await self._put(where, sheet.title, how_to_type(sheet), fields)

    async def _put(self, where: str, title: str, text: str, *widgets: Widget) -> None:
        self.query_one("#where", Quiet).say(where)
        self.query_one("#where").display = bool(where)
        self.query_one("#title", Lead).say(title)
        self.query_one("#text", Words).say(text)
        place = self.query_one("#fields", Vertical)
        await place.remove_children()
        await place.mount(*widgets)
        self.query_one("#page").scroll_home(animate=False)
        first = next((w for w in place.query("*") if w.focusable), None)
        if first is not None:
            first.focus(scroll_visible=False)
        self.refresh_bindings()

    @on(Input.Submitted)
    def _next_field(self, submitted: Input.Submitted) -> None:
        fields = list(self.query_one("#fields").query(Input))
        if submitted.input is fields[-1]:
            self._go_on()
        else:
            fields[fields.index(submitted.input) + 1].focus()

    @on(NextPage)
    def _save_text(self) -> None:
        self._go_on()

    @on(Marks.Done)
    async def _tests(self, done: Marks.Done) -> None:
        if not done.names:
            self.tell("Mark at least one test with Space.", trouble=True)
            return
        chosen = tuple(p for p in self._facts.tests if p.id in done.names)
        if chosen != self._chosen:
            self._chosen, self._filled = chosen, {}
        self._at = 0
        await self._show()

    @work(exclusive=True)
    async def _go_on(self) -> None:
        try:
            await self._take()
        except (NotAValue, Told) as e:
            self.tell(str(e), trouble=True)

    async def _take(self) -> None:
        """Read the page; raises NotAValue or Told when it can't be."""
        if self._at == -1:
            self.query_one(Marks).post_message(Marks.Done(self.query_one(Marks).names))
            return
        if self._at == -2:
            await self._take_when()
            return
        fields = self.query_one(SheetFields)
        filled = Filled(self._sheets[self._at], fields.typed(), fields.used())
        result_of(filled)
        self._filled[self._at] = filled
        if self._at + 1 < len(self._sheets):
            self._at += 1
            await self._show()
        else:
            await self._keep()

    async def _take_when(self) -> None:
        day, clock = (self.query_one(f"#{n}", Input).value for n in ("day", "clock"))
        self._typed_when = (day, clock)
        self._when = typed_moment(day, clock, self.desk.clock.now())
        usual = await self.desk.do(planned_on, self._when.date())
        answer = await self.ask(planned_question(usual))
        if answer is None:
            return
        self._planned = answer == "yes"
        self._at = -1
        await self._show()

    async def _keep(self) -> None:
        if self._when is None:
            return
        filled = [self._filled[i] for i in sorted(self._filled)]
        await self.desk.do(save_paper, paper_check(self._when, self._planned, filled))
        self.leave_with(True)

    def leave(self) -> None:
        """Back one page; from the first one out, and nothing is kept."""
        if self._at == -2:
            self._leaving()
            return
        self._at -= 1
        self.run_worker(self._show(), exclusive=True)

    @work(exclusive=True, group="leave")
    async def _leaving(self) -> None:
        if self._filled and await self.ask(leave_paper_question()) != "yes":
            return
        self.leave_with(False)
