"""Three made-up years, written as a person's own record would be, so that a newcomer sees one whole."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from strengthcheck.exchange.refused import Refused
from strengthcheck.host.clock import Clock
from strengthcheck.host.folders import folders_for
from strengthcheck.model.profile import FitAnswer, NamedObject, Profile
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.made_up import DEMOS, OBJECTS, DemoName, demo_checks
from strengthcheck.services.person import save_profile
from strengthcheck.services.recording import record_check
from strengthcheck.services.workspace import nothing_kept_in, open_workspace

__all__ = ["DEMOS", "DemoName", "write_demo"]

_A_CHECK_TAKES = timedelta(minutes=14)
_SET_UP_BEFORE = timedelta(minutes=10)


class _StandingClock:
    """A clock that says what it was last told."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()

    def interval(self, seconds: float) -> float:
        return seconds


def write_demo(name: DemoName, data_dir: str, environ: Mapping[str, str], clock: Clock) -> int:
    """Write a made-up year that ends a fortnight ago into an empty folder; returns how many checks it has.

    The same year on the same day gives the same checks. Raises Refused when a record is there already.
    """
    if not nothing_kept_in(folders_for(data_dir, environ)):
        raise Refused(f"{data_dir} holds a record already; choose an empty folder for made-up data")
    standing = _StandingClock(clock.now())
    with open_workspace(data_dir, environ, standing) as ws:
        protocols = {k: f.protocol for k, f in ws.catalogue().protocols.items()}
        checks = list(demo_checks(name, clock.now(), protocols))
        start = datetime.fromisoformat(checks[0]["started_at"])
        standing.time = start - _SET_UP_BEFORE
        save_profile(ws, _profile(start, checks[0], protocols), "made up")
        known = ws.known()
        for check in checks:
            standing.time = datetime.fromisoformat(check["started_at"]) + _A_CHECK_TAKES
            record_check(ws, json.dumps(check), known=known)
    return len(checks)


def _profile(start: datetime, first: dict[str, Any], protocols: Mapping[str, Protocol]) -> Profile:
    """What Demo Person told at set-up."""
    done = list(dict.fromkeys(r["protocol"] for r in first["results"]))
    return Profile(
        handedness="right",
        set_up_on=start.date(),
        twitching_long=True,
        family_history=False,
        seen_by_doctor=True,
        owns=tuple(p for p in done if p == "grip-device"),
        fits=tuple(FitAnswer(protocol=p, side=s, fit="fine") for p in done for s in protocols[p].sides),
        objects=tuple(NamedObject(protocol=p, name=OBJECTS[p]) for p in done if p in OBJECTS),
    )
