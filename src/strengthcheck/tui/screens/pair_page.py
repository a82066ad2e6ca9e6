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
from strengthcheck.tui.widgets.readings import NOTE, side_lines, stop_lines
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown
from strengthcheck.views.chart_spec import Spec
from strengthcheck.views.pair_page import PairPage, ViewName, nearest_stop

LEAST_NOTE = 20
"""Characters of a note that are shown in any window."""

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
        ShowNumbers,
        FirstCheck,
        LastCheck,
    )
    ABOUT = (
        "Left and right over time, each with its own usual range. The arrows walk from check to check; below "
        "the chart stands what was measured and written there. A click does the same.",
        "Hollow points and × are kept and not compared. ≈ at the corner: the axis begins above 0.",
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
        yield Quiet(name="legend")
        yield Words(name="stop")
        yield Quiet(name="caveat")

    def on_mount(self) -> None:
        """Draw; the figures wait to be asked for."""
        self._show()

    def _show(self) -> None:
        given, view = self._given, self._given.view(self._view)
        about = shown(f"  {given.about}", "$quiet not bold")
        self.query_one(Heading).say(Content.assemble(shown(given.title), about))
        first, *rest = view.said or given.row.said
        self.query_one("#said", Words).say(first.text)
        self.query_one("#more", Words).say("\n".join(s.text for s in rest))
        self.query_one("#more").set_class(not rest, "-none")
        self.set_class(self._view != "time", "-aside")
        self.query_one("#legend", Quiet).say(view.legend)
        self.query_one("#caveat", Quiet).say(view.caveat.text if view.caveat else "")
        self.query_one("#caveat").set_class(view.caveat is None, "-none")
        self._show_figures()
        spec = self._spec()
        self.query_one(ChartView).show(spec, self._at)
        self.query_one(ChartView).set_class(bool(spec.names), "-rungs")
        self._show_stop()
        self.refresh_bindings()

    def _show_figures(self) -> None:
        row = self._given.row
        rules = [shown(r, "$quiet") for r in row.rules]
        apart = [Content("")] if rules else []
        lines = [*side_lines(row, self._columns), *apart, *rules]
        self.query_one("#figures", Words).say(Content("\n").join(lines))

    @property
    def _columns(self) -> int:
        """How wide a line is beside the scrollbar."""
        return self.query_one("#column").content_size.width - 1

    def on_resize(self) -> None:
        """Another width has other lines."""
        self.call_after_refresh(self._show_figures)
        self.call_after_refresh(self._show_stop)

    def _spec(self) -> Spec:
        spec = self._given.view(self._view).spec
        start = self._given.year_start
        return spec.since(start) if self._year and start is not None else spec

    @property
    def _at(self) -> date | None:
        return self._given.stops[self._stop].on if self._given.stops else None

    def _show_stop(self) -> None:
        if self._given.stops:
            lines = 2 if self.has_class("-tall") else 1
            room = max(lines * (self._columns - len(NOTE)), LEAST_NOTE)
            self.query_one("#stop", Words).say(stop_lines(self._given.stops[self._stop], room))

    def _go(self, to: int) -> None:
        """The cursor on another check, of those that are drawn."""
        if not self._given.stops:
            return
        start = self._given.year_start if self._year else None
        first = next((i for i, s in enumerate(self._given.stops) if start is None or s.on >= start), 0)
        self._stop = min(max(to, first), len(self._given.stops) - 1)
        self.query_one(ChartView).point(self._at)
        self._show_stop()

    def can(self, command: type[Command]) -> bool:
        """Only the views there are, but for the one at hand; a year alone only of a longer record."""
        if command in VIEWS:
            name = VIEWS[command]
            there = {"time": True, "gap": self._given.gap is not None, "shape": self._given.shape is not None}
            return there[name] and name != self._view
        if command in (EarlierCheck, LaterCheck, OpenAtCursor, FirstCheck, LastCheck):
            return bool(self._given.stops)
        return command is not ShowYear or self._given.year_start is not None

    @on(EarlierCheck)
    def _earlier(self) -> None:
        self._go(self._stop - 1)

    @on(LaterCheck)
    def _later(self) -> None:
        self._go(self._stop + 1)

    @on(FirstCheck)
    def _first(self) -> None:
        self._go(0)

    @on(LastCheck)
    def _last(self) -> None:
        self._go(len(self._given.stops) - 1)

    @on(ChartView.Pointed)
    def _pointed(self, pointed: ChartView.Pointed) -> None:
        self._go(nearest_stop(self._given.stops, pointed.day))

    @on(ShowOverTime)
    @on(ShowGap)
    @on(ShowShape)
    def _look_otherwise(self, command: Command) -> None:
        self._view = VIEWS[type(command)]
        self.remove_class("-numbers")  # a chart was asked for
        self._show()

    @on(ShowYear)
    def _look_at_year(self) -> None:
        self._year = not self._year
        self._go(self._stop)
        self._show()

    @on(ShowNumbers)
    def _numbers(self) -> None:
        self.toggle_class("-numbers")

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
        self._stop = nearest_stop(given.stops, at) if at is not None else len(given.stops) - 1
        self._show()
