"""The lines that a page keeps for what is going on: a wait, an answer, a window that is small."""

from textual.content import Content

from strengthcheck.tui.widgets.words import Words

WIDTH, HEIGHT = 60, 20
"""The least window in which everything can be seen."""


class StatusLine(Words):
    """What is going on, or what stands in the way. It stays until something else is said."""

    DEFAULT_CSS = """
    StatusLine {
        display: none;
        width: 100%;
        max-width: 100;
        padding: 0 4;
        color: $foreground;
        background: $panel;
        &.-said { display: block; }
        &.-trouble { color: $text-warning; text-style: bold; }
    }
    """

    told: tuple[str | Content, bool] = ("", False)
    """What stays, and whether it is trouble; a wait is shown in its place and gives it back."""

    def tell(self, text: str | Content, *, trouble: bool = False) -> None:
        """Say it; an empty text takes the line away."""
        self.told = (text, trouble)
        self._put(text, trouble)

    def wait(self, why: str | None) -> None:
        """Say what is waited for; None when the wait is over, and what was told before stands again."""
        self._put(*((why, False) if why else self.told))

    def _put(self, text: str | Content, trouble: bool) -> None:
        self.say(text)
        self.set_class(bool(text), "-said")
        self.set_class(trouble, "-trouble")


class SmallWindow(Words):
    """Says which size the window needs, while it is smaller."""

    DEFAULT_CSS = """
    SmallWindow {
        dock: top;
        display: none;
        padding: 0 2;
        background: $panel;
    }
    Screen.-narrow SmallWindow, Screen.-short SmallWindow { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(f"{WIDTH} × {HEIGHT} shows all; q leaves.")
