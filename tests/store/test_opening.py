"""A record is found, first made, or refused; never begun afresh over a lost one."""

import os
import stat
import threading
from pathlib import Path

import apsw
import pytest

from strengthcheck.store import (
    Store,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreNotWritable,
    StoreRefused,
    StoreTooNew,
    database,
    verify,
)
from tests.store.given import TEXT, a_card, alter, began, bytes_of, first, number, record


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_first_start_makes_a_private_folder_record_and_marker_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Store.open(tmp_path / "new" / "data").close()
    finally:
        os.umask(before)
    folder = tmp_path / "new" / "data"
    assert {p.name: mode(p) for p in folder.iterdir()} == {"record.db": 0o600, "record.id": 0o600}
    assert mode(folder) == 0o700
    assert mode(folder.parent) == 0o700
    assert verify(folder) == []


def test_the_journal_is_private_while_a_save_runs(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Store.open(tmp_path) as store, store.database.writing():
            store.database.run("UPDATE totals SET count = 5 WHERE name = 'events'")
            assert mode(tmp_path / "record.db-journal") == 0o600
    finally:
        os.umask(before)


def test_every_setting_reads_as_it_has_to_on_every_open(tmp_path: Path) -> None:
    for read_only in (False, False, True):
        with Store.open(tmp_path, read_only=read_only) as store:
            read = {name: store.database.pragma(name) for name, _, _ in database.SETTINGS}
    assert read == {
        "busy_timeout": 5000,
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "mmap_size": 0,
        "fullfsync": 1,
        "temp_store": 2,
    }


def test_a_setting_that_does_not_take_is_named_and_nothing_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(tmp_path).close()
    before = bytes_of(tmp_path)
    monkeypatch.setattr(database, "SETTINGS", (("synchronous", "FULL", 3),))
    with pytest.raises(StoreRefused, match="synchronous reads 2, but only 3"):
        Store.open(tmp_path)
    assert bytes_of(tmp_path) == before


def test_a_record_not_there_yet_is_missing_and_not_made_when_that_is_not_wanted(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="Nothing is recorded"):
        Store.open(tmp_path / "a", create=False)
    with pytest.raises(StoreMissing, match="Nothing is recorded"):
        Store.open(tmp_path / "a", read_only=True)
    assert not (tmp_path / "a").exists()
    assert verify(tmp_path / "a") == []


@pytest.mark.parametrize(
    "left", ["record.id", "record.db-journal", "backups/record-20260101T090000Z-1-daily.db"]
)
def test_a_lost_record_is_never_taken_for_a_first_start(tmp_path: Path, left: str) -> None:
    (tmp_path / left).parent.mkdir(exist_ok=True)
    (tmp_path / left).write_bytes(b"left")
    before = bytes_of(tmp_path)
    with pytest.raises(StoreMissing, match=r"gone .* untouched: .* newest backup"):
        Store.open(tmp_path)
    assert [f.where for f in verify(tmp_path)] == ["record.db"]
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\0" * 4096, "damaged"),
        (b"\0" * 10, "damaged"),
        (b"SQLite format 3\0", "damaged"),
        (b"hello, this is a letter\n" * 400, "damaged"),
    ],
)
def test_a_file_that_is_no_record_is_refused_untouched(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "record.db").write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StoreDamaged, match=words):
            Store.open(tmp_path, read_only=read_only)
    assert verify(tmp_path)
    assert bytes_of(tmp_path) == {"record.db": content}


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    sql = apsw.Connection(str(tmp_path / "record.db"))
    sql.execute("CREATE TABLE theirs(x)")
    sql.close()
    before = bytes_of(tmp_path)
    with pytest.raises(StoreDamaged, match="not a record of this program"):
        Store.open(tmp_path)
    assert bytes_of(tmp_path) == before


def test_a_newer_record_is_refused_with_both_versions_named_and_not_a_byte_changed(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    alter(tmp_path, "PRAGMA user_version = 7")
    before = bytes_of(tmp_path)
    for read_only in (False, True):
        with pytest.raises(StoreTooNew, match=r"version 7; .* up to version 1\).*Update"):
            Store.open(tmp_path, read_only=read_only)
    assert "version 7" in str(verify(tmp_path)[0])
    assert bytes_of(tmp_path) == before


def test_a_record_without_a_version_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    alter(tmp_path, "PRAGMA user_version = 0")
    with pytest.raises(StoreDamaged, match="no record version"):
        Store.open(tmp_path)


def test_a_symbolic_link_or_a_folder_in_the_records_place_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path / "real").close()
    for name in ("linked", "folder"):
        (tmp_path / name).mkdir()
    (tmp_path / "linked" / "record.db").symlink_to(tmp_path / "real" / "record.db")
    (tmp_path / "folder" / "record.db").mkdir()
    with pytest.raises(StoreRefused, match="symbolic link"):
        Store.open(tmp_path / "linked")
    with pytest.raises(StoreRefused, match="not a file"):
        Store.open(tmp_path / "folder")
    assert "symbolic link" in str(verify(tmp_path / "linked")[0])


