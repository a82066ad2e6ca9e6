"""False comfort: nobody whose reading leans to a lasting loss, or is open, is soothed or offered less.

Made-up records that fall slowly, begin to fall late, fall in one test alone or hardly at all. What leans is
judged here by the model itself, asked anew at the latest check, not by the rules under test.
"""

import random
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pytest

from strengthcheck.analysis.course import evidence_at
from strengthcheck.analysis.dips import dips_of, low_days
from strengthcheck.analysis.inputs import series
from strengthcheck.analysis.schedule import next_due
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.wayout import Facts, way_out
from strengthcheck.analysis.whole import ReadPair, Whole, read_whole
from strengthcheck.model.check import Trial
from strengthcheck.model.profile import Plan
from strengthcheck.model.reading import STEADY
from strengthcheck.views.compare import compare_view
from strengthcheck.views.pair_shape import shape_view
from strengthcheck.views.said import Moment
from tests.analysis.making import FORCE, LADDER, START, force, kept, lookup, protocol

MONTH = 30.4375
GRIP = protocol("grip-device", (FORCE,))
PRESS = protocol("leg-press", (FORCE,), body="leg")
HEEL = protocol("heel-walk", (LADDER,), body="leg")
TESTS = (GRIP, PRESS, HEEL)
CHECKS = (7, 10, 11, 12, 14, 18, 26)


class Life(NamedTuple):
    """One made-up person: the right hand loses a straight share of its base a month from some day on."""

    seed: int
    rate: float
    begins: float
    error: float
    rungs: tuple[int, ...] = (3,)
    """The right leg's latest rungs, the first of them at every check before."""


LIVES = [
    *(Life(s, rate, 14, error) for s in (1, 2) for rate in (0.02, 0.03, 0.05) for error in (0.03, 0.08)),
    *(Life(s, rate, 250, error) for s in (3, 4) for rate in (0.03, 0.05, 0.08) for error in (0.02, 0.05)),
    *(Life(s, rate, 400, 0.03) for s in (5, 6) for rate in (0.03, 0.06)),
    *(Life(s, 0.0, 0, error) for s in (7, 8, 9) for error in (0.02, 0.05, 0.1)),
    *(Life(10, 0.0, 0, 0.02, rungs) for rungs in ((3, 2, 2), (3, 1), (3, 0), (3, 2), (2, 1))),
    *(Life(s, 0.0, 0, 0.08) for s in range(11, 17)),
]


def made(life: Life, count: int) -> tuple[Whole, list[date]]:
    """The record of one person after so many regular checks."""
    chance = random.Random(life.seed)
    days = [0, 7, 14, *(14 + 28 * k for k in range(1, 40))][:count]
    late = (life.rungs[0],) * (count - len(life.rungs) + 1) + life.rungs[1:]
    checks = []
    for i, day in enumerate(days):
        there = max(1 - life.rate * max(day - life.begins, 0) / MONTH, 0.1)
        values = [base * (1 + chance.gauss(0, life.error)) for base in (30, 32 * there, 90, 92)]
        grip = [force(s, round(v, 1)) for s, v in zip(("left", "right"), values[:2], strict=True)]
        press = [force(s, round(v, 1)) for s, v in zip(("left", "right"), values[2:], strict=True)]
        rungs = [
            Trial(side="left", values={"ladder": 3}),
            Trial(side="right", could_not=True)
            if late[i] == 0
            else Trial(side="right", values={"ladder": late[i]}),
        ]
        for n, (test, trials) in enumerate(((GRIP, grip), (PRESS, press), (HEEL, rungs))):
            checks.append(kept(day, *trials, p=test, number=day * 10 + n + 1))
    whole = read_whole(pairs_of(checks, lookup(*TESTS)))
    return whole, [START.date() + timedelta(days=d) for d in days]


