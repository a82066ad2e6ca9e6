"""A file for people is whole or not there, and nobody else's to read."""

import os
import stat
from pathlib import Path

import pytest

from strengthcheck.host.files import FileRefused, write_private


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_file_is_written_whole_and_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_private(tmp_path / "export é.json", b"{}")
    finally:
        os.umask(before)
    assert (tmp_path / "export é.json").read_bytes() == b"{}"
    assert stat.S_IMODE((tmp_path / "export é.json").stat().st_mode) == 0o600
    assert names(tmp_path) == ["export é.json"]


def test_a_file_is_replaced_only_when_that_is_wanted(tmp_path: Path) -> None:
    target = tmp_path / "export.json"
    target.write_bytes(b"old")
    target.chmod(0o644)
    with pytest.raises(FileRefused, match=r"there already.*--force"):
        write_private(target, b"new")
    assert target.read_bytes() == b"old"
    write_private(target, b"new", force=True)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_folder_device_pipe_or_link_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "letter").write_text("dear doctor")
    (tmp_path / "link").symlink_to(tmp_path / "letter")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    for name, words in [
        ("folder", "is a folder"),
        ("link", "symbolic link"),
        ("dangling", "symbolic link"),
        ("pipe", "device"),
        ("letter/deeper", "no place for a file"),
        ("a\0b", "no place for a file"),
    ]:
        with pytest.raises(FileRefused, match=words):
            write_private(tmp_path / name, b"new", force=True)
    with pytest.raises(FileRefused, match="device"):
        write_private(Path(os.devnull), b"new", force=True)
    assert names(tmp_path) == before
    assert (tmp_path / "letter").read_text() == "dear doctor"


@pytest.mark.parametrize("name", ["record.db", "copy of it.pdf"])
def test_a_record_or_a_backup_is_never_written_over_even_by_force(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(kept := b"SQLite format 3\0 and years of checks")
    with pytest.raises(FileRefused, match="never written over"):
        write_private(target, b"new", force=True)
    for ending in ("-journal", "-wal", "-shm"):
        with pytest.raises(FileRefused, match="belongs to a record"):
            write_private(tmp_path / f"{name}{ending}", b"new")
    assert target.read_bytes() == kept
    assert names(tmp_path) == [name]


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"no such file or directory\. Nothing was changed"):
        write_private(tmp_path / "missing" / "export.json", b"{}")


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("force", [True, False])
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, force: bool
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "export.json"
    if force:
        target.write_bytes(b"old")
    monkeypatch.setattr(os, call, refuse)
    if call == "replace":
        monkeypatch.setattr(os, "link", refuse)
        monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(FileRefused, match="no space left"):
        write_private(target, b"new", force=force)
    monkeypatch.undo()
    assert names(tmp_path) == (["export.json"] if force else [])
    assert not force or target.read_bytes() == b"old"


def test_a_name_taken_meanwhile_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "export.json"
    real = os.link

    def meanwhile(*args: str) -> None:
        target.write_bytes(b"theirs")
        real(*args)

    monkeypatch.setattr(os, "link", meanwhile)
    with pytest.raises(FileRefused, match="there already"):
        write_private(target, b"mine")
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["export.json"]


def test_a_file_system_without_hard_links_does_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_private(tmp_path / "export.json", b"{}")
    assert names(tmp_path) == ["export.json"]
    with pytest.raises(FileRefused, match="there already"):
        write_private(tmp_path / "export.json", b"{}")


def test_what_a_cut_off_write_left_goes_with_a_later_one(tmp_path: Path) -> None:
    for name in (".strengthcheck-old.part", ".strengthcheck-now.part", "theirs.part"):
        (tmp_path / name).write_bytes(b"half")
    for name in (".strengthcheck-old.part", "theirs.part"):
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    write_private(tmp_path / "export.json", b"{}")
    assert names(tmp_path) == [".strengthcheck-now.part", "export.json", "theirs.part"]
