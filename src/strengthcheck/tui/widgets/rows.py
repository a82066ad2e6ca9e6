"""A list of lines to go through and open; thousands of them stay quick.

It takes the room that the page has left, and no more than its lines need.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from strengthcheck.tui.widgets.hanging import Hanging

LEAST = 4
"""Lines of the window that a list takes, however small that is."""

CURSOR = "›"
"""Before the line at hand, so that it is seen without colour."""


class Row(NamedTuple):
    """One line, with the name it goes by; without a name it can't be chosen (a title)."""

    name: str | None
    content: Content | Hanging


class Rows(OptionList):
    """The lines. Arrows and Enter, or a click."""

    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        min-height: 4;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted {
            background: $row-cursor;
            color: $foreground;
            text-style: $row-cursor-style;
        }
        &:focus > .option-list--option-highlighted {
            background: $row-cursor;
            color: $foreground;
            text-style: $row-cursor-style;
        }
        & > .option-list--option-hover { background: $surface; }
        & > .option-list--option-disabled { color: $foreground; text-style: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, rows: Iterable[Row]) -> None:
        """Other lines; the cursor stays on its line, or near it."""
        at = self.highlighted or 0
        self.clear_options()
        self.add_options(Option(row.content, id=row.name, disabled=row.name is None) for row in rows)
        usable = [i for i, o in enumerate(self.options) if not o.disabled]
        if usable:
            self.highlighted = min(usable, key=lambda i: abs(i - at))
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """Another width breaks the lines elsewhere; with less room the line at hand stays in view."""
        self._fit()
        self.call_after_refresh(self.scroll_to_highlight)

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        self.styles.max_height = max(self.get_content_height(self.app.size, self.app.size, width), LEAST)

    def render_line(self, y: int) -> Strip:
        """A line of the list; the one at hand has a sign in the cell that the others leave free."""
        strip = super().render_line(y)
        if not self._at_hand(strip) or (y > 0 and self._at_hand(super().render_line(y - 1))):
            return strip
        first = next(iter(strip))
        return Strip.join([Strip([Segment(CURSOR, first.style)]), strip.crop(1, strip.cell_length)])

    def _at_hand(self, strip: Strip) -> bool:
        """Whether a line belongs to the option under the cursor."""
        first = next(iter(strip), None)
        if first is None or first.style is None or self.highlighted is None:
            return False
        return bool(first.style.meta.get("option") == self.highlighted)

    @property
    def current(self) -> str | None:
        """The name of the line under the cursor."""
        option = self.highlighted_option
        return option.id if option is not None else None
