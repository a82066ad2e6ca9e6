"""Files for people: an export, a page, a setting. Whole or not there, and for their owner alone."""

import contextlib
import os
import stat
from pathlib import Path
from typing import IO
from uuid import uuid4

_LEFT_OVER = ".strengthcheck-*.part"
_LEFT_OVER_SECONDS = 3600
_LONGEST_NAMED = 160
_DATABASE = b"SQLite format 3\0"
_BESIDE_DATABASE = ("-journal", "-wal", "-shm")


class FileRefused(Exception):
    """A file can't be written or read. The text says why; it is meant to be shown."""


def write_private(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file that stands there whole and durable, or not at all; only its owner can read it (0600).

    Args:
        path: where; its folder must exist.
        data: the whole of it.
        force: replace a file that is there. Never a folder, a device or a symbolic link; never a record,
            a backup of one, or a name that belongs to either.

    Raises:
        FileRefused: something stands there, or the folder or disk won't take it. Nothing was changed.

    """
    _require_free(path, force)
    try:
        _write(path, data, force)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as e:
        reason = (e.strerror or "unknown reason").lower()
        raise FileRefused(f"{_named(path)} can't be written: {reason}. Nothing was changed.") from e


def open_ordinary(path: str) -> IO[bytes]:
    """An ordinary file, opened to be read; a folder, a pipe or a device is refused without waiting for it.

    Raises:
        FileRefused: says what is wrong with it, to stand after its name.

    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as e:
        raise FileRefused("is not there") from e
    except ValueError as e:
        raise FileRefused("is not a file name") from e
    except OSError as e:
        if Path(path).is_dir():
            raise FileRefused("is a folder, not a file") from e
        raise FileRefused(f"can't be read: {(e.strerror or 'unknown reason').lower()}") from e
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise FileRefused("is a folder, not a file" if stat.S_ISDIR(mode) else "is not an ordinary file")


def _require_free(path: Path, force: bool) -> None:
    for ending in _BESIDE_DATABASE:  # what stands there, its database takes for its own
        if path.name.endswith(ending) and _is_database(path.with_name(path.name.removesuffix(ending))):
            raise FileRefused(f"{_named(path)} is a name that belongs to a record. Choose another name.")
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except (OSError, ValueError):  # a file among the folders above it, or a broken name
        raise FileRefused(f"{_named(path)} is no place for a file. Choose another name.") from None
    if stat.S_ISDIR(mode):
        raise FileRefused(f"{_named(path)} is a folder. Add a file name to it.")
    if not stat.S_ISREG(mode):
        what = "a symbolic link" if stat.S_ISLNK(mode) else "a device"
        raise FileRefused(f"{_named(path)} is {what}, not a file. Choose another name.")
    if not force:
        raise _taken(path)
    if _is_database(path):
        raise FileRefused(
            f"{_named(path)} is a record or a backup of one, and is never written over. Choose another name."
        )


def _is_database(path: Path) -> bool:
    """Whether a database stands there, as every record and backup is; told by its first bytes."""
    try:
        with open_ordinary(str(path)) as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except (FileRefused, OSError):
        return False


def _named(path: Path) -> str:
    """A place in a message; of a very long one the end, which tells it from others."""
    text = str(path)
    return text if len(text) <= _LONGEST_NAMED else f"…{text[-_LONGEST_NAMED:]}"


def _taken(path: Path) -> FileRefused:
    return FileRefused(f"{_named(path)} is there already. Choose another name, or allow it with --force.")


def _write(path: Path, data: bytes, force: bool) -> None:
    temporary = path.parent / f".strengthcheck-{uuid4().hex}.part"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        _clear_leftovers(temporary)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if force:
            temporary.replace(path)
        else:
            _take_name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _take_name(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless another took it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: look again, then rename
        _require_free(path, force=False)
        temporary.rename(path)


def _clear_leftovers(fresh: Path) -> None:
    """Remove what a write that was cut off left behind: parts an hour older than the one just made."""
    made = fresh.stat().st_mtime
    for leftover in fresh.parent.glob(_LEFT_OVER):
        with contextlib.suppress(FileNotFoundError):
            if leftover.stat().st_mtime < made - _LEFT_OVER_SECONDS:
                leftover.unlink()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
