"""History: every check, newest first; filtered, as a calendar, or one opened."""

from datetime import date
from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from strengthcheck.services.editing import bring_back
from strengthcheck.services.history import History, history
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import (
    ClearFilter,
    FilterInvalid,
    FilterKind,
    FilterSide,
    FilterTest,
    FilterTime,
    OpenBin,
    OpenCalendar,
    OpenCheck,
    UndoDelete,
)
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.lines import history_list
from strengthcheck.tui.widgets.rows import Rows
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.history import ABOUT, history_lead, history_rows
from strengthcheck.views.history_filter import (
    Filter,
    filter_words,
    folded,
    matching,
    next_kind,
    next_side,
    period_question,
    typed_period,
    which_test_question,
    with_period,
)
from strengthcheck.views.typed import SPAN_LINES

LOOKS: frozenset[type[Command]] = frozenset(
    {FilterTest, FilterSide, FilterTime, FilterKind, FilterInvalid, OpenCalendar}
)
"""What needs checks to look at."""


class HistoryScreen(ListPage[None]):
    """All checks; one is opened with all its trials."""

    CSS_PATH = "history.tcss"
    OFFERS = (
        OpenCheck,
        UndoDelete,
        ClearFilter,
        FilterTest,
        FilterSide,
        FilterTime,
        FilterKind,
        FilterInvalid,
        OpenCalendar,
        OpenBin,
    )
    ABOUT = ABOUT

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._deleted: UUID | None = None
        self._found = History((), {}, 0)
        self._wanted = Filter()
        self._any = False

    def body(self) -> ComposeResult:
        """How many, what is looked for, then the lines."""
        yield Heading("History")
        yield Words(name="lead")
        yield Quiet(name="filter")
        yield Rows()

    def on_screen_resume(self) -> None:
        """Look anew: a check may have changed."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            self._found = await self.desk.do(history)
        except Told as e:
            self.query_one("#lead", Words).say(str(e))
            return
        self._show()

    def _show(self) -> None:
        today = self.desk.clock.now().date()
        found, wanted = self._found, self._wanted
        shown = matching(found.checks, wanted)
        self._any = bool(shown)
        lead = history_lead(len(shown), folded(found.checks, wanted), found.in_bin, narrowed=wanted.narrows)
        self.query_one("#lead", Words).say(lead)
        said = filter_words(wanted, found.names, today)
        self.query_one("#filter", Quiet).say(said)
        self.query_one("#filter").display = bool(said)
        rows = history_rows(shown, found.names, today, found.double)
        self.show_rows(history_list(rows))

    def _look_for(self, wanted: Filter) -> None:
        self._wanted = wanted
        self.tell("")
        self._show()

    @on(OptionList.OptionSelected)
    @on(OpenCheck)
    def _open(self) -> None:
        name = self.at_hand
        if name is not None:
            self.app.push_screen(page("check", self.desk, UUID(name)), self._came_back)

    def _came_back(self, deleted: UUID | None) -> None:
        self._deleted = deleted
        self.tell("In the bin. u brings it back." if deleted else "")
        self.refresh_bindings()

    def can(self, command: type[Command]) -> bool:
        """Undo only after a check was deleted here; nothing to look for while nothing is there."""
        if command is UndoDelete:
            return self._deleted is not None
        if command is ClearFilter:
            return self._wanted.narrows
        if command is OpenCheck:
            return self._any
        if command is OpenBin:
            return self._found.in_bin > 0
        return command not in LOOKS or bool(self._found.checks)

    @on(UndoDelete)
    @work(exclusive=True, group="undo")
    @told
    async def _undo(self) -> None:
        if self._deleted is None:
            return
        await self.desk.do(bring_back, self._deleted)
        self._came_back(None)
        self.tell("It is back, as it was.")
        self._look()

    @on(ClearFilter)
    def _clear(self) -> None:
        self._look_for(Filter())

    @on(FilterKind)
    def _kind(self) -> None:
        self._look_for(next_kind(self._wanted))

    @on(FilterSide)
    def _side(self) -> None:
        self._look_for(next_side(self._wanted))

    @on(FilterInvalid)
    def _invalid(self) -> None:
        self._look_for(self._wanted._replace(invalid=not self._wanted.invalid))

    @on(FilterTest)
    @work(exclusive=True, group="filter")
    async def _test(self) -> None:
        question = which_test_question(self._found.checks, self._found.names)
        answer = await self.ask(question)
        if answer is not None:
            self._look_for(self._wanted._replace(test=answer or None))

    @on(FilterTime)
    @work(exclusive=True, group="filter")
    async def _time(self) -> None:
        today = self.desk.clock.now().date()
        answer = await self.ask(period_question())
        if answer == "typed":
            await self.app.push_screen_wait(self._typing(today))
        elif answer is not None:
            self._look_for(with_period(self._wanted, answer, today))

    def _typing(self, today: date) -> Page[bool]:
        from strengthcheck.tui.screens.form import (  # rarely: not before the first paint
            FormField,
            LinesScreen,
        )

        def take(typed: dict[str, str]) -> None:
            self._wanted = typed_period(self._wanted, typed["since"], typed["until"], today)

        fields = (FormField(*line) for line in SPAN_LINES)
        return LinesScreen(self.desk, "Which time?", ("A line may stay empty.",), fields, take)

    @on(OpenCalendar)
    def _calendar(self) -> None:
        self.app.push_screen(page("calendar", self.desk))

    @on(OpenBin)
    def _bin(self) -> None:
        self._came_back(None)
        self.app.push_screen(page("bin", self.desk))
