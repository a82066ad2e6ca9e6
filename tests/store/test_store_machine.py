"""The store against a plain model of it: whatever is done in whatever order, both hold the same."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from strengthcheck.model.entry import Entry, Revision
from strengthcheck.model.event import Event
from strengthcheck.store import EntryExists, Store, StoreRefused, backup, daily_backup, restore, verify
from tests.store.given import NOW, TEXT, a_trial, at, began, first, given, later, number

NUMBERS = st.integers(1, 5)
NOTES = st.sampled_from(["", "note", "[/x] \x1b[2J", "é", "x" * 5000])


class StoreMachine(RuleBasedStateMachine):
    """Holds the record twice: in the store, and in two dictionaries."""

    @initialize()
    def start(self) -> None:
        base = "/dev/shm" if Path("/dev/shm").is_dir() else None
        self.folder = Path(tempfile.mkdtemp(dir=base))
        self.store = Store.open(self.folder / "data")
        self.entries: dict[UUID, dict[str, Revision]] = {}
        self.drafts: dict[UUID, list[Event]] = {}
        self.saved: tuple[dict[UUID, dict[str, Revision]], dict[UUID, list[Event]]] | None = None
        self.minutes = 100

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            assert verify(self.folder / "data") == []
            shutil.rmtree(self.folder)

    def tick(self) -> int:
        self.minutes += 1
        return self.minutes

    @rule(n=NUMBERS)
    def begin(self, n: int) -> None:
        if number(n) in self.entries or number(n) in self.drafts:
            with pytest.raises(EntryExists):
                self.store.begin(began(n), [TEXT])
        else:
            self.store.begin(began(n), [TEXT])
            self.drafts[number(n)] = [began(n)]

    @rule(n=NUMBERS, force=st.floats(0, 100))
    def append(self, n: int, force: float) -> None:
        event = a_trial(self.tick(), force)
        if number(n) in self.drafts:
            self.store.append(number(n), event)
            self.drafts[number(n)].append(event)
        else:
            with pytest.raises(StoreRefused):
                self.store.append(number(n), event)

    @rule(n=NUMBERS, note=NOTES)
    def keep(self, n: int, note: str) -> None:
        revision = first(n, note)
        if number(n) not in self.drafts or number(n) in self.entries:
            with pytest.raises(StoreRefused):
                self.store.keep(number(n), revision)
        else:
            self.store.keep(number(n), revision)
            del self.drafts[number(n)]
            self.entries[number(n)] = {revision.id: revision}

    @rule(n=NUMBERS)
    def discard(self, n: int) -> None:
        if number(n) in self.drafts:
            self.store.discard(number(n))
            del self.drafts[number(n)]
        else:
            with pytest.raises(StoreRefused):
                self.store.discard(number(n))

    @rule(n=NUMBERS, note=NOTES)
    def record(self, n: int, note: str) -> None:
        revision = first(n, note)
        if revision.id in self.entries.get(number(n), {}):
            assert not self.store.record(given(revision), [TEXT], revision)
        elif number(n) in self.entries or number(n) in self.drafts:
            with pytest.raises(EntryExists):
                self.store.record(given(revision), [TEXT], revision)
        else:
            assert self.store.record(given(revision), [TEXT], revision)
            self.entries[number(n)] = {revision.id: revision}

    @rule(n=NUMBERS, note=NOTES, choice=st.integers(0, 9))
    def add(self, n: int, note: str, choice: int) -> None:
        known = list(self.entries.get(number(n), {}).values())
        if not known:
            return
        base = known[choice % len(known)]
        revision = later(base, note, self.tick())
        if any(r.state == "purged" for r in known):
            with pytest.raises(StoreRefused):
                self.store.add(revision)
        else:
            self.store.add(revision)
            self.entries[number(n)][revision.id] = revision

    @rule(n=NUMBERS, note=NOTES, purged=st.booleans())
    def merge(self, n: int, note: str, purged: bool) -> None:
        one = first(n, note)
        two = later(one, "merged", self.tick())
        mark = Revision(entry=number(n), kind="check", made_at=at(self.tick()), state="purged")
        batch = [two, one, *([mark] if purged else [])]
        self.store.merge(batch, [TEXT])
        union = self.entries.get(number(n), {}) | {r.id: r for r in batch}
        gone = {i: r for i, r in union.items() if r.state == "purged"}
        self.entries[number(n)] = gone or union

    @rule(n=NUMBERS)
    def purge(self, n: int) -> None:
        mark = Revision(entry=number(n), kind="check", made_at=at(self.tick()), state="purged")
        known = self.entries.get(number(n))
        if known is None:
            with pytest.raises(StoreRefused):
                self.store.purge([number(n)], mark.made_at)
            return
        self.store.purge([number(n)], mark.made_at)
        if not any(r.state == "purged" for r in known.values()):
            self.entries[number(n)] = {mark.id: mark}

    @rule(read_only=st.booleans())
    def reopen(self, read_only: bool) -> None:
        self.store.close()
        if read_only:
            with Store.open(self.folder / "data", read_only=True) as reader:
                self.require_same(reader)
        self.store = Store.open(self.folder / "data")

    @rule()
    def back_up(self) -> None:
        backup(self.store, self.folder / "copy.db", now=NOW, overwrite=True)
        self.saved = (
            {e: dict(r) for e, r in self.entries.items()},
            {c: list(e) for c, e in self.drafts.items()},
        )
        daily_backup(self.store, now=NOW + timedelta(days=self.tick()))

    @rule()
    def put_back(self) -> None:
        if self.saved is None:
            return
        self.store.close()
        restore(self.folder / "data", self.folder / "copy.db", now=NOW)
        self.entries = {e: dict(r) for e, r in self.saved[0].items()}
        self.drafts = {c: list(e) for c, e in self.saved[1].items()}
        self.store = Store.open(self.folder / "data")

    def require_same(self, store: Store) -> None:
        expected = {
            e: Entry(
                id=e,
                kind="check",
                revisions=tuple(sorted(known.values(), key=lambda r: (r.made_at, r.id))),
            )
            for e, known in self.entries.items()
        }
        assert {e.id: e for e in store.entries()} == expected
        assert {r.entry: r for r in store.heads()} == {e.id: e.current for e in expected.values()}
        assert {d.check: list(d.events) for d in store.drafts()} == self.drafts
        assert store.revision_count == sum(len(known) for known in self.entries.values())

    @invariant()
    def both_hold_the_same(self) -> None:
        if hasattr(self, "store"):
            self.require_same(self.store)


@pytest.mark.wide
@pytest.mark.timeout(900)
def test_whatever_is_done_in_whatever_order_the_store_holds_what_it_should(long: bool) -> None:
    examples, steps = (1000, 50) if long else (200, 30)
    run_state_machine_as_test(
        StoreMachine, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    )
