"""What can be done with kept checks."""

from strengthcheck.tui.commands.command import Command


class OpenCheck(Command):
    """Open the check under the cursor, with every try."""

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
    """Say that the try under the cursor does not count, and why; or that it counts again."""

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


class NextTopic(Command):
    """Go on to the next topic."""

    TITLE = "Next topic"
    KEYS = "f2"
    KEY_SHOWN = "F2"


class FilterTest(Command):
    """Show only checks in which one test was done."""

    TITLE = "Test"
    KEYS = "t"


class FilterSide(Command):
    """Show only checks with a try of the left side, then of the right, then all."""

    TITLE = "Side"
    KEYS = "s"


class FilterTime(Command):
    """Show only checks of a time."""

    TITLE = "Time"
    KEYS = "d"


class FilterKind(Command):
    """Unfold the extra checks, then show them alone, then fold them away."""

    TITLE = "Extra ones"
    KEYS = "e"


class FilterInvalid(Command):
    """Show only checks with a try that does not count, or all again."""

    TITLE = "Not counted"
    KEYS = "i"


class ClearFilter(Command):
    """Show the usual list again."""

    TITLE = "Usual list"
    KEYS = "c"


class OpenCalendar(Command):
    """See the days with a check, month by month."""

    TITLE = "Calendar"
    KEYS = "k"


class EarlierMonths(Command):
    """Go to earlier months."""

    TITLE = "Earlier"
    KEYS = "left"
    KEY_SHOWN = "←"


class LaterMonths(Command):
    """Go to later months."""

    TITLE = "Later"
    KEYS = "right"
    KEY_SHOWN = "→"


class CorrectTrial(Command):
    """Put the try under the cursor right. What it was stays, and can be seen."""

    TITLE = "Correct"
    KEYS = "c"


class ShowVersions(Command):
    """See what this check was before each change, with date and reason."""

    TITLE = "Versions"
    KEYS = "v"


class ChooseVersion(Command):
    """Choose which of two current versions counts."""

    TITLE = "Choose"
    KEYS = "c"


class OpenVersion(Command):
    """Read the version under the cursor in full."""

    TITLE = "Read"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class EmptyBin(Command):
    """Erase what is in the bin for good. It asks once more."""

    TITLE = "Empty the bin"
    KEYS = "e"
