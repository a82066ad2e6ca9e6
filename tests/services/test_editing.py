from datetime import timedelta
from uuid import uuid4

import pytest

from strengthcheck.exchange.document import read_document
from strengthcheck.services.editing import (
    NoSuchCheck,
    add_note,
    bring_back,
    choose_version,
    correct_trial,
    delete_check,
    empty_bin,
    mark_trial,
)
from strengthcheck.services.history import binned, check_versions, history, open_check
from strengthcheck.services.recording import record_check
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.transfer import export_json, import_document
from tests.services.rooms import NOW, StandingClock, opened

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


def test_a_value_put_right_keeps_the_one_that_was(ws, check):
    before = checks_of(ws)[0].results[0].trials[0]
    now = before.model_copy(update={"values": {"force": 13.2}})
    correct_trial(ws, check, 0, 0, now, "corrected: typed the wrong way round")
    assert checks_of(ws)[0].results[0].trials[0].values == {"force": 13.2}
    kept = check_versions(ws, check)
    by_reason = {r.reason: r for r in kept.revisions}
    assert set(by_reason) == {"", "corrected: typed the wrong way round"}
    assert by_reason[""].value.results[0].trials[0] == before
    assert [r.id for r in ws.store.entry(check).heads] == [kept.current]


def test_emptying_the_bin_erases_what_is_in_it_and_an_old_export_does_not_bring_it_back(ws, check):
    exported = export_json(ws)
    record_check(ws, CHECK.replace("31.2", "30.1"))
    delete_check(ws, check)
    assert empty_bin(ws) == 1
    assert [c.results[0].trials[0].values["force"] for c in checks_of(ws)] == [30.1]
    assert binned(ws) == ()
    assert import_document(ws, read_document(exported)).new == 0
    assert len(checks_of(ws)) == 1
    with pytest.raises(NoSuchCheck):
        check_versions(ws, check)
    assert empty_bin(ws) == 0


@pytest.fixture
def joined(tmp_path):
    """One check, changed in two ways on two computers, joined again."""
    clocks = [StandingClock(NOW + timedelta(minutes=m)) for m in (0, 1, 2)]
    with opened(tmp_path / "one", clock=clocks[0]) as one:
        record_check(one, CHECK)
        check = checks_of(one)[0].id
        exported = export_json(one)
    with opened(tmp_path / "two", clock=clocks[1]) as two:
        import_document(two, read_document(exported))
        add_note(two, check, "on the other computer")
        other = export_json(two)
    with opened(tmp_path / "one", clock=clocks[2]) as one:
        mark_trial(one, check, 0, 0, "slipped")
        import_document(one, read_document(other))
        yield one, check


def test_after_joining_two_records_both_versions_are_there_and_the_person_chooses(joined):
    ws, check = joined
    assert history(ws).double == {check}
    assert open_check(ws, check).double
    kept = check_versions(ws, check)
    assert len(kept.heads) == 2
    assert checks_of(ws)[0].results[0].trials[0].invalid == "slipped", "the later one is read"
    other = next(h for h in kept.heads if h != kept.current)
    choose_version(ws, check, other)
    assert checks_of(ws)[0].note == "on the other computer"
    assert checks_of(ws)[0].results[0].trials[0].counts
    assert history(ws).double == frozenset()
    assert {r.id for r in kept.revisions} < {r.id for r in check_versions(ws, check).revisions}
    with pytest.raises(NoSuchCheck, match="not a current one"):
        choose_version(ws, check, other)
