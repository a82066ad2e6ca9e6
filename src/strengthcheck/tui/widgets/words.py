"""Text on a page: shown as it is written, never read as markup."""

from rich.segment import Segment
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.widgets import Static

from strengthcheck.views.displayable import displayable
from strengthcheck.views.unbroken import FAST, unbroken


def shown(text: str, style: str = "") -> Content:
    """Any text as content that drives no terminal and carries no markup."""
    return Content.styled(displayable(text, newlines=True), style)


class Words(Static):
    """Words. Whoever wrote them, they are data."""

    def __init__(
        self, text: str | Content = "", name: str | None = None, *, classes: str | None = None
    ) -> None:
        """`name` is the widget's id on its page."""
        super().__init__(_content(text), markup=False, id=name, classes=classes)

    def say(self, text: str | Content) -> None:
        """Show another text; the same again paints nothing."""
        content = _content(text)
        if content != self.content:
            self.update(content)

    def render_line(self, y: int) -> Strip:
        """A line as it is painted: what keeps a number with its unit is a space again."""
        strip = super().render_line(y)
        if FAST not in strip.text:
            return strip
        return Strip(
            (Segment(s.text.replace(FAST, " "), s.style, s.control) for s in strip), strip.cell_length
        )

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What was marked with the mouse, as it is painted."""
        found = super().get_selection(selection)
        return found and (found[0].replace(FAST, " "), found[1])


class Heading(Words):
    """The title of a page."""


class Lead(Words):
    """The one sentence that comes first."""


class Quiet(Words):
    """What stands back: dates, sources, hints."""


def _content(text: str | Content) -> Content:
    content = text if isinstance(text, Content) else shown(text)
    whole = unbroken(content.plain)  # as long as before: the styles keep their places
    return content if whole == content.plain else Content(whole, [*content.spans])
