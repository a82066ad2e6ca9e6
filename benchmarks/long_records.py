"""Long made-up records to measure on: ten years of checks every fortnight, or many more trials."""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from strengthcheck.exchange.checks import read_check
from strengthcheck.host.clock import SystemClock
from strengthcheck.model.entry import ProtocolText, Revision
from strengthcheck.model.profile import Profile
from strengthcheck.services.made_up import Day, results_of
from strengthcheck.services.person import save_profile
from strengthcheck.services.recording import prepare
from strengthcheck.services.workspace import Workspace, open_workspace

TEN_YEARS = 3650
CHECKS = 260
TRIALS_A_CHECK = 46
_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0204")


def write_long(folder: Path, trials: int, checks: int | None = None) -> int:
    """Ten years that end a week ago with about so many trials, in one transaction; how many there are.

    Every fortnight, or oftener where that needs it; or in so many checks.
    """
    checks = checks or max(CHECKS, trials // TRIALS_A_CHECK)
    with open_workspace(str(folder), {}, SystemClock()) as ws:
        known = ws.known()
        made: list[Revision] = []
        texts: dict[str, ProtocolText] = {}
        count = 0
        for text in _checks(ws, checks, trials):
            ready = prepare(ws, read_check(text, most=10**7), known)
            made.append(ready.revision)
            texts |= {t.sha256: t for t in ready.texts}
            count += sum(len(r.trials) for r in ready.check.results)
        ws.store.merge(made, texts.values())
        save_profile(ws, Profile(set_up_on=(datetime.now().astimezone() - timedelta(days=TEN_YEARS)).date()))
    return count


def _checks(ws: Workspace, checks: int, trials: int) -> list[str]:
    chance = random.Random("strengthcheck, long")
    tests = {k: found.protocol for k, found in ws.catalogue().protocols.items()}
    last = SystemClock().now().replace(microsecond=0) - timedelta(days=7)
    return [
        json.dumps(
            _check(
                i,
                last - timedelta(days=(checks - 1 - i) * TEN_YEARS / checks),
                trials / checks,
                chance,
                tests,
            )
        )
        for i in range(checks)
    ]


def _check(number: int, at: datetime, wanted: float, chance: random.Random, tests: Any) -> dict[str, Any]:
    day = Day(number, note="Made up: a note of this day." if number % 9 == 0 else "")
    results = results_of("steady", day, number, chance, tests)
    while sum(len(r["trials"]) for r in results) < wanted - 1:
        for result in results:
            again = [dict(t) for t in result["trials"] if "skipped" not in t][:3]
            result["trials"] = [*result["trials"], *again]
            if sum(len(r["trials"]) for r in results) >= wanted - 1:
                break
    return {
        "id": str(uuid5(_IDS, str(number))),
        "started_at": at.isoformat(),
        "results": results,
        "context": {"sleep_hours": 7, "hard_exercise": False, "worry": 3},
        **({"note": day.note} if day.note else {}),
    }
