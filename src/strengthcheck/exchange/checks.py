"""One check from JSON text, and the question whether it is what was recorded before."""

import json
import re
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ValidationError

from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.strict import MOST_CHECK, read_object, shown
from strengthcheck.exchange.upgrades import CHECK_UPGRADES, upgraded
from strengthcheck.model.check import FORMAT_VERSION, Check
from strengthcheck.model.explain import EXAMPLE_TIME, explained

_CALENDAR = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")


def read_check(text: str, *, most: int = MOST_CHECK) -> Check:
    """The check that a JSON text of at most `most` characters holds.

    Raises Refused: for text that is not strict JSON, for unknown, missing or doubled names, for wrong types
    and values, and for a format version newer than this program's.
    """
    return check_from(read_object(text, most=most))


def check_from(data: dict[str, Any]) -> Check:
    """The check that already parsed JSON holds; raises Refused as `read_check` does."""
    data = upgraded(
        data, key="format_version", known=FORMAT_VERSION, upgrades=CHECK_UPGRADES, what="This check"
    )
    _times_are_calendar_times(data)
    try:
        return Check.model_validate_json(json.dumps(data))
    except ValidationError as e:
        raise Refused(explained(e, Check)) from e


def check_to(check: Check) -> dict[str, Any]:
    """The check in the shape that `check_from` reads: the fields that were given, value for value."""
    return check.model_dump(mode="json", exclude_unset=True)


def same_as_named(given: Any, stored: Any) -> bool:
    """Whether everything that `given` names equals what stands there in `stored`.

    Only what was named is compared: a field left out may hold anything. Lists are compared item by item and
    must be of one length; times must be the same instant with the same offset from UTC.
    """
    if isinstance(given, BaseModel):
        return type(given) is type(stored) and all(
            same_as_named(getattr(given, name), getattr(stored, name)) for name in given.model_fields_set
        )
    if isinstance(given, dict):
        return isinstance(stored, dict) and all(
            name in stored and same_as_named(value, stored[name]) for name, value in given.items()
        )
    if isinstance(given, tuple | list):
        return (
            isinstance(stored, tuple | list)
            and len(given) == len(stored)
            and all(same_as_named(g, s) for g, s in zip(given, stored, strict=True))
        )
    if isinstance(given, datetime) and isinstance(stored, datetime):
        return given == stored and given.utcoffset() == stored.utcoffset()
    return bool(given == stored)


def _times_are_calendar_times(data: dict[str, Any]) -> None:
    """Refuse a count of seconds written as a time: nobody means it."""
    _calendar_time("started_at", data.get("started_at"))
    for r, result in enumerate(_items(data.get("results")), 1):
        for t, trial in enumerate(_items(result.get("trials")), 1):
            _calendar_time(f"results[{r}].trials[{t}].at", trial.get("at"))


def _items(value: Any) -> list[dict[str, Any]]:
    return [x if isinstance(x, dict) else {} for x in value] if isinstance(value, list) else []


def _calendar_time(where: str, value: Any) -> None:
    if isinstance(value, str) and not _CALENDAR.match(value):
        raise Refused(
            f"{where}: should be a date and time, as in {EXAMPLE_TIME} (got {shown(value) or 'nothing'})"
        )
