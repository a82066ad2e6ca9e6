"""What can be done for a visit to a doctor."""

from strengthcheck.tui.commands.command import Command


class OpenReport(Command):
    """Make one page for a doctor: what is in it is chosen, read here first, and then written."""

    TITLE = "Page for a doctor"
    KEYS = "g"


class AddFunction(Command):
    """Write down something that is lost or harder."""

    TITLE = "Write one down"
    KEYS = "n"


class EditFunction(Command):
    """Change the line under the cursor."""

    TITLE = "Change"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class RemoveFunction(Command):
    """Take the line under the cursor out of the form."""

    TITLE = "Take out"
    KEYS = "d"
