"""A process killed while it saves loses nothing that it called saved."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from strengthcheck.store import Store, verify
from tests.store.given import first, number

ROOT = Path(__file__).parents[2]


@pytest.fixture
def recorder() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.recorder"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)


def lines(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    return process.stdout


def kill_while_saving(process: subprocess.Popen[str], folder: Path, start: int, chance: random.Random) -> int:
    """Let it record, kill it some way into a save, and return the last number that it called saved."""
    assert process.stdin is not None
    process.stdin.write(f"{folder} {start}\n")
    out = lines(process)
    word, child = out.readline().split()
    assert word == "started"
    last = start - 1
    for _ in range(chance.randint(1, 3)):
        _, said, _ = out.readline().split()
        last = int(said)
    for _ in range(chance.randint(0, 60_000)):  # some way into the next save, without a clock
        pass
    os.kill(int(child), signal.SIGKILL)
    while (line := out.readline()) != "ended\n":
        last = int(line.split()[1])
    return last


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL, which Windows lacks")
@pytest.mark.timeout(900)
def test_everything_called_saved_survives_being_killed(
    tmp_path: Path, recorder: subprocess.Popen[str], long: bool
) -> None:
    chance = random.Random(1)
    cut_off = last = 0
    for n in range(300 if long else 60):
        folder = tmp_path / str(n // 20)
        start = 1 if n % 20 == 0 else last + 1
        last = kill_while_saving(recorder, folder, start, chance)
        cut_off += (folder / "record.db-journal").exists()
        assert verify(folder) == []
        with Store.open(folder) as store:
            there = {e.id: e for e in store.entries()}
            assert store.drafts() == ()
            assert verify(folder) == []
        for saved in range(1, last + 1):
            assert there.pop(number(saved)).revisions == (first(saved, "x" * (saved % 5) * 3000),)
        assert list(there) in ([], [number(last + 1)])
        if there:
            last += 1
    assert cut_off > 0
