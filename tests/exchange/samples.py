"""Made-up checks and tests for these tests."""

import copy
import hashlib
from datetime import UTC, datetime
from typing import Any

from strengthcheck.exchange.known import KnownProtocols, KnownText
from strengthcheck.model.entry import ProtocolText
from strengthcheck.model.protocol import Effort, Measure, Protocol

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

CHECK_ID = "3e3b8a0e-6a55-4a0d-9d57-0a6f3a7e9b11"

CHECK: dict[str, Any] = {
    "id": CHECK_ID,
    "started_at": "2026-11-23T09:30:00+01:00",
    "planned": True,
    "results": [
        {
            "protocol": "grip-device",
            "object": "kitchen dynamometer, handle 2",
            "expected": {"left": "weaker", "right": "as_usual"},
            "trials": [
                {"side": "left", "values": {"force": 31.2}, "effort": 8, "pain": 0},
                {"side": "right", "values": {"force": 33.0}, "effort": 8},
                {"side": "left", "values": {"force": 12.0}, "effort": 8, "invalid": "slipped"},
                {"side": "right", "skipped": "sore thumb"},
                {"side": "left", "could_not": True},
            ],
        }
    ],
    "context": {"sleep_hours": 7, "hard_exercise": False, "soreness": 1, "pain": 0, "ill": False, "worry": 4},
    "note": "free text",
}
"""The example of docs/commands.md."""


def sample(**changes: Any) -> dict[str, Any]:
    """The example with other fields; a field changed to None is left out."""
    data = {**copy.deepcopy(CHECK), **changes}
    return {k: v for k, v in data.items() if v is not None}


def with_trial(**trial: Any) -> dict[str, Any]:
    """A check of one trial with the grip device."""
    return sample(results=[{"protocol": "grip-device", "trials": [trial]}])


def protocol(name: str = "grip-device", version: int = 1, **changes: Any) -> Protocol:
    """A small test."""
    fields: dict[str, Any] = {
        "id": name,
        "version": version,
        "title": name.title(),
        "short": name[:20],
        "summary": "Made up.",
        "body": "arm",
        "sides": ("left", "right"),
        "minutes": 3,
        "steps": ("Squeeze.",),
        "effort": Effort(kind="squeeze", seconds=5, say="Squeeze"),
        "trials": 3,
        "rest_seconds": 45,
        "measures": (
            Measure(
                id="force", name="Force", unit="kg", better="higher", low=0, high=120, typical_error=0.06
            ),
            Measure(id="ladder", name="Ladder", unit="rung", better="higher", low=0, high=3),
            Measure(
                id="slips", name="Slips", unit="count", better="lower", low=0, high=99, typical_error=0.3
            ),
        ),
        "shows": "Nothing: it is made up.",
        "sources": ("made up",),
    }
    return Protocol(**{**fields, **changes})


def known_text(of: Protocol, text: str | None = None) -> KnownText:
    """A test with a text it could have been read from."""
    written = text if text is not None else f"{of.id} {of.version}"
    digest = hashlib.sha256(written.encode()).hexdigest()
    return KnownText(of, ProtocolText(id=of.id, version=of.version, sha256=digest, text=written))


KNOWN = KnownProtocols.of(
    [
        known_text(protocol()),
        known_text(protocol("stairs", sides=("both",))),
        known_text(protocol("jar-lid", version=2)),
    ]
)
