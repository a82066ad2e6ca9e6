"""What a person types as a value, read kindly and exactly: 12,4 and 12.4 alike, 1:02.4 as minutes."""

import math
import re

from strengthcheck.model.protocol import Measure

_NUMBER = re.compile(r"^[+-]?\d+([.,]\d+)?$")
_CLOCK = re.compile(r"^(\d{1,3}):([0-5]?\d)([.,]\d+)?$")
_UNITS = {"kg": "kg", "s": "seconds", "count": "", "bpm": "beats a minute", "rung": ""}


class NotAValue(ValueError):
    """What was typed is no value of this measure; the message says what would be."""


def spoken_unit(measure: Measure) -> str:
    """The unit in words, as read back to the person."""
    return _UNITS.get(measure.unit, measure.unit)


def typed_number(text: str) -> float:
    """A number as typed, decimal comma or point. Raises NotAValue."""
    text = text.strip().replace("−", "-")
    if not text:
        raise NotAValue("Nothing is typed yet.")
    if text.count(",") + text.count(".") > 1 or not _NUMBER.match(text):
        raise NotAValue(f"{_quoted(text)} is not a number. Write it like 12.4 or 12,4.")
    value = float(text.replace(",", "."))
    if not math.isfinite(value):
        raise NotAValue(f"{_quoted(text)} is too large.")
    return value


def typed_seconds(text: str) -> float:
    """Seconds as typed: 12.4, 12,4, 0:12.4 or 1:02.4. Raises NotAValue."""
    clock = _CLOCK.match(text.strip())
    if clock is None:
        if ":" in text:
            raise NotAValue(f"{_quoted(text)} is not a time. Write it like 62.4 or 1:02.4.")
        return typed_number(text)
    minutes, seconds, fraction = clock.groups()
    return int(minutes) * 60 + float(seconds + (fraction or "").replace(",", "."))


def typed_value(text: str, measure: Measure) -> int | float:
    """A value of this measure as typed, within its bounds; whole where it counts. Raises NotAValue."""
    value = typed_seconds(text) if measure.unit == "s" else typed_number(text)
    whole = measure.unit in ("count", "rung")
    if whole and value != int(value):
        raise NotAValue(f"{measure.name} is counted: a whole number, such as {int(value)}.")
    if not measure.low <= value <= measure.high:
        unit = f" {spoken_unit(measure)}".rstrip()
        raise NotAValue(
            f"{_plain(value)}{unit} is outside what is possible here ({_plain(measure.low)} to "
            f"{_plain(measure.high)}). Is a digit missing or too many?"
        )
    return int(value) if whole else round(value, 3)


def _plain(value: float) -> str:
    return f"{value:.10g}"


def _quoted(text: str) -> str:
    shown = text if text.isprintable() else ascii(text)[1:-1]
    return f"“{shown[:30]}”"
