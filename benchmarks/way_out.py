"""How many made-up people are offered a longer interval: steady ones, and those who lose strength.

`python benchmarks/way_out.py` prints the table of docs/reading.md#the-way-out: people at home, one test of
both hands, asked after each of some regular checks by the product's own rule. For those who lose 4 % a month,
also how often the page would say that such a loss, begun when theirs did, would have shown by now.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import numpy as np

from people import DAYS, MONTH, REGULAR, CohortName, People, make, make_losing_at
from strengthcheck.analysis.dips import dips_of, low_days
from strengthcheck.analysis.wayout import Facts, settled_record, shown_by_now, telling
from strengthcheck.analysis.whole import read_whole
from strengthcheck.catalogue import read_catalogue
from strengthcheck.model.base import Side
from strengthcheck.model.profile import Plan
from strengthcheck.model.series import Pair, PairKey, Point

SEED = 3
COUNT = 200
CHECKS = (9, 11, 13, 16, 20)
FIRST_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
COHORT: CohortName = "home"
SIDES: tuple[Side, ...] = ("left", "right")


class Asked(NamedTuple):
    """One person after so many checks."""

    offered: bool
    told: bool
    """Would have been told of a loss of 4 % a month by now, as long as theirs goes on, in eight of ten."""


def days_of(group: People, who: int) -> list[int]:
    """The days on which one person came, late and with some dates missed."""
    days: list[int] = []
    for i, day in enumerate(REGULAR):
        if not group.missed[who, i]:
            days.append(max(round(float(day + group.late[who, i])), days[-1] + 1 if days else 0))
    return days


def pair_of(group: People, who: int, days: list[int]) -> Pair:
    """The grip of both hands of one person on these days."""
    protocol = read_catalogue(None).protocols["grip-device"].protocol
    measure = protocol.measure("force")
    assert measure is not None
    points: dict[Side, list[Point]] = {s: [] for s in SIDES}
    for made, day in enumerate(days):
        at = FIRST_DAY + timedelta(days=day)
        values = group.value(np.full(len(group.onset), day), np.full(len(group.onset), made))[who]
        for side, value in zip(SIDES, values, strict=True):
            points[side].append(Point(UUID(int=made + 1), at, float(value), (0,), 0))
    key = PairKey(protocol="grip-device", version=1, text="", measure="force", object=None)
    return Pair(key, protocol, measure, {s: tuple(p) for s, p in points.items()})


def asked(group: People, who: int, days: list[int]) -> Asked:
    """What the way out proposes after the last of these days."""
    whole = read_whole((pair_of(group, who, days),))
    planned: list[date] = [(FIRST_DAY + timedelta(days=d)).date() for d in days]
    facts = Facts(
        pairs=whole.pairs,
        worth_showing=whole.record.worth_showing,
        planned=planned,
        regular=len(days),
        visits=(),
        open_losses=0,
        plan=Plan(),
        today=planned[-1],
        limbs=whole.record.limbs,
        open_days=low_days(dips_of(whole.pairs)).still_open,
    )
    shown = shown_by_now(telling(whole.pairs), planned[-1])
    months = (days[-1] - float(group.onset[who])) / MONTH
    told = shown is not None and months >= shown.months
    return Asked(settled_record(facts) is not None, told)


def groups(count: int) -> Iterator[tuple[str, People]]:
    """Steady people, and those who lose one side at a stated rate from a stated day."""
    yield "steady", make(SEED, count, "steady", COHORT)
    yield "waning effort", make(SEED, count, "waning", COHORT)
    for begins in (30.0, 250.0):
        for rate in (0.02, 0.03, 0.04):
            told = f"{rate:.0%} a month from day {begins:.0f}"
            yield told, make_losing_at(SEED, count, COHORT, rate, begins)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    count = parser.parse_args().count
    print(f"{'offered fewer checks, in 100, after':36}" + "".join(f"{n:>8}" for n in CHECKS) + "  checks")
    for name, group in groups(count):
        cells, wrong, of = [], 0, 0
        for checks in CHECKS:
            days = [days_of(group, i)[:checks] for i in range(count)]
            found = [asked(group, i, d) for i, d in enumerate(days) if len(d) == checks and d[-1] < DAYS]
            cells.append(100 * sum(f.offered for f in found) / max(len(found), 1))
            wrong += sum(f.told and f.offered for f in found)
            of += sum(f.told for f in found)
        said = f"   that it would have shown: to {wrong} of {of}" if name.startswith("4%") else ""
        print(f"{name:36}" + "".join(f"{c:8.1f}" for c in cells) + said, flush=True)


if __name__ == "__main__":
    main()
