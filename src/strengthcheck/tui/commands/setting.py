"""What can be set."""

from strengthcheck.tui.commands.command import Command


class OpenSettings(Command):
    """Colours, sound, countdown, paper; join a file to the record, back it up, put a backup back."""

    TITLE = "Settings"
    KEYS = "z"
