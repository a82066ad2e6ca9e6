"""An older record is brought up to date, all of it or none, after a backup that was checked."""

from pathlib import Path

import apsw
import pytest

from strengthcheck.store import (
    Store,
    StoreDamaged,
    StoreError,
    StoreRefused,
    StoreTooNew,
    backups,
    restore,
    schema,
    verify,
    verify_file,
)
from tests.store.given import NOW, a_card, alter, bytes_of, contents, first, record


def to_version_2(sql: apsw.Connection) -> None:
    sql.execute("CREATE TABLE extra(x TEXT NOT NULL) STRICT")
    sql.execute("INSERT INTO extra SELECT count(*) FROM revisions")


def halfway(sql: apsw.Connection) -> None:
    sql.execute("CREATE TABLE extra(x TEXT NOT NULL) STRICT")
    raise apsw.FullError("cut off")


def unlike(sql: apsw.Connection) -> None:
    """A step that leaves other tables in an old record than in a new one."""
    if list(sql.execute("SELECT 1 FROM revisions")):
        sql.execute("CREATE TABLE extra(x TEXT NOT NULL) STRICT")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with Store.open(tmp_path) as store:
        record(store, first(1), first(2))
    return tmp_path


def later_program(monkeypatch: pytest.MonkeyPatch, step: schema.Step) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))


def test_an_update_keeps_everything_and_a_checked_backup_of_the_old(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(old) as store:
        held = contents(store)
    later_program(monkeypatch, to_version_2)
    for _ in range(2):
        with Store.open(old) as store:
            assert contents(store) == held
            assert store.database.pragma("user_version") == 2
    assert verify(old) == []
    (kept,) = backups(old)
    assert (kept.why, kept.verified_at) == ("migration", None)
    assert kept.path.name == "record-v1-before-v2-1-migration.db"
    monkeypatch.undo()
    assert verify_file(kept.path) == []
    with pytest.raises(StoreTooNew, match=r"version 2; .* version 1\)"):
        Store.open(old)


def test_an_older_backup_put_back_is_brought_up_to_date(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(old) as store:
        held = contents(store)
    later_program(monkeypatch, to_version_2)
    with Store.open(old) as store:
        store.add(a_card(3))
    restore(old, backups(old)[0].path, now=NOW)
    with Store.open(old) as store:
        assert contents(store) == held
    assert len(backups(old)) == 2
    assert verify(old) == []


@pytest.mark.parametrize("step", [halfway, unlike])
def test_an_update_that_fails_leaves_the_old_record_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: schema.Step
) -> None:
    before = (old / "record.db").read_bytes()
    later_program(monkeypatch, step)
    with pytest.raises(StoreError):
        Store.open(old)
    assert (old / "record.db").read_bytes() == before
    assert len(backups(old)) == 1
    monkeypatch.undo()
    assert verify(old) == []


def test_a_damaged_record_is_not_updated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alter(old, "UPDATE revisions SET reason = 'x'")
    before = bytes_of(old)
    later_program(monkeypatch, to_version_2)
    with pytest.raises(StoreDamaged):
        Store.open(old)
    assert bytes_of(old) == before


def test_reading_only_an_older_record_changes_nothing_and_says_why(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(old)
    later_program(monkeypatch, to_version_2)
    with pytest.raises(StoreRefused, match="up to version 2 once"):
        Store.open(old, read_only=True)
    assert bytes_of(old) == before


def test_the_first_versions_tables_are_never_edited() -> None:
    """Records of the first version exist: a change to them is a step of its own."""
    names = [(kind, name) for kind, name, _, sql in schema.expected_tables(1) if sql]
    assert names == [
        ("table", "drafts"),
        ("table", "entries"),
        ("index", "entries_kind"),
        ("table", "events"),
        ("table", "meta"),
        ("table", "protocols"),
        ("table", "revisions"),
        ("index", "revisions_entry"),
        ("index", "revisions_instant"),
        ("table", "totals"),
    ]
    assert all("STRICT" in sql for kind, _, _, sql in schema.expected_tables(1) if kind == "table")
