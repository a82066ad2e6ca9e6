"""One question with a few answers, asked before something that matters."""

from textual import on
from textual.app import ComposeResult

from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Words
from strengthcheck.views.asking import Question


class AskScreen(Page[str | None]):
    """Gives back the name of the answer chosen, or None for Esc."""

    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = ("Choose with the arrows and Enter, with the key in front of an answer, or by a click.",)

    def __init__(self, desk: Desk, question: Question) -> None:
        """What to ask."""
        super().__init__(desk)
        self._question = question

    def body(self) -> ComposeResult:
        """The question, then its answers."""
        yield Heading(self._question.title)
        yield Words(self._question.text)
        menu = Menu(MenuItem(a.name, a.key, a.label, a.hint) for a in self._question.answers)
        names = [a.name for a in self._question.answers]
        menu.cursor = names.index(self._question.now) if self._question.now in names else 0
        yield menu

    def on_mount(self) -> None:
        """The question stays in view, however long its answers are."""
        self.query_one(Menu).focus(scroll_visible=False)

    @on(Menu.Chosen)
    def _chosen(self, chosen: Menu.Chosen) -> None:
        self.leave_with(chosen.name)

    def leave(self) -> None:
        """Esc answers nothing."""
        self.leave_with(None)
