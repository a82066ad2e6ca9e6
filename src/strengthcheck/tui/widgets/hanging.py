"""A line whose further lines stand below its text, not below what comes before it."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """A short beginning, such as a side, and a text that hangs beside it however it wraps."""

    def __init__(self, head: Content, text: Content) -> None:
        self._head = head
        self._text = text
        self._indent = head.cell_length

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The beginning once, blanks below it, the text at its side."""
        room = max(1, width - self._indent)
        texts = self._text.render_strips(room, height, style, options)
        heads = self._head.render_strips(self._indent, 1, style, options)
        blank = Strip.blank(self._indent, style.rich_style)
        return [Strip.join([*(heads if i == 0 else [blank]), text]) for i, text in enumerate(texts)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Cells of all of it on one line."""
        return self._indent + self._text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many lines as the text has beside the beginning."""
        return self._text.get_height(rules, max(1, width - self._indent))
