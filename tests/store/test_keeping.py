"""Backups: whole and checked, few and lasting; put back without losing what they replace."""

import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from strengthcheck.store import (
    BackupInfo,
    Store,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreNotWritable,
    StoreRefused,
    StoreTooNew,
    automatic_backup,
    backup,
    backups,
    daily_backup,
    database,
    keeping,
    restore,
    verify,
    verify_file,
)
from tests.store.given import (
    NOW,
    TEXT,
    a_card,
    a_trial,
    alter,
    began,
    bytes_of,
    contents,
    first,
    later,
    number,
    record,
)


def filled(folder: Path) -> Store:
    store = Store.open(folder)
    record(store, first(1), first(2))
    store.add(later(first(1), "corrected", 9))
    store.begin(began(3), [TEXT])
    store.append(number(3), a_trial(4))
    return store


def test_a_backup_is_a_whole_private_record_with_everything_in_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with filled(tmp_path / "data") as store:
            made = backup(store, tmp_path / "elsewhere" / "copy.db", now=NOW)
            held = contents(store)
    finally:
        os.umask(before)
    assert made == BackupInfo(
        path=tmp_path / "elsewhere" / "copy.db", verified_at=NOW, why="asked", size=made.size
    )
    assert made.size == made.path.stat().st_size
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert [p.name for p in made.path.parent.iterdir()] == ["copy.db"]
    assert verify_file(made.path) == []
    restore(tmp_path / "new", made.path, now=NOW)
    with Store.open(tmp_path / "new") as store:
        assert contents(store) == held


def test_a_backup_overwrites_only_when_told(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("dear doctor")
    (tmp_path / "link.db").symlink_to(tmp_path / "letter.db")
    with filled(tmp_path / "data") as store:
        with pytest.raises(StoreRefused, match="there already"):
            backup(store, tmp_path / "letter.db", now=NOW)
        for wrong in ("link.db", "data"):
            with pytest.raises(StoreRefused):
                backup(store, tmp_path / wrong, now=NOW, overwrite=True)
        assert (tmp_path / "letter.db").read_text() == "dear doctor"
        backup(store, tmp_path / "letter.db", now=NOW, overwrite=True)
    assert verify_file(tmp_path / "letter.db") == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "letter.db", "link.db"]


def test_a_backup_where_no_folder_can_be_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear doctor")
    with filled(tmp_path / "data") as store, pytest.raises(StoreRefused, match="not a folder"):
        backup(store, tmp_path / "letter" / "copy.db", now=NOW)


def test_a_backup_to_a_folder_or_a_link_says_what_to_type_instead(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with filled(tmp_path / "data") as store:
        for name, told in (
            ("", "is a folder.*Add a file name"),
            ("link", "is no file of its own.*Choose another name"),
        ):
            with pytest.raises(StoreRefused, match=told):
                backup(store, tmp_path / name, now=NOW)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE revisions SET reason = 'typed later'",
        "UPDATE revisions SET instant = instant + 1",
        "DELETE FROM events",
    ],
)
def test_no_backup_is_made_of_a_damaged_record(tmp_path: Path, change: str) -> None:
    filled(tmp_path / "data").close()
    alter(tmp_path / "data", change)
    with Store.open(tmp_path / "data") as store, pytest.raises(StoreDamaged, match="no copy of it was made"):
        backup(store, tmp_path / "copies" / "copy.db", now=NOW)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_a_cut_off_backup_left_goes_with_a_later_one(tmp_path: Path) -> None:
    with filled(tmp_path / "data") as store:
        for name in (".copy-old.new", ".copy-old.new-journal", ".copy-now.new", "letter"):
            (tmp_path / name).write_bytes(b"left")
        for name in (".copy-old.new", ".copy-old.new-journal", "letter"):
            os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
        backup(store, tmp_path / "copy.db", now=NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".copy-now.new", "copy.db", "data", "letter"]


