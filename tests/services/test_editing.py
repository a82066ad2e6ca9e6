from uuid import uuid4

import pytest

from strengthcheck.services.editing import NoSuchCheck, add_note, bring_back, delete_check, mark_trial
from strengthcheck.services.recording import record_check
from strengthcheck.services.sitting import checks_of
from tests.services.rooms import opened

CHECK = """{"started_at": "2026-11-20T09:30:00+01:00", "results": [{"protocol": "grip-device",
 "trials": [{"side": "left", "values": {"force": 31.2}}, {"side": "right", "values": {"force": 33}}]}]}"""


@pytest.fixture
def ws(tmp_path):
    with opened(tmp_path) as workspace:
        record_check(workspace, CHECK)
        yield workspace


@pytest.fixture
def check(ws):
    return checks_of(ws)[0].id


def test_a_note_is_set_changed_and_taken_away_and_every_version_stays(ws, check):
    for note in ("pain [/nope]", "another", ""):
        add_note(ws, check, note)
        assert (checks_of(ws)[0].note or "") == note
    assert len(ws.store.entry(check).revisions) == 4


def test_a_trial_marked_invalid_keeps_its_value_and_can_be_valid_again(ws, check):
    marked = mark_trial(ws, check, 0, 0, "slipped", "wet hands")
    trial = marked.results[0].trials[0]
    assert (trial.invalid, trial.invalid_note, trial.values) == ("slipped", "wet hands", {"force": 31.2})
    assert not trial.counts
    again = mark_trial(ws, check, 0, 0, None)
    assert again.results[0].trials[0].counts
    assert checks_of(ws)[0].results == again.results


def test_a_deleted_check_goes_to_the_bin_and_comes_back_as_it_was(ws, check):
    before = add_note(ws, check, "keep me")
    delete_check(ws, check)
    assert checks_of(ws) == ()
    with pytest.raises(NoSuchCheck, match="in the bin"):
        add_note(ws, check, "x")
    assert bring_back(ws, check) == before
    assert checks_of(ws) == (before,)


def test_what_is_not_there_is_said(ws, check):
    with pytest.raises(NoSuchCheck, match="not in the record"):
        delete_check(ws, uuid4())
    with pytest.raises(NoSuchCheck, match="not in the bin"):
        bring_back(ws, check)
