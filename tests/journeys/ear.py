"""Someone who looks at nothing: follows a check by its log of signals alone, and knows its keys by heart.

The log has what is heard, with its words and times, and the title of each page that waits for an answer.
"""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .terminal import Terminal

REACTION_SECONDS = 0.3
"""Of the program's clock, and of the world's at least a tenth of it: nobody answers in less."""

PATIENCE_SECONDS = 30.0
"""Of the world's clock: after a page that was answered and stayed, the key is pressed once more."""

SILENCE_SECONDS = 120.0
"""Of the world's clock, beside the rests: so long a busy machine may think."""

HELD_DOWN_SECONDS = 0.7
"""Of the program's clock: what stopped an effort may still be held down so long."""

CLOSING_SECONDS = 1.0
"""Of the world's clock: so long a busy machine may take to close the page that asked whether all is heard."""

WARM_UP = r"[Ww]arm.up"
WARM_UP_SECONDS = 300.0
"""Of the program's clock, longer than any: one that still says nothing was never begun."""

TURN = r"· (try \d of \d|once more)$"
KEYS: tuple[tuple[str, str], ...] = (
    (TURN, " "),
    (r"Is any of this new", "\r"),
    (r"How is today", "\r"),
    (r"^(Could|Have) (each|you)", "\r"),
    (r"What you need|What do you expect|get used to it|Is this right", "\r"),
    (WARM_UP, "\r"),
    (r"Everyday life", "\r"),
    (r"how did it go\?$", "3"),
    (r"grip strength$", "31,2\r"),
    (r"time held$", "\r"),
    (r"time to the top$", "0:07,2\r"),
    (r"stops and wrong notes$", "2\r"),
    (r"fastest clean tempo$", "\r"),
    (r"how hard was it\?$", "6\r"),
    (r"Is it all as it was", "\r"),
    (r"^(Walk on heels)", "\r"),
    (r"^(Tighten|Lift|Open|Play|Walk|Squeeze|Stairs|Climb)", "a made-up thing\r"),
)
"""Titles of pages, and the keys that answer them."""

AWAY = r"^(Stairs|Heels and toes|Instrument)"
"""Done away from the keyboard: back by a key, whatever was heard."""

AWAY_SECONDS = 4.0
"""Of the program's clock."""


class Record(NamedTuple):
    """One line of the log, with the world's time at which it was written."""

    channel: str
    kind: str
    due: float
    given: float
    words: str
    at: float


class Ear:
    """Follows the log and presses keys. It never reads the screen."""

    def __init__(self, terminal: Terminal, log: Path, speed: float) -> None:
        self.terminal = terminal
        self.log = log
        self.speed = speed
        self.records: list[Record] = []
        self.turns: list[tuple[str, ...]] = []
        """What was heard of each effort, in order: words where there were some, else the signal's name."""
        self._read = 0
        self._effort: list[str] | None = None
        self._page = ""
        self._keys = ""
        self._pressed_at = 0.0
        self._reaction = max(REACTION_SECONDS / speed, REACTION_SECONDS / 10)

    def play(self, seconds: float) -> None:
        """Go through the check until it is kept."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            new = list(self._new())
            if not new:
                self._perhaps_again()
                silent = time.monotonic() - (self.records[-1].at if self.records else end - seconds)
                assert silent < SILENCE_SECONDS + 400 / self.speed, (
                    f"nothing comes any more after {self.records[-5:]}"
                )
                continue
            self._wait(self._reaction)
            new += self._new()
            for record in sorted(new, key=lambda r: r.kind != "sample"):
                if record.kind == "page" and record.words == "Kept":
                    return
                self._take(record)
        raise AssertionError(f"never kept; the last that was heard: {self.records[-5:]}")

    def _take(self, record: Record) -> None:
        match record.kind:
            case "sample":
                self._press("y")
                self._wait(max(self._reaction, CLOSING_SECONDS))
            case "page":
                self._turn_to(record.words)
            case "rested":
                if record.channel == "screen" and self._effort is None:
                    self._press(" ")
            case _ if record.channel == "screen":
                self._hear(record)

    def _turn_to(self, title: str) -> None:
        """Answer a page, unless it is the one that goes on, or an effort is under way."""
        if self._effort is not None or title == self._page:
            return
        keys = next((k for pattern, k in KEYS if re.search(pattern, title)), None)
        assert keys is not None, f"no key is known for {title!r}"
        self._page = title
        self._press(keys)

    def _hear(self, signal: Record) -> None:
        if signal.kind == "ready":
            self._effort = []
        if self._effort is None:  # the end of a warm-up
            self._press("\r")
            return
        self._effort.append(signal.kind)
        if signal.kind == "go" and re.search(AWAY, self._page):
            self._wait(AWAY_SECONDS / self.speed)
            self._press("\r")
        if signal.kind == "stop":
            self.turns.append(tuple(self._effort))
            self._effort = None
            self._wait(HELD_DOWN_SECONDS / self.speed)

    def _perhaps_again(self) -> None:
        """A page that was answered and stayed: once more; in a rest and in an effort one waits."""
        self._wait(0.05)
        waits = self._effort is not None or re.search(TURN, self._page)
        runs = WARM_UP_SECONDS / self.speed if re.search(WARM_UP, self._page) else 0.0
        if not waits and self._keys and time.monotonic() - self._pressed_at > PATIENCE_SECONDS + runs:
            self._press(self._keys)

    def _press(self, keys: str) -> None:
        self._keys, self._pressed_at = keys, time.monotonic()
        self.terminal.press(keys)

    def _wait(self, seconds: float) -> None:
        """Let the world's time pass; what is painted is taken in and not looked at."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.terminal.read(min(left, 0.05))

    def _new(self) -> Iterator[Record]:
        if not self.log.exists():
            return
        text = self.log.read_text(encoding="utf-8")
        whole = text.rfind("\n") + 1
        for line in text[self._read : whole].splitlines():
            record = Record(**json.loads(line))
            self.records.append(record)
            yield record
        self._read = whole
