"""The gap: right against left, judged only against the person's own usual gap. It never raises a reading."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from strengthcheck.analysis.course import CAME_BACK, ENOUGH, THRESHOLD
from strengthcheck.analysis.inputs import Series
from strengthcheck.analysis.raised import Asker, Standing, standing
from strengthcheck.analysis.usual import usual_ranges
from strengthcheck.model.base import Hand
from strengthcheck.model.reading import Course, GapReading, Odds, Rule

ERROR_OF_GAP = math.sqrt(
    2.0 * (1.0 - 0.3)
)  # both sides' errors, less the day they share (log units of one side's)


def percent(log_gap: float) -> float:
    """`100 (R - L) / max(R, L)` of a log ratio of right to left."""
    return 100.0 * math.copysign(1.0 - math.exp(-abs(log_gap)), log_gap) if log_gap else 0.0


def read_gap(x: Series, typical_error: float, threshold: float = THRESHOLD) -> GapReading:
    """The course of the gap of a two-sided series."""
    ok = (x.ok[:, 0] & x.ok[:, 1])[:, None]
    count = int(ok.sum())
    if count < ENOUGH:
        return GapReading(course="too_early", rule="fewer_than_four" if count else "no_values")
    y = np.where(ok, x.y[:, 1:] - x.y[:, :1], 0.0)
    usual = usual_ranges(y, ok, typical_error * ERROR_OF_GAP)
    centre = x.usual.centre[:, 1:] - x.usual.centre[:, :1]
    right = standing(x.t, y, ok, replace(usual, centre=centre), Asker(x.t, y, ok, usual), threshold)
    left = standing(x.t, -y, ok, replace(usual, centre=-centre), Asker(x.t, -y, ok, usual), threshold)
    turn = 1.0 if x.better == "higher" else -1.0
    middle, half = float(centre[0, 0, -1]), float(usual.half[0, 0, -1])
    ends = sorted(percent(turn * (middle + h)) for h in (-half, half))
    last = int(np.flatnonzero(ok[0, 0])[-1])
    course = _course({"right": right, "left": left}, np.flatnonzero(ok[0, 0]))
    return course.model_copy(
        update={
            "centre": percent(turn * middle),
            "low": ends[0],
            "high": ends[1],
            "last": percent(turn * float(y[0, 0, last])),
        }
    )


def _course(found: dict[Hand, Standing], present: np.ndarray) -> GapReading:
    """The first word that applies, for either direction."""
    n = len(present)
    for hand, s in found.items():
        if s.raised[0] and s.behind[0] is not None:
            asked = s.behind[0]
            _, total, needed = s.weighed(asked, 0)
            odds = Odds(total=total, left=None, right=None, both=None, needed=needed, check=asked.check)
            soft = tuple(int(k) for k in np.flatnonzero(s.marks.soft[0, 0]) if k >= s.marks.fresh[0, 0])
            word: Course = "falling_and_staying" if s.falling[0] else "low_and_staying"
            rule: Rule = "low_for_months" if s.stayed[0] else "raised"
            return GapReading(course=word, lost=hand, rule=rule, spoke=soft, odds=odds)
    recent = present[-2:] if n > ENOUGH else present[-1:]
    for s in found.values():
        low = tuple(int(k) for k in recent if s.marks.low[0, 0, k])
        if low:
            return GapReading(course="one_low", rule="low_at_last_two", spoke=low)
    for s in found.values():
        if n > ENOUGH and s.level[0] and s.now is not None and float(s.now.found.total[0]) < CAME_BACK:
            spoke = tuple(int(k) for k in np.flatnonzero(s.marks.low[0, 0]) if k in present[-6:])
            return GapReading(course="came_back", rule="low_then_level", spoke=spoke)
    return GapReading(course="usual", rule="nothing_spoke")
