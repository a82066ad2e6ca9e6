"""Which protocols there are: the shipped ones and the person's own."""

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from strengthcheck.catalogue.cache import Cache
from strengthcheck.catalogue.fault import FileFault, visible
from strengthcheck.catalogue.files import Unreadable, read_text
from strengthcheck.catalogue.parse import Parsed, parse_as
from strengthcheck.catalogue.tree import read_tree
from strengthcheck.model.entry import ProtocolText
from strengthcheck.model.protocol import Protocol

SUFFIXES = (".yaml", ".yml")

SHIPPED = "a test that comes with the program"
"""Whose an id is, in the words of a fault."""


class Found(NamedTuple):
    """A protocol, its text as a record keeps it, and where it stands."""

    protocol: Protocol
    text: ProtocolText
    path: Path
    own: bool
    """Written by the person, not shipped."""


class Catalogue(NamedTuple):
    """The protocols by id, shipped ones first, and what is wrong with the files that are not among them."""

    protocols: dict[str, Found]
    faults: tuple[FileFault, ...]


def shipped_folder() -> Path:
    """The folder of the protocols that come with the program."""
    inside = Path(str(files("strengthcheck") / "protocols"))
    # An editable install has them where people edit them: beside src.
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "protocols"


def read_catalogue(own_folder: Path | None, cache: Path | None = None) -> Catalogue:
    """Every protocol that is in order, and every fault of the others.

    A broken file hides no other. An own file with a shipped id is a fault, and the shipped one stays; of two
    own files with one id the first by name stays. `cache` is a folder of ours for checked protocols.
    """
    kept = Cache(cache) if cache is not None else None
    found: dict[str, Found] = {}
    faults: list[FileFault] = []
    for folder, own in ((shipped_folder(), False), (own_folder, True)):
        for path in _files(folder, faults):
            one = _read(path, own, kept, faults)
            if one is None:
                continue
            twin = found.setdefault(one.protocol.id, one)
            if twin is not one:
                owner = f"{visible(twin.path.name)}, which is used" if twin.own else SHIPPED
                faults.append(_same_id(path, one.text.text, one.protocol.id, owner))
    if kept is not None:
        kept.tidy()
    return Catalogue(found, tuple(faults))


def validate_file(path: Path) -> Parsed:
    """The protocol of a file, as one's own would be read, or every fault; never raises for what it holds.

    A shipped test's id is a fault here too, unless the file is that test.
    """
    try:
        text = read_text(path)
    except Unreadable as e:
        return None, (FileFault(path, e.line, e.message),)
    protocol, faults = parse_as(text, path)
    if protocol is not None and _is_taken(protocol.id, text):
        return None, (_same_id(path, text, protocol.id, SHIPPED),)
    return protocol, faults


def _is_taken(name: str, text: str) -> bool:
    """Whether a shipped test has that id and another text."""
    try:
        return read_text(shipped_folder() / f"{name}.yaml") != text
    except Unreadable:
        return False


def _files(folder: Path | None, faults: list[FileFault]) -> list[Path]:
    """The protocol files of a folder by name; hidden ones are an editor's or the system's, not a person's."""
    if folder is None:
        return []
    try:
        inside = list(folder.iterdir())
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        faults.append(FileFault(folder, None, "should be a folder of protocol files"))
        return []
    except OSError as e:
        faults.append(FileFault(folder, None, f"the folder can't be read: {e.strerror}"))
        return []
    named = [p for p in inside if p.suffix.lower() in SUFFIXES and not p.name.startswith(".")]
    return sorted(named, key=lambda p: (p.stem, p.name))


def _read(path: Path, own: bool, cache: Cache | None, faults: list[FileFault]) -> Found | None:
    try:
        text = read_text(path)
    except Unreadable as e:
        faults.append(FileFault(path, e.line, e.message))
        return None
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    protocol = cache.get(sha256) if cache else None
    if protocol is None:
        protocol, wrong = parse_as(text, path)
        if protocol is None:
            faults.extend(wrong)
            return None
        if cache:
            cache.put(sha256, protocol)
    kept = ProtocolText(id=protocol.id, version=protocol.version, sha256=sha256, text=text, own=own)
    return Found(protocol, kept, path, own)


def _same_id(path: Path, text: str, name: str, owner: str) -> FileFault:
    tree, _ = read_tree(text)
    line = tree.line_of(("id",)) if tree else None
    return FileFault(path, line, f"the id {name} belongs to {owner}; give this test another id")
