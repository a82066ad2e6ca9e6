"""What it costs to open each screen on ten years of checks, beside a bare Textual app, in one run.

    python benchmarks/screens.py [--rounds 3] [--ten] [--screens compare,history]

Each round starts three programs in pseudo-terminals of 120 x 40, in turn: a bare app, this one on 260 checks
(12,000 trials) and this one on 100,000 trials. When the worker has read the record, every screen is opened
by its key, twice. What counts is the CPU time of all threads from the key until the whole screen is painted,
because a busy machine changes it less than the wall clock, which stands beside it. The bare app's key is the
one for its command palette.

Bars: the first opening, its code loaded too, within 2 times the bare app's; with 100,000 trials within 1.5
times that; memory, after all screens, 110 MB with ten years; nothing written while a screen rests; a running
countdown at most 1.5 kB a second. The second opening is printed only: the bare app has nothing left to load
then. Exit 1 when a bar is missed.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte

from first_paint import BARE, COLUMNS, OURS, ROWS, cpu_seconds, drain, read, resident, started

TEN, MANY = 12_000, 100_000
OPEN_BAR, MANY_BAR, MEMORY_BAR, IDLE_BAR, COUNTDOWN_BAR = 2.0, 1.5, 110.0, 0, 1500.0
GIVE_UP_SECONDS, QUIET_SECONDS, REST_SECONDS = 60.0, 0.5, 1.0
RESTING = 0.02
"""Under this share of a core a program rests."""

HOME = r"c   Start |Nothing to do until"
ENTER, ESC, LEFT, PALETTE = "\r", "\x1b", "\x1b[D", "\x10"


class Screen(NamedTuple):
    """How one screen is reached and known."""

    name: str
    way: tuple[tuple[str, str], ...]
    """Keys from Home to the page before it, each with what then stands on the screen."""
    key: str
    sign: str
    """What stands on it when all of it is painted."""
    esc: int
    """How often Esc leads back to Home."""


COMPARE = ("v", r"→ the latest check[\s\S]*n Numbers")
PAIR = (ENTER, r"← Before[\s\S]*n Numbers")
HISTORY = ("h", r"newest (first|\d+)[\s\S]*6 tests[\s\S]*Esc Back")
SCREENS = (
    Screen("Compare", (), *COMPARE, 1),
    Screen("a test over time", (COMPARE,), *PAIR, 2),
    Screen(
        "its gap",
        (COMPARE, ("\x1b[B" * 8, r"›Grip device"), PAIR),
        "2",
        r"Your own usual gap[\s\S]*n Numbers",
        2,
    ),
    Screen("History", (), *HISTORY, 1),
    Screen("a check", (HISTORY,), ENTER, r"planned check[\s\S]*as usual for me[\s\S]*Esc Back", 2),
    Screen("Tests", (), "t", r"How each test is done[\s\S]*Esc Back|about \d+ minutes[\s\S]*Esc Back", 1),
    Screen("Understand", (), "u", r"Understand[\s\S]*Esc Back", 1),
    Screen("Help", (), "?", r"Home says[\s\S]*Esc Back", 1),
)


class Cost(NamedTuple):
    """One opening."""

    cpu: float
    """Milliseconds of all threads."""
    wall: float
    """Milliseconds."""


class Seen:
    """A program on its terminal."""

    def __init__(self, child: "pexpect.spawn[bytes]") -> None:
        self.child = child
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def until(self, sign: str) -> None:
        """Read until the sign stands on the screen."""
        end = time.monotonic() + GIVE_UP_SECONDS
        while not re.search(sign, self.text()):
            if time.monotonic() > end:
                raise SystemExit(f"{sign!r} never came:\n{self.text()}")
            self.stream.feed(read(self.child, 0.05))

    def rest(self) -> None:
        """Wait until nothing is written and nothing computed."""
        while True:
            before = cpu_seconds(self.child.pid)
            end = time.monotonic() + QUIET_SECONDS
            while time.monotonic() < end:
                self.stream.feed(read(self.child, 0.1))
            if cpu_seconds(self.child.pid) - before < RESTING * QUIET_SECONDS:
                return

    def press(self, key: str, sign: str) -> Cost:
        """Press a key; what it cost until the sign stands on the screen."""
        cpu, wall = cpu_seconds(self.child.pid), time.monotonic()
        self.child.send(key)
        self.until(sign)
        return Cost(1000 * (cpu_seconds(self.child.pid) - cpu), 1000 * (time.monotonic() - wall))

    def settle(self) -> int:
        """Wait until it rests, then say how many bytes it writes unasked."""
        self.rest()
        written = 0
        end = time.monotonic() + REST_SECONDS
        while time.monotonic() < end:
            got = read(self.child, 0.1)
            written += len(got)
            self.stream.feed(got)
        return written


class Run(NamedTuple):
    """One program's figures, by screen: the first opening and the second."""

    costs: dict[str, tuple[Cost, Cost]]
    memory: float
    idle: int


def bare_run() -> Run:
    """The bare app's palette."""
    with started([sys.executable, "-c", BARE]) as child:
        seen = Seen(child)
        seen.until("q Quit")
        seen.rest()
        sign = r"Search for commands[\s\S]*Quit"
        first = seen.press(PALETTE, sign)
        seen.rest()
        child.send(ESC)
        seen.rest()
        return Run({"palette": (first, seen.press(PALETTE, sign))}, resident(child.pid), 0)


