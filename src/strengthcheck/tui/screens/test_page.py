"""One test, to be read."""

from markdown_it import MarkdownIt
from textual import work
from textual.app import ComposeResult
from textual.widgets import Markdown

from strengthcheck.services.reading_tests import one_to_read
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.views.test_page import prose_of


def prose_parser() -> MarkdownIt:
    """Headings, lists and emphasis, and nothing else: a link, an image or HTML stays the text it is."""
    return MarkdownIt("zero").enable(["heading", "list", "emphasis", "escape", "newline"])


class TestScreen(Page[None]):
    """The whole of a test's file, as prose."""

    CSS_PATH = "test_page.tcss"
    OFFERS = ()
    ABOUT = ("Everything about one test. Arrows, Page Up and Page Down move through it.",)

    def __init__(self, desk: Desk, name: str) -> None:
        """Which test, by its id."""
        super().__init__(desk)
        self._test = name

    def body(self) -> ComposeResult:
        """The prose."""
        yield Markdown(parser_factory=prose_parser, open_links=False)

    def on_mount(self) -> None:
        """Read it."""
        self._look()

    @work(exclusive=True)
    @told
    async def _look(self) -> None:
        found = await self.desk.do(one_to_read, self._test)
        await self.query_one(Markdown).update(prose_of(found.protocol, found.own))
