"""The keys of the step at hand, docked where they are always seen."""

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from strengthcheck.tui.widgets.keybar import Key, placed
from strengthcheck.tui.widgets.steps.render import KeyLine
from strengthcheck.views.displayable import displayable
from strengthcheck.views.steps.page import Choice, key_name


class StepKeys(Widget):
    """What the keys do in this step; a click on one is the key pressed."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"step-keys--key"}
    DEFAULT_CSS = """
    StepKeys {
        height: auto;
        width: 100%;
        max-width: 100;
        padding: 0 4;
        background: $background;
        & > .step-keys--key { color: $primary; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()

    def tell(self, choices: tuple[Choice, ...]) -> None:
        """Show these keys."""
        keys = tuple(Key(c.key, displayable(key_name(c.key)), displayable(c.text)) for c in choices)
        if keys != self._keys:
            self._keys = keys
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual gives them
        """As many lines as the keys need, and an empty one above and below."""
        if not self._keys:
            return 0
        return max(p.y for p in placed(self._keys, width)) + 3

    def render(self) -> Content:
        """The keys in their lines."""
        style = self.get_visual_style("step-keys--key", partial=True)
        parts: list[Content] = [Content("\n")]
        x = line = 0
        for place in placed(self._keys, self.content_size.width):
            if place.y > line:
                parts.append(Content("\n"))
                x, line = 0, place.y
            parts.append(Content(" " * (place.x - x)))
            parts.append(Content.styled(place.key.shown, style))
            parts.append(Content(f" {place.key.title}"))
            x = place.x + place.key.width
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """A click on a key is the key pressed."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for place in placed(self._keys, self.content_size.width):
            if place.y == at.y - 1 and place.x <= at.x < place.x + place.key.width:
                event.stop()
                self.post_message(KeyLine.Pressed(place.key.key))
                return
