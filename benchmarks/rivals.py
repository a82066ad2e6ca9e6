"""The rules that the reading is set against: latest against first, XmR run rules, Mann-Kendall, and a semi-
oracle.

Each takes a group's checks and returns a score per person and check, the greater the more alarming; the
benchmark sets one threshold for each so that as many steady people are alarmed as by the reading's own
target. All see the same checks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]

FIRST = 4  # no rule speaks before its fifth check
RUN = 8  # a run on one side of the centre, in XmR charts
ONSETS = np.arange(-60.0, 840.0, 28.0)
RATES = np.array([0.015, 0.025, 0.04, 0.06, 0.09])
MONTH = 30.4375


def latest_against_first(y: Array, ok: Bools) -> Array:
    """How far the latest value lies under the first one; log. People × checks."""
    fall = (y[:, :, :1] - y).max(axis=1)
    return _from_fifth(fall, ok)


def xmr(y: Array, ok: Bools) -> Array:
    """The least multiple of the usual limits at which no XmR rule speaks: people × checks.

    Limits from the first six values (mean, and mean moving range / 1.128). Rules, one-sided: one value
    beyond 3 units, two of three beyond 2, four of five beyond 1 (each scaled together), and a run of eight
    below the centre, whose nearest value counts three times.
    """
    centre = y[:, :, :6].mean(axis=2, keepdims=True)
    unit = np.abs(np.diff(y[:, :, :6], axis=2)).mean(axis=2, keepdims=True) / 1.128
    z = (centre - y) / np.maximum(unit, 1e-3)
    score = z / 3.0
    n = z.shape[2]
    for size, rank, limit in ((3, 2, 2.0), (5, 4, 1.0), (RUN, RUN, 1 / 3)):
        for k in range(size - 1, n):
            window = np.sort(z[:, :, k - size + 1 : k + 1], axis=2)[:, :, ::-1]
            score[:, :, k] = np.maximum(score[:, :, k], window[:, :, rank - 1] / limit)
    score[:, :, :6] = -np.inf
    return _from_fifth(score.max(axis=1), ok)


def mann_kendall(y: Array, ok: Bools) -> Array:
    """The one-sided Mann-Kendall statistic (normal, with continuity correction) of each side so far, the
    greater of both.
    """
    people, sides, n = y.shape
    z = np.zeros((people, sides, n))
    s = np.zeros((people, sides))
    for k in range(1, n):
        s = s + np.sign(y[:, :, k : k + 1] - y[:, :, :k]).sum(axis=2)
        m = k + 1.0
        z[:, :, k] = -(s + np.sign(-s)) / np.sqrt(m * (m - 1) * (2 * m + 5) / 18)
    return _from_fifth(z.max(axis=1), ok)


def semi_oracle(t: Array, y: Array, ok: Bools, base: Array, error: Array, share: Array) -> Array:
    """Log mean likelihood ratio of falling, by one who knows base, error and share, but not wander or off
    days.
    """
    people, _, n = y.shape
    x = y - np.log(base)[:, :, None]
    left, right = error[:, 0], error[:, 1]
    mixed = share * left * right
    det = (left * right) ** 2 - mixed**2
    inverse = (
        np.stack([np.stack([right**2, -mixed], 1), np.stack([-mixed, left**2], 1)], 1) / det[:, None, None]
    )
    pulled = np.einsum("pij,pjk->pik", inverse, x)
    directions = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    size = np.einsum("di,pij,dj->pd", directions, inverse, directions)
    out = np.full((people, n), -np.inf)
    total = np.zeros((people, 3, len(ONSETS), len(RATES)))
    for k in range(n):
        h = np.maximum(t[:, k, None] - ONSETS, 0.0)[:, :, None] / MONTH * RATES
        pull = np.einsum("di,pi->pd", directions, pulled[:, :, k])
        total -= h[:, None] * pull[:, :, None, None] + 0.5 * h[:, None] ** 2 * size[:, :, None, None]
        top = total.max(axis=(1, 2, 3))
        out[:, k] = top + np.log(np.exp(total - top[:, None, None, None]).mean(axis=(1, 2, 3)))
    return _from_fifth(out, ok)


def _from_fifth(score: Array, ok: Bools) -> Array:
    score = np.where(ok.any(axis=1), score, -np.inf)
    score[:, :FIRST] = -np.inf
    return np.asarray(score)
