"""Which word: when a reading is raised, how long it stands, and what else a course can be.

A side is raised only at a check where it is soft and has been for ten days or more, and where the joint evidence passes
the threshold; it stands until two running checks are not soft. So one more check at the usual level can never raise.
Works on many people at once: `t` people × checks, everything else people × sides × checks. docs/reading.md has the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from strengthcheck.analysis.joint import ASSUMED, Assumptions, Evidence, evidence, log_sum
from strengthcheck.analysis.usual import Usual

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

THRESHOLD = 3.7  # log odds; set on the benchmark's tuning seeds
RISING_WITH_LENGTH = 1.0  # per log(checks / 30) beyond thirty checks
SAME_SIDE = float(np.log(2.0))  # a side's evidence, with both, must be twice the other side's
CONFIRM = 0.5  # log odds from which one pair alone would ask for a confirming check
CAME_BACK = -1.0  # log odds below which nothing lasting is preferred
SOFT_DAYS = 10.0  # a soft run must be so old
FIRST_TO_RAISE = 5  # the fifth value is the first that can
ENOUGH = 4  # values from which on there is a course
WINDOW = 60  # checks the model looks back on
LOOKED_BACK = 4  # a low check before the last two is looked for among so many
LEVEL = 1.0 / 3.0  # of half the range: how near the centre two checks must be to be at the usual level


@dataclass(frozen=True)
class Marks:
    """What each check was against the range of the checks before it."""

    soft: Bools
    low: Bools
    high: Bools  # above the centre by an error or more
    gate: Bools  # soft, and for ten days or more: the only checks that can raise
    risen: Bools  # the mirror of gate
    fresh: Ints  # people × sides: gates before this check no longer count


def marks(t: Array, y: Array, ok: Bools, usual: Usual) -> Marks:
    """Judge every check by the range before it."""
    centre, error, half = (a[..., :-1] for a in (usual.centre, usual.error, usual.half))
    enough = usual.count[..., :-1] >= FIRST_TO_RAISE - 1
    with np.errstate(invalid="ignore"):
        soft, low, high = ok & (y < centre - error), ok & (y < centre - half), ok & (y > centre + error)
    people, sides, n = y.shape
    gate, risen = np.zeros_like(ok), np.zeros_like(ok)
    begun, begun_up = np.full((people, sides), np.inf), np.full((people, sides), np.inf)
    calm, fresh = np.zeros((people, sides), np.int64), np.zeros((people, sides), np.int64)
    for k in range(n):
        day, here = t[:, k, None], ok[:, :, k]
        for flag, start, out in ((soft, begun, gate), (high, begun_up, risen)):
            now = flag[:, :, k]
            start[...] = np.where(here, np.where(now, np.minimum(start, day), np.inf), start)
            out[:, :, k] = now & (start <= day - SOFT_DAYS) & enough[:, :, k]
        calm = np.where(here, np.where(soft[:, :, k], 0, calm + 1), calm)
        fresh = np.where(calm >= 2, k + 1, fresh)
    return Marks(soft, low, high, gate, risen, fresh)


def needed(count: Array | Ints, base: float = THRESHOLD) -> Array:
    """The threshold after `count` checks: it rises in long records, where there are more looks."""
    return np.asarray(base + RISING_WITH_LENGTH * np.log(np.maximum(np.asarray(count) / 30.0, 1.0)))


def evidence_at(
    t: Array, y: Array, ok: Bools, usual: Usual, who: Ints, at: Ints, a: Assumptions = ASSUMED
) -> Evidence:
    """Evidence of person `who[i]` from the checks up to `at[i]`, the last sixty of them."""
    stop = int(at.max()) + 1
    start = max(0, int(at.min()) + 1 - WINDOW)
    index = np.arange(start, stop)
    inside = (index <= at[:, None]) & (index > at[:, None] - WINDOW)
    ok = ok[who][..., start:stop] & inside[:, None]
    made = np.broadcast_to(index.astype(np.float64), inside.shape)
    return evidence(t[who][:, start:stop], y[who][..., start:stop], ok, usual.error[who, :, at + 1], made, a)


def side_evidence(found: Evidence, of: Array | None = None) -> Array:
    """Per side, its own hypothesis and "both" together: cases × sides."""
    x = found.fall if of is None else of
    if x.shape[1] == 1:
        return x
    return np.stack([np.logaddexp(x[:, i], x[:, 2]) for i in (0, 1)], axis=1)


def fires(found: Evidence, gate: Bools, threshold: Array) -> Bools:
    """Which sides are raised at these checks: cases × sides. `gate`: cases × sides."""
    enough = (found.total > threshold)[:, None] & gate
    if gate.shape[1] == 1:
        return enough
    other = found.fall[:, 1::-1]
    return np.asarray(enough & (side_evidence(found) > SAME_SIDE + other))


def is_falling(found: Evidence) -> Bools:
    """Whether a ramp explains a side better than a step that stays: cases × sides."""
    return np.asarray(side_evidence(found) > side_evidence(found, found.step))


def standing(fired: Bools, fresh: Ints) -> Bools:
    """Whether a side stands raised after the last check: people × sides. `fired`: people × sides × checks."""
    return np.asarray((fired & (np.arange(fired.shape[2]) >= fresh[..., None])).any(axis=2))


def deep_enough(level: Array, centre: Array, least: float) -> Bools:
    """Whether the level lies under the centre by the protocol's least change (log units) or more."""
    return np.asarray(level <= centre - least)


def at_level(y: Array, ok: Bools, usual: Usual, m: Marks) -> Bools:
    """Low among the four checks before the last two, and these two at the usual level: people × sides."""
    n = y.shape[2]
    order = np.argsort(~ok, axis=2, kind="stable")
    count = ok.sum(axis=2)
    back = np.maximum(count[..., None] - np.arange(1, 3 + LOOKED_BACK), 0)
    seen = count[..., None] >= np.arange(1, 3 + LOOKED_BACK)
    if n == 0:
        return np.zeros(count.shape, np.bool_)
    place = np.take_along_axis(order, np.minimum(back, n - 1), axis=2)
    low = np.take_along_axis(m.low, place, axis=2) & seen
    soft = np.take_along_axis(m.soft, place, axis=2) & seen
    level = np.take_along_axis(y, place, axis=2)[..., :2].mean(axis=2)
    with np.errstate(invalid="ignore"):
        near = level >= usual.centre[..., -1] - LEVEL * usual.half[..., -1]
    return np.asarray(low[..., 2:].any(axis=2) & ~soft[..., :2].any(axis=2) & near)


def total_of(parts: Array) -> Array:
    """Log mean over hypotheses."""
    return log_sum(parts, 1) - np.log(parts.shape[1])
