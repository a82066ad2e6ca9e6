"""What every doing needs: the folders, the record, the clock, and the tests."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID, uuid4

from strengthcheck.catalogue import Catalogue, parse, read_catalogue
from strengthcheck.exchange.known import KnownProtocols, KnownText
from strengthcheck.exchange.refused import Refused
from strengthcheck.host.clock import Clock
from strengthcheck.host.folders import Folders, folders_for
from strengthcheck.model.entry import ProtocolText
from strengthcheck.model.protocol import Protocol
from strengthcheck.store import Store, StoreNotWritable
from strengthcheck.store.marker import RECORD, traces

T = TypeVar("T")


class Workspace:
    """One open record with all that belongs to it. Use it as a context, or close it."""

    def __init__(
        self, folders: Folders, store: Store, clock: Clock, new_id: Callable[[], UUID] = uuid4
    ) -> None:
        """Use `open_workspace`; tests give their own parts."""
        self.folders = folders
        self.store = store
        self.clock = clock
        self.new_id = new_id
        self._catalogue: Catalogue | None = None
        self._read: dict[str, Protocol] = {}
        self._remembered: dict[Hashable, Any] = {}
        self._stamp: tuple[int, str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record; a second time does nothing."""
        self.store.close()

    def remember(self, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave while the record was as it is now; made anew after any change to an entry.

        `what` names it, with all that it depends on beside the record (such as the day it is read on). Only
        what is small: values of all trials are read again where they are shown.
        """
        stamp = self.store.stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self._remembered.clear()
        if what not in self._remembered:
            self._remembered[what] = make()
        kept: T = self._remembered[what]
        return kept

    def catalogue(self) -> Catalogue:
        """The tests on this machine, read once, when first asked for."""
        if self._catalogue is None:
            self._catalogue = catalogue_in(self.folders)
        return self._catalogue

    def read_protocol(self, text: ProtocolText) -> Protocol:
        """The test that a kept text describes; raises Refused when it is none."""
        if text.sha256 not in self._read:
            here = self.catalogue().protocols.get(text.id)
            same = here is not None and here.text.sha256 == text.sha256
            self._read[text.sha256] = here.protocol if here is not None and same else protocol_from(text)
        return self._read[text.sha256]

    def known(self) -> KnownProtocols:
        """Every test that a result can name: those on this machine first, then those kept with the record."""
        here = KnownProtocols.of(
            KnownText(found.protocol, found.text) for found in self.catalogue().protocols.values()
        )
        stored = [t for t in self.store.protocol_texts() if here.by_digest(t.sha256) is None]
        return here.then(self._readable(stored))

    def _readable(self, texts: Iterable[ProtocolText]) -> Iterator[KnownText]:
        """Those that are tests by today's rules; one that isn't any more stops no recording."""
        for text in texts:
            try:
                yield KnownText(self.read_protocol(text), text)
            except Refused:
                continue


def open_workspace(
    data_dir: str | None,
    environ: Mapping[str, str],
    clock: Clock,
    *,
    read_only: bool = False,
) -> Workspace:
    """Open the record in a data folder: the one named, else the environment's, else the platform's.

    Read-only changes nothing and makes nothing; then a record that isn't there raises StoreMissing.
    Raises StoreError when it can't be opened, with what to do.
    """
    folders = folders_for(data_dir, environ)
    store = _to_look_at(folders.data) if read_only else Store.open(folders.data)
    return Workspace(folders, store, clock)


def _to_look_at(folder: Path) -> Store:
    """The record opened to be read; a save that was cut off is taken back first, which needs writing."""
    try:
        return Store.open(folder, read_only=True)
    except StoreNotWritable:
        if not (folder / f"{RECORD}-journal").exists():
            raise
        return Store.open(folder, create=False)


def catalogue_in(folders: Folders) -> Catalogue:
    """The tests that come with the program and the person's own, without opening a record."""
    # Where nothing is kept yet, looking at the tests makes no folder.
    return read_catalogue(folders.protocols, folders.cache if folders.data.is_dir() else None)


def nothing_kept_in(folders: Folders) -> bool:
    """Whether no record is, or ever was, in the data folder: nothing to read, and nothing gone either."""
    return not (folders.data / RECORD).exists() and not traces(folders.data)


def protocol_from(text: ProtocolText) -> Protocol:
    """The test that a text describes, which must be the one that it is filed as.

    Raises Refused, which names the fault.
    """
    protocol, faults = parse(text.text, f"{text.id}.yaml")
    if protocol is None:
        raise Refused(f"the protocol text of {text.id} version {text.version} can't be read: {faults[0]}")
    if (protocol.id, protocol.version) != (text.id, text.version):
        raise Refused(
            f"the protocol text filed as {text.id} version {text.version} "
            f"is of {protocol.id} version {protocol.version}"
        )
    return protocol
