"""A field for one line of text."""

from textual import events
from textual.widgets import Input

from strengthcheck.views.displayable import displayable


class LineField(Input):
    """What stands in it, and what is pasted, is made visible first, so that it can't drive the terminal."""

    def __init__(
        self,
        value: str = "",
        name: str | None = None,
        *,
        hint: str = "",
        most: int = 200,
        compact: bool = False,
    ) -> None:
        """`name` is the widget's id on its page; at most so many characters can be typed."""
        super().__init__(
            displayable(value), placeholder=displayable(hint), id=name, max_length=most, compact=compact
        )
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        event.text = displayable(event.text, newlines=True)
        super()._on_paste(event)
