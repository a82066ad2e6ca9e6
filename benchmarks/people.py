"""Made-up people whose truth is known, for judging the reading.

Every person depends on the seed and on the person's number alone. A person is a daily course of true log
strength for both sides and what a check on that day would have shown; the schedule (planned, late, missed)
is drawn with the person. Two cohorts: `kind` and `home`, as the project's benchmark defines them
(docs/reading.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
CohortName = Literal["kind", "home"]

STEADY = (
    "steady",
    "off days",
    "asymmetry",
    "learning",
    "seasonal",
    "noisy",
    "unequal",
    "drift",
    "waning",
    "illness",
    "injury",
)
TYPICAL = ("one-sided", "spreading", "symmetric")
LOSING = (*TYPICAL, "plateau", "slow", "falling at first", "settling in")
BESIDE = ("step", "rehabilitation")

DAYS = 860  # days simulated for each person
MONTH = 30.4375
REGULAR = np.concatenate(([0.0, 7.0, 14.0], 14.0 + 28.0 * np.arange(1, 31)))


@dataclass(frozen=True)
class People:
    """A group of one kind. `true` and `shown` are log strength, people × sides × days."""

    kind: str
    true: Array  # what is truly there, relative to each side's own base (0 = all of it)
    shown: Array  # base + truth + all that moves a check, before learning and the reading step
    learn: Array  # people: log gain that practice will bring in the end
    base: Array  # people × sides: own base in the measure's unit
    error: Array  # people × sides: the error of one check, which only the semi-oracle may know
    step: Array  # people: smallest step of the reading, 0 = none
    onset: Array  # people: day the loss begins (inf for steady people)
    side: NDArray[np.int64]  # people: 0 left, 1 right, 2 both
    late: Array  # people × regular dates: days late
    missed: NDArray[np.bool_]  # people × regular dates
    share: Array  # people: share of one check's error variance common to both sides
    wander: Array  # people: sd of slow wander
    regular: Array = field(default_factory=lambda: REGULAR)  # the planned days

    def value(self, day: NDArray[np.int64], made: NDArray[np.int64]) -> Array:
        """What the check on `day` shows after `made` earlier checks: people × sides, in units."""
        who = np.arange(len(day))
        log = self.shown[who, :, day] - (self.learn * np.exp(-made / 2.0))[:, None]
        value = np.exp(log)
        step = self.step[:, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            rounded = np.round(value / step) * step
        return np.asarray(np.where(step > 0, rounded, value))


def straight(months: Array, rate: float, speeding: float, cohort: CohortName) -> Array:
    """Log of what is left after `months` at `rate` a month: exponential (kind), or straight in units."""
    months = np.asarray(np.maximum(months, 0.0), dtype=np.float64)
    if cohort == "kind":
        return np.asarray(-rate * months)
    lost = rate * months * (1.0 + speeding * months / 12.0)
    return np.asarray(np.log(np.maximum(1.0 - lost, 0.08)))


def wandering(rng: np.random.Generator, sd: float, days: float) -> Array:
    """A slow wander: a first-order autoregression with stationary `sd` and memory `days`."""
    keep = np.exp(-1.0 / days)
    steps = rng.standard_normal(DAYS) * sd * np.sqrt(1 - keep**2)
    steps[0] = rng.standard_normal() * sd
    powers = np.exp(-np.arange(DAYS) / days)
    # Blocked form of x_t = keep x_{t-1} + step_t that stays within floating range.
    out = np.empty(DAYS)
    last = 0.0
    for start in range(0, DAYS, 215):
        stop = min(start + 215, DAYS)
        scale = powers[: stop - start]
        out[start:stop] = scale * (np.cumsum(steps[start:stop] / scale) + last * keep)
        last = out[stop - 1]
    return out


@dataclass
class Draft:
    """One person while being made: log courses over days, both sides."""

    rng: np.random.Generator
    cohort: CohortName
    true: Array
    moved: Array
    error: Array
    share: float
    learn: float = 0.0
    onset: float = np.inf
    side: int = 0
    ratio: float = 1.0
    wander: float = 0.0


def _off_days(d: Draft, chance: float) -> None:
    """Bad spells: they begin with `chance` a day, last a day or (home) some days, and lower both sides by
    8-25 %.
    """
    rng = d.rng
    mean_length = 1.0 if d.cohort == "kind" else 8.0
    begins = np.flatnonzero(rng.random(DAYS) < chance / mean_length)
    for day in begins:
        length = 1 + rng.poisson(mean_length - 1)
        d.moved[:, day : day + length] += np.log(1 - rng.uniform(0.08, 0.25))


def _waning(d: Draft) -> None:
    """Effort wanes over 45-120 days: from the first check on, at home as often from a later day."""
    depth = d.rng.uniform(0.05, 0.10) if d.cohort == "home" else d.rng.uniform(0.03, 0.06)
    over = d.rng.uniform(45, 120)
    start = d.rng.uniform(0, 500) * float(d.cohort == "home" and d.rng.random() < 0.5)
    d.moved += np.log(1 - depth) * np.clip((np.arange(DAYS) - start) / over, 0, 1)


def _illness(d: Draft) -> None:
    for _ in range(1 + d.rng.integers(0, 2)):
        start = d.rng.uniform(30, 700)
        length = d.rng.uniform(10, 35)
        depth = d.rng.uniform(0.08, 0.25) if d.cohort == "home" else d.rng.uniform(0.05, 0.15)
        t = np.arange(DAYS)
        back = np.clip(1 - (t - start - length) / 10.0, 0, 1) * (t >= start)
        d.moved += np.log(1 - depth * back)


def _injury(d: Draft) -> None:
    start = d.rng.uniform(60, 600)
    over = d.rng.uniform(21, 70)
    depth = d.rng.uniform(0.15, 0.45) if d.cohort == "home" else d.rng.uniform(0.10, 0.30)
    t = np.arange(DAYS)
    left = depth * np.clip(1 - (t - start) / over, 0, 1) * (t >= start)
    d.side = int(d.rng.integers(0, 2))
    d.onset = start
    d.moved[d.side] += np.log(1 - left)


def steady(d: Draft, kind: str) -> None:
    rng, t = d.rng, np.arange(DAYS)
    if kind == "off days":
        _off_days(d, 0.10 if d.cohort == "home" else 0.06)
    elif kind == "asymmetry":
        d.ratio = float(np.exp(rng.choice((-1, 1)) * rng.uniform(0.12, 0.40)))
    elif kind == "learning":
        d.learn = float(rng.uniform(0.05, 0.15))
    elif kind == "seasonal":
        d.moved += rng.uniform(0.02, 0.05) * np.sin(2 * np.pi * (t / 365.25 + rng.random()))
    elif kind == "noisy":
        d.error *= min(1.6, 0.15 / d.error.max()) if d.cohort == "home" else 1.4
    elif kind == "unequal":
        d.error *= np.array([1.0, 1.8])[:: rng.choice((-1, 1))]
    elif kind == "drift":
        d.true -= rng.uniform(0.0, 0.03 if d.cohort == "home" else 0.02) * t / 365.25
        d.moved += wandering(rng, 0.03 if d.cohort == "home" else 0.015, 150.0)
    elif kind == "waning":
        _waning(d)
    elif kind == "illness":
        _illness(d)
    elif kind == "injury":
        _injury(d)


def losing(d: Draft, kind: str) -> None:
    rng, t = d.rng, np.arange(DAYS)
    fast = rng.uniform(0.03, 0.08) if d.cohort == "kind" else rng.uniform(0.025, 0.06)
    speeding = float(rng.uniform(0.2, 0.8)) if d.cohort == "home" and rng.random() < 0.3 else 0.0
    rate = rng.uniform(0.015, 0.025) if kind == "slow" else fast
    onset = rng.uniform(90, 400)
    if kind == "falling at first":
        onset = -rng.uniform(0, 120)
    if kind == "settling in":
        onset = rng.uniform(0, 60)
    months = np.asarray((t - onset) / MONTH, dtype=np.float64)
    if kind == "plateau":
        begins, lasts = rng.uniform(2, 4), rng.uniform(2, 4)
        months = np.where(months < begins, months, np.maximum(begins, months - lasts))
    d.side = 2 if kind == "symmetric" else int(rng.integers(0, 2))
    d.onset = onset
    sides = (0, 1) if d.side == 2 else (d.side,)
    course = straight(months, rate, speeding, d.cohort)
    if kind == "falling at first":
        course = course - course[0]  # their own base is what they have at the first check
    for side in sides:
        d.true[side] += course
    if kind == "spreading":
        after = rng.uniform(2, 6) if d.cohort == "kind" else rng.uniform(3, 15)
        d.true[1 - d.side] += straight(np.asarray(months - after), rate, speeding, d.cohort)


def _beside(d: Draft, kind: str) -> None:
    rng, t = d.rng, np.arange(DAYS)
    d.side = int(rng.integers(0, 2))
    if kind == "step":
        d.onset = rng.uniform(120, 350)
        d.true[d.side] += np.log(1 - rng.uniform(0.22, 0.40)) * (t >= d.onset)
    else:
        d.true[d.side] += np.log(1 - rng.uniform(0.15, 0.40) * np.exp(-t / rng.uniform(40, 120)))


def home_life(d: Draft) -> None:
    """What happens to anyone at home, whatever their kind."""
    rng = d.rng
    sd = d.wander = rng.uniform(0.0, 0.05) / 2.0  # 0-5 % is what it reaches about one check in twenty
    memory = rng.uniform(60, 180)
    together = rng.uniform(0, 0.8)
    shared = wandering(rng, sd * np.sqrt(together), memory)
    for side in (0, 1):
        d.moved[side] += shared + wandering(rng, sd * np.sqrt(1 - together), memory)
    if rng.random() < 0.5:
        d.learn += rng.uniform(0.0, 0.08)
    if rng.random() < 0.5:
        _off_days(d, 0.06)
    if rng.random() < 0.06:
        _illness(d)
    if rng.random() < 0.05:
        _waning(d)


def errors_of(rng: np.random.Generator, cohort: CohortName) -> tuple[Array, float]:
    if cohort == "kind":
        return np.full(2, rng.uniform(0.04, 0.09)), 1 / 3
    own = float(np.clip(0.07 * np.exp(0.35 * rng.standard_normal()), 0.04, 0.14))
    tilt = np.exp(0.15 * rng.standard_normal())
    return np.clip(own * np.array([tilt, 1 / tilt]), 0.035, 0.16), float(rng.uniform(0, 0.6))


def noise_of(d: Draft) -> Array:
    """Error of one check on each day: part shared, a little heavier than normal at home, growing as
    strength falls.
    """
    rng = d.rng
    shared = rng.standard_normal(DAYS) * np.sqrt(d.share)
    own = rng.standard_normal((2, DAYS)) * np.sqrt(1 - d.share)
    if d.cohort == "home":
        own *= np.sqrt(8.0 / rng.chisquare(10.0, (2, DAYS)))
    grows = np.exp(-0.5 * d.true) if d.cohort == "home" else 1.0
    return np.asarray(d.error[:, None] * grows * (shared + own))


def _one(
    seed: int, number: int, kind: str, cohort: CohortName
) -> tuple[Draft, Array, Array, float, Array, NDArray[np.bool_]]:
    rng = np.random.default_rng([seed, number, sum(kind.encode())])
    error, share = errors_of(rng, cohort)
    d = Draft(rng, cohort, np.zeros((2, DAYS)), np.zeros((2, DAYS)), error, share)
    base = rng.uniform(18, 48)
    tilt = float(np.exp(rng.normal(0.05, 0.08)))
    if cohort == "home":
        home_life(d)
    if kind in STEADY:
        steady(d, kind)
    elif kind in LOSING:
        losing(d, kind)
    else:
        _beside(d, kind)
    sides = base * np.array([1.0, tilt * d.ratio])
    step = float(rng.choice((0.1, 0.5, 1.0))) if cohort == "home" else 0.0
    miss, slow = (0.05, 2.0) if cohort == "kind" else (0.25, 7.0)
    late = np.minimum(rng.exponential(slow, len(REGULAR)), 21.0)
    late[:1] = 0.0
    missed = rng.random(len(REGULAR)) < miss
    missed[0] = False
    shown = np.log(sides)[:, None] + d.true + d.moved + noise_of(d)
    return d, shown, sides, step, late, missed


def make(seed: int, count: int, kind: str, cohort: CohortName) -> People:
    """`count` people of one kind, numbers 0 to count-1."""
    made = [_one(seed, number, kind, cohort) for number in range(count)]
    late, missed = np.stack([m[4] for m in made]), np.stack([m[5] for m in made])
    onset, side = np.array([m[0].onset for m in made]), np.array([m[0].side for m in made])
    return people_of(kind, [m[:4] for m in made], onset, side, late, missed)


def people_of(
    kind: str,
    rows: list[tuple[Draft, Array, Array, float]],
    onset: Array,
    side: NDArray[np.int64],
    late: Array,
    missed: NDArray[np.bool_],
) -> People:
    """One group of single people: of each the draft, what is shown, its own base and the reading step.

    `onset` and `side` are of the person: the draft of a test that does not feel a loss has none.
    """
    drafts = [r[0] for r in rows]
    return People(
        kind=kind,
        true=np.stack([d.true for d in drafts]),
        shown=np.stack([r[1] for r in rows]),
        learn=np.array([d.learn for d in drafts]),
        base=np.stack([r[2] for r in rows]),
        error=np.stack([d.error for d in drafts]),
        step=np.array([r[3] for r in rows]),
        onset=onset,
        side=side,
        late=late,
        missed=missed,
        share=np.array([d.share for d in drafts]),
        wander=np.array([d.wander for d in drafts]),
    )


def make_losing_at(seed: int, count: int, cohort: CohortName, rate: float, onset: float) -> People:
    """People who lose one side at a stated rate from a stated day, whatever they drew."""
    group = make(seed, count, "steady", cohort)
    rng = np.random.default_rng([seed, count, 17])
    side = rng.integers(0, 2, count)
    lost = straight(np.asarray((np.arange(DAYS) - onset) / MONTH, dtype=np.float64), rate, 0.0, "home")
    true, shown = group.true.copy(), group.shown.copy()
    who = np.arange(count)
    true[who, side] += lost
    shown[who, side] += lost
    return replace(group, kind="losing", true=true, shown=shown, onset=np.full(count, onset), side=side)
