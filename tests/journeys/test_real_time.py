"""Holds in real time, against a clock outside the program: keys pressed at known times on a real terminal."""

import json
import os
import random
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from strengthcheck.host.settings import Settings
from strengthcheck.host.sound_settings import SoundSettings

from .programs import made_up_programs, played
from .seed import before_trial, trials_of, unfinished
from .stage import settings_of
from .terminal import PATIENCE_SECONDS, Terminal

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"),
    pytest.mark.timeout(1500),
]

BOOK = "book-pinch-lift"
WITHIN_QUIET = 0.05
"""Seconds, in the long form, which is run alone on a quiet machine."""

HUNDREDTH = 0.01
"""Seconds: so fine a time is kept."""

SETTLED = 0.7
"""Seconds after a stop; keys in the first half-second are taken for the one that stopped it."""

APART = 0.35
"""Seconds between two presses of one key after an effort: sooner it is the first one, still held down."""

FIRST, SET = 10, 3
"""Seconds of the countdown: the first time of a test, and as set."""

GO, STOP = b"Any key stops it", b"take it"

HOLD = """
id: hold-{n}
version: 1
title: A made-up hold {n}
short: Hold {n}
summary: Only for tests.
suggest: offered
body: arm
sides: [left, right]
minutes: 1
steps:
  - Hold it.
effort:
  kind: hold
  seconds: 10
  say: Hold it.
trials: 5
rest_seconds: 0
measures:
  - id: hold
    name: time held
    unit: s
    better: higher
    low: 0
    high: 30
    step: 0.1
    cap: 10
    typical_error: 0.2
    source: made up
shows: Nothing.
sources:
  - made up
"""
"""Five holds for each hand with nothing between them, so that fifty fit into one check."""


class Outside(NamedTuple):
    """One hold as the outside clock has it, in seconds of that clock."""

    countdown: float
    """As it was set."""
    started: float
    """When the key that starts was pressed."""
    go: float
    """When the screen said GO."""
    released: float
    """When the key that stops was pressed."""
    stop: float
    """When the screen said STOP."""

    @property
    def held(self) -> float:
        """By the keys alone: from the end of the countdown to the second key."""
        return self.released - self.started - self.countdown

    @property
    def least(self) -> float:
        """A hold can't be shorter: it had begun when GO was seen, and no earlier key ended it."""
        return self.released - self.go - HUNDREDTH

    @property
    def most(self) -> float:
        """Nor longer: GO was due no sooner than the key before it allows, and STOP is seen after it is said.

        On a quiet machine least and most are some hundredths of a second apart; a busy one moves them apart,
        and what they say stays true.
        """
        return self.stop - self.started - self.countdown + HUNDREDTH

    @property
    def late(self) -> float:
        """How long after the countdown GO was seen."""
        return self.go - self.started - self.countdown


def quick_countdown(data: Path) -> None:
    settings_of(str(data)).write(Settings(sound=SoundSettings(heard=True), countdown=SET))


def begin(terminal: Terminal) -> None:
    """Continue the check that stands before a trial."""
    terminal.wait("is not finished")
    terminal.settle()
    terminal.press("c")


def to_go(terminal: Terminal) -> tuple[float, float]:
    """Start the trial at hand; when its key was pressed, and when the screen said GO."""
    terminal.wait("Ready\\?")
    terminal.settle()
    terminal.written = b""
    started = time.monotonic()
    terminal.press(" ")
    return started, seen(terminal, GO)


def seen(terminal: Terminal, words: bytes) -> float:
    """When these words came to the screen."""
    end = time.monotonic() + PATIENCE_SECONDS
    while words not in terminal.written:
        terminal.read(0.5)
        assert time.monotonic() < end, terminal.text
    return time.monotonic()


def hold(terminal: Terminal, seconds: float, countdown: float) -> Outside:
    """Hold for so long by the outside clock, let go by a key, and take what is shown."""
    started, go = to_go(terminal)
    while (left := go + seconds - time.monotonic()) > 0:
        time.sleep(min(left, 0.05))
        terminal.read(0)
    released = time.monotonic()
    terminal.press("x")
    stop = seen(terminal, STOP)
    terminal.settle(SETTLED)
    terminal.press("\r")
    terminal.wait("yes, right")
    terminal.settle(APART)
    terminal.press("\r")
    return Outside(countdown, started, go, released, stop)


def own_holds(data: Path, number: int, trials: int = 5, seconds: int = 10) -> list[str]:
    """Tests of one's own in a data folder; their names."""
    own = data / "protocols"
    own.mkdir(parents=True)
    for n in range(number):
        text = HOLD.format(n=n).replace("trials: 5", f"trials: {trials}")
        (own / f"hold-{n}.yaml").write_text(text.replace("seconds: 10", f"seconds: {seconds}"))
    return [f"hold-{n}" for n in range(number)]


