"""What changed by itself is noticed, named without its contents, and never written over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from strengthcheck.model.entry import canonical_json
from strengthcheck.store import Store, StoreDamaged, StoreError, totals, verify, verify_file
from tests.store.given import (
    NOW,
    TEXT,
    a_card,
    a_text,
    a_trial,
    alter,
    began,
    bytes_of,
    first,
    later,
    number,
    record,
)


def filled(folder: Path) -> None:
    with Store.open(folder) as store:
        record(store, first(1, "a private note"), first(2))
        store.add(later(first(1, "a private note"), "private too", 9))
        store.add(a_card(4))
        store.begin(began(3), [TEXT, a_text("stairs")])
        store.append(number(3), a_trial(4))
        store.append(number(3), a_trial(5))


ONE = f"'{number(1)}'"
HEAD = f"(SELECT id FROM revisions WHERE entry = {ONE} AND after = '[]')"

HARMS = {
    "a content": f"UPDATE revisions SET content = replace(content, '30.5', '31.5') WHERE entry = {ONE}",
    "a reason": f"UPDATE revisions SET reason = 'other' WHERE entry = {ONE}",
    "a time": f"UPDATE revisions SET made_at = '2026-01-01T10:01:00+02:00' WHERE id = {HEAD}",
    "a time that is none": f"UPDATE revisions SET made_at = 'noon' WHERE id = {HEAD}",
    "a time of nowhere": f"UPDATE revisions SET made_at = '2026-01-01T10:01:00' WHERE id = {HEAD}",
    "an order": f"UPDATE revisions SET instant = instant + 1 WHERE id = {HEAD}",
    "a state": f"UPDATE revisions SET state = 'deleted', content = NULL WHERE id = {HEAD}",
    "an ancestry": f"UPDATE revisions SET after = '[]' WHERE entry = {ONE}",
    "a revision's id": f"UPDATE revisions SET id = replace(id, 'a', 'b') WHERE entry = {ONE}",
    "a revision's id, no digits": f"UPDATE revisions SET id = 'z' || substr(id, 2) WHERE id = {HEAD}",
    "a kind": f"UPDATE entries SET kind = 'visit' WHERE id = {ONE}",
    "a kind unknown": f"UPDATE entries SET kind = 'chfck' WHERE id = {ONE}",
    "an entry's id": f"UPDATE entries SET id = 'x' || substr(id, 2) WHERE id = {ONE}",
    "a revision gone": f"DELETE FROM revisions WHERE entry = {ONE} AND after != '[]'",
    "an entry gone": f"DELETE FROM revisions WHERE entry = {ONE}",
    "an entry wholly gone": f"DELETE FROM revisions WHERE entry = {ONE}; DELETE FROM entries WHERE id={ONE}",
    "a text": "UPDATE protocols SET text = text || ' '",
    "a text's owner": "UPDATE protocols SET own = 1",
    "a text gone": "DELETE FROM protocols",
    "a text nobody uses gone": "DELETE FROM protocols WHERE id = 'stairs'",
    "an event": "UPDATE events SET event = replace(event, '31.5', '41.5') WHERE seq = 1",
    "an event no more one": "UPDATE events SET event = '{}' WHERE seq = 1",
    "an event gone": "DELETE FROM events WHERE seq = 1",
    "the last event gone": "DELETE FROM events WHERE seq = 2",
    "a draft's beginning": "UPDATE drafts SET begun_at = '2026-01-01T09:03:01Z'",
    "a draft gone": "DELETE FROM events; DELETE FROM drafts",
    "a draft's row gone": "DELETE FROM drafts",
    "a count": "UPDATE totals SET count = 3 WHERE name = 'revisions'",
    "a total": "UPDATE totals SET digests = replace(digests, 'a', 'b')",
    "a total, no digits": "UPDATE totals SET digests = 'z' || substr(digests, 2)",
    "a total gone": "DELETE FROM totals WHERE name = 'events'",
    "the record's id": "UPDATE meta SET record = replace(record, '-4', '-5')",
    "the record's id, none": "UPDATE meta SET record = replace(record, '-', '_')",
    "the record's creation": "UPDATE meta SET created = '2001' || substr(created, 5)",
    "the record's row gone": "DELETE FROM meta",
    "a table more": "CREATE TABLE more(x)",
    "an index less": "DROP INDEX revisions_instant",
    "the mark": "PRAGMA application_id = 1",
    "a broken text": f"UPDATE revisions SET reason = CAST(x'ff41' AS TEXT) WHERE entry = {ONE}",
}


@pytest.mark.parametrize("harm", HARMS)
def test_every_harm_is_found_named_without_contents_and_never_written_over(tmp_path: Path, harm: str) -> None:
    filled(tmp_path)
    alter(tmp_path, *HARMS[harm].split("; "))
    before = bytes_of(tmp_path)
    found = verify(tmp_path)
    assert found
    assert "private" not in " ".join(str(f) for f in found)
    with pytest.raises(StoreError) as refusal, Store.open(tmp_path) as store:
        store.add(a_card(5))
    assert "private" not in str(refusal.value)
    assert bytes_of(tmp_path) == before


def without(folder: Path, table: str, digest: str, where: str) -> None:
    """Take a row out as a faulty program would: with its total."""
    with Store.open(folder) as store, store.database.writing():
        db = store.database
        gone = [d for (d,) in db.rows(f"SELECT {digest} FROM {table} WHERE {where}")]
        count, total = db.rows("SELECT count, digests FROM totals WHERE name = ?", table)[0]
        for d in gone:
            total = f"{int(total, 16) ^ int(d, 16):064x}"
        db.run("UPDATE totals SET count = ?, digests = ? WHERE name = ?", count - len(gone), total, table)
        db.run(f"DELETE FROM {table} WHERE {where}")


def test_verify_also_finds_what_a_faulty_program_would_leave_out(tmp_path: Path) -> None:
    for name in "abc":
        filled(tmp_path / name)
    without(tmp_path / "a", "revisions", "id", f"entry = {ONE} AND after = '[]'")
    without(tmp_path / "b", "protocols", "digest", "id = 'grip-device'")
    without(tmp_path / "c", "revisions", "id", f"entry = {ONE}")
    words = [" ".join(f.what for f in verify(tmp_path / name)) for name in "abc"]
    assert "a revision follows one that is gone" in words[0]
    assert "The text of the protocol grip-device, version 1, is missing" in words[1]
    assert "it has no revision any more" in words[2]


def test_verify_finds_a_content_that_reads_as_nothing_known(tmp_path: Path) -> None:
    """As a later program would write it without raising the record's version."""
    filled(tmp_path)
    card = a_card(9)
    assert card.content is not None
    strange = card.model_copy(update={"content": card.content | {"new_field": 1}})
    with Store.open(tmp_path) as store, store.database.writing():
        said = strange.model_dump(mode="json")
        db = store.database
        db.run("INSERT INTO entries VALUES(?, 'card')", said["entry"])
        row = (strange.id, said["entry"], said["made_at"], 1767258540000000, canonical_json(said["content"]))
        db.run("INSERT INTO revisions VALUES(?1, ?2, '[]', ?3, ?4, '', 'content', ?5, '[]')", *row)
        totals.shift(db, "revisions", added=[strange.id])
    assert [(f.where, f.what) for f in verify(tmp_path)] == [
        (str(number(9)), "a revision can't be read as what it is")
    ]


