"""The whole record: every pair read, and raised by the record alone, so that false alarms are held over all
tests together.

A limb's tests are pooled (`pooled.py`); one test alone needs more evidence than a pair read by itself. A
pair that only its own threshold would raise reads `one_low`. Confirming checks are asked by a limb's
evidence and name the tests in question.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools
from strengthcheck.analysis.course import marks, needed, settle
from strengthcheck.analysis.inputs import Series, Values, series
from strengthcheck.analysis.lasting import explained_by, first_low, least_log, run_start
from strengthcheck.analysis.pair import read_pair
from strengthcheck.analysis.pooled import (
    CONFIRM_RECORD,
    POOLED,
    LimbMarks,
    Pooled,
    alone_needed,
    everywhere,
    limb_fires,
    limb_marks,
    pooled_evidence,
)
from strengthcheck.analysis.usual import Usual
from strengthcheck.model.base import Hand
from strengthcheck.model.protocol import Better
from strengthcheck.model.reading import (
    LimbReading,
    PairInRecord,
    Reading,
    RecordReading,
    SideReading,
)

HANDS: tuple[Hand, Hand] = ("left", "right")


@dataclass(frozen=True)
class PairSeries:
    """One test of the record, as `read_pair` takes it. `days` count from the record's first check, for all
    tests alike.

    `limb` groups tests that feel the same loss ("hand", "leg"); a test without sides is put in `left` and
    stands alone.
    """

    key: str
    limb: str
    days: Sequence[float]
    left: Values
    right: Values
    better: Better = "higher"
    typical_error: float = 0.06
    cap: float | None = None
    step: float | None = None
    least_change: float | None = None
    least_units: float | None = None
    events: Sequence[float] = ()


def read_record(pairs: Sequence[PairSeries]) -> RecordReading:
    """Read all tests of a person together.

    Keys must differ; ValueError otherwise, and for whatever `read_pair` refuses. Ladders are read by
    `read_ladder` and have a false-alarm budget of their own.
    """
    if len({p.key for p in pairs}) != len(pairs):
        raise ValueError("every pair needs a key of its own")
    strict = alone_needed(len(pairs))
    own = {p.key: _read(p, strict) for p in pairs}
    days = sorted({float(d) for p in pairs for d in p.days})
    groups = {limb: [p for p in pairs if p.limb == limb] for limb in dict.fromkeys(p.limb for p in pairs)}
    sided = {limb: [p for p in group if _two_sided(p)] for limb, group in groups.items()}
    laid = {limb: _lay(group, days) for limb, group in sided.items() if len(group) > 1}
    limbs: list[LimbReading] = []
    asked: list[str] = []
    for limb, group in groups.items():
        if limb not in laid:
            limbs.append(_single_limb(limb, group, own, strict))
            asked += [p.key for p in group if own[p.key].confirm_wanted]
            continue
        others = [x for name, x in laid.items() if name != limb]
        reading, questions = _limb(limb, sided[limb], own, laid[limb], others)
        limbs.append(reading)
        asked += questions
        _by_record(sided[limb], own, laid[limb], reading.raised)
    found = tuple(PairInRecord(key=p.key, reading=own[p.key]) for p in pairs)
    showing = any(f.reading.worth_showing for f in found)
    return RecordReading(
        pairs=found, limbs=tuple(limbs), worth_showing=showing, confirm=tuple(asked), alone=strict
    )


def _read(p: PairSeries, threshold: float) -> Reading:
    return read_pair(
        p.days,
        p.left,
        p.right,
        p.better,
        p.typical_error,
        p.cap,
        step=p.step,
        least_change=p.least_change,
        least_units=p.least_units,
        events=p.events,
        threshold=threshold,
    )


def _two_sided(p: PairSeries) -> bool:
    return all(any(v is not None for v in side) for side in (p.left, p.right))


def _single_limb(limb: str, alone: list[PairSeries], own: dict[str, Reading], strict: float) -> LimbReading:
    raised = tuple(h for h in HANDS if any(h in own[p.key].raised for p in alone))
    odds = next((own[p.key].odds for p in alone if own[p.key].odds is not None), None)
    return LimbReading(
        limb=limb,
        tests=tuple(p.key for p in alone),
        odds=None if odds is None else odds.total,
        left=None if odds is None else odds.left,
        right=None if odds is None else odds.right,
        both=None if odds is None else odds.both,
        needed=strict if odds is None else odds.needed,
        raised=raised,
    )


@dataclass(frozen=True)
class _Laid:
    """The tests of a limb on the dates of the whole record: 1 × checks, and 1 × tests × sides × checks."""

    t: Array
    y: Array
    ok: Bools
    usual: Usual  # tests × sides × (checks + 1)
    marks: LimbMarks


def _lay(group: list[PairSeries], days: list[float]) -> _Laid:
    place = {d: i for i, d in enumerate(days)}
    each: list[Series] = []
    for p in group:
        spread: list[list[float | None]] = [[None] * len(days), [None] * len(days)]
        for side, values in enumerate((p.left, p.right)):
            for d, v in zip(p.days, values, strict=True):
                spread[side][place[float(d)]] = v
        each.append(series(days, spread, p.better, p.typical_error, p.cap, p.step))
    # A test at its cap has no trend, and takes no part.
    use = np.array([[[not s.ceiling[i]] for i in (0, 1)] for s in each])
    y, ok = np.concatenate([s.y for s in each])[None], (np.concatenate([s.ok for s in each]) & use)[None]
    usual = Usual(
        *(np.concatenate([getattr(s.usual, f) for s in each]) for f in ("count", "centre", "error", "half"))
    )
    t = np.asarray(days)[None]
    return _Laid(t, y, ok, usual, limb_marks(t, y, ok, usual))


def _ask(x: _Laid, checks: list[int]) -> Pooled:
    at = np.asarray(checks)
    error = np.moveaxis(x.usual.error[..., at + 1], 2, 0)
    again = np.zeros(len(checks), np.int64)
    return pooled_evidence(x.t[again], x.y[again], x.ok[again], error, at)


def _limb(
    limb: str, group: list[PairSeries], own: dict[str, Reading], x: _Laid, others: list[_Laid]
) -> tuple[LimbReading, list[str]]:
    """The limb's reading, and the tests a confirming check would be asked of."""
    m, last = x.marks, x.t.shape[1] - 1
    limits = needed(np.arange(1, last + 2), m.run[0], POOLED)
    gates = [[k for k in range(int(m.fresh[0, s]), last + 1) if m.gate[0, s, k]] for s in (0, 1)]

    def ask(checks: list[int]) -> Bools:
        found = _ask(x, checks)
        gate = m.gate[0][:, checks].T & (np.asarray(checks)[:, None] >= m.fresh[0])
        elsewhere = [everywhere(_ask(o, checks).sides[:, 2]) for o in others]
        more = np.max(elsewhere, axis=0) if elsewhere else np.zeros(len(checks))
        return limb_fires(found.sides, found.total - more, gate, limits[:, checks].T)

    hit = settle(gates, ask)
    alone = {h for p in group for h in own[p.key].raised}
    shown = {h for p in group for h in HANDS if _exceeds(p, _of(own[p.key], h))}
    raised = tuple(h for i, h in enumerate(HANDS) if (hit[i] is not None and h in shown) or h in alone)
    now = _ask(x, [last]) if last >= 0 and m.soft[0, :, last].any() else None
    open_ = [i for i in (0, 1) if now is not None and m.soft[0, i, last] and HANDS[i] not in raised]
    wanted = now is not None and bool(open_) and float(now.total[0]) > CONFIRM_RECORD
    reading = LimbReading(
        limb=limb,
        tests=tuple(p.key for p in group),
        odds=None if now is None else float(now.total[0]),
        left=None if now is None else float(now.sides[0, 0]),
        right=None if now is None else float(now.sides[0, 1]),
        both=None if now is None else float(now.sides[0, 2]),
        needed=float(limits[:, last].min()),
        raised=raised,
    )
    return reading, _questions(x, group, open_) if wanted else []


