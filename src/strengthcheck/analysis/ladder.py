"""Reads a ladder: 3 as usual, 2 with more effort, 1 only with a trick or partly, 0 could not.

Two rungs or more below the usual rung is low, and asks at once for a confirming check; low at two running
checks, ten days or more apart, is worth showing. One rung lower is ordinary; how many such checks ran is
counted and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from strengthcheck.analysis.spans import PAUSE_DAYS
from strengthcheck.model.base import Hand
from strengthcheck.model.reading import Course, GapReading, Reading, Rule, SideReading, UsualRange

USUAL_FROM = 7  # the usual rung is the median of the first seven values, the higher of two
SETTLED = 3  # values from which on there is a course
LOW_BY = 2
CONFIRMED_DAYS = 10.0
LOOKED_BACK = 4
TOP = 3.0


def read_ladder(
    days: Sequence[float], left: Sequence[float | None], right: Sequence[float | None]
) -> Reading:
    """Read the outcomes of a ladder, 0 to 3, of both sides; None where missing.

    A test without sides is read as `left` with `right` all None. Raises ValueError for days that do not
    increase and for values outside 0 to 3.
    """
    times = _days(days)
    sides = {
        "left": _side(times, _values(left, len(times))),
        "right": _side(times, _values(right, len(times))),
    }
    raised: tuple[Hand, ...] = tuple(h for h in ("left", "right") if sides[h].raised)
    last = [
        s.rule == "could_not_once" and s.spoke and s.spoke[-1] == _last(v)
        for s, v in ((sides["left"], left), (sides["right"], right))
    ]
    present = [t for t, a, b in zip(times, left, right, strict=True) if a is not None or b is not None]
    return Reading(
        left=sides["left"],
        right=sides["right"],
        gap=_gap(sides["left"], sides["right"], raised),
        worth_showing=bool(raised),
        raised=raised,
        confirm_wanted=any(last),
        after_pause=len(present) > 1 and present[-1] - present[-2] > PAUSE_DAYS,
    )


def _days(days: Sequence[float]) -> list[float]:
    times = [float(d) for d in days]
    if any(not abs(d) < float("inf") for d in times):
        raise ValueError("days must be finite")
    if any(b <= a for a, b in pairwise(times)):
        raise ValueError("days must increase")
    return times


def _values(values: Sequence[float | None], count: int) -> list[tuple[int, float]]:
    """The values that exist, with the check of each."""
    if len(values) != count:
        raise ValueError("each side must have one value a check, or None")
    there = [(k, float(v)) for k, v in enumerate(values) if v is not None]
    if any(not 0.0 <= v <= TOP for _, v in there):
        raise ValueError("a ladder goes from 0 to 3")
    return there


def _last(values: Sequence[float | None]) -> int:
    return max((k for k, v in enumerate(values) if v is not None), default=-1)


def _usual(values: list[float]) -> float:
    """The usual rung from the values before a check: their median over the first seven, the higher of two
    rungs.
    """
    middle = median(values[:USUAL_FROM])
    return min(TOP, float(int(middle + 0.5)))


def marks(rungs: Sequence[float]) -> tuple[list[float], list[bool], list[bool]]:
    """For each rung the usual one before it, whether it is low against that, and whether lower at all."""
    usual = [_usual(list(rungs[: max(i, 1)][:USUAL_FROM])) for i in range(len(rungs))]
    pairs = list(zip(rungs, usual, strict=True))
    low = [i >= SETTLED - 1 and v <= u - LOW_BY for i, (v, u) in enumerate(pairs)]
    soft = [i >= 1 and v < u for i, (v, u) in enumerate(pairs)]
    return usual, low, soft


def _side(times: list[float], values: list[tuple[int, float]]) -> SideReading:
    if not values:
        return SideReading(course="too_early", rule="no_values", changes_with=("more_checks",))
    checks = [k for k, _ in values]
    rungs = [v for _, v in values]
    usual, low, soft = marks(rungs)
    running = next((n for n, s in enumerate(reversed(soft)) if not s), len(soft))
    facts: dict[str, object] = {
        "last": rungs[-1],
        "range": UsualRange(
            centre=usual[-1],
            low=usual[-1] - LOW_BY + 0.5,
            soft=usual[-1] - 0.5,
            high=TOP,
            error=0.0,
            values=min(len(rungs), USUAL_FROM),
            provisional=len(rungs) < USUAL_FROM,
        ),
        "could_not": tuple(k for k, v in values if v == 0.0),
        "lower_running": running,
    }
    if len(rungs) < SETTLED:
        found = SideReading(course="too_early", rule="fewer_than_four", changes_with=("more_checks",))
        return found.model_copy(update=facts)
    return _word(times, checks, rungs, low, soft).model_copy(update=facts)


def _word(
    times: list[float], checks: list[int], rungs: list[float], low: list[bool], soft: list[bool]
) -> SideReading:
    """The first that applies; `checks`, `rungs`, `low`, `soft` run over the values that exist."""
    begun = _raised_since(times, checks, low, soft)
    if begun is not None:
        run = [i for i in range(begun, len(rungs)) if low[i]]
        falling = rungs[run[-1]] < rungs[run[0]]
        word: Course = "falling_and_staying" if falling else "low_and_staying"
        spoke = tuple(checks[begun:])
        return SideReading(
            course=word,
            rule="two_rungs_twice",
            raised=True,
            spoke=spoke,
            since=times[checks[begun]],
            changes_with=("two_usual_checks", "a_visit"),
        )
    recent = [i for i in (len(rungs) - 2, len(rungs) - 1) if i >= 0 and low[i]]
    if recent:
        spoke = tuple(checks[i] for i in recent)
        return SideReading(
            course="one_low",
            rule="could_not_once",
            spoke=spoke,
            since=times[spoke[0]],
            changes_with=("low_again", "two_usual_checks"),
        )
    before = [i for i in range(max(0, len(rungs) - 2 - LOOKED_BACK), len(rungs) - 2) if low[i]]
    if before and not any(soft[-2:]):
        spoke = tuple(checks[i] for i in (*before, len(rungs) - 2, len(rungs) - 1))
        return SideReading(
            course="came_back", rule="low_then_level", spoke=spoke, changes_with=("low_again",)
        )
    rule: Rule = "rung_lower" if soft[-1] else "nothing_spoke"
    return SideReading(course="usual", rule=rule, changes_with=("low_again",))


def _raised_since(times: list[float], checks: list[int], low: list[bool], soft: list[bool]) -> int | None:
    """The first low value of a confirmed run that has not ended by two running usual values."""
    begun: int | None = None
    first: int | None = None
    calm = 0
    for i, (is_low, is_soft) in enumerate(zip(low, soft, strict=True)):
        calm = 0 if is_soft else calm + 1
        if calm >= 2:
            begun = None
        if not is_low:
            first = None
            continue
        first = i if first is None else first
        if begun is None and times[checks[i]] - times[checks[first]] >= CONFIRMED_DAYS:
            begun = first
    return begun


def _gap(left: SideReading, right: SideReading, raised: tuple[Hand, ...]) -> GapReading:
    """A ladder's gap has changed where one side alone is raised."""
    if left.course == "too_early" or right.course == "too_early":
        return GapReading(course="too_early", rule="fewer_than_four")
    if len(raised) == 1:
        side = left if raised[0] == "left" else right
        return GapReading(course=side.course, lost=raised[0], rule=side.rule, spoke=side.spoke)
    return GapReading(course="usual")
