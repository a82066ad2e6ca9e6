"""The small lines on Home: each test, left and right, on strips that are as wide as the page allows."""

from collections.abc import Iterable
from textwrap import wrap
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from strengthcheck.tui.widgets.words import shown
from strengthcheck.views.home_strips import (
    BETWEEN,
    LEAST_STRIP,
    LEGEND,
    NAME_WIDTH,
    SIDE_WIDTH,
    HomeLine,
    SideLine,
    strip,
    strip_width,
)

SIDE_LETTERS = {"left": "L", "right": "R", "both": ""}
"""A side is told by its letter, its place and its marker; colour comes on top."""


class Strips(Widget):
    """A line a test, words below where anything is to be said, and what the signs mean."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"strips--left", "strips--right", "strips--both", "strips--quiet"}
    DEFAULT_CSS = """
    Strips {
        height: auto;
        margin-top: 1;
        & > .strips--left { color: $left; }
        & > .strips--right { color: $right; }
        & > .strips--both { color: $foreground; }
        & > .strips--quiet { color: $quiet; }
    }
    """

    def __init__(self, name: str | None = None) -> None:
        """`name` is the widget's id on its page."""
        super().__init__(id=name)
        self._lines: tuple[HomeLine, ...] = ()
        self.display = False

    def show(self, lines: Iterable[HomeLine]) -> None:
        """Other lines; none takes the whole place away."""
        lines = tuple(lines)
        if lines == self._lines:
            return
        self._lines = lines
        self.display = bool(lines)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line a test, one more for words, one for the signs."""
        del container, viewport
        return sum(1 + len(_worded(line)) for line in self._lines) + len(self._legend(width))

    def _legend(self, width: int) -> list[str]:
        """What the signs mean, in as many lines as it takes; nothing where all stands in words."""
        scaled = any(side.scale is not None for line in self._lines for side in line.sides)
        return wrap(LEGEND, max(width, LEAST_STRIP)) if scaled else []

    def render(self) -> Content:
        """The strips at this width."""
        width = strip_width(self.content_size.width)
        rows = [row for line in self._lines for row in self._rows(line, width)]
        rows += [Content.styled(text, self._style("quiet")) for text in self._legend(self.content_size.width)]
        return Content("\n").join(rows)

    def _rows(self, line: HomeLine, width: int) -> list[Content]:
        cells = [shown(line.name[: NAME_WIDTH - 1].ljust(NAME_WIDTH))]
        for i, side in enumerate(line.sides[:2]):
            letter = SIDE_LETTERS[side.side].rjust(SIDE_WIDTH - 2) + "  "
            apart = " " * BETWEEN if i else ""
            cells.append(Content.styled(f"{apart}{letter}{strip(side, width)}", self._style(side.side)))
        below = [Content(f"{' ' * (NAME_WIDTH + 2)}{text}") for text in _worded(line)]
        return [Content("").join(cells), *below]

    def _style(self, part: str) -> Style:
        return self.get_visual_style(f"strips--{part}", partial=True)


def _worded(line: HomeLine) -> tuple[str, ...]:
    """What is said below a line: each side with words, by name."""
    return tuple(_side_words(side) for side in line.sides if side.words)


def _side_words(side: SideLine) -> str:
    return f"together: {side.words}" if side.side == "both" else f"{side.side}: {side.words}"
