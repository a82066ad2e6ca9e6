"""A full disk, and one that can only be read."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from strengthcheck.model.entry import Revision
from strengthcheck.store import Store, StoreNotWritable, backup, verify
from tests.store.given import NOW, TEXT, bytes_of, contents, first, given, record

ROOT = Path(__file__).parents[2]


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """As on a full disk: no file grows beyond this (Python ignores the signal that would end it)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_a_save_is_whole_or_refused_and_the_next_works_again(tmp_path: Path) -> None:
    refused = saved = 0
    for step in range(48):
        folder = tmp_path / str(step)
        with Store.open(folder) as store:
            record(store, first(1), first(2))
            held = contents(store)
            size = (folder / "record.db").stat().st_size
            big = first(3, "x" * 30_000)
            with files_no_longer_than(step * 4096 + 100):
                said = refusal_of(store, big)
                if said is not None and step * 4096 >= size:  # a full disk still lets a file be written over
                    assert contents(store) == held
            if said is None:
                saved += 1
            else:
                assert "Nothing was saved" in said
                refused += 1
                assert contents(store) == held
                record(store, big)
            assert store.revision_count == 3
        assert verify(folder) == []
    assert refused > 5
    assert saved > 2


def refusal_of(store: Store, revision: Revision) -> str | None:
    """What the store says when it won't save; None when it did."""
    try:
        store.record(given(revision), [TEXT], revision)
    except StoreNotWritable as e:
        return str(e)
    return None


def test_on_a_full_disk_no_half_backup_and_no_half_record_is_made(tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        record(store, first(1, "x" * 50_000))
        for size in (0, 4096, 40_000, 100_000):
            with files_no_longer_than(size), pytest.raises(StoreNotWritable):
                backup(store, tmp_path / "out" / "copy.db", now=NOW)
            with files_no_longer_than(min(size, 8192)), pytest.raises(StoreNotWritable):
                Store.open(tmp_path / "new")
        assert list((tmp_path / "out").iterdir()) == []
        assert list((tmp_path / "new").iterdir()) == []
    Store.open(tmp_path / "new").close()
    assert verify(tmp_path / "new") == []


READER = """
import sys
from pathlib import Path
from strengthcheck.model.entry import Revision
from strengthcheck.store import Store, StoreNotWritable, verify
from tests.store.given import a_card
folder = Path(sys.argv[1])
assert verify(folder) == []
with Store.open(folder, read_only=True) as store:
    assert len(store.entries()) == 2
try:
    with Store.open(folder) as store:
        store.add(a_card(9))
except StoreNotWritable as e:
    assert "permissions" in str(e), e
    print("refused")
"""


def read_only_mount() -> list[str] | None:
    """The start of a command in which a folder can be mounted read-only, if this system allows one."""
    unshare = shutil.which("unshare")
    for options in (["-m"], ["-Urm"]):
        command = [unshare or "unshare", *options, "sh", "-c"]
        try_it = "mount --bind /tmp /tmp && mount -o remount,ro,bind /tmp"
        if unshare and subprocess.run([*command, try_it], capture_output=True, check=False).returncode == 0:
            return command
    return None


def test_a_read_only_disk_is_read_and_never_written(tmp_path: Path) -> None:
    mounted = read_only_mount()
    if mounted is None:
        pytest.skip("this system allows no mount of one's own, and root ignores a folder's mode")
    with Store.open(tmp_path) as store:
        record(store, first(1), first(2))
    before = bytes_of(tmp_path)
    script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        [*mounted, script, "sh", str(tmp_path), sys.executable, READER],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "refused\n"), done.stderr
    assert bytes_of(tmp_path) == before
