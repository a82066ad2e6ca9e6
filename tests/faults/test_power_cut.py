"""What was called saved is there after a power cut, at whatever moment it comes."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path

import pytest

from strengthcheck.model.entry import Revision
from strengthcheck.store import Store, StoreError, database, verify
from tests.faults.power import Disk, PowerVFS
from tests.store.given import TEXT, a_trial, began, first, later, number


class Cuts:
    """Cuts the power now and then, and looks at what is left."""

    def __init__(self, folder: Path, wanted: int, seed: int) -> None:
        self.folder = folder
        self.wanted = wanted
        self.chance = random.Random(seed)
        self.saved: dict[str, Revision] = {}
        self.states: list[tuple[dict[str, bytes], set[str]]] = []

    def look(self, disk: Disk) -> None:
        """At every write, sync and removal: at one of three, one of the states that a cut could leave."""
        if len(self.states) < self.wanted and self.chance.random() < 0.34:
            self.states.append((disk.after_a_cut(self.chance), set(self.saved)))

    def acknowledge(self, revision: Revision, disk: Disk) -> None:
        """The store returned: from now on this revision must be there."""
        self.saved[revision.id] = revision
        self.look(disk)

    def outcomes(self) -> tuple[int, int]:
        """In how many of the states something saved was lost, and in how many the record was damaged."""
        lost = damaged = 0
        place = self.folder.with_name("after")
        for state, saved in self.states:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            for name, content in state.items():
                (place / name).write_bytes(content)
            (place / "record.db").chmod(0o600)
            (place / "record.id").chmod(0o600)
            try:
                clean = verify(place) == []
                with Store.open(place) as store:
                    there = {r.id: r for e in store.entries() for r in e.revisions}
                    store.drafts()
                damaged += not clean or any(self.saved.get(i, r) != r for i, r in there.items())
                lost += not saved <= there.keys()
            except StoreError:
                damaged += 1
        return lost, damaged


@contextmanager
def cut_off(disk: Disk) -> Iterator[None]:
    vfs = PowerVFS(disk)
    try:
        yield
    finally:
        vfs.unregister()


def save(store: Store, n: int, cuts: Cuts, disk: Disk) -> None:
    """Save one check, step by step, and correct it; what returned counts as saved."""
    one = first(n, "x" * (n % 7) * 900)
    store.begin(began(n), [TEXT])
    store.append(number(n), a_trial(n))
    store.keep(number(n), one)
    cuts.acknowledge(one, disk)
    two = later(one, "corrected", n + 1)
    store.add(two)
    cuts.acknowledge(two, disk)


def run(folder: Path, wanted: int) -> tuple[int, int]:
    """Save checks until the power was cut at so many moments."""
    lost = damaged = part = 0
    while wanted > 0:
        part += 1
        place = folder / str(part) / "data"
        Store.open(place).close()
        cuts = Cuts(place, min(wanted, 250), seed=part)
        numbers = count(1)
        disk = Disk(place, cuts.look)
        with cut_off(disk):
            while len(cuts.states) < cuts.wanted:
                with Store.open(place) as store:
                    for n in islice(numbers, 4):
                        save(store, n, cuts, disk)
        wanted -= len(cuts.states)
        found = cuts.outcomes()
        lost, damaged = lost + found[0], damaged + found[1]
    return lost, damaged


@pytest.mark.timeout(900)
def test_a_power_cut_at_any_moment_loses_and_damages_nothing(tmp_path: Path, long: bool) -> None:
    assert run(tmp_path, 2000 if long else 200) == (0, 0)


@pytest.mark.parametrize(("synchronous", "reads"), [("FULL", 2), ("NORMAL", 1), ("OFF", 0)])
def test_with_any_lesser_setting_this_very_test_finds_losses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, synchronous: str, reads: int
) -> None:
    """The proof that the test above can fail, and why the setting is what it is."""
    rest = tuple(s for s in database.SETTINGS if s[0] != "synchronous")
    monkeypatch.setattr(database, "SETTINGS", (*rest, ("synchronous", synchronous, reads)))
    lost, damaged = run(tmp_path, 100)
    assert lost > 0
    if synchronous == "OFF":
        assert damaged > 0
