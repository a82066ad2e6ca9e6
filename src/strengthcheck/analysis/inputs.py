"""From plain values to the arrays that the rules work on: checked, on the log scale, turned so that lower
is worse.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools
from strengthcheck.analysis.usual import BASE_VALUES, COULD_NOT, Usual, reading_step, usual_ranges
from strengthcheck.model.protocol import Better

Values = Sequence[float | None]

LARGEST = 700.0  # log units: the largest and the smallest numbers there are
CAP_SHARE = 0.5  # of a baseline at the cap, from which on there is no trend


@dataclass(frozen=True)
class Series:
    """The values of one test, one or two sides: `t` 1 × checks, the rest 1 × sides × checks."""

    t: Array
    y: Array  # log, lower is worse; "could not" filled in
    ok: Bools
    value: Array  # as given; 0 where missing
    zero: Bools  # "could not"
    capped: Bools  # "at least"
    ceiling: Bools  # sides: half the baseline or more is at the cap
    usual: Usual
    better: Better

    def unit(self, log: float) -> float:
        """A log value in the measure's own unit."""
        turned = log if self.better == "higher" else -log
        return math.exp(min(max(turned, -LARGEST), LARGEST))


def check_days(days: Sequence[float]) -> Array:
    """Days as an array; ValueError unless finite and strictly increasing."""
    t = np.asarray([float(d) for d in days], dtype=np.float64)
    if not np.isfinite(t).all():
        raise ValueError("days must be finite")
    if (np.diff(t) <= 0).any():
        raise ValueError("days must increase")
    return t


def check_values(values: Values, count: int, name: str) -> tuple[Array, Bools]:
    """Values and which of them exist; ValueError when negative, not finite or of another length than the
    days.
    """
    if len(values) != count:
        raise ValueError(f"{name} must have one value a check, or None")
    given = np.asarray([v is not None for v in values], dtype=np.bool_)
    x = np.asarray([0.0 if v is None else float(v) for v in values], dtype=np.float64)
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} must be finite and not negative")
    return x, given


def check_settings(better: str, typical_error: float, cap: float | None) -> None:
    """ValueError when a setting is out of range."""
    if better not in ("higher", "lower"):
        raise ValueError('better must be "higher" or "lower"')
    if not (math.isfinite(typical_error) and typical_error > 0):
        raise ValueError("typical_error must be above 0")
    if cap is not None and not (math.isfinite(cap) and cap > 0):
        raise ValueError("cap must be above 0")


def _fill(y: Array, given: Bools, zero: Bools) -> Bools:
    """Write a number for each "could not" into `y`: the worst value seen, or 40 % worse than the centre,
    the worse of both.

    Returns which checks then have a value; a "could not" before any other value has none.
    """
    ok = given.copy()
    seen: list[float] = []
    for k in np.flatnonzero(given):
        if zero[k]:
            if not seen:
                ok[k] = False
                continue
            centre = float(np.median(seen[1:BASE_VALUES] or seen))
            y[k] = min(*seen, centre + COULD_NOT)
        seen.append(float(y[k]))
    return ok


def series(
    days: Sequence[float],
    sides: Sequence[Values],
    better: Better,
    typical_error: float,
    cap: float | None,
    step: float | None,
) -> Series:
    """Check everything and lay it out. ValueError for what cannot be read."""
    check_settings(better, typical_error, cap)
    t = check_days(days)
    named = ("left", "right") if len(sides) == 2 else ("values",)
    pairs = [check_values(v, len(t), name) for v, name in zip(sides, named, strict=True)]
    value = np.stack([p[0] for p in pairs])
    given = np.stack([p[1] for p in pairs])
    zero = given & (value == 0.0)
    shown = np.where(given & ~zero, value, 1.0)
    y = np.log(shown) if better == "higher" else -np.log(shown)
    ok = np.stack([_fill(y[i], given[i], zero[i]) for i in range(len(pairs))]) if zero.any() else given
    capped = (
        given & (value >= cap * (1 - 1e-9))
        if cap is not None and better == "higher"
        else np.zeros_like(given)
    )
    ceiling = np.array([_at_ceiling(g, c) for g, c in zip(given, capped, strict=True)])
    ranges = _ranges(y[None], ok[None], (given & ~zero)[None], typical_error, step, capped[None])
    return Series(t[None], y[None], ok[None], value[None], zero[None], capped[None], ceiling, ranges, better)


def _at_ceiling(given: Bools, capped: Bools) -> bool:
    base = np.flatnonzero(given)[:BASE_VALUES]
    return bool(len(base) and capped[base].mean() >= CAP_SHARE)


def _ranges(y: Array, ok: Bools, real: Bools, error: float, step: float | None, at_least: Bools) -> Usual:
    if step is None:
        found = reading_step(y, real)
    else:
        typical = np.abs(np.where(real, y, 0.0)).sum(axis=2) / np.maximum(real.sum(axis=2), 1)
        centre = np.exp(np.minimum(typical, LARGEST))
        found = np.broadcast_to((step / centre)[..., None], (*y.shape[:2], y.shape[2] + 1))
    return usual_ranges(y, ok, error, found, at_least if at_least.any() else None)
