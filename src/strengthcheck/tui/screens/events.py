"""Injuries, illnesses, new medicines: listed, and entered with date and side."""

from textual import on, work
from textual.app import ComposeResult

from strengthcheck.model.profile import BodyEvent
from strengthcheck.services.body_events import enter_event, events_of, remove_event
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.safeguards import NewEvent, RemoveEvent
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.screens.form import FormField, FormScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown
from strengthcheck.views.body_events import (
    LEAD,
    NOTHING_YET,
    event_lines,
    new_event,
    remove_question,
    what_question,
    when_title,
    where_question,
)
from strengthcheck.views.dates import date_words
from strengthcheck.wording.reading import EVENT_WEEKS


class EventsScreen(ListPage[None]):
    """What was entered, the newest first."""

    CSS_PATH = "events.tcss"
    OFFERS = (NewEvent, RemoveEvent)
    ABOUT = (EVENT_WEEKS.text, "n enters one, d takes out the one under the cursor. Its date matters most.")

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._events: tuple[BodyEvent, ...] = ()

    def body(self) -> ComposeResult:
        """What it is for, then the list."""
        yield Heading("Injury, illness, medicine")
        yield Words(LEAD)
        yield Quiet(NOTHING_YET, name="none")
        yield Rows()

    def on_screen_resume(self) -> None:
        """Look anew: one may have been entered."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        self._events = await self.desk.do(events_of)
        lines = event_lines(self._events, self.desk.clock.now().date())
        self.query_one("#none").display = not lines
        self.show_rows(Row(line.name, shown(line.text)) for line in lines)

    def can(self, command: type[Command]) -> bool:
        """Taking one out only while there is one."""
        return command is not RemoveEvent or self.at_hand is not None

    @on(NewEvent)
    @work(exclusive=True, group="new")
    async def _new(self) -> None:
        what = await self.ask(what_question())
        where = what and await self.ask(where_question())
        if what and where:
            self.app.push_screen(NewEventScreen(self.desk, what, where))

    @on(RemoveEvent)
    @work(exclusive=True, group="new")
    @told
    async def _remove(self) -> None:
        name = self.at_hand
        if name is None:
            return
        event = self._events[int(name)]
        question = remove_question(event, self.desk.clock.now().date())
        if await self.ask(question) != "yes":
            return
        await self.desk.do(remove_event, event)
        self._look()


class NewEventScreen(FormScreen):
    """When, and in a few words what."""

    def __init__(self, desk: Desk, what: str, where: str) -> None:
        """What it was and where, as chosen."""
        today = desk.clock.now().date()
        fields = (
            FormField("day", "When", date_words(today, today), "20 November, or as near as you know"),
            FormField("text", "In a few words", "", "sprained wrist", "may be left empty"),
        )
        super().__init__(desk, when_title(what, where), (), fields)
        self._what, self._where = what, where

    def keep(self, typed: dict[str, str]) -> None:
        """Keep it."""
        today = self.desk.clock.now().date()
        self._keep_event(new_event(self._what, self._where, typed["day"], typed["text"], today))

    @work(exclusive=True)
    @told
    async def _keep_event(self, event: BodyEvent) -> None:
        await self.desk.do(enter_event, event)
        self.dismiss(True)
