"""Ladders: false alarms when 0 or 1 comes by chance, and whether a lasting fall is found by its confirming
check.
"""

from __future__ import annotations

import numpy as np

from figures import Figure
from people import REGULAR
from strengthcheck.analysis import read_ladder

LADDERS = 6  # of the shipped tests
BY_CHANCE = 0.005  # of checks, over all ladders, bring a 0 or 1 by chance
CONFIRM_AFTER = 14.0
HORIZON = 730.0


def _one_record(rng: np.random.Generator) -> bool:
    """Whether any ladder of a steady record is ever worth showing within two years."""
    chance = BY_CHANCE / LADDERS
    for _ in range(LADDERS):
        days: list[float] = []
        left: list[float] = []
        right: list[float] = []
        queue = [float(d) for d in REGULAR if d <= HORIZON]
        spoke = False
        while queue:
            day = queue.pop(0)
            days.append(day)
            for values in (left, right):
                values.append(
                    float(rng.integers(0, 2)) if rng.random() < chance / 2 else 3.0 - (rng.random() < 0.05)
                )
            if not spoke and left[-1] >= 2 and right[-1] >= 2:
                continue
            reading = read_ladder(days, left, right)
            spoke = True
            if reading.worth_showing:
                return True
            near = bool(queue) and queue[0] < day + CONFIRM_AFTER + 5
            if reading.confirm_wanted and not near:
                queue.insert(0, day + CONFIRM_AFTER)
    return False


def _one_loss(rng: np.random.Generator) -> bool:
    """Whether a fall from 3 to 0 that lasts is raised by its confirming check; a chance 2 or 3 shows in 2 %
    of checks.
    """
    days = [0.0, 7.0, 14.0, 42.0, 70.0]
    left: list[float | None] = [3.0 - (rng.random() < 0.05) for _ in days]
    right: list[float | None] = [3.0 for _ in days]
    for day in (98.0, 112.0):
        days.append(day)
        left.append(0.0 if rng.random() > 0.02 else 2.0)
        right.append(3.0)
    return read_ladder(days, left, right).left.raised


def ladder_figures(count: int, seed: int) -> list[Figure]:
    """The ladder line of the table."""
    false = np.mean([_one_record(np.random.default_rng([seed, i, 90])) for i in range(count)])
    hit = np.mean([_one_loss(np.random.default_rng([seed, i, 91])) for i in range(count)])
    return [
        Figure(
            f"{LADDERS} ladders, 0 or 1 by chance in 0.5 % of checks: false alarms",
            "both",
            float(false),
            0.03,
            True,
            count,
        ),
        Figure(
            "a lasting fall from 3 to 0: raised by its confirming check", "both", float(hit), 0.95, n=count
        ),
    ]
