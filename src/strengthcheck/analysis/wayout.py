"""When testing has done what it was for: first a longer interval, then an end (docs/reading.md#the-way-out).

Settled means: six regular checks past settling in, nothing low, nothing lost, no test that leans to a lasting
loss, and a loss of 3 % a month excluded by the model; where no test can exclude it, two more checks. That the
model says no and that a test has no numbers are different things: the first never lets a record by. An
examination that found no weakness tells more than any of this.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.leaning import PREFERS_NONE, leans, may_lean, something_now
from strengthcheck.analysis.schedule import BASELINE_CHECKS, REGULAR_DAYS, Rarer, Rhythm
from strengthcheck.analysis.slow import SLOW_LOSS
from strengthcheck.analysis.spans import MONTH_DAYS
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.profile import Plan, Visit
from strengthcheck.model.protocol import Body
from strengthcheck.model.reading import Course, LimbReading
from strengthcheck.model.series import Pair

SETTLED_CHECKS = 6
"""Regular checks past settling in; about half a year."""

MORE_CHECKS = 2
"""Asked on top where no test can exclude a loss of 3 % a month."""

EXCLUDED_RATE = 0.03
"""The loss a month, as a share, that must be excluded."""

CURRENT = 3
"""A test done on one of the latest so many planned checks is still done; what it shows now can be asked."""

MOST_MONTHS = 12
"""Of a loss that must have begun longer ago than this nothing is said: half would be gone."""

LONGER_DAYS = 84
"""The longer interval: three months."""

TWO_SIDED: tuple[Body, ...] = ("arm", "leg")

QUIET: frozenset[Course] = frozenset({"usual", "came_back", "rising", "too_early"})


class Shown(NamedTuple):
    """What a record's numbers would have shown by now: a loss of `SLOW_LOSS` a month, of one side."""

    tests: tuple[Pair, ...]
    """The best test with numbers of each limb that has one."""
    months: int
    """It must have begun so many months ago, or earlier, for most such people to have been told by now."""


class Settled(NamedTuple):
    """A record that has settled."""

    checks: int
    """All planned checks, those of settling in and confirming ones among them: what Compare counts too."""
    since: date
    shown: Shown | None = None
    """None where no test can tell."""
    coarse: tuple[Body, ...] = ()
    """Limbs that are tested, but by no test that `shown` names."""
    numbers: bool = True
    """Whether anything still done is measured in numbers, not in rungs alone."""
    sided: bool = True
    """Whether anything still done tells left from right."""
    risen: bool = False
    """Whether a side stands above its usual range."""


class WayOut(NamedTuple):
    """What is proposed, and why."""

    step: Rarer
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
    today: date
    limbs: Sequence[LimbReading]
    """What the tests of each limb say together."""
    open_days: int
    """Low days that have not come back."""
    blind: bool = False
    """The latest planned checks were each set aside for one limb: they show nothing of today."""
    longer_since: date | None = None
    """The day on which the longer interval was chosen, while it holds."""


def way_out(facts: Facts, *, sealed: bool = False) -> WayOut | None:
    """What may be proposed now; None when nothing is, or when testing has ended already.

    While values are `sealed` nothing is proposed from them: that a record has settled is a result too.
    """
    if facts.plan.ended_on is not None or facts.open_losses or not facts.planned:
        return None
    if _seen(facts, sealed=sealed):
        return WayOut("end", None)
    settled = None if sealed else settled_record(facts)
    if settled is None:
        return None
    if facts.plan.interval_days <= REGULAR_DAYS:
        return WayOut("longer", settled)
    # An end is proposed by a check that was made since, not on the day on which fewer were chosen.
    tried = facts.longer_since is None or facts.planned[-1] > facts.longer_since
    return WayOut("end", settled) if tried else None


def longer_since(rhythm: Rhythm) -> date | None:
    """The day since which the interval has been longer than usual; None while it is not, or not known."""
    since = None
    for day, days in () if isinstance(rhythm, int) else rhythm:
        since = (since or day) if days > REGULAR_DAYS else None
    return since


def _seen(facts: Facts, *, sealed: bool) -> bool:
    """Whether the latest examination found no weakness, and nothing measured since leaves anything open.

    While values are sealed, what was measured since must not be told by this either: only the days count.
    """
    last = max(facts.visits, key=lambda v: v.on, default=None)
    if last is None or last.found != "nothing":
        return False
    if last.on >= facts.planned[-1]:
        return True
    return not (sealed or facts.worth_showing or something_open(facts, PREFERS_NONE))


