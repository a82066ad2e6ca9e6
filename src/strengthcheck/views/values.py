"""Values as people read them: with unit, a real minus sign, no more digits than were measured."""

import math

from strengthcheck.model.base import Number
from strengthcheck.model.protocol import LADDER, Measure
from strengthcheck.model.reading import UsualRange
from strengthcheck.model.series import Point

LESS_IS_BETTER = "less is better"
"""Beside a measure whose number grows where strength is lost."""

SHORT_RUNGS = {3: "as usual", 2: "harder", 1: "by a trick", 0: "could not"}
"""The rungs, short enough for a table or an axis."""

_UNITS = {"rung": "", "count": ""}


def unit_text(measure: Measure) -> str:
    """The unit as shown beside a value; empty for rungs and counts."""
    return _UNITS.get(measure.unit, measure.unit)


def number_text(value: Number, step: Number | None = None) -> str:
    """A number with the digits its step allows, three figures where there is none."""
    if step is not None:
        digits = max(0, len(f"{step:.6f}".rstrip("0").partition(".")[2]))
        text = f"{value:.{digits}f}"
    else:
        text = f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"
    return text.replace("-", "−")


def value_text(value: Number, measure: Measure) -> str:
    """A value with its unit; a rung in words."""
    if measure.id == "ladder":
        return LADDER.get(round(value), number_text(value))
    unit = unit_text(measure)
    return f"{number_text(value, measure.step)} {unit}".strip()


def point_text(point: Point, measure: Measure) -> str:
    """A point's value in words: could not, at least the cap, or the value with its unit."""
    if point.could_not:
        return "could not"
    text = value_text(point.value, measure)
    return f"{text} or more" if measure.cap is not None and point.value >= measure.cap else text


def range_text(usual: UsualRange, measure: Measure) -> tuple[str, str]:
    """The usual range from its lesser to its greater end, the greater one with the unit."""
    low, high = sorted((usual.low, usual.high))
    return number_text(low, measure.step), value_text(high, measure)


def ends_within(usual: UsualRange, measure: Measure) -> tuple[float, float]:
    """The usual range as it can be reached, the lesser end first: no value lies beyond where a test ends."""
    low, high = sorted((usual.low, usual.high))
    cap = math.inf if measure.cap is None else float(measure.cap)
    return min(low, cap), min(high, cap)


def percent(share: float) -> str:
    """A share of change as whole per cent: −0.17 is −17."""
    text = f"{share * 100:.0f}"
    return "0" if text == "-0" else text.replace("-", "−")


def own_direction(share: float, measure: Measure) -> float:
    """A reading's change, which tells of strength, as that of the number itself: a slower climb is more."""
    return 1 / (1 + share) - 1 if measure.better == "lower" else share


def signed_percent(share: float) -> str:
    """A share of change with its sign: +10 %, −3 %, 0 %."""
    text = percent(share)
    return f"{text} %" if text == "0" or text.startswith("−") else f"+{text} %"


def change_text(change: float, measure: Measure) -> str:
    """A reading's change, of the two latest checks against the centre, in the number's own direction."""
    return signed_percent(own_direction(change, measure))
