"""From checks to dated values per protocol, measure, object and side.

Planned checks without a flag for the limb enter a reading; extra, sore and ill ones stay visible and do not.
Invalid and skipped trials give no value. Each check gives one value a side: the mean of its valid trials.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from statistics import fmean
from typing import NamedTuple
from uuid import UUID

from strengthcheck.model.base import Limb, Number, Side
from strengthcheck.model.check import SORE_FROM, Check, Context, Result, TimedBy, Trial
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.protocol import Measure, Protocol
from strengthcheck.model.series import Kept, Pair, PairKey, Point, SetAside

SET_ASIDE_AT_MOST = 2
SET_ASIDE_OF = 6
"""Of six planned checks running at most two are set aside for a limb; more would hide a loss."""

COULD_NOT_SHARE = 0.6
"""Among trials that gave values, one that could not counts as 40 % worse than their mean."""


class ProtocolInUse(NamedTuple):
    """A protocol as it was used, and whether the person wrote it."""

    protocol: Protocol
    sha256: str
    own: bool


Lookup = Callable[[ProtocolRef], ProtocolInUse | None]
"""Finds the protocol that a reference names."""


class Given(NamedTuple):
    """What one check gave to one series."""

    key: PairKey
    protocol: Protocol
    measure: Measure
    side: Side
    point: Point
    """Not yet set aside for anything."""


class Told(NamedTuple):
    """One check as far as series are made of it: without its trials."""

    check: UUID
    at: datetime
    planned: bool
    context: Context | None
    given: tuple[Given, ...]


def told_of(kept: Kept, lookup: Lookup) -> Told:
    """What one check gives. Tests that `lookup` doesn't find give nothing."""
    refs = {ref.id: ref for ref in kept.uses}
    given: list[Given] = []
    for index, result in enumerate(kept.check.results):
        ref = refs.get(result.protocol)
        used = lookup(ref) if ref is not None else None
        if used is not None:
            for measure in used.protocol.measures:
                given += _points(kept.check, index, result, used, measure)
    check = kept.check
    return Told(check.id, check.started_at, check.planned, check.context, tuple(given))


def pairs_of(checks: Iterable[Kept], lookup: Lookup) -> tuple[Pair, ...]:
    """All series of the record, in order of first appearance; the order of entry changes nothing."""
    return pairs_from(told_of(k, lookup) for k in checks)


def pairs_from(checks: Iterable[Told]) -> tuple[Pair, ...]:
    """The same, of checks that were told one by one."""
    ordered = sorted(checks, key=lambda t: (t.at, str(t.check)))
    aside = _set_aside(ordered)
    found: dict[PairKey, tuple[Protocol, Measure, dict[Side, list[Point]]]] = {}
    for told in ordered:
        for key, protocol, measure, side, point in told.given:
            why = _why_aside(told, protocol, side, aside)
            series = found.setdefault(key, (protocol, measure, {}))[2]
            series.setdefault(side, []).append(point._replace(set_aside=why))
    return tuple(
        Pair(key=k, protocol=p, measure=m, points={s: tuple(v) for s, v in sides.items()})
        for k, (p, m, sides) in found.items()
    )


def _points(
    check: Check, index: int, result: Result, used: ProtocolInUse, measure: Measure
) -> Iterator[Given]:
    """One point for each side, and for times one for each way of timing."""
    groups: dict[tuple[Side, TimedBy | None], list[tuple[int, Trial]]] = {}
    timers = {t.timed_by for t in result.trials if measure.id in t.values}
    for number, trial in enumerate(result.trials):
        if not trial.counts or not (trial.could_not or measure.id in trial.values):
            continue
        timed_by = trial.timed_by if measure.unit == "s" else None
        if trial.could_not and measure.unit == "s" and len(timers) == 1:
            timed_by = next(iter(timers))
        groups.setdefault((trial.side, timed_by), []).append((number, trial))
    keys = {timed_by: key_of(used, measure, result, timed_by) for _, timed_by in groups}
    for (side, timed_by), trials in groups.items():
        point = Point(
            check=check.id,
            at=check.started_at,
            value=value_of([t for _, t in trials], measure),
            trials=tuple(n for n, _ in trials),
            result=index,
            could_not=all(t.could_not for _, t in trials),
        )
        yield Given(keys[timed_by], used.protocol, measure, side, point)


