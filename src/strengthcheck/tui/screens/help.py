"""Help: what the page is for, and every key that does something on it."""

from textual.app import ComposeResult
from textual.content import Content

from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown

KEY_WIDTH = 12

_NAMED = {"question_mark": "?", "escape": "Esc", "enter": "Enter", "space": "Space"}


class HelpScreen(Page[None]):
    """Built from the commands of the page beneath, so that the two can't disagree."""

    CSS_PATH = "help.tcss"
    OFFERS = ()
    ABOUT = ("This is the help itself. Esc goes back to where you were.",)

    def __init__(self, desk: Desk, of: Page[object]) -> None:
        """`of` is the page that help is wanted on."""
        super().__init__(desk)
        self._about = of.ABOUT
        commands = [c for c in of.commands() if of.can(c)]
        known = {c.name() for c in commands}
        self._keys = [(keys_shown(c.KEYS, c.KEY_SHOWN), c.TITLE, c.tooltip()) for c in commands]
        for active in of.active_bindings.values():
            binding = active.binding
            if binding.show and binding.description and binding.id not in known:
                shown = keys_shown(binding.key, binding.key_display)
                self._keys.append((shown, binding.description, binding.tooltip))

    def body(self) -> ComposeResult:
        """The lines about the page, then its keys."""
        yield Heading("Help")
        yield Words("\n\n".join(self._about), name="about")
        for key, title, told in self._keys:
            yield Words(Content.assemble(shown(f"{key:<{KEY_WIDTH}}", "bold"), shown(title)))
            yield Quiet(told, classes="-told")
        yield Quiet(
            "Arrows and Enter choose in lists, Tab goes to the next field, a click does what its key does. "
            "Ctrl+C leaves from anywhere; what was entered is kept.",
            name="more",
        )


def keys_shown(keys: str, first: str | None = None) -> str:
    """Keys as they are written on a keyboard, such as ? F1; the one that the key bar shows stands first."""
    every = [first] if first else []
    for key in keys.split(","):
        *held, last = key.split("+")
        name = _NAMED.get(last, last.upper() if len(last) > 1 or held else last)
        every.append("+".join([*(h.capitalize() for h in held), name]))
    return " ".join(dict.fromkeys(every))
