"""A doctor's visit: when, who, what was found."""

from datetime import date

from textual import work
from textual.app import ComposeResult

from strengthcheck.services.seal import seal_of
from strengthcheck.services.visits import enter_visit
from strengthcheck.tui.commands.everywhere import GoOn
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField, FormScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.words import Heading, Words
from strengthcheck.views.dates import date_words
from strengthcheck.views.visits import (
    LEAD,
    VisitView,
    entered_view,
    found_named,
    found_question,
    new_visit,
    visit_facts,
)


class VisitScreen(FormScreen):
    """Three lines, then what was found."""

    ABOUT = (
        "Enter a visit at which a doctor examined you. A loss you told before it then counts as seen.",
        "It also ends a seal until you have seen a doctor, if you sealed your values before it.",
        "Enter or Tab goes to the next line; F2 goes on, Esc leaves it.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        today = desk.clock.now().date()
        super().__init__(
            desk,
            "A doctor's visit",
            (LEAD,),
            (
                FormField("day", "When", date_words(today, today), "24 November, or yesterday"),
                FormField("who", "Who", "", "my GP"),
                FormField("more", "What was said", note="may be left empty"),
            ),
        )

    def keep(self, typed: dict[str, str]) -> None:
        """Ask what was found, and keep it."""
        on, who = visit_facts(typed["day"], typed["who"], self.desk.clock.now().date())
        self._asking(on, who, typed["more"])

    @work(exclusive=True)
    @told
    async def _asking(self, on: date, who: str, more: str) -> None:
        question = found_question(on, who, await self.desk.do(seal_of))
        found = found_named(await self.ask(question) or "")
        if found is None:
            return
        today = self.desk.clock.now().date()
        visit = new_visit(on, who, found, more)
        entered = await self.desk.do(enter_visit, visit)
        said = entered_view(visit, entered.still_open, today, entered.held)
        await self.app.push_screen_wait(SaidScreen(self.desk, said))
        self.dismiss(True)


class SaidScreen(Page[None]):
    """A few sentences to read, then on."""

    OFFERS = (GoOn,)
    ABOUT = ("Enter goes on.",)

    def __init__(self, desk: Desk, given: VisitView) -> None:
        """What is said."""
        super().__init__(desk)
        self._given = given

    def body(self) -> ComposeResult:
        """The sentences."""
        yield Heading(self._given.title)
        yield Words("\n\n".join(self._given.said))

    def on_go_on(self) -> None:
        """Back to where it came from."""
        self.dismiss(None)
