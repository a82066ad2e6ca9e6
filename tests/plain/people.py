"""Someone who reads lines and types lines, on a clock that goes only while the program waits."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from strengthcheck.host.cues import CueLog
from strengthcheck.host.folders import folders_for
from strengthcheck.host.lines import InputEnded
from strengthcheck.host.settings import SettingsFile
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.run import converse
from strengthcheck.plain.talk import Talk
from strengthcheck.services.workspace import open_workspace
from tests.services.rooms import NOW
from tests.tui.hands import arrange, on_disk

WAIT = None
"""In a script: let the time that is waited for go by."""


SCREEN_KEYS = re.compile(r"\b(Esc|Space|Tab|Backspace|Ctrl|F\d+)\b|[↑↓]|Enter (brings|reads)")
"""What only the full screen has."""


class WaitedClock:
    """Goes on only while the program waits."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.asleep = 0.0

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.passed + self.asleep)

    def monotonic(self) -> float:
        return 1000.0 + self.passed

    def interval(self, seconds: float) -> float:
        return seconds


class Person:
    """Both ends of a conversation: what is said is kept, and answered by a function of it."""

    terminal = True
    encoding = "utf-8"
    width: int | None = None

    def __init__(
        self, clock: WaitedClock, answers: Callable[[str], str | None], keys: dict[float, str] | None = None
    ) -> None:
        """`answers` is told what was said since the last answer; `keys` are pressed so long after GO."""
        self.clock = clock
        self.answers = answers
        self.said = ""
        self._since = 0
        self._keys = dict(keys or {})
        self._go: float | None = None
        self.was_stopped = False

    def read(self, seconds: float | None = None) -> str | None:
        new, self._since = self.said[self._since :], len(self.said)
        answer = self.answers(new)
        if answer is None:
            assert seconds is not None, f"waiting for ever at:\n{new}"
            self.clock.passed += seconds
            return None
        self.said += f"{answer}\n"
        self._since = len(self.said)
        return answer

    def key(self, seconds: float) -> str | None:
        now = self.clock.monotonic()
        if self._go is None and "Go. " in self.said[self._since :]:
            self._go = now
        due = [after for after in self._keys if self._go is not None and self._go + after <= now + seconds]
        if due:
            after = min(due)
            self.clock.passed += max(0.0, (self._go or 0.0) + after - now)
            return self._keys.pop(after)
        self.clock.passed += seconds
        return None

    def pause(self, seconds: float) -> None:
        self.clock.passed += seconds

    @contextmanager
    def keys(self) -> Iterator[None]:
        self._go = None
        away = self.said.rfind("when you are back") > self.said.rfind("Go. ")
        if away and not self._keys:
            self._keys = {3.0: "\n"}
        self._since = len(self.said)
        yield

    def forget(self) -> None:
        """What is typed here comes only when it is asked for."""

    def write(self, text: str) -> None:
        assert not SCREEN_KEYS.search(text), f"lines have no such key:\n{text}"
        self.said += text

    def stopped(self) -> bool:
        was, self.was_stopped = self.was_stopped, False
        return was

    def columns(self) -> int | None:
        return self.width

    def beat(self) -> float:
        return self.clock.monotonic() + self.clock.asleep


def script(*lines: str | None) -> Callable[[str], str | None]:
    """These answers in turn; afterwards nothing more can be typed."""
    rest = list(lines)

    def answer(_: str) -> str | None:
        if not rest:
            raise InputEnded
        return rest.pop(0)

    return answer


def choosing(*wanted: str) -> Callable[[str], str | None]:
    """Type the number of a row by its words, or the line itself when it stands in brackets."""
    rest = list(wanted)

    def answer(new: str) -> str | None:
        if not rest:
            return "q"
        word = rest.pop(0)
        if word.startswith("="):
            return word[1:]
        found = [line for line in new.split("\n") if word in line]
        assert found, f"{word!r} is not offered:\n{new}"
        return found[0].split()[0]

    return answer


def rules(*pairs: tuple[str, str], end: str = "") -> Callable[[str], str | None]:
    """The answer of the first pattern that the last question shows; Enter where none does.

    Where a wait is offered, it is waited. At `end` nothing more is typed.
    """

    def answer(new: str) -> str | None:
        if end and re.search(end, new):
            raise InputEnded
        for pattern, line in pairs:
            if re.search(pattern, new):
                return line
        return WAIT if re.search(r"(Resting|Warming up)[^\n]* > $", new) else ""

    return answer


USUAL = (
    (r"Start the first check[\s\S]*q to quit > $", "1"),
    (r"its name, as you will know it again > $", "a made-up thing"),
    (r"Its name, as you will know it again > $", "a made-up thing"),
    (r"how did it go\?[\s\S]*A number > $", "3"),
    (r"[Gg]rip strength, kg.* > $", "31,2"),
    (r"[Tt]ime to the top, seconds.* > $", "0:07,2"),
    (r"[Ss]tops and wrong notes.* > $", "2"),
    (r"Effort, 0 to 10", "6"),
)
"""What someone answers on a usual day."""


@contextmanager
def desk(
    folder: Path,
    answers: Callable[[str], str | None],
    *,
    keys: dict[float, str] | None = None,
    clock: WaitedClock | None = None,
) -> Iterator[tuple[Desk, Person]]:
    """A conversation on the record of a folder."""
    clock = clock or WaitedClock()
    person = Person(clock, answers, keys)
    folders = folders_for(str(folder), {})
    with open_workspace(str(folder), {}, clock) as ws:
        given = Desk(ws, Talk(person), clock, lambda: True, SettingsFile(lambda: folders), CueLog())
        yield given, person


def talk_through(
    folder: Path,
    answers: Callable[[str], str | None],
    *,
    start: Literal["home", "check"] = "home",
    protocols: tuple[str, ...] = (),
) -> str:
    """A whole conversation; everything that was said and typed."""
    with desk(folder, answers) as (given, person):
        converse(given, start, protocols)
        return person.said


def talked(folder: Path, *lines: str | None, keys: dict[float, str] | None = None) -> Person:
    """Continue the unfinished check with these lines; then the input ends."""
    with desk(folder, script("1", *lines), keys=keys) as (given, person):
        converse(given)
        return person


def at(folder: Path, until: str, *tests: str, **given: object) -> None:
    """A check under way, up to the first step whose key begins so."""
    arrange(folder, lambda step: step.key.startswith(until), *tests, **given)


def answer(folder: Path, key: str) -> object:
    """What was told at a step, as it is on disk."""
    return on_disk(folder).answers[key].answer
