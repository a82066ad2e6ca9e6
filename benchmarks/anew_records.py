"""Whole records drawn a second time: what the tests share, and which feel the loss, can be changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import people as pp
from anew import bursts, steady
from strengthcheck.analysis.pooled import CONFIRM_RECORD
from whole import HANDS, TESTS, Records

Array = NDArray[np.float64]
LEAST_FELT = 2  # tests of a limb that feel its loss, whatever is drawn


@dataclass(frozen=True)
class RecordVersion:
    """One way to make up a whole record of eight tests."""

    name: str
    reach: float = 1.0  # the wander of a test has a sd uniform up to 5 % times this
    in_common: float = 0.5  # of the wander's variance, shared by all tests
    day: float = 0.0  # of one check's error variance, shared by all tests of a sitting
    felt: float = 0.75  # how likely a test of the hand feels its loss
    off_days: float = 0.0  # share of off days, in clusters, in everybody
    loss: str = "one-sided"
    confirm: float = CONFIRM_RECORD


def _life(v: RecordVersion, rng: np.random.Generator, kind: str) -> pp.Draft:
    """What happens to the person in every test alike."""
    own = float(np.clip(0.07 * np.exp(0.3 * rng.standard_normal()), 0.04, 0.14))
    nothing = np.zeros((2, pp.DAYS))
    d = pp.Draft(rng, "home", nothing, nothing.copy(), np.full(2, own), rng.uniform(0, 0.6))
    d.wander = rng.uniform(0.001, 0.05) * v.reach
    bursts(d, v.off_days, 4.0)
    if kind in pp.STEADY:
        steady(d, kind)
    else:
        pp.losing(d, kind)
    memory = float(rng.uniform(60, 150))
    d.moved = d.moved + np.sqrt(v.in_common) * pp.wandering(rng, d.wander, memory)
    return d


def _noise(v: RecordVersion, life: pp.Draft, rng: np.random.Generator, day: Array) -> Array:
    """Errors of one test in units of its own: shared by the sides, and by the tests of a sitting."""
    sides, own = rng.standard_t(6, pp.DAYS), rng.standard_t(6, (2, pp.DAYS))
    drawn = np.sqrt(life.share) * sides + np.sqrt(1 - life.share) * own
    return np.asarray(np.sqrt(1 - v.day) * drawn / np.sqrt(1.5) + np.sqrt(v.day) * day)


def _one_test(
    v: RecordVersion, life: pp.Draft, rng: np.random.Generator, kind: str, feels: bool, day: Array
) -> tuple[pp.Draft, Array, Array, float]:
    error = np.clip(life.error * np.exp(0.25 * rng.standard_normal(2)), 0.035, 0.16)
    moved = life.moved.copy()
    if kind == "injury" and not feels:
        moved[life.side] = moved[1 - life.side]
    memory = float(rng.uniform(60, 150))
    own = [pp.wandering(rng, life.wander, memory) for _ in range(2)]
    moved += np.sqrt(1 - v.in_common) * np.stack(own)
    true = life.true * rng.uniform(0.6, 1.1) if feels else np.zeros((2, pp.DAYS))
    d = pp.Draft(rng, "home", true, moved, error, life.share, learn=life.learn)
    sides = rng.uniform(10, 45) * np.array([1.0, life.ratio * np.exp(rng.normal(0.04, 0.08))])
    grows = np.exp(-0.5 * d.true)
    shown = np.log(sides)[:, None] + d.true + moved + error[:, None] * grows * _noise(v, life, rng, day)
    return d, shown, sides, float(rng.choice((0.0, 0.1, 0.5, 1.0)))


def make_records(v: RecordVersion, seed: int, count: int) -> tuple[Records, Records]:
    """`count` steady records, the kinds in turn, and half as many that lose one hand."""
    kinds = [pp.STEADY[i % len(pp.STEADY)] for i in range(count)]
    return _records(v, seed, kinds), _records(v, seed, [v.loss] * (count // 2))


def _records(v: RecordVersion, seed: int, kinds: list[str]) -> Records:
    lives: list[pp.Draft] = []
    rows, felt, dates = [], [], []
    for number, kind in enumerate(kinds):
        rng = np.random.default_rng([seed, number, *kind.encode(), 79])
        life, day = _life(v, rng, kind), rng.standard_normal(pp.DAYS)
        limb = int(rng.integers(0, 2)) if kind in pp.STEADY else 0
        feels = (np.arange(TESTS) // HANDS == limb) & (rng.random(TESTS) < v.felt)
        feels[limb * HANDS : limb * HANDS + LEAST_FELT] = True
        lives.append(life)
        felt.append(feels)
        late = np.minimum(rng.exponential(5.0, len(pp.REGULAR)), 20.0)
        missed = rng.random(len(pp.REGULAR)) < 0.25
        late[0], missed[0] = 0.0, False
        dates.append((late, missed))
        rows.append([_one_test(v, life, rng, kind, bool(f), day) for f in feels])
    lates, misses = np.stack([d[0] for d in dates]), np.stack([d[1] for d in dates])
    onset, side = np.array([x.onset for x in lives]), np.array([x.side for x in lives])
    tests = tuple(pp.people_of("", [r[i] for r in rows], onset, side, lates, misses) for i in range(TESTS))
    return Records(tests, onset, side, np.stack(felt))
