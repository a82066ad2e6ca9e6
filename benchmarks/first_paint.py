"""What the first paint of Home costs, beside a bare Textual app, and whether it rests afterwards.

    python benchmarks/first_paint.py [--rounds 5]

Each round starts both programs in a fresh pseudo-terminal of 120 x 40, one after the other, and reads until
the whole screen is there, from its first words to the keys in its last line. CPU is that of all threads up to
then; memory is looked at 2 s later; then 3 s pass with no key. Exit 1 when a bar is missed.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte

COLUMNS, ROWS = 120, 40
BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        yield Static("painted")
        yield Footer()
Bare().run()
"""
OURS = "from strengthcheck.tui.start import run; import sys; run(sys.argv[1])"
ABSENT = (
    "numpy",
    "ruamel",
    "ruamel.yaml",
    "scipy",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
)
MODULES = """
import sys, asyncio
from strengthcheck.tui import app
real = app.StrengthCheckApp.run
def run(self, **given):
    async def look():
        async with self.run_test(size=(120, 40)) as pilot:
            await self.workers.wait_for_complete()
            await pilot.pause()
    asyncio.run(look())
app.StrengthCheckApp.run = run
app.run(sys.argv[1])
print(" ".join(m for m in sys.argv[2:] if m in sys.modules))
"""
CPU_BAR, MEMORY_BAR, IDLE_BAR = 2.0, 60.0, 0
SETTLE_SECONDS, IDLE_SECONDS, GIVE_UP_SECONDS = 2.0, 3.0, 30.0


class Start(NamedTuple):
    """One start of one program."""

    cpu: float
    wall: float
    memory: float
    """Resident, in MB."""
    painted: int
    """Bytes written until the first paint."""
    idle: int
    """Bytes written while nothing was done."""


def main() -> int:
    """Measure, print the table, say which bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    programs = {
        "bare": (BARE, ("painted", "q Quit")),
        "strengthcheck": (OURS, ("Nothing here yet", "q Quit")),
    }
    starts: dict[str, list[Start]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, (code, wanted) in programs.items():
            with tempfile.TemporaryDirectory() as folder:
                starts[name].append(measured(code, str(Path(folder) / "data"), wanted))
    present = modules_present()
    return report(starts, present)


def measured(code: str, folder: str, wanted: tuple[str, ...]) -> Start:
    """Start a program, wait until the screen shows all that is wanted, and then leave it alone."""
    with started([sys.executable, "-c", code, folder]) as child:
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        began = time.monotonic()
        painted = 0
        while not all(any(w in line for line in screen.display) for w in wanted):
            if time.monotonic() - began > GIVE_UP_SECONDS:
                raise SystemExit("never painted:\n" + "\n".join(screen.display))
            piece = read(child, 0.05)
            painted += len(piece)
            stream.feed(piece)
        cpu, wall = cpu_seconds(child.pid), time.monotonic() - began
        drain(child, SETTLE_SECONDS)
        memory = resident(child.pid)
        idle = drain(child, IDLE_SECONDS)
    return Start(cpu, wall, memory, painted, idle)


@contextmanager
def started(command: list[str]) -> Iterator["pexpect.spawn[bytes]"]:
    """A program in its own pseudo-terminal, ended when done with."""
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    child = pexpect.spawn(command[0], command[1:], dimensions=(ROWS, COLUMNS), env=environ, timeout=None)
    try:
        yield child
    finally:
        child.send("q")
        drain(child, 1.0)
        child.close(force=True)


def read(child: "pexpect.spawn[bytes]", seconds: float) -> bytes:
    """What the program wrote meanwhile; empty when nothing came."""
    try:
        return bytes(child.read_nonblocking(65536, timeout=seconds))
    except (pexpect.TIMEOUT, pexpect.EOF):
        return b""


def drain(child: "pexpect.spawn[bytes]", seconds: float) -> int:
    """How many bytes the program writes in so many seconds."""
    end = time.monotonic() + seconds
    written = 0
    while (left := end - time.monotonic()) > 0:
        written += len(read(child, min(left, 0.1)))
    return written


def cpu_seconds(pid: int) -> float:
    """What all threads of a process have used so far; to the nanosecond where the kernel says."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((t / "schedstat").read_text().split()[0]) for t in tasks) / 1e9


def resident(pid: int) -> float:
    """Resident memory of a process, in MB."""
    line = next(s for s in Path(f"/proc/{pid}/status").read_text().splitlines() if s.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def modules_present() -> tuple[str, ...]:
    """Which modules are loaded when Home is painted that should not be."""
    with tempfile.TemporaryDirectory() as folder:
        output = pexpect.run(
            f"{sys.executable} -c {quoted(MODULES)} {folder}/data {' '.join(ABSENT)}",
            encoding="utf-8",
            timeout=60,
        )
    return tuple(m for m in ABSENT if m in str(output).split())


def quoted(code: str) -> str:
    """The code as one argument."""
    return "'" + code.replace("'", "'\"'\"'") + "'"


def report(starts: dict[str, list[Start]], present: tuple[str, ...]) -> int:
    """Print medians and what misses its bar."""
    print(f"{'program':15}{'CPU s':>8}{'wall s':>8}{'RSS MB':>8}{'painted kB':>12}{'idle B':>8}")
    for name, found in starts.items():
        middle = [statistics.median(values) for values in zip(*found, strict=True)]
        cpu, wall, megabytes, painted, rest = middle
        print(f"{name:15}{cpu:8.2f}{wall:8.2f}{megabytes:8.1f}{painted / 1000:12.1f}{rest:8.0f}")
    pairs = zip(starts["strengthcheck"], starts["bare"], strict=True)
    ratio = statistics.median(ours.cpu / bare.cpu for ours, bare in pairs)
    memory = max(s.memory for s in starts["strengthcheck"])
    idle = max(s.idle for s in starts["strengthcheck"])
    print(f"CPU to first paint: {ratio:.2f} x bare (bar {CPU_BAR})")
    print(f"memory: {memory:.1f} MB (bar {MEMORY_BAR:.0f})")
    print(f"written in {IDLE_SECONDS:.0f} idle seconds: {idle} bytes (bar {IDLE_BAR})")
    print(f"loaded and unwanted: {', '.join(present) or 'nothing'}")
    missed = ratio > CPU_BAR or memory > MEMORY_BAR or idle > IDLE_BAR or bool(present)
    print("a bar is missed" if missed else "every bar is held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
