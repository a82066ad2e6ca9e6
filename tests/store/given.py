"""Made-up things to keep."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import apsw

from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.entry import ProtocolText, Revision
from strengthcheck.model.event import Answered, Began, Given, TrialAnswer
from strengthcheck.model.profile import Card
from strengthcheck.store import Store

NOW = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    """A moment so many minutes after the first, in one of two time zones."""
    return (NOW + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=minutes % 2)))


def number(n: int) -> UUID:
    return UUID(int=n, version=4)


def a_text(name: str = "grip-device", words: str = "one", own: bool = False) -> ProtocolText:
    text = f"id: {name}\nsummary: {words}\n"
    sha = hashlib.sha256(text.encode()).hexdigest()
    return ProtocolText(id=name, version=1, sha256=sha, text=text, own=own)


TEXT = a_text()


def a_check(n: int, note: str = "Zoë said: häßlich 🙂 [/x]", trials: int = 2) -> Check:
    sides = ("left", "right")
    made = tuple(Trial(side=sides[i % 2], values={"force": 30 + i + 0.5}, effort=8) for i in range(trials))
    results = (Result(protocol="grip-device", object="Made-up device", trials=made),)
    return Check(id=number(n), started_at=at(n), results=results, note=note)


def first(n: int, note: str = "first", **more: int) -> Revision:
    """The first revision of a check."""
    check = a_check(n, note, **more)
    return Revision.of(check, kind="check", entry=check.id, made_at=check.started_at, uses=[TEXT.ref])


def later(revision: Revision, note: str, minutes: int, reason: str = "") -> Revision:
    """A revision after another."""
    check = a_check(0, note).model_copy(update={"id": revision.entry})
    return Revision.of(
        check,
        kind="check",
        entry=revision.entry,
        made_at=at(minutes),
        after=[revision.id],
        reason=reason,
        uses=revision.uses,
    )


def a_card(n: int) -> Revision:
    card = Card(id=number(n), spot="left calf", sensation="twitch", began_on=NOW.date())
    return Revision.of(card, kind="card", entry=card.id, made_at=at(n))


def began(n: int) -> Began:
    return Began(check=number(n), at=at(n), planned=True, protocols=(TEXT.ref,))


def a_trial(minutes: int, force: float = 31.5) -> Answered:
    answer = TrialAnswer(trials=(Trial(side="left", values={"force": force}),))
    return Answered(step=f"trial/grip-device//left/{minutes}", at=at(minutes), answer=answer)


def given(revision: Revision) -> Given:
    value = revision.value
    assert isinstance(value, Check)
    return Given(check=value)


def record(store: Store, *revisions: Revision) -> None:
    for revision in revisions:
        assert store.record(given(revision), [TEXT], revision)


def alter(folder: Path, *statements: str) -> None:
    """Change the record behind the store's back."""
    sql = apsw.Connection(str(folder / "record.db"))
    sql.pragma("ignore_check_constraints", 1)
    for statement in statements:
        sql.execute(statement)
    sql.close()


def contents(store: Store) -> tuple[object, ...]:
    """All that a store holds."""
    return store.entries(), store.drafts(), store.protocol_texts()


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by name."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