def key_of(used: ProtocolInUse, measure: Measure, result: Result, timed_by: TimedBy | None) -> PairKey:
    """The series that a result's measure stands in; `timed_by` for times only."""
    text = used.sha256 if used.own else ""
    return _key(used.protocol.id, used.protocol.version, text, measure.id, result.object, timed_by)


@lru_cache(maxsize=1024)
def _key(
    protocol: str, version: int, text: str, measure: str, named: str | None, timed_by: TimedBy | None
) -> PairKey:
    """One value for all of its thousands of points."""
    return PairKey(
        protocol=protocol, version=version, text=text, measure=measure, object=named, timed_by=timed_by
    )


def value_of(trials: list[Trial], measure: Measure) -> Number:
    """One value from a side's valid trials; 0 when it could not.

    A rung is the median, the upper of two (it did do it once). A measure is the mean; a trial that could not,
    among others that gave values, counts as 40 % worse than their mean and is never dropped.
    """
    if measure.id == "ladder":
        rungs = sorted(t.ladder for t in trials if t.ladder is not None)
        return rungs[len(rungs) // 2]
    values = [float(t.values[measure.id]) for t in trials if not t.could_not]
    failed = len(trials) - len(values)
    if failed * 2 >= len(trials):
        return 0.0
    mean = fmean(values)
    worse = mean * COULD_NOT_SHARE if measure.better == "higher" else mean / COULD_NOT_SHARE
    return fmean([*values, *([worse] * failed)])


def limbs_of(protocol: Protocol, side: Side) -> tuple[Limb, ...]:
    """The limbs that a side of a test uses."""
    if protocol.body == "none":
        return ()
    arms: dict[Side, tuple[Limb, ...]] = {
        "left": ("left_arm",),
        "right": ("right_arm",),
        "both": ("left_arm", "right_arm"),
    }
    legs: dict[Side, tuple[Limb, ...]] = {
        "left": ("left_leg",),
        "right": ("right_leg",),
        "both": ("left_leg", "right_leg"),
    }
    return (arms if protocol.body == "arm" else legs)[side]


def flagged(context: Context | None, limb: Limb) -> SetAside | None:
    """Why a day's context sets one limb aside: told before any effort, never from a result."""
    if context is None:
        return None
    if context.ill:
        return "ill"
    sore = any(r is not None and r >= SORE_FROM for r in (context.soreness, context.pain))
    named = not context.where or limb in context.where
    return "sore" if named and (sore or context.hard_exercise) else None


def _set_aside(ordered: list[Told]) -> dict[tuple[str, Limb], SetAside]:
    """Which limbs are set aside in which planned check: at most two of any six running."""
    aside: dict[tuple[str, Limb], SetAside] = {}
    limbs: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")
    for limb in limbs:
        recent: list[bool] = []
        for told in ordered:
            if not told.planned:
                continue
            why = flagged(told.context, limb)
            room = sum(recent[-(SET_ASIDE_OF - 1) :]) < SET_ASIDE_AT_MOST
            recent.append(why is not None and room)
            if why is not None and room:
                aside[(str(told.check), limb)] = why
    return aside


def _why_aside(
    told: Told, protocol: Protocol, side: Side, aside: Mapping[tuple[str, Limb], SetAside]
) -> SetAside | None:
    if not told.planned:
        return "extra"
    return next((w for limb in limbs_of(protocol, side) if (w := aside.get((str(told.check), limb)))), None)
