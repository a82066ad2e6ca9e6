"""Being asked to end from outside: by the system, or by a terminal that is closed."""

import asyncio
import signal
from collections.abc import Callable

ENDING = ("SIGTERM", "SIGHUP")
"""What the system sends before it would end us the hard way."""


def on_ending(loop: asyncio.AbstractEventLoop, end: Callable[[int], None]) -> Callable[[], None]:
    """Call `end` with the exit status (128 and the signal's number) when asked to; returns what undoes it.

    Without this a terminal program is gone at once, the terminal left as it was.
    Where a system has no such signals (Windows), nothing is done.
    """
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    set_up: list[int] = []
    for number in numbers:
        try:
            loop.add_signal_handler(number, end, 128 + number)
        except (NotImplementedError, ValueError, RuntimeError):  # Windows, or not the main thread
            continue
        set_up.append(number)

    def undo() -> None:
        for number in set_up:
            loop.remove_signal_handler(number)

    return undo
