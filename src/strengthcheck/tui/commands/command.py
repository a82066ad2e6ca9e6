"""The shape of a command."""

import re
from typing import ClassVar

from textual.binding import Binding
from textual.message import Message


class Command(Message):
    """One thing that can be done on a page. A key, a click or the palette sends it as this message."""

    TITLE: ClassVar[str] = ""
    """What it does, in a few words."""
    KEYS: ClassVar[str] = ""
    """The keys, separated by commas; the first one is shown."""
    SHOWN: ClassVar[bool] = True
    """Whether the key bar shows it."""
    PRIORITY: ClassVar[bool] = False
    """Whether its keys work in a text field too."""
    KEY_SHOWN: ClassVar[str | None] = None
    """How the key is written, where its own name would not do."""

    @classmethod
    def name(cls) -> str:
        """The command's own name, such as `start-check`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def tooltip(cls) -> str:
        """One sentence on what it does: the class's own."""
        return (cls.__doc__ or "").strip().partition("\n")[0]

    @classmethod
    def binding(cls, shown: bool) -> Binding:
        """The keys as Textual binds them; `shown` in the key bar or not."""
        return Binding(
            cls.KEYS,
            f"screen.command('{cls.name()}')",
            cls.TITLE,
            show=shown,
            key_display=cls.KEY_SHOWN,
            tooltip=cls.tooltip(),
            priority=cls.PRIORITY,
            id=cls.name(),
        )
