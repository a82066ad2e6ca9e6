"""Out to a file and back: nothing lost, nothing doubled, all or nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strengthcheck.exchange.document import read_document
from strengthcheck.exchange.refused import Refused
from strengthcheck.model.check import Check
from strengthcheck.model.entry import Revision
from strengthcheck.model.profile import Gate
from strengthcheck.services.editing import add_note, delete_check, mark_trial
from strengthcheck.services.recording import record_check
from strengthcheck.services.transfer import Counts, export_json, import_document
from strengthcheck.services.workspace import Workspace
from strengthcheck.store import backups
from tests.exchange.samples import CHECK, CHECK_ID, sample
from tests.services.rooms import NOW, opened

OTHER_ID = "00000000-0000-4000-8000-000000000001"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "another") as workspace:
        yield workspace


def filled(ws: Workspace) -> str:
    """A record with a corrected check, a marked trial and a check in the bin; its export."""
    record_check(ws, json.dumps(CHECK))
    add_note(ws, UUID(CHECK_ID), "pain [/nope] \x1b[31m \u202e 👍🏽")
    mark_trial(ws, UUID(CHECK_ID), 0, 0, "wrong_object", "another device")
    record_check(ws, json.dumps(sample(id=OTHER_ID, started_at="2026-11-02T09:30:00+01:00")))
    deleted = record_check(ws, json.dumps(sample(id=None, started_at="2026-11-09T09:30:00+01:00")))
    delete_check(ws, deleted.id)
    return export_json(ws)


def test_a_record_goes_out_and_into_an_empty_one_whole(ws: Workspace, another: Workspace) -> None:
    text = filled(ws)
    assert import_document(another, read_document(text)) == Counts(new=3, same=0, changed=0)
    assert export_json(another) == text
    assert another.store.entries() == ws.store.entries()


def test_a_second_time_changes_nothing(ws: Workspace, another: Workspace) -> None:
    text = filled(ws)
    import_document(another, read_document(text))
    assert import_document(another, read_document(text)) == Counts(new=0, same=3, changed=0)
    assert import_document(ws, read_document(text)) == Counts(new=0, same=3, changed=0)
    assert export_json(another) == text


def test_the_export_has_the_checks_as_they_now_read_oldest_first(ws: Workspace) -> None:
    data = json.loads(filled(ws))
    assert [c["id"] for c in data["checks"]] == [OTHER_ID, CHECK_ID]
    assert data["checks"][1]["note"].startswith("pain [/nope]")
    assert data["checks"][1]["results"][0]["trials"][1:] == CHECK["results"][0]["trials"][1:]
    assert (data["format"], data["version"]) == ("strengthcheck", 1)
    assert len(data["entries"]) == 3
    assert len(data["revisions"]) == 6
    assert [p["id"] for p in data["protocols"]] == ["grip-device"]


def test_the_same_record_gives_the_same_text_byte_for_byte(ws: Workspace) -> None:
    assert filled(ws) == export_json(ws)


def test_a_dry_run_counts_and_changes_nothing(ws: Workspace, another: Workspace) -> None:
    text = filled(ws)
    assert import_document(another, read_document(text), dry_run=True) == Counts(3, 0, 0)
    assert another.store.entry_ids() == ()


def test_two_records_joined_in_either_order_are_one(
    ws: Workspace, another: Workspace, tmp_path: Path
) -> None:
    first = filled(ws)
    record_check(another, json.dumps(sample(id=None, started_at="2026-10-01T09:30:00+02:00")))
    second = export_json(another)
    with opened(tmp_path / "ab") as ab, opened(tmp_path / "ba") as ba:
        import_document(ab, read_document(first))
        import_document(ab, read_document(second))
        import_document(ba, read_document(second))
        import_document(ba, read_document(first))
        assert export_json(ab) == export_json(ba)


def test_a_later_correction_arrives_as_changed_and_an_older_export_undoes_nothing(
    ws: Workspace, another: Workspace
) -> None:
    record_check(ws, json.dumps(CHECK))
    old = export_json(ws)
    import_document(another, read_document(old))
    add_note(ws, UUID(CHECK_ID), "said later")
    new = export_json(ws)
    assert import_document(another, read_document(new)) == Counts(0, 0, 1)
    assert import_document(another, read_document(old)) == Counts(0, 1, 0)
    assert export_json(another) == new
    assert [b.why for b in backups(another.folders.data)] == ["merge"]


def test_what_was_emptied_from_the_bin_stays_gone(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    old = export_json(ws)
    delete_check(ws, UUID(CHECK_ID))
    ws.store.purge([UUID(CHECK_ID)], NOW)
    gone = export_json(ws)
    assert import_document(ws, read_document(old)) == Counts(0, 1, 0)
    assert export_json(ws) == gone
    assert "free text" not in gone


def test_a_document_of_checks_written_by_hand_is_taken(ws: Workspace) -> None:
    text = json.dumps({"format": "strengthcheck", "version": 1, "checks": [CHECK]})
    assert import_document(ws, read_document(text)) == Counts(1, 0, 0)
    assert import_document(ws, read_document(text)) == Counts(0, 1, 0)
    assert json.loads(export_json(ws))["checks"][0]["note"] == CHECK["note"]


def test_checks_by_hand_without_an_id_are_not_doubled_by_a_second_import(ws: Workspace) -> None:
    text = json.dumps({"format": "strengthcheck", "version": 1, "checks": [sample(id=None)]})
    assert import_document(ws, read_document(text)) == Counts(1, 0, 0)
    assert import_document(ws, read_document(text)) == Counts(0, 1, 0)


def test_a_recorded_check_and_the_same_by_hand_are_one(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    text = json.dumps({"format": "strengthcheck", "version": 1, "checks": [CHECK]})
    assert import_document(ws, read_document(text)) == Counts(0, 1, 0)


def document(**parts: Any) -> str:
    return json.dumps({"format": "strengthcheck", "version": 1, **parts})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("[]", "should be a JSON object"),
        (json.dumps(CHECK), "is one check, not an export"),
        (json.dumps({"format": "other", "version": 1}), "format: other"),
        (json.dumps({"checks": []}), "not a strengthcheck export"),
        (json.dumps({"format": "strengthcheck"}), "version is missing"),
        (json.dumps({"format": "strengthcheck", "version": 9, "future": []}), "version 9, and this program"),
        (json.dumps({"format": "strengthcheck", "version": "1"}), "should be a whole number"),
        (document(chekcs=[]), "chekcs is not a known part"),
        (document(checks={}), "checks: should be a list"),
        (document(checks=[1]), "checks[1]: should be an object"),
        (document(checks=[sample(started_at=None)]), "checks[1]: started_at: is missing"),
        (document(checks=[sample(started_at="2027-01-01T00:00:00Z")]), "lies in the future"),
        (document(checks=[CHECK, CHECK]), "stands twice"),
        (
            document(checks=[sample(results=[{**CHECK["results"][0], "protocol": "my-own"}])]),
            "no test is called my-own",
        ),
        (document(checks=[sample(format_version=3)]), "version 3, and this program"),
        (document(protocols=[{"id": "x", "version": 1, "sha256": "0" * 64, "text": "x"}]), "does not match"),
        (document(revisions=[{"id": "0" * 64}]), "revisions[1]: entry: is missing"),
        (document(entries=[{"id": OTHER_ID, "kind": "check", "revisions": ["0" * 64]}]), "is missing"),
    ],
)
def test_what_is_no_export_is_refused_and_nothing_changes(ws: Workspace, text: str, said: str) -> None:
    record_check(ws, json.dumps(sample(id=OTHER_ID)))
    before = export_json(ws)
    with pytest.raises(Refused) as caught:
        import_document(ws, read_document(text))
    assert said in str(caught.value)
    assert export_json(ws) == before


def _note(data: dict[str, Any]) -> None:
    data["revisions"][0]["content"]["note"] = "changed"


def _value(data: dict[str, Any]) -> None:
    data["checks"][0]["results"][0]["trials"][0]["values"]["force"] = 99


def _drop(data: dict[str, Any]) -> None:
    del data["revisions"][-1]


def _stranger(data: dict[str, Any]) -> None:
    data["revisions"][0]["id"] = "0" * 64


def _unlisted(data: dict[str, Any]) -> None:
    del data["entries"][0]


def _text(data: dict[str, Any]) -> None:
    data["protocols"][0]["text"] += "\n# changed"


def _no_text(data: dict[str, Any]) -> None:
    for revision in data["revisions"]:
        for ref in revision["uses"]:
            ref["sha256"] = "1" * 64


@pytest.mark.parametrize("change", [_note, _value, _drop, _stranger, _unlisted, _text, _no_text])
def test_a_changed_or_torn_export_is_refused_whole(
    ws: Workspace, another: Workspace, change: Callable[[dict[str, Any]], None]
) -> None:
    data = json.loads(filled(ws))
    change(data)
    with pytest.raises(Refused):
        import_document(another, read_document(json.dumps(data)))
    assert another.store.entry_ids() == ()


def test_a_kept_check_that_its_own_test_refuses_is_refused_by_name(ws: Workspace, another: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    entry = ws.store.entry(UUID(CHECK_ID))
    assert entry is not None
    content = json.loads(json.dumps(entry.current.content))
    content["results"][0]["trials"][0]["values"]["force"] = 9999
    wrong = entry.current.model_copy(update={"content": content})
    text = document(
        checks=[content],
        revisions=[{"id": wrong.id, **wrong.model_dump(mode="json")}],
        protocols=[t.model_dump(mode="json") for t in ws.store.protocol_texts()],
    )
    with pytest.raises(Refused, match=f"check {CHECK_ID}: .*should be from 0 to 120 kg"):
        import_document(another, read_document(text))


def test_one_id_that_is_two_things_is_refused(ws: Workspace, another: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    gate = Gate(id=UUID(CHECK_ID), at=NOW, advice="none")
    another.store.add(Revision.of(gate, kind="gate", entry=gate.id, made_at=NOW))
    with pytest.raises(Refused, match="is a check in the file and a gate in the record"):
        import_document(another, read_document(export_json(ws)))


def test_one_bad_check_among_good_ones_leaves_all_out(ws: Workspace) -> None:
    bad = sample(
        id=OTHER_ID, results=[{"protocol": "stairs", "trials": [{"side": "left", "could_not": True}]}]
    )
    with pytest.raises(Refused, match="stairs is done by both sides together"):
        import_document(ws, read_document(document(checks=[CHECK, bad])))
    assert ws.store.entry_ids() == ()


def test_a_check_by_hand_with_a_stored_id_and_other_content_is_refused(ws: Workspace) -> None:
    record_check(ws, json.dumps(CHECK))
    with pytest.raises(Refused, match="with other content"):
        import_document(ws, read_document(document(checks=[sample(note="other")])))


def test_a_test_of_ones_own_travels_with_the_record(ws: Workspace, another: Workspace) -> None:
    own = ws.folders.protocols
    own.mkdir()
    text = ws.catalogue().protocols["grip-device"].text.text.replace("id: grip-device", "id: my-grip")
    (own / "mine.yaml").write_text(text)
    with opened(ws.folders.data) as again:
        trials = [{"side": "left", "values": {"force": 20.5}}]
        record_check(again, json.dumps(sample(results=[{"protocol": "my-grip", "trials": trials}])))
        exported = export_json(again)
    assert import_document(another, read_document(exported)) == Counts(1, 0, 0)
    assert export_json(another) == exported


def test_a_carried_test_decides_over_the_one_here(ws: Workspace, another: Workspace) -> None:
    """Old results are held against the text they were made with, also where this machine has another."""
    own = ws.folders.protocols
    own.mkdir()
    text = ws.catalogue().protocols["grip-device"].text.text.replace("id: grip-device", "id: my-grip")
    (own / "mine.yaml").write_text(text)
    trials = [{"side": "left", "values": {"force": 110}}]
    with opened(ws.folders.data) as again:
        record_check(again, json.dumps(sample(results=[{"protocol": "my-grip", "trials": trials}])))
        exported = export_json(again)
    another.folders.protocols.mkdir()
    (another.folders.protocols / "mine.yaml").write_text(text.replace("high: 120", "high: 50"))
    assert import_document(another, read_document(exported)) == Counts(1, 0, 0)


NOTES = st.text(st.characters(codec="utf-8"), max_size=80)
FORCES = st.one_of(
    st.integers(0, 120), st.floats(0, 120, allow_nan=False).filter(lambda x: x != 0 or str(x) == "0.0")
)


@pytest.mark.wide
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(NOTES, FORCES), min_size=1, max_size=4))
def test_whatever_was_recorded_comes_back_value_for_value(
    tmp_path_factory: pytest.TempPathFactory, given_checks: list[tuple[str, float]]
) -> None:
    folder = tmp_path_factory.mktemp("records")
    with opened(folder / "a") as a, opened(folder / "b") as b:
        for note, force in given_checks:
            trials = [{"side": "left", "values": {"force": force}}]
            record_check(
                a,
                json.dumps(
                    sample(id=None, note=note, results=[{"protocol": "grip-device", "trials": trials}])
                ),
            )
        exported = export_json(a)
        import_document(b, read_document(exported))
        assert export_json(b) == exported
    found = [
        (c["note"], c["results"][0]["trials"][0]["values"]["force"]) for c in json.loads(exported)["checks"]
    ]
    assert sorted(found, key=str) == sorted(given_checks, key=str)


def test_a_task_that_no_test_has_any_more_stays_in_the_record_and_its_export(tmp_path: Path) -> None:
    with opened(tmp_path / "old") as ws:
        text = ws.known().find("everyday-tasks").text
        trials = ({"side": "both", "values": {"ladder": 3}},)
        result = {"protocol": "everyday-tasks", "protocol_version": 1, "object": "a hill", "trials": trials}
        check = Check.model_validate({"started_at": NOW, "results": (result,)})
        kept = Revision.of(check, kind="check", entry=check.id, made_at=NOW, uses=[text.ref])
        ws.store.merge([kept], [text])
        exported = export_json(ws)
    with opened(tmp_path / "new") as ws:
        assert import_document(ws, read_document(exported)).new == 1
        assert export_json(ws) == exported
