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

TITLE_WIDTH = 30
SIDE_WIDTH = 32


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
        yield ChartView(name="chart")
        yield Quiet(given.legend, name="legend")
        yield Words(Content("\n").join(side_line(s) for s in given.row.sides), name="sides")
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
    """The test, then each side in its place."""
    title = " · ".join(part for part in (row.name, row.measure_word) if part)
    cells = [shown(_cut(title, TITLE_WIDTH))]
    for side in row.sides:
        style = {"left": LEFT, "right": RIGHT}.get(side.side, "")
        text = f"{side.name}: {side.course}"
        cells.append(shown(_cut(text, SIDE_WIDTH), style if side.course not in ("as usual",) else QUIET))
    return Content("").join(cells)


def side_line(side: CompareSide) -> Content:
    """One side's figures in a line."""
    style = {"left": LEFT, "right": RIGHT}.get(side.side, "")
    parts = [side.course]
    if side.usual:
        parts.append(f"usual {side.usual}")
    if side.latest:
        parts.append(f"latest {side.latest} on {side.latest_on}")
    if side.change:
        parts.append(f"{side.change} against usual")
    return Content.assemble(shown(side.name.ljust(14), style), shown(" · ".join(parts)))


def _cut(text: str, width: int) -> str:
    return (text if len(text) < width else f"{text[: width - 2]}…").ljust(width)
