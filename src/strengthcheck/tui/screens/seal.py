"""Seal results until a date or a visit, or take the seal off."""

from datetime import date

from textual import on, work
from textual.app import ComposeResult

from strengthcheck.services.plan import seal_until
from strengthcheck.services.seal import sealed_until
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField, FormScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Words
from strengthcheck.views.sealed import UNTIL_VISIT, seal_question, sure_question, typed_seal


class SealScreen(Page[None]):
    """One question; what is chosen holds at once."""

    OFFERS = ()
    ABOUT = (
        "While results are sealed no page, export or list shows a value. Checks go on as ever.",
        "A loss, the questions before a check, and what is worth showing to a doctor are still said.",
    )

    def body(self) -> ComposeResult:
        """The question, then its answers."""
        yield Heading(name="title")
        yield Words(name="text")
        yield Menu(name="answers")

    def on_mount(self) -> None:
        """Ask how it stands."""
        self._look()

    @work(exclusive=True)
    @told
    async def _look(self) -> None:
        until = await self.desk.do(sealed_until)
        question = seal_question(until, self.desk.clock.now().date())
        self.query_one("#title", Heading).say(question.title)
        self.query_one("#text", Words).say(question.text)
        menu = self.query_one(Menu)
        menu.show(MenuItem(a.name, a.key, a.label, a.hint) for a in question.answers)
        menu.focus(scroll_visible=False)

    @on(Menu.Chosen)
    @work(exclusive=True)
    @told
    async def _chosen(self, chosen: Menu.Chosen) -> None:
        if chosen.name == "date":
            done = await self.app.push_screen_wait(SealDateScreen(self.desk))
            if not done:
                return
        elif chosen.name == "visit" and not await self._sure():
            return
        elif chosen.name in ("visit", "open"):
            await self.desk.do(seal_until, UNTIL_VISIT if chosen.name == "visit" else None)
        self.leave_with(None)

    async def _sure(self) -> bool:
        return await self.ask(sure_question()) == "yes"


class SealDateScreen(FormScreen):
    """Until which day?"""

    def __init__(self, desk: Desk) -> None:
        """One line."""
        field = FormField("until", "Until", "", "24 December")
        super().__init__(desk, "Seal until a date", ("On that day values are shown again.",), (field,))

    def keep(self, typed: dict[str, str]) -> None:
        """Seal until that day."""
        self._sealing(typed_seal(typed["until"], self.desk.clock.now().date()))

    @work(exclusive=True)
    @told
    async def _sealing(self, day: date) -> None:
        await self.desk.do(seal_until, day)
        self.leave_with(True)
