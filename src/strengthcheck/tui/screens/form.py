"""A small form: a few labelled lines, kept by F2 or by Enter in the last one."""

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from strengthcheck.guide.entering import NotAValue
from strengthcheck.tui.commands.records import SaveText
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.sheet import line_field
from strengthcheck.tui.widgets.words import Heading, Words


class FormField(NamedTuple):
    """One line to fill in."""

    name: str
    label: str
    value: str = ""
    example: str = ""
    """Shown behind "such as" while the line is empty, so that nobody takes it for what stands there."""
    note: str = ""
    """What else is to be known of it while it is empty."""


class FormScreen(Page[bool]):
    """Gives back whether something was kept. A subclass says what keeping means."""

    CSS_PATH = "form.tcss"
    OFFERS = (SaveText,)
    ABOUT: ClassVar[tuple[str, ...]] = (
        "Enter or Tab goes to the next line; F2 keeps it, Esc leaves it. A line may be left empty.",
    )

    def __init__(self, desk: Desk, title: str, lead: Iterable[str], fields: Iterable[FormField]) -> None:
        """The title, paragraphs above the lines, and the lines."""
        super().__init__(desk)
        self._title = title
        self._lead = tuple(lead)
        self._fields = tuple(fields)

    def body(self) -> ComposeResult:
        """The title, the paragraphs, the lines."""
        yield Heading(self._title)
        if self._lead:
            yield Words("\n\n".join(self._lead), name="lead")
        for field in self._fields:
            yield line_field(*field)

    def on_mount(self) -> None:
        """The first line takes the keys."""
        self.query(Input).first().focus(scroll_visible=False)

    def typed(self) -> dict[str, str]:
        """What stands in the lines."""
        return {f.name: self.query_one(f"#{f.name}", Input).value for f in self._fields}

    @on(Input.Submitted)
    def _next_field(self, submitted: Input.Submitted) -> None:
        fields = list(self.query(Input))
        if submitted.input is fields[-1]:
            self._keeping()
        else:
            fields[fields.index(submitted.input) + 1].focus()

    @on(SaveText)
    def _keep_asked(self) -> None:
        self._keeping()

    def _keeping(self) -> None:
        self.tell("")
        try:
            self.keep(self.typed())
        except NotAValue as e:
            self.tell(str(e), trouble=True)

    def keep(self, typed: dict[str, str]) -> None:
        """Take what was typed. Raises NotAValue, which stays on the page."""
        raise NotImplementedError

    def leave(self) -> None:
        """Nothing is kept."""
        self.leave_with(False)


class LinesScreen(FormScreen):
    """A form that hands what was typed to whoever asked; what can't be read stays on the page."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        lead: Iterable[str],
        fields: Iterable[FormField],
        take: Callable[[dict[str, str]], None],
    ) -> None:
        """`take` is given what stands in the lines, and raises NotAValue for what it can't read."""
        super().__init__(desk, title, lead, fields)
        self._take = take

    def keep(self, typed: dict[str, str]) -> None:
        """Hand it over."""
        self._take(typed)
        self.leave_with(True)
