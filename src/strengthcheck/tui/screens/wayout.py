"""Fewer checks, or none: what is proposed, and the choice."""

from textual import on, work
from textual.app import ComposeResult

from strengthcheck.services.wayout import choose_way, leaving
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.wayout import WayOutView, way_out_view


class WayOutScreen(Page[str]):
    """One proposal with its reason; every choice can be changed later. Gives back what holds from then on."""

    CSS_PATH = "wayout.tcss"
    OFFERS = ()
    ABOUT = (
        "Stopping is what this is for. Nothing here asks you to come back, and nothing is deleted.",
        "“Something I can no longer do” stays on Home, whatever you choose.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._view: WayOutView | None = None

    def body(self) -> ComposeResult:
        """What is said, the choices, one caveat last."""
        yield Heading(name="title")
        yield Words(name="said")
        yield Menu(name="choices")
        yield Quiet(name="caveat")

    def on_mount(self) -> None:
        """Read the record."""
        self._look()

    @work(exclusive=True)
    @told
    async def _look(self) -> None:
        found = await self.desk.do(leaving)
        view = self._view = way_out_view(found, self.desk.clock.now().date())
        self.query_one("#title", Heading).say(view.title)
        self.query_one("#said", Words).say("\n\n".join(view.said))
        self.query_one("#caveat", Quiet).say(view.caveat)
        menu = self.query_one(Menu)
        menu.show(MenuItem(c.name, c.key, c.label, c.hint) for c in view.choices)
        menu.focus(scroll_visible=False)

    @on(Menu.Chosen)
    @work(exclusive=True)
    @told
    async def _chosen(self, chosen: Menu.Chosen) -> None:
        view = self._view
        choice = next((c.name for c in view.choices if c.name == chosen.name), None) if view else None
        if choice is not None:
            self.leave_with(await self.desk.do(choose_way, choice))
