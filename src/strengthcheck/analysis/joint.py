"""The joint model of both sides: "flat, then falling" on the left, the right or both, against flat.

The logarithm of a side's value is its own base, plus slow wander, spells of weeks, learning and waning
effort (each partly shared by both sides), plus the error of one check (partly shared), minus a loss that
begins at an unknown time and goes on at an unknown rate. All but the loss is a Gaussian process and is
integrated out exactly; the overall scale is integrated out too, so that the evidence is a multivariate t.
Onset and rate are summed over a grid. A value far from its neighbours counts less. docs/reading.md gives
the model in formulas.

Shapes: `t` cases × checks (days), `y` and `ok` cases × sides × checks (log, lower is worse), `s` cases ×
sides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools
from strengthcheck.analysis.spans import MONTH_DAYS

BEFORE_FIRST = 90.0  # days: a loss may have begun so long before the first check


@dataclass(frozen=True)
class Assumptions:
    """What the model takes as given: sd in log units, memories in days, shares and correlations up to 1."""

    base: float = 0.3
    wander: float = 0.035
    wander_days: float = 90.0
    wander_together: float = 0.6
    spell: float = 0.05
    spell_days: float = 20.0
    spell_together: float = 0.9
    together: float = 0.15
    """Share of one check's error variance that both sides share."""
    learning: float = 0.05
    learning_checks: float = 1.0
    waning: float = 0.04
    waning_days: float = 90.0
    moves_together: float = 0.9
    """Correlation of learning and of waning between the sides."""
    scale_weight: float = 20.0
    """The error estimate counts like this many values."""
    outlier: float = 2.0
    """A value further than this many errors from its neighbours' median counts less."""
    ages: tuple[float, ...] = (
        14,
        28,
        42,
        60,
        80,
        105,
        135,
        170,
        210,
        260,
        320,
        400,
        500,
        650,
        850,
        1100,
        1500,
    )
    """Onsets on the grid, days before the latest check; beside them, "before the first check"."""
    rates: tuple[float, ...] = (0.015, 0.025, 0.04, 0.06)
    """Losses a month on the grid, log units."""
    rate_weights: tuple[float, ...] = (0.2, 0.3, 0.3, 0.2)
    steps: tuple[float, ...] = (0.15, 0.25, 0.4)
    """Depths of a step that stays, log units."""
    step_ages: tuple[float, ...] = (
        *(14, 28, 42, 60, 80, 105, 135, 165, 195, 230, 265, 300, 340, 380, 425, 470),
        *(520, 575, 635, 700, 775, 850, 950, 1100, 1300, 1500),
    )
    """Days of a step on the grid, closer together: one put a few checks from its day fits like a fall."""


ASSUMED = Assumptions()


@dataclass(frozen=True)
class Evidence:
    """Log evidence against "flat" of each case; hypotheses are left, right, both, or the one side alone."""

    grid: Array  # cases × hypotheses × onsets × rates: log Bayes factor of each
    prior: Array  # cases × onsets × rates: log weight of each
    onset: Array  # cases × onsets: days
    fall: Array  # cases × hypotheses: log evidence of falling
    step: Array  # cases × hypotheses: of a step that stays
    rise: Array  # cases × hypotheses: of rising
    total: Array  # cases: log mean over hypotheses of `fall`; S in docs/reading.md


def log_sum(x: Array, axis: int | tuple[int, ...]) -> Array:
    """Logarithm of the sum of exponentials along `axis`."""
    top = np.max(x, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.sum(np.exp(x - top), axis=axis)) + np.squeeze(top, axis=axis))


