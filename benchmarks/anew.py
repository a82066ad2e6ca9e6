"""The people of the benchmark drawn a second time, in the plainest way, from the same description.

`versions.py` prints what the reading finds in them. Nothing is tuned on them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

import people as pp
from strengthcheck.analysis.course import CONFIRM

Array = NDArray[np.float64]

T = np.arange(pp.DAYS)
EVERY_14 = np.concatenate(([0.0, 7.0], 14.0 * np.arange(1, 61)))


@dataclass(frozen=True)
class Version:
    """One way to make up the people of the description."""

    name: str
    cohort: pp.CohortName = "home"
    wander: Literal["memory", "walk", "sine"] = "memory"
    reach: float = 1.0  # its sd is uniform up to 5 % times this
    memory: tuple[float, float] = (60.0, 150.0)
    tails: float = 5.0  # degrees of freedom of the error
    bursts: float = 0.0  # share of off days, in clusters, in everybody
    coarse: bool = False  # a small device read in whole units
    fortnightly: bool = False
    confirm: float = CONFIRM
    one_side: bool = False


def wander(rng: np.random.Generator, v: Version, sd: float) -> Array:
    if v.wander == "sine":
        wave = np.sin(2 * np.pi * (T / rng.uniform(90, 400) + rng.random()))
        return np.asarray(sd * wave)
    if v.wander == "walk":
        steps = np.cumsum(rng.standard_normal(pp.DAYS) * 0.05 / 15) + rng.uniform(-sd, sd)
        return np.asarray(np.abs((steps - sd) % (4 * sd) - 2 * sd) - sd)  # reflected at ± sd
    return pp.wandering(rng, sd, float(rng.uniform(*v.memory)))


def bursts(d: pp.Draft, share: float, length: float) -> None:
    for day in np.flatnonzero(d.rng.random(pp.DAYS) < share / length):
        d.moved[:, day : day + 1 + d.rng.poisson(length - 1)] += np.log(1 - d.rng.uniform(0.08, 0.25))


def _waning(d: pp.Draft) -> None:
    start = d.rng.uniform(0, 300) * (d.rng.random() < 0.5)
    d.moved += np.log(1 - d.rng.choice((0.05, 0.10))) * np.clip((T - start) / d.rng.uniform(45, 120), 0, 1)


def _illness(d: pp.Draft) -> None:
    for _ in range(d.rng.integers(1, 3)):
        start, length, depth = d.rng.uniform(30, 700), d.rng.uniform(14, 42), d.rng.uniform(0.08, 0.2)
        d.moved += np.log(1 - depth * np.clip(1 - (T - start - length) / 14, 0, 1) * (start <= T))


def _injury(d: pp.Draft) -> None:
    start, heals, depth = d.rng.uniform(40, 600), d.rng.uniform(21, 70), d.rng.uniform(0.15, 0.5)
    d.side, d.onset = int(d.rng.integers(0, 2)), start
    d.moved[d.side] += np.log(1 - depth * np.clip(1 - (T - start) / heals, 0, 1) * (start <= T))


def steady(d: pp.Draft, kind: str) -> None:
    rng = d.rng
    if kind == "off days":
        bursts(d, 0.08, 4.0 if d.cohort == "home" else 1.0)
    elif kind == "asymmetry":
        d.ratio = float(np.exp(rng.choice((-1, 1)) * rng.uniform(0.15, 0.45)))
    elif kind == "learning":
        d.learn = float(rng.choice((0.06, 0.12)))
    elif kind == "seasonal":
        d.moved += rng.uniform(0.02, 0.05) * np.sin(2 * np.pi * (T / 365 + rng.random()))
    elif kind == "noisy":
        d.error = np.minimum(d.error * 1.5, 0.15)
    elif kind == "unequal":
        d.error = d.error * np.array([0.8, 1.6])[:: rng.choice((-1, 1))]
    elif kind == "drift":
        d.moved -= rng.uniform(0, 0.04) * T / 365
    elif kind in ("waning", "illness", "injury"):
        {"waning": _waning, "illness": _illness, "injury": _injury}[kind](d)


def _person(v: Version, seed: int, number: int, kind: str) -> tuple[pp.Draft, Array, Array, float]:
    rng = np.random.default_rng([seed, number, *kind.encode(), 77])
    home = v.cohort == "home"
    error, share = np.full(2, rng.uniform(0.04, 0.09)), 1 / 3
    if home:
        own = np.clip(0.07 * np.exp(0.4 * rng.standard_normal()), 0.04, 0.14)
        error, share = np.clip(own * np.exp(0.2 * rng.standard_normal(2)), 0.035, 0.16), rng.uniform(0, 0.6)
    d = pp.Draft(rng, v.cohort, np.zeros((2, pp.DAYS)), np.zeros((2, pp.DAYS)), error, share)
    if home:
        sd, together = rng.uniform(0.001, 0.05) * v.reach, rng.random()
        apart = np.stack([wander(rng, v, sd), wander(rng, v, sd)])
        d.moved += np.sqrt(together) * wander(rng, v, sd) + np.sqrt(1 - together) * apart
        bursts(d, v.bursts, 4.0)
    if kind in pp.LOSING:
        pp.losing(d, kind)
    else:
        steady(d, kind)
    base = rng.uniform(8, 20) if v.coarse else rng.uniform(15, 45)
    sides = base * np.array([1.0, d.ratio * np.exp(rng.normal(0.04, 0.08))])
    parts = rng.standard_normal(pp.DAYS), rng.standard_normal((2, pp.DAYS))
    if home and np.isfinite(v.tails):
        size = np.sqrt((v.tails - 2) / v.tails)
        parts = size * rng.standard_t(v.tails, pp.DAYS), size * rng.standard_t(v.tails, (2, pp.DAYS))
    noise = np.sqrt(share) * parts[0] + np.sqrt(1 - share) * parts[1]
    grows = np.exp(-0.5 * d.true) if home else 1.0
    step = 1.0 if v.coarse else float(rng.choice((0.0, 0.1, 0.5, 1.0))) if home else 0.0
    return d, np.log(sides)[:, None] + d.true + d.moved + d.error[:, None] * grows * noise, sides, step


def make(v: Version, seed: int, count: int, kind: str) -> pp.People:
    """`count` people of one kind, as this version makes them up."""
    rows = [_person(v, seed, number, kind) for number in range(count)]
    regular = EVERY_14 if v.fortnightly else pp.REGULAR
    dates = np.random.default_rng([seed, *kind.encode(), 78])
    late = np.minimum(dates.exponential(5.0 if v.cohort == "home" else 2.0, (count, len(regular))), 20.0)
    missed = dates.random((count, len(regular))) < (0.25 if v.cohort == "home" else 0.05)
    late[:, 0], missed[:, 0] = 0.0, False
    onset, side = np.array([r[0].onset for r in rows]), np.array([r[0].side for r in rows])
    group = replace(pp.people_of(kind, rows, onset, side, late, missed), regular=regular)
    return _alone(group) if v.one_side else group


def _alone(group: pp.People) -> pp.People:
    """The side that loses, read by itself, as a test without sides is."""
    side = np.where(group.side == 1, 1, 0)[:, None]
    who = np.arange(len(side))[:, None]
    picked = {n: getattr(group, n)[who, side] for n in ("true", "shown", "base", "error")}
    return replace(group, **picked, side=np.zeros(len(side), np.int64))
