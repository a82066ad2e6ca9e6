"""The app, on the full screen or as lines: on Home, straight into a check, or on a made-up year."""

import os
import sys
from collections.abc import Mapping
from enum import Enum
from typing import Literal

from strengthcheck.cli.call import Call

PLAIN_VARIABLE = "STRENGTHCHECK_PLAIN"
"""The environment's way to ask for lines (1), or for the full screen whatever else is set (0)."""


class Face(Enum):
    """How the app can be shown here."""

    SCREEN = "the full screen"
    LINES = "lines and questions"
    NONE = "not at all"


def home(call: Call) -> int:
    """Open the app."""
    return _open(call, "home")


def check(call: Call) -> int:
    """Open the app in a guided check of the tests named."""
    named = tuple(call.args.protocols)
    if _face(call) is not Face.NONE:
        _must_be_there(call, named)
    return _open(call, "check", named)


def demo(call: Call) -> int:
    """Open the app on a made-up year in a throw-away folder, or only write that year."""
    if call.args.write is not None:
        return _write(call, call.args.write)
    return _open(call, "home", demo=call.args.name)


def _open(
    call: Call, start: Literal["home", "check"], protocols: tuple[str, ...] = (), demo: str | None = None
) -> int:
    data_dir = None if demo else call.data_dir
    face = _face(call)
    if face is Face.SCREEN:
        from strengthcheck.tui.start import run as run_screen

        return run_screen(data_dir, demo=demo, start=start, protocols=protocols)
    if face is Face.LINES:
        from strengthcheck.plain.run import run as run_lines

        return run_lines(data_dir, demo=demo, start=start, protocols=protocols)
    call.output.tell(
        "strengthcheck: the app needs a terminal that shows a full screen, and this is none. Nothing was "
        "changed. Start it in a terminal window, or with --plain for lines and questions; see "
        "strengthcheck --help for what works without either."
    )
    return 1


def _write(call: Call, folder: str) -> int:
    from strengthcheck.services.demo import write_demo

    count = write_demo(call.args.name, folder, call.environ, call.clock)
    call.output.say(f"written {count} made-up checks ({call.args.name}) to {folder}")
    call.output.tell(f"Look at them with: strengthcheck --data-dir {folder} history")
    return 0


def _face(call: Call) -> Face:
    """How the app is shown: as asked for on the command line, then by the environment, then by the setting.

    A terminal that says it can't place text (TERM=dumb, or none) gets lines. There is no sign of a screen
    reader that a program in a terminal could trust on every system; so who uses one sets the variable, or
    the setting, once.
    """
    terminal = all(s is not None and s.isatty() for s in (sys.stdin, sys.stdout))
    asked = True if call.args.plain else {"1": True, "0": False}.get(call.environ.get(PLAIN_VARIABLE, ""))
    if asked:
        return Face.LINES if sys.stdin is not None and sys.stdout is not None else Face.NONE
    if not terminal:
        return Face.NONE
    if not _can_place(call.environ):
        return Face.LINES
    return Face.LINES if asked is None and _is_set(call) else Face.SCREEN


def _can_place(environ: Mapping[str, str]) -> bool:
    """Whether the terminal can place text; Windows names none in TERM."""
    return os.name == "nt" or environ.get("TERM", "") not in ("", "dumb")


def _is_set(call: Call) -> bool:
    """Whether the person chose lines in Settings."""
    from strengthcheck.host.folders import FolderRefused, folders_for
    from strengthcheck.host.settings import SettingsFile

    try:
        folders = folders_for(call.data_dir, call.environ)
    except FolderRefused:
        return False  # said when the record is opened
    return SettingsFile(lambda: folders).read().plain


def _must_be_there(call: Call, named: tuple[str, ...]) -> None:
    """Raise Refused when a test named on the command line is not there."""
    if not named:
        return
    from strengthcheck.services import protocols

    catalogue = protocols.catalogue(call.data_dir, call.environ)
    for name in named:
        protocols.find(name, catalogue)
