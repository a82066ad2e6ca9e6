"""The days with a check, month by month. Nothing is counted."""

from textual import events, on, work
from textual.app import ComposeResult

from strengthcheck.services.history import history
from strengthcheck.services.sitting import timing
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import EarlierMonths, LaterMonths
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.months import Months
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.calendar import LEAD, Shown, first_shown, legend, moved, shown_months


class CalendarScreen(Page[None]):
    """As many months as there is room for, the latest last."""

    CSS_PATH = "history.tcss"
    OFFERS = (EarlierMonths, LaterMonths)
    ABOUT = (
        "Days with a planned check, an extra one, and the next date. Most days are empty, and that is right.",
        "The arrows go to earlier and later months.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._shown: Shown | None = None

    def body(self) -> ComposeResult:
        """What it is, the months, what the signs mean."""
        yield Heading("Calendar")
        yield Words(LEAD)
        yield Months()
        yield Quiet(name="legend")

    def on_mount(self) -> None:
        """Read the days."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        found = await self.desk.do(history)
        when = await self.desk.do(timing)
        self._shown = first_shown(found.checks, when.due.on, when.today)
        self._show()

    def _show(self) -> None:
        if self._shown is not None:
            months = self.query_one(Months)
            shown = shown_months(self._shown, months.room(self.size.height))
            months.show(shown)
            self.query_one("#legend", Quiet).say(legend(shown))
            self.refresh_bindings()

    def on_resize(self, _: events.Resize) -> None:
        """More or fewer months."""
        self._show()

    def can(self, command: type[Command]) -> bool:
        """Earlier while there are checks before, later up to the next date."""
        if command in self.OFFERS and self._shown is None:
            return False
        if command is EarlierMonths:
            return self._shown is not None and self._shown.earlier
        return command is not LaterMonths or (self._shown is not None and self._shown.later)

    @on(EarlierMonths)
    def _earlier(self) -> None:
        self._move(-1)

    @on(LaterMonths)
    def _later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if self._shown is not None:
            by *= self.query_one(Months).columns
            self._shown = self._shown._replace(last=moved(self._shown.last, by))
            self._show()
