"""Compare: the whole record at two times, left beside right, a line a test."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from strengthcheck.guide.entering import NotAValue
from strengthcheck.services.readings import pair_over_time, then_now
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.compare import ChooseNow, ChooseThen, OpenPair, ShowMore, ShowNumbers
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.readings import Widths, head_line, then_now_line
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Lead, Quiet, Words, shown
from strengthcheck.views.periods import (
    FIRST,
    HOW,
    LATEST,
    OWN,
    Period,
    offered,
    period_question,
    typed_period,
)
from strengthcheck.views.then_now import ABOUT, RowThenNow, ThenNow, figure_lines, said_of


class CompareScreen(Page[None]):
    """The whole record: what is said first, then a line a test, the gravest first."""

    CSS_PATH = "compare.tcss"
    NAMES_READING_ON = False  # the arrows are the list's: another key reads on
    OFFERS = (OpenPair, ChooseThen, ChooseNow, ShowNumbers, ShowMore)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "read_on(1)", "Read on", key_display="PgDn", priority=True),
        Binding("pageup", "read_on(-1)", show=False, priority=True),
    ]
    ABOUT = (
        *ABOUT,
        "Page Down reads on where more is said of a test than there is room for. “or more” stands where a "
        "try reached the time limit of its test.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._then, self._now = FIRST, LATEST
        self._found: ThenNow | None = None
        self._numbers = False
        self._more = False

    def body(self) -> ComposeResult:
        """What is said, the tests, what the one at hand says, one caveat last."""
        yield Heading("Compare")
        yield Lead(name="headline")
        yield Quiet(name="columns")
        yield Rows()
        yield Words(name="at-hand")
        yield Quiet(name="beside")
        yield Quiet(name="caveat")

    def on_mount(self) -> None:
        """A scrollbar takes its column from the room beside the text, so that no line of the table breaks."""
        column = self.query_one("#column")
        self.watch(column, "show_vertical_scrollbar", self._give_room)
        self.watch(column, "scroll_y", self.refresh_bindings)

    def _give_room(self, scrollbar: bool) -> None:
        self.query_one("#column").set_class(scrollbar, "-scrolls")
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """Read the record: something may have changed."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            self._found = await self.desk.do(then_now, self._then, self._now)
        except Told as e:
            self.query_one("#headline", Lead).say(str(e))
            return
        self._show()

    def _show(self) -> None:
        """All at once: one layout, one painting."""
        if self._found is not None:
            with self.app.batch_update():
                self._put(self._found)

    def _put(self, found: ThenNow) -> None:
        times = f"  {found.times}" if found.rows else ""
        self.query_one(Heading).say(Content.assemble(shown("Compare"), shown(times, "$quiet not bold")))
        self.query_one("#headline", Lead).say(found.lead)
        self.query_one("#caveat", Quiet).say(found.caveat)
        self.query_one("#beside", Quiet).say("\n".join(found.beside))
        self.query_one("#beside").set_class(not found.beside, "-none")
        self.query_one("#caveat").display = bool(found.caveat)
        widths = Widths(self._columns)
        rows = self.query_one(Rows)
        rows.show(Row(str(i), then_now_line(row, widths)) for i, row in enumerate(found.rows))
        self.query_one("#columns", Quiet).say(head_line(widths))
        self.set_class(not found.rows, "-bare")
        for part in ("#columns", "#at-hand", "Rows"):
            self.query_one(part).display = bool(found.rows)
        if found.rows:
            rows.focus()
        if found.unread:
            self.tell(" ".join(found.unread), trouble=True)
        self._show_at_hand()
        self.refresh_bindings()

    @property
    def _columns(self) -> int:
        """How wide a row is: the column without its padding, the list's scrollbar and its own padding."""
        return self.query_one("#column").content_size.width - 3

    def on_resize(self) -> None:
        """Another width is another table."""
        if self._found is not None:
            self.call_after_refresh(self._show)

    def _row(self) -> RowThenNow | None:
        name = self.query_one(Rows).current
        return None if self._found is None or name is None else self._found.rows[int(name)]

    @on(OptionList.OptionHighlighted)
    def _show_at_hand(self) -> None:
        row, found = self._row(), self._found
        if row is None or found is None:
            return
        tall, more = self.has_class("-tall"), self._more
        said = said_of(row, found.lead, whole=tall or more)
        lines = [Content.assemble(shown(f"{n}  " if n else "", "bold"), shown(text)) for n, text in said]
        if self._numbers:
            figures = figure_lines(row, found.then, found.now)
            lines = [*(shown(t) for t in figures), *(shown(r, "$quiet") for r in row.row.rules)]
        elif more and not tall:
            lines += [shown(t, "$quiet") for t in found.beside]
        self.query_one("#at-hand", Words).say(Content("\n").join(lines))
        self.query_one("#column").scroll_home(animate=False)
        self.refresh_bindings()

    def can(self, command: type[Command]) -> bool:
        """Nothing to open or choose while nothing can be compared; More only where there is more."""
        if command is ShowMore:
            return not self.has_class("-tall") and self._has_more
        if command not in self.OFFERS:
            return True
        found = self._found
        other_times = command not in (ChooseThen, ChooseNow) or (found is not None and not found.only_one)
        return bool(found and found.rows) and other_times

    @property
    def _has_more(self) -> bool:
        """Whether a small window leaves something out of what is said of the test at hand, or beside it."""
        row, found = self._row(), self._found
        if row is None or found is None:
            return False
        all_of, shown_of = (said_of(row, found.lead, whole=whole) for whole in (True, False))
        return bool(found.beside) or all_of != shown_of

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Read on only where what is said is longer than the window; else the key is the list's."""
        if action != "read_on":
            return super().check_action(action, parameters)
        column = self.query_one("#column")
        return column.scroll_y < column.max_scroll_y if parameters[0] == 1 else column.scroll_y > 0

    def action_read_on(self, pages: int) -> None:
        """Half a window on, or back."""
        column = self.query_one("#column")
        column.scroll_relative(y=pages * column.size.height // 2, animate=False)

    @on(ShowNumbers)
    def _show_numbers(self) -> None:
        self._numbers, self._more = not self._numbers, False
        self._show_at_hand()

    @on(ShowMore)
    def _show_more(self) -> None:
        self._numbers, self._more = False, not self._more
        self._show_at_hand()

    @on(ChooseThen)
    @work(exclusive=True, group="choose")
    async def _choose_then(self) -> None:
        chosen = await self._asked(earlier=True)
        if chosen is not None:
            self._then = chosen
            self._look()

    @on(ChooseNow)
    @work(exclusive=True, group="choose")
    async def _choose_now(self) -> None:
        chosen = await self._asked(earlier=False)
        if chosen is not None:
            self._now = chosen
            self._look()

    async def _asked(self, *, earlier: bool) -> Period | None:
        """The time that was chosen; None for Esc."""
        today = self.desk.clock.now().date()
        question = period_question(earlier, today)
        answer = await self.ask(question)
        if answer != OWN:
            return offered(today).get(answer or "")
        text, typed = HOW, ""
        while True:
            typed = await self.app.push_screen_wait(page("line", self.desk, question.title, text, typed))
            if typed is None:
                return None
            try:
                return typed_period(typed, today)
            except NotAValue as e:
                text = str(e)

    @on(OptionList.OptionSelected)
    @on(OpenPair)
    @work(exclusive=True, group="open")
    @told
    async def _open(self) -> None:
        row = self._row()
        if row is None:
            return
        given = await self.desk.do(pair_over_time, row.key, row.both)
        self.app.push_screen(page("pair", self.desk, given))
