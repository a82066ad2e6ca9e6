"""Holds that reach their cap: how often the reading alarms a steady person, and how soon it sees a loss.

python benchmarks/holds.py            300 people a figure

A value at the cap means "at least", so that a loss is not seen before it has used up what lies above the
cap. Nothing is tuned here.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from people import DAYS, MONTH, REGULAR, wandering
from strengthcheck.analysis import read_pair

Array = NDArray[np.float64]

SEED = 20270115
CAP = 60.0  # seconds
SCATTER = 0.17  # of one hold, log units
STATED = 0.2
HORIZON = 730.0
CONFIRM_AFTER, CONFIRMS_RUNNING, NEAR_REGULAR = 14.0, 3, 5.0


@dataclass(frozen=True)
class Holds:
    """One row: what the person could hold, as a multiple of the cap, and the protocol's least change."""

    name: str
    least: float
    most: float
    least_change: float | None


ROWS = (
    Holds("could hold 0.7 to 1 times the cap", 0.7, 1.0, None),
    Holds("could hold 1 to 1.3 times the cap", 1.0, 1.3, None),
    Holds("could hold 1.3 to 2 times the cap", 1.3, 2.0, None),
    Holds("1 to 1.3 times, least change of a half", 1.0, 1.3, 0.5),
)


def _able(row: Holds, seed: int, number: int, rate: float) -> tuple[Array, float]:
    """What each side could hold on each day, in seconds, and the day on which the left begins to lose."""
    rng = np.random.default_rng([seed, number, 92])
    share = rng.uniform(0, 0.6)
    shared, own = rng.standard_normal(DAYS), rng.standard_normal((2, DAYS))
    noise = SCATTER * (np.sqrt(share) * shared + np.sqrt(1 - share) * own)
    moved = np.stack([wandering(rng, 0.03, 100.0), wandering(rng, 0.03, 100.0)])
    onset = float(rng.uniform(120, 300))
    lost = rate * np.maximum(np.arange(DAYS) - onset, 0.0) / MONTH
    left = np.stack([np.maximum(1.0 - lost, 0.02), np.ones(DAYS)])
    return CAP * rng.uniform(row.least, row.most) * left * np.exp(noise + moved), onset


def _first_alarm(able: Array, least_change: float | None) -> float:
    """The day of the first alarm under the planned schedule, a tenth of the checks missed; or inf."""
    rng = np.random.default_rng(int(able[0, 0] * 1000))
    queue = [float(d) for d in REGULAR if d <= HORIZON and (d < 1 or rng.random() > 0.1)]
    days: list[float] = []
    held: tuple[list[float], list[float]] = ([], [])
    running = 0
    while queue:
        days.append(queue.pop(0))
        for values, side in zip(held, able, strict=True):
            values.append(min(CAP, round(float(side[int(days[-1])]), 1)))
        reading = read_pair(days, *held, typical_error=STATED, cap=CAP, least_change=least_change)
        if reading.worth_showing:
            return days[-1]
        again = days[-1] + CONFIRM_AFTER
        running = running + 1 if reading.confirm_wanted else 0
        if 0 < running <= CONFIRMS_RUNNING and not (queue and queue[0] < again + NEAR_REGULAR):
            queue.insert(0, again)
    return float("inf")


def line(row: Holds, count: int, seed: int) -> str:
    """False alarms within two years; a loss of 5 and of 10 % of one's own a month found in time."""
    steady = [_first_alarm(_able(row, seed, i, 0.0)[0], row.least_change) for i in range(count)]
    cells = [f"{100 * float(np.isfinite(steady).mean()):5.1f}"]
    for rate in (0.05, 0.10):
        people = [_able(row, seed, i, rate) for i in range(count)]
        delay = np.array([_first_alarm(able, row.least_change) - onset for able, onset in people])
        found = [np.mean((delay >= 0) & (delay <= months * MONTH)) for months in (6, 9, 12)]
        cells.append(" / ".join(f"{100 * x:5.1f}" for x in found))
    return f"{row.name:40s} " + "   ".join(cells)


def main() -> None:
    """Print a row for each kind of hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}, {chosen.people} people a figure, cap {CAP:.0f} s; per cent")
    print(f"{'':40s} false   5 % a month: 6 / 9 / 12     10 % a month: 6 / 9 / 12")
    for row in ROWS:
        print(line(row, chosen.people, chosen.seed), flush=True)


if __name__ == "__main__":
    main()