def test_a_data_folder_reached_by_a_link_works(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with Store.open(tmp_path / "link") as store:
        store.add(a_card(1))
    assert verify(tmp_path / "link") == []


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter")
    with pytest.raises(StoreRefused, match="not a folder"):
        Store.open(tmp_path / "data")
    with pytest.raises(StoreError):
        Store.open(tmp_path / "data" / "deeper")


def test_a_hard_link_and_files_open_to_others_are_warned_of(tmp_path: Path) -> None:
    with Store.open(tmp_path / "d") as store:
        assert store.warnings == ()
    os.link(tmp_path / "d" / "record.db", tmp_path / "second name")
    (tmp_path / "d" / "record.db").chmod(0o644)
    (tmp_path / "d").chmod(0o755)
    with Store.open(tmp_path / "d") as store:
        said = [("hard link" in w, "chmod 600" in w, "chmod 700" in w) for w in store.warnings]
    assert said == [(True, False, False), (False, True, False), (False, False, True)]
    assert [f.where for f in verify(tmp_path / "d")] == ["record.db"]


def test_a_first_start_cut_off_before_the_marker_is_finished_by_the_next(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    marker = (tmp_path / "record.id").read_bytes()
    (tmp_path / "record.id").unlink()
    (tmp_path / ".record-0.new").write_bytes(b"half")
    assert verify(tmp_path) == []
    Store.open(tmp_path, read_only=True).close()
    assert not (tmp_path / "record.id").exists()
    Store.open(tmp_path).close()
    assert bytes_of(tmp_path).keys() == {"record.db", "record.id"}
    assert (tmp_path / "record.id").read_bytes() == marker


def test_a_marker_gone_from_a_record_in_use_is_told_of_and_written_again(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.add(a_card(1))
    (tmp_path / "record.id").unlink()
    assert [f.where for f in verify(tmp_path)] == ["record.id"]
    Store.open(tmp_path).close()
    assert verify(tmp_path) == []


def test_a_broken_marker_is_told_of_and_hides_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.add(a_card(1))
    marker = (tmp_path / "record.id").read_bytes()
    (tmp_path / "record.id").write_bytes(marker.replace(b"2", b"3"))
    assert [f.where for f in verify(tmp_path)] == ["record.id"]
    with Store.open(tmp_path) as store:
        assert store.entry(number(1)) is not None
        store.add(a_card(2))


def test_another_persons_record_put_in_place_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        Store.open(tmp_path / name).close()
    (tmp_path / "a" / "record.db").write_bytes((tmp_path / "b" / "record.db").read_bytes())
    with pytest.raises(StoreRefused, match="belongs to another record"):
        Store.open(tmp_path / "a")
    assert [f.where for f in verify(tmp_path / "a")] == ["record.id"]


def test_many_first_starts_at_once_make_one_record(tmp_path: Path) -> None:
    gate = threading.Barrier(8)
    failed: list[Exception] = []

    def start(n: int) -> None:
        try:
            gate.wait()
            with Store.open(tmp_path) as store:
                store.add(a_card(n))
        except StoreError as e:
            failed.append(e)

    threads = [threading.Thread(target=start, args=(n,)) for n in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert failed == []
    with Store.open(tmp_path) as store:
        assert len(store.entry_ids()) == 8
    assert bytes_of(tmp_path).keys() == {"record.db", "record.id"}
    assert verify(tmp_path) == []


def test_reading_only_refuses_every_change_and_changes_no_byte(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        record(store, first(1))
    before = bytes_of(tmp_path)
    with Store.open(tmp_path, read_only=True) as store:
        assert len(store.entries()) == 1
        with pytest.raises(StoreNotWritable):
            store.add(a_card(2))
    assert bytes_of(tmp_path) == before


def quick_to_give_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rest = tuple(s for s in database.SETTINGS if s[0] != "busy_timeout")
    monkeypatch.setattr(database, "SETTINGS", (("busy_timeout", 20, 20), *rest))


def test_a_record_held_by_another_program_is_said_to_be_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_to_give_up(monkeypatch)
    with Store.open(tmp_path) as store:
        other = apsw.Connection(str(tmp_path / "record.db"))
        other.execute("BEGIN EXCLUSIVE")
        for attempt in (lambda: store.add(a_card(1)), store.entries, lambda: verify(tmp_path)):
            with pytest.raises(StoreBusy, match=r"Another strengthcheck .* Close the other one"):
                attempt()
        other.close()
        store.add(a_card(1))
        assert store.entry(number(1)) is not None


def test_whoever_waits_is_told_for_what(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert store.waiting is None
        other = apsw.Connection(str(tmp_path / "record.db"))
        other.execute("BEGIN IMMEDIATE")
        saving = threading.Thread(target=store.add, args=(a_card(1),))
        saving.start()
        while (said := store.waiting) is None:
            pass
        assert said == "another strengthcheck is saving"
        other.execute("ROLLBACK")
        other.close()
        saving.join()
        assert store.waiting is None
        assert store.entry(number(1)) is not None


def test_another_programs_save_is_seen(tmp_path: Path) -> None:
    with Store.open(tmp_path) as one, Store.open(tmp_path) as two:
        before = one.stamp()
        one.begin(began(1), [TEXT])
        two.discard(number(1))
        assert one.drafts() == ()
        assert one.stamp() == before
        two.add(a_card(1))
        assert one.stamp() != before
        assert one.entry(number(1)) is not None


def test_a_record_moved_away_while_open_gets_no_more_saves(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        (tmp_path / "record.db").rename(tmp_path / "elsewhere.db")
        moved = (tmp_path / "elsewhere.db").read_bytes()
        with pytest.raises(StoreError):
            store.add(a_card(1))
        with pytest.raises(StoreRefused, match="moved or replaced"):
            store.stamp()
    assert (tmp_path / "elsewhere.db").read_bytes() == moved


def test_closing_twice_is_no_error(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.close()
    store.close()
