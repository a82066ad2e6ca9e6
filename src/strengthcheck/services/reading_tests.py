"""The tests on this machine, for reading: the program's, the person's own, and what is wrong with others."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from strengthcheck.catalogue.fault import FileFault
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.editing import NoSuchCheck
from strengthcheck.services.proposing import place_of
from strengthcheck.services.workspace import Workspace

MISSING = " is missing"


class ReadTest(NamedTuple):
    """One test, and whether the person wrote it."""

    protocol: Protocol
    own: bool


class ReadTests(NamedTuple):
    """All tests in the order of the catalogue, and the faults of files that are none."""

    tests: tuple[ReadTest, ...]
    faults: tuple[str, ...]
    broken: int
    """In how many files they stand."""
    folder: str
    """Where tests of one's own belong."""


def tests_to_read(ws: Workspace) -> ReadTests:
    """Read the catalogue, in the order of the chooser; a broken file hides no other."""
    found = ws.catalogue()
    listed = sorted(found.protocols.values(), key=lambda f: place_of(f.protocol))
    return ReadTests(
        tuple(ReadTest(f.protocol, f.own) for f in listed),
        tuple(_told(found.faults)),
        len({fault.path for fault in found.faults}),
        str(ws.folders.protocols),
    )


def _told(faults: Iterable[FileFault]) -> Iterator[str]:
    """The faults of each file, the lines that hold something wrong before what is missing, in one line."""
    for _, of_one in groupby(faults, lambda f: f.path):
        found = list(of_one)
        missing = [f for f in found if f.message.endswith(MISSING)]
        yield from (str(f) for f in found if f not in missing)
        if len(missing) > 1:
            names = ", ".join(f.message.removesuffix(MISSING) for f in missing)
            yield str(FileFault(missing[0].path, None, f"these are missing: {names}"))
        else:
            yield from map(str, missing)


def one_to_read(ws: Workspace, name: str) -> ReadTest:
    """One test by its id."""
    found = ws.catalogue().protocols.get(name)
    if found is None:
        raise NoSuchCheck(f"There is no test called {name}.")
    return ReadTest(found.protocol, found.own)
