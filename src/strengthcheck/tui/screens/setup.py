"""Set-up: a few questions, asked once, all of which may be left open."""

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from strengthcheck.model.profile import Profile
from strengthcheck.services.person import profile_of, save_profile
from strengthcheck.tui.commands import TellLost
from strengthcheck.tui.commands.everywhere import GoOn
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.field import LineField
from strengthcheck.tui.widgets.marks import Marks
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Lead, Quiet, Words
from strengthcheck.views.setup import SetupQuestion, answered, closing, finished, questions, where_words


class SetupScreen(Page[bool]):
    """Gives back whether a check may follow. What is answered is kept at the end."""

    CSS_PATH = "setup.tcss"
    OFFERS = (GoOn, TellLost)
    ABOUT = (
        "These questions are asked once; “About you” on Home opens them again.",
        "Enter goes on, Esc goes back one question. Every answer may be left open.",
    )

    def __init__(self, desk: Desk, first_time: bool = False) -> None:
        """`first_time`: a check is about to follow."""
        super().__init__(desk)
        self._first_time = first_time
        self._profile = Profile()
        self._at = 0
        self._said: tuple[str, ...] | None = None

    def body(self) -> ComposeResult:
        """One question at a time."""
        yield Heading("About you")
        yield Quiet(name="where")
        yield Lead(name="title")
        yield Words(name="text")
        yield Vertical(id="answer")

    def on_mount(self) -> None:
        """Start from what is known."""
        self._load()

    @work(exclusive=True)
    @told
    async def _load(self) -> None:
        self._profile = await self.desk.do(profile_of)
        await self._show()

    @property
    def _question(self) -> SetupQuestion:
        return questions(self._profile)[self._at]

    async def _show(self) -> None:
        if self._said is not None:
            await self._put("Before you go on" if self._first_time else "Kept", "\n\n".join(self._said), None)
            return
        question = self._question
        self.query_one("#where", Quiet).say(where_words(question.id))
        await self._put(question.title, question.text, _widget(question))

    async def _put(self, title: str, text: str, widget: Widget | None) -> None:
        self.query_one("#title", Lead).say(title)
        self.query_one("#text", Words).say(text)
        self.query_one("#text").display = bool(text)
        self.query_one("#where").display = self._said is None
        place = self.query_one("#answer", Vertical)
        await place.remove_children()
        if widget is not None:
            await place.mount(widget)
            widget.focus(scroll_visible=False)
        self.query_one("#page").scroll_home(animate=False)
        self.refresh_bindings()

    @on(Menu.Chosen)
    async def _one(self, chosen: Menu.Chosen) -> None:
        await self._take((chosen.name,))

    @on(Marks.Done)
    async def _many(self, done: Marks.Done) -> None:
        await self._take(done.names)

    @on(Input.Submitted)
    async def _line(self, submitted: Input.Submitted) -> None:
        await self._take((submitted.value,))

    @on(GoOn)
    def _on(self) -> None:
        if self._said is not None:
            self.leave_with(not self._profile.excluded)

    async def _take(self, names: tuple[str, ...]) -> None:
        self._profile = answered(self._profile, self._question.id, names)
        self._at += 1
        if self._at < len(questions(self._profile)):
            await self._show()
        else:
            self._finish()

    @work(exclusive=True)
    async def _finish(self) -> None:
        self._profile = finished(self._profile, self.desk.clock.now().date())
        try:
            await self.desk.do(save_profile, self._profile, "set-up")
        except Told as e:
            self._at -= 1
            self.tell(str(e), trouble=True)
            return
        said = closing(self._profile)
        if not said:
            self.leave_with(True)
            return
        self._said = said
        await self._show()

    def can(self, command: type[object]) -> bool:
        """Going on by a key of its own only where nothing is asked."""
        return command is not GoOn or self._said is not None

    @on(TellLost)
    def _lost(self) -> None:
        self.app.push_screen(page("lost", self.desk))

    def leave(self) -> None:
        """Back one question; from the first one out, with nothing changed."""
        if self._said is not None:
            self.leave_with(not self._profile.excluded)
        elif self._at == 0:
            self.leave_with(False)
        else:
            self._at -= 1
            self.run_worker(self._show(), exclusive=True)

    def on_paste(self, event: events.Paste) -> None:
        """A paste outside the field does nothing."""
        event.stop()


def _widget(question: SetupQuestion) -> Widget:
    if question.many:
        return Marks(((c.name, c.label) for c in question.choices), question.chosen)
    if not question.choices:
        return LineField("".join(question.chosen))
    menu = Menu(MenuItem(c.name, str(i), c.label, c.hint) for i, c in enumerate(question.choices, 1))
    menu.cursor = question.usual
    return menu
