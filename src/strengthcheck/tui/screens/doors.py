"""The doors of Home: each command that opens another page, and which page that is."""

from typing import ClassVar

from textual import on

from strengthcheck.tui import commands
from strengthcheck.tui.commands.check import SoundAndVoice
from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.compare import OpenCompare
from strengthcheck.tui.commands.report import OpenReport
from strengthcheck.tui.commands.safeguards import (
    EnterVisit,
    OpenCards,
    OpenEvents,
    OpenUnderstand,
    OpenWayOut,
)
from strengthcheck.tui.commands.setting import OpenSettings
from strengthcheck.tui.opening import PageName, page
from strengthcheck.tui.page import Page


class Doors(Page[None]):
    """A page from which the others are opened, and to which they lead back."""

    OPENS: ClassVar[dict[type[Command], PageName]] = {
        commands.TellLost: "lost",
        commands.OpenHistory: "history",
        OpenCompare: "compare",
        OpenReport: "report",
        OpenUnderstand: "understand",
        OpenCards: "cards",
        OpenEvents: "events",
        EnterVisit: "visit",
        commands.OpenTests: "tests",
        commands.ExportRecord: "export",
        OpenSettings: "settings",
    }
    """The pages that need nothing but the desk."""

    @on(commands.TellLost)
    @on(commands.OpenHistory)
    @on(OpenCompare)
    @on(OpenReport)
    @on(OpenUnderstand)
    @on(OpenCards)
    @on(OpenEvents)
    @on(EnterVisit)
    @on(commands.OpenTests)
    @on(commands.ExportRecord)
    @on(OpenSettings)
    def _open(self, asked: Command) -> None:
        self.app.push_screen(page(self.OPENS[type(asked)], self.desk))

    @on(OpenWayOut)
    def _way_out(self) -> None:
        self.app.push_screen(page("wayout", self.desk), self._from_way_out)

    def _from_way_out(self, holds: str | None) -> None:
        self.tell(holds or "")

    @on(commands.EnterPaper)
    def _paper(self) -> None:
        self.app.push_screen(page("paper", self.desk), self._from_paper)

    def _from_paper(self, kept: bool | None) -> None:
        self.tell("Kept. You find it in History." if kept else "")

    @on(commands.AboutYou)
    def _about(self) -> None:
        self.app.push_screen(page("about", self.desk, False))

    @on(SoundAndVoice)
    def _sound(self) -> None:
        hearing = self.desk.hearing
        self.app.push_screen(page("sound", self.desk, hearing), lambda _: hearing.close())
