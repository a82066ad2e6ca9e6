"""What can be done on Home."""

from strengthcheck.tui.commands.command import Command


class StartCheck(Command):
    """Choose tests and start a guided check."""

    TITLE = "Check"
    KEYS = "c"


class TellLost(Command):
    """Tell of something you could do and now can't. No test comes first."""

    TITLE = "Something I can no longer do"
    KEYS = "x"


class OpenHistory(Command):
    """Every check with all its tries."""

    TITLE = "History"
    KEYS = "h"


class OpenTests(Command):
    """Each test in full: how it is done, what it can show and what it can't."""

    TITLE = "Tests"
    KEYS = "t"


class ExportRecord(Command):
    """Write the whole record to a file that you keep."""

    TITLE = "Export"
    KEYS = "e"


class EnterPaper(Command):
    """Enter a check that was done on paper or at a clinic, with its date."""

    TITLE = "From paper"
    KEYS = "p"


class AboutYou(Command):
    """What is asked once: reasons to leave the tests, writing hand, country, devices."""

    TITLE = "About you"
    KEYS = "a"


class KeepUnfinished(Command):
    """Keep the unfinished check with the tries it has."""

    TITLE = "Keep what is there"
    KEYS = "k"


class DiscardUnfinished(Command):
    """Throw the unfinished check away. It asks once more."""

    TITLE = "Discard the unfinished check"
    KEYS = "d"
