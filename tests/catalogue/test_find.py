"""Shipped tests and the person's own, side by side."""

import hashlib
from pathlib import Path

import pytest

from strengthcheck.catalogue import find, read_catalogue, shipped_folder, validate_file
from tests.catalogue.samples import SAMPLE, sample

EIGHT = 8


def own(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def test_a_test_of_ones_own_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    catalogue = read_catalogue(own(tmp_path, towel=SAMPLE))
    assert catalogue.faults == ()
    assert len(catalogue.protocols) == EIGHT + 1
    found = catalogue.protocols["towel-wring"]
    assert (found.own, found.path, found.protocol.title) == (True, tmp_path / "towel.yaml", "Wring a towel")
    assert list(catalogue.protocols)[-1] == "towel-wring"


def test_the_text_is_kept_as_it_stands_with_its_sha256(tmp_path: Path) -> None:
    text = read_catalogue(own(tmp_path, towel=SAMPLE)).protocols["towel-wring"].text
    assert (text.id, text.version, text.text, text.own) == ("towel-wring", 1, SAMPLE, True)
    assert text.sha256 == hashlib.sha256(SAMPLE.encode()).hexdigest()


def test_another_editors_line_ends_make_no_other_text(tmp_path: Path) -> None:
    (tmp_path / "towel.yaml").write_bytes(b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode())
    assert read_catalogue(tmp_path).protocols["towel-wring"].text.text == SAMPLE


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    own(tmp_path, a=sample("trials: 2", "trials: two"), b=SAMPLE, c="{", d="")
    (tmp_path / "e.yaml").mkdir()
    catalogue = read_catalogue(tmp_path)
    assert len(catalogue.protocols) == EIGHT + 1
    assert [str(f) for f in catalogue.faults] == [
        "a.yaml:17: trials should be a whole number (got two)",
        "c.yaml:1: the text ends in the middle of a list or of settings",
        "d.yaml:1: is empty",
        "e.yaml: is a folder, not a file",
    ]


def test_an_own_file_cannot_take_the_place_of_a_shipped_test(tmp_path: Path) -> None:
    catalogue = read_catalogue(own(tmp_path, mine="# mine\n" + sample("towel-wring", "stairs")))
    assert not catalogue.protocols["stairs"].own
    assert [str(f) for f in catalogue.faults] == [
        "mine.yaml:2: the id stairs belongs to a test that comes with the program; give this test another id"
    ]


def test_of_two_own_files_with_one_id_the_first_by_name_stays_and_the_other_is_told(tmp_path: Path) -> None:
    catalogue = read_catalogue(
        own(tmp_path, **{"towel-copy": SAMPLE, "towel": sample("trials: 2", "trials: 3")})
    )
    assert catalogue.protocols["towel-wring"].protocol.trials == 3
    assert [str(f) for f in catalogue.faults] == [
        "towel-copy.yaml:1: the id towel-wring belongs to towel.yaml, which is used; "
        "give this test another id"
    ]


def test_hidden_files_and_other_kinds_are_left_alone(tmp_path: Path) -> None:
    own(tmp_path, **{".#towel": "{", "._towel": "{"})
    (tmp_path / "notes.txt").write_text("{")
    (tmp_path / "towel.yaml~").write_text("{")
    (tmp_path / "TOWEL.YML").write_text(SAMPLE)
    catalogue = read_catalogue(tmp_path)
    assert catalogue.faults == ()
    assert "towel-wring" in catalogue.protocols


def test_no_folder_of_ones_own_is_no_fault(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "none").faults == ()
    assert read_catalogue(None).faults == ()


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "protocols").write_text("x")
    catalogue = read_catalogue(tmp_path / "protocols")
    assert [str(f) for f in catalogue.faults] == ["protocols: should be a folder of protocol files"]
    assert len(catalogue.protocols) == EIGHT


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.iterdir

    def forbid(self: Path) -> object:
        if self == tmp_path:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", forbid)
    catalogue = read_catalogue(tmp_path)
    assert str(catalogue.faults[0]) == f"{tmp_path.name}: the folder can't be read: Permission denied"
    assert len(catalogue.protocols) == EIGHT


def test_an_installed_package_uses_the_files_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (shipped_folder() / "stairs.yaml").is_file()
    (tmp_path / "protocols").mkdir()
    own(tmp_path / "protocols", towel=SAMPLE)
    monkeypatch.setattr(find, "files", lambda package: tmp_path)
    assert shipped_folder() == tmp_path / "protocols"
    assert list(read_catalogue(None).protocols) == ["towel-wring"]


def test_validating_says_already_that_an_id_is_taken(tmp_path: Path) -> None:
    path = own(tmp_path, mine=sample("towel-wring", "stairs")) / "mine.yaml"
    protocol, faults = validate_file(path)
    assert protocol is None
    assert [str(f) for f in faults] == [
        "mine.yaml:1: the id stairs belongs to a test that comes with the program; give this test another id"
    ]


def test_a_shipped_test_and_a_plain_copy_of_it_validate(tmp_path: Path) -> None:
    shipped = shipped_folder() / "stairs.yaml"
    (tmp_path / "copy.yaml").write_bytes(shipped.read_bytes())
    assert validate_file(shipped)[1] == ()
    assert validate_file(tmp_path / "copy.yaml")[1] == ()
