"""The tests of one limb together: for each onset, rate and side, the evidence of all tests is summed.

Tests of the same hand share a loss but not their errors. Each test may not feel the loss at all; and
because tests of one sitting share a day, the sum is divided by a power of their number. Shapes: `t` people
× checks (dates of the whole record), `y`, `ok` people × tests × sides × checks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools, Ints
from strengthcheck.analysis.course import (
    FIRST_TO_RAISE,
    SAME_SIDE,
    SOFT_DAYS,
    THRESHOLD,
    fresh_after,
    lasting,
    side_evidence,
    windows,
)
from strengthcheck.analysis.joint import ASSUMED, Assumptions, evidence, log_sum
from strengthcheck.analysis.usual import Usual

POOLED = 2.8  # log odds of a limb's tests together; set on the benchmark's tuning seeds
ALONE = 7.0  # log odds of one test alone, in a record of `MANY` or more
MANY = 8
EVERYWHERE, EVERYWHERE_MOST = 2.0, 4.0  # what both sides falling in other limbs too adds to the threshold
CONFIRM_RECORD = -0.2  # log odds of a limb from which on a confirming check is asked
TOGETHER = 0.35  # the sum is divided by the number of tests to this power
BOTH = (
    -1.5
)  # log weight of both sides falling in every test of a limb: waning effort and illness look like that
UNFELT = 0.3  # how likely a test does not feel the loss of its limb


def alone_needed(pairs: int) -> float:
    """Log odds that one test alone needs in a record of so many: a pair's own for one, `ALONE` for eight.

    More tests are more chances of a false alarm.
    """
    share = min(float(np.log(max(pairs, 1)) / np.log(MANY)), 1.0)
    return THRESHOLD + (ALONE - THRESHOLD) * share


@dataclass(frozen=True)
class LimbMarks:
    """What the tests of a limb together were at each check: people × sides × checks."""

    ok: Bools
    soft: Bools  # a mean of one error or more under the centres, counted in errors of one test
    low: Bools
    gate: Bools  # soft for ten days or more
    run: Array
    fresh: Ints


@dataclass(frozen=True)
class Pooled:
    """Log evidence of a limb's tests together, per case."""

    total: Array  # cases
    sides: Array  # cases × (left, right, both)
    alone: Array  # cases × tests: log odds of each test by itself
    tests: Array  # cases × tests × (left, right, both)
    steps: Array  # the same of a step that stays


def limb_marks(t: Array, y: Array, ok: Bools, usual: Usual) -> LimbMarks:
    """Judge every check of a limb by the ranges of its tests before it (`usual`: people·tests × sides ×
    checks + 1).
    """
    people, tests, sides, n = y.shape
    shape = (people, tests, sides, n)
    centre, error = (a[..., :-1].reshape(shape) for a in (usual.centre, usual.error))
    count = usual.count[..., :-1].reshape(shape)
    known = ok & (count >= FIRST_TO_RAISE - 1)
    with np.errstate(invalid="ignore"):
        away = np.where(known, (y - centre) / error, 0.0)
    m = known.sum(axis=1)
    mean = away.sum(axis=1) / np.maximum(m, 1)
    there: Bools = np.asarray(ok.any(axis=1))
    soft = (m > 0) & (mean < -1.0 / np.sqrt(np.maximum(m, 1)) ** 0.5)
    low = (m > 0) & (mean < -2.2 / np.sqrt(np.maximum(m, 1)) ** 0.5)
    run = lasting(t, soft, there)
    return LimbMarks(there, soft, low, (run >= SOFT_DAYS) & (m > 0), run, fresh_after(soft, there))


def pooled_evidence(
    t: Array, y: Array, ok: Bools, error: Array, at: Ints, a: Assumptions = ASSUMED, unfelt: float = UNFELT
) -> Pooled:
    """Evidence of each case's tests together, from the checks up to `at`, the last sixty of them.

    `error`: cases × tests × sides. Two-sided tests only.
    """
    cases, tests, sides, _ = y.shape
    columns, there = windows(at)
    row, test, side = np.ogrid[:cases, :tests, :sides]
    pick = (row[..., None], test[..., None], side[..., None], columns[:, None, None, :])
    flat = (cases * tests, sides, columns.shape[1])
    here = (ok[pick] & there[:, None, None]).reshape(flat)
    days = np.repeat(t[np.arange(cases)[:, None], columns], tests, axis=0)
    now = np.repeat(np.take_along_axis(t, at[:, None], axis=1)[:, 0], tests)
    made = np.repeat(columns.astype(np.float64), tests, axis=0)
    found = evidence(days, y[pick].reshape(flat), here, error.reshape(flat[:2]), made, a, now)
    grid = found.grid.reshape(cases, tests, *found.grid.shape[1:])
    has: Bools = np.asarray(here.reshape(cases, tests, -1).any(axis=2))
    felt = np.logaddexp(np.log(unfelt), np.log1p(-unfelt) + grid) * has[:, :, None, None, None]
    joint = felt.sum(axis=1) / (np.maximum(has.sum(axis=1), 1) ** TOGETHER)[:, None, None, None]
    prior = found.prior.reshape(cases, tests, *found.prior.shape[1:])[:, 0]
    by_side = log_sum(joint + prior[:, None], (2, 3))
    by_side = by_side + np.asarray([0.0, 0.0, BOTH])
    total = log_sum(by_side, 1) - np.log(by_side.shape[1])
    own, step = (x.reshape(cases, tests, -1) for x in (found.fall, found.step))
    return Pooled(total, by_side, found.total.reshape(cases, tests), own, step)


def everywhere(both_elsewhere: Array) -> Array:
    """What is added to a limb's threshold where the other limbs' tests fall on both sides too.

    `both_elsewhere`: log evidence of that. Waning effort and illness are felt everywhere at once. At most
    `EVERYWHERE_MOST`, so that a loss that really is everywhere is found a little later, not never.
    """
    return np.asarray(np.clip(EVERYWHERE * np.nan_to_num(both_elsewhere, nan=0.0), 0.0, EVERYWHERE_MOST))


def limb_fires(found: Array, total: Array, gate: Bools, threshold: Array) -> Bools:
    """Which sides a limb's evidence raises: … × sides. `found`: … × (left, right, both)."""
    side = side_evidence(found)
    return np.asarray((total[..., None] > threshold) & gate & (side > SAME_SIDE + found[..., 1::-1]))
