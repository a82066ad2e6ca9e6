"""Where the record is, whether it is whole, copies of it, and putting one back."""

import json
from pathlib import Path

import pytest

from strengthcheck.services import upkeep
from strengthcheck.services.recording import record_check
from strengthcheck.services.transfer import export_json
from strengthcheck.services.workspace import nothing_kept_in
from strengthcheck.store import StoreError
from tests.exchange.samples import CHECK, sample
from tests.services.rooms import StandingClock, opened


def test_where_names_the_places_and_makes_nothing(tmp_path: Path) -> None:
    found = upkeep.where(str(tmp_path / "data"), {})
    assert {p.what for p in found.places} >= {"data folder", "record", "backups", "your own tests"}
    assert not any(p.there for p in found.places if p.path.is_relative_to(tmp_path))
    assert (found.backups, found.last_backup) == (0, None)
    assert list(tmp_path.iterdir()) == []


def test_where_knows_the_newest_backup(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        record_check(ws, json.dumps(CHECK))
        made = upkeep.backup(ws, None)
    found = upkeep.where(None, {"STRENGTHCHECK_DATA_DIR": str(tmp_path)})
    assert found.last_backup is not None
    assert found.last_backup.path == made.path
    sizes = {p.what: p.size for p in found.places}
    assert (sizes["record"] or 0) > 10_000


def test_a_backup_put_back_is_the_record_of_then_and_the_later_one_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with opened(folder) as ws:
        record_check(ws, json.dumps(CHECK))
        then = export_json(ws)
        made = upkeep.backup(ws, str(tmp_path / "copy.db"))
        record_check(ws, json.dumps(sample(id=None, note="later")))
        later = export_json(ws)
        folders = ws.folders
    kept = upkeep.restore(folders, str(made.path), StandingClock())
    assert kept is not None
    with opened(folder) as ws:
        assert export_json(ws) == then
    upkeep.restore(folders, str(kept), StandingClock())
    with opened(folder) as ws:
        assert export_json(ws) == later


def test_a_backup_never_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with opened(tmp_path / "data") as ws, pytest.raises(StoreError, match="is there already"):
        upkeep.backup(ws, str(tmp_path / "mine"))
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_whole_record_and_none_at_all_are_sound_and_a_torn_one_is_not(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as ws:
        record_check(ws, json.dumps(CHECK))
        folders = ws.folders
    assert upkeep.verify(folders) == []
    record = tmp_path / "data" / "record.db"
    record.write_bytes(record.read_bytes()[:-4096])
    assert upkeep.verify(folders)
    record.unlink()
    assert upkeep.verify(folders)
    assert not nothing_kept_in(folders)


def test_the_first_change_of_a_day_backs_up_what_was_there(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        assert upkeep.before_changing(ws) is None
        assert upkeep.where(str(tmp_path), {}).backups == 0
        record_check(ws, json.dumps(CHECK))
        assert upkeep.before_changing(ws) is None
        assert upkeep.before_changing(ws) is None
    assert upkeep.where(str(tmp_path), {}).backups == 1


def test_a_backup_that_can_not_be_made_is_said_and_stops_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        record_check(ws, json.dumps(CHECK))
        (tmp_path / "backups").write_text("a file where the folder should be")
        warning = upkeep.before_changing(ws)
        assert warning is not None
        assert "backup could not be made" in warning
        assert record_check(ws, json.dumps(sample(id=None))).new
