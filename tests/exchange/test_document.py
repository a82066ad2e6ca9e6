"""The export's text: deterministic, upgradable, and read no further than it holds."""

import json
import random
from typing import Any
from uuid import UUID

import pytest

from strengthcheck.exchange.checks import check_from
from strengthcheck.exchange.document import VERSION, read_document, write_document
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.shapes import export_schema
from strengthcheck.exchange.strict import decoded, read_json
from strengthcheck.exchange.upgrades import CHECK_UPGRADES, DOCUMENT_UPGRADES, upgraded
from strengthcheck.model.check import FORMAT_VERSION
from strengthcheck.model.entry import Entry, Revision
from strengthcheck.model.profile import PROFILE_ENTRY, Gate, Profile
from tests.exchange.samples import CHECK, CHECK_ID, KNOWN, NOW, sample


def entry(data: dict[str, Any], *notes: str) -> Entry:
    """A check's entry: as recorded, then with each note in turn."""
    check = check_from(data)
    revisions = [Revision.of(check, kind="check", entry=check.id, made_at=NOW, reason="recorded")]
    for note in notes:
        changed = check.model_copy(update={"note": note})
        revisions.append(
            Revision.of(changed, kind="check", entry=check.id, made_at=NOW, after=[revisions[-1].id])
        )
    return Entry(id=check.id, kind="check", revisions=tuple(revisions))


def entries() -> list[Entry]:
    """Checks, a corrected one among them, and what is no check."""
    others = [sample(id=f"00000000-0000-4000-8000-{n:012d}", note=f"note {n}") for n in range(5)]
    gate = Gate(id=UUID(int=7), at=NOW, lines=(3,), at_rest=False, advice="today")
    profile = Profile(handedness="left", plays="made-up lute")
    return [
        entry(CHECK, "corrected", "corrected again"),
        *(entry(o) for o in others),
        Entry(
            id=gate.id, kind="gate", revisions=(Revision.of(gate, kind="gate", entry=gate.id, made_at=NOW),)
        ),
        Entry(
            id=PROFILE_ENTRY,
            kind="profile",
            revisions=(Revision.of(profile, kind="profile", entry=PROFILE_ENTRY, made_at=NOW),),
        ),
    ]


TEXTS = [k.text for k in KNOWN]


def test_the_order_of_the_record_changes_nothing_in_the_text() -> None:
    text = write_document(entries(), TEXTS)
    for seed in range(5):
        shuffled, texts = entries(), list(TEXTS)
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(texts)
        turned = [e.model_copy(update={"revisions": e.revisions[::-1]}) for e in shuffled]
        assert write_document(turned, texts) == text


def test_everything_written_is_read_back() -> None:
    document = read_document(write_document(entries(), TEXTS))
    assert {r.id for r in document.revisions} == {r.id for e in entries() for r in e.revisions}
    assert set(document.texts) == set(TEXTS)
    assert document.checks == ()


def test_two_heads_read_as_the_later_and_both_are_kept() -> None:
    first = entry(CHECK).revisions[0]
    a, b = (
        Revision.of(
            check_from(sample(note=note)), kind="check", entry=UUID(CHECK_ID), made_at=NOW, after=[first.id]
        )
        for note in ("one", "other")
    )
    both = Entry(id=UUID(CHECK_ID), kind="check", revisions=(first, a, b))
    text = write_document([both], TEXTS)
    assert json.loads(text)["checks"][0]["note"] == both.heads[0].value.note  # type: ignore[union-attr]
    assert {r.id for r in read_document(text).revisions} == {first.id, a.id, b.id}


def test_an_older_version_is_raised_step_by_step() -> None:
    def second(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "checks": data["sessions"], "sessions": None}

    def third(data: dict[str, Any]) -> dict[str, Any]:
        return {k: v for k, v in data.items() if k != "sessions"}

    old = json.dumps({"format": "strengthcheck", "version": 1, "sessions": [CHECK]})
    document = read_document(old, version=3, upgrades=(second, third))
    assert [str(c.id) for c in document.checks] == [CHECK_ID]
    with pytest.raises(Refused, match="version 4, and this program reads versions up to 3"):
        read_document(
            json.dumps({"format": "strengthcheck", "version": 4}), version=3, upgrades=(second, third)
        )


def test_every_older_version_has_its_upgrade() -> None:
    assert len(DOCUMENT_UPGRADES) == VERSION - 1
    assert len(CHECK_UPGRADES) == FORMAT_VERSION - 1


def test_what_names_no_version_is_todays() -> None:
    assert upgraded({"a": 1}, key="v", known=2, upgrades=(dict,), what="It") == {"a": 1}
    assert upgraded({"a": 1, "v": 1}, key="v", known=2, upgrades=(dict,), what="It") == {"a": 1, "v": 2}


@pytest.mark.parametrize("version", [0, -3, 1.0, True, None, "1", [1]])
def test_a_version_that_is_no_number_from_one_is_refused(version: Any) -> None:
    with pytest.raises(Refused, match="should be a whole number from 1"):
        read_document(json.dumps({"format": "strengthcheck", "version": version}))


def test_a_revision_of_a_check_under_another_entry_is_refused() -> None:
    check = check_from(CHECK)
    stray = Revision.of(check, kind="check", entry=UUID(int=9), made_at=NOW)
    text = json.dumps(
        {
            "format": "strengthcheck",
            "version": 1,
            "revisions": [{"id": stray.id, **stray.model_dump(mode="json")}],
        }
    )
    with pytest.raises(Refused, match="under the entry"):
        read_document(text)


def test_content_that_is_not_what_its_kind_says_is_refused() -> None:
    wrong = Revision(entry=UUID(int=9), kind="gate", made_at=NOW, content={"advice": "perhaps"})
    part = {"id": wrong.id, **wrong.model_dump(mode="json")}
    with pytest.raises(Refused, match=r"revisions\[1\].content"):
        read_document(json.dumps({"format": "strengthcheck", "version": 1, "revisions": [part]}))


def test_one_entry_of_two_kinds_is_refused() -> None:
    gate = Gate(id=UUID(CHECK_ID), at=NOW, advice="none")
    both = [entry(CHECK).revisions[0], Revision.of(gate, kind="gate", entry=gate.id, made_at=NOW)]
    parts = [{"id": r.id, **r.model_dump(mode="json")} for r in both]
    with pytest.raises(Refused, match="of two kinds"):
        read_document(json.dumps({"format": "strengthcheck", "version": 1, "revisions": parts}))


def test_the_schema_names_every_part_that_is_written() -> None:
    data = json.loads(write_document(entries(), TEXTS))
    schema = export_schema()
    assert set(data) == set(schema["properties"])
    assert set(data["revisions"][0]) == set(schema["$defs"]["Revision"]["properties"])


def test_a_byte_order_mark_is_let_pass_and_utf_16_is_named() -> None:
    assert read_json(decoded("\ufeff{}".encode())) == {}
    with pytest.raises(Refused, match="UTF-16"):
        decoded("{}".encode("utf-16"))
    with pytest.raises(Refused, match="more than 2 MB"):
        decoded(b"x" * (2 * 1024 * 1024 + 1), most=2 * 1024 * 1024)


def test_signs_within_a_text_are_no_values() -> None:
    text = json.dumps({"note": '",[{\\' * 2_000_000})
    assert read_json(text) == json.loads(text)
