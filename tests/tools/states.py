"""The records that pictures are made of: every state a person can be in, with plainly made-up people."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from strengthcheck.model.profile import Card, LostTask, Profile
from strengthcheck.services.cards import save_card
from strengthcheck.services.demo import write_demo
from strengthcheck.services.editing import add_note, delete_check
from strengthcheck.services.made_up import demo_checks
from strengthcheck.services.person import save_profile, tell_lost_task
from strengthcheck.services.plan import seal_until
from strengthcheck.services.recording import record_check
from strengthcheck.services.sitting import checks_of
from strengthcheck.views.sealed import UNTIL_VISIT
from tests.services.rooms import NOW, StandingClock, opened

YEARS = 10
_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0300")


def _empty(_: Path) -> None:
    """Nothing is recorded."""


def _one(folder: Path) -> None:
    """One check, eight days ago."""
    _record(folder, lambda protocols: list(demo_checks("steady", NOW, protocols))[:1], days=342)


def _year(folder: Path) -> None:
    """A year with a low day that came back, a changed check, one in the bin, and a card."""
    write_demo("came-back", str(folder), {}, StandingClock(NOW))
    with opened(folder) as ws:
        checks = checks_of(ws)
        add_note(ws, checks[-1].id, "Demo Person: a note that was written later.")
        delete_check(ws, checks[0].id)
        card = Card(
            id=uuid5(_IDS, "card"),
            spot="left calf",
            sensation="twitching",
            began_on=NOW.date() - timedelta(days=40),
            ended_on=NOW.date() - timedelta(days=33),
            ending="by itself, after a week",
        )
        save_card(ws, card)


def _ten_years(folder: Path) -> None:
    """Ten years like the made-up steady one."""

    def made(protocols: Mapping[str, Any]) -> list[dict[str, Any]]:
        found = []
        for years_ago in reversed(range(YEARS)):
            for check in demo_checks("steady", NOW - timedelta(days=364 * years_ago), protocols):
                found.append({**check, "id": str(uuid5(_IDS, f"{years_ago} {check['id']}"))})
        return found

    _record(folder, made)


def _sealed(folder: Path) -> None:
    """The same year, its values sealed."""
    _year(folder)
    with opened(folder) as ws:
        seal_until(ws, UNTIL_VISIT)


def _showing(folder: Path) -> None:
    """A year with a lasting loss, and a task that was told as lost."""
    write_demo("lasting-loss", str(folder), {}, StandingClock(NOW))
    with opened(folder) as ws:
        lost = LostTask(
            what="holding",
            task="the big pan",
            how_much="cannot",
            side="right",
            since="longer",
            course="worse",
        )
        tell_lost_task(ws, lost)


def _broken(folder: Path) -> None:
    """A year, and a test of one's own whose file is broken."""
    _year(folder)
    (folder / "protocols").mkdir(exist_ok=True)
    (folder / "protocols" / "demo-test.yaml").write_text("id: demo-test\nversion: one\n")


STATES: Mapping[str, Callable[[Path], None]] = {
    "empty": _empty,
    "one-check": _one,
    "year": _year,
    "ten-years": _ten_years,
    "sealed": _sealed,
    "showing": _showing,
    "broken-protocol": _broken,
}
"""How each state is made, in an empty folder."""


def _record(
    folder: Path, make: Callable[[Mapping[str, Any]], list[dict[str, Any]]], *, days: int = 0
) -> None:
    """Keep the checks that are made, each so many days later than it says, at the time it was done."""
    clock = StandingClock(NOW)
    with opened(folder, clock=clock) as ws:
        protocols = {k: f.protocol for k, f in ws.catalogue().protocols.items()}
        checks = make(protocols)
        known = ws.known()
        first = datetime.fromisoformat(checks[0]["started_at"]) + timedelta(days=days)
        clock.time = first - timedelta(minutes=10)
        save_profile(ws, Profile(handedness="right", set_up_on=first.date(), region="GB"), "made up")
        for check in checks:
            at = datetime.fromisoformat(check["started_at"]) + timedelta(days=days)
            clock.time = at + timedelta(minutes=14)
            record_check(ws, json.dumps({**check, "started_at": at.isoformat()}), known=known)
