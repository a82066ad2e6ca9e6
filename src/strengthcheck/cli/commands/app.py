"""The app: on the home screen, straight into a check, or on a made-up year."""

import os
import sys
from typing import Literal

from strengthcheck.cli.call import Call


def home(call: Call) -> int:
    """Open the app."""
    return _without_screen(call) or _open(call, "home")


def check(call: Call) -> int:
    """Open the app in a guided check of the tests named."""
    named = tuple(call.args.protocols)
    refused = _without_screen(call)
    if refused:
        return refused
    _must_be_there(call, named)
    return _open(call, "check", named)


def demo(call: Call) -> int:
    """Open the app on a made-up year in a throw-away folder, or only write that year."""
    if call.args.write is not None:
        return _write(call, call.args.write)
    refused = _without_screen(call)
    if refused:
        return refused
    from strengthcheck.tui.app import run

    return run(None, demo=call.args.name)


def _open(call: Call, start: Literal["home", "check"], protocols: tuple[str, ...] = ()) -> int:
    from strengthcheck.tui.app import run

    return run(call.data_dir, start=start, protocols=protocols)


def _write(call: Call, folder: str) -> int:
    from strengthcheck.services.demo import write_demo

    count = write_demo(call.args.name, folder, call.environ, call.clock)
    call.output.say(f"written {count} made-up checks ({call.args.name}) to {folder}")
    call.output.tell(f"Look at them with: strengthcheck --data-dir {folder} history")
    return 0


def _without_screen(call: Call) -> int:
    """1, and the reason said, where the full screen can't be shown; else 0."""
    if call.args.plain:
        call.output.tell(
            "strengthcheck: the app as plain lines is not built yet. Without --plain it opens on the full "
            "screen; strengthcheck record FILE saves a check without it."
        )
        return 1
    if _is_terminal():
        return 0
    call.output.tell(
        "strengthcheck: the app needs a terminal that shows a full screen, and this is none. Nothing was "
        "changed. Start it in a terminal window, or see strengthcheck --help for what works without one."
    )
    return 1


def _is_terminal() -> bool:
    """Whether both ends are a terminal that can place text; Windows names none in TERM."""
    can_place = os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb")
    return can_place and all(s is not None and s.isatty() for s in (sys.stdin, sys.stdout))


def _must_be_there(call: Call, named: tuple[str, ...]) -> None:
    """Raise Refused when a test named on the command line is not there."""
    if not named:
        return
    from strengthcheck.services import protocols

    catalogue = protocols.catalogue(call.data_dir, call.environ)
    for name in named:
        protocols.find(name, catalogue)
