"""Reads a whole record: every series with its rule, pooled by limb, with entered events in their place."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from strengthcheck import analysis
from strengthcheck.analysis.spans import EVENT_BEFORE_DAYS
from strengthcheck.model.base import SIDES, Hand, Side
from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.reading import PairInRecord, Reading, RecordReading, SideReading, UsualRange
from strengthcheck.model.series import Pair, Point

EXPLAINING = frozenset({"injury", "illness", "medicine", "surgery"})
"""What can make a side weaker for weeks; other shoes only end a comparison."""

COUNT_OFFSET = 10.0
"""Added to counts of which less is better (slips), which may truly be 0: one slip more is then a tenth."""

UNSTATED_ERROR = 0.1
"""The error of one check where a test states none."""

_TINY = 1e-6
"""Days between two checks at the same instant, so that days increase."""


FIRST_RANGE = 3
"""From the third planned value on there is a usual range to speak of (docs/reading.md#the-usual-range)."""


class ReadPair(NamedTuple):
    """A pair with its reading, and the checks that the reading's indices count."""

    pair: Pair
    checks: tuple[UUID, ...]
    days: tuple[date, ...]
    reading: Reading
    given: "analysis.PairSeries | None" = None
    """What the reading was made from: whoever reads it again gets the same answer."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have any point, left before right."""
        order: tuple[Side, ...] = ("left", "right", "both")
        return tuple(s for s in order if self.pair.points.get(s))

    def side(self, side: Side) -> SideReading:
        """The reading of one side; both together is read as left."""
        return self.reading.right if side == "right" else self.reading.left

    def own_range(self, side: Side) -> UsualRange | None:
        """The usual range of a side; none before three planned checks have made it one's own."""
        usual = self.side(side).range
        return usual if usual is not None and usual.values >= FIRST_RANGE else None


class Whole(NamedTuple):
    """The reading of a whole record."""

    pairs: tuple[ReadPair, ...]
    record: RecordReading
    confirm: tuple[str, ...]
    """Protocols of which a confirming check is asked."""


class _Laid(NamedTuple):
    """One pair's values on its own checks."""

    pair: Pair
    checks: tuple[UUID, ...]
    at: tuple[datetime, ...]
    days: tuple[float, ...]
    left: tuple[float | None, ...]
    right: tuple[float | None, ...]


def read_whole(pairs: Iterable[Pair], events: Sequence[BodyEvent] = ()) -> Whole:
    """Read all series of a person together. Series without an entering point are left out."""
    apart = [p for pair in pairs for p in _apart(pair)]
    start = min((q.at for p in apart for s in p.points for q in p.entering(s)), default=None)
    if start is None:
        return Whole((), RecordReading(pairs=(), limbs=(), worth_showing=False), ())
    laid = {_key(p): _lay(p, start) for p in apart if any(p.entering(s) for s in p.points)}
    numbers = {k: x for k, x in laid.items() if x.pair.measure.id != "ladder"}
    given = {k: _series(k, x, events, start) for k, x in laid.items()}
    record = analysis.read_record([given[k] for k in numbers])
    readings = {p.key: p.reading for p in record.pairs}
    readings |= {
        k: analysis.read_ladder(x.days, x.left, x.right) for k, x in laid.items() if k not in numbers
    }
    readings = {
        k: _without_offset(_told_apart(r, laid[k], events), offset_of(laid[k].pair))
        for k, r in readings.items()
    }
    ladders = [k for k in laid if k not in numbers and readings[k].confirm_wanted]
    asked = dict.fromkeys(laid[k].pair.key.protocol for k in (*record.confirm, *ladders))
    return Whole(
        pairs=tuple(
            ReadPair(x.pair, x.checks, tuple(a.date() for a in x.at), readings[k], given[k])
            for k, x in laid.items()
        ),
        record=RecordReading(
            pairs=tuple(PairInRecord(key=k, reading=readings[k]) for k in laid),
            limbs=record.limbs,
            worth_showing=any(r.worth_showing for r in readings.values()),
            confirm=record.confirm,
            alone=record.alone,
        ),
        confirm=tuple(asked),
    )


def _apart(pair: Pair) -> tuple[Pair, ...]:
    """A pair whose results came for each side and for both together is two: they can't be compared."""
    if "both" not in pair.points or len(pair.points) == 1:
        return (pair,)
    sided: dict[Side, tuple[Point, ...]] = {s: pair.points[s] for s in SIDES if s in pair.points}
    return (
        pair._replace(points=sided),
        pair._replace(points={"both": pair.points["both"]}),
    )


def _key(pair: Pair) -> str:
    k = pair.key
    named = (k.protocol, str(k.version), k.text, k.object or "", k.measure, k.timed_by or "")
    return "\x1f".join([*named, "both" if "both" in pair.points else ""])


def _lay(pair: Pair, start: datetime) -> _Laid:
    """The values of each side on all checks of the pair; both together stands as left."""
    points = {q.check: q.at for s in pair.points for q in pair.entering(s)}
    ordered = sorted(points.items(), key=lambda c: (c[1], str(c[0])))
    days: list[float] = []
    for _, at in ordered:
        day = (at - start).total_seconds() / 86_400
        days.append(day if not days or day > days[-1] else days[-1] + _TINY)
    left, right = (_values(pair, side, [c for c, _ in ordered]) for side in ("left", "right"))
    checks, at_ = tuple(c for c, _ in ordered), tuple(a for _, a in ordered)
    return _Laid(pair, checks, at_, tuple(days), left, right)


def _values(pair: Pair, hand: Hand, checks: Sequence[UUID]) -> tuple[float | None, ...]:
    """One side's values, None where missing, 0 where it could not.

    Counts of which less is better are read with an offset, because 0 of them is the best and not could not.
    """
    side: Side = "both" if hand == "left" and "both" in pair.points else hand
    offset = offset_of(pair)
    found = {q.check: float(q.value) + (0.0 if q.could_not else offset) for q in pair.entering(side)}
    return tuple(found.get(c) for c in checks)


def offset_of(pair: Pair) -> float:
    """What is added to a count of which less is better, so that its best, 0, is a value."""
    return COUNT_OFFSET if pair.measure.better == "lower" and pair.measure.low == 0 else 0.0


def _without_offset(reading: Reading, offset: float) -> Reading:
    """The reading's numbers back in the measure's own unit; a change in per cent means nothing for counts."""
    if not offset:
        return reading
    change: dict[str, SideReading] = {}
    for hand in SIDES:
        side = reading.left if hand == "left" else reading.right
        moved = side.range
        if moved is not None:
            names = ("centre", "low", "soft", "high")
            shifted = {n: max(0.0, getattr(moved, n) - offset) for n in names}
            moved = moved.model_copy(update=shifted)
        last = None if side.last is None else max(0.0, side.last - offset)
        change[hand] = side.model_copy(update={"range": moved, "last": last, "change": None})
    gap = reading.gap.model_copy(update={"centre": None, "low": None, "high": None, "last": None})
    return reading.model_copy(update={**change, "gap": gap})


def _series(key: str, x: _Laid, events: Sequence[BodyEvent], start: datetime) -> "analysis.PairSeries":
    protocol, measure = x.pair.protocol, x.pair.measure
    sided = "both" not in x.pair.points
    told = [e for e in events if e.what in EXPLAINING and any(e.concerns(protocol.body, s) for s in SIDES)]
    return analysis.PairSeries(
        key=key,
        limb={"arm": "hand", "leg": "leg"}.get(protocol.body, key) if sided else key,
        days=x.days,
        left=x.left,
        right=x.right,
        better=measure.better,
        typical_error=measure.typical_error or UNSTATED_ERROR,
        cap=None if measure.cap is None else float(measure.cap),
        least_change=measure.least_change,
        least_units=None if measure.least_change_units is None else float(measure.least_change_units),
        events=sorted(float((e.on - start.date()).days) for e in told),
    )


def _told_apart(reading: Reading, x: _Laid, events: Sequence[BodyEvent]) -> Reading:
    """An event of one side explains nothing on the other: what only such an event explained counts."""
    change: dict[Hand, SideReading] = {}
    for hand in SIDES:
        side = reading.left if hand == "left" else reading.right
        if side.explained and event_behind(side, x.pair, [a.date() for a in x.at], hand, events) is None:
            change[hand] = side.model_copy(update={"explained": False})
    if not change:
        return reading
    sides: dict[Hand, SideReading] = {"left": reading.left, "right": reading.right}
    sides |= change
    showing = tuple(h for h in SIDES if sides[h].raised and not sides[h].explained)
    return reading.model_copy(update=dict(change) | {"raised": showing, "worth_showing": bool(showing)})


def event_behind(
    side: SideReading, pair: Pair, days: Sequence[date], of: Side, events: Sequence[BodyEvent]
) -> BodyEvent | None:
    """The newest entered event that may explain a low run: of that side, in the weeks before it."""
    began = days[side.spoke[0]] if side.spoke else days[-1]
    fitting = [
        e
        for e in events
        if e.what in EXPLAINING
        and e.concerns(pair.protocol.body, of)
        and 0 <= (began - e.on).days <= EVENT_BEFORE_DAYS
    ]
    return max(fitting, key=lambda e: e.on, default=None)
