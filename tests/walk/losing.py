"""Many made-up people who lose strength in one hand, each walked through two years of the whole program.

After every check the record is on disk, and what Home, Compare and the last page say is read from it as a
person would. Nobody stops when told to see a doctor: so the program has every chance to comfort falsely.
"""

import json
import random
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from strengthcheck.services.home import home_facts
from strengthcheck.services.readings import compare, home_reading, read_after
from strengthcheck.services.recording import record_check
from strengthcheck.services.sitting import checks_of, timing
from strengthcheck.services.standing import standing
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.compare_text import compare_lines
from strengthcheck.views.home import home_view
from strengthcheck.wording import reading, wayout
from tests.services.rooms import StandingClock, opened
from tests.walk.calendar import DAYS, moment

MONTH = 30.4375
GONE = 0.10
"""From so much of the own base truly gone, `came_back` would be false comfort."""

CAME_BACK = reading.CAME_BACK.text.partition("{")[0].strip()

FEWER = (wayout.RARER.text, wayout.ENOUGH.text)


class Losing(NamedTuple):
    """One person: a straight loss of one hand on top of a home's scatter."""

    side: str
    begins: float
    rate: float
    """A share of the own base a month."""
    error: float
    """Of one check, as a share."""
    off_days: float
    """How often a day is an off day, a fifth lower."""
    seed: int

    def gone(self, day: float) -> float:
        """What of the side is truly gone on a day."""
        return min(self.rate * max(day - self.begins, 0.0) / MONTH, 0.95)


class Told(NamedTuple):
    """What one person was told."""

    asked: int
    """Planned checks made while a tenth or more was truly gone."""
    came_back: bool
    """`came_back` was said of the losing hand meanwhile, on any page."""
    fewer: bool
    """Fewer checks were proposed meanwhile."""
    shown_on: int | None
    """The first day on which it was called worth showing."""
    tenth_on: float


def person(number: int, seed: int = 20261126) -> Losing:
    """One of them; the same number is the same person."""
    chance = random.Random(seed * 100_003 + number)
    return Losing(
        side=chance.choice(("left", "right")),
        begins=chance.uniform(40, 260),
        rate=chance.uniform(0.025, 0.06),
        error=chance.uniform(0.04, 0.12),
        off_days=0.06,
        seed=chance.randrange(2**30),
    )


def followed(who: Losing, folder: Path) -> Told:
    """Two years of planned and confirming checks, as they fall due."""
    clock, chance = StandingClock(moment(0)), random.Random(who.seed)
    asked, false_comfort, fewer, shown_on = 0, False, False, None
    with opened(folder, clock=clock) as ws:
        known, day = ws.known(), 0
        while day < DAYS:
            clock.time = moment(day)
            record_check(ws, json.dumps(_check(who, clock, day, chance)), known=known)
            pages = _pages(ws)
            if shown_on is None and home_reading(ws).show is not None:
                shown_on = day
            if who.gone(day) >= GONE:
                asked += 1
                false_comfort = false_comfort or any(_comforts(text, who.side) for text in pages)
                fewer = fewer or any(text in FEWER for text in pages)
            day += _days_to_next(ws, clock)
    return Told(asked, false_comfort, fewer, shown_on, who.begins + GONE / who.rate * MONTH)


def _check(who: Losing, clock: StandingClock, day: int, chance: random.Random) -> dict[str, object]:
    shared = 1 + chance.gauss(0, who.error / 2) - (0.2 if chance.random() < who.off_days else 0.0)
    trials = []
    for side, base in (("left", 32.0), ("right", 35.0)):
        there = 1 - (who.gone(day) if side == who.side else 0.0)
        value = base * there * shared * (1 + chance.gauss(0, who.error))
        trials.append({"side": side, "values": {"force": round(max(value, 0.5), 1)}})
    result = {"protocol": "grip-device", "object": "a made-up device", "trials": trials}
    return {"started_at": clock.time.isoformat(), "planned": True, "results": [result]}


def _pages(ws: Workspace) -> list[str]:
    """Everything that Home, Compare and the last page of a check say now."""
    view = home_view(home_facts(ws), home_reading(ws))
    after = read_after(ws, checks_of(ws)[-1])
    return [view.headline, *view.more, *compare_lines(compare(ws)), *after.said]


def _comforts(text: str, side: str) -> bool:
    return text.strip().startswith(CAME_BACK) and f"{side} hand" in text


def _days_to_next(ws: Workspace, clock: StandingClock) -> int:
    """To the confirming check, where one is asked, else to the next regular date."""
    asked = standing(ws).confirm
    on = asked.on if asked else timing(ws).due.on
    assert on is not None
    return max((on - clock.time.date()).days, timedelta(days=1).days)
