"""Killed at any moment, `record` has kept every check that it called saved."""

import json
import os
import random
import select
import subprocess
from itertools import count
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from strengthcheck.exchange.checks import check_from, same_as_named
from strengthcheck.model.check import Check
from strengthcheck.store import Store, verify
from tests.cli.running import PROGRAM, environment
from tests.exchange.samples import CHECK

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="select on a pipe"),
    pytest.mark.timeout(600),
]

_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0999")
KILLS, LONG_KILLS, MOST_KILLS = 40, 500, 2000
"""In the short and the long form; and as many as it takes until one falls into a save, on any disk."""
LINES = 60
FOLDERS = 4
"""Folders the kills are spread over, so that records stay small and checking them cheap."""


def given_check(run: int, line: int) -> dict[str, object]:
    check = uuid5(_IDS, f"{run} {line}")
    note = f"run {run} line {line} " + "x" * (line * 37 % 3000)
    return {**CHECK, "id": str(check), "started_at": "2025-06-02T09:30:00+01:00", "note": note}


def acknowledged_until_killed(folder: Path, run: int, chance: random.Random) -> list[UUID]:
    """Send checks, kill at a random moment after the first answers, and return what was called saved."""
    process = subprocess.Popen(
        [*PROGRAM, "record", "--lines", "-", "--data-dir", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder.parent),
        bufsize=0,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    lines = [json.dumps(given_check(run, n)) + "\n" for n in range(LINES)]
    # As much as a pipe takes at once: the program is never waiting for us when it is killed.
    process.stdin.write("".join(lines[:15]).encode())
    answers = b""
    wanted = chance.randrange(0, 12)
    while answers.count(b"\n") < wanted:
        answers += process.stdout.read(4096)
    # A wait for more answers with a random end: the kill falls anywhere between two of them.
    select.select([process.stdout], [], [], chance.random() * 0.004)
    process.kill()
    rest, err = process.communicate(timeout=300)
    assert err == b""
    answers += rest
    return [UUID(line.decode().removeprefix("saved ")) for line in answers.splitlines() if len(line) == 42]


def test_every_check_that_was_called_saved_is_there_after_a_kill(tmp_path: Path, long: bool) -> None:
    chance = random.Random(20261123)
    called_saved: dict[Path, list[tuple[int, UUID]]] = {}
    cut_off = 0
    for run in count():
        if run >= (LONG_KILLS if long else KILLS) and cut_off:
            break
        assert run < MOST_KILLS, "no kill fell into a save, so nothing was tried"
        folder = tmp_path / f"data{run % (FOLDERS if not long else FOLDERS * 8)}"
        saved = acknowledged_until_killed(folder, run, chance)
        called_saved.setdefault(folder, []).extend((run, one) for one in saved)
        cut_off += (folder / "record.db-journal").exists()
        must_hold(folder, called_saved[folder])
    assert sum(len(saved) for saved in called_saved.values()) > KILLS


def must_hold(folder: Path, called_saved: list[tuple[int, UUID]]) -> None:
    """Everything called saved is there as it was given, and nothing is torn."""
    assert verify(folder) == []
    given = {
        uuid5(_IDS, f"{run} {n}"): given_check(run, n)
        for run in {r for r, _ in called_saved}
        for n in range(15)
    }
    # As the next start does: it takes back a save that was cut off, and makes what was not made yet.
    with Store.open(folder) as store:
        assert store.drafts() == ()
        there = store.entry_ids("check")
        assert len(set(there)) == len(there)
        assert {one for _, one in called_saved} <= set(there)
        for _, one in called_saved:
            entry = store.entry(one)
            assert entry is not None
            value = entry.current.value
            assert isinstance(value, Check)
            assert same_as_named(check_from(given[one]), value)