def odds(read: ReadPair) -> float:
    """The model's log odds of a lasting loss at the latest check, asked here; least where it has none."""
    if read.pair.measure.id == "ladder" or read.given is None or len(read.given.days) < 4:
        return -9.0
    g = read.given
    x = series(g.days, (g.left, g.right), g.better, g.typical_error, g.cap, g.step)
    last = len(g.days) - 1
    found = evidence_at(x.t, x.y, x.ok, x.usual, np.zeros(1, np.int64), np.asarray([last]))
    return float(found.total[0])


def is_open(whole: Whole) -> bool:
    """Whether a side is low, lower, not done, or a low day has not come back."""
    sides = [p.side(s) for p in whole.pairs for s in p.sides]
    rungs = [p.pair.points[s][-1] for p in whole.pairs if p.pair.measure.id == "ladder" for s in p.sides]
    return (
        any(s.course not in STEADY and s.course != "too_early" for s in sides)
        or any(s.lower_running > 1 for s in sides)
        or any(p.could_not or p.value <= 1 for p in rungs)
        or low_days(dips_of(whole.pairs)).still_open > 0
    )


def proposed(whole: Whole, planned: list[date], interval: int = 28) -> str | None:
    """What the way out proposes."""
    found = way_out(
        Facts(
            pairs=whole.pairs,
            worth_showing=whole.record.worth_showing,
            planned=planned,
            regular=next_due(planned).number - 1,
            visits=(),
            open_losses=0,
            plan=Plan(interval_days=interval),
            today=planned[-1],
            limbs=whole.record.limbs,
            open_days=low_days(dips_of(whole.pairs)).still_open,
        )
    )
    return None if found is None else found.step


def headline(whole: Whole, today: date) -> list[str]:
    """The ids of what Compare says first."""
    dips = dips_of(whole.pairs)
    view = compare_view(whole.pairs, whole.record, Moment(today, None), dips=dips, slow_months=6)
    return [s.id for s in view.headline]


@pytest.fixture(scope="module")
def records():
    """Every life after every number of checks."""
    return [(life, *made(life, count)) for life in LIVES for count in CHECKS]


def test_nobody_whose_reading_leans_or_is_open_is_offered_fewer_checks(records):
    wrong = [
        (life, len(planned), step)
        for life, whole, planned in records
        for step in (proposed(whole, planned), proposed(whole, planned, interval=84))
        if step is not None and (is_open(whole) or max(map(odds, whole.pairs)) >= -1)
    ]
    assert wrong == []


def test_nobody_whose_reading_leans_or_is_open_is_told_that_the_record_does_not_look_like_a_loss(records):
    wrong = [
        (life, len(planned))
        for life, whole, planned in records
        if "usual.shape" in headline(whole, planned[-1])
        and (is_open(whole) or max(map(odds, whole.pairs)) >= -0.5)
    ]
    assert wrong == []


def test_nobody_whose_test_leans_is_shown_how_a_lasting_loss_would_look_beside_it(records):
    wrong = [
        (life, len(planned))
        for life, whole, planned in records
        for read in whole.pairs
        if shape_view(read, (), planned[-1]) is not None
        and read.reading.odds is not None
        and read.reading.odds.total >= -1
    ]
    assert wrong == []


def test_of_those_who_have_truly_lost_a_tenth_and_more_hardly_anyone_is_offered_fewer_checks(records):
    losing = [
        proposed(whole, planned)
        for life, whole, planned in records
        if life.rate * max((planned[-1] - START.date()).days - life.begins, 0) / MONTH >= 0.1
    ]
    assert len(losing) > 50
    assert sum(step is not None for step in losing) == 0


def test_steady_people_are_offered_fewer_checks_within_their_first_two_years(records):
    steady = [
        proposed(whole, planned)
        for life, whole, planned in records
        if life.rate == 0 and life.rungs == (3,) and len(planned) >= 18
    ]
    assert sum(step is not None for step in steady) > len(steady) / 2
