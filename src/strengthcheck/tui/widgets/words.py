"""Text on a page: shown as it is written, never read as markup."""

from textual.content import Content
from textual.widgets import Static

from strengthcheck.views.displayable import displayable


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


class Heading(Words):
    """The title of a page."""


class Lead(Words):
    """The one sentence that comes first."""


class Quiet(Words):
    """What stands back: dates, sources, hints."""


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else shown(text)
