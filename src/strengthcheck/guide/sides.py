"""Which side goes first: drawn by chance, balanced over each pair of checks.

docs/guided-test.md#the-whole-check has the order of a check.
"""

from collections.abc import Callable, Iterable, Mapping

from strengthcheck.model.base import Hand
from strengthcheck.model.check import Check
from strengthcheck.model.protocol import Protocol


def first_sides(
    protocols: Iterable[Protocol], earlier: Iterable[Check], draw: Callable[[], bool]
) -> dict[str, Hand]:
    """For each sided test, the side that goes first.

    Within each pair of checks of a test the second begins with the other side than the first. `earlier` are
    the person's checks in order of time; `draw` is one fair coin.
    """
    past = past_first_sides(earlier)
    return {p.id: _first(past.get(p.id, ()), draw) for p in protocols if p.sided and not p.effort.together}


def past_first_sides(checks: Iterable[Check]) -> Mapping[str, tuple[Hand, ...]]:
    """For each test, the sides that went first, in order of time."""
    past: dict[str, tuple[Hand, ...]] = {}
    for check in checks:
        for result in check.results:
            first: Hand | None = next((t.side for t in result.trials if t.side != "both"), None)
            if first is not None:
                past[result.protocol] = (*past.get(result.protocol, ()), first)
    return past


def _first(past: tuple[Hand, ...], draw: Callable[[], bool]) -> Hand:
    if len(past) % 2:
        return "left" if past[-1] == "right" else "right"
    return "left" if draw() else "right"