def discount(y: Array, ok: Bools, s: Array, limit: float) -> Array:
    """Variance factor of each value: 1 near its neighbours, growing with the square of the distance beyond
    `limit` errors.

    A value's neighbours are the one before and the one after it; for the first and the last value, the two
    next to it. So a single low value at the end counts little until the next one confirms it.
    """
    n = y.shape[2]
    if n < 3:
        return np.ones_like(y)
    order = np.argsort(~ok, axis=2, kind="stable")
    packed = np.take_along_axis(y, order, axis=2)
    count = ok.sum(axis=2)[..., None]
    index = np.arange(n)
    middle = np.clip(index, 1, np.maximum(count - 2, 1))
    before, at, after = (
        np.take_along_axis(packed, np.minimum(middle + k, n - 1), axis=2) for k in (-1, 0, 1)
    )
    median = np.maximum(np.minimum(before, at), np.minimum(np.maximum(before, at), after))
    factor = np.maximum(1.0, (np.abs(packed - median) / s[..., None] / limit) ** 2)
    factor = np.where((index < count) & (count >= 3), factor, 1.0)
    out = np.ones_like(y)
    np.put_along_axis(out, order, factor, axis=2)
    return out


def _kernels(t: Array, made: Array, a: Assumptions) -> tuple[Array, Array]:
    """What one side's course shares with itself, and with the other side's, between checks: cases × checks
    × checks.
    """
    apart = np.abs(t[:, :, None] - t[:, None, :])
    wander = a.wander**2 * np.exp(-apart / a.wander_days)
    spell = a.spell**2 * np.exp(-apart / a.spell_days)
    learn = a.learning * np.exp(-made / a.learning_checks)
    wane = a.waning * (1.0 - np.exp(-(t - t[:, :1]) / a.waning_days))
    moves = learn[:, :, None] * learn[:, None, :] + wane[:, :, None] * wane[:, None, :]
    own = a.base**2 + wander + spell + moves
    other = a.wander_together * wander + a.spell_together * spell + a.moves_together * moves
    return own, other


def covariance_of(t: Array, made: Array, ok: Bools, noise: Array, a: Assumptions) -> Array:
    """Covariance of all values when nothing is lost: cases × (sides · checks) × (sides · checks)."""
    cases, sides, n = ok.shape
    own, other = _kernels(t, made, a)
    eye = np.eye(n)
    out = np.empty((cases, sides, n, sides, n))
    for i in range(sides):
        for j in range(sides):
            if i == j:
                block = own + (noise[:, i] ** 2)[:, :, None] * eye
            else:
                block = other + (a.together * noise.min(axis=1) ** 2)[:, :, None] * eye
            there = ok[:, i, :, None] & ok[:, j, None, :]
            out[:, i, :, j, :] = np.where(there, block, eye if i == j else 0.0)
    return out.reshape(cases, sides * n, sides * n)


def _onsets(t: Array, now: Array, ages: tuple[float, ...]) -> tuple[Array, Array]:
    """Onset days, cases × onsets, the last one "before the first check"; and their log weights, uniform in
    time.
    """
    first = t[:, :1]
    onset = np.maximum(now[:, None] - np.append(np.asarray(ages), np.inf), first)
    edge = np.concatenate((onset, first - BEFORE_FIRST), axis=1)
    weight = edge[:, :-1] - edge[:, 1:]
    weight[:, :-1] = np.where(onset[:, :-1] <= first, 0.0, weight[:, :-1])
    with np.errstate(divide="ignore"):
        return onset, np.log(weight / weight.sum(axis=1, keepdims=True))


@dataclass(frozen=True)
class _Fit:
    """Quadratic forms under flat: all that the likelihood of any loss needs."""

    free: Array  # cases: degrees of freedom of the t
    left_over: Array  # cases: y' K⁻¹ y, plus the scale's prior weight
    cross: Array  # cases × hypotheses × shapes: shape' K⁻¹ y
    size: Array  # cases × hypotheses × shapes: shape' K⁻¹ shape

    def against_flat(self, which: slice, amounts: Array) -> Array:
        """Log Bayes factor of each shape taken `amounts` times from the course: cases × hypotheses × shapes
        × amounts.
        """
        cross, size = self.cross[:, :, which, None], self.size[:, :, which, None]
        grown = (2 * amounts * cross + amounts**2 * size) / self.left_over[:, None, None, None]
        return np.asarray(-0.5 * self.free[:, None, None, None] * np.log1p(grown))


