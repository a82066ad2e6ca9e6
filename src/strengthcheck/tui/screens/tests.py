"""The list of tests, and the files of one's own that can't be read."""

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from strengthcheck.services.reading_tests import ReadTests, tests_to_read
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import ReadTest
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.opening import page
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Words, shown
from strengthcheck.views.test_page import Listed, list_lead, listed_test


class TestsScreen(ListPage[None]):
    """Every test, to be read in full."""

    CSS_PATH = "tests.tcss"
    OFFERS = (ReadTest,)
    ABOUT = (
        "Each test with its time. Open one to read how it is done, who leaves it out, what it can show.",
        "Tests are files. Your own go into a folder of their own; the end of the list says where.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._tests: frozenset[str] = frozenset()

    def body(self) -> ComposeResult:
        """The list."""
        yield Heading("Tests")
        yield Words(name="lead")
        yield Rows()

    def on_mount(self) -> None:
        """Read them."""
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        try:
            found = await self.desk.do(tests_to_read)
        except Told as e:
            self.query_one("#lead", Words).say(str(e))
            return
        own = sum(t.own for t in found.tests)
        self.query_one("#lead", Words).say(list_lead(own, found.broken))
        self._tests = frozenset(t.protocol.id for t in found.tests)
        self.show_rows(_rows(found))

    def can(self, command: type[Command]) -> bool:
        """Only a test can be read; a fault and the folder are lines to look at."""
        return (command is not ReadTest or self.at_hand in self._tests) and super().can(command)

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    @on(ReadTest)
    def _open(self) -> None:
        name = self.at_hand
        if name in self._tests:
            self.app.push_screen(page("test", self.desk, name))


def _rows(found: ReadTests) -> list[Row]:
    """The faults are news, and stand first. Each line can be gone to, so that every one can be seen."""
    rows = [Row(f"fault {i}", shown(fault, "$warning")) for i, fault in enumerate(found.faults)]
    if rows:
        rows.append(Row(None, shown("")))
    for test in found.tests:  # the empty line between two belongs to neither
        rows += [_row(listed_test(test.protocol, test.own)), Row(None, shown(""))]
    rows.append(Row("folder", shown(f"Tests of your own go here: {found.folder}", "$quiet")))
    return rows


def _row(test: Listed) -> Row:
    return Row(
        test.id,
        Content.assemble(
            shown(test.title, "bold"), shown(f"   {test.about}\n", "$quiet"), shown(test.summary)
        ),
    )
