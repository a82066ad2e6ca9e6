"""A disk whose power can be cut: it forgets what was written but not synced, and names not synced either.

A SQLite VFS over the real files. Beside them it keeps what a disk would surely hold (`_durable`) and what it
was told since (`_pending`); `after_a_cut` draws one of the states that a cut at this moment could leave.
Writes are torn at 512 bytes. A removed file's name is gone for sure only after its folder was synced, as on
ext4, where this model and copies of a real file system's image gave the same figures.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512

Write = tuple[int, bytes] | int
"""Bytes at an offset, or a new length."""


class Disk:
    """What is surely on the disk in one folder, and what is not yet."""

    def __init__(self, folder: Path, on_each: Callable[["Disk"], None]) -> None:
        self.folder = folder
        self._on_each = on_each
        self._durable: dict[str, bytes] = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
        self._pending: dict[str, list[Write]] = {}
        self._unnamed: set[str] = set()
        self._removed: set[str] = set()
        self._ghosts: dict[str, bytes] = {}
        """Removed files whose name was given to a new one, and may still be the old one's on the disk."""

    def opened(self, name: str) -> None:
        if name in self._durable and name not in self._removed:
            return
        if name in self._removed:
            self._removed.discard(name)
            self._ghosts[name] = self._durable[name]
        self._durable[name] = b""
        self._pending[name] = []
        self._unnamed.add(name)

    def wrote(self, name: str, write: Write) -> None:
        self._pending.setdefault(name, []).append(write)
        self._on_each(self)

    def synced(self, name: str) -> None:
        """A sync of a new file syncs its folder too, as SQLite does for a journal."""
        content = bytearray(self._durable.get(name, b""))
        for write in self._pending.pop(name, []):
            apply(content, write)
        self._durable[name] = bytes(content)
        if name in self._unnamed:
            self.synced_folder()
        self._on_each(self)

    def removed(self, name: str, synced: bool) -> None:
        self._on_each(self)
        self._removed.add(name)
        if synced:
            self.synced_folder()
        self._on_each(self)

    def synced_folder(self) -> None:
        for name in self._removed:
            self._durable.pop(name, None)
            self._pending.pop(name, None)
        self._removed.clear()
        self._ghosts.clear()
        self._unnamed.clear()

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """One of the states that the folder could be found in."""
        found = {}
        for name, content in self._durable.items():
            if name in self._removed | self._unnamed and chance.random() < 0.5:
                if name in self._ghosts and chance.random() < 0.5:
                    found[name] = self._ghosts[name]
                continue
            left = bytearray(content)
            keep = chance.choice((0.0, 0.5, 0.9, 1.0))
            for write in self._pending.get(name, []):
                for part in torn(write):
                    if chance.random() < keep:
                        apply(left, part)
            found[name] = bytes(left)
        return found


def torn(write: Write) -> list[Write]:
    if isinstance(write, int):
        return [write]
    offset, data = write
    return [(offset + i, data[i : i + SECTOR]) for i in range(0, len(data), SECTOR)]


def apply(content: bytearray, write: Write) -> None:
    if isinstance(write, int):
        del content[write:]
        return
    offset, data = write
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


class PowerVFS(apsw.VFS):
    """Passes everything to the real files, and tells the disk of it."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.real = apsw.vfs_names()[0]
        super().__init__("power", self.real, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> "PowerFile":
        return PowerFile(self.real, name, flags, self.disk)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        if Path(filename).parent == self.disk.folder:
            self.disk.removed(Path(filename).name, bool(syncdir))


class PowerFile(apsw.VFSFile):
    """One open file."""

    def __init__(self, real: str, name: Any, flags: list[int], disk: Disk) -> None:
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "/none")
        self.disk = disk if path.parent == disk.folder else None
        self.name = path.name
        super().__init__(real, name, flags)
        if self.disk is not None:
            self.disk.opened(self.name)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        if self.disk is not None:
            self.disk.wrote(self.name, (offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        if self.disk is not None:
            self.disk.wrote(self.name, newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        if self.disk is not None:
            self.disk.synced(self.name)
