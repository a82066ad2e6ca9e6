"""Reads one test: `read_pair` for left and right, `read_one` where there is no side."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from strengthcheck.analysis.course import (
    CAME_BACK,
    ENOUGH,
    THRESHOLD,
    eased,
    over_step,
)
from strengthcheck.analysis.gap import read_gap
from strengthcheck.analysis.inputs import LARGEST, Series, Values, check_days, check_settings, series
from strengthcheck.analysis.joint import ASSUMED
from strengthcheck.analysis.lasting import Terms, explained_by, first_low, raising_rule, run_start
from strengthcheck.analysis.raised import Asked, Standing, confirm_wanted, of_series
from strengthcheck.analysis.spans import PAUSE_DAYS
from strengthcheck.analysis.usual import BASE_VALUES
from strengthcheck.model.base import Hand
from strengthcheck.model.protocol import Better
from strengthcheck.model.reading import (
    Change,
    Course,
    GapReading,
    Odds,
    Reading,
    SideReading,
    UsualRange,
)

NOTHING = SideReading(course="too_early", rule="no_values", changes_with=("more_checks",))


def read_pair(  # noqa: PLR0913 - the contract's signature
    days: Sequence[float],
    left: Values,
    right: Values,
    better: Better = "higher",
    typical_error: float = 0.06,
    cap: float | None = None,
    *,
    step: float | None = None,
    least_change: float | None = None,
    least_units: float | None = None,
    events: Sequence[float] = (),
    threshold: float = THRESHOLD,
) -> Reading:
    """Read left and right of one test over time.

    `days`: strictly increasing, since the first check. `left`, `right`: one value a check in the measure's
    unit, None where missing, 0.0 "could not". `typical_error`: the protocol's coefficient of variation of
    one check. `cap`: a value at the cap means "at least". `step`: the device's smallest step in units,
    found from the values when not given. `least_change` (fraction) and `least_units` must be exceeded
    before anything is worth showing. `events`: days of injuries, illnesses, new medicines. Raises
    ValueError for days that do not increase and for negative or non-finite values.
    """
    given: dict[Hand, Values] = {"left": left, "right": right}
    for hand, values in given.items():
        if len(values) != len(days):
            raise ValueError(f"{hand} must have one value a check, or None")
    there = [i for i in range(len(days)) if left[i] is not None or right[i] is not None]
    check_days(days)
    check_settings(better, typical_error, cap)
    terms = Terms(typical_error, least_change, least_units, tuple(sorted(events)), cap, threshold)
    used: dict[Hand, Values] = {
        h: [v[i] for i in there] for h, v in given.items() if any(x is not None for x in v)
    }
    if not used:
        gap = GapReading(course="too_early", rule="no_values")
        return Reading(left=NOTHING, right=NOTHING, gap=gap, worth_showing=False)
    x = series([days[i] for i in there], tuple(used.values()), better, typical_error, cap, step)
    found = of_series(x, threshold)
    sides = {hand: _side(x, found, i, terms) for i, hand in enumerate(used)}
    gap = GapReading(course="too_early", rule="no_values")
    if len(used) == 2 and not x.ceiling.any():
        gap = read_gap(x, typical_error, threshold)
    showing: tuple[Hand, ...] = tuple(h for h, s in sides.items() if s.raised and not s.explained)
    reading = Reading(
        left=sides.get("left", NOTHING),
        right=sides.get("right", NOTHING),
        gap=gap,
        worth_showing=bool(showing),
        raised=showing,
        confirm_wanted=confirm_wanted(found),
        after_pause=_after_pause(x),
        odds=_odds(found.now, found, list(used)) if found.now else None,
    )
    return reading if len(there) == len(days) else _renumbered(reading, there)


def _renumbered(reading: Reading, there: list[int]) -> Reading:
    """Indices of the checks as they were given, where some of them hold no value at all."""

    def odds(o: Odds | None) -> Odds | None:
        return None if o is None else o.model_copy(update={"check": there[o.check]})

    def side(s: SideReading) -> SideReading:
        places = {f: tuple(there[k] for k in getattr(s, f)) for f in ("spoke", "could_not", "at_cap")}
        return s.model_copy(update={**places, "odds": odds(s.odds)})

    gap = reading.gap.model_copy(
        update={"spoke": tuple(there[k] for k in reading.gap.spoke), "odds": odds(reading.gap.odds)}
    )
    update = {
        "left": side(reading.left),
        "right": side(reading.right),
        "gap": gap,
        "odds": odds(reading.odds),
    }
    return reading.model_copy(update=update)


def read_one(  # noqa: PLR0913 - as above
    days: Sequence[float],
    values: Values,
    better: Better = "higher",
    typical_error: float = 0.06,
    least_change: float | None = None,
    *,
    cap: float | None = None,
    step: float | None = None,
    least_units: float | None = None,
    events: Sequence[float] = (),
    threshold: float = THRESHOLD,
) -> Reading:
    """Read a test without sides (stairs): the same rules on one series, told under `left`; `course` says
    the same.

    Arguments as for `read_pair`.
    """
    nobody: Values = [None] * len(days)
    return read_pair(
        days,
        values,
        nobody,
        better,
        typical_error,
        cap,
        step=step,
        least_change=least_change,
        least_units=least_units,
        events=events,
        threshold=threshold,
    )


def _after_pause(x: Series) -> bool:
    t = x.t[0][x.ok[0].any(axis=0)]
    return bool(len(t) > 1 and t[-1] - t[-2] > PAUSE_DAYS)


def _odds(asked: Asked, found: Standing, hands: list[Hand], i: int | None = None) -> Odds:
    """The evidence at one check, with what it must exceed on side `i`, or on the side that needs least."""
    f = asked.found
    if i is None:
        least = float((found.needed[:, asked.check] - eased(f.fall, f.step)[0]).min())
        parts, total, limit = f.fall[0], float(f.total[0]), least
    else:
        parts, total, limit = found.weighed(asked, i)
    names: list[str] = [*hands, "both"] if len(hands) == 2 else [*hands]
    named = dict(zip(names, (float(v) for v in parts), strict=True))
    return Odds(
        total=total,
        left=named.get("left"),
        right=named.get("right"),
        both=named.get("both"),
        over_step=None if i is None else _finite(float(over_step(f.fall, f.step)[0, i])),
        needed=limit,
        check=asked.check,
    )


def _finite(x: float) -> float | None:
    """None where there is no step to compare with: a loss that can only have begun before the first check."""
    return x if math.isfinite(x) else None


def _side(x: Series, found: Standing, i: int, terms: Terms) -> SideReading:
    """The first word that applies, with what lies behind it."""
    present = np.flatnonzero(x.ok[0, i])
    given = np.flatnonzero(x.ok[0, i] | x.zero[0, i])
    facts: dict[str, object] = {
        "last": float(x.value[0, i, given[-1]]),
        "could_not": tuple(int(k) for k in np.flatnonzero(x.zero[0, i])),
        "at_cap": tuple(int(k) for k in np.flatnonzero(x.capped[0, i])),
    }
    if len(present) == 0:
        return NOTHING.model_copy(update=facts)
    last = int(present[-1])
    level = float(x.y[0, i, present[-2:]].mean())
    judged = _usual_range(x, i, last) if len(present) > 1 else None
    facts |= {"range": _usual_range(x, i, last + 1), "judged_by": judged, "change": _change(x, i, level)}
    if len(present) < ENOUGH:
        return SideReading(
            course="too_early", rule="fewer_than_four", changes_with=("more_checks",)
        ).model_copy(update=facts)
    word = _raised(x, found, i, terms, present) or _unraised(x, found, i, present)
    return word.model_copy(update=facts)


def _usual_range(x: Series, i: int, k: int) -> UsualRange:
    """The range from the values before the check `k`."""
    u = x.usual
    c, e, h = (float(a[0, i, k]) for a in (u.centre, u.error, u.half))
    n = int(u.count[0, i, k])
    low, soft, high = x.unit(c - h), x.unit(c - e), x.unit(c + h)
    return UsualRange(
        centre=x.unit(c), low=low, soft=soft, high=high, error=e, values=n, provisional=n < BASE_VALUES
    )


def _change(x: Series, i: int, level: float) -> float:
    return math.expm1(min(level - float(x.usual.centre[0, i, -1]), LARGEST))


def _raised(x: Series, found: Standing, i: int, terms: Terms, present: np.ndarray) -> SideReading | None:
    """The reading of a raised side, or nothing."""
    days = x.t[0, present]
    rule = raising_rule(x, found, i, terms, present)
    if rule is None:
        return None
    soft, gate = found.marks.soft[0, i, present], found.marks.gate[0, i, present]
    begun = run_start(soft, gate & (present >= found.marks.fresh[0, i]))
    since = float(days[begun])
    asked = found.behind[i]
    falling = found.raised[i] and found.falling[i]
    word: Course = "falling_and_staying" if falling else "low_and_staying"
    # Judged at the latest soft check: a usual one after the eight weeks must not make it count.
    latest = float(days[soft][-1]) if soft.any() else float(days[-1])
    low = first_low(days, found.marks.low[0, i, present], begun)
    explained = explained_by(terms.events, since, low, latest)
    onset, rate = _onset_and_rate(asked, i, days) if asked is not None else (None, None)
    return SideReading(
        course=word,
        rule=rule,
        raised=True,
        explained=explained,
        spoke=tuple(int(k) for k in present[begun:]),
        since=since,
        onset=onset,
        rate=rate if falling and not x.ceiling[i] else None,  # from a cap on, only "at least" is known
        odds=_odds(asked, found, _hands(found), i) if asked is not None else None,
        changes_with=("two_usual_checks", "a_visit"),
    )


def _hands(found: Standing) -> list[Hand]:
    return ["left", "right"] if len(found.raised) == 2 else ["left"]


def _onset_and_rate(asked: Asked, i: int, days: np.ndarray) -> tuple[float, float | None]:
    """Mean onset and rate over the grid, for the side's own hypothesis and "both"; no rate across a pause."""
    f = asked.found
    parts = f.grid[0] + f.prior[0]
    mine = np.logaddexp(parts[i], parts[2]) if len(parts) == 3 else parts[0]
    weight = np.exp(mine - mine.max())
    weight /= weight.sum()
    onset = float((weight.sum(axis=1) * f.onset[0]).sum())
    rate = float((weight.sum(axis=0) * np.asarray(ASSUMED.rates)).sum())
    inside = days[days >= onset]
    paused = len(inside) > 1 and float(np.diff(inside).max()) > PAUSE_DAYS
    before = days[days < onset]
    paused = paused or bool(len(before) and len(inside) and inside[0] - before[-1] > PAUSE_DAYS)
    return onset, None if paused else -math.expm1(-rate)


