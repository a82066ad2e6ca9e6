"""A drawing on screen: two hands side by side where there is room, else one."""

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from strengthcheck.views.drawings import GAP
from strengthcheck.views.steps.page import DrawnHand, Picture


class Drawing(Widget):
    """The rows of a picture, each hand in the colour of its side, named and in its place."""

    DEFAULT_CSS = """
    Drawing {
        height: auto;
        margin-bottom: 1;
        & > .drawing--left { color: $left; }
        & > .drawing--right { color: $right; }
        & > .drawing--both { color: $foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"drawing--left", "drawing--right", "drawing--both"}

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its highest drawing."""
        del container, viewport
        return len(self._rows(width))

    def render(self) -> Content:
        """The drawings that fit the width; a part of one would only confuse."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        hands = self._picture.hands
        while hands and _width(hands) > width:
            hands = hands[:-1]
        if not hands:
            return []
        indent = " " * (width - _width(hands) if hands[0].side == "right" else 0)
        texts = [tuple(hand.rows[row] for hand in hands) for row in range(len(hands[0].rows))]
        if len(hands) > 1:
            texts.insert(0, tuple(hand.name.center(len(hand.rows[0])) for hand in hands))
        return [Content.assemble(indent, *self._row(hands, text)) for text in texts]

    def _row(self, hands: tuple[DrawnHand, ...], texts: tuple[str, ...]) -> list[Content]:
        parts: list[Content] = []
        for hand, text in zip(hands, texts, strict=True):
            style = self.get_visual_style(f"drawing--{hand.side}", partial=True)
            parts += [Content(" " * GAP if parts else ""), Content.styled(text, style)]
        return parts


def _width(hands: tuple[DrawnHand, ...]) -> int:
    return sum(len(hand.rows[0]) for hand in hands) + GAP * (len(hands) - 1)
