"""When a side counts as lower for good: the rule that raises it, its least change, what an event explains."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from strengthcheck.analysis.course import FIRST_TO_RAISE, SOFT_DAYS, THRESHOLD
from strengthcheck.analysis.inputs import Series
from strengthcheck.analysis.raised import Standing
from strengthcheck.analysis.spans import EVENT_BEFORE_DAYS, EXPLAINED_DAYS
from strengthcheck.model.protocol import Better
from strengthcheck.model.reading import Rule

FAR_BELOW = math.log(0.5)  # under half the usual on two checks running counts by itself, like "could not"
HALF_CAP = 0.5  # so far under a cap, twice, counts by itself where the protocol names no least change
UNDER_CAP = 0.25  # the least change under a cap where the protocol names none


@dataclass(frozen=True)
class Terms:
    """What the protocol and the record add to the values."""

    typical_error: float
    least_change: float | None = None  # fraction
    least_units: float | None = None  # in the measure's unit
    events: tuple[float, ...] = ()
    cap: float | None = None
    threshold: float = THRESHOLD


def raising_rule(x: Series, found: Standing, i: int, terms: Terms, present: np.ndarray) -> Rule | None:
    """The rule that raises side `i`, if any does; `present` are the checks at which it has a value."""
    days = x.t[0, present]
    values = x.value[0, i, present]
    if _twice(days, x.zero[0, i, present]):
        return "could_not_twice"
    if x.ceiling[i] and len(present) >= FIRST_TO_RAISE:
        under = values <= (terms.cap or 0.0) * (1.0 - (terms.least_change or HALF_CAP))
        if _twice(days, under):
            return "under_cap_twice"
    far = x.y[0, i, present] < x.usual.centre[0, i, present] + FAR_BELOW
    if len(present) >= FIRST_TO_RAISE and _twice(days, far) and _beyond_least(x, i, terms, present):
        return "far_below_twice"
    if not found.raised[i]:
        return None
    if not _deep_enough(x, found, i, terms, present):
        return None
    return "low_for_months" if found.stayed[i] else "raised"


def _beyond_least(x: Series, i: int, terms: Terms, present: np.ndarray) -> bool:
    """Whether the latest value alone exceeds the least change."""
    return float(x.y[0, i, present[-1]]) <= float(x.usual.centre[0, i, present[-1]]) - _least(x, i, terms)


def _deep_enough(x: Series, found: Standing, i: int, terms: Terms, present: np.ndarray) -> bool:
    """Whether the side lay under its centre by the least change at the latest check that could raise.

    Judged there, by that value and the one before it, so that a later usual check cannot make it deeper.
    """
    least = _least(x, i, terms)
    if x.ceiling[i]:
        least = max(least, least_log(1.0, "higher", terms.least_change or UNDER_CAP, None))
    if least <= 0.0:
        return True
    at = int(np.flatnonzero(found.marks.gate[0, i, present])[-1])
    level = float(x.y[0, i, present[max(at - 1, 0) : at + 1]].mean())
    return level <= float(x.usual.centre[0, i, present[at] + 1]) - least


def _least(x: Series, i: int, terms: Terms) -> float:
    """The protocol's least change, log units from the centre."""
    centre = x.unit(float(x.usual.centre[0, i, -1]))
    return least_log(centre, x.better, terms.least_change, terms.least_units)


def least_log(centre: float, better: Better, change: float | None, units: float | None) -> float:
    """A protocol's least change (fraction of the centre, or units), as log units towards worse."""
    fraction = change or 0.0
    if units is not None:
        fraction = max(fraction, units / centre)
    fraction = min(fraction, 0.99)
    return -math.log1p(-fraction) if better == "higher" else math.log1p(fraction)


def run_start(soft: np.ndarray, gate: np.ndarray) -> int:
    """Where the first soft run begins that lasted (that holds a gate); without one, the latest soft value,
    else the last.
    """
    at = np.flatnonzero(gate)
    if not len(at):
        return int(np.flatnonzero(soft)[-1]) if soft.any() else len(soft) - 1
    clear = np.flatnonzero(~soft[: at[0]])
    return int(clear[-1]) + 1 if len(clear) else 0


def _twice(days: np.ndarray, flags: np.ndarray) -> bool:
    """Whether the latest checks have the flag, running, for ten days or more."""
    if not len(flags) or not flags[-1]:
        return False
    clear = np.flatnonzero(~flags)
    begun = int(clear[-1]) + 1 if len(clear) else 0
    return bool(days[-1] - days[begun] >= SOFT_DAYS)


def first_low(days: np.ndarray, low: np.ndarray, begun: int) -> float:
    """The day of the first low check of a run; of its first check if none is low."""
    at = np.flatnonzero(low[begun:])
    return float(days[begun + at[0]] if len(at) else days[begun])


def explained_by(events: Sequence[float], since: float, low: float, latest: float) -> bool:
    """Whether an event explains a soft run from `since` on, its first low check being on day `low`, its
    latest soft one on `latest`.
    """
    return any(since - EVENT_BEFORE_DAYS < e <= low and latest <= e + EXPLAINED_DAYS for e in events)
