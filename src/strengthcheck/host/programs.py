"""Other programs, run beside us: started with a list of words and never through a shell, watched, ended."""

import contextlib
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol


class Job(NamedTuple):
    """What to run. Text goes in as its input or as a word of its own, so that it is data, never a command."""

    words: tuple[str, ...]
    """The program's full path, then what it is given, a word each."""
    reads: bytes = b""
    """What it reads from its standard input; at most some hundred bytes, so that a pipe takes it at once."""
    variables: Mapping[str, str] = {}
    """Added to its environment."""


class Program(NamedTuple):
    """A program that makes something heard: a file, or words."""

    name: str
    job: Callable[[str], Job]
    """What to run for a file's path, or for words."""


Which = Callable[[str], str | None]
"""Finds a program by name, as `shutil.which` does."""


def elsewhere(environ: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine than this one."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def full_path(which: Which, name: str) -> str | None:
    """Where a program lies; never one in the folder one happens to be in (Windows looks there first)."""
    path = which(name)
    return path if path and Path(path).is_absolute() else None


class Running(Protocol):
    """A program under way."""

    def ended(self) -> int | None:
        """Its exit status; none while it runs."""
        ...

    def end(self) -> None:
        """End it now, and wait until it is gone."""
        ...


class Runner(Protocol):
    """Starts programs; tests give one that starts none."""

    def start(self, job: Job) -> Running:
        """Start a program and return at once. Raises OSError when it can't be started."""
        ...


class SystemRunner:
    """Starts programs of the operating system, with nothing of theirs on our terminal."""

    def start(self, job: Job) -> Running:
        """Start it in a session of its own: keys and hang-ups of our terminal don't reach it."""
        process = subprocess.Popen(
            job.words,
            stdin=subprocess.PIPE if job.reads else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **job.variables} if job.variables else None,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if process.stdin is not None:
            with contextlib.suppress(OSError):  # it ended before it read: its exit status says so
                process.stdin.write(job.reads)
                process.stdin.close()
        return _Process(process)


class _Process:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def ended(self) -> int | None:
        return self._process.poll()

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
