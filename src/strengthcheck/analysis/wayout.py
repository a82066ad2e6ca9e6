"""When testing has done what it was for: first a longer interval, then an end (docs/reading.md#the-way-out).

Settled means: six regular checks past settling in, nothing low, nothing lost, and a loss of 3 % a month
excluded by the model. Without such a measure two more checks are asked. An examination that found no weakness
tells more than any of this.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.analysis.schedule import BASELINE_CHECKS, REGULAR_DAYS
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.profile import Plan, Visit
from strengthcheck.model.reading import Course

SETTLED_CHECKS = 6
"""Regular checks past settling in; about half a year."""

MORE_CHECKS = 2
"""Asked on top where the model can't exclude a loss of 3 % a month."""

EXCLUDED_RATE = 0.03
"""The loss a month, as a share, that must be excluded."""

SPOKEN_RATES = (0.01, 0.02, 0.03, 0.04, 0.05, 0.06)
"""The rates of which one is named: the smallest that would have shown."""

LONGER_DAYS = 84
"""The longer interval: three months."""

QUIET: frozenset[Course] = frozenset({"usual", "came_back", "rising", "too_early"})

Step = Literal["longer", "end"]


class Settled(NamedTuple):
    """A record that has settled."""

    checks: int
    """All planned checks, those of settling in and confirming ones among them: what Compare counts too."""
    since: date
    rate: float | None
    """The smallest loss a month, as a share, that most would have shown; None for tests without numbers."""


class WayOut(NamedTuple):
    """What is proposed, and why."""

    step: Step
    settled: Settled | None
    """None after an examination that found no weakness."""


class Facts(NamedTuple):
    """What the way out is judged by."""

    pairs: Sequence[ReadPair]
    worth_showing: bool
    planned: Sequence[date]
    """Days of all planned checks, in order."""
    regular: int
    """How many of them were regular: confirming checks bring nobody nearer to the way out."""
    visits: Sequence[Visit]
    open_losses: int
    plan: Plan


def way_out(facts: Facts) -> WayOut | None:
    """What may be proposed now; None when nothing is, or when testing has ended already."""
    if facts.plan.ended_on is not None or facts.open_losses or not facts.planned:
        return None
    if _seen(facts):
        return WayOut("end", None)
    settled = settled_record(facts)
    if settled is None:
        return None
    longer = facts.plan.interval_days > REGULAR_DAYS
    return WayOut("end" if longer else "longer", settled)


def _seen(facts: Facts) -> bool:
    """Whether the latest examination found no weakness, and nothing new was measured since."""
    last = max(facts.visits, key=lambda v: v.on, default=None)
    if last is None or last.found != "nothing":
        return False
    return not facts.worth_showing or last.on >= facts.planned[-1]


def settled_record(facts: Facts) -> Settled | None:
    """The record as settled, or None while it is not."""
    past = facts.regular - BASELINE_CHECKS
    if facts.worth_showing or past < SETTLED_CHECKS or not facts.pairs or not _quiet(facts.pairs):
        return None
    rate = smallest_excluded(facts.pairs)
    if (rate is None or rate > EXCLUDED_RATE) and past < SETTLED_CHECKS + MORE_CHECKS:
        return None
    return Settled(len(facts.planned), facts.planned[0], rate)


def _quiet(pairs: Sequence[ReadPair]) -> bool:
    courses = [p.side(s).course for p in pairs for s in p.sides]
    return all(c in QUIET for c in courses) and any(c != "too_early" for c in courses)


def smallest_excluded(pairs: Sequence[ReadPair]) -> float | None:
    """The smallest loss a month that most people with it would have shown by now, in every limb with numbers.

    The loss is thought to begin at the end of settling in. A limb is as good as its best test. None where no
    test of both sides is measured in numbers below a cap, or where the model does not prefer "no loss".
    """
    best: dict[str, float] = {}
    for read in pairs:
        body = read.pair.protocol.body
        if body != "none" and read.pair.measure.id != "ladder" and set(read.sides) == {"left", "right"}:
            rate = _excluded_by(read)
            best[body] = min(best.get(body, 1.0), 1.0 if rate is None else rate)
    worst = max(best.values(), default=1.0)
    return worst if worst < 1.0 else None


def _excluded_by(read: ReadPair) -> float | None:
    """The smallest rate that one test would have shown; None when it shows none."""
    from strengthcheck.analysis.course import WINDOW
    from strengthcheck.analysis.power import MOST, information  # numpy: only where a record is long enough

    left, right = read.reading.left.range, read.reading.right.range
    odds = read.reading.odds
    if left is None or right is None or len(read.days) <= BASELINE_CHECKS:
        return None
    cap = read.pair.measure.cap
    if cap is not None and max(left.centre, right.centre) >= cap:
        return None
    if odds is not None and odds.total > 0:
        return None
    days = [float((d - read.days[0]).days) for d in read.days]
    begins = days[BASELINE_CHECKS - 1]
    error = max(left.error, right.error)
    recent = days[-WINDOW:]
    before = len(days) - len(recent)
    for rate in SPOKEN_RATES:
        if float(information(recent, error, begins, rate, before=before)[-2]) >= MOST:
            return rate
    return None