@pytest.mark.parametrize("kind", [None, "check", "visit"])
def test_damage_is_said_when_lists_are_read_and_other_entries_stay_readable(
    tmp_path: Path, kind: str | None
) -> None:
    filled(tmp_path)
    alter(tmp_path, HARMS["a content"])
    with Store.open(tmp_path) as store:
        readers: list[Callable[[], object]] = [
            lambda: store.entries(kind),  # type: ignore[arg-type]
            lambda: store.heads(kind),  # type: ignore[arg-type]
            lambda: store.entry(number(1)),
        ]
        for read in readers:
            with pytest.raises(StoreDamaged, match=rf"check {number(1)} is not .*Put back the newest backup"):
                read()
        assert len(store.entry_ids()) == 3
        other = store.entry(number(2))
        assert other is not None
        assert other.current == first(2)
        assert len(store.drafts()) == 1


@pytest.mark.parametrize(
    "harm",
    ["a revision gone", "an entry wholly gone", "a kind", "an entry's id", "a count"],
)
def test_a_list_that_may_lack_something_is_not_given(tmp_path: Path, harm: str) -> None:
    filled(tmp_path)
    alter(tmp_path, *HARMS[harm].split("; "))
    with Store.open(tmp_path) as store:
        for read in (store.entries, lambda: store.entries("card"), lambda: list(store.heads("check"))):
            with pytest.raises(StoreDamaged):
                read()


