"""Compare: left beside right, now beside then; and the page of one test."""

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from strengthcheck.services.readings import comparison
from strengthcheck.tui.commands.compare import OpenPair, ShowNumbers
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.chart import ChartView
from strengthcheck.tui.widgets.lines import LEFT, QUIET, RIGHT
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Lead, Quiet, Words, shown
from strengthcheck.views.compare import CompareRow, CompareSide
from strengthcheck.views.pair_page import PairPage

TITLE_WIDTH = 32
SIDE_WIDTH = 30
NAME_WIDTH = 15


class CompareScreen(Page[None]):
    """The whole record: what is said first, then a line a test, the gravest first."""

    CSS_PATH = "compare.tcss"
    OFFERS = (OpenPair,)
    ABOUT = (
        "Each test, left beside right, against your own usual range.",
        "Open one to see it over time, with its numbers and the rule that spoke.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._pages: tuple[PairPage, ...] = ()

    def body(self) -> ComposeResult:
        """What is said, the tests, one caveat last."""
        yield Heading("Compare")
        yield Lead(name="headline")
        yield Rows()
        yield Quiet(name="caveat")

    def on_mount(self) -> None:
        """Read the record."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            found = await self.desk.do(comparison)
        except Told as e:
            self.query_one("#headline", Lead).say(str(e))
            return
        self._pages = found.pages
        self.query_one("#headline", Lead).say(found.lead)
        self.query_one("#caveat", Quiet).say(found.caveat)
        self.query_one(Rows).show(Row(str(i), compare_line(p.row)) for i, p in enumerate(found.pages))
        self.query_one(Rows).focus()

    @on(OptionList.OptionSelected)
    @on(OpenPair)
    def _open(self) -> None:
        name = self.query_one(Rows).current
        if name is not None:
            self.app.push_screen(PairScreen(self.desk, self._pages[int(name)]))


class PairScreen(Page[None]):
    """One test over time."""

    CSS_PATH = "compare.tcss"
    OFFERS = (ShowNumbers,)
    ABOUT = (
        "Left and right over time, each against its own usual range. Hollow points are not compared.",
        "Numbers shows which rule spoke and with what figures, so that you can recompute it.",
    )

    def __init__(self, desk: Desk, given: PairPage) -> None:
        """What is shown."""
        super().__init__(desk)
        self._given = given

    def body(self) -> ComposeResult:
        """Sentences, both sides, the chart, the numbers on demand."""
        given = self._given
        yield Heading(given.title)
        yield Quiet(given.about)
        yield Words("\n\n".join(s.text for s in given.row.said), name="said")
        yield Words(Content("\n").join(side_line(s) for s in given.row.sides), name="sides")
        yield ChartView(name="chart")
        yield Quiet(given.legend, name="legend")
        yield Quiet("\n".join(given.row.rules), name="rules")

    def on_mount(self) -> None:
        """Draw; the numbers wait to be asked for."""
        self.query_one(ChartView).show(self._given.spec)
        self.query_one("#legend").display = bool(self._given.legend)
        self.query_one("#rules").display = False

    @on(ShowNumbers)
    def _numbers(self) -> None:
        rules = self.query_one("#rules")
        rules.display = not rules.display
        if rules.display:
            rules.scroll_visible(animate=False)


def compare_line(row: CompareRow) -> Content:
    """The test; its course in the same line when it is the same on all sides, else each side below."""
    title = " · ".join(part for part in (row.name, row.measure_word) if part)
    courses = {side.course for side in row.sides}
    if len(courses) == 1:
        where = "left and right: " if len(row.sides) > 1 else ""
        return shown(f"{title.ljust(TITLE_WIDTH)}{where}{courses.pop()}")
    cells = "".join(f"{side.name}: {side.course}".ljust(SIDE_WIDTH) for side in row.sides)
    return Content.assemble(shown(title, "bold"), "\n", shown(f"    {cells}".rstrip(), "bold"))


def side_line(side: CompareSide) -> Content:
    """One side: its course, and its figures below."""
    style = {"left": LEFT, "right": RIGHT}.get(side.side, "")
    figures = [f"usual {side.usual}"] if side.usual else []
    if side.latest:
        change = f" ({side.change})" if side.change else ""
        figures.append(f"latest {side.latest}{change}, {side.latest_on}")
    name = shown(side.name.ljust(NAME_WIDTH), style)
    below = f"\n{' ' * NAME_WIDTH}{' · '.join(figures)}" if figures else ""
    return Content.assemble(name, shown(side.course), shown(below, QUIET))
