"""What can be done, one small class each: key bar, help and palette are built from them."""

from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.everywhere import Back, ChangeColours, Help, Quit
from strengthcheck.tui.commands.home import (
    AboutYou,
    EnterPaper,
    ExportRecord,
    OpenHistory,
    OpenTests,
    StartCheck,
    TellLost,
)

__all__ = [
    "AboutYou",
    "Back",
    "ChangeColours",
    "Command",
    "EnterPaper",
    "ExportRecord",
    "Help",
    "OpenHistory",
    "OpenTests",
    "Quit",
    "StartCheck",
    "TellLost",
]
