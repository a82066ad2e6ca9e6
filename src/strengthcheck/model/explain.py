"""Turns a refused value into plain words: where it stands and what would be right."""

import difflib
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

Path = tuple[str | int, ...]

EXAMPLE_TIME = "2026-11-23T09:30:00+01:00"


class Fault(NamedTuple):
    """One thing wrong, and where."""

    path: Path
    message: str

    def __str__(self) -> str:
        where = spell(self.path)
        return f"{where}: {self.message}" if where else self.message


def spell(path: Path) -> str:
    """A path as a person reads it: `results[1].trials[3].side` (counted from 1)."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else str(part)
    return text


def faults(error: ValidationError, root: type[BaseModel] | None = None) -> list[Fault]:
    """Every cause named once, those that only follow from another left out."""
    found: list[Fault] = []
    details = error.errors(include_url=False)
    deepest = [tuple(d["loc"]) for d in details]
    for d in details:
        loc = tuple(d["loc"])
        if d["type"] == "too_short" and any(len(o) > len(loc) and o[: len(loc)] == loc for o in deepest):
            continue
        fault = Fault(_plain(loc), _message(d, root))
        if fault not in found:
            found.append(fault)
    return found


def explained(error: ValidationError, root: type[BaseModel] | None = None) -> str:
    """All causes in one line."""
    return "; ".join(str(f) for f in faults(error, root))


def _plain(loc: Path) -> Path:
    """The path without the names that pydantic adds for unions and validators."""
    return tuple(p for p in loc if isinstance(p, int) or not p.startswith("function-"))


_TEMPLATES = {
    "missing": "is missing",
    "too_short": "is empty",
    "literal_error": "should be one of {expected}{given}",
    "timezone_aware": f"needs its offset from UTC, as in {EXAMPLE_TIME}{{given}}",
    "datetime_type": f"should be a date and time, as in {EXAMPLE_TIME}{{given}}",
    "datetime_parsing": f"should be a date and time, as in {EXAMPLE_TIME}{{given}}",
    "datetime_from_date_parsing": f"should be a date and time, as in {EXAMPLE_TIME}{{given}}",
    "string_type": "should be text{given}",
    "int_type": "should be a whole number{given}",
    "int_from_float": "should be a whole number{given}",
    "bool_type": "should be true or false{given}",
    "tuple_type": "should be a list, such as [left, right]{given}",
    "model_type": "should hold settings of its own{given}",
    "greater_than": "should be greater than {gt}{given}",
    "less_than": "should be less than {lt}{given}",
    "greater_than_equal": "should be at least {ge}{given}",
    "less_than_equal": "should be at most {le}{given}",
    "uuid_parsing": "should be a UUID{given}",
    "uuid_type": "should be a UUID{given}",
    "is_instance_of": "should be a UUID{given}",
    "json_invalid": "is not JSON: {error}",
}
"""What is said of each kind of error that pydantic names."""


_PATTERNS = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "lower case letters, digits and single hyphens, such as my-test",
    r"^[a-z][a-z0-9_]*$": "lower case letters, digits and underscores, such as time_held",
    r"^[0-9a-f]{64}$": "a SHA-256 in 64 lower case hexadecimal digits",
    r"^[A-Z]{2}$": "a country code of two capital letters, such as GB",
}
"""What a pattern in `model/` allows, in words."""


def _message(detail: Any, root: type[BaseModel] | None) -> str:
    kind, ctx, loc = detail["type"], detail.get("ctx", {}), tuple(detail["loc"])
    given = _shown(detail.get("input"))
    if kind == "extra_forbidden":
        return _unknown(str(loc[-1]), _fields_at(root, loc[:-1]))
    if kind == "value_error":
        message = str(ctx.get("error", detail["msg"]))
        return f"{message}{given}" if message.startswith("should") else message
    if kind == "too_long":
        things = "characters" if isinstance(detail.get("input"), str) else "entries"
        return f"should have at most {ctx['max_length']} {things} (has {ctx['actual_length']})"
    if kind == "string_pattern_mismatch":
        return f"should be {_PATTERNS.get(ctx['pattern'], 'written in another form')}{given}"
    if kind in _TEMPLATES:
        return _TEMPLATES[kind].format(given=given, **ctx)
    message = str(detail["msg"]).removeprefix("Input ")
    return f"{message[:1].lower()}{message[1:]}{given}"


def _shown(value: Any) -> str:
    """The refused value, if it is short and plain; control characters made visible."""
    if isinstance(value, bool):
        return f" (got {str(value).lower()})"
    if isinstance(value, str | int | float):
        text = ascii(value) if isinstance(value, str) and not value.isprintable() else str(value)
        return f" (got {text[:60]})" if text else " (it is empty)"
    return ""


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    shown = name if name.isprintable() else ascii(name)
    return f"{shown[:60]} is not a known setting{hint}"


def _fields_at(root: type[BaseModel] | None, loc: Path) -> list[str]:
    """The field names that the model allows at a path; empty when it can't be told."""
    model: Any = root
    for part in loc:
        if isinstance(part, int):
            continue
        fields = getattr(model, "model_fields", {})
        if part not in fields:
            return []
        model = _model_in(fields[part].annotation)
    return list(getattr(model, "model_fields", {}))


def _model_in(annotation: Any) -> Any:
    """The first model named in a type such as `tuple[Measure, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for arg in getattr(annotation, "__args__", ()) or ():
        found = _model_in(arg)
        if found is not None:
            return found
    return None
