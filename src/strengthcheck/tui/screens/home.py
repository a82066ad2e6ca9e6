"""Home: where things stand, then what can be done."""

import asyncio

from textual import on, work
from textual.app import ComposeResult

from strengthcheck.services.home import continue_unfinished, discard_unfinished, home_facts, keep_unfinished
from strengthcheck.tui import commands
from strengthcheck.tui.commands.check import SoundAndVoice
from strengthcheck.tui.commands.compare import OpenCompare
from strengthcheck.tui.commands.home import DiscardUnfinished, KeepUnfinished
from strengthcheck.tui.commands.report import OpenReport
from strengthcheck.tui.commands.safeguards import (
    EnterVisit,
    OpenCards,
    OpenEvents,
    OpenUnderstand,
    OpenWayOut,
)
from strengthcheck.tui.commands.setting import OpenSettings
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import load_ahead, page
from strengthcheck.tui.screens.doors import Doors
from strengthcheck.tui.telling import told
from strengthcheck.tui.tidying import keep_what_was_read
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.strips import Strips
from strengthcheck.tui.widgets.words import Heading, Lead, Quiet, Words
from strengthcheck.views.asking import discard_question
from strengthcheck.views.dates import weekday_words
from strengthcheck.views.home import ABOUT, HomeFacts, HomeReading, HomeView, Unfinished, home_view