def _solve(covariance: Array, right: Array, sides: int) -> Array:
    """K⁻¹ times each column, side by side: systems of half the size, which no BLAS spreads over threads.

    Threads cost more than they save here, and many times as much on a machine that is busy.
    """
    if sides == 1:
        return np.asarray(np.linalg.solve(covariance, right))
    n = covariance.shape[1] // 2
    across = covariance[:, :n, n:]
    back = across.transpose(0, 2, 1)
    solved = np.linalg.solve(covariance[:, :n, :n], np.concatenate((across, right[:, :n]), axis=2))
    over, first = solved[..., :n], solved[..., n:]
    second = np.linalg.solve(covariance[:, n:, n:] - back @ over, right[:, n:] - back @ first)
    return np.concatenate((first - over @ second, second), axis=1)


def _fit(covariance: Array, y: Array, ok: Bools, shapes: Array, scale_weight: float) -> _Fit:
    cases, sides, n = y.shape
    m = shapes.shape[1]
    right = np.zeros((cases, sides, n, 1 + sides * m))
    right[..., 0] = y
    for side in range(sides):
        at = 1 + side * m
        right[:, side, :, at : at + m] = (shapes * ok[:, side, None, :]).transpose(0, 2, 1)
    right = right.reshape(cases, sides * n, -1)
    solved = _solve(covariance, right, sides)
    values, drawn, bent, flat = right[..., 0], right[..., 1:], solved[..., 1:], solved[..., 0]
    left_over = scale_weight + np.einsum("cm,cm->c", values, flat)
    cross = np.einsum("cm,cmk->ck", flat, drawn).reshape(cases, sides, m)
    size = np.einsum("cmk,cmk->ck", drawn, bent).reshape(cases, sides, m)
    if sides == 2:
        mixed = np.einsum("cmk,cmk->ck", drawn[..., :m], bent[..., m:])
        cross = np.concatenate((cross, cross.sum(axis=1, keepdims=True)), axis=1)
        size = np.concatenate((size, (size.sum(axis=1) + 2 * mixed)[:, None]), axis=1)
    return _Fit(scale_weight + ok.sum(axis=(1, 2)), left_over, cross, size)


def evidence(
    t: Array,
    y: Array,
    ok: Bools,
    s: Array,
    made: Array | None = None,
    a: Assumptions = ASSUMED,
    now: Array | None = None,
) -> Evidence:
    """Evidence of a lasting loss in each case, over all the values it has.

    `s`: error of one check. `made`: checks made before each, where the first ones are left out; else
    counted here. `now`: the day that onsets are counted back from; else the latest with a value.
    """
    present = np.maximum(ok.sum(axis=2, keepdims=True), 1)
    y = np.where(ok, y - np.where(ok, y, 0.0).sum(axis=2, keepdims=True) / present, 0.0)
    made = np.broadcast_to(np.arange(t.shape[1], dtype=np.float64), t.shape) if made is None else made
    noise = s[:, :, None] * np.sqrt(discount(y, ok, s, a.outlier))
    now = np.where(ok.any(axis=1), t, t[:, :1]).max(axis=1) if now is None else now
    onset, weight = _onsets(t, now, a.ages)
    hinge = np.maximum(t[:, None, :] - onset[:, :, None], 0.0) / MONTH_DAYS
    stepped, step_weight = (x[:, :-1] for x in _onsets(t, now, a.step_ages))
    jump = (t[:, None, :] > stepped[:, :, None]).astype(np.float64)
    shapes = np.concatenate((hinge, jump), axis=1)
    fit = _fit(covariance_of(t, made, ok, noise, a), y, ok, shapes, a.scale_weight)
    hinges, jumps = slice(0, hinge.shape[1]), slice(hinge.shape[1], None)
    rates = np.asarray(a.rates)
    grid = fit.against_flat(hinges, rates)
    prior = weight[:, :, None] + np.log(np.asarray(a.rate_weights))
    fall = log_sum(grid + prior[:, None], (2, 3))
    rise = log_sum(fit.against_flat(hinges, -rates) + prior[:, None], (2, 3))
    leap = fit.against_flat(jumps, np.asarray(a.steps)) + step_weight[:, None, :, None]
    step = log_sum(leap, (2, 3)) - np.log(len(a.steps))
    total = log_sum(fall, 1) - np.log(fall.shape[1])
    return Evidence(grid, prior, onset, fall, step, rise, total)
