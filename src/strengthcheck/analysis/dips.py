"""Low days and what became of them: each dip of one side at one test, and whether it came back.

A dip begins with a low value and has recovered once two values running are usual again; it is counted as come
back only while the reading prefers no lasting loss. Nothing here raises anything: it counts what the readings
have judged already, each check by the range of the checks before it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from strengthcheck.analysis.days import CheckDay
from strengthcheck.analysis.ladder import marks as ladder_marks
from strengthcheck.analysis.series import flagged
from strengthcheck.analysis.whole import COUNT_OFFSET, ReadPair
from strengthcheck.model.base import Limb, Side
from strengthcheck.model.check import SORE_FROM, Context
from strengthcheck.model.reading import STEADY
from strengthcheck.model.series import Point

YEAR = timedelta(days=365)
AGAIN = 3
"""So many recovered dips of one side at one test in a year are said."""

CALM = 2
"""So many usual values running end a dip."""

BLIND_CHECKS = 3
"""So many planned checks running with a reason to set them aside are said."""

LIMBS: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")


class Dip(NamedTuple):
    """One low spell of one side at one test."""

    read: ReadPair
    side: Side
    days: tuple[date, ...]
    """The low days."""
    ended: date | None
    """The day of the second usual value after it; None while it is open."""
    deep: bool
    """A task was not done, or only with a trick."""
    back: bool
    """It has ended, and the reading as it stands prefers no lasting loss, as `came_back` asks."""
    usual_from: date | None = None
    """The day of the first of the usual values that ended it."""


class LowDays(NamedTuple):
    """How many low days there were, over all tests and sides."""

    low: int
    came_back: int
    still_open: int


def dips_of(pairs: Iterable[ReadPair]) -> tuple[Dip, ...]:
    """Every dip of the record, in order of time."""
    found = [d for read in pairs for side in read.sides for d in _of_side(read, side)]
    return tuple(sorted(found, key=lambda d: d.days[0]))


def low_days(dips: Iterable[Dip]) -> LowDays:
    """Days, not values: a day on which two tests were low is one, and open while one of them is."""
    all_of = tuple(dips)
    low = {day for d in all_of for day in d.days}
    still = {day for d in all_of if not d.back for day in d.days}
    return LowDays(len(low), len(low - still), len(still))


def again(dips: Iterable[Dip], today: date, seen: date | None = None) -> tuple[tuple[Dip, int], ...]:
    """The newest dip of each test and side that dipped and recovered three times in a year, or deeply once.

    With each, how often it did so in that year. After a visit (`seen`) only what dips anew counts.
    """
    recent: dict[tuple[str, Side], list[Dip]] = {}
    for dip in dips:
        if dip.ended is not None and dip.days[-1] > today - YEAR:
            recent.setdefault((str(dip.read.pair.key), dip.side), []).append(dip)
    return tuple(
        (found[-1], len(found))
        for found in recent.values()
        if (seen is None or found[-1].days[-1] > seen) and (len(found) >= AGAIN or any(d.deep for d in found))
    )


def blind_for(checks: Iterable[CheckDay], seen: date | None = None) -> str | None:
    """Why the three latest planned checks each were set aside: ill, pain, sore, exercise; or several.

    None when one of them was not, or a visit (`seen`) came since the first of them. All three must have been
    set aside for one and the same limb.
    """
    planned = sorted((c for c in checks if c.planned), key=lambda c: c.at)[-BLIND_CHECKS:]
    if len(planned) < BLIND_CHECKS or (seen is not None and seen >= planned[0].at.date()):
        return None
    if not any(all(flagged(c.context, limb) for c in planned) for limb in LIMBS):
        return None
    reasons = {_reason(c.context) for c in planned}
    return reasons.pop() if len(reasons) == 1 else "several"


def _reason(context: Context | None) -> str:
    if context is None or context.ill:
        return "ill"
    for name, told in (("pain", context.pain), ("sore", context.soreness)):
        if told is not None and told >= SORE_FROM:
            return name
    return "exercise"


def _of_side(read: ReadPair, side: Side) -> list[Dip]:
    points = read.pair.entering(side)
    if not points:
        return []
    low, soft = _rungs(points) if read.pair.measure.id == "ladder" else _numbers(read, points)
    convinced = any(low) and nothing_lasting(read, side)
    dips: list[Dip] = []
    days: list[date] = []
    deep, calm, calm_from = False, 0, points[0].at.date()
    for point, is_low, is_soft in zip(points, low, soft, strict=True):
        if is_low:
            days.append(point.at.date())
            deep = deep or point.could_not or (read.pair.measure.id == "ladder" and point.value <= 1)
        calm = 0 if is_low or is_soft else calm + 1
        calm_from = point.at.date() if calm == 1 else calm_from
        if days and calm == CALM:
            dips.append(Dip(read, side, tuple(days), point.at.date(), deep, convinced, calm_from))
            days, deep = [], False
    return [*dips, Dip(read, side, tuple(days), None, deep, back=False)] if days else dips


def nothing_lasting(read: ReadPair, side: Side) -> bool:
    """Whether the reading prefers no lasting loss now: two usual values alone would comfort many who lose."""
    if read.side(side).course not in STEADY:
        return False
    if read.pair.measure.id == "ladder":
        return True
    from strengthcheck.analysis.course import CAME_BACK  # numpy: only where there are numbers

    odds = read.reading.odds  # not asked for where nothing has been low for long
    return odds is None or odds.total < CAME_BACK


def _times(points: Sequence[Point]) -> list[float]:
    """Days since the first, increasing."""
    times: list[float] = []
    for point in points:
        day = (point.at - points[0].at).total_seconds() / 86_400
        times.append(day if not times or day > times[-1] else times[-1] + 1e-6)
    return times


def _rungs(points: Sequence[Point]) -> tuple[list[bool], list[bool]]:
    """Low and lower, each by the rung that was usual before it."""
    _, low, soft = ladder_marks([float(p.value) for p in points])
    return low, soft


def _numbers(read: ReadPair, points: Sequence[Point]) -> tuple[list[bool], list[bool]]:
    """Low and soft, each by the range before it."""
    from strengthcheck.analysis.course import marks  # numpy: only where there are numbers
    from strengthcheck.analysis.inputs import series

    measure = read.pair.measure
    offset = COUNT_OFFSET if measure.better == "lower" and measure.low == 0 else 0.0
    values = [0.0 if p.could_not else float(p.value) + offset for p in points]
    cap = None if measure.cap is None else float(measure.cap)
    x = series(_times(points), (values,), measure.better, measure.typical_error or 0.1, cap, None)
    found = marks(x.t, x.y, x.ok, x.usual)
    enough = [i >= CALM for i in range(len(points))]
    low = [bool(v) and e for v, e in zip(found.low[0, 0], enough, strict=True)]
    return low, [bool(v) for v in found.soft[0, 0]]
