"""Checked protocols are kept, so that a start needs no YAML; and losing that costs nothing but time."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from strengthcheck.catalogue import cache as cache_module
from strengthcheck.catalogue import find, read_catalogue
from tests.catalogue.samples import SAMPLE, sample


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "towel.yaml").write_text(SAMPLE)
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "protocols"


@pytest.fixture
def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read as YAML."""
    names: list[str] = []
    real = find.parse_as

    def watched(text: str, path: Path) -> object:
        names.append(path.name)
        return real(text, path)

    monkeypatch.setattr(find, "parse_as", watched)
    return names


def test_a_warm_cache_gives_the_same_and_reads_no_yaml(own: Path, kept: Path, read_texts: list[str]) -> None:
    cold = read_catalogue(own, kept)
    assert len(read_texts) == 9
    assert read_catalogue(own, kept) == cold
    assert len(read_texts) == 9
    assert read_catalogue(own) == cold


def test_the_yaml_library_is_not_even_imported_with_a_warm_cache(own: Path, kept: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from strengthcheck.catalogue import read_catalogue\n"
        "c = read_catalogue(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(len(c.protocols), len(c.faults), any(m.startswith('ruamel') for m in sys.modules))"
    )
    command = [sys.executable, "-c", program, str(own), str(kept)]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert said == ["9 0 True\n", "9 0 False\n"]


def test_a_changed_file_is_read_anew_and_the_old_one_goes(
    own: Path, kept: Path, read_texts: list[str]
) -> None:
    read_catalogue(own, kept)
    before = set(kept.iterdir())
    (own / "towel.yaml").write_text(sample("trials: 2", "trials: 3"))
    assert read_catalogue(own, kept).protocols["towel-wring"].protocol.trials == 3
    assert read_texts[9:] == ["towel.yaml"]
    assert len(before - set(kept.iterdir())) == 1
    assert len(list(kept.iterdir())) == 9


def test_other_rules_for_a_protocol_make_every_file_be_read_anew(
    own: Path, kept: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_catalogue(own, kept)
    monkeypatch.setattr(cache_module, "__version__", "99.0")
    read_catalogue(own, kept)
    assert len(read_texts) == 18
    assert len(list(kept.iterdir())) == 9


def test_the_source_of_the_rules_is_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache_module.rules_digest()
    for name in ("base.py", "protocol.py"):
        (tmp_path / name).write_text("# other rules")
    monkeypatch.setattr(cache_module, "files", lambda package: tmp_path)
    assert cache_module.rules_digest() != before


def test_an_install_without_sources_keeps_protocols_too(
    own: Path, kept: Path, tmp_path: Path, read_texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "files", lambda package: tmp_path / "none")
    cold = read_catalogue(own, kept)
    assert read_catalogue(own, kept) == cold
    assert len(read_texts) == 9


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign", "swapped", "folder", "pipe"])
def test_a_damaged_or_foreign_file_is_read_anew_and_mended(
    own: Path, kept: Path, read_texts: list[str], damage: str
) -> None:
    cold = read_catalogue(own, kept)
    one, other = sorted(kept.iterdir())[:2]
    good = one.read_bytes()
    if damage in ("folder", "pipe"):
        one.unlink()
        one.mkdir() if damage == "folder" else os.mkfifo(one)
    else:
        one.write_bytes(
            {
                "cut": good[:-1],
                "flipped": good.replace(b'"trials":', b'"trialz":').replace(b"left", b"lefT"),
                "empty": b"",
                "foreign": b'{"not": "ours"}',
                "swapped": other.read_bytes(),
            }[damage]
        )
    assert read_catalogue(own, kept) == cold
    assert len(read_texts) == 10
    if damage != "folder":
        assert one.read_bytes() == good
        read_catalogue(own, kept)
        assert len(read_texts) == 10


def test_a_sealed_file_that_is_no_protocol_is_ignored(own: Path, kept: Path, read_texts: list[str]) -> None:
    cold = read_catalogue(own, kept)
    one = next(kept.iterdir())
    one.write_bytes(cache_module._seal(one.name, b"{}") + b"\n{}")
    assert read_catalogue(own, kept) == cold


def test_files_are_for_the_person_alone(own: Path, kept: Path) -> None:
    old = os.umask(0)
    try:
        read_catalogue(own, kept)
    finally:
        os.umask(old)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in kept.iterdir()} == {0o600}


def test_other_files_in_the_folder_are_left_alone(own: Path, kept: Path) -> None:
    kept.mkdir(parents=True)
    (kept / "diary.json").write_text("mine")
    read_catalogue(own, kept)
    assert (kept / "diary.json").read_text() == "mine"


def test_a_cache_that_cannot_be_written_is_no_fault(own: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    catalogue = read_catalogue(own, tmp_path / "file" / "cache")
    assert catalogue.faults == ()
    assert len(catalogue.protocols) == 9


def test_a_disk_that_fills_up_leaves_no_half_file(
    own: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert read_catalogue(own, kept).faults == ()
    assert list(kept.iterdir()) == []


def test_two_starts_that_tidy_at_once_do_not_trip_over_each_other(
    own: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_catalogue(own, kept)
    (own / "towel.yaml").write_text(sample("trials: 2", "trials: 3"))

    def gone(self: Path, missing_ok: bool = False) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "unlink", gone)
    assert read_catalogue(own, kept).protocols["towel-wring"].protocol.trials == 3


def test_a_broken_own_file_is_never_kept(own: Path, kept: Path) -> None:
    (own / "towel.yaml").write_text("{")
    assert len(read_catalogue(own, kept).faults) == 1
    assert len(read_catalogue(own, kept).faults) == 1
    assert len(list(kept.iterdir())) == 8
