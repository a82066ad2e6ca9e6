"""Which word: when a reading is raised, how long it stands, and what else a course can be.

A side is raised only at a check where it is soft and has been for ten days or more, and where the joint
evidence of a fall, or after sixteen weeks of a step that stays, passes the threshold; it stands until two
running checks are not soft. So one more check at the usual level can never raise. Works on many people at
once: `t` people × checks, everything else people × sides × checks. docs/reading.md has the rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools, Ints
from strengthcheck.analysis.joint import ASSUMED, Assumptions, Evidence, evidence, log_sum
from strengthcheck.analysis.usual import Usual

THRESHOLD = 3.55  # log odds; set on the benchmark's tuning seeds
LONG_RUN = (
    0.5  # what each 28 days of a soft run beyond the first 14 take off it: dips of weeks pass, losses stay
)
LONGEST_RUN = 56.0  # days that can take something off
MANY_LOOKS = 30  # checks beyond which the threshold rises, by the log of their number over this
FEW_CHECKS = 20  # checks under which it is higher, by the log of this over their number
FALL_OVER_STEP = 0.5  # what each log odds of a fall over a step that stays takes off it
MOST_OVER_STEP = 2.0  # log odds of a fall over a step that count at most, either way
SAME_SIDE = float(np.log(2.0))  # a side's evidence, with both, must be twice the other side's
CLEARLY = 1.5  # log odds of falling against a step, from which on it is called falling
OTHER_RISEN = 2.0  # added while the other side stands above its range: what both share can't be told then
CONFIRM = 0.0  # log odds from which one pair alone would ask for a confirming check
CAME_BACK = -1.0  # log odds below which nothing lasting is preferred
SOFT_DAYS = 10.0  # a soft run must be so old
STAYED_DAYS = 112.0  # a soft run so old may be raised as a step that stays, if not as a fall
FIRST_TO_RAISE = 5  # the fifth value is the first that can
ENOUGH = 4  # values from which on there is a course
WINDOW = 60  # checks the model looks back on
GROUP = 8  # checks asked about at once
LOOKED_BACK = 4  # a low check before the last two is looked for among so many
LEVEL = 1.0 / 3.0  # of half the range: how near the centre two checks must be to be at the usual level


@dataclass(frozen=True)
class Marks:
    """What each check was against the range of the checks before it."""

    soft: Bools
    low: Bools
    gate: Bools  # soft, and for ten days or more: the only checks that can raise
    run: Array  # days that the soft run has lasted
    risen: Bools  # the mirror of gate: above the centre by an error or more, for ten days or more
    fresh: Ints  # people × sides: gates before this check no longer count


def lasting(t: Array, flag: Bools, ok: Bools) -> Array:
    """For how many days a flag has stood at every value: 0 where it does not."""
    days = np.broadcast_to(t[:, None, :], ok.shape)
    order = np.argsort(~ok, axis=2, kind="stable")
    packed, when = np.take_along_axis(flag & ok, order, axis=2), np.take_along_axis(days, order, axis=2)
    index = np.arange(ok.shape[2])
    start = np.maximum.accumulate(np.where(packed, -1, index), axis=2) + 1
    begun = np.take_along_axis(when, np.minimum(start, len(index) - 1), axis=2)
    out = np.zeros(ok.shape)
    np.put_along_axis(out, order, np.where(packed, when - begun, 0.0), axis=2)
    return out


def fresh_after(soft: Bools, ok: Bools) -> Ints:
    """The check after the last one that was, with the value before it, not soft: people × sides."""
    order = np.argsort(~ok, axis=2, kind="stable")
    calm = np.take_along_axis(ok & ~soft, order, axis=2)
    twice = calm[..., 1:] & calm[..., :-1]
    return np.asarray(np.where(twice, order[..., 1:] + 1, 0).max(axis=2, initial=0))


def marks(t: Array, y: Array, ok: Bools, usual: Usual) -> Marks:
    """Judge every check by the range before it."""
    centre, error, half = (a[..., :-1] for a in (usual.centre, usual.error, usual.half))
    enough = usual.count[..., :-1] >= FIRST_TO_RAISE - 1
    with np.errstate(invalid="ignore"):
        soft, low, high = ok & (y < centre - error), ok & (y < centre - half), ok & (y > centre + error)
    run, up = lasting(t, soft, ok), lasting(t, high, ok)
    gate, risen = (run >= SOFT_DAYS) & enough, (up >= SOFT_DAYS) & enough
    return Marks(soft, low, gate, run, risen, fresh_after(soft, ok))


def needed(
    count: Array | Ints, run: Array, base: float = THRESHOLD, other_risen: Bools | bool = False
) -> Array:
    """The threshold after `count` checks and `run` days of being soft.

    It is higher while there are few checks, whose range and scatter are hardly known; rises in long records,
    where there are more looks; and falls a little as a soft run lasts. While the other side has risen (it
    recovers, or is trained), it is higher: that side's gain must not look like this one's loss.
    """
    n = np.asarray(count, dtype=np.float64)
    looks = np.log(np.maximum(n / MANY_LOOKS, 1.0)) + np.log(np.maximum(FEW_CHECKS / np.maximum(n, 1.0), 1.0))
    looks = looks + OTHER_RISEN * np.asarray(other_risen)
    return np.asarray(base + looks - LONG_RUN * np.clip(run - 14.0, 0.0, LONGEST_RUN) / 28.0)


def other_side(flag: Bools) -> Bools:
    """The flag of the other side, where there is one: people × sides × checks."""
    return flag[:, ::-1] if flag.shape[1] == 2 else np.zeros_like(flag)


def windows(at: Ints) -> tuple[Ints, Bools]:
    """For each case the columns of its last sixty checks up to `at`, and which of them exist: cases ×
    columns.
    """
    width = min(WINDOW, int(at.max()) + 1)
    columns = at[:, None] - np.arange(width - 1, -1, -1)
    return np.maximum(columns, 0), columns >= 0


def evidence_at(
    t: Array,
    y: Array,
    ok: Bools,
    usual: Usual,
    who: Ints,
    at: Ints,
    a: Assumptions = ASSUMED,
) -> Evidence:
    """Evidence of person `who[i]` from the checks up to `at[i]`, the last sixty of them."""
    columns, there = windows(at)
    row, side = who[:, None, None], np.arange(y.shape[1])[None, :, None]
    pick = (row, side, columns[:, None, :])
    made = columns.astype(np.float64)
    days, here = t[who[:, None], columns], ok[pick] & there[:, None]
    return evidence(days, y[pick], here, usual.error[who, :, at + 1], made, a)


def side_evidence(parts: Array) -> Array:
    """Per side, its own hypothesis and "both" together: … × sides, of … × (left, right, both)."""
    if parts.shape[-1] == 1:
        return parts
    return np.logaddexp(parts[..., :2], parts[..., 2:])


def over_step(fall: Array, step: Array) -> Array:
    """Log odds of a fall over a step that stays, per side: … × sides. Illness and injuries come as steps."""
    return np.asarray(side_evidence(fall) - side_evidence(step))


def eased(fall: Array, step: Array) -> Array:
    """What the shape of the loss takes off the threshold, per side: … × sides."""
    return FALL_OVER_STEP * np.clip(over_step(fall, step), -MOST_OVER_STEP, MOST_OVER_STEP)


def fires(total: Array, fall: Array, step: Array, gate: Bools, threshold: Array) -> Bools:
    """Which sides are raised at these checks: … × sides, as are `gate` and `threshold`.

    `total`: log odds. `fall` and `step`: log evidence of each hypothesis, … × (left, right, both).
    """
    enough = (total[..., None] > threshold - eased(fall, step)) & gate
    if gate.shape[-1] == 1:
        return np.asarray(enough)
    return np.asarray(enough & (side_evidence(fall) > SAME_SIDE + fall[..., 1::-1]))


def step_total(step: Array) -> Array:
    """Log odds of a step that stays on any side, of … × (left, right, both)."""
    return np.asarray(log_sum(step, -1) - np.log(step.shape[-1]))


def stays(step: Array, gate: Bools, run: Array, threshold: Array) -> Bools:
    """Which sides are raised at these checks by a step that has stayed for months; shapes as for `fires`.

    What fell once and stays may never look like a fall: after sixteen weeks that no longer matters.
    """
    enough = (step_total(step)[..., None] > threshold) & gate & (run >= STAYED_DAYS)
    if gate.shape[-1] == 1:
        return np.asarray(enough)
    return np.asarray(enough & (side_evidence(step) > SAME_SIDE + step[..., 1::-1]))


def is_falling(found: Evidence) -> Bools:
    """Whether a ramp explains a side clearly better than a step that stays: cases × sides."""
    return np.asarray(over_step(found.fall, found.step) > CLEARLY)


def standing(fired: Bools, fresh: Ints) -> Bools:
    """Whether a side stands raised after the last check: people × sides. `fired`: people × sides × checks."""
    return np.asarray((fired & (np.arange(fired.shape[2]) >= fresh[..., None])).any(axis=2))


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


def settle(gates: list[list[int]], ask: Callable[[list[int]], Bools]) -> list[int | None]:
    """The latest of its gates at which each side is raised, if any; the latest ones are asked first.

    `ask` answers for some checks: checks × sides. The latest mostly settles the matter; the others are asked
    in groups, because a group costs as much a check as its longest.
    """
    raised: list[int | None] = [None] * len(gates)
    checks = sorted({k for g in gates for k in g}, reverse=True)
    for group in (checks[:1], *(checks[i : i + GROUP] for i in range(1, len(checks), GROUP))):
        left = [k for k in group if any(k in g and r is None for g, r in zip(gates, raised, strict=True))]
        hit = ask(left) if left else np.zeros((0, len(gates)), np.bool_)
        for s in (i for i, r in enumerate(raised) if r is None):
            raised[s] = max((k for k, h in zip(left, hit[:, s], strict=True) if h), default=None)
    return raised