def our_run(folder: Path, screens: tuple[Screen, ...]) -> Run:
    """Every screen twice, on the record in a folder."""
    with started([sys.executable, "-c", OURS, str(folder)]) as child:
        seen = Seen(child)
        seen.until(HOME)
        seen.rest()
        costs: dict[str, list[Cost]] = {s.name: [] for s in screens}
        idle = 0
        for _ in range(2):
            for screen in screens:
                for key, sign in screen.way:
                    seen.press(key, sign)
                    seen.rest()
                costs[screen.name].append(seen.press(screen.key, screen.sign))
                idle = max(idle, seen.settle())
                for _ in range(screen.esc):
                    child.send(ESC)
                    seen.rest()
                seen.until(HOME)
                seen.rest()
        return Run({k: (v[0], v[1]) for k, v in costs.items()}, resident(child.pid), idle)


def countdown_bytes(folder: Path) -> float:
    """Bytes a second while the countdown before a hold runs."""
    seed = [
        sys.executable,
        "-c",
        "import sys; from pathlib import Path; from tests.journeys.seed import before_trial; "
        "before_trial(Path(sys.argv[1]), 'trial/book-pinch-lift//left/1', 'book-pinch-lift')",
        str(folder),
    ]
    root = Path(__file__).parents[1]
    subprocess.run(seed, check=True, cwd=root)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tests.journeys.stage", str(folder), "1", "0"],
        cwd=str(root),
        dimensions=(ROWS, COLUMNS),
        timeout=None,
    )
    try:
        seen = Seen(child)
        seen.until("is not finished")
        seen.rest()
        child.send("c")
        seen.until(r"Ready\?")
        seen.rest()
        child.send(" ")
        drain(child, 1.0)
        seconds = 5.0
        return drain(child, seconds) / seconds
    finally:
        child.close(force=True)


def main() -> int:
    """Measure, print the tables, say which bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--screens", default="", help="only those whose names begin so, by commas")
    parser.add_argument("--ten", action="store_true", help="leave the 100,000 trials out")
    given = parser.parse_args()
    wanted = tuple(w for w in given.screens.lower().split(",") if w)
    screens = tuple(s for s in SCREENS if not wanted or s.name.lower().startswith(wanted))
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from long_records import write_long

    with tempfile.TemporaryDirectory() as folder:
        ten, many = Path(folder) / "ten", Path(folder) / "many"
        trials = [write_long(ten, TEN), 0 if given.ten else write_long(many, MANY)]
        print(f"records of {trials[0]} and {trials[1]} trials")
        runs: dict[str, list[Run]] = {"bare": [], "ten": [], "many": []}
        for _ in range(given.rounds):
            runs["bare"].append(bare_run())
            runs["ten"].append(our_run(ten, screens))
            runs["many"].append(our_run(many, screens) if not given.ten else runs["ten"][-1])
        return report(runs, screens, countdown_bytes(Path(folder) / "countdown"))


def report(runs: dict[str, list[Run]], screens: tuple[Screen, ...], countdown: float) -> int:
    """Print medians of each screen and what misses its bar."""
    missed: list[str] = []
    for nth, title in ((0, "first opening, its code is loaded too"), (1, "opened again")):
        floor = _middle(runs["bare"], "palette", nth, lambda c: c.cpu)
        wall = _middle(runs["bare"], "palette", nth, lambda c: c.wall)
        print(f"\n{title}\n{'':20}{'CPU ms':>9}{'x bare':>8}{'wall ms':>9}{'many CPU':>10}{'x bare':>8}")
        print(f"{'bare palette':20}{floor:9.0f}{1:8.2f}{wall:9.0f}")
        for screen in screens:
            ten = _middle(runs["ten"], screen.name, nth, lambda c: c.cpu)
            many = _middle(runs["many"], screen.name, nth, lambda c: c.cpu)
            wall = _middle(runs["ten"], screen.name, nth, lambda c: c.wall)
            print(f"{screen.name:20}{ten:9.0f}{ten / floor:8.2f}{wall:9.0f}{many:10.0f}{many / floor:8.2f}")
            if nth == 0 and (ten > OPEN_BAR * floor or many > OPEN_BAR * MANY_BAR * floor):
                missed.append(f"{screen.name} ({title.partition(',')[0]})")
    memory, idle = max(r.memory for r in runs["ten"]), max(r.idle for r in runs["ten"] + runs["many"])
    print(f"\nmemory with ten years and all readings: {memory:.1f} MB (bar {MEMORY_BAR:.0f})")
    print(f"with {MANY} trials: {max(r.memory for r in runs['many']):.1f} MB (no bar)")
    print(f"written while a screen rests: {idle} bytes (bar {IDLE_BAR})")
    print(f"written by a countdown: {countdown:.0f} bytes a second (bar {COUNTDOWN_BAR:.0f})")
    missed += ["memory"] if memory > MEMORY_BAR else []
    missed += ["rest"] if idle > IDLE_BAR else []
    missed += ["countdown"] if countdown > COUNTDOWN_BAR else []
    print(f"missed: {', '.join(missed)}" if missed else "every bar is held")
    return 1 if missed else 0


def _middle(runs: list[Run], name: str, nth: int, of: Callable[[Cost], float]) -> float:
    return statistics.median(of(r.costs[name][nth]) for r in runs)


if __name__ == "__main__":
    sys.exit(main())
