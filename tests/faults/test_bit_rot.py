"""A bit flips, a file is cut short or emptied: found, or without effect; never wrong data in silence."""

import random
import shutil
from pathlib import Path

import apsw
import pytest

from strengthcheck.store import Store, StoreError, verify
from tests.store.given import (
    TEXT,
    a_card,
    a_text,
    a_trial,
    began,
    bytes_of,
    contents,
    first,
    later,
    number,
    record,
)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    folder = tmp_path / "whole"
    with Store.open(folder) as store:
        record(store, *(first(n, "x" * n * 700, trials=n) for n in range(1, 9)))
        store.add(later(first(1, "x" * 700, trials=1), "corrected", 9))
        store.add(a_card(20))
        store.begin(began(30), [TEXT, a_text("stairs", "y" * 6000)])
        store.append(number(30), a_trial(4))
        store.discard(number(30))
        store.begin(began(31), [TEXT])
        store.append(number(31), a_trial(4))
    return folder


def held(folder: Path) -> tuple[object, ...] | None:
    """All that can be read, or None when reading says that something is wrong."""
    try:
        with Store.open(folder, read_only=True) as store:
            return contents(store)
    except StoreError:
        return None


def harmed(whole: Path, name: str, content: bytes) -> Path:
    folder = whole.with_name("harmed")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    (folder / name).write_bytes(content)
    return folder


@pytest.mark.timeout(900)
def test_no_flipped_bit_goes_unnoticed_and_none_gives_wrong_data(whole: Path, long: bool) -> None:
    chance = random.Random(1)
    right = held(whole)
    names = ["record.db"] * 12 + ["record.id"]
    found = 0
    for n in range(1000 if long else 150):
        name = chance.choice(names)
        content = bytearray((whole / name).read_bytes())
        among = 100 if n % 5 == 0 and name == "record.db" else len(content)
        content[chance.randrange(among)] ^= 1 << chance.randrange(8)
        folder = harmed(whole, name, bytes(content))
        before = bytes_of(folder)
        findings = verify(folder)
        read = held(folder)
        assert bytes_of(folder) == before
        assert read in (None, right), "wrong data was given"
        assert findings or read == right, "reading fails where nothing was found"
        found += bool(findings)
    assert found > 0


def pages_of_indexes(folder: Path) -> list[int]:
    sql = apsw.Connection(str(folder / "record.db"))
    roots = [root for (root,) in sql.execute("SELECT rootpage FROM sqlite_schema WHERE type = 'index'")]
    sql.close()
    return roots


@pytest.mark.timeout(900)
def test_an_index_that_lost_a_row_hides_nothing_when_reading(whole: Path, long: bool) -> None:
    """SQLite trusts its indexes: a search through a damaged one just finds less."""
    chance = random.Random(4)
    right = held(whole)
    roots = pages_of_indexes(whole)
    assert len(roots) > 8
    for n in range(1200 if long else 180):
        content = bytearray((whole / "record.db").read_bytes())
        start = (roots[n % len(roots)] - 1) * 4096
        used = [i for i in range(start, start + 4096) if content[i]]
        content[chance.choice(used)] ^= 1 << chance.randrange(8)
        folder = harmed(whole, "record.db", bytes(content))
        assert held(folder) in (None, right)
        assert verify(folder)


@pytest.mark.timeout(900)
def test_a_bit_flipped_in_any_page_is_never_built_upon(whole: Path) -> None:
    """On harmed bytes either the record is right, or it is refused and left as it was."""
    chance = random.Random(2)
    for _ in range(60):
        content = bytearray((whole / "record.db").read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        folder = harmed(whole, "record.db", bytes(content))
        before = bytes_of(folder)
        findings = verify(folder)
        try:
            with Store.open(folder) as store:
                store.add(a_card(40))
        except StoreError:
            assert bytes_of(folder) == before
            assert findings
        else:
            with Store.open(folder) as store:
                assert len(store.entries()) == 10


@pytest.mark.timeout(900)
def test_a_file_cut_short_or_overwritten_is_found_and_never_taken_for_a_new_start(
    whole: Path, long: bool
) -> None:
    chance = random.Random(3)
    content = (whole / "record.db").read_bytes()
    size = len(content)
    harms = [b"", bytes(size), bytes(16), content[:-1], content[: size // 4096 * 4096 - 4096], content[:100]]
    harms += [content[: chance.randrange(size)] for _ in range(100 if long else 20)]
    harms += [chance.randbytes(size), chance.randbytes(50)]
    for _ in range(100 if long else 10):  # a page of zeros, as a lost write leaves it
        page = chance.randrange(size // 4096) * 4096
        harms.append(content[:page] + bytes(4096) + content[page + 4096 :])
    right = held(whole)
    for harm in harms:
        folder = harmed(whole, "record.db", harm)
        before = bytes_of(folder)
        findings = verify(folder)
        assert held(folder) in (None, right)
        if harm != content and not findings:
            assert held(folder) == right, "harmed, read differently, and nothing found"
            continue
        with pytest.raises(StoreError), Store.open(folder) as store:
            store.add(a_card(40))
        assert bytes_of(folder) == before
