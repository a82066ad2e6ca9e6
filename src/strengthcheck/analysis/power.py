"""By when a loss would show: computed from the past checks, the planned ones and the person's own error.

The information on a loss of one side that begins today is the quadratic form h' K⁻¹ h of the joint model,
where h is the loss at each check still to come and K the covariance of everything else (docs/reading.md).
The reading finds half, eight in ten and nine in ten of such people at the check after it has reached values
that were measured on the benchmark's tuning seeds: one check later, because a low is said only once it stays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from strengthcheck.analysis.arrays import Array
from strengthcheck.analysis.joint import ASSUMED, Assumptions, covariance_of
from strengthcheck.analysis.spans import MONTH_DAYS
from strengthcheck.analysis.usual import FLOOR
from strengthcheck.model.reading import PowerDate

HALF, MOST, NINE = 5.0, 9.0, 12.0  # information after which the next check finds half, eight, nine of ten
RECENT = 34  # past checks that count: with the planned ones of two years, the sixty that the model looks at
EVERY = 28.0
BASELINE = (0.0, 7.0, 14.0)


def planned_days(after: float, until: float, first: float = 0.0, every: float = EVERY) -> list[float]:
    """Regular dates after a day: 0, 7 and 14 days from the first check, then every 28 (or `every`)."""
    regular = [*BASELINE, *(14.0 + every * np.arange(1, int(max(until - first, 0.0) / every) + 2))]
    return [first + float(d) for d in regular if after < first + d <= until]


def information(
    days: Sequence[float],
    error: float,
    begins: float,
    rate: float,
    a: Assumptions = ASSUMED,
    before: int = 0,
) -> Array:
    """Information after each check on a loss of `rate` a month (of one's own base, a straight line) of one
    side. `before`: checks made before the first of these days.
    """
    t = np.asarray([float(d) for d in days])[None]
    n = t.shape[1]
    lost = np.minimum(rate * np.maximum(t[0] - begins, 0.0) / MONTH_DAYS, 0.95)
    h = np.concatenate((-np.log1p(-lost), np.zeros(n)))
    made = before + np.arange(n, dtype=np.float64)[None]
    k = covariance_of(t, made, np.ones((1, 2, n), np.bool_), np.full((1, 2, n), error), a)[0]
    order = np.arange(2 * n).reshape(2, n).T.ravel()
    # One factor serves every prefix: leading blocks of a Cholesky factor are those of the leading blocks.
    factor = np.linalg.cholesky(k[np.ix_(order, order)])
    white = np.zeros(2 * n)
    for i, value in enumerate(h[order]):
        white[i] = (value - factor[i, :i] @ white[:i]) / factor[i, i]
    return np.asarray(np.cumsum(white**2)[1::2])


def power_dates(
    days: Sequence[float],
    error: float,
    today: float,
    rates: Sequence[float] = (0.02, 0.04, 0.06),
    horizon: float = 730.0,
    every: float = EVERY,
) -> tuple[PowerDate, ...]:
    """For each rate, by when a loss that begins today shows in half, eight of ten and nine of ten such
    people.

    `days`: past checks. `error`: the person's own error of one check (`SideReading.range.error`, or the
    protocol's). Days in the answer count from the first check, as `days` do.
    """
    past = [float(d) for d in days if d <= today]
    future = planned_days(today, today + horizon, past[0] if past else today, every)
    recent = past[-RECENT:]
    return tuple(_one(recent + future, error, today, rate, len(past) - len(recent)) for rate in rates)


def _one(days: list[float], error: float, today: float, rate: float, before: int) -> PowerDate:
    if not days:
        return PowerDate(rate=rate, half=None, most=None, nine_of_ten=None, gone=None)
    found = information(days, error, today, rate, before=before)
    dates = [_reached(days, found, wanted) for wanted in (HALF, MOST, NINE)]
    gone = None if dates[1] is None else min(rate * (dates[1] - today) / MONTH_DAYS, 1.0)
    return PowerDate(rate=rate, half=dates[0], most=dates[1], nine_of_ten=dates[2], gone=gone)


def _reached(days: list[float], found: Array, wanted: float) -> float | None:
    """The check after the first one with so much information: a loss is said when it is there twice."""
    over = np.flatnonzero(found[:-1] >= wanted)
    return days[int(over[0]) + 1] if len(over) else None


TABLE_ERRORS = (0.04, 0.06, 0.08, 0.10, 0.12)
TABLE_DAY = 126.0  # the seventh planned check: the baseline is made


def power_table(
    every: float = EVERY, errors: Sequence[float] = TABLE_ERRORS
) -> dict[float, tuple[PowerDate, ...]]:
    """For each error of one check, by when losses that begin at the seventh check show; days from that check.

    The table of docs/reading.md; a screen takes `power_dates` with the person's own checks and error.
    """
    days = planned_days(-1.0, TABLE_DAY)
    return {
        error: tuple(
            date.model_copy(
                update={f: None if (d := getattr(date, f)) is None else d - TABLE_DAY for f in _DATES}
            )
            for date in power_dates(days, _with_floor(error), TABLE_DAY, horizon=1100.0, every=every)
        )
        for error in errors
    }


_DATES = ("half", "most", "nine_of_ten")


def _with_floor(error: float) -> float:
    return float(np.hypot(error, FLOOR))