def series(data: Path, tests: int, trials: int, slow: float, programs: Path) -> list[tuple[Outside, float]]:
    """Holds of random length with each hand: outside, and as the record has them.

    With two trials the first ones, with their long countdown, are made already.
    """
    made_before = trials == 2
    before_trial(data, f"trial/hold-0//left/{1 + made_before}", *own_holds(data, tests, trials))
    before = set(trials_of(unfinished(data)))
    quick_countdown(data)
    chance = random.Random(20261126)
    outside: list[Outside] = []
    with Terminal(data, 1, "--sound", "--busy", f"--slow={slow}", path=programs) as terminal:
        begin(terminal)
        for n in range(tests):
            if n:
                terminal.wait("A made-up hold")
                terminal.settle(APART)
                terminal.press("\r")
            for i in range(2 * made_before, 2 * trials):
                countdown = FIRST if i < 2 else SET
                outside.append(hold(terminal, chance.uniform(0.7, 2.0), countdown))
                if i >= 2 * trials - 2:
                    terminal.wait("how hard was it")
                    terminal.settle(APART)
                    terminal.press("\r")
        terminal.wait("Is it all as it was")
    made = trials_of(unfinished(data))
    kept = [t.values["hold"] for key, new in made.items() if key not in before for t in new]
    return list(zip(outside, kept, strict=True))


def told(found: list[tuple[Outside, float]]) -> dict[str, float]:
    """The errors of the holds, and how late GO was seen, in milliseconds."""
    errors = sorted(1000 * (kept - out.held) for out, kept in found)
    late = sorted(1000 * out.late for out, _ in found)
    return {
        "trials": len(errors),
        "least": round(errors[0], 1),
        "median": round(statistics.median(errors), 1),
        "most": round(errors[-1], 1),
        "spread": round(statistics.pstdev(errors), 1),
        "within_50": sum(abs(e) <= 50 for e in errors),
        "go_seen_median": round(statistics.median(late), 1),
        "go_seen_latest": round(late[-1], 1),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the made-up player stands in for one of Linux")
@pytest.mark.parametrize("slow", [0.0, 0.5], ids=["at ease", "speech and disk slow"])
def test_holds_are_what_an_outside_clock_says(tmp_path, slow, long):
    if not (slow or long):
        pytest.skip("the slow one stands for both in the short form")
    programs = made_up_programs(tmp_path / "bin", slow=4 * slow)
    found = series(tmp_path / "data", *((5, 5) if long else (1, 2)), slow, programs)
    figures = told(found)
    print(json.dumps(figures))
    if long:
        Path("build").mkdir(exist_ok=True)
        Path(f"build/holds-{'slow' if slow else 'at-ease'}.json").write_text(json.dumps(figures))
    for outside, kept in found:
        assert outside.least <= kept <= outside.most
    if long:
        assert -1000 * WITHIN_QUIET <= figures["least"] <= figures["most"] <= 1000 * WITHIN_QUIET
    heard = [name for _, name in played(programs) if "go" in name or name.startswith("said")]
    assert heard, "something was heard all the while"


def test_a_hold_ends_by_itself_at_its_time(tmp_path, long):
    data = tmp_path / "data"
    before_trial(data, "trial/hold-0//left/2", *own_holds(data, 1, seconds=2))
    quick_countdown(data)
    with Terminal(data, 1, "--busy") as terminal:
        begin(terminal)
        started, go = to_go(terminal)
        stop = seen(terminal, STOP)
        terminal.wait(r"Time held, seconds:   2\b")
    assert go >= started + SET, "GO is not early"
    assert stop >= started + SET + 2, "nor is STOP"
    if long:
        assert abs(go - started - SET) < WITHIN_QUIET
        assert abs(stop - started - SET - 2) < WITHIN_QUIET


HELD_SECONDS = 1.2
"""After GO: a key that stops at once has stopped long before."""


@pytest.mark.parametrize("tries", [5])
def test_a_key_that_is_held_down_from_the_start_stops_nothing(tmp_path, tries):
    """A machine that is busy tears its repeats apart, and after a gap it is a new press: so several tries."""
    for n in range(tries):
        data = tmp_path / f"data{n}"
        before_trial(data, f"trial/{BOOK}//left/2", BOOK)
        quick_countdown(data)
        with Terminal(data, 1, "--busy") as terminal:
            begin(terminal)
            if held_down(terminal):
                terminal.settle(SETTLED)
                terminal.press("x")
                terminal.wait("how did it go")
                return
    raise AssertionError("the key that started it stopped it each time, still held down")


def held_down(terminal: Terminal) -> bool:
    """Start with a key and hold it down until some time after GO; whether the effort runs on."""
    terminal.wait("Ready\\?")
    terminal.settle()
    terminal.written = b""
    go = None
    while go is None or time.monotonic() < go + HELD_SECONDS:
        terminal.press(" ")
        terminal.read(0.03)
        if go is None and GO in terminal.written:
            go = time.monotonic()
    return "Any key stops it" in terminal.text


@pytest.mark.parametrize(
    ("keys", "then"),
    [
        ("\x1b[200~pasted\x1b[201~", "how did it go"),
        ("\x1b[<0;10;10M\x1b[<0;10;10m", "how did it go"),
        ("\x03", "how did it go"),
        ("\x1a", "The computer slept or the program was paused"),
        ("\x1b[O", "Any key stops it"),
    ],
    ids=["paste", "click", "Ctrl+C", "Ctrl+Z", "lost focus"],
)
def test_what_stops_an_effort_on_a_real_terminal(tmp_path, keys, then, long):
    if not long:
        pytest.skip("the same without a terminal: tests/tui/test_sitting_trials.py")
    data = tmp_path / "data"
    before_trial(data, f"trial/{BOOK}//left/2", BOOK)
    quick_countdown(data)
    with Terminal(data, 1, "--busy") as terminal:
        begin(terminal)
        to_go(terminal)
        terminal.settle(SETTLED)
        terminal.press(keys)
        terminal.settle(SETTLED)
        terminal.wait(then)
