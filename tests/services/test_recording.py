"""A check from a file: kept whole, once, and never replaced."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from strengthcheck.exchange.checks import check_to
from strengthcheck.exchange.document import current_checks
from strengthcheck.exchange.refused import Refused
from strengthcheck.model.check import Check
from strengthcheck.model.entry import Entry, Revision
from strengthcheck.model.event import Began
from strengthcheck.services.editing import add_note, delete_check
from strengthcheck.services.recording import record_check
from strengthcheck.services.workspace import Workspace
from strengthcheck.store import EntryExists
from tests.exchange.samples import CHECK, CHECK_ID, sample
from tests.services.rooms import NOW, StandingClock, opened


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "data") as workspace:
        yield workspace


def kept(ws: Workspace) -> list[dict[str, Any]]:
    return [check_to(c) for c in current_checks(ws.store.entries("check"))]


def test_what_was_given_is_kept_value_for_value_and_the_rest_is_named(ws: Workspace) -> None:
    saved = record_check(ws, json.dumps(CHECK))
    assert (saved.id, saved.new) == (UUID(CHECK_ID), True)
    [check] = kept(ws)
    assert check.pop("format_version") == 1
    assert check["results"][0].pop("protocol_version") == 1
    assert check == CHECK


def test_a_check_without_an_id_gets_one_and_is_planned(ws: Workspace) -> None:
    saved = record_check(ws, json.dumps(sample(id=None, planned=None)))
    [check] = kept(ws)
    assert check["id"] == str(saved.id)
    assert check["planned"] is True


def test_the_record_says_when_it_was_made_and_with_which_text_of_the_test(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    [entry] = ws.store.entries("check")
    text = ws.catalogue().protocols["grip-device"].text
    assert entry.current.made_at == NOW
    assert entry.current.uses == (text.ref,)
    assert ws.store.protocol_text(text.ref) == text


def test_the_same_check_again_changes_nothing(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    before = ws.store.entries()
    assert record_check(ws, json.dumps(CHECK)) == (UUID(CHECK_ID), False)
    assert ws.store.entries() == before


def test_fewer_fields_of_the_same_check_change_nothing(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    assert not record_check(ws, json.dumps(sample(note=None, context=None, planned=None))).new
    assert kept(ws)[0]["note"] == "free text"


@pytest.mark.parametrize(
    "other",
    [
        sample(note="other"),
        sample(planned=False),
        sample(context={"worry": 9}),
        sample(object=None, note="x"),
    ],
)
def test_the_same_id_with_other_content_is_refused_and_nothing_changes(
    ws: Workspace, other: dict[str, Any]
) -> None:
    record_check(ws, json.dumps(CHECK))
    before = ws.store.entries()
    with pytest.raises(Refused, match="other content"):
        record_check(ws, json.dumps(other))
    assert ws.store.entries() == before


def test_what_counts_is_what_was_recorded_first_not_what_was_corrected_since(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    add_note(ws, UUID(CHECK_ID), "corrected later")
    assert not record_check(ws, json.dumps(CHECK)).new
    with pytest.raises(Refused, match="other content"):
        record_check(ws, json.dumps(sample(note="corrected later")))
    assert kept(ws)[0]["note"] == "corrected later"


def test_a_check_in_the_bin_stays_there(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    delete_check(ws, UUID(CHECK_ID))
    assert not record_check(ws, json.dumps(CHECK)).new
    assert kept(ws) == []


def test_a_check_emptied_from_the_bin_does_not_come_back(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    delete_check(ws, UUID(CHECK_ID))
    ws.store.purge([UUID(CHECK_ID)], NOW)
    with pytest.raises(Refused, match="deleted for good"):
        record_check(ws, json.dumps(CHECK))


def test_an_id_of_something_else_is_refused(ws: Workspace) -> None:
    from strengthcheck.model.profile import Gate

    gate = Gate(id=UUID(CHECK_ID), at=NOW, advice="none")
    ws.store.add(Revision.of(gate, kind="gate", entry=gate.id, made_at=NOW))
    with pytest.raises(Refused, match="belongs to something else"):
        record_check(ws, json.dumps(CHECK))


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(seconds=1)])
def test_the_same_check_from_two_programs_at_once_is_kept_once(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, apart: timedelta
) -> None:
    with opened(ws.folders.data, clock=StandingClock(NOW - apart)) as other:
        looked = ws.store.entry

        def look_too_early(entry: UUID) -> Entry | None:
            monkeypatch.setattr(ws.store, "entry", looked)
            record_check(other, json.dumps(CHECK))
            return None

        monkeypatch.setattr(ws.store, "entry", look_too_early)
        assert record_check(ws, json.dumps(CHECK)) == (UUID(CHECK_ID), False)
    assert len(kept(ws)) == 1


def test_a_check_that_is_still_being_done_in_the_app_is_not_recorded_beside_it(ws: Workspace) -> None:
    text = ws.catalogue().protocols["grip-device"].text
    ws.store.begin(Began(check=UUID(CHECK_ID), at=NOW, planned=True, protocols=(text.ref,)), [text])
    with pytest.raises(EntryExists):
        record_check(ws, json.dumps(CHECK))
    assert kept(ws) == []
    assert len(ws.store.drafts()) == 1


def test_a_refused_check_leaves_nothing_behind(ws: Workspace) -> None:
    for wrong in (sample(started_at="2027-01-01T00:00:00Z"), sample(results=[]), {"a": 1}):
        with pytest.raises(Refused):
            record_check(ws, json.dumps(wrong))
    assert ws.store.entry_ids() == ()
    assert ws.store.drafts() == ()


def test_notes_are_kept_as_typed_whatever_they_hold(ws: Workspace) -> None:
    for note in (
        "[bold]",
        "pain [/nope]",
        "[@click=app.quit]x",
        "\x1b]52;c;aGk=\x07",
        "\u202eabc",
        "👩‍👩‍👧 Zoë 中文",
    ):
        saved = record_check(ws, json.dumps(sample(id=None, note=note)))
        entry = ws.store.entry(saved.id)
        assert entry is not None
        value = entry.current.value
        assert isinstance(value, Check)
        assert value.note == note


def test_an_own_test_of_the_persons_folder_can_be_recorded(tmp_path: Path) -> None:
    own = tmp_path / "data" / "protocols"
    own.mkdir(parents=True)
    with opened(tmp_path / "data") as ws:
        text = ws.catalogue().protocols["grip-device"].text.text
    (own / "mine.yaml").write_text(text.replace("id: grip-device", "id: my-grip"))
    results = [{"protocol": "my-grip", "trials": [{"side": "left", "values": {"force": 20}}]}]
    with opened(tmp_path / "data") as ws:
        record_check(ws, json.dumps(sample(results=results)))
        assert [t.own for t in ws.store.protocol_texts()] == [True]
    (own / "mine.yaml").unlink()
    with opened(tmp_path / "data") as ws:
        again = sample(id=None, results=[{**results[0], "protocol_version": 1}])
        assert record_check(ws, json.dumps(again)).new


TASKS = {"protocol": "everyday-tasks", "trials": [{"side": "both", "values": {"ladder": 3}}]}


def tasks(**more: Any) -> str:
    return json.dumps({"started_at": "2025-01-02T09:30:00+01:00", "results": [{**TASKS, **more}]})


def test_a_test_with_tasks_of_its_own_takes_no_other_object_and_names_its_tasks(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        with pytest.raises(Refused, match="everyday-tasks has no such task; it has running, stairs, pedals"):
            record_check(ws, tasks(object="the made-up hill"))
        with pytest.raises(Refused, match="did you mean running"):
            record_check(ws, tasks(object="runing"))
        assert ws.store.revision_count == 0
        assert record_check(ws, tasks(object="running")).new
        assert record_check(ws, tasks()).new
