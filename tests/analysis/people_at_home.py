"""Small made-up courses for the reading's tests: planned days, and values around an own base."""

import numpy as np

REGULAR = [0.0, 7.0, 14.0, *(14.0 + 28.0 * i for i in range(1, 40))]


def days(count: int) -> list[float]:
    """The first planned days."""
    return REGULAR[:count]


def steady(count: int, base: float = 30.0, error: float = 0.05, seed: int = 1) -> list[float]:
    """Values around a base that does not change."""
    rng = np.random.default_rng(seed)
    return [float(v) for v in base * np.exp(rng.normal(0.0, error, count))]


def losing(
    count: int, rate: float, onset: float, base: float = 30.0, error: float = 0.05, seed: int = 1
) -> list[float]:
    """The same, losing `rate` of the base a month from `onset` on."""
    lost = [rate * max(d - onset, 0.0) / 30.4375 for d in days(count)]
    return [v * max(1.0 - x, 0.05) for v, x in zip(steady(count, base, error, seed), lost, strict=True)]
