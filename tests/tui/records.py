"""Records to open the app on."""

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from strengthcheck.services.recording import record_check
from tests.services.rooms import NOW, StandingClock, opened

HOSTILE = (
    "[bold]x",
    "pain [/nope]",
    "[@click=app.quit]x[/]",
    "esc \x1b]0;title\x07 \x1b[2J end",
    "bidi \u202egnal\u202c",
    "emoji 👩‍🔬🇮🇪",
)
"""Texts that a careless widget would obey."""


def grip_check(days_ago: int, **more: Any) -> dict[str, Any]:
    """A check of both hands with a grip device."""
    return {
        "started_at": (NOW - timedelta(days=days_ago)).isoformat(),
        "results": [
            {
                "protocol": "grip-device",
                "object": "demo device",
                "trials": [
                    {"side": "left", "values": {"force": 31.2}, "effort": 8},
                    {"side": "right", "values": {"force": 33.0}, "effort": 7},
                ],
            }
        ],
        **more,
    }


def write(folder: Path, checks: Iterable[dict[str, Any]]) -> None:
    """Put checks into the record of a folder."""
    with opened(folder, clock=StandingClock(NOW)) as ws:
        known = ws.known()
        for check in checks:
            record_check(ws, json.dumps(check), known=known)
