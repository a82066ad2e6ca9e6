"""Settings are a file beside the record; a broken one is as good as none."""

from pathlib import Path

import pytest

from strengthcheck.host.folders import Folders
from strengthcheck.host.settings import Settings, SettingsFile
from strengthcheck.tui.themes import DEFAULT, NAMES, after, known, themes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"theme": 3}',
        '{"other": 1}',
        '{"countdown": 2}',
        '{"countdown": 21}',
        '{"countdown": true}',
        '{"countdown": "5"}',
        '{"paper": "a3"}',
        '{"plain": "yes"}',
    ],
)
def test_a_broken_file_gives_the_usual_settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    assert SettingsFile(lambda: Folders(data=tmp_path)).read() == Settings(theme=DEFAULT)


def test_an_unknown_set_of_colours_is_the_usual_one() -> None:
    assert known("no-such") == DEFAULT
    assert known("calm-light") == "calm-light"


def test_what_was_set_is_read_back_and_for_the_owner_alone(tmp_path: Path) -> None:
    file = SettingsFile(lambda: Folders(data=tmp_path / "new"))
    set_ = Settings(theme="calm-light", countdown=7, paper="letter", plain=True)
    assert file.write(set_) is None
    assert file.read() == set_
    assert (tmp_path / "new" / "settings.json").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_takes_no_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = SettingsFile(lambda: Folders(data=tmp_path / "file")).write(Settings())
    assert told is not None
    assert "file" in told


def test_without_a_folder_settings_last_until_the_program_ends() -> None:
    file = SettingsFile()
    assert file.write(Settings(theme="calm-light")) is None
    assert file.read() == Settings(theme="calm-light")
    assert SettingsFile().read() == Settings()


def test_the_key_goes_through_every_set_of_colours_and_round() -> None:
    assert [t.name for t in themes()] == list(NAMES)
    name, seen = DEFAULT, []
    for _ in NAMES:
        seen.append(name)
        name = after(name)
    assert sorted(seen) == sorted(NAMES)
    assert name == DEFAULT
    assert after("gone") == DEFAULT


def test_every_set_of_colours_has_the_same_variables_of_ours() -> None:
    ours = {"left", "right", "quiet", "row-cursor", "row-cursor-style", "block-cursor-background"}
    assert all(ours <= t.variables.keys() for t in themes())