def settled_record(facts: Facts) -> Settled | None:
    """The record as settled, or None while it is not."""
    from strengthcheck.analysis.course import CAME_BACK  # numpy: only where a record is long enough

    past = facts.regular - BASELINE_CHECKS
    if facts.worth_showing or past < SETTLED_CHECKS or not _known(facts.pairs):
        return None
    current = still_done(facts)
    if not current or something_open(facts, CAME_BACK):
        return None
    limbs = telling(current)
    excluded = bool(limbs) and all(any(map(excludes, tests)) for tests in limbs.values())
    if not excluded and past < SETTLED_CHECKS + MORE_CHECKS:
        return None
    shown = shown_by_now(limbs, facts.today)
    named = {pair.protocol.body for pair in shown.tests} if shown else set[Body]()
    return Settled(
        checks=len(facts.planned),
        since=facts.planned[0],
        shown=shown,
        coarse=tuple(b for b in TWO_SIDED if b not in named and any(_of(b, p) for p in current)),
        numbers=any(p.pair.measure.id != "ladder" for p in current),
        sided=any(len(p.sides) > 1 for p in current),
        risen=any(p.side(s).course == "rising" for p in current for s in p.sides),
    )


def something_open(facts: Facts, limit: float) -> bool:
    """Whether anything is low, lower or not done, or leans; asked, the model must give odds under `limit`."""
    if any(p.side(s).course not in QUIET for p in facts.pairs for s in p.sides):
        return True
    if facts.open_days or facts.blind or something_now(facts.pairs) or leans(facts.pairs, facts.limbs):
        return True
    return may_lean(still_done(facts), limit)


def _known(pairs: Sequence[ReadPair]) -> bool:
    """Whether any side has a course yet."""
    return any(p.side(s).course != "too_early" for p in pairs for s in p.sides)


def still_done(facts: Facts) -> tuple[ReadPair, ...]:
    """The tests of the latest planned checks; one that was given up tells nothing of today."""
    since = facts.planned[-CURRENT:][0]
    return tuple(p for p in facts.pairs if p.days[-1] >= since)


def _of(body: Body, read: ReadPair) -> bool:
    return read.pair.protocol.body == body


def telling(reads: Sequence[ReadPair]) -> dict[Body, list[ReadPair]]:
    """The tests that can exclude a loss of one side, by limb: both sides, in numbers below a cap."""
    found = {body: [p for p in reads if _of(body, p) and _tells(p)] for body in TWO_SIDED}
    return {body: tests for body, tests in found.items() if tests}


def _tells(read: ReadPair) -> bool:
    left, right = read.reading.left.range, read.reading.right.range
    if read.pair.measure.id == "ladder" or set(read.sides) != {"left", "right"}:
        return False
    if left is None or right is None or len(read.days) <= BASELINE_CHECKS:
        return False
    cap = read.pair.measure.cap
    return cap is None or max(left.centre, right.centre) < cap


def excludes(read: ReadPair) -> bool:
    """Whether most people who lose 3 % a month since settling in would have been told by this test by now."""
    return _would_show(read, EXCLUDED_RATE, _settled_in(read))


def shown_by_now(limbs: Mapping[Body, Sequence[ReadPair]], today: date) -> Shown | None:
    """What the best test of each limb would have shown by now, wherever one can tell."""
    best: list[tuple[int, ReadPair]] = []
    for tests in limbs.values():
        known = [(m, p) for p in tests if (m := _months(p, today)) is not None]
        best += [min(known, key=lambda k: k[0])] if known else []
    return Shown(tuple(p.pair for _, p in best), max(m for m, _ in best)) if best else None


def _months(read: ReadPair, today: date) -> int | None:
    """How many months ago a loss of `SLOW_LOSS` must have begun for most people to have been told by now."""
    now = float((today - read.days[0]).days)
    for months in range(1, MOST_MONTHS + 1):
        begins = now - months * MONTH_DAYS
        if begins < _settled_in(read):
            return None
        if _would_show(read, SLOW_LOSS, begins):
            return months
    return None


def _settled_in(read: ReadPair) -> float:
    """The day on which settling in ended, from the first check of the test."""
    return float((read.days[BASELINE_CHECKS - 1] - read.days[0]).days)


def _would_show(read: ReadPair, rate: float, begins: float) -> bool:
    """Whether most people losing one side from a day on would have been told by now, by the own error."""
    from strengthcheck.analysis.course import WINDOW
    from strengthcheck.analysis.power import MOST, information  # numpy: only where a record is long enough

    ranges = [r for r in (read.reading.left.range, read.reading.right.range) if r is not None]
    days = [float((d - read.days[0]).days) for d in read.days]
    recent = days[-WINDOW:]
    error = max(r.error for r in ranges)
    # Before the latest check: a low is said only once it is there twice.
    return float(information(recent, error, begins, rate, before=len(days) - len(recent))[-2]) >= MOST
