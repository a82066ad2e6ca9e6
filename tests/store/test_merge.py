"""Two records joined: nothing lost, nothing replaced, alike in any order."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strengthcheck.model.entry import Entry, ProtocolText, Revision
from strengthcheck.store import Store, StoreRefused, verify
from tests.store.given import TEXT, a_card, a_text, contents, first, later, number, record

Part = tuple[list[Revision], list[ProtocolText]]


def mark(n: int, minutes: int) -> Revision:
    kind = "check" if n % 3 else "card"
    return Revision(entry=number(n), kind=kind, made_at=first(minutes).made_at, state="purged")


def universe() -> list[list[Revision]]:
    """Lines of revisions: each line holds all that its last one follows."""
    lines: list[list[Revision]] = []
    for n in range(1, 7):
        root = first(n) if n % 3 else a_card(n)
        lines.append([root])
        if root.kind == "check":
            two = later(root, "two", n + 10)
            three = later(two, "three", n + 20)
            lines += [[root, two], [root, two, three], [root, later(root, "other", n + 10)]]
        lines.append([mark(n, n + 30)])
    lines += [[mark(1, 99)], [mark(2, 98)]]
    return lines


LINES = universe()
TEXTS = [TEXT, a_text(own=True), a_text("stairs"), a_text(words="two")]


@st.composite
def parts(draw: Callable[..., Part]) -> Part:
    lines: list[list[Revision]] = draw(st.lists(st.sampled_from(LINES), max_size=6))
    texts: list[ProtocolText] = draw(st.lists(st.sampled_from(TEXTS), max_size=3))
    revisions: list[Revision] = draw(st.permutations([r for line in lines for r in line]))
    return list(revisions), [*texts, TEXT]


def joined(*some: Sequence[Part]) -> tuple[object, ...]:
    """What a new record holds after merging some parts, one merge each."""
    base = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=base) as folder, Store.open(Path(folder)) as store:
        for group in some:
            store.merge([r for p in group for r in p[0]], [t for p in group for t in p[1]])
        held = contents(store)
        assert verify(Path(folder)) == []
    return held


@pytest.mark.wide
@settings(max_examples=60, deadline=None)
@given(parts(), parts(), parts())
def test_merging_is_alike_in_any_order_grouping_and_number_of_times(a: Part, b: Part, c: Part) -> None:
    held = joined([a], [b], [c])
    assert joined([c], [b], [a]) == held
    assert joined([b], [a, c]) == held
    assert joined([a, b, c]) == held
    assert joined([a], [b], [a], [c], [b], [c]) == held


@settings(max_examples=60, deadline=None)
@given(parts(), parts())
def test_a_merge_loses_nothing_but_what_was_purged(a: Part, b: Part) -> None:
    entries: tuple[Entry, ...] = joined([a], [b])[0]  # type: ignore[assignment]
    held = {r.id: r for e in entries for r in e.revisions}
    gone = {r.entry for r in a[0] + b[0] if r.state == "purged"}
    for revision in a[0] + b[0]:
        kept = revision.state == "purged" or revision.entry not in gone
        assert (held.get(revision.id) == revision) is kept


def test_a_merge_adds_what_was_new_and_a_second_time_nothing(tmp_path: Path) -> None:
    one, two = first(1), first(2)
    with Store.open(tmp_path) as store:
        record(store, one)
        some = [one, two, later(one, "x", 5), later(two, "y", 6), two]
        store.merge(some, [TEXT])
        joined = store.stamp()
        assert store.revision_count == 4
        store.merge(some, [TEXT])
        assert store.stamp() == joined


def test_a_mark_from_elsewhere_erases_here_what_was_emptied_there(tmp_path: Path) -> None:
    secret = "emptied on the other machine"
    with Store.open(tmp_path) as store:
        record(store, first(1, secret))
        store.merge([mark(1, 50), first(1, secret)], [TEXT])
        entry = store.entry(number(1))
        assert entry is not None
        assert [r.state for r in entry.revisions] == ["purged"]
    assert secret.encode() not in (tmp_path / "record.db").read_bytes()


INCOMPLETE: dict[str, Part] = {
    "complete export": ([first(1), later(first(2), "x", 5)], [TEXT]),
    "text of the protocol grip-device": ([a_card(3), first(1)], []),
}


@pytest.mark.parametrize("words", INCOMPLETE)
def test_an_incomplete_merge_is_refused_whole(tmp_path: Path, words: str) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(StoreRefused, match=words):
            store.merge(*INCOMPLETE[words])
        assert contents(store) == ((), (), ())
