"""The reading room: a list of topics, and each topic with its sources."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import NextTopic
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Words, shown
from strengthcheck.views.understand import LEAD, SOURCES, Statement, TopicPage, topic_lines, topic_page


class UnderstandScreen(Page[None]):
    """The topics; the question most come with stands first."""

    CSS_PATH = "understand.tcss"
    OFFERS = ()
    ABOUT = (
        "What real weakness looks like over time, what twitching usually is, what these tests can't show.",
        "Choose a topic by its number, or with the arrows and Enter. Nothing here needs a test.",
    )

    def body(self) -> ComposeResult:
        """The list."""
        yield Heading("Understand")
        yield Words(LEAD)
        yield Menu((MenuItem(t.id, str(i), t.title) for i, t in enumerate(topic_lines(), 1)), name="topics")

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one(Menu).focus(scroll_visible=False)

    @on(Menu.Chosen)
    def _open(self, chosen: Menu.Chosen) -> None:
        self.app.push_screen(TopicScreen(self.desk, topic_page(chosen.name)))


class TopicScreen(Page[None]):
    """One topic."""

    CSS_PATH = "understand.tcss"
    OFFERS = (NextTopic,)
    ABOUT = (
        "Statements with the place each comes from. Arrows, Page Up and Page Down move through them.",
        SOURCES,
    )

    def __init__(self, desk: Desk, given: TopicPage) -> None:
        """What is read."""
        super().__init__(desk)
        self._given = given

    def body(self) -> ComposeResult:
        """The statements, each over its source."""
        yield Heading(self._given.title)
        for statement in self._given.statements:
            yield Words(_statement(statement), classes="statement")

    def can(self, command: type[Command]) -> bool:
        """A next topic only where there is one."""
        return command is not NextTopic or self._given.after is not None

    @on(NextTopic)
    def _next(self) -> None:
        if self._given.after is not None:
            self.app.switch_screen(TopicScreen(self.desk, topic_page(self._given.after)))


def _statement(statement: Statement) -> Content:
    return Content.assemble(shown(f"{statement.text}\n"), shown(statement.source, "$quiet"))
