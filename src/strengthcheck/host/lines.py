"""Standard input and output as lines: one read at a time, and a wish to end is heard while one waits.

On a terminal a single key can be waited for too; through a pipe a line stands for it. Nothing is redrawn.
"""

import codecs
import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType
from typing import IO, Protocol

if sys.platform != "win32":
    import termios
    import tty
else:
    import msvcrt

INTERRUPT = "\x03"
"""What Ctrl+C is called where single keys are read."""

MOST_TYPED = 100_000
"""Characters of one line; of a longer one the end is taken."""

_MOST_READS = 100
"""So often what is there is taken in to be dropped; of someone who types for ever some is left."""

_POLL_SECONDS = 0.02
"""How often a Windows console is asked for a key."""


class InputEnded(Exception):
    """Nothing more can be typed: the pipe or the terminal is at its end."""


class AskedToEnd(Exception):
    """The program was asked to end, by a signal or by Ctrl+C."""

    def __init__(self, status: int) -> None:
        super().__init__(f"asked to end ({status})")
        self.status = status


class _Continued(Exception):
    """The program was stopped while it waited, and goes on."""


class Lines(Protocol):
    """What a conversation in lines needs of its two ends."""

    terminal: bool
    """Whether single keys can be waited for."""
    encoding: str
    """Of what is written."""

    def read(self, seconds: float | None = None) -> str | None:
        """One line; none when so many seconds are over first, or when the program was stopped meanwhile.

        Raises InputEnded, AskedToEnd.
        """
        ...

    def key(self, seconds: float) -> str | None:
        """One key, or the start of a line; none when so many seconds are over first. Raises as `read`."""
        ...

    def pause(self, seconds: float) -> None:
        """Wait, without reading. Raises AskedToEnd."""
        ...

    def keys(self) -> AbstractContextManager[None]:
        """While it lasts, keys come one at a time and unseen. What is left typed at its end is dropped."""
        ...

    def forget(self) -> None:
        """Drop the whole lines that were typed up to now; half a line stays. Raises AskedToEnd."""
        ...

    def write(self, text: str) -> None:
        """Write a text that is harmless already, at once. Raises BrokenPipeError, AskedToEnd."""
        ...

    def stopped(self) -> bool:
        """Whether the program was stopped and continued since this was last asked."""
        ...

    def columns(self) -> int | None:
        """How many cells a line has; none where nobody can tell."""
        ...

    def beat(self) -> float:
        """Seconds at the world's own pace, also where a test's clock runs faster."""
        ...


