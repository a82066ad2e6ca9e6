"""What can be done with readings."""

from strengthcheck.tui.commands.command import Command


class OpenPair(Command):
    """See the test under the cursor over time."""

    TITLE = "Open"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class ShowNumbers(Command):
    """Show or hide which rule spoke, with its numbers."""

    TITLE = "Numbers"
    KEYS = "n"


class OpenCompare(Command):
    """Left beside right, now beside then."""

    TITLE = "Compare"
    KEYS = "v"
