"""What can be done on every page."""

from strengthcheck.tui.commands.command import Command


class Help(Command):
    """Say what this page is for, and what each key does."""

    TITLE = "Help"
    KEYS = "question_mark,f1"
    KEY_SHOWN = "?"


class Back(Command):
    """Go back to where you came from."""

    TITLE = "Back"
    KEYS = "escape,q"
    KEY_SHOWN = "Esc"


class Quit(Command):
    """Leave the program. Everything is kept."""

    TITLE = "Quit"
    KEYS = "q"


class GoOn(Command):
    """Go on to what comes next."""

    TITLE = "Go on"
    KEYS = "enter"
    KEY_SHOWN = "Enter"


class ChangeColours(Command):
    """Go through light, dark, high contrast and your terminal's own colours."""

    TITLE = "Colours"
    KEYS = "l"
    SHOWN = False


class HideScreen(Command):
    """Blank the screen at once. Any key brings it back; nothing is lost."""

    TITLE = "Hide the screen"
    KEYS = "f9,ctrl+g"
    KEY_SHOWN = "F9"
    SHOWN = False
    PRIORITY = True
