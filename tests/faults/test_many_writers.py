"""Several programs saving into one record at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from strengthcheck.store import Store, verify
from tests.store.given import first, number

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(300)
def test_eight_programs_saving_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.writer", str(tmp_path), str(1 + 25 * w), "25"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for w in range(8)
    ]
    with Store.open(tmp_path) as watching:
        before = watching.stamp()
        for w in writers:
            assert w.stdin is not None
            w.stdin.write("go\n")
            w.stdin.flush()
        said = [w.communicate() for w in writers]
        assert [w.returncode for w in writers] == [0] * 8, [err for _, err in said]
        assert sum(out.count("saved") for out, _ in said) == 200
        assert watching.stamp() != before
        entries = watching.entries()
        assert [e.id for e in entries] == [number(n) for n in range(1, 201)]
        assert all(e.revisions == (first(n),) for n, e in enumerate(entries, 1))
    assert verify(tmp_path) == []
