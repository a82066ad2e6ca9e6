"""The door to the app: what must be settled before its many modules are read."""

from collections.abc import Iterable
from typing import Literal

from strengthcheck.tui.tidying import collect_seldom


def run(
    data_dir: str | None,
    *,
    demo: str | None = None,
    start: Literal["home", "check"] = "home",
    protocols: Iterable[str] = (),
) -> int:
    """Open the app; returns the exit status. `demo` names a made-up year; the real data is not touched.

    Reading the modules makes a hundred thousand values that all stay; to walk them again and again meanwhile
    would cost a twentieth of the start.
    """
    collect_seldom()
    from strengthcheck.tui.app import run as run_app  # only now, for the reason above

    return run_app(data_dir, demo=demo, start=start, protocols=protocols)
