"""What every page is: one column, a line for what is going on, and the keys."""

from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen

from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.everywhere import Back, ChangeColours, Help, HideScreen, Quit
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.messages import ColoursAsked, HelpAsked
from strengthcheck.tui.opening import page
from strengthcheck.tui.tidying import Rest
from strengthcheck.tui.widgets.keybar import KeyBar
from strengthcheck.tui.widgets.status import SmallWindow, StatusLine
from strengthcheck.views.asking import Question

R = TypeVar("R")


class Page(Screen[R], Generic[R]):
    """A screen of this program. Its commands are listed in OFFERS and arrive as messages.

    A page gives `body`; keys, help, the palette and the way back come with it.
    """

    OFFERS: ClassVar[tuple[type[Command], ...]] = ()
    """What can be done here, in the order of the key bar; Help and the way out stand first by themselves."""
    LEAVE: ClassVar[type[Command]] = Back
    """The way out of this page."""
    ABOUT: ClassVar[tuple[str, ...]] = ()
    """What help says of this page, a few lines."""
    SCROLLS: ClassVar[str] = "#page"
    """What the arrows and Page Up and Page Down move, when nothing else takes them."""
    NAMES_READING_ON: ClassVar[bool] = True
    """Whether the key bar says when there is more of it below."""
    DEFAULT_CSS = """
    Page {
        background: $background;
        align-horizontal: center;
        #page { align-horizontal: center; scrollbar-size-vertical: 1; }
        #column { width: 100%; max-width: 100; height: auto; padding: 1 4 0 4; }
        #foot { dock: bottom; height: auto; }
        #over-bar, #bar { height: auto; align-horizontal: center; background: $footer-background; }
        &.-narrow #column { padding: 0 2; }
        &.-short #column { padding: 0 2; }
        &.-narrow KeyBar, &.-short KeyBar, &.-narrow StatusLine, &.-short StatusLine { padding: 0 2; }
        &.-narrow FieldLine > Words { width: 18; }
        &.-tall #column { padding: 2 4 1 4; }
        Heading { text-style: bold; color: $primary; margin-bottom: 1; }
        Lead { text-style: bold; }
        Quiet { color: $quiet; }
        Input > .input--placeholder { color: $quiet; text-style: italic; }
    }
    """

    def __init_subclass__(cls, **kwargs: bool) -> None:
        """Bind the commands' keys."""
        if "OFFERS" in cls.__dict__ or "LEAVE" in cls.__dict__:
            own = [c.binding(cls.in_bar(c)) for c in cls.commands()]
            cls.BINDINGS = [*own, *cls.__dict__.get("BINDINGS", [])]
        super().__init_subclass__(**kwargs)

    def __init__(self, desk: Desk) -> None:
        """Every page is given the desk, its one way to the record."""
        super().__init__()
        self.desk = desk
        self._left = False
        self.rest = Rest(self.set_timer)

    def body(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The column, the status line and the keys."""
        yield SmallWindow()
        with VerticalScroll(id="page", can_focus=False), Vertical(id="column"):
            yield from self.body()
        with Vertical(id="foot"):
            with Vertical(id="over-bar"):
                yield from self.foot()
                yield StatusLine()
            with Horizontal(id="bar"):
                yield KeyBar(self.SCROLLS if self.NAMES_READING_ON else "")

    def on_screen_resume(self) -> None:
        """Tidy up when the page rests."""
        self.rest.begin()

    def foot(self) -> ComposeResult:
        """What is docked above the status line and the keys, always in view."""
        yield from ()

    def tell(self, text: str, *, trouble: bool = False) -> None:
        """Say in the status line what is going on; an empty text takes it away."""
        # A slow disk may be waited for before the page is composed; then there is no line yet to say it in.
        for line in self.query(StatusLine):
            line.tell(text, trouble=trouble)

    async def ask(self, question: Question) -> str | None:
        """The name of the answer that is chosen on a page of its own; None for Esc. For a worker."""
        answer: str | None = await self.app.push_screen_wait(page("ask", self.desk, question))
        return answer

    def can(self, command: type[Command]) -> bool:
        """Whether a command can be given now; the key bar shows only what can."""
        return command in self.commands()

    @classmethod
    def in_bar(cls, command: type[Command]) -> bool:
        """Whether the key bar shows a command; what a menu on the page shows need not stand there twice."""
        return command.SHOWN

    @classmethod
    def commands(cls) -> tuple[type[Command], ...]:
        """Everything that can be done on this page."""
        return (Help, cls.LEAVE, *cls.OFFERS, ChangeColours, HideScreen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of what can't be done now."""
        if action != "command":
            return super().check_action(action, parameters)
        found = next((c for c in self.commands() if c.name() == parameters[0]), None)
        return found is not None and self.can(found)

    def action_command(self, name: str) -> None:
        """A key or a click: the command arrives as its own message."""
        for command in self.commands():
            if command.name() == name:
                self.post_message(command())

    @on(Help)
    def _help(self) -> None:
        self.post_message(HelpAsked())

    @on(Back)
    def _back(self) -> None:
        self.leave()

    @on(Quit)
    def _quit(self) -> None:
        self.leave()

    @on(ChangeColours)
    def _colours(self) -> None:
        self.post_message(ColoursAsked())

    @on(HideScreen)
    def _hide(self) -> None:
        from strengthcheck.tui.screens.hidden import HiddenScreen  # rarely needed

        self.app.push_screen(HiddenScreen())

    def leave(self) -> None:
        """Go back."""
        self.leave_with(None)

    def leave_with(self, result: R | None) -> None:
        """Go back with this, once: a second key before the page is gone must not close the one beneath."""
        if not self._left:
            self._left = True
            self.dismiss(result)

    def stays(self, key: str = "ctrl+q") -> bool:  # noqa: ARG002 - for pages on which something runs
        """Whether a key that would quit, or open something over this page, does something on it instead."""
        return False

    def key_pageup(self) -> None:
        """Scroll the page up."""
        self.query_one(self.SCROLLS).scroll_page_up(animate=False)

    def key_pagedown(self) -> None:
        """Scroll the page down."""
        self.query_one(self.SCROLLS).scroll_page_down(animate=False)

    def key_up(self) -> None:
        """Scroll a line up, when nothing else takes the arrow."""
        self.query_one(self.SCROLLS).scroll_up(animate=False)

    def key_down(self) -> None:
        """Scroll a line down, when nothing else takes the arrow."""
        self.query_one(self.SCROLLS).scroll_down(animate=False)
