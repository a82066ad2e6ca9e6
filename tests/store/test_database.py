"""What SQLite and the system say is told in words that help."""

import os
from pathlib import Path

import apsw
import pytest

from strengthcheck.store import (
    Store,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreNotWritable,
    disk,
    opening,
    verify,
)
from strengthcheck.store.database import plain_errors
from strengthcheck.store.disk import kind_of, sync_folder, write_private
from tests.store.given import a_card, bytes_of, number


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (
            apsw.BusyError,
            StoreBusy,
            "held the record for 5 seconds. Nothing was saved. Close the other one",
        ),
        (apsw.LockedError, StoreBusy, "try again in a moment"),
        (apsw.CorruptError, StoreDamaged, "Nothing was changed or thrown away. Put back the newest backup"),
        (apsw.NotADBError, StoreDamaged, "is not a record"),
        (apsw.FullError, StoreNotWritable, "The disk is full. Nothing was saved. Free some space"),
        (apsw.ReadOnlyError, StoreNotWritable, "--data-dir"),
        (apsw.CantOpenError, StoreNotWritable, "permissions"),
        (apsw.IOError, StoreNotWritable, "what was saved before is kept"),
        (apsw.ConstraintError, StoreError, "could not be used"),
    ],
)
def test_each_failure_says_what_happened_what_was_kept_and_what_to_do(
    error: type[apsw.Error], kind: type[StoreError], words: str
) -> None:
    with pytest.raises(kind) as said, plain_errors():
        raise error("contents that nobody should see")
    assert words in str(said.value)
    assert "nobody" not in str(said.value)
    assert said.value.__suppress_context__


def refuse(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_first_start_on_a_disk_that_refuses_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StoreNotWritable, match="no space left"):
        Store.open(tmp_path)
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
    Store.open(tmp_path).close()
    assert verify(tmp_path) == []


def test_a_marker_that_can_not_be_written_is_said_and_nothing_half_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(tmp_path / "record.id", b"old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_private(tmp_path / "record.id", b"new")
    assert bytes_of(tmp_path) == {"record.id": b"old"}


def test_a_folder_that_may_not_be_looked_into_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "lstat", forbid)
    with pytest.raises(StoreNotWritable, match="permission denied"):
        kind_of(tmp_path / "record.db")


def test_the_slower_of_two_first_starts_takes_the_others_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = disk.put_in_place

    def meanwhile(temporary: Path, path: Path, *, overwrite: bool = False) -> None:
        monkeypatch.undo()
        with Store.open(tmp_path) as store:
            store.add(a_card(1))
        real(temporary, path, overwrite=overwrite)

    monkeypatch.setattr(opening.disk, "put_in_place", meanwhile)
    with Store.open(tmp_path) as store:
        assert store.entry(number(1)) is not None
    assert bytes_of(tmp_path).keys() == {"record.db", "record.id"}


def test_windows_syncs_folders_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        sync_folder(tmp_path)
    monkeypatch.setattr(disk.os, "name", "nt")
    sync_folder(tmp_path)
