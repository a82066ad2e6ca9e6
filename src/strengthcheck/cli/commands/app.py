"""The app: on the home screen, straight into a check, or on a made-up year."""

import os
import sys
import tempfile
from typing import Literal

from strengthcheck.cli.call import Call


def home(call: Call) -> int:
    """Open the app."""
    return _without_screen(call) or _open(call, "home")


def check(call: Call) -> int:
    """Open the app in a guided check of the tests named."""
    named = tuple(call.args.protocols)
    return _without_screen(call) or _unknown(call, named) or _open(call, "check", named)


def demo(call: Call) -> int:
    """Open the app on a made-up year in a throw-away folder, or only write that year."""
    if call.args.write is not None:
        return _write(call, call.args.write)
    refused = _without_screen(call)
    if refused:
        return refused
    from strengthcheck.tui.app import run

    with tempfile.TemporaryDirectory(prefix="strengthcheck-demo-") as folder:
        _make(call, folder)
        run(data_dir=folder, demo=call.args.name, start="home", protocols=())
    return 0


def _open(call: Call, start: Literal["home", "check"], protocols: tuple[str, ...] = ()) -> int:
    from strengthcheck.tui.app import run

    run(data_dir=call.data_dir, demo=None, start=start, protocols=protocols)
    return 0


def _write(call: Call, folder: str) -> int:
    count = _make(call, folder)
    call.output.say(f"written {count} made-up checks ({call.args.name}) to {folder}")
    call.output.tell(f"Look at them with: strengthcheck --data-dir {folder} history")
    return 0


def _make(call: Call, folder: str) -> int:
    from strengthcheck.services.demo import write_demo

    return write_demo(call.args.name, folder, call.environ, call.clock)


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
    streams = (sys.stdin, sys.stdout)
    return os.environ.get("TERM", "") not in ("", "dumb") and all(
        s is not None and s.isatty() for s in streams
    )


def _unknown(call: Call, named: tuple[str, ...]) -> int:
    """1, and said which, when a test named is not there; else 0."""
    if not named:
        return 0
    from strengthcheck.exchange.validate import no_test_called
    from strengthcheck.host.folders import folders_for
    from strengthcheck.services.workspace import catalogue_in

    known = catalogue_in(folders_for(call.data_dir, call.environ)).protocols
    missing = next((name for name in named if name not in known), None)
    if missing is None:
        return 0
    call.output.tell(f"strengthcheck: {no_test_called(missing, known)}")
    return 1
