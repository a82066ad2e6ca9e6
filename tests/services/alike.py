"""Records of one person on the same days, with the same tests and tries, that went otherwise in the body."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal
from uuid import UUID, uuid5

from strengthcheck.model.profile import Profile, Visit
from strengthcheck.services.editing import mark_trial
from strengthcheck.services.person import save_profile
from strengthcheck.services.plan import seal_until
from strengthcheck.services.recording import record_check
from strengthcheck.services.visits import enter_visit
from strengthcheck.views.sealed import UNTIL_VISIT
from tests.services.rooms import NOW, StandingClock, opened

Went = Literal["settled", "dipped", "came back", "low now", "falling"]

DAYS = (0, 7, 14, *range(42, 42 + 28 * 11, 28))
"""A year of planned checks, the last one ten days ago."""

LAST = len(DAYS) - 1
_LOW: dict[Went, tuple[int, ...]] = {
    "settled": (),
    "dipped": (4, 7, 10),
    "came back": (7,),
    "low now": (LAST,),
    "falling": (),
}
_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0500")


def alike(folder: Path, went: Went, *, seen: bool = False, sealed: bool = True) -> None:
    """A year that `went` so, sealed until a visit today; `seen` by a doctor yesterday, so before it was."""
    start = NOW - timedelta(days=10 + DAYS[-1])
    clock = StandingClock(start - timedelta(minutes=30))
    with opened(folder, clock=clock) as ws:
        save_profile(ws, Profile(handedness="right", set_up_on=start.date(), region="GB"))
        known = ws.known()
        for number, day in enumerate(DAYS):
            at = start + timedelta(days=day)
            clock.time = at + timedelta(minutes=20)
            made = {"id": str(uuid5(_IDS, str(day))), "started_at": at.isoformat()}
            record_check(ws, json.dumps({**made, "results": _results(went, number)}), known=known)
        clock.time = NOW
        mark_trial(ws, uuid5(_IDS, str(DAYS[-1])), 0, 0, "slipped")  # so that it has two versions
        if seen:
            enter_visit(ws, Visit(on=NOW.date() - timedelta(days=1), who="Dr Made-Up", found="watching"))
        if sealed:
            seal_until(ws, UNTIL_VISIT)


def _results(went: Went, number: int) -> list[dict[str, Any]]:
    """Of seven lines on the doctor's page, which holds six: which ones it holds must not tell either."""
    left = _share(went, number)
    rung = 3 if left > 0.9 else 2 if left > 0.6 else 1
    wobble = (0.0, 0.3, -0.2, 0.1)[number % 4]
    about = {
        "expected": {"left": "as_usual", "right": "as_usual"},
        "felt": {"left": "weaker" if left < 0.9 else "as_usual", "right": "as_usual"},
    }
    grip = [
        {"side": "left", "values": {"force": 29.0}, "effort": 8},
        {
            "side": "left",
            "values": {"force": round(30 * left + wobble, 1)},
            "effort": 8 if left > 0.9 else 10,
        },
        {"side": "right", "values": {"force": round(33 + wobble, 1)}, "effort": 8},
    ]
    stairs = [{"side": "both", "values": {"ladder": rung, "climb": round(9 / left + wobble, 1)}}]
    return [
        {"protocol": "grip-device", "object": "demo device", **about, "trials": grip},
        {"protocol": "cap-tightening", "object": "demo bottle", **about, "trials": _rungs(rung)},
        {"protocol": "jar-lid", "object": "demo jar", "trials": _rungs(rung)},
        {"protocol": "book-pinch-lift", "object": "demo book", "trials": _rungs(rung)},
        {"protocol": "heel-toe-walk", "object": "on heels", "trials": _rungs(rung)},
        {"protocol": "heel-toe-walk", "object": "on toes", "trials": _rungs(3)},
        {"protocol": "stairs", "object": "demo stairs", "trials": stairs},
    ]


def _share(went: Went, number: int) -> float:
    """What is there of the left side's strength."""
    if went == "falling":
        return float(0.93 ** max(0, number - 4))
    return 0.7 if number in _LOW[went] else 1.0


def _rungs(left: int) -> list[dict[str, Any]]:
    first: dict[str, Any] = {"could_not": True} if left < 2 else {"values": {"ladder": left}}
    return [{"side": "left", **first}, {"side": "right", "values": {"ladder": 3}}]
