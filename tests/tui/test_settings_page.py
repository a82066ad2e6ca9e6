"""Settings on screen, and what is done with the record's files: joined, backed up, put back."""

import json
from pathlib import Path

from strengthcheck.host.folders import Folders
from strengthcheck.host.settings import Settings, SettingsFile
from strengthcheck.services.editing import delete_check
from strengthcheck.services.person import profile_of
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.transfer import export_json
from strengthcheck.store import verify
from tests.services.rooms import opened

from .faces import face
from .records import grip_check, write


def kept(folder: Path) -> Settings:
    return SettingsFile(lambda: Folders(data=folder)).read()


async def test_each_setting_is_changed_by_its_key_and_kept_in_the_file(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path, size=(80, 40)) as app:
        await app.shows("Settings")
        await app.press("z")
        await app.shows("Colours", "dark", "ten seconds first, then five", "record.db")
        await app.press("c")
        await app.shows("Colours:")
        await app.press("t", "v", "z", "p", "d")
        await app.shows("Seconds, 3 to 20")
        await app.type("25")
        await app.press("enter")
        await app.shows("Type whole seconds from 3 to 20")
        await app.press("backspace", "backspace")
        await app.type("7")
        await app.press("enter")
        await app.shows("7 seconds", "Letter", "from the next start on")
        await app.press("e", "1")
        await app.shows("999, United Kingdom")
        await app.press("escape")
        await app.shows("Nothing to do")
    now = kept(tmp_path)
    assert (now.theme, now.countdown, now.paper, now.plain) == ("calm-light", 7, "letter", True)
    assert (now.sound.sound, now.sound.voice) == (False, False)
    with opened(tmp_path) as ws:
        assert profile_of(ws).region == "GB"


async def test_a_file_is_counted_first_and_joined_when_that_is_wanted(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write(here, [grip_check(1)])
    write(there, [grip_check(8), grip_check(15)])
    file = tmp_path / "other.json"
    with opened(there) as ws:
        file.write_text(export_json(ws))
    async with face(here, size=(100, 40)) as app:
        await app.shows("Settings")
        await app.press("z", "i")
        await app.shows("First it is only counted.")
        await app.type("~/no-such-file.json")
        await app.press("enter")
        await app.shows("is not there.")
        await app.press(*["backspace"] * 20)
        await app.type(str(file))
        await app.press("enter")
        await app.shows("Join it to your record?", "2 entries are new")
        await app.press("n")
        with opened(here) as ws:
            assert len(checks_of(ws)) == 1, "counted is not joined"
        await app.press("enter")
        await app.shows("Join it to your record?")
        await app.press("y")
        await app.shows("Joined: 2 entries are new")
        await app.press("enter")
        await app.shows("Nothing in it is new: 2 entries are here already.")
    with opened(here) as ws:
        assert len(checks_of(ws)) == 3


async def test_a_file_that_is_no_export_says_so_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"format": "something else"}))
    async with face(tmp_path / "data", size=(100, 40)) as app:
        await app.shows("Settings")
        await app.press("z", "i")
        await app.shows("First it is only counted.")
        await app.type(str(file))
        await app.press("enter")
        await app.shows("can't be joined to your record", "Nothing was changed.")


async def test_a_backup_is_made_and_put_back_while_the_app_is_open(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1), grip_check(8)])
    async with face(tmp_path, size=(120, 40)) as app:
        await app.shows("Settings")
        await app.press("z", "k")
        await app.shows("Backed up and checked:", "last: 2026-11-23")
        with opened(tmp_path) as ws:
            delete_check(ws, checks_of(ws)[0].id)
        await app.press("r")
        await app.shows("Put a backup back", "backups/", "1 backup is in", "The newest, of 23 November,")
        await app.press("enter")
        await app.shows("Put this backup in your record's place?")
        await app.press("y")
        await app.shows("Put back. What was there before:")
        await app.press("escape", "escape", "h")
        await app.shows("2 checks, newest first.")
    assert verify(tmp_path) == []


async def test_what_is_no_backup_is_refused_and_the_record_stays_open(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    (tmp_path / "no.db").write_text("nothing")
    async with face(tmp_path, size=(120, 40)) as app:
        await app.shows("Settings")
        await app.press("z", "r")
        await app.shows("Enter asks once more.")
        await app.type(str(tmp_path / "no.db"))
        await app.press("enter", "y")
        await app.shows("no.db")
        await app.press("escape", "escape", "h")
        await app.shows("1 check.")
