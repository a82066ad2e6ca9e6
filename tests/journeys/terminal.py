"""A real pseudo-terminal with the app in it: keys in, the painted screen out."""

import os
import re
import select
import signal
import sys
import time
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
LEFT_BEHIND = re.compile(rb"\x1b\[\?1049l")
"""The alternate screen is left: the terminal is as it was before."""


PATIENCE_SECONDS = 120.0
"""How long a test waits for what must come, of the world's clock: a busy machine makes it slow, not red."""


class Terminal:
    """One run of the app. Times are real seconds."""

    def __init__(
        self,
        data: Path,
        speed: float,
        *options: str,
        size: tuple[int, int] = (80, 24),
        minutes: float = 0,
        path: Path | None = None,
    ) -> None:
        """`options` of the stage; `minutes` after the usual start; programs in `path` are found first."""
        columns, rows = size
        env = {
            "PATH": os.pathsep.join(filter(None, [str(path or ""), os.environ.get("PATH", "")])),
            "HOME": str(data.parent),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONWARNINGS": "error",
        }
        self.child = pexpect.spawn(
            sys.executable,
            [
                *("-m", "tests.journeys.stage", str(data)),
                *(f"--speed={speed}", f"--minutes={minutes}", *options),
            ],
            env=env,
            cwd=str(ROOT),
            dimensions=(rows, columns),
            timeout=PATIENCE_SECONDS,
        )
        self.child.delaybeforesend = None  # a key is pressed when it is said to be
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.child.closed:
            self.child.close(force=True)

    def read(self, seconds: float = 0.02) -> bytes:
        """Take in what is painted within so many seconds; returns at the first bytes."""
        try:
            got: bytes = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return b""
        except (pexpect.EOF, OSError):
            return b""
        self.written += got
        self.stream.feed(got)
        return got

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @staticmethod
    def now() -> float:
        """Seconds of a clock outside the program."""
        return time.monotonic()

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def wait(self, pattern: str, seconds: float = PATIENCE_SECONDS) -> re.Match[str]:
        """Read until the screen shows it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = re.search(pattern, self.text)
            if found:
                return found
            self.read(0.05)
        raise AssertionError(f"{pattern!r} never came; the screen shows:\n{self.text}")

    def settle(self, seconds: float = 0.08) -> str:
        """Read until nothing more is painted for so long."""
        while self.read(seconds):
            pass
        return self.text

    def end(self, seconds: float = PATIENCE_SECONDS) -> int | None:
        """Read to the last word of the program; its exit status, or minus the signal that ended it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.child.isalive():
            self.read(0.05)
        while self.read(0.05):
            pass
        self.child.close(force=False)
        if self.child.signalstatus is not None:
            return -int(self.child.signalstatus)
        return self.child.exitstatus

    def kill(self, sign: signal.Signals) -> None:
        self.child.kill(sign)

    def hang_up(self, seconds: float = PATIENCE_SECONDS) -> int:
        """Close the window: the program is told by SIGHUP. Its exit status, or minus the signal."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            pid, status = os.waitpid(self.child.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], 0.05)
        raise AssertionError("the program is still there without its terminal")
