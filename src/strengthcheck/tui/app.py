"""The app itself: it holds the desk, the colours and the way out."""

import asyncio
import os
import random
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.segment import Segment, Segments
from textual import on
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from strengthcheck.host.clock import Clock, SystemClock
from strengthcheck.host.cues import CueLog
from strengthcheck.host.folders import folders_for
from strengthcheck.host.settings import SettingsFile
from strengthcheck.host.signals import on_ending
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.host.streams import let_go
from strengthcheck.services.workspace import Workspace, open_workspace
from strengthcheck.tui import themes
from strengthcheck.tui.crash import EXIT_STATUS, crash_text
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.driver import steady
from strengthcheck.tui.hearing import Make, hearing_of
from strengthcheck.tui.messages import ColoursAsked, HelpAsked
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.home import HomeScreen
from strengthcheck.tui.tidying import collect_seldom
from strengthcheck.tui.widgets.status import HEIGHT, WIDTH, StatusLine

if TYPE_CHECKING:
    from strengthcheck.host.sound import Sound

Start = Literal["home", "check"]


class StrengthCheckApp(App[int]):
    """A calm face on the record. Clock, coin and record are given, so that tests compose the same app."""

    TITLE = "strengthcheck"
    ENABLE_COMMAND_PALETTE = True
    CSS_PATH = "screens/home.tcss"  # Textual does not load that of the first screen itself
    CSS: ClassVar[str] = "ToastRack { display: none; }"

    def __init__(
        self,
        open_workspace: Callable[[], Workspace],
        *,
        clock: Clock,
        draw: Callable[[], bool],
        settings: SettingsFile | None = None,
        sound: Make | None = None,
        start: Start = "home",
        protocols: Iterable[str] = (),
        demo: bool = False,
    ) -> None:
        """`start` opens Home or goes straight into a check of `protocols`; `demo`: the data is made up.

        `sound` makes what is heard in a sitting; without it there is the bell alone.
        """
        super().__init__()
        self.animation_level = "none"
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDTH, "-middle"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (HEIGHT, "-usual"), (32, "-tall")]
        self.settings = settings or SettingsFile()
        hearing = hearing_of(self.settings, self.bell, sound, clock.monotonic)
        waiting, settings = self._waiting, self.settings
        self.desk = Desk(
            open_workspace, clock=clock, draw=draw, waiting=waiting, hearing=hearing, settings=settings
        )
        self._home = HomeScreen(self.desk, check=tuple(protocols) if start == "check" else None, demo=demo)
        for theme in themes.themes():
            self.register_theme(theme)
        self.theme = themes.known(self.settings.read().theme, no_color=self.no_color)

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver, steadied against a stop from outside."""
        return steady(super().get_driver_class())

    def get_default_screen(self) -> HomeScreen:
        """Home."""
        return self._home

    def on_mount(self) -> None:
        """Listen for being asked to end."""
        collect_seldom()
        self._deaf = on_ending(asyncio.get_running_loop(), self._asked_to_end)

    def on_unmount(self) -> None:
        """Close the record when what is being saved is saved."""
        self._deaf()
        self.desk.close()

    def _asked_to_end(self, status: int) -> None:
        self.exit(return_code=status)

    def _waiting(self, why: str | None) -> None:
        # A page may have been opened over the one on which the wait was said: it ends on all of them.
        for page in [self.screen] if why else self.screen_stack:
            if isinstance(page, Page):
                for line in page.query(StatusLine):
                    line.wait(why)

    @on(HelpAsked)
    def _help(self) -> None:
        from strengthcheck.tui.screens.help import HelpScreen  # opened rarely: not before the first paint

        if isinstance(self.screen, Page):
            self.push_screen(HelpScreen(self.desk, self.screen))

    @on(ColoursAsked)
    def _colours(self) -> None:
        self.theme = themes.after(self.theme, no_color=self.no_color)
        trouble = self.settings.write(self.settings.read()._replace(theme=self.theme))
        if isinstance(self.screen, Page):
            self.screen.tell(trouble or f"Colours: {themes.NAMES[self.theme]}.", trouble=bool(trouble))

    async def action_quit(self) -> None:
        """Ctrl+Q leaves, unless an effort runs: then it stops that and no more."""
        if not (isinstance(self.screen, Page) and self.screen.stays()):
            self.exit(0)

    def action_command_palette(self) -> None:
        """Ctrl+P opens the palette, but over no countdown and no effort: there it is a key like any other."""
        if not (isinstance(self.screen, Page) and self.screen.stays("ctrl+p")):
            super().action_command_palette()

    def action_help_quit(self) -> None:
        """Ctrl+C leaves, as everywhere in a terminal: everything made is on disk."""
        self.exit(0)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the page's commands. No screenshot: its file would be open to others."""
        if isinstance(screen, Page):
            for command in screen.commands():
                if screen.can(command):
                    yield SystemCommand(
                        command.TITLE, command.tooltip(), lambda c=command: screen.post_message(c())
                    )

    def _fatal_error(self) -> None:
        """Say what went wrong without anything that was entered (Textual prints local variables)."""
        self._return_code = EXIT_STATUS
        error = self._exception or RuntimeError()
        self._exit_renderables.append(Segments([Segment(crash_text(error))]))
        self._close_messages_no_wait()


def run(
    data_dir: str | None,
    *,
    demo: str | None = None,
    start: Start = "home",
    protocols: Iterable[str] = (),
) -> int:
    """Open the app; returns the exit status. `demo` names a made-up year; the real data is not touched."""
    if demo is None:
        return _open(data_dir, start, protocols, demo=False)
    with TemporaryDirectory(prefix="strengthcheck-demo-") as folder:
        _write_demo(demo, folder)
        return _open(folder, start, protocols, demo=True)


def _open(data_dir: str | None, start: Start, protocols: Iterable[str], *, demo: bool) -> int:
    environ = dict(os.environ)
    clock = SystemClock()
    coin = random.SystemRandom()
    folders = folders_for(data_dir, environ)
    app = StrengthCheckApp(
        lambda: open_workspace(data_dir, environ, clock),
        clock=clock,
        draw=lambda: coin.random() < 0.5,
        settings=SettingsFile(lambda: folders),
        sound=lambda settings, ring, log: _sound(settings, folders.cache, environ, ring, clock, log),
        start=start,
        protocols=protocols,
        demo=demo,
    )
    return run_to_end(app)


def run_to_end(app: StrengthCheckApp) -> int:
    """Run an app; its exit status, also where no terminal is left to take the last output."""
    app.run()
    let_go()
    return app.return_code or 0


def _sound(
    settings: SoundSettings,
    cache: Path,
    environ: Mapping[str, str],
    ring: Callable[[], None],
    clock: Clock,
    log: CueLog,
) -> "Sound":
    from strengthcheck.host.sound import system_sound  # only a sitting needs it

    return system_sound(settings, cache, environ, ring, monotonic=clock.monotonic, log=log)


def _write_demo(name: str, folder: str) -> None:
    from strengthcheck.services.demo import write_demo  # only made-up years need it
    from strengthcheck.services.made_up import DEMOS

    known = next(d for d in DEMOS if d == name)
    write_demo(known, folder, dict(os.environ), SystemClock())
