"""The protocol texts that results were made with."""

from collections.abc import Iterable

from strengthcheck.model.entry import ProtocolRef, ProtocolText
from strengthcheck.store import totals
from strengthcheck.store.database import Database
from strengthcheck.store.errors import StoreDamaged, StoreRefused
from strengthcheck.store.packing import text_digest, unpack_text

COLUMNS = "id, version, sha256, own, text, digest"
"""What `unpack_text` takes, in its order."""


def put_texts(db: Database, texts: Iterable[ProtocolText]) -> None:
    """Keep texts, each once. One that anybody says was written by the person stays marked so."""
    for t in texts:
        key = (t.id, t.version, t.sha256)
        there = db.row("SELECT own, digest FROM protocols WHERE (id, version, sha256) = (?, ?, ?)", *key)
        if there is not None and (there[0] or not t.own):
            continue
        try:
            t.text.encode()
        except UnicodeEncodeError:
            raise StoreRefused(
                f"The protocol {t.id} holds a broken character.", todo="Correct its file."
            ) from None
        if there is not None:
            db.run("DELETE FROM protocols WHERE digest = ?", there[1])
            totals.shift(db, "protocols", removed=[there[1]])
        digest = text_digest(*key, int(t.own))
        db.run(f"INSERT INTO protocols({COLUMNS}) VALUES(?, ?, ?, ?, ?, ?)", *key, int(t.own), t.text, digest)
        totals.shift(db, "protocols", added=[digest])


def require_texts(db: Database, refs: Iterable[ProtocolRef]) -> None:
    """Refuse references to a text that is not kept.

    Raises:
        StoreRefused: naming the protocol.

    """
    for ref in refs:
        if not db.row(
            "SELECT 1 FROM protocols WHERE (id, version, sha256) = (?, ?, ?)", ref.id, ref.version, ref.sha256
        ):
            raise StoreRefused(f"The text of the protocol {ref.id}, version {ref.version}, is missing.")


def read_text(db: Database, ref: ProtocolRef) -> ProtocolText | None:
    """The text of that reference, if it is kept."""
    row = db.row(
        f"SELECT {COLUMNS} FROM protocols NOT INDEXED WHERE (id, version, sha256) = (?, ?, ?)",
        ref.id,
        ref.version,
        ref.sha256,
    )
    return unpack_text(*row) if row else None


def read_texts(db: Database) -> tuple[ProtocolText, ...]:
    """Every text kept, by id, version and digest."""
    with db.reading():
        rows = db.rows(f"SELECT {COLUMNS} FROM protocols ORDER BY id, version, sha256")
        all_there = totals.agrees(db, "protocols", (row[-1] for row in rows))
    texts = tuple(unpack_text(*row) for row in rows)
    if not all_there:
        raise StoreDamaged("A protocol text that was saved is gone, or another is there.")
    return texts
