"""The usual range: a side's own baseline and its ordinary scatter, as known before each check.

Everything here works on the logarithm of the values, turned so that lower is worse, for many people at
once: `y` is people × sides × checks, `ok` says which values exist. A range at index k comes from the checks
before k.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools, Ints

BASE_VALUES = 7  # the centre is the median of a side's values 2 to 7, then fixed
FIRST_VALUES = 3
EARLY_DROP = 0.35  # log: values 2 to 7 that lie this far under the first three are a loss, not a usual level
FLOOR = 0.025  # log units: no home test repeats better than this (docs/reading.md)
STATED_WEIGHT = 6.0  # the published error counts like this many of the person's own differences
NARROWEST, WIDEST = 0.10, 0.30  # bounds of half the usual range, log units
COULD_NOT = float(np.log(0.6))  # "could not" is at least 40 % worse than the centre
SAME = 1e-9  # log values nearer than this are the same reading
MEAN_ABS = 2.0 / np.sqrt(np.pi)  # mean |difference| of two readings, in units of the error of one


@dataclass(frozen=True)
class Usual:
    """Ranges before each check, and after the last one: every array is people × sides × (checks + 1)."""

    count: Ints  # values seen before
    centre: Array  # log; nan before the first value
    error: Array  # log: error of one check, floor included
    half: Array  # log: half the width of the usual range


def _in_order(values: Any, ok: Bools) -> tuple[Any, Ints]:
    """Present values first, in their order; and how many there are before each check."""
    order = np.argsort(~ok, axis=2, kind="stable")
    packed = np.take_along_axis(values, order, axis=2)
    seen = np.concatenate((np.zeros((*ok.shape[:2], 1), dtype=np.int64), np.cumsum(ok, axis=2)), axis=2)
    return packed, seen


def _centres(packed: Array, most: int) -> Array:
    """Centre after 0, 1, 2 … values: people × sides × (most + 1).

    A loss right after the first three values must not become the usual level: then those three are it.
    """
    out = np.full((*packed.shape[:2], most + 1), np.nan)
    for m in range(1, most + 1):
        first = 0 if m == 1 else 1
        out[..., m] = np.median(packed[..., first : min(m, BASE_VALUES)], axis=2)
        if m > FIRST_VALUES:
            early = np.median(packed[..., :FIRST_VALUES], axis=2)
            out[..., m] = np.where(early - out[..., m] > EARLY_DROP, early, out[..., m])
        if m >= BASE_VALUES:
            out[..., m:] = out[..., m : m + 1]
            break
    return out


def _errors(packed: Array, stated: Array, most: int, at_least: Bools | None) -> Array:
    """Error of one check after 0, 1, 2 … values, shrunk towards `stated` (people × sides × 1).

    Two values running that are both "at least" (`at_least`, packed too) tell nothing of the scatter.
    """
    moves = np.abs(np.diff(packed, axis=2))[..., : max(most - 1, 0)]
    tells = np.ones(moves.shape) if at_least is None else 1.0 - (at_least[..., 1:] & at_least[..., :-1])
    zero = np.zeros((*packed.shape[:2], 1))
    total, n = (
        np.concatenate((zero, zero, np.cumsum(x, axis=2)), axis=2)[..., : most + 1]
        for x in (moves * tells, tells)
    )
    own = total / np.maximum(n, 1.0) / MEAN_ABS
    return np.asarray(np.sqrt((STATED_WEIGHT * stated**2 + n * own**2) / (STATED_WEIGHT + n)))


def reading_step(y: Array, ok: Bools) -> Array:
    """Smallest difference between two different values among the first k, log: people × sides × (checks + 1).

    Readings of a device with coarse steps never differ by less; readings without steps soon do. On the log
    scale, so that neither the unit nor the measure's direction matters.
    """
    n = y.shape[2]
    out = np.zeros((*y.shape[:2], n + 1))
    if n < 2:
        return out
    apart = np.abs(y[..., :, None] - y[..., None, :])
    real = ok[..., :, None] & ok[..., None, :] & (apart > SAME)
    real &= np.tri(n, k=-1, dtype=np.bool_)
    least = np.minimum.accumulate(np.where(real, apart, np.inf).min(axis=3), axis=2)
    out[..., 1:] = np.where(np.isfinite(least), least, 0.0)
    return out


def usual_ranges(
    y: Array, ok: Bools, stated: Any, step: Array | None = None, at_least: Bools | None = None
) -> Usual:
    """Ranges before every check.

    `stated`: the protocol's error of one check, log units, a number or people × sides × 1.
    `step`: reading step, log units, people × sides × (checks + 1), or nothing. `at_least`: which values
    reach the cap of their test.
    """
    most = y.shape[2]
    packed, seen = _in_order(np.where(ok, y, 0.0), ok)
    centre = np.take_along_axis(_centres(packed, most), seen, axis=2)
    stated = np.broadcast_to(np.asarray(stated, dtype=np.float64), (*y.shape[:2], 1))
    beyond = None if at_least is None else _in_order(at_least & ok, ok)[0]
    error = np.take_along_axis(_errors(packed, stated, most, beyond), seen, axis=2)
    extra = FLOOR**2 if step is None else FLOOR**2 + step**2 / 12.0
    error = np.sqrt(error**2 + extra)
    half = np.clip(2.0 * error * np.sqrt(1.0 + 1.5 / np.maximum(seen, 1)), NARROWEST, WIDEST)
    return Usual(seen, centre, error, half)
