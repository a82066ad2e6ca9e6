"""The page of one test: its chart with a cursor that walks the checks, sentences, figures on demand."""

from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content

from strengthcheck.services.readings import pair_over_time
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.compare import (
    EarlierCheck,
    FirstCheck,
    LastCheck,
    LaterCheck,
    OpenAtCursor,
    ShowAll,
    ShowGap,
    ShowNumbers,
    ShowOverTime,
    ShowShape,
    ShowYear,
)
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.chart import ChartView
from strengthcheck.tui.widgets.readings import line_count, rule_lines, side_lines, stop_lines, stop_rows
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown
from strengthcheck.views.pair_page import PairPage, ViewName, nearest_stop
from strengthcheck.views.said import Said, above_chart

LEAST_STOP, MOST_ROWS, MOST_ROWS_TALL = 4, 6, 9
"""Lines at the cursor; what has no place there is on the check's own page."""

LEAST_CHART = 10
"""Lines that the chart and its legend keep."""

WIDEST, AROUND = 140, 8
"""Cells of the column, and those beside its words."""

BESIDE = 10
"""Cells of the chart beside its plot: ticks, and the newest values."""

VIEWS: dict[type[Command], ViewName] = {ShowOverTime: "time", ShowGap: "gap", ShowShape: "shape"}


