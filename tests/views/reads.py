"""Series read as a record reads them, from values given in the order of their checks."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid5

from strengthcheck.analysis.days import day_of, left_out
from strengthcheck.analysis.dips import dips_of
from strengthcheck.analysis.series import ProtocolInUse, pairs_of
from strengthcheck.analysis.whole import ReadPair, read_whole
from strengthcheck.catalogue import read_catalogue
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.series import Kept
from strengthcheck.views.compare import CompareView, compare_view
from strengthcheck.views.pair_page import PairPage, Segment, earlier_of, pair_page
from strengthcheck.views.pair_stops import Around
from strengthcheck.views.said import Moment

FOUND = read_catalogue(None).protocols
START = datetime(2026, 1, 5, 9, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2026, 12, 1)
_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0203")

Told = dict[str, Any]


def check(number: int, *results: Told, day: int | None = None, **more: Any) -> Kept:
    """One check with the protocols it was made with, four weeks after the one before."""
    at = START + timedelta(days=28 * number if day is None else day)
    given = {"id": str(uuid5(_IDS, f"{number} {day}")), "started_at": at.isoformat(), "results": results}
    made = Check.model_validate_json(json.dumps({**given, **more}))
    return Kept(check=made, uses=tuple(FOUND[r.protocol].text.ref for r in made.results))


def result(test: str, measure: str, used: str | None = "one", **sides: Sequence[float] | float) -> Told:
    """A result with a trial for each value of each side."""
    trials = []
    for side, given in sides.items():
        for value in given if isinstance(given, Sequence) else [given]:
            values = (
                {measure: value} if measure == "ladder" or not _rung(test) else {"ladder": 3, measure: value}
            )
            trials.append({"side": side, "values": values})
    return {"protocol": test, **({"object": used} if used else {}), "trials": trials}


def _rung(test: str) -> bool:
    return FOUND[test].protocol.measure("ladder") is not None


def grips(left: Sequence[float], right: Sequence[float], used: str = "one", first: int = 0) -> list[Kept]:
    """A check for each pair of values of the grip device."""
    both = zip(left, right, strict=True)
    return [
        check(first + i, result("grip-device", "force", used, left=a, right=b))
        for i, (a, b) in enumerate(both)
    ]


def lookup(ref: ProtocolRef) -> ProtocolInUse | None:
    """The shipped test that a reference names."""
    found = FOUND.get(ref.id)
    return None if found is None else ProtocolInUse(found.protocol, ref.sha256, own=False)


def read(checks: Sequence[Kept]) -> tuple[ReadPair, ...]:
    """All series of these checks, read."""
    return read_whole(pairs_of(checks, lookup)).pairs


def compared(checks: Sequence[Kept], slow_months: int | None = 6) -> CompareView:
    """Compare, of these checks."""
    whole = read_whole(pairs_of(checks, lookup))
    dips = dips_of(whole.pairs)
    return compare_view(whole.pairs, whole.record, Moment(TODAY, None), dips=dips, slow_months=slow_months)


def shown(checks: Sequence[Kept], measure: str = "force", *, some_low_once: bool = False) -> PairPage:
    """The page of the newest series of a measure."""
    pairs = read(checks)
    at = max((p for p in pairs if p.pair.measure.id == measure), key=lambda p: p.days[-1])
    view = compared(checks)
    row = next(r for r in view.rows if r.key == at.pair.key)
    days = {k.check.id: day_of(k.check) for k in checks}
    out = left_out(checks, lookup)
    newest = max(k.check.started_at.date() for k in checks if k.check.planned)
    segments = tuple(
        Segment(p, Around(days, out.get(p.pair.key, ()), newest, TODAY)) for p in (*earlier_of(at, pairs), at)
    )
    return pair_page(row, segments, some_low_once=some_low_once, caveat=view.caveat)
