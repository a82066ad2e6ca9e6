"""What every doing needs, opened with care."""

import contextlib
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from strengthcheck.exchange.refused import Refused
from strengthcheck.model.entry import ProtocolText
from strengthcheck.services import reading_tests
from strengthcheck.services.choosing import choosing
from strengthcheck.services.recording import record_check
from strengthcheck.services.workspace import catalogue_in, nothing_kept_in, open_workspace, protocol_from
from strengthcheck.store import StoreMissing
from tests.exchange.samples import CHECK
from tests.services.rooms import StandingClock, opened


def kept_text(text: str, name: str = "grip-device", version: int = 1) -> ProtocolText:
    return ProtocolText(id=name, version=version, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)


def test_the_folder_named_wins_over_the_environments(tmp_path: Path) -> None:
    environ = {"STRENGTHCHECK_DATA_DIR": str(tmp_path / "environ")}
    with open_workspace(str(tmp_path / "named"), environ, StandingClock()) as ws:
        assert ws.folders.data == tmp_path / "named"
    with open_workspace(None, environ, StandingClock()) as ws:
        assert ws.folders.data == tmp_path / "environ"


def test_only_looking_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        opened(tmp_path / "none", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_looking_at_the_tests_makes_no_folder(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as ws:
        folders = ws.folders
    elsewhere = folders.model_copy(update={"data": tmp_path / "none"})
    assert len(catalogue_in(elsewhere).protocols) == 8
    assert not (tmp_path / "none").exists()
    assert nothing_kept_in(elsewhere)
    assert not nothing_kept_in(folders)


def test_a_kept_text_is_read_as_the_test_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        here = ws.catalogue().protocols["grip-device"]
        assert ws.read_protocol(here.text) is here.protocol
        older = kept_text(here.text.text.replace("high: 120", "high: 90"))
        measure = ws.read_protocol(older).measure("force")
        assert measure is not None
        assert measure.high == 90


def test_a_kept_text_that_is_no_test_or_another_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        text = ws.catalogue().protocols["grip-device"].text.text
    with pytest.raises(Refused, match="grip-device version 1 can't be read"):
        protocol_from(kept_text("id: ["))
    with pytest.raises(Refused, match="filed as jar-lid version 1 is of grip-device version 1"):
        protocol_from(kept_text(text, "jar-lid"))
    with pytest.raises(Refused, match="filed as grip-device version 7"):
        protocol_from(kept_text(text, version=7))


def test_what_the_record_was_made_with_stays_known_when_the_file_is_gone(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        record_check(ws, json.dumps(CHECK))
        older = kept_text(
            ws.catalogue().protocols["grip-device"].text.text.replace("version: 1", "version: 3"), version=3
        )
        ws.store.merge([], [older])
    with opened(tmp_path) as ws:
        assert ws.known().versions("grip-device") == (1, 3)
        found = ws.known().find("grip-device")
        assert found is not None
        assert found.protocol.version == 1


def test_a_kept_text_that_todays_rules_refuse_stops_no_recording(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        ws.store.merge([], [kept_text("id: was-a-test-once\nversion: 1\n", "was-a-test-once")])
        assert record_check(ws, json.dumps(CHECK)).new
        assert "was-a-test-once" not in ws.known().ids


def test_a_record_whose_last_save_was_cut_off_can_be_looked_at(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as ws:
        record_check(ws, json.dumps(CHECK))
        database = ws.store.database
        with contextlib.suppress(_CutOffError), database.writing():
            database.run("CREATE TABLE cut_off(x INTEGER) STRICT")
            database.connection.cache_flush()
            shutil.copytree(tmp_path / "data", tmp_path / "cut")
            raise _CutOffError
    assert (tmp_path / "cut" / "record.db-journal").stat().st_size > 0
    with opened(tmp_path / "cut", read_only=True) as ws:
        assert len(ws.store.entries("check")) == 1


class _CutOffError(Exception):
    """As a kill in the middle of a save."""


def test_one_broken_file_with_many_faults_is_one_file(tmp_path):
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "mine.yaml").write_text("id: mine\nversion: one\n")
    with opened(tmp_path) as ws:
        found = reading_tests.tests_to_read(ws)
    assert len(found.faults) > 1
    assert found.broken == 1


def test_the_tests_are_read_in_the_order_in_which_they_are_chosen(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        chosen = [o.protocol.id for o in choosing(ws).options]
        assert [t.protocol.id for t in reading_tests.tests_to_read(ws).tests] == chosen