class PairScreen(Page[None]):
    """One test over time."""

    CSS_PATH = "pair_page.tcss"
    SCROLLS = "#column"
    OFFERS = (
        EarlierCheck,
        LaterCheck,
        OpenAtCursor,
        ShowOverTime,
        ShowGap,
        ShowShape,
        ShowYear,
        ShowAll,
        ShowNumbers,
        FirstCheck,
        LastCheck,
    )
    ABOUT = (
        "Left and right over time, each with its own usual range. The arrows walk from check to check; below "
        "the chart stands what was measured and written there. A click does the same.",
        "◉: left and right in one place. Hollow points are kept and not compared; nor are ⊗ and ↓ of the "
        "left, ⊠ and ⇣ of the right, × and ⇊ of both. ≈ at the corner: the axis begins above 0.",
        "Numbers shows the figures and the rule that spoke.",
    )

    def __init__(self, desk: Desk, given: PairPage) -> None:
        """What is shown."""
        super().__init__(desk)
        self._given = given
        self._view: ViewName = "time"
        self._year = False
        self._stop = given.at

    def body(self) -> ComposeResult:
        """Sentences, the chart with its signs, what stands at the cursor; or the figures."""
        yield Heading()
        yield Words(name="said")
        yield Words(name="more")
        yield Words(name="figures")
        yield ChartView(name="chart")
        yield Words(name="stop")
        yield Quiet(name="caveat")

    def on_mount(self) -> None:
        """Draw; the figures wait to be asked for."""
        self._year = self._given.opens_on_year(self._columns - BESIDE)
        self._show()

    def _show(self) -> None:
        given, view = self._given, self._given.view(self._view)
        about = shown(f"  {given.about}", "$quiet not bold")
        self.query_one(Heading).say(Content.assemble(shown(given.title), about))
        self._show_said()
        self.set_class(self._view != "time", "-aside")
        self.query_one("#caveat", Quiet).say(view.caveat.text if view.caveat else "")
        self.query_one("#caveat").set_class(view.caveat is None, "-none")
        self._show_figures()
        spec = self._given.drawn(self._view, year=self._year)
        self.query_one(ChartView).show(spec, self._at)
        self.query_one(ChartView).set_class(bool(spec.names), "-rungs")
        self._show_stop()
        self.refresh_bindings()

    def _show_said(self) -> None:
        first, rest = above_chart(self._said())
        self.query_one("#said", Words).say("\n".join(s.text for s in first))
        self.query_one("#more", Words).say("\n".join(s.text for s in rest))
        self.query_one("#more").set_class(not rest, "-none")

    def _said(self) -> tuple[Said, ...]:
        """The sentences of the view at hand that this window has room for."""
        return self._given.said(self._view, small=not self.has_class("-tall"))

    def _show_figures(self) -> None:
        row = self._given.row
        rules = rule_lines(row.rules, self._columns)
        apart = [Content("")] if rules else []
        lines = [*side_lines(row, self._columns), *apart, *rules]
        self.query_one("#figures", Words).say(Content("\n").join(lines))

    @property
    def _columns(self) -> int:
        """How wide a line is, or will be."""
        laid_out = self.query_one("#column").scrollable_content_region.width
        return laid_out or min(self.app.size.width, WIDEST) - AROUND

    def on_resize(self) -> None:
        """Another size has other sentences and lines."""
        self.call_after_refresh(self._show_said)
        self.call_after_refresh(self._show_figures)
        self.call_after_refresh(self._show_stop)

    @property
    def _at(self) -> date | None:
        return self._given.stops[self._stop].on if self._given.stops else None

    def _show_stop(self) -> None:
        """What stands at the cursor; as high on every check, so that the chart stays where it is."""
        stops = self._given.stops
        if not stops:
            return
        notes, rows = 2 if self.has_class("-tall") else 1, self._stop_rows()
        words = self.query_one("#stop", Words)
        words.say(stop_lines(stops[self._stop], self._columns, notes, rows or 0))
        words.styles.height = rows or "auto"

    def _stop_rows(self) -> int | None:
        """How many lines are kept for what stands at the cursor; None where the page scrolls instead."""
        if self.has_class("-short") or self.has_class("-numbers"):
            return None
        tall = self.has_class("-tall")
        wanted = stop_rows(self._given.stops, self._columns, 2 if tall else 1)
        if tall:
            return min(wanted, MOST_ROWS_TALL)
        words = [*self._said(), self._given.view(self._view).caveat]
        taken = 1 + sum(line_count(said.text, self._columns) for said in words if said is not None)
        room = (self.query_one("#column").size.height or self.app.size.height - 1) - taken - LEAST_CHART
        return max(LEAST_STOP, min(wanted, MOST_ROWS, room))

    def _go(self, to: int) -> None:
        """The cursor on another check, of those that are drawn."""
        if not self._given.stops:
            return
        self._stop = self._drawn(to)
        self.query_one(ChartView).point(self._at)
        self._show_stop()

    def _drawn(self, to: int) -> int:
        """That check, or the nearest one that is drawn."""
        first = self._given.first_stop(self._view, year=self._year)
        return min(max(to, first), len(self._given.stops) - 1)

    def can(self, command: type[Command]) -> bool:
        """Only what there is, but for what is seen: the views; a year alone, or all of a longer record."""
        if command in VIEWS:
            name = VIEWS[command]
            there = {"time": True, "gap": self._given.gap is not None, "shape": self._given.shape is not None}
            return there[name] and (name != self._view or self.has_class("-numbers"))
        if command is OpenAtCursor:
            return bool(self._given.stops)
        if command in (EarlierCheck, LaterCheck, FirstCheck, LastCheck):
            return len(self._given.stops) > 1
        if command in (ShowYear, ShowAll):
            drawn = self.has_class("-tall") or not self.has_class("-numbers")
            return drawn and self._given.can_be_cut(self._view) and self._year == (command is ShowAll)
        return True

    @on(EarlierCheck)
    @on(LaterCheck)
    def _step(self, command: Command) -> None:
        self._go(self._stop + (1 if isinstance(command, LaterCheck) else -1))

    @on(FirstCheck)
    @on(LastCheck)
    def _jump(self, command: Command) -> None:
        self._go(len(self._given.stops) - 1 if isinstance(command, LastCheck) else 0)

    @on(ChartView.Pointed)
    def _pointed(self, pointed: ChartView.Pointed) -> None:
        self._go(nearest_stop(self._given.stops, pointed.day))

    @on(ShowOverTime)
    @on(ShowGap)
    @on(ShowShape)
    def _look_otherwise(self, command: Command) -> None:
        self._view = VIEWS[type(command)]
        self.remove_class("-numbers")  # a chart was asked for
        self._stop = self._drawn(self._stop)
        self._show()

    @on(ShowYear)
    @on(ShowAll)
    def _look_at_year(self) -> None:
        self._year = not self._year
        self._go(self._stop)
        self._show()

    @on(ShowNumbers)
    def _numbers(self) -> None:
        self.toggle_class("-numbers")
        self._show_stop()
        self.refresh_bindings()

    @on(OpenAtCursor)
    def _open(self) -> None:
        if self._given.stops:
            check = self._given.stops[self._stop].check
            self.app.push_screen(
                page("check", self.desk, check, self._given.row.key.protocol), self._came_back
            )

    def _came_back(self, _: object) -> None:
        """The check may have been changed, or put into the bin."""
        self._read_anew()

    @work(exclusive=True, group="look")
    async def _read_anew(self) -> None:
        try:
            given = await self.desk.do(pair_over_time, self._given.row.key, self._given.row.is_both)
        except Told:
            self.dismiss()  # the last value of this test is gone
            return
        at = self._at
        self._given = given
        self._stop = self._drawn(nearest_stop(given.stops, at) if at is not None else len(given.stops) - 1)
        self._show()
