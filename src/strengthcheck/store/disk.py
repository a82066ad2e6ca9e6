"""The few things done to files and folders beneath SQLite: private from birth, durable when they return."""

import contextlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from uuid import uuid4

from strengthcheck.store.errors import StoreNotWritable, StoreRefused

Kind = Literal["missing", "file", "link", "other"]

LEFT_OVER_SECONDS = 3600
"""A passing file this much older than a new one belongs to nobody any more."""


@contextmanager
def plain_os_errors(path: Path) -> Iterator[None]:
    """Turn an operating system's refusal into words.

    Raises:
        StoreNotWritable: the folder or file could not be read or written.

    """
    try:
        yield
    except OSError as e:
        raise StoreNotWritable(
            f"{path} can't be used: {(e.strerror or 'unknown reason').lower()}.",
            todo="Check the disk's space and the folder's permissions, or choose another with --data-dir.",
        ) from e


def kind_of(path: Path) -> Kind:
    """What stands at a path, links not followed."""
    try:
        with plain_os_errors(path):
            mode = path.lstat().st_mode
    except StoreNotWritable as e:
        if isinstance(e.__cause__, FileNotFoundError | NotADirectoryError):
            return "missing"
        raise
    if stat.S_ISLNK(mode):
        return "link"
    return "file" if stat.S_ISREG(mode) else "other"


def require_plain_file(path: Path) -> None:
    """Refuse a symbolic link, folder or device where a file of ours should be.

    Raises:
        StoreRefused: naming what stands there.

    """
    kind = kind_of(path)
    if kind == "link":
        raise StoreRefused(
            f"{path} is a symbolic link, and the record must be a file of its own.",
            todo="Put the file itself there, or choose its folder with --data-dir.",
        )
    if kind == "other":
        raise StoreRefused(f"{path} is not a file.", todo="Move it away, or choose another with --data-dir.")


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can open, and all that is missing above it; durable on return."""
    if folder.is_dir():
        return
    # Looked at once more: another program may have made it in between.
    if kind_of(folder) != "missing" and not folder.is_dir():
        raise StoreRefused(f"{folder} is not a folder.", todo="Choose another with --data-dir.")
    with plain_os_errors(folder):
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def create_private(path: Path) -> int:
    """Create a new file that only its owner can read, and return its open descriptor."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def create_empty(path: Path) -> None:
    """Create a new, empty, private file."""
    os.close(create_private(path))


def sync_file(path: Path) -> None:
    """Wait until a file's contents are on the disk. Never for a database that a connection has open."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_private(path: Path, data: bytes) -> None:
    """Write a small file whole or not at all, replacing what stands there; durable on return."""
    temporary = path.with_name(f".{path.name}-{uuid4().hex}.new")
    descriptor = create_private(temporary)
    try:
        clear_leftovers(temporary, f".{path.name}-*.new")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def put_in_place(temporary: Path, path: Path, *, overwrite: bool = False) -> None:
    """Give a finished file its name; durable on return.

    Raises:
        FileExistsError: the name is taken and `overwrite` is not set.

    """
    if overwrite:
        temporary.replace(path)
    else:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links: check, then rename
            if kind_of(path) != "missing":
                raise FileExistsError(path) from None
            temporary.rename(path)
        else:
            temporary.unlink()
    sync_folder(path.parent)


def clear_leftovers(fresh: Path, pattern: str) -> None:
    """Remove what was cut off and left beside a file just made: passing files an hour older than it."""
    made = fresh.stat().st_mtime
    for leftover in fresh.parent.glob(pattern):
        with contextlib.suppress(FileNotFoundError):
            if leftover.lstat().st_mtime < made - LEFT_OVER_SECONDS:
                leftover.unlink()


def too_open(path: Path) -> bool:
    """Whether others on this computer can read or list it."""
    return os.name != "nt" and bool(stat.S_IMODE(path.lstat().st_mode) & 0o077)