def test_the_first_change_of_a_day_makes_a_backup_and_the_next_does_not(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert daily_backup(store, now=NOW) is None
        record(store, first(1))
        made = daily_backup(store, now=NOW)
        assert made is not None
        assert (made.why, made.verified_at) == ("daily", NOW)
        assert daily_backup(store, now=NOW + timedelta(hours=3)) is None
        assert daily_backup(store, now=NOW + timedelta(days=1)) is not None
        assert daily_backup(store, now=NOW - timedelta(days=400)) is not None
        assert [b.verified_at for b in backups(tmp_path)] == [
            NOW + timedelta(days=1),
            NOW,
            NOW - timedelta(days=400),
        ]


def test_an_unfinished_check_alone_is_worth_a_backup(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        assert daily_backup(store, now=NOW) is not None


def test_two_backups_in_one_second_are_two(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        made = [automatic_backup(store, now=NOW, why="merge") for _ in range(3)]
    assert len({b.path for b in made}) == 3
    assert len(backups(tmp_path)) == 3


def test_other_files_among_the_backups_are_left_alone(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        folder = tmp_path / "backups"
        folder.mkdir()
        for name in ("record-99999999T999999Z-1-daily.db", "record-mine.db", "letter.txt"):
            (folder / name).write_bytes(b"mine")
        (folder / "record-20260101T090000Z-1-merge.db").symlink_to(folder / "letter.txt")
        for day in range(40):
            daily_backup(store, now=NOW + timedelta(days=day))
        kept = {p.name for p in folder.iterdir()}
    assert {"record-99999999T999999Z-1-daily.db", "record-mine.db", "letter.txt"} <= kept
    assert "record-20260101T090000Z-1-merge.db" in kept


def made_at(moment: datetime, number: int = 1) -> BackupInfo:
    path = Path(f"{moment:%Y%m%dT%H%M%S}-{number}")
    return BackupInfo(path=path, verified_at=moment, why="daily", size=1)


def test_thinning_keeps_the_latest_and_one_of_each_day_month_and_year() -> None:
    four_years = [made_at(NOW + timedelta(days=d, hours=h)) for d in range(4 * 365) for h in (0, 5)]
    gone = {b.path for b in keeping.thinned(four_years)}
    kept = sorted(b.verified_at for b in four_years if b.path not in gone and b.verified_at)
    last = NOW + timedelta(days=4 * 365 - 1)
    days = {last.date() - timedelta(days=n) for n in range(14)}
    assert days <= {k.date() for k in kept}
    assert {(k.year, k.month) for k in kept} >= {(2029, m) for m in range(1, 13)}
    assert {k.year for k in kept} == {2026, 2027, 2028, 2029}
    assert [k for k in kept if k.year == 2027] == [datetime(2027, 12, 31, 14, tzinfo=UTC)]
    assert len(kept) == 10 + 14 - 5 + 11 + 3
    assert all(b.verified_at in kept for b in four_years[-10:])


def test_thinning_again_takes_nothing_more_and_never_an_upgrades_backup() -> None:
    some = [made_at(NOW + timedelta(days=d)) for d in range(500)]
    upgrade = BackupInfo(path=Path("v1"), verified_at=None, why="migration", size=1)
    gone = keeping.thinned([*some, upgrade])
    assert upgrade not in gone
    left = [b for b in some if b not in gone]
    assert keeping.thinned(left) == []
    assert keeping.thinned([]) == []


def test_the_new_backup_stays_even_under_a_clock_gone_back(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        for day in range(30):
            daily_backup(store, now=NOW + timedelta(days=day))
        made = automatic_backup(store, now=NOW - timedelta(days=1000), why="merge")
        assert made.path in [b.path for b in backups(tmp_path)]


def test_putting_back_keeps_what_it_replaces(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        made = automatic_backup(store, now=NOW, why="daily")
        held = contents(store)
        record(store, first(7))
        after = contents(store)
    kept = restore(tmp_path, made.path, now=NOW)
    assert kept == tmp_path / "record-replaced-20260101T090000Z-1.db"
    with Store.open(tmp_path) as store:
        assert contents(store) == held
    assert verify(tmp_path) == []
    assert restore(tmp_path, kept, now=NOW) == tmp_path / "record-replaced-20260101T090000Z-2.db"
    with Store.open(tmp_path) as store:
        assert contents(store) == after
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []


@pytest.mark.parametrize("harm", ["gone", "empty", "zeroed", "torn", "another"])
def test_a_harmed_record_is_put_right_from_its_backup_and_its_bytes_kept(tmp_path: Path, harm: str) -> None:
    data = tmp_path / "data"
    with filled(data) as store:
        made = automatic_backup(store, now=NOW, why="daily")
        held = contents(store)
    whole = (data / "record.db").read_bytes()
    Store.open(tmp_path / "other").close()
    other = (tmp_path / "other" / "record.db").read_bytes()
    harmed = {"empty": b"", "zeroed": bytes(len(whole)), "torn": whole[:5000], "another": other}.get(harm)
    if harmed is None:
        (data / "record.db").unlink()
    else:
        (data / "record.db").write_bytes(harmed)
        (data / "record.db-journal").write_bytes(b"left over")
    kept = restore(data, made.path, now=NOW)
    with Store.open(data) as store:
        assert contents(store) == held
        store.add(a_card(8))
    assert verify(data) == []
    if harmed is None:
        assert kept is None
    else:
        assert kept is not None
        assert kept.read_bytes() == harmed


def test_a_cut_off_saves_journal_is_never_played_into_the_backup_put_back(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        made = automatic_backup(store, now=NOW, why="daily")
        held = contents(store)
    (tmp_path / "record.db").write_bytes(b"\0" * 4096)
    (tmp_path / "record.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    restore(tmp_path, made.path, now=NOW)
    assert not (tmp_path / "record.db-journal").exists()
    assert verify(tmp_path) == []
    with Store.open(tmp_path) as store:
        assert contents(store) == held


@pytest.mark.parametrize("harm", ["missing", "damaged", "foreign", "newer", "link", "unmarked"])
def test_what_is_no_whole_record_is_not_put_back(tmp_path: Path, harm: str) -> None:
    data = tmp_path / "data"
    with filled(data) as store:
        held = contents(store)
    filled(tmp_path / "from").close()
    source = tmp_path / "from" / "record.db"
    match harm:
        case "missing":
            source.unlink()
        case "damaged":
            alter(tmp_path / "from", "UPDATE revisions SET reason = 'x'")
        case "foreign":
            source.write_text("a letter " * 1000)
        case "newer":
            alter(tmp_path / "from", "PRAGMA user_version = 9")
        case "link":
            source.rename(tmp_path / "x.db")
            source.symlink_to(tmp_path / "x.db")
        case "unmarked":
            alter(tmp_path / "from", "DELETE FROM meta")
    before = bytes_of(data)
    expected = {
        "missing": StoreMissing,
        "newer": StoreTooNew,
        "link": StoreRefused,
        "foreign": StoreRefused,
    }.get(harm, StoreDamaged)
    with pytest.raises(expected) as told:
        restore(data, source, now=NOW)
    if harm in ("damaged", "foreign", "unmarked"):
        assert source.name in str(told.value)
        assert "Your own record stays as it is." in str(told.value)
    assert bytes_of(data) == before
    with Store.open(data) as store:
        assert contents(store) == held


def test_nothing_is_put_back_while_another_program_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(s for s in database.SETTINGS if s[0] != "busy_timeout")
    monkeypatch.setattr(database, "SETTINGS", (("busy_timeout", 20, 20), *rest))
    with filled(tmp_path) as store:
        made = automatic_backup(store, now=NOW, why="daily")
        other = apsw.Connection(str(tmp_path / "record.db"))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            restore(tmp_path, made.path, now=NOW)
        other.close()
        record(store, first(9))
        restore(tmp_path, made.path, now=NOW)
        with pytest.raises(StoreRefused, match="replaced while it was open"):
            record(store, first(10))
    assert len(list(tmp_path.glob("record-replaced-*"))) == 1


def test_a_file_system_without_hard_links_does_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with filled(tmp_path / "data") as store:
        made = backup(store, tmp_path / "copy.db", now=NOW)
        with pytest.raises(StoreRefused, match="there already"):
            backup(store, tmp_path / "copy.db", now=NOW)
        held = contents(store)
    assert restore(tmp_path / "data", made.path, now=NOW) is not None
    with Store.open(tmp_path / "data") as store:
        assert contents(store) == held


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_disk_that_refuses_leaves_no_half_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with filled(tmp_path / "data") as store:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "copy.db").write_bytes(b"the older one")
        monkeypatch.setattr(os, call, refuse)
        with pytest.raises(StoreNotWritable, match="no space left"):
            backup(store, tmp_path / "out" / "copy.db", now=NOW, overwrite=True)
        monkeypatch.undo()
    assert bytes_of(tmp_path / "out") == {"copy.db": b"the older one"}


def test_backups_of_the_same_second_take_different_names_and_all_stand(tmp_path: Path) -> None:
    filled(tmp_path).close()
    together = threading.Barrier(4)

    def one() -> Path:
        with Store.open(tmp_path) as store:
            together.wait(20)
            return automatic_backup(store, now=NOW, why="merge").path

    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(one) for _ in range(4)]
        paths = {f.result() for f in made}
    assert len(paths) == 4
    assert [verify_file(p) for p in paths] == [[]] * 4