def _unraised(x: Series, found: Standing, i: int, present: np.ndarray) -> SideReading:
    m, n = found.marks, len(present)
    odds = _odds(found.now, found, _hands(found), i) if found.now is not None else None
    recent = present[-2:] if n > ENOUGH else present[-1:]
    low = tuple(int(k) for k in recent if m.low[0, i, k])
    if low:
        more: tuple[Change, ...] = ("low_again", "two_level_checks")
        return SideReading(
            course="one_low",
            rule="low_at_last_two",
            spoke=low,
            odds=odds,
            since=float(x.t[0, low[0]]),
            changes_with=more,
        )
    nothing = SideReading(course="usual", rule="nothing_spoke", odds=odds, changes_with=("low_again",))
    if n <= ENOUGH or found.now is None or x.ceiling[i]:
        return nothing
    if found.level[i] and found.now.found.total[0] < CAME_BACK:
        spoke = tuple(int(k) for k in present[-6:] if m.low[0, i, k]) + tuple(int(k) for k in present[-2:])
        return SideReading(
            course="came_back", rule="low_then_level", spoke=spoke, odds=odds, changes_with=("low_again",)
        )
    h = found.now.found.rise[0]
    rise = float(h[0] if len(h) == 1 else np.logaddexp(h[i], h[2]))
    if m.risen[0, i, present[-1]] and rise - math.log(len(h)) > float(found.needed[i, found.now.check]):
        return SideReading(
            course="rising",
            rule="risen",
            spoke=tuple(int(k) for k in recent),
            odds=odds,
            changes_with=("two_level_checks",),
        )
    return nothing