class SystemLines:
    """The program's own standard input and output."""

    def __init__(self, source: int, out: IO[str]) -> None:
        """`source` is the file descriptor to read from."""
        self._source = source
        self._out = out
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._typed = ""
        self._ended = False
        self._waiting = False
        self._wish: int | None = None
        self._stopped = False
        self._unbuffered = False
        self.terminal = os.isatty(source) and out.isatty()
        self.encoding = getattr(out, "encoding", None) or "ascii"

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear Ctrl+C, SIGTERM and SIGHUP: at once while waiting, else before the next wait; and SIGTSTP.

        So no save is cut in two. Without this a closed terminal would end the program where it stands.
        """
        handlers = dict.fromkeys(("SIGINT", "SIGTERM", "SIGHUP"), self._heard) | {"SIGTSTP": self._stop}
        before = {}
        for name, handler in handlers.items():
            number = getattr(signal, name, None)
            if number is not None:
                before[number] = signal.signal(number, handler)
        try:
            yield
        finally:
            for number, old in before.items():
                signal.signal(number, old)

    def read(self, seconds: float | None = None) -> str | None:
        """One line, without its end; see `Lines`."""
        end = None if seconds is None else time.monotonic() + seconds
        while "\n" not in self._typed:
            if self._ended:
                last, self._typed = self._typed, ""
                if last:
                    return last
                raise InputEnded
            left = None if end is None else max(0.0, end - time.monotonic())
            try:
                if not self._fill(left):
                    return None
            except _Continued:
                return None
        line, _, self._typed = self._typed.partition("\n")
        return line.rstrip("\r")

    def key(self, seconds: float) -> str | None:
        """One key on a terminal; through a pipe a line, of which the first character counts."""
        if not self.terminal:
            line = self.read(seconds)
            return None if line is None else (line[:1] or "\n")
        try:
            if not self._typed and not self._fill(seconds):
                return None
        except _Continued:
            return None
        except AskedToEnd as e:
            if e.status != 128 + signal.SIGINT:
                raise
            self._wish = None
            return INTERRUPT
        if not self._typed:
            raise InputEnded
        key, self._typed = self._typed[0], ""  # a pasted text, or an arrow's whole sequence, is one key
        return key

    def pause(self, seconds: float) -> None:
        """Wait, without reading."""
        end = time.monotonic() + seconds
        try:
            with self._listen():
                while (left := end - time.monotonic()) > 0:
                    time.sleep(left)
        except _Continued:
            return

    @contextmanager
    def keys(self) -> Iterator[None]:
        """Single keys, unseen; whatever happens, the terminal is as before afterwards."""
        if not self.terminal or sys.platform == "win32":
            yield
            self.forget()
            return
        before = termios.tcgetattr(self._source)
        self._unbuffered = True
        tty.setcbreak(self._source, termios.TCSANOW)
        try:
            yield
        finally:
            self._unbuffered = False
            self._typed = ""
            try:
                termios.tcsetattr(self._source, termios.TCSAFLUSH, before)
            except termios.error:  # the terminal is gone; there is nothing to put right
                self._ended = True

    def forget(self) -> None:
        """Take in what is there already, and keep nothing of it but the start of a line."""
        reads = _MOST_READS if sys.platform != "win32" or self.terminal else 0  # its pipes can't be asked
        try:
            while reads and not self._ended and self._fill(0.0):
                reads -= 1
        except _Continued:
            pass
        self._typed = self._typed.rpartition("\n")[2]

    def write(self, text: str) -> None:
        """Write and flush."""
        try:
            self._out.write(text)
            self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as e:  # the window was closed
            raise AskedToEnd(129) from e

    def stopped(self) -> bool:
        """Whether SIGTSTP stopped the program meanwhile."""
        was, self._stopped = self._stopped, False
        return was

    def columns(self) -> int | None:
        """Cells of a line of the terminal as it is now."""
        if not self.terminal:
            return None
        try:
            return os.get_terminal_size(self._out.fileno()).columns or None
        except (OSError, ValueError):
            return None

    def beat(self) -> float:
        """The machine's monotonic clock."""
        return time.monotonic()

    def _fill(self, seconds: float | None) -> bool:
        """Take in what is there, waiting so long; False when nothing came."""
        with self._listen():
            if sys.platform == "win32" and self.terminal and seconds is not None:
                return self._fill_from_console(seconds)
            if sys.platform != "win32":
                ready, _, _ = select.select([self._source], [], [], seconds)
                if not ready:
                    return False
            try:
                got = os.read(self._source, 4096)
            except OSError:
                got = b""
        if not got:
            self._ended = True
        else:
            self._typed = (self._typed + self._decoder.decode(got))[-MOST_TYPED:]
        return True

    def _fill_from_console(self, seconds: float) -> bool:
        """The same on a Windows console, which can't be waited for together with a time."""
        if sys.platform == "win32":
            end = time.monotonic() + seconds
            while not msvcrt.kbhit():
                if time.monotonic() >= end:
                    return False
                time.sleep(_POLL_SECONDS)
            self._typed += msvcrt.getwch().replace("\r", "\n")
        return True

    @contextmanager
    def _listen(self) -> Iterator[None]:
        """While it lasts, a wish to end is heard at once."""
        self._waiting = True
        try:
            self._end_if_asked()
            yield
        finally:
            self._waiting = False

    def _heard(self, number: int, _: FrameType | None) -> None:
        if self._wish in (None, 128 + signal.SIGINT):
            self._wish = 128 + number
        if self._waiting:
            self._end_if_asked()

    def _end_if_asked(self) -> None:
        if self._wish is not None:
            self._waiting = False
            wish, self._wish = self._wish, None
            raise AskedToEnd(wish)

    def _stop(self, number: int, _: FrameType | None) -> None:
        """Ctrl+Z: stop as any program does, with the terminal as it was; know of it afterwards."""
        if sys.platform == "win32":
            return
        now = termios.tcgetattr(self._source) if self._unbuffered else None
        if now is not None:
            usual = list(now)
            usual[3] |= termios.ICANON | termios.ECHO
            termios.tcsetattr(self._source, termios.TCSANOW, usual)
        here = signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.signal(number, here)
        if now is not None:
            termios.tcsetattr(self._source, termios.TCSANOW, now)
        self._stopped = True
        if self._waiting:
            self._waiting = False
            raise _Continued