def _questions(x: _Laid, group: list[PairSeries], sides: list[int]) -> list[str]:
    """The tests whose latest value is soft on a side in question; all of them if none is by itself."""
    last = x.t.shape[1] - 1
    soft = marks(np.repeat(x.t, len(group), axis=0), x.y[0], x.ok[0], x.usual).soft[:, :, last]
    picked = [p.key for i, p in enumerate(group) if soft[i, sides].any()]
    return picked or [p.key for p in group]


def _by_record(group: list[PairSeries], own: dict[str, Reading], x: _Laid, raised: tuple[Hand, ...]) -> None:
    """Put what the limb's evidence adds into its pairs' readings.

    A side that the limb raises stands raised in every test where it is low or soft now; where it is in
    none, in the test whose level is worst. So a raised limb is always seen in a test; never in one that
    has not gone beyond its protocol's least change.
    """
    for hand in raised:
        if any(_of(own[p.key], hand).raised for p in group):
            continue
        sides = {p.key: _of(own[p.key], hand) for p in group if _exceeds(p, _of(own[p.key], hand))}
        down = [k for k, s in sides.items() if s.course == "one_low" or _is_soft(s)]
        known = [k for k, s in sides.items() if s.change is not None]
        worst = min(known, key=lambda k: sides[k].change or 0.0, default=None)
        for key in down or ([worst] if worst is not None else []):
            pair = next(p for p in group if p.key == key)
            own[key] = _raised_in(own[key], hand, pair, x)


def _of(reading: Reading, hand: Hand) -> SideReading:
    return reading.left if hand == "left" else reading.right


def _exceeds(pair: PairSeries, side: SideReading) -> bool:
    """Whether the level of a test's two latest values is beyond its least change; one without has none."""
    if pair.least_change is None and pair.least_units is None:
        return True
    if side.range is None or side.change is None or side.change <= -1.0:
        return False
    least = least_log(side.range.centre, pair.better, pair.least_change, pair.least_units)
    return math.log1p(side.change) <= -least


def _is_soft(side: SideReading) -> bool:
    """Whether the level of the two latest values is worse than one error of a check under the centre."""
    return side.range is not None and side.change is not None and side.change < -side.range.error


def _raised_in(reading: Reading, hand: Hand, pair: PairSeries, x: _Laid) -> Reading:
    """The pair's reading with this side raised by the record."""
    m, i = x.marks, HANDS.index(hand)
    there = np.flatnonzero(m.ok[0, i])
    soft = m.soft[0, i, there]
    begun = run_start(soft, m.gate[0, i, there] & (there >= m.fresh[0, i]))
    since = float(x.t[0, there[begun]])
    latest = float(x.t[0, there[soft]][-1]) if soft.any() else since
    explained = explained_by(pair.events, since, first_low(x.t[0, there], m.low[0, i, there], begun), latest)
    side = _of(reading, hand).model_copy(
        update={
            "course": "low_and_staying",
            "rule": "raised_by_record",
            "raised": True,
            "explained": explained,
            "since": since,
            "changes_with": ("two_usual_checks", "a_visit"),
        }
    )
    showing = reading.raised if explained else tuple(h for h in HANDS if h == hand or h in reading.raised)
    return reading.model_copy(update={hand: side, "raised": showing, "worth_showing": bool(showing)})
