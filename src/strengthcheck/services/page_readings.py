"""The readings of the page, until the record's own reading is joined: a usual range and nothing confirmed."""

import math
from statistics import fmean, median

from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.protocol import Measure
from strengthcheck.model.reading import GapReading, Reading, SideReading, UsualRange
from strengthcheck.model.series import Pair, Point
from strengthcheck.views.said import ReadPair


def read_for_page(pairs: tuple[Pair, ...], events: tuple[BodyEvent, ...]) -> tuple[ReadPair, ...]:
    """Each pair with its range; no course but `usual` or `too_early`, nothing raised."""
    del events
    return tuple(_read(pair) for pair in pairs)


def _read(pair: Pair) -> ReadPair:
    entering = {s: pair.entering(s) for s in pair.points}
    when = sorted({(p.at, p.check) for points in entering.values() for p in points}, key=lambda w: w[0])
    first = entering.get("left") or entering.get("both") or ()
    reading = Reading(
        left=_side(first, pair.measure),
        right=_side(entering.get("right", ()), pair.measure),
        gap=GapReading(course="too_early"),
        worth_showing=False,
    )
    return ReadPair(pair, tuple(c for _, c in when), tuple(at.date() for at, _ in when), reading)


def _side(points: tuple[Point, ...], measure: Measure) -> SideReading:
    values = [float(p.value) for p in points if not p.could_not]
    if not values:
        return SideReading(course="too_early", rule="no_values")
    centre = median(values[1:7] or values)
    error = measure.typical_error or 0.1
    half = min(max(2 * error * math.sqrt(1 + 1.5 / len(values)), 0.1), 0.3)
    ratio = fmean(values[-2:]) / centre if centre else 1.0
    return SideReading(
        course="usual" if len(values) > 3 else "too_early",
        rule="nothing_spoke",
        range=UsualRange(
            centre=centre,
            low=centre * math.exp(-half),
            soft=centre * math.exp(-error),
            high=centre * math.exp(half),
            error=error,
            values=len(values),
            provisional=len(values) < 7,
        ),
        last=values[-1],
        change=(ratio if measure.better == "higher" else 1 / ratio) - 1,
    )
