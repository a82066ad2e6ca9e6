"""What can be done with readings."""

from strengthcheck.tui.commands.command import Command


class OpenPair(Command):
    """See the test under the cursor over time."""

    TITLE = "Open"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class ShowNumbers(Command):
    """Show or hide the figures, and which rule spoke."""

    TITLE = "Numbers"
    KEYS = "n"


class ShowMore(Command):
    """Show or hide what a small window has no room for: all that is said, low days, felt beside measured."""

    TITLE = "More"
    KEYS = "m"


class OpenCompare(Command):
    """Left beside right, now beside then."""

    TITLE = "Compare"
    KEYS = "v"


class ChooseThen(Command):
    """Choose the earlier time: the first checks, a date, a month."""

    TITLE = "Then"
    KEYS = "t"


class ChooseNow(Command):
    """Choose the later time: the latest check, a date, a month."""

    TITLE = "Now"
    KEYS = "w"


class EarlierCheck(Command):
    """Put the cursor on the check before."""

    TITLE = "Before"
    KEYS = "left"
    KEY_SHOWN = "←"


class LaterCheck(Command):
    """Put the cursor on the check after."""

    TITLE = "After"
    KEYS = "right"
    KEY_SHOWN = "→"


class FirstCheck(Command):
    """Put the cursor on the first check."""

    TITLE = "First check"
    KEYS = "home"
    SHOWN = False


class LastCheck(Command):
    """Put the cursor on the latest check."""

    TITLE = "Latest check"
    KEYS = "end"
    SHOWN = False


class OpenAtCursor(Command):
    """Open the check at the cursor, with every try."""

    TITLE = "Open"
    KEYS = "enter,o"
    KEY_SHOWN = "Enter"


class ShowOverTime(Command):
    """Both sides over time."""

    TITLE = "Time"
    KEYS = "1"


class ShowGap(Command):
    """The gap between the sides over time."""

    TITLE = "Gap"
    KEYS = "2"


class ShowShape(Command):
    """What a lasting loss would look like by now, under your points. These lines are not yours."""

    TITLE = "Shape of a loss"
    KEYS = "3"


class ShowYear(Command):
    """See the last year alone."""

    TITLE = "A year"
    KEYS = "y"


class ShowAll(Command):
    """See the whole record again, not the last year alone."""

    TITLE = "All of it"
    KEYS = "y"
