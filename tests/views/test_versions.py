"""What a check was before: when, why, what changed; of two current versions one is chosen."""

from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from strengthcheck.catalogue import read_catalogue
from strengthcheck.model.check import Check
from strengthcheck.model.entry import Entry, Revision
from strengthcheck.views.versions import Version, choose_version_question, version_view, versions
from tests.services.sealing import values_in

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
TESTS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}
ID = UUID("3e3b8a0e-6a55-4a0d-9d57-0a6f3a7e9b11")


def check(force: float = 67.3, **more: Any) -> Check:
    trials = ({"side": "left", "values": {"force": force}}, {"side": "right", "values": {"force": 46.8}})
    fields = {
        "id": ID,
        "started_at": NOW,
        "results": ({"protocol": "grip-device", "trials": trials},),
        **more,
    }
    return Check.model_validate(fields)


def revision(content: Check | None, minutes: int, *after: Revision, reason: str = "") -> Revision:
    at = NOW + timedelta(minutes=minutes)
    fields = {
        "entry": ID,
        "kind": "check",
        "after": tuple(sorted(r.id for r in after)),
        "made_at": at,
        "reason": reason,
        "state": "content" if content is not None else "deleted",
        "content": content.model_dump(mode="json", exclude_unset=True) if content is not None else None,
    }
    return Revision.model_validate(fields)


def seen(*kept: Revision, sealed: bool = False) -> tuple[Version, ...]:
    entry = Entry(id=ID, kind="check", revisions=kept)
    heads = [r.id for r in entry.heads]
    return versions(kept, heads, entry.current.id, TESTS, NOW.date(), sealed=sealed)


FIRST = revision(check(), 0)
CORRECTED = revision(check(6.73), 5, FIRST, reason="corrected: a point was missing")
NOTED = revision(check(6.73, note="tired"), 9, CORRECTED, reason="note")


def test_each_version_says_when_why_and_what_changed_the_newest_first() -> None:
    newest, corrected, first = seen(FIRST, CORRECTED, NOTED)
    assert (first.reason, first.changes) == ("as it was first kept", ())
    assert corrected.when == "Today at 12:05"
    assert corrected.reason == "corrected: a point was missing"
    assert corrected.changes == ("Grip device, left: 67.3 kg → 6.7 kg",)
    assert newest.changes == ("note: none → “tired”",)
    assert [v.read for v in (newest, corrected, first)] == [True, False, False]


def test_a_trial_that_does_not_count_and_a_deletion_are_told() -> None:
    fields = check().model_dump(exclude_unset=True)
    fields["results"][0]["trials"][1]["invalid"] = "slipped"
    marked = revision(Check.model_validate(fields), 5, FIRST, reason="marked slipped")
    gone = revision(None, 9, marked, reason="deleted")
    deleted, told, _ = seen(FIRST, marked, gone)
    assert told.changes == ("Grip device, right: does not count: slipped",)
    assert (deleted.reason, deleted.changes) == ("deleted", ())
    assert version_view(gone, TESTS, sealed=False) is None


def test_two_current_versions_are_both_named_and_can_be_chosen() -> None:
    other = revision(check(note="from the other computer"), 7, FIRST, reason="note")
    found = seen(FIRST, CORRECTED, other)
    assert [v.current for v in found] == [True, True, False]
    assert [v.read for v in found] == [True, False, False], "the later one is read"
    question = choose_version_question(found)
    assert [a.name for a in question.answers] == [other.id, CORRECTED.id]
    assert "67.3 kg → 6.7 kg" in question.answers[1].hint


def test_while_sealed_a_change_is_told_without_its_values() -> None:
    told = " ".join(
        text for v in seen(FIRST, CORRECTED, NOTED, sealed=True) for text in (v.reason, *v.changes)
    )
    assert values_in(told) == []
    view = version_view(CORRECTED, TESTS, sealed=True)
    assert view is not None
    assert {line.value for block in view.blocks for line in block.lines} == {"sealed"}