@pytest.mark.parametrize(
    "harm",
    [
        "an event",
        "an event no more one",
        "an event gone",
        "a draft's beginning",
        "a text",
        "a text gone",
        "the last event gone",
        "a draft gone",
        "a draft's row gone",
    ],
)
def test_a_damaged_unfinished_check_is_not_resumed(tmp_path: Path, harm: str) -> None:
    filled(tmp_path)
    alter(tmp_path, *HARMS[harm].split("; "))
    with Store.open(tmp_path) as store:
        with pytest.raises(StoreDamaged):
            store.drafts()
        assert len(store.entries()) == 3


def test_damaged_ids_are_said_to_be_so(tmp_path: Path) -> None:
    filled(tmp_path)
    alter(tmp_path, *HARMS["an entry's id"].split("; "))
    with Store.open(tmp_path) as store, pytest.raises(StoreDamaged, match="list of entries"):
        store.entry_ids()


def test_a_damaged_text_is_not_given(tmp_path: Path) -> None:
    filled(tmp_path)
    alter(tmp_path, HARMS["a text"])
    with Store.open(tmp_path) as store:
        with pytest.raises(StoreDamaged, match="protocol grip-device"):
            store.protocol_texts()
        with pytest.raises(StoreDamaged, match="protocol grip-device"):
            store.protocol_text(TEXT.ref)


def test_a_list_of_texts_that_lacks_one_is_not_given(tmp_path: Path) -> None:
    filled(tmp_path)
    alter(tmp_path, HARMS["a text nobody uses gone"])
    with Store.open(tmp_path) as store, pytest.raises(StoreDamaged, match="protocol text"):
        store.protocol_texts()


def test_damage_from_outside_cannot_drive_the_terminal(tmp_path: Path) -> None:
    filled(tmp_path)
    evil = "char(27) || ']52;c;eA==' || char(7)"
    alter(
        tmp_path,
        "PRAGMA foreign_keys = OFF",
        f"UPDATE entries SET id = {evil}, kind = {evil} WHERE id = {ONE}",
    )
    alter(tmp_path, f"UPDATE revisions SET entry = {evil} WHERE entry = {ONE}")
    alter(tmp_path, f"UPDATE drafts SET id = {evil}", f"UPDATE protocols SET id = {evil}, text = 'x'")
    words = [str(f) for f in verify(tmp_path)]
    with Store.open(tmp_path) as store:
        for read in (store.entries, store.drafts, store.protocol_texts, lambda: store.add(a_card(7))):
            with pytest.raises(StoreDamaged) as refusal:
                read()
            words.append(str(refusal.value))
    assert all(w.isprintable() for w in words)


def test_a_sound_record_stays_writable_after_its_first_check(tmp_path: Path) -> None:
    filled(tmp_path)
    with Store.open(tmp_path) as store:
        for n in range(20, 24):
            store.add(a_card(n))
        store.purge([number(20)], NOW)
    assert verify(tmp_path) == []
    assert verify_file(tmp_path / "record.db") == []
