"""Reads a small text file that anyone may have put there: never hangs, never reads too much."""

import codecs
import errno
import os
import stat
from pathlib import Path

from strengthcheck.catalogue.fault import visible

LIMIT = 256 * 1024
"""The most bytes a protocol file may have; the longest shipped one has about 4,000."""


class Unreadable(Exception):
    """Why a file could not be read as text; `line` where it is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def read_text(path: Path) -> str:
    """The file's text, line ends as line feeds, without a byte order mark.

    Raises Unreadable for a missing, forbidden or too large file, for a folder, a pipe or a device, and for
    text that is not UTF-8.
    """
    return decoded(read_bytes(path))


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """All bytes of a regular file of at most `limit` bytes; raises Unreadable."""
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as e:
        raise Unreadable(_why(e, path)) from e
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable("is a folder, not a file")
        if not stat.S_ISREG(mode):
            raise Unreadable("is not an ordinary file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    except OSError as e:
        raise Unreadable(_why(e, path)) from e
    finally:
        os.close(handle)
    if len(data) > limit:
        raise Unreadable(f"is larger than {limit // 1024} kB; one test needs a few kB")
    return data


def decoded(data: bytes) -> str:
    """UTF-8 bytes as text, line ends as line feeds, without a byte order mark; raises Unreadable."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable("is saved as UTF-16 (also called Unicode); save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        raise Unreadable("holds a character that is not UTF-8; save the file as UTF-8", line) from e
    return normal(text)


def normal(text: str) -> str:
    """The text with line feeds and no byte order mark, so that another editor makes no other text."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _why(error: OSError | ValueError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere" if path.is_symlink() else "is not there"
    if isinstance(error, PermissionError):
        return "is a folder, not a file" if path.is_dir() else "may not be read (its permissions forbid it)"
    if isinstance(error, OSError):
        if error.errno == errno.ELOOP:
            return "is a link that leads back to itself"
        return f"can't be read: {error.strerror or error}"
    return f"can't be read: {visible(str(error))}"
