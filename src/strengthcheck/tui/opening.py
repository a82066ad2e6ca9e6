"""The one lazy door to the pages: each is imported when it is first opened, so that Home is painted soon."""

from importlib import import_module
from typing import Any, Literal

from textual.screen import Screen

from strengthcheck.tui.desk import Desk

PageName = Literal[
    "about",
    "ask",
    "bin",
    "calendar",
    "cards",
    "check",
    "choose",
    "compare",
    "events",
    "export",
    "form",
    "help",
    "history",
    "import",
    "line",
    "lost",
    "marks",
    "metronome",
    "note",
    "pair",
    "paper",
    "prose",
    "report",
    "restore",
    "seal",
    "settings",
    "sitting",
    "sound",
    "test",
    "tests",
    "understand",
    "versions",
    "visit",
    "wayout",
]

_PAGES: dict[PageName, tuple[str, str]] = {
    "about": ("setup", "SetupScreen"),
    "ask": ("ask", "AskScreen"),
    "bin": ("bin", "BinScreen"),
    "calendar": ("calendar", "CalendarScreen"),
    "cards": ("cards", "CardsScreen"),
    "check": ("check_page", "CheckScreen"),
    "compare": ("compare", "CompareScreen"),
    "choose": ("choose", "ChooseScreen"),
    "events": ("events", "EventsScreen"),
    "export": ("export", "ExportScreen"),
    "form": ("doctor_form", "DoctorFormScreen"),
    "help": ("help", "HelpScreen"),
    "history": ("history", "HistoryScreen"),
    "import": ("files", "ImportScreen"),
    "line": ("line", "LineScreen"),
    "lost": ("lost", "LostScreen"),
    "marks": ("marks", "MarksScreen"),
    "metronome": ("metronome", "MetronomeScreen"),
    "note": ("note", "NoteScreen"),
    "pair": ("pair_page", "PairScreen"),
    "paper": ("paper", "PaperScreen"),
    "prose": ("prose", "ProseScreen"),
    "report": ("report", "ReportScreen"),
    "restore": ("files", "RestoreScreen"),
    "seal": ("seal", "SealScreen"),
    "settings": ("settings", "SettingsScreen"),
    "sitting": ("sitting", "SittingScreen"),
    "sound": ("sound", "SoundScreen"),
    "test": ("test_page", "TestScreen"),
    "tests": ("tests", "TestsScreen"),
    "understand": ("understand", "UnderstandScreen"),
    "versions": ("versions", "VersionsScreen"),
    "visit": ("visit", "VisitScreen"),
    "wayout": ("wayout", "WayOutScreen"),
}


AHEAD: tuple[PageName, ...] = ("compare", "pair", "history", "check", "help")
"""The pages that are opened most from Home."""


def load_ahead() -> None:
    """Import what is opened most, so that the first key finds it there. For a thread, once Home rests."""
    for name in AHEAD:
        import_module(f"strengthcheck.tui.screens.{_PAGES[name][0]}")


def page(name: PageName, desk: Desk, *given: object) -> Screen[Any]:
    """A new page of that name. What it is given beside the desk is said by its class."""
    module, cls = _PAGES[name]
    made: Screen[Any] = getattr(import_module(f"strengthcheck.tui.screens.{module}"), cls)(desk, *given)
    return made
