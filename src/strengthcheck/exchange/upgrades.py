"""Older formats raised to today's, one version at a time; newer ones refused."""

from collections.abc import Callable, Sequence
from typing import Any

from strengthcheck.exchange.refused import Refused, versions_message

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""Turns the data of one version into the next one's; the n-th (from 1) turns version n into n + 1."""

CHECK_UPGRADES: tuple[Upgrade, ...] = ()
"""For the JSON of one check (`format_version`): version 1 is the first."""

DOCUMENT_UPGRADES: tuple[Upgrade, ...] = ()
"""For an export (`version`): version 1 is the first."""


def upgraded(
    data: dict[str, Any], *, key: str, known: int, upgrades: Sequence[Upgrade], what: str
) -> dict[str, Any]:
    """The data as today's version `known` has it; what names no version is taken as today's.

    A newer version is refused with both versions named, and so is one that is not a whole number from 1.
    """
    version = data.get(key, known)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Refused(f"{key}: should be a whole number from 1 to {known}")
    if version > known:
        raise Refused(versions_message(what, version, known))
    for number in range(version, known):
        data = {**upgrades[number - 1](data), key: number + 1}
    return data
