"""What can be done beside checks: reading, cards, visits."""

from strengthcheck.tui.commands.command import Command


class OpenUnderstand(Command):
    """Short answers with their sources: what twitching usually is, what these tests can't show."""

    TITLE = "Understand"
    KEYS = "u"


class OpenCards(Command):
    """Has this happened before? What you wrote down of a sensation, and how it ended."""

    TITLE = "Has this happened before?"
    KEYS = "s"


class EnterVisit(Command):
    """Enter that a doctor examined you: when, who, what was found."""

    TITLE = "A doctor's visit"
    KEYS = "o"


class OpenWayOut(Command):
    """Check less often, or stop. It can be changed at any time."""

    TITLE = "Fewer checks, or none"
    KEYS = "w"


class OpenCard(Command):
    """Open the card under the cursor."""

    TITLE = "Open"
    KEYS = "o"
    KEY_SHOWN = "Enter"


class NewCard(Command):
    """Write down a sensation: where, what it feels like, since when."""

    TITLE = "Write one down"
    KEYS = "n"


class EndCard(Command):
    """Write down that it ended, and how."""

    TITLE = "It has ended"
    KEYS = "e"


class CardAgain(Command):
    """The same is back: begin it anew, with the earlier endings beside it."""

    TITLE = "It is back"
    KEYS = "r"


class OpenEvents(Command):
    """Enter an injury, an illness, a new medicine: it stands wherever that side is compared."""

    TITLE = "Injury, illness, medicine"
    KEYS = "i"


class NewEvent(Command):
    """Enter one: what, where, when."""

    TITLE = "Enter one"
    KEYS = "n"


class RemoveEvent(Command):
    """Take out the one under the cursor. It asks once more."""

    TITLE = "Take it out"
    KEYS = "d"