class HomeScreen(Doors):
    """The first page. It asks the record anew each time it is returned to."""

    LEAVE = commands.Quit
    AUTO_FOCUS = ""  # the list takes the keys without moving the page, however small the window is
    OFFERS = (
        commands.StartCheck,
        KeepUnfinished,
        DiscardUnfinished,
        commands.TellLost,
        commands.OpenHistory,
        OpenCompare,
        OpenReport,
        OpenUnderstand,
        OpenCards,
        OpenEvents,
        EnterVisit,
        commands.OpenTests,
        commands.EnterPaper,
        commands.ExportRecord,
        commands.AboutYou,
        OpenWayOut,
        OpenSettings,
        SoundAndVoice,
    )
    ABOUT = ABOUT

    def __init__(self, desk: Desk, *, check: tuple[str, ...] | None = None, demo: bool = False) -> None:
        """`check` goes straight into a check of these tests; `demo` says that the data is made up."""
        super().__init__(desk)
        self._check = check
        self._demo = demo
        self._facts: HomeFacts | None = None
        self._reading: HomeReading | None = None
        self._ahead = False

    def body(self) -> ComposeResult:
        """One sentence, what belongs to it, the last check, a line a test, and the things to do."""
        yield Heading(self._title())
        yield Lead(name="headline")
        yield Words(name="more")
        yield Quiet(name="last")
        yield Strips(name="lines")
        yield Quiet(name="caveat")
        yield Menu(name="menu")

    def on_screen_resume(self) -> None:
        """Ask the record: something may have changed."""
        self._look()

    @work(exclusive=True, group="home")
    async def _look(self) -> None:
        try:
            self._facts = await self.desk.do(home_facts)
        except Told as e:
            self.query_one("#headline", Lead).say(str(e))
            return
        if self._reading is None:
            self._show(home_view(self._facts))
        if self._facts.planned:
            self._read()
        elif self._reading is not None:
            self._reading = None
            self._show(home_view(self._facts))
        if self._check is not None:
            preset, self._check = self._check, None
            self._starting(preset)

    @work(exclusive=True, group="reading")
    async def _read(self) -> None:
        """Join in what the readings say; what they load must not hold up the first paint.

        When Home is returned to, both come together, so that nothing moves twice.
        """
        from strengthcheck.services.readings import home_reading

        try:
            self._reading = await self.desk.do(home_reading)
        except Told:
            self._reading = None  # what stands in the way is said where it is asked for: in Compare
        if self._facts is not None:
            self._show(home_view(self._facts, self._reading))
        if not self._ahead:
            self._ahead = True
            await self._get_ready()

    async def _get_ready(self) -> None:
        """Once, when Home rests: what the next keys will ask for."""
        from strengthcheck.services.readings import read_ahead

        try:
            await self.desk.do(read_ahead)
        except Told:
            return
        await asyncio.to_thread(load_ahead)
        keep_what_was_read()

    def _show(self, view: HomeView) -> None:
        self.query_one(Heading).say(self._title())
        self.query_one("#headline", Lead).say(view.headline)
        self.query_one("#more", Words).say("\n\n".join(view.more))
        last = "\n".join(text for text in (view.last, view.sealed) if text)
        self.query_one("#last", Quiet).say(last)
        self.query_one("#caveat", Quiet).say(view.caveat)
        self.query_one(Strips).show(view.lines)
        for name, text in (
            ("more", view.more),
            ("last", last),
            ("caveat", view.caveat),
        ):
            self.query_one(f"#{name}").display = bool(text)
        known = {c.name(): c for c in self.OFFERS}
        menu = self.query_one(Menu)
        menu.show(MenuItem(r.command, known[r.command].KEYS, r.label, r.hint) for r in view.rows)
        menu.focus(scroll_visible=False)
        self.refresh_bindings()

    def _title(self) -> str:
        made_up = "  ·  made-up data" if self._demo else ""
        return f"{weekday_words(self.desk.clock.now().date())}{made_up}"

    def can(self, command: type[commands.Command]) -> bool:
        """Keeping and discarding only while a check is unfinished."""
        if command is KeepUnfinished:
            return any(u.sitting.trials_made for u in self._unfinished[:1])
        return command is not DiscardUnfinished or bool(self._unfinished)

    @classmethod
    def in_bar(cls, command: type[commands.Command]) -> bool:
        """The menu shows the rest; a lost task can be told in any window, however small."""
        return command in (commands.Help, commands.Quit, commands.TellLost, commands.ChangeColours)

    @property
    def _unfinished(self) -> tuple[Unfinished, ...]:
        return self._facts.unfinished if self._facts else ()

    @on(Menu.Chosen)
    def _chosen(self, chosen: Menu.Chosen) -> None:
        self.action_command(chosen.name)

    @on(commands.StartCheck)
    def _start_check(self) -> None:
        self._starting(())

    @work(exclusive=True, group="start")
    async def _starting(self, preset: tuple[str, ...]) -> None:
        await self._begin(preset)

    async def _begin(self, preset: tuple[str, ...]) -> None:
        """Continue what is unfinished; else choose tests, after set-up the first time."""
        if self._facts is None:
            return
        view = home_view(self._facts, self._reading)
        if self._unfinished:
            await self._continue(self._unfinished[0])
        elif view.early is not None:
            self.tell(view.early)
        elif await self._set_up():
            self.app.push_screen(page("choose", self.desk, preset))

    async def _set_up(self) -> bool:
        """Whether a check may follow: at once, or after the questions of the first time."""
        if self._facts is not None and self._facts.profile.set_up_on is not None:
            return True
        return bool(await self.app.push_screen_wait(page("about", self.desk, True)))

    @told
    async def _continue(self, one: Unfinished) -> None:
        sitting = await self.desk.do(continue_unfinished, one.check)
        self.app.push_screen(page("sitting", self.desk, sitting))

    @on(KeepUnfinished)
    @work(exclusive=True, group="start")
    @told
    async def _keep(self) -> None:
        await self.desk.do(keep_unfinished, self._unfinished[0].check)
        self.tell("Kept. You find it in History.")
        self._look()

    @on(DiscardUnfinished)
    @work(exclusive=True, group="start")
    @told
    async def _discard(self) -> None:
        made = self._unfinished[0].sitting.tries_made
        if await self.ask(discard_question(made)) != "yes":
            return
        await self.desk.do(discard_unfinished, self._unfinished[0].check)
        self.tell("Discarded. What you told before the tests is kept.")
        self._look()

    def leave(self) -> None:
        """Quit. Everything is on disk already."""
        self.app.exit(0)
