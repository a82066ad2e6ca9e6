"""A list of things to do: each with its key, by arrows and Enter, by the key itself, or by a click."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from strengthcheck.tui.widgets.reveal import reveal
from strengthcheck.views.displayable import displayable

MARK_WIDTH = 2
KEY_WIDTH = 4
GAP = "   "
"""Between a label and its hint."""


class MenuItem:
    """One row: what it gives when chosen, its key, its words."""

    def __init__(self, name: str, key: str, label: str, hint: str = "") -> None:
        self.name = name
        self.key = key
        self.label = displayable(label)
        self.hint = displayable(hint)


class Menu(Widget, can_focus=True):
    """The rows; the one under the cursor is marked by a sign and by colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"menu--key", "menu--cursor", "menu--hint"}
    DEFAULT_CSS = """
    Menu {
        height: auto;
        margin-top: 1;
        & > .menu--key { color: $primary; text-style: bold; }
        & > .menu--hint { color: $quiet; }
        & > .menu--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """
    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, items: Iterable[MenuItem] = (), *, name: str | None = None, cut: bool = False) -> None:
        """`name` is the widget's id; `cut` shortens a hint that has no room instead of hiding it."""
        super().__init__(id=name)
        self._cut = cut
        self._items = tuple(items)

    def show(self, items: Iterable[MenuItem]) -> None:
        """Other rows; the cursor stays on its row while that is there, else goes to the first."""
        before = self._items[self.cursor].name if self.cursor < len(self._items) else None
        self._items = tuple(items)
        names = [item.name for item in self._items]
        self.cursor = names.index(before) if before in names else 0
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line a row."""
        del container, viewport, width
        return len(self._items)

    def render(self) -> Content:
        """The rows, cut to the width."""
        width = self.content_size.width
        lines = [self._line(i, item, width) for i, item in enumerate(self._items)]
        return Content("\n").join(lines)

    def _line(self, index: int, item: MenuItem, width: int) -> Content:
        chosen = index == self.cursor and self.has_focus
        mark = "› " if index == self.cursor else "  "
        label = item.label.ljust(max(len(i.label) for i in self._items)) if item.hint else item.label
        hint = self._hint(item.hint, width - MARK_WIDTH - KEY_WIDTH - cell_len(label) - len(GAP))
        if chosen:
            text = f"{mark}{item.key:<{KEY_WIDTH}}{label}{hint}"
            return Content.styled(text.ljust(width), self.get_visual_style("menu--cursor"))
        return Content.assemble(
            mark,
            Content.styled(f"{item.key:<{KEY_WIDTH}}", self.get_visual_style("menu--key", partial=True)),
            Content(label),
            Content.styled(hint, self.get_visual_style("menu--hint", partial=True)),
        )

    def _hint(self, hint: str, room: int) -> str:
        if self._cut and cell_len(hint) > room > 1:
            hint = f"{set_cell_size(hint, room - 1).rstrip()}…"
        return f"{GAP}{hint}" if hint and cell_len(hint) <= room else ""

    def watch_cursor(self, cursor: int) -> None:
        """Keep the row in view."""
        if self.is_mounted:
            reveal(self, cursor)

    def key_up(self, event: events.Key) -> None:
        """One row up; from the first one the page scrolls."""
        if self.cursor > 0:
            event.stop()
            self.cursor -= 1

    def key_down(self, event: events.Key) -> None:
        """One row down; from the last one the page scrolls, to what stands below the list."""
        if self.cursor < len(self._items) - 1:
            event.stop()
            self.cursor += 1

    def key_enter(self, event: events.Key) -> None:
        """Choose the row under the cursor."""
        event.stop()
        self._choose(self.cursor)

    def on_key(self, event: events.Key) -> None:
        """The key in front of a row chooses it."""
        found = [i for i, item in enumerate(self._items) if item.key and item.key == event.character]
        if found:
            event.stop()
            self.cursor = found[0]
            self._choose(found[0])

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y < len(self._items):
            event.stop()
            self.cursor = at.y
            self._choose(at.y)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._items):
            self.post_message(self.Chosen(self._items[index].name))
