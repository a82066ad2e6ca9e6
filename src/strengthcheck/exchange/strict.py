"""JSON read strictly: nothing doubled, infinite or bottomless, nothing that no file can keep."""

import json
import math
import re
from typing import Any, NoReturn

from strengthcheck.exchange.refused import Refused

MOST_FILE = 256 * 1024 * 1024
"""The most bytes of a whole record's file: decades of daily checks, or hundreds with the longest notes."""

MOST_CHECK = 16 * 1024 * 1024
"""The most bytes of one check, in a file of its own or on a line."""

DEEPEST = 40
"""How deep brackets may be nested; a check needs eight."""

MOST_VALUES = 6_000_000
"""The most values in one file: decades of daily checks. Small ones cost far more memory than text."""

_LONGEST_INTEGER = 18
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')


def decoded(data: bytes, *, most: int = MOST_FILE) -> str:
    """The text of a file's bytes, which must be UTF-8 (a mark at the start is let pass) and not too many."""
    if len(data) > most:
        raise Refused(f"is too large: more than {_megabytes(most)}")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("is UTF-16 text; save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise Refused(f"is not UTF-8 text (byte {e.start + 1})") from e


def read_json(text: str, *, most: int = MOST_FILE) -> Any:
    """The value of a JSON text.

    Refused: more than `most` characters or `MOST_VALUES` values, a name twice in one object, NaN, infinities
    and numbers too large to hold, brackets nested deeper than `DEEPEST`, halves of surrogate pairs.
    """
    if len(text) > most:
        raise Refused(f"is too large: more than {_megabytes(most)}")
    if not text.strip():
        raise Refused("is empty")
    if _values(text) > MOST_VALUES and _values(_STRING.sub("", text)) > MOST_VALUES:
        raise Refused(f"is too large: more than {MOST_VALUES} values")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_integer,
        )
    except RecursionError as e:
        raise Refused("is nested too deep: too many brackets inside each other") from e
    except json.JSONDecodeError as e:
        raise Refused(f"is not JSON: {_lower(e.msg)} (line {e.lineno}, column {e.colno})") from e
    _walk(value, 0)
    return value


def read_object(text: str, *, most: int = MOST_FILE) -> dict[str, Any]:
    """The object that a JSON text holds."""
    value = read_json(text, most=most)
    if not isinstance(value, dict):
        raise Refused("should be a JSON object, written in { }")
    return value


def shown(text: str) -> str:
    """A given name or number in a message: short, and with nothing hidden in it."""
    visible = text if text.isprintable() else ascii(text)[1:-1]
    return visible if len(visible) <= 60 else f"{visible[:60]}…"


def _values(text: str) -> int:
    """At most how many values a JSON text holds; signs within its strings count too."""
    return sum(text.count(sign) for sign in "[{,")


def _megabytes(size: int) -> str:
    return f"{size // (1024 * 1024)} MB"


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Refused(f"{shown(name)} stands twice in one place; only one of them can be meant")
        found[name] = value
    return found


def _constant(text: str) -> NoReturn:
    raise Refused(f"{text} is not a number that can be kept")


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise Refused(f"{shown(text)} is too large a number to be kept")
    return value


def _integer(text: str) -> int:
    if len(text) > _LONGEST_INTEGER:
        raise Refused(f"{shown(text)} is too large a number to be kept")
    return int(text)


def _walk(value: Any, depth: int) -> None:
    if isinstance(value, str):
        _encodable(value)
    elif isinstance(value, dict | list):
        if depth >= DEEPEST:
            raise Refused("is nested too deep: too many brackets inside each other")
        if isinstance(value, dict):
            for name in value:
                _encodable(name)
        for inner in value.values() if isinstance(value, dict) else value:
            _walk(inner, depth + 1)


def _encodable(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise Refused("holds a broken character (half of a pair) that no file can keep") from e
