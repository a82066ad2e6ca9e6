"""A list in which any number of lines can be marked."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from strengthcheck.tui.widgets.reveal import reveal
from strengthcheck.views.displayable import displayable

PREFIX = 8
"""Cells before the words: cursor, number, box."""


class Marks(Widget, can_focus=True):
    """Space, the line's number or a click marks and unmarks; Enter says that it is done."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"marks--cursor", "marks--marked", "marks--key"}
    DEFAULT_CSS = """
    Marks {
        height: auto;
        margin-top: 1;
        & > .marks--key { color: $primary; text-style: bold; }
        & > .marks--marked { text-style: bold; }
        & > .marks--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """
    cursor: reactive[int] = reactive(0)
    marked: reactive[frozenset[str]] = reactive(frozenset())

    class Done(Message):
        """Enter: these lines are marked, in the order of the list."""

        def __init__(self, names: tuple[str, ...]) -> None:
            super().__init__()
            self.names = names

    def __init__(self, lines: Iterable[tuple[str, str]], marked: Iterable[str] = ()) -> None:
        """`lines` are names with their words; at most nine have a number."""
        super().__init__()
        self._lines = tuple((name, displayable(text)) for name, text in lines)
        self.set_reactive(Marks.marked, frozenset(marked))

    @property
    def names(self) -> tuple[str, ...]:
        """What is marked, in the order of the list."""
        return tuple(name for name, _ in self._lines if name in self.marked)

    def _wrapped(self, width: int) -> list[tuple[int, Content]]:
        """Each line's pieces, with the number of the line they belong to."""
        room = max(width - PREFIX, 10)
        return [(i, piece) for i, (_, text) in enumerate(self._lines) for piece in Content(text).wrap(room)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need."""
        del container, viewport
        return len(self._wrapped(width))

    def render(self) -> Content:
        """The lines, a box before each."""
        out: list[Content] = []
        last = -1
        for i, piece in self._wrapped(self.content_size.width):
            out.append(self._line(i, piece, first=i != last))
            last = i
        return Content("\n").join(out)

    def _line(self, i: int, piece: Content, *, first: bool) -> Content:
        name = self._lines[i][0]
        box = "[x]" if name in self.marked else "[ ]"
        mark = "›" if i == self.cursor else " "
        before = f"{mark} {i + 1} {box} " if first else " " * PREFIX
        if i == self.cursor and self.has_focus:
            whole = f"{before}{piece.plain}".ljust(self.content_size.width)
            return Content.styled(whole, self.get_visual_style("marks--cursor"))
        style = "marks--marked" if name in self.marked else "marks--key"
        told = Content.styled(before, self.get_visual_style("marks--key", partial=True))
        if name in self.marked:
            return Content.assemble(
                told, Content.styled(piece.plain, self.get_visual_style(style, partial=True))
            )
        return Content.assemble(told, piece)

    def watch_cursor(self, cursor: int) -> None:
        """Keep the line in view, all of it."""
        if self.is_mounted:
            lines = [y for y, (i, _) in enumerate(self._wrapped(self.content_size.width)) if i == cursor]
            reveal(self, lines[-1])
            reveal(self, lines[0])

    def toggle(self, index: int) -> None:
        """Mark a line, or take its mark away."""
        if 0 <= index < len(self._lines):
            self.cursor = index
            self.marked = self.marked ^ {self._lines[index][0]}

    def on_key(self, event: events.Key) -> None:
        """Arrows move, and scroll the page from the ends; Space and numbers mark, Enter is done."""
        if event.key == "up" and self.cursor > 0:
            self.cursor -= 1
        elif event.key == "down" and self.cursor < len(self._lines) - 1:
            self.cursor += 1
        elif event.key == "space":
            self.toggle(self.cursor)
        elif event.key == "enter":
            self.post_message(self.Done(self.names))
        elif event.character and event.character in "123456789":
            self.toggle(int(event.character) - 1)
        else:
            return
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click marks the line under it."""
        at = event.get_content_offset(self)
        pieces = self._wrapped(self.content_size.width)
        if at is not None and 0 <= at.y < len(pieces):
            event.stop()
            self.toggle(pieces[at.y][0])
