"""Files that are not what they seem: each is told plainly, none hangs or breaks the program."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from strengthcheck.catalogue import files, validate_file
from tests.catalogue.samples import SAMPLE


def folder(path: Path) -> None:
    path.mkdir()


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path.with_name("b.yaml"))
    path.with_name("b.yaml").symlink_to(path)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("gone.yaml"))


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def nothing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (nothing, "is not there"),
        (folder, "is a folder, not a file"),
        (os.mkfifo, "is not an ordinary file"),
        (link_in_a_circle, "is a link that leads back to itself"),
        (link_to_nothing, "is a link that leads nowhere"),
        (link_to_a_device, "is not an ordinary file"),
        (lambda p: p.write_bytes(b""), "1: is empty"),
        (
            lambda p: p.write_bytes(b"title: caf\xe9\n"),
            "1: holds a character that is not UTF-8; save the file",
        ),
        (lambda p: p.write_bytes(b"title: x\nshort: caf\xe9\n"), "2: holds a character that is not UTF-8"),
        (lambda p: p.write_bytes("title: x".encode("utf-16")), "is saved as UTF-16 (also called Unicode)"),
        (lambda p: p.write_bytes(b"\x00" * 100), r"1: holds a character that can't be shown (\x00)"),
        (lambda p: p.write_bytes(os.urandom(100) + b"\xff"), "holds a character that is not UTF-8"),
        (lambda p: p.write_bytes(b"#" * (256 * 1024 + 1)), "is larger than 256 kB"),
    ],
)
def test_a_file_that_is_no_protocol_is_told_plainly(
    tmp_path: Path, make: Callable[[Path], object], fault: str
) -> None:
    path = tmp_path / "a.yaml"
    make(path)
    protocol, faults = validate_file(path)
    assert protocol is None
    assert len(faults) == 1
    assert str(faults[0]).startswith("a.yaml:")
    assert fault in str(faults[0])


def test_a_file_of_just_the_greatest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SAMPLE + "#" * (files.LIMIT - len(SAMPLE)))
    assert validate_file(path)[1] == ()


def test_a_link_to_a_good_file_is_good(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(SAMPLE)
    (tmp_path / "a.yaml").symlink_to(tmp_path / "real.yaml")
    assert validate_file(tmp_path / "a.yaml")[1] == ()


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    for name in ("a\x00b.yaml", "x" * 5000):
        protocol, faults = validate_file(tmp_path / name)
        assert protocol is None
        assert "can't be read: " in str(faults[0])


def test_a_forbidden_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The permissions themselves would not stop a test that runs as root.
    def forbid(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_text(SAMPLE)
    monkeypatch.setattr(files.os, "open", forbid)
    assert str(validate_file(tmp_path / "a.yaml")[1][0]) == (
        "a.yaml: may not be read (its permissions forbid it)"
    )


def test_a_disk_that_fails_half_way_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(handle: int) -> os.stat_result:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.yaml").write_text(SAMPLE)
    monkeypatch.setattr(files.os, "fstat", broken)
    assert str(validate_file(tmp_path / "a.yaml")[1][0]) == "a.yaml: can't be read: Input/output error"
