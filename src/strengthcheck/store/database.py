"""One connection to one SQLite file: its settings, its transactions, its errors in plain words."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from strengthcheck.store.errors import (
    UNTOUCHED,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreNotWritable,
    StoreRefused,
)

APPLICATION_ID = 0x53544348
"""`STCH`: marks the file as ours."""

BUSY_MILLISECONDS = 5000
"""How long another program's save is waited for."""

Setting = tuple[str, str | int, str | int]

SETTINGS: tuple[Setting, ...] = (
    ("busy_timeout", BUSY_MILLISECONDS, BUSY_MILLISECONDS),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("mmap_size", 0, 0),
    ("fullfsync", "ON", 1),
    ("temp_store", "MEMORY", 2),
)
"""Each pragma, what it is set to, and what it must then read. With a rollback journal only EXTRA syncs the
folder after the journal is removed; with less, a power cut takes back the last record called saved."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn SQLite's errors into ours. Its own messages can hold contents, so they are not passed on.

    Raises:
        StoreError: or the one of its kinds that fits.

    """
    try:
        yield
    except apsw.Error as e:
        raise _translated(e) from None
    except UnicodeDecodeError:
        raise StoreDamaged("The record holds a text that is broken.") from None


def _translated(error: apsw.Error) -> StoreError:
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return StoreBusy(
            f"Another strengthcheck held the record for {BUSY_MILLISECONDS // 1000} seconds.",
            "Nothing was saved.",
            "Close the other one, or try again in a moment.",
        )
    if isinstance(error, apsw.CorruptError | apsw.NotADBError):
        return StoreDamaged("The record file is damaged, or is not a record.")
    if isinstance(error, apsw.FullError | apsw.TooBigError):
        return StoreNotWritable("The disk is full.", "Nothing was saved.", "Free some space, then try again.")
    if isinstance(error, apsw.ReadOnlyError | apsw.CantOpenError | apsw.PermissionsError | apsw.AuthError):
        return StoreNotWritable(
            "The record can't be opened for writing.",
            "Nothing was saved.",
            "Check the folder's permissions, or choose another with --data-dir.",
        )
    if isinstance(error, apsw.IOError):
        return StoreNotWritable(
            "The disk would not read or write the record (it may be full or failing).",
            "Nothing was saved; what was saved before is kept.",
            "Check the disk, then try again.",
        )
    return StoreError(f"The record could not be used ({type(error).__name__}).", "Nothing was saved.")


class Database:
    """An open record file. Not for two threads at once."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file, which must exist, and read nothing yet."""
        self.path = path
        self.read_only = read_only
        self.waiting: str | None = None
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        with plain_errors():
            self._sql = apsw.Connection(str(path), flags=flags | apsw.SQLITE_OPEN_NOFOLLOW)
            self._sql.pragma(*SETTINGS[0][:2])  # patience first: the very first read may have to wait
        self._file = _identity(path)

    def close(self) -> None:
        """Close the file."""
        self._sql.close()

    @property
    def connection(self) -> apsw.Connection:
        """The connection itself, for migrations and the online backup."""
        return self._sql

    def pragma(self, name: str, value: str | int | None = None) -> Any:
        """Set one pragma, or read it."""
        with plain_errors():
            return self._sql.pragma(name) if value is None else self._sql.pragma(name, value)

    def configure(self) -> None:
        """Set every setting by itself and read it back.

        Raises:
            StoreRefused: naming the setting that did not take.

        """
        for name, value, expected in SETTINGS:
            self.pragma(name, value)
            found = self.pragma(name)
            if found != expected:
                raise StoreRefused(
                    f"The database setting {name} reads {found}, but only {expected} keeps data safely.",
                    todo="Please report this; until then the record can't be used with this program.",
                )

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query, fetched at once so that no lock stays held."""
        with plain_errors():
            return list(self._sql.execute(sql, values))

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query, if there is one."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def run(self, sql: str, *values: Any) -> None:
        """One statement that changes something; inside `writing` only."""
        with plain_errors():
            self._sql.execute(sql, values)

    def run_many(self, sql: str, values: Iterable[tuple[Any, ...]]) -> None:
        """One statement for each row of values; inside `writing` only."""
        with plain_errors():
            self._sql.executemany(sql, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it is durable when the block has ended, or none of it happened.

        Raises:
            StoreBusy: another program held the record too long.
            StoreNotWritable: the disk is full, read-only or failing.
            StoreRefused: the file was replaced by another while it was open.

        """
        with plain_errors():
            self.waiting = "another strengthcheck is saving"
            try:
                self._sql.execute("BEGIN IMMEDIATE")
            finally:
                self.waiting = None
            try:
                self.require_in_place()
                yield
                self.waiting = "the disk is slow"
                self._sql.execute("COMMIT")
            finally:
                self.waiting = None
                if self._sql.in_transaction:
                    self._sql.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One view of the record, however many queries it takes."""
        if self._sql.in_transaction:
            yield
            return
        with plain_errors():
            self._sql.execute("BEGIN")
            try:
                yield
            finally:
                if self._sql.in_transaction:
                    self._sql.execute("ROLLBACK")

    def require_in_place(self) -> None:
        """Refuse to go on when the file was moved away, or another was put in its place.

        Raises:
            StoreRefused: as it says.

        """
        if _identity(self.path) != self._file:
            raise StoreRefused(
                "The record file was moved or replaced while it was open.",
                f"{UNTOUCHED[:-1]} in either file.",
                "Close this program and start it again.",
            )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat(follow_symlinks=False)
    except OSError:
        return None
    return status.st_dev, status.st_ino
