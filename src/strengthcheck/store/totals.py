"""How many rows there are and the XOR of their digests, kept in the transaction that changes the rows."""

from collections.abc import Iterable
from functools import reduce
from typing import Literal

from strengthcheck.store.database import Database
from strengthcheck.store.errors import StoreDamaged

Counted = Literal["revisions", "protocols", "events"]
"""The tables that are counted."""


def folded(digests: Iterable[str], start: str = "0" * 64) -> str:
    """The XOR of SHA-256 digests in hexadecimal digits; the same in any order."""
    return f"{reduce(lambda total, digest: total ^ int(digest, 16), digests, int(start, 16)):064x}"


def shift(db: Database, table: Counted, *, added: Iterable[str] = (), removed: Iterable[str] = ()) -> None:
    """Take rows into the total, or out of it; inside `writing` only."""
    came, went = list(added), list(removed)
    count, digests = total(db, table)
    db.run(
        "UPDATE totals SET count = ?, digests = ? WHERE name = ?",
        count + len(came) - len(went),
        folded(came + went, digests),
        table,
    )


def agrees(db: Database, table: Counted, digests: Iterable[str]) -> bool:
    """Whether these digests are those that were saved: none missing, none more.

    Raises:
        StoreDamaged: the total is gone.

    """
    found = list(digests)
    try:
        return (len(found), folded(found)) == total(db, table)
    except (ValueError, TypeError):  # what should be hexadecimal digits is not
        return False


def total(db: Database, table: Counted) -> tuple[int, str]:
    """The count and the XOR as kept.

    Raises:
        StoreDamaged: the row is gone.

    """
    row = db.row("SELECT count, digests FROM totals WHERE name = ?", table)
    if row is None or not isinstance(row[0], int):
        raise StoreDamaged(f"The total of {table} is gone from the record.")
    return row[0], str(row[1])
