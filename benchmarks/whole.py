"""Made-up whole records: eight tests of one person, sharing a life and a loss, each with its own error and
wander.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from people import (
    DAYS,
    REGULAR,
    STEADY,
    Array,
    CohortName,
    Draft,
    People,
    errors_of,
    home_life,
    losing,
    noise_of,
    people_of,
    steady,
    wandering,
)

TESTS = 8
"""Tests of a whole record: the first half are of the hands, the others of the legs."""
HANDS = TESTS // 2


@dataclass(frozen=True)
class Records:
    """Whole records: one `People` a test; the same life in all, each test with its own error and wander."""

    tests: tuple[People, ...]
    onset: Array
    side: NDArray[np.int64]
    felt: NDArray[np.bool_]  # people × tests: whether the test feels the loss


def _life(rng: np.random.Generator, kind: str, cohort: CohortName) -> Draft:
    """What happens to the person, in every test alike: the course of one limb side and the moves of all."""
    d = Draft(rng, cohort, np.zeros((2, DAYS)), np.zeros((2, DAYS)), np.full(2, 0.07), 0.0)
    if cohort == "home":
        home_life(d)
        d.moved *= np.sqrt(0.5)
    if kind in STEADY:
        steady(d, kind)
    else:
        losing(d, kind)
    return d


def _one_test(
    seed: int, number: int, test: int, life: Draft, kind: str, feels: bool
) -> tuple[Draft, Array, Array, float]:
    """One test of a record: the life of its person, with its own error, wander, base and reading step."""
    rng = np.random.default_rng([seed, number, test, sum(kind.encode()), 7])
    error, share = errors_of(rng, life.cohort)
    if kind == "noisy":
        error = np.minimum(error * 1.4, 0.15)
    if kind == "unequal":
        error = error * np.array([1.0, 1.6])[:: rng.choice((-1, 1))]
    touched = life.moved
    if kind == "injury" and not feels:
        touched = life.moved.copy()
        touched[life.side] = life.moved[1 - life.side]
    d = Draft(rng, life.cohort, np.zeros((2, DAYS)), touched.copy(), error, share, learn=life.learn)
    if feels or kind in STEADY:
        d.true = life.true * (rng.uniform(0.7, 1.2) if kind not in STEADY else 1.0)
    if life.cohort == "home":
        sd, memory = life.wander * np.sqrt(0.5), rng.uniform(60, 180)
        d.moved += np.stack([wandering(rng, sd, memory), wandering(rng, sd, memory)])
    base = rng.uniform(18, 48)
    tilt = rng.uniform(0.12, 0.4) if kind == "asymmetry" else 0.0
    sides = base * np.array([1.0, float(np.exp(rng.normal(0.05, 0.08) + tilt))])
    step = float(rng.choice((0.1, 0.5, 1.0))) if life.cohort == "home" else 0.0
    return d, np.log(sides)[:, None] + d.true + d.moved + noise_of(d), sides, step


def make_records(seed: int, count: int, kind: str, cohort: CohortName) -> Records:
    """`count` whole records. `kind` "steady mix" takes the kinds of steady people in turn; else a loss in
    one hand.
    """
    lives, rows, felt, dates = [], [], [], []
    for number in range(count):
        one = STEADY[number % len(STEADY)] if kind == "steady mix" else kind
        rng = np.random.default_rng([seed, number, sum(one.encode()), 5])
        life = _life(rng, one, cohort)
        limb = int(rng.integers(0, 2)) if one in STEADY else 0
        feels = (np.arange(TESTS) // HANDS == limb) & (rng.random(TESTS) < 0.75)
        feels[limb * HANDS : limb * HANDS + 2] = True
        miss, slow = (0.05, 2.0) if cohort == "kind" else (0.25, 7.0)
        late = np.minimum(rng.exponential(slow, len(REGULAR)), 21.0)
        missed = rng.random(len(REGULAR)) < miss
        late[0], missed[0] = 0.0, False
        lives.append(life)
        felt.append(feels)
        dates.append((late, missed))
        rows.append([_one_test(seed, number, i, life, one, bool(feels[i])) for i in range(TESTS)])
    late, missed = np.stack([d[0] for d in dates]), np.stack([d[1] for d in dates])
    onset, side = np.array([x.onset for x in lives]), np.array([x.side for x in lives])
    tests = tuple(people_of(kind, [r[i] for r in rows], onset, side, late, missed) for i in range(TESTS))
    return Records(tests, onset, side, np.stack(felt))
