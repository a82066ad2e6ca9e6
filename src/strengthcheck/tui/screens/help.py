"""Help: what the page is for, and every key that does something on it."""

from textual.app import ComposeResult
from textual.content import Content

from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown

KEY_WIDTH = 12


class HelpScreen(Page[None]):
    """Built from the commands of the page beneath, so that the two can't disagree."""

    CSS_PATH = "help.tcss"
    OFFERS = ()
    ABOUT = ("This is the help itself. Esc goes back to where you were.",)

    def __init__(self, desk: Desk, of: Page[object]) -> None:
        """`of` is the page that help is wanted on."""
        super().__init__(desk)
        self._about = of.ABOUT
        self._keys = tuple(
            (self._keys_of(c.KEYS, c.KEY_SHOWN), c.TITLE, c.tooltip()) for c in of.commands() if of.can(c)
        )

    def body(self) -> ComposeResult:
        """The lines about the page, then its keys."""
        yield Heading("Help")
        yield Words("\n\n".join(self._about))
        lines = [
            Content.assemble(
                shown(f"{key:<{KEY_WIDTH}}", "bold"),
                shown(title),
                "\n",
                shown(" " * KEY_WIDTH),
                shown(told, "dim"),
            )
            for key, title, told in self._keys
        ]
        yield Words(Content("\n").join(lines), name="keys")
        yield Quiet(
            "Arrows and Enter choose in lists, Tab goes to the next field, a click does what its key does. "
            "Ctrl+C leaves from anywhere; what was entered is kept."
        )

    def _keys_of(self, keys: str, first: str | None) -> str:
        named = {"question_mark": "?", "escape": "Esc", "f1": "F1", "enter": "Enter"}
        every = [named.get(k, k) for k in keys.split(",")]
        return " ".join(dict.fromkeys([*([first] if first else []), *every]))
