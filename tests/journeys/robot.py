"""Someone who reads the screen and presses keys, and knows nothing else."""

import re
import time
from collections.abc import Callable

from .terminal import PATIENCE_SECONDS, Terminal

Rule = tuple[str, str]

RULES: tuple[Rule, ...] = (
    (r"Rest a little|Get ready|Any key stops it|\d left\.|seconds? left\.", ""),
    (r"c   Start the first check", "c"),
    (r"About you\n+\s+\d of \d", "\r"),
    (r"Is it all as it was\?[\s\S]*Enter keep the check", "\r"),
    (r"Is it all as it was\?", ""),  # still being painted: its keys are not there yet
    (r"its name, as you will", "a made-up thing\r"),
    (r"when you are back", "\r"),
    (r"Ready\?", " "),
    (r"Press 3, 2, 1 or 0", "3"),
    (r"Grip strength, kg:   –", "31,2\r"),
    (r"Time held, seconds:   \d", "\r"),
    (r"Time to the top, seconds:   –", "0:07,2\r"),
    (r"Stops and wrong notes:   –", "2\r"),
    (r"Fastest clean tempo.*:   –", "\r"),
    (r"how hard was it\?[\s\S]*Effort, 0 to 10 +▸ –", "6\r"),
    (r"back to the start", ""),
    (r"Enter (yes, right|go on|start|ready|done|none of these|it is all here|take it)", "\r"),
)
"""What the screen shows, and the keys that answer it; no keys where one waits."""

DONE = r"Kept[\s\S]*Enter back to the start"


def keys_for(text: str) -> str:
    """What someone would press now."""
    return next((keys for pattern, keys in RULES if re.search(pattern, text)), "")


PATIENCE = 15.0
"""Seconds after which a page that stayed is answered once more."""


def title_of(text: str) -> str:
    """The first lines of a page, without what runs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join(lines[:2])


def choose_all(terminal: Terminal) -> None:
    """In the chooser: mark every test that is not marked yet, and start."""
    terminal.wait("Today's check")
    up, down = "\x1b[A", "\x1b[B"
    rows = re.findall(r"\[[ x]\]", terminal.settle())
    terminal.press(up * len(rows))
    for row in rows:
        terminal.press((" " if row == "[ ]" else "") + down)
        terminal.settle()
    terminal.press("\r")


def play(
    terminal: Terminal,
    until: str = DONE,
    seconds: float = 5 * PATIENCE_SECONDS,
    see: Callable[[str], None] | None = None,
) -> None:
    """Answer every page until the screen shows the given one."""
    end = time.monotonic() + seconds
    answered, pressed_at = ("", ""), 0.0
    while time.monotonic() < end:
        text = terminal.settle(0.15)  # a page in two halves would be answered twice
        if see is not None:
            see(text)
        if re.search(until, text):
            return
        keys = keys_for(text)
        page = (title_of(text), keys)
        # A page that is being left may still change: it is answered once, and again only if it stays.
        if keys and (page != answered or time.monotonic() - pressed_at > PATIENCE):
            answered, pressed_at = page, time.monotonic()
            terminal.press(keys)
            terminal.read(0.5)
    raise AssertionError(f"{until!r} never came; the screen shows:\n{terminal.text}")
