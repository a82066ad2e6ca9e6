"""The tables of every version, as a list of steps: step n leads from version n - 1 to version n."""

from collections.abc import Callable

import apsw

Step = Callable[[apsw.Connection], None]

_VERSION_1 = (
    # Who this record is. One row.
    """CREATE TABLE meta(
        one INTEGER NOT NULL PRIMARY KEY CHECK(one = 1),
        record TEXT NOT NULL CHECK(length(record) = 36),
        created TEXT NOT NULL,
        digest TEXT NOT NULL CHECK(length(digest) = 64)
    ) STRICT""",
    # Every protocol text that any check was made with. The digest covers the whole row.
    """CREATE TABLE protocols(
        id TEXT NOT NULL,
        version INTEGER NOT NULL CHECK(version >= 1),
        sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
        own INTEGER NOT NULL CHECK(own IN (0, 1)),
        text TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE CHECK(length(digest) = 64),
        PRIMARY KEY(id, version, sha256)
    ) STRICT""",
    """CREATE TABLE entries(
        id TEXT NOT NULL PRIMARY KEY CHECK(length(id) = 36),
        kind TEXT NOT NULL CHECK(kind IN ('check', 'gate', 'visit', 'card', 'urge', 'profile', 'plan'))
    ) STRICT""",
    "CREATE INDEX entries_kind ON entries(kind)",
    # Immutable. The id is the SHA-256 of the rest; the instant is made_at in UTC microseconds, to order by.
    """CREATE TABLE revisions(
        id TEXT NOT NULL PRIMARY KEY CHECK(length(id) = 64),
        entry TEXT NOT NULL REFERENCES entries(id),
        after TEXT NOT NULL CHECK(json_valid(after)),
        made_at TEXT NOT NULL,
        instant INTEGER NOT NULL,
        reason TEXT NOT NULL,
        state TEXT NOT NULL CHECK(state IN ('content', 'deleted', 'purged')),
        content TEXT CHECK(content IS NULL OR json_valid(content)),
        uses TEXT NOT NULL CHECK(json_valid(uses)),
        CHECK((state = 'content') = (content IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX revisions_entry ON revisions(entry)",
    "CREATE INDEX revisions_instant ON revisions(instant)",
    # Unfinished checks, and their journal. Each digest covers its event and the digest before it.
    """CREATE TABLE drafts(
        id TEXT NOT NULL PRIMARY KEY CHECK(length(id) = 36),
        begun_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE events(
        draft TEXT NOT NULL REFERENCES drafts(id),
        seq INTEGER NOT NULL CHECK(seq >= 0),
        event TEXT NOT NULL CHECK(json_valid(event)),
        digest TEXT NOT NULL UNIQUE CHECK(length(digest) = 64),
        PRIMARY KEY(draft, seq)
    ) STRICT""",
    # How many rows of each there are, and the XOR of their digests: a row that vanished is noticed.
    """CREATE TABLE totals(
        name TEXT NOT NULL PRIMARY KEY CHECK(name IN ('revisions', 'protocols', 'events')),
        count INTEGER NOT NULL CHECK(count >= 0),
        digests TEXT NOT NULL CHECK(length(digests) = 64)
    ) STRICT""",
    f"INSERT INTO totals VALUES('revisions', 0, '{'0' * 64}'), ('protocols', 0, '{'0' * 64}'), "
    f"('events', 0, '{'0' * 64}')",
)


def _to_version_1(sql: apsw.Connection) -> None:
    for statement in _VERSION_1:
        sql.execute(statement)


MIGRATIONS: tuple[Step, ...] = (_to_version_1,)
"""Never edit a step that was released: add one."""


def newest_version() -> int:
    """The schema version that this program writes."""
    return len(MIGRATIONS)


def migrate(sql: apsw.Connection, start: int, end: int) -> None:
    """Take the tables from one version to another; inside one transaction, which the caller holds."""
    for version in range(start, end):
        MIGRATIONS[version](sql)
    sql.pragma("user_version", end)


def tables(sql: apsw.Connection) -> list[tuple[str, str, str, str]]:
    """Every table and index as SQLite keeps its text, in order of name."""
    return list(
        sql.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name")
    )


def expected_tables(version: int) -> list[tuple[str, str, str, str]]:
    """The tables that a record of that version has."""
    sql = apsw.Connection(":memory:")
    try:
        migrate(sql, 0, version)
        return tables(sql)
    finally:
        sql.close()
