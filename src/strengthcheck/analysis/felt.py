"""Felt beside measured, counted in checks: how often expected weaker, and what was then measured."""

from collections.abc import Iterable
from typing import Literal, NamedTuple
from uuid import UUID

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import SIDES, Hand
from strengthcheck.model.check import BySide, Check
from strengthcheck.model.protocol import Better
from strengthcheck.model.reading import UsualRange

LEAST_CHECKS = 6
"""Under six checks nothing is counted (our judgement)."""

Measured = Literal["usual", "lower", "higher"]
"""Where a check's value lay against the range before it."""

Place = tuple[str, Hand, str]
"""Check id, side, protocol id."""


class FeltCount(NamedTuple):
    """Of the checks in which one side was expected weaker: how many measured where."""

    side: Hand
    checks: int
    """Planned checks with an expectation for this side and a value against a range."""
    weaker: int
    """Of these, expected weaker."""
    usual: int
    lower: int
    higher: int
    """Of those expected weaker: the worst place any of the side's tests measured."""


class Expecting(NamedTuple):
    """What was expected in one check, without its trials."""

    check: UUID
    planned: bool
    told: tuple[tuple[str, BySide], ...]
    """Protocol and expectation, where there was one."""


def expecting(check: Check) -> Expecting:
    """The expectations of a check."""
    told = tuple((r.protocol, r.expected) for r in check.results if r.expected is not None)
    return Expecting(check.id, check.planned, told)


def felt_counts(pairs: Iterable[ReadPair], checks: Iterable[Expecting]) -> tuple[FeltCount, ...]:
    """How often a side was expected weaker, and what it then measured."""
    return felt_against_measured(checks, _measured(pairs))


def _measured(pairs: Iterable[ReadPair]) -> dict[Place, Measured]:
    """Where each value lay; of several of one test, check and side the lowest."""
    measured: dict[Place, Measured] = {}
    for read in pairs:
        for hand in SIDES:
            usual = read.own_range(hand)
            if usual is None:
                continue
            for point in read.pair.entering(hand):
                key = (str(point.check), hand, read.pair.key.protocol)
                if measured.get(key) != "lower":
                    measured[key] = _against(usual, float(point.value), read.pair.measure.better)
    return measured


def _against(usual: UsualRange, value: float, better: Better) -> Measured:
    low, high = sorted((usual.low, usual.high))
    if low <= value <= high:
        return "usual"
    return "lower" if (value < low) == (better == "higher") else "higher"


def felt_against_measured(
    checks: Iterable[Expecting], measured: dict[Place, Measured]
) -> tuple[FeltCount, ...]:
    """The counts for each side; a side with under six such checks is left out.

    `measured` says where each value lay. A check counts once for a side, by
    the lowest of its tests with an expectation: several tests of one sitting do not count as several.
    """
    rows = []
    for side in SIDES:
        places = [p for c in checks if (p := _place(c, side, measured)) is not None]
        if len(places) < LEAST_CHECKS:
            continue
        weaker = [place for expected_weaker, place in places if expected_weaker]
        rows.append(
            FeltCount(
                side=side,
                checks=len(places),
                weaker=len(weaker),
                usual=weaker.count("usual"),
                lower=weaker.count("lower"),
                higher=weaker.count("higher"),
            )
        )
    return tuple(rows)


def _place(check: Expecting, side: Hand, measured: dict[Place, Measured]) -> tuple[bool, Measured] | None:
    """Whether the side was expected weaker in any test, and where it measured at worst, if known."""
    if not check.planned:
        return None
    told = [(said.of(side), measured.get((str(check.check), side, test))) for test, said in check.told]
    known = [(expected, place) for expected, place in told if expected is not None and place is not None]
    if not known:
        return None
    weaker = [place for expected, place in known if expected == "weaker"]
    order: tuple[Measured, ...] = ("lower", "usual", "higher")
    return bool(weaker), min(weaker or [place for _, place in known], key=order.index)
