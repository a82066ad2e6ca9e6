"""The command line as a person or a script meets it: a process with streams and an exit status."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROGRAM = (sys.executable, "-m", "strengthcheck")
"""How tests start the program: the installed one, by the interpreter that runs them."""


@dataclass(frozen=True)
class Done:
    """What came of a call."""

    status: int
    out: str
    err: str


def environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment whose home and data folders are the test's own."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START")}
    return {
        **kept,
        "HOME": str(folder),
        "STRENGTHCHECK_DATA_DIR": str(folder / "data"),
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        **more,
    }


def run(
    folder: Path, *words: str, given: str | bytes = b"", environ: Mapping[str, str] | None = None
) -> Done:
    """Run one command in a process of its own, in `folder`."""
    done = subprocess.run(
        [*PROGRAM, *words],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        cwd=folder,
        env=environ or environment(folder),
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
