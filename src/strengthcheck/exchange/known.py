"""The tests that a check's results can name, by id and version, with the text each was read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from strengthcheck.model.entry import ProtocolText
from strengthcheck.model.protocol import Protocol


@dataclass(frozen=True)
class KnownText:
    """A protocol, and the text it was read from."""

    protocol: Protocol
    text: ProtocolText


@dataclass(frozen=True)
class KnownProtocols:
    """Protocols in order of trust: of two with one id and version, the first is meant."""

    items: tuple[KnownText, ...] = ()

    @classmethod
    def of(cls, items: Iterable[KnownText]) -> Self:
        """All of these, the first of each text kept."""
        return cls(tuple({k.text.sha256: k for k in reversed(tuple(items))}.values())[::-1])

    def __iter__(self) -> Iterator[KnownText]:
        return iter(self.items)

    def then(self, others: Iterable[KnownText]) -> "KnownProtocols":
        """These first, then the others."""
        return KnownProtocols.of((*self.items, *others))

    def find(self, name: str, version: int | None = None) -> KnownText | None:
        """The protocol of that id and version; without a version, the first of that id."""
        return next(
            (
                k
                for k in self.items
                if k.protocol.id == name and (version is None or k.protocol.version == version)
            ),
            None,
        )

    def by_digest(self, sha256: str) -> KnownText | None:
        """The protocol read from exactly that text."""
        return next((k for k in self.items if k.text.sha256 == sha256), None)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(sorted({k.protocol.id for k in self.items}))

    def versions(self, name: str) -> tuple[int, ...]:
        """Every version known of one id, in order."""
        return tuple(sorted({k.protocol.version for k in self.items if k.protocol.id == name}))
