"""Where the data folder is, and when it can't be."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from strengthcheck.host.folders import (
    VARIABLE,
    FolderRefused,
    Folders,
    data_folder,
    folders_for,
    make_private,
)


def test_the_named_folder_comes_before_the_environments_and_that_before_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    environ = {VARIABLE: str(tmp_path / "from environment"), "HOME": str(tmp_path)}
    assert data_folder(str(tmp_path / "named"), environ) == tmp_path / "named"
    assert data_folder(None, environ) == tmp_path / "from environment"
    assert data_folder(None, environ | {VARIABLE: ""}) == tmp_path / "share" / "strengthcheck"
    assert list(tmp_path.iterdir()) == []


def test_a_relative_name_is_meant_from_here_and_a_tilde_from_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home with spaces é"))
    assert data_folder("here", {}) == tmp_path / "here"
    assert data_folder(None, {VARIABLE: "~/there"}) == tmp_path / "home with spaces é" / "there"


@pytest.mark.parametrize("named", ["", "  ", "a\0b"])
def test_a_name_that_is_none_is_refused(named: str) -> None:
    with pytest.raises(FolderRefused, match=r"empty or broken.*--data-dir"):
        data_folder(named, {})


@pytest.mark.parametrize("home", [None, "", "/no such folder"])
def test_without_a_home_folder_one_has_to_be_named(home: str | None) -> None:
    with pytest.raises(FolderRefused, match=r"no home folder.*--data-dir"):
        data_folder(None, {} if home is None else {"HOME": home})


def test_a_home_of_nobody_is_refused() -> None:
    with pytest.raises(FolderRefused, match="no home folder for ~nobody-by-this-name"):
        data_folder("~nobody-by-this-name/x", {})


def test_a_platform_folder_that_is_no_full_path_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: "rubbish")
    with pytest.raises(FolderRefused, match=r"rubbish.*no full path"):
        data_folder(None, {"HOME": str(tmp_path)})


def test_a_link_that_leads_back_to_itself_is_no_data_folder(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for named in (tmp_path / "loop", tmp_path / "loop" / "deeper"):
        with pytest.raises(FolderRefused, match=r"leads back to itself.*--data-dir"):
            data_folder(str(named), {})


def test_a_folder_whose_name_is_no_text_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(FolderRefused, match=r"not UTF-8 text.*--data-dir"):
        data_folder(os.fsdecode(os.fsencode(tmp_path / "f") + b"\xff"), {})


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear doctor")
    with pytest.raises(FolderRefused, match="is a file"):
        data_folder(str(tmp_path / "letter"), {})
    with pytest.raises(FolderRefused, match="is a file"):
        make_private(tmp_path / "letter")
    with pytest.raises(FolderRefused):
        make_private(tmp_path / "letter" / "deeper")


def test_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    folders = folders_for(str(tmp_path), {})
    assert folders == Folders(data=tmp_path)
    inside = {folders.protocols, folders.backups, folders.cache, folders.settings}
    assert len(inside) == 4
    assert {p.parent for p in inside} == {tmp_path}


def test_a_private_folder_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = make_private(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    made.chmod(0o755)
    assert make_private(made) == made
    assert stat.S_IMODE(made.stat().st_mode) == 0o755


@pytest.mark.parametrize(("call", "words"), [("access", "can't be written to"), ("mkdir", "can't be made")])
def test_a_folder_that_refuses_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, words: str
) -> None:
    def refuse(*_: object, **__: object) -> bool:
        if call == "mkdir":
            raise PermissionError(13, "Permission denied")
        return False

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(FolderRefused, match=words):
        make_private(tmp_path / "data")


def test_platformdirs_is_not_read_where_a_folder_is_named(tmp_path: Path) -> None:
    code = (
        "import sys; from strengthcheck.host.folders import data_folder;"
        "data_folder(sys.argv[1], {}); print('platformdirs' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
