"""Records with marker numbers that stand nowhere else, and the search for them."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from strengthcheck.services.plan import seal_until
from strengthcheck.views.sealed import UNTIL_VISIT
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.records import write

MARKED = re.compile(r"(?<![\w-])(4[67]|6[67])([.,]\d+)?(?![\w-])")
"""Any value of these records, however it is rounded; no date, time, id or count looks like one."""


def marked_check(days_ago: int, share: float = 1.0) -> dict[str, Any]:
    """A check of both hands whose every number is a marker: values 67.x and 46.x, effort unsaid."""
    trials = [
        {"side": "left", "values": {"force": round(67.3 * share, 2)}},
        {"side": "right", "values": {"force": 46.81}},
    ]
    return {
        "started_at": (NOW - timedelta(days=days_ago)).isoformat(),
        "results": [{"protocol": "grip-device", "object": "demo device", "trials": trials}],
    }


def sealed_record(folder: Path, *, falling: bool = False) -> None:
    """Half a year of checks, sealed until a visit."""
    days = [14 + 28 * k for k in range(7, 0, -1)]
    checks = [marked_check(days[0] + d) for d in (28, 21)]
    checks += [marked_check(d, max(0.55, 1 - 0.09 * k) if falling else 1.0) for k, d in enumerate(days)]
    write(folder, [c for c in checks if c])
    with opened(folder, clock=StandingClock(NOW)) as ws:
        seal_until(ws, UNTIL_VISIT)


def values_in(text: str) -> list[str]:
    """Every marker number in a text."""
    return [m.group(0) for m in MARKED.finditer(text)]
