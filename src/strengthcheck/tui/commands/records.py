"""What can be done with kept checks."""

from strengthcheck.tui.commands.command import Command


class OpenCheck(Command):
    """Open the check under the cursor, with every trial."""

    TITLE = "Open"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class OpenBin(Command):
    """See the deleted checks, and bring them back."""

    TITLE = "Bin"
    KEYS = "b"


class UndoDelete(Command):
    """Bring back the check that was just deleted."""

    TITLE = "Undo"
    KEYS = "u"


class BringBack(Command):
    """Take the check under the cursor out of the bin, as it was."""

    TITLE = "Bring back"
    KEYS = "r"


class WriteNote(Command):
    """Write a note to this check, or change it."""

    TITLE = "Note"
    KEYS = "n"


class MarkTrial(Command):
    """Say that the trial under the cursor does not count, and why; or that it counts again."""

    TITLE = "Counts or not"
    KEYS = "i"


class DeleteCheck(Command):
    """Put this check into the bin, from where it can be brought back."""

    TITLE = "Delete"
    KEYS = "d"


class SaveText(Command):
    """Keep what is written."""

    TITLE = "Keep"
    KEYS = "f2,ctrl+s"
    KEY_SHOWN = "F2"


class ReadTest(Command):
    """Read the test under the cursor in full."""

    TITLE = "Read"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class NextPage(Command):
    """Go on to the next page."""

    TITLE = "Next page"
    KEYS = "f2"
    KEY_SHOWN = "F2"
