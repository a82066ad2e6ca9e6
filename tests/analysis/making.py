"""Small makers of checks and protocols for the tests of this room."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from strengthcheck.analysis.series import ProtocolInUse
from strengthcheck.model.check import Check, Context, Result, Trial
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.protocol import Effort, Measure, Protocol
from strengthcheck.model.series import Kept

START = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
LADDER = Measure(id="ladder", name="How it went", unit="rung", better="higher", low=0, high=3)
FORCE = Measure(id="force", name="Force", unit="kg", better="higher", low=0, high=120, typical_error=0.07)
CLIMB = Measure(id="climb", name="Climb", unit="s", better="lower", low=1, high=300, typical_error=0.1)


def protocol(
    name: str = "grip-device", measures: tuple[Measure, ...] = (FORCE,), body: str = "arm", **more: object
) -> Protocol:
    return Protocol.model_validate(
        {
            "id": name,
            "version": 1,
            "title": name,
            "short": name,
            "summary": "A made-up test.",
            "body": body,
            "sides": ("left", "right"),
            "minutes": 2,
            "steps": ("Do it.",),
            "effort": Effort(kind="free", seconds=5, say="Go"),
            "trials": 2,
            "rest_seconds": 15,
            "measures": measures,
            "shows": "Nothing.",
            "sources": ("made up",),
            **more,
        }
    )


def ref(p: Protocol, sha: str = "a" * 64) -> ProtocolRef:
    return ProtocolRef(id=p.id, version=p.version, sha256=sha)


def lookup(*protocols: Protocol, own: bool = False):
    known = {p.id: p for p in protocols}

    def find(r: ProtocolRef) -> ProtocolInUse | None:
        return ProtocolInUse(known[r.id], r.sha256, own) if r.id in known else None

    return find


def kept(
    day: float,
    *trials: Trial,
    p: Protocol | None = None,
    planned: bool = True,
    context: Context | None = None,
    number: int | None = None,
    sha: str = "a" * 64,
    **result: object,
) -> Kept:
    p = p or protocol()
    check = Check(
        id=UUID(int=number if number is not None else int(day * 1000) + 1),
        started_at=START + timedelta(days=day),
        planned=planned,
        results=(Result.model_validate({"protocol": p.id, "trials": trials, **result}),),
        context=context,
    )
    return Kept(check=check, uses=(ref(p, sha),))


def force(side: str, value: float, **more: object) -> Trial:
    return Trial.model_validate({"side": side, "values": {"force": value}, **more})
