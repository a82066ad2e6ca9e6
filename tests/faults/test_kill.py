"""A process killed at its work loses nothing that it called done, and leaves nothing half done."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from strengthcheck.store import Store, StoreMissing, backup, verify, verify_file
from tests.faults.recorder import BATCH, a_batch, a_save
from tests.store.given import NOW, contents, first, number
from tests.store.given import record as record_all

ROOT = Path(__file__).parents[2]
MOST_KILLS = 3000
"""As many as it takes until one falls into a save, on any disk."""

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL, which Windows lacks"),
    pytest.mark.timeout(900),
]


class Worker:
    """Starts jobs in a process of their own, and kills them at their work."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out = process.stdin, process.stdout
        self.chance = random.Random(1)

    def kill(self, job: str, folder: Path, start: int, spin: int = 60_000) -> int:
        """Let a job run, kill it somewhere in its work, and return the last number that it called done."""
        self._in.write(f"{job} {start} {folder}\n")
        word, child = self._out.readline().split()
        assert word == "started"
        last = start - 1
        for _ in range(self.chance.randint(0, 2)):
            last = self._done(self._out.readline())
        for _ in range(self.chance.randint(0, spin)):  # some way into the next one, without a clock
            pass
        os.kill(int(child), signal.SIGKILL)
        while (line := self._out.readline()) != "ended\n":
            last = self._done(line)
        return last

    @staticmethod
    def _done(line: str) -> int:
        word, said = line.split()
        assert word == "done"
        return int(said)


@pytest.fixture
def worker() -> Iterator[Worker]:
    command = [sys.executable, "-m", "tests.faults.recorder"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)


def test_every_check_called_saved_survives_a_kill(tmp_path: Path, worker: Worker, long: bool) -> None:
    cut_off = last = 0
    for n in count():
        if n >= (300 if long else 60) and cut_off:
            break
        assert n < MOST_KILLS, "no kill fell into a save, so nothing was tried"
        folder = tmp_path / str(n // 20)
        last = 0 if n % 20 == 0 else last
        last = worker.kill("record", folder, last + 1)
        cut_off += (folder / "record.db-journal").exists()
        assert verify(folder) == []
        with Store.open(folder) as store:
            there = {e.id: e for e in store.entries()}
            assert store.drafts() == ()
        for saved in range(1, last + 1):
            assert there.pop(number(saved)).revisions == (a_save(saved),)
        assert list(there) in ([], [number(last + 1)])
        last += len(there)


def test_a_merge_cut_off_is_all_there_or_not_at_all(tmp_path: Path, worker: Worker, long: bool) -> None:
    last = 0
    for _ in range(100 if long else 15):
        last = worker.kill("merge", tmp_path, last + 1, spin=400_000)
        with Store.open(tmp_path) as store:
            there = {r.entry: r for r in store.heads()}
        assert len(there) in (last * BATCH, (last + 1) * BATCH)
        last = len(there) // BATCH
        assert all(there[r.entry] == r for n in range(1, last + 1) for r in a_batch(n))
        assert verify(tmp_path) == []
        if last > 20:
            shutil.rmtree(tmp_path)
            last = 0


def test_a_backup_cut_off_leaves_the_older_one_whole(tmp_path: Path, worker: Worker, long: bool) -> None:
    with Store.open(tmp_path) as store:
        record_all(store, *(first(n) for n in range(1, 20)))
    for _ in range(100 if long else 15):
        done = worker.kill("backup", tmp_path, 1, spin=400_000)
        if done or (tmp_path / "out" / "copy.db").exists():
            assert verify_file(tmp_path / "out" / "copy.db") == []
        assert verify(tmp_path) == []


def test_putting_back_cut_off_leaves_one_record_or_the_other(
    tmp_path: Path, worker: Worker, long: bool
) -> None:
    either = []
    with Store.open(tmp_path / "data") as store:
        for n in range(2):
            record_all(store, first(n + 1))
            backup(store, tmp_path / "data" / "from" / f"{n}.db", now=NOW)
            either.append(contents(store))
    for _ in range(100 if long else 15):
        worker.kill("restore", tmp_path / "data", 1, spin=400_000)
        assert verify(tmp_path / "data") == []
        with Store.open(tmp_path / "data") as store:
            assert contents(store) in either


def test_a_first_start_cut_off_is_done_again_or_finished(tmp_path: Path, worker: Worker, long: bool) -> None:
    for n in range(100 if long else 20):
        folder = tmp_path / str(n)
        done = worker.kill("record", folder, 1, spin=1 if n % 2 else 30_000)
        try:
            with Store.open(folder, create=False) as store:
                assert store.revision_count >= done
        except StoreMissing as e:
            missing = str(e)
            assert done == 0
            assert "Nothing is recorded" in missing
        with Store.open(folder) as store:
            assert store.revision_count >= done
        assert verify(folder) == []
        left = {p.name for p in folder.iterdir()} - {
            "record.db-journal"
        }  # an empty one waits for the next save
        assert left == {"record.db", "record.id"}
