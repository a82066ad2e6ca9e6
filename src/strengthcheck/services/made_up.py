"""Made-up years as the checks a person could have recorded, with names and notes that are plainly made up."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple
from uuid import UUID, uuid5

from strengthcheck.model.protocol import Protocol

DemoName = Literal["steady", "came-back", "lasting-loss"]

DEMOS: dict[DemoName, str] = {
    "steady": "a year in which nothing changed",
    "came-back": "a year with one low day, and what came after it",
    "lasting-loss": "a year in which the right hand slowly lost strength",
}
"""The made-up years, and what each shows."""

OBJECTS = {
    "grip-device": "Demo Person's dynamometer, handle 2",
    "cap-tightening": "Demo Person's water bottle",
    "book-pinch-lift": "The Made-Up Atlas, 1.8 kg",
    "stairs": "Demo Street 1, first flight",
}
"""What Demo Person uses, by test."""

_IDS = UUID("5c1d0a52-6d1c-5d0e-9c57-3c9d5f6a0200")
_MONTH = 30.4
"""Days."""
_LOSS_BEGINS = 5 * _MONTH
_LOSS_A_MONTH = 0.05


class Day(NamedTuple):
    """One check to make up."""

    day: int
    """Days since the first check."""
    planned: bool = True
    low_left: float = 0.0
    """By which share the left hand is low on this day only."""
    note: str = ""
    expected: str = "as_usual"
    """What Demo Person expects of the hand the year is about."""
    context: Mapping[str, Any] = {}
    slipped: bool = False
    """The first squeeze slipped, and was marked."""
    wet_stairs: bool = False
    """The stairs were left out."""


_USUAL_DAYS: tuple[Day, ...] = (
    Day(0, note="Demo Person: first time, took a while to find the bottle.", context={"worry": 6}),
    Day(7, slipped=True),
    Day(14, context={"worry": 5, "sleep_hours": 6}),
    Day(42),
    Day(57, planned=False, note="Demo Person: thumb twitched all evening.", context={"worry": 8}),
    Day(72, note="Demo Person: two days late, was away."),
    Day(98, context={"hard_exercise": True, "soreness": 3, "where": ["right_leg", "left_leg"]}),
    Day(126, wet_stairs=True),
    Day(155, slipped=True, context={"worry": 2}),
    Day(182),
    Day(210, context={"cold_hands": True}),
    Day(238),
    Day(269, note="Demo Person: three days late, did not think of it."),
    Day(294),
    Day(322, context={"worry": 1, "sleep_hours": 8}),
    Day(350),
)


def _came_back() -> tuple[Day, ...]:
    low = Day(
        182,
        low_left=0.24,
        note="Demo Person: slept four hours, left hand felt weak before I began.",
        expected="weaker",
        context={"sleep_hours": 4, "worry": 8},
        slipped=True,
    )
    confirming = Day(196, note="Demo Person: left hand as before.", context={"worry": 4})
    days = {d.day: d for d in (*_USUAL_DAYS, low, confirming)}
    return tuple(days[d] for d in sorted(days))


def _lasting_loss() -> tuple[Day, ...]:
    told = {
        210: "Demo Person: the right hand felt slower with the keys.",
        238: "Demo Person: dropped the pan once, right hand.",
        294: "Demo Person: jars go to the left hand now.",
    }
    days = []
    for d in _USUAL_DAYS:
        late = d.day >= 210
        days.append(d._replace(note=told.get(d.day, d.note), expected="weaker" if late else d.expected))
    days.append(Day(252, note="Demo Person: the asked-for check in between.", expected="weaker"))
    return tuple(sorted(days))


_DAYS: dict[DemoName, Callable[[], tuple[Day, ...]]] = {
    "steady": lambda: _USUAL_DAYS,
    "came-back": _came_back,
    "lasting-loss": _lasting_loss,
}


@dataclass(frozen=True)
class _Making:
    """One check in the making."""

    name: DemoName
    day: Day
    first_side: str
    chance: random.Random
    protocols: Mapping[str, Protocol]

    @property
    def order(self) -> tuple[str, str]:
        """Which hand goes first."""
        return ("left", "right") if self.first_side == "left" else ("right", "left")

    def strength(self, side: str) -> float:
        """How strong a hand is on this day, as a share of its usual."""
        if side == "left":
            return 1 - self.day.low_left
        if self.name != "lasting-loss":
            return 1.0
        months = max(0.0, self.day.day - _LOSS_BEGINS) / _MONTH
        return float((1 - _LOSS_A_MONTH) ** months)

    def about(self, usual: float, scatter: float) -> float:
        """A value as measured: the usual one with ordinary scatter (a share), to one decimal."""
        return round(usual * (1 + self.chance.gauss(0, scatter)), 1)

    def result(self, test: str, trials: list[dict[str, Any]], part: str | None = None) -> dict[str, Any]:
        """The result of one test; the last valid trial of each side carries the effort."""
        named = part or OBJECTS.get(test)
        result: dict[str, Any] = {"protocol": test, **({"object": named} if named else {})}
        if {t["side"] for t in trials} == {"left", "right"} and self.day.planned:
            about = "left" if self.day.low_left else "right"
            result["expected"] = {"left": "as_usual", "right": "as_usual", about: self.day.expected}
        return {**result, "trials": trials}

    def with_effort(self, trials: list[dict[str, Any]], usual: int) -> list[dict[str, Any]]:
        """The trials, the last of each side with how hard it was: harder for a weak hand."""
        told = {}
        for i, trial in enumerate(trials):
            told[trial["side"]] = i
        for side, i in told.items():
            harder = 2 if side != "both" and self.strength(side) < 0.85 else 0
            trials[i]["effort"] = min(10, usual + harder + self.chance.choice([0, 0, 1]))
        return trials


def demo_checks(
    name: DemoName, today: datetime, protocols: Mapping[str, Protocol]
) -> Iterator[dict[str, Any]]:
    """The checks of a made-up year that ends a fortnight before `today`, oldest first, as JSON has them.

    Drawn by chance with a fixed seed: the same name and day give the same checks. Tests that `protocols`
    hasn't got are left out.
    """
    chance = random.Random(f"strengthcheck {name}")
    days = _DAYS[name]()
    first = (today - timedelta(days=days[-1].day + 14)).replace(hour=9, minute=0, second=0, microsecond=0)
    for number, day in enumerate(days):
        start = first + timedelta(days=day.day, minutes=chance.randrange(0, 600))
        yield {
            "id": str(uuid5(_IDS, f"{name} {number}")),
            "started_at": start.isoformat(),
            "planned": day.planned,
            "results": results_of(name, day, number, chance, protocols),
            "context": {"sleep_hours": 7, "hard_exercise": False, "worry": 3, "ill": False, **day.context},
            **({"note": day.note} if day.note else {}),
        }


def results_of(
    name: DemoName, day: Day, number: int, chance: random.Random, protocols: Mapping[str, Protocol]
) -> list[dict[str, Any]]:
    """What was done on one day of a year, the `number`th check of it: every test with its trials."""
    making = _Making(name, day, "left" if number % 2 else "right", chance, protocols)
    tests = _TESTS if day.planned else _EXTRA_TESTS
    return [r for test, make in tests.items() if test in protocols for r in make(making)]


def _grip(m: _Making) -> Iterator[dict[str, Any]]:
    shared = m.chance.gauss(0, 0.02)
    usual = {s: u * (1 + shared + m.chance.gauss(0, 0.02)) for s, u in (("left", 31.0), ("right", 33.5))}
    trials: list[dict[str, Any]] = [
        {"side": s, "values": {"force": m.about(usual[s] * m.strength(s), 0.02)}}
        for _ in range(3)
        for s in m.order
    ]
    if m.day.slipped:
        low = round(trials[0]["values"]["force"] * 0.4, 1)
        slip = {"side": m.first_side, "values": {"force": low}, "invalid": "slipped"}
        trials.insert(0, {**slip, "invalid_note": "Demo Person: the handle turned."})
    yield m.result("grip-device", m.with_effort(trials, 7))


def _cap(m: _Making) -> Iterator[dict[str, Any]]:
    yield m.result("cap-tightening", m.with_effort(_rungs(m, tries=2, harder_below=0.82), 4))


def _book(m: _Making) -> Iterator[dict[str, Any]]:
    trials = _rungs(m, tries=2, harder_below=0.75)
    for trial in trials:
        # The book asks for little: a hand a third weaker still holds it that long, with more effort.
        trial["values"]["hold"] = 10
    yield m.result("book-pinch-lift", m.with_effort(trials, 5))


def _heel_toe(m: _Making) -> Iterator[dict[str, Any]]:
    yield from _parts(m, "heel-toe-walk", 3)


def _everyday(m: _Making) -> Iterator[dict[str, Any]]:
    yield from _parts(m, "everyday-tasks", None)


def _stairs(m: _Making) -> Iterator[dict[str, Any]]:
    if m.day.wet_stairs:
        yield m.result("stairs", [{"side": "both", "skipped": "the stairs were wet"}])
        return
    usual = m.about(6.4, 0.05)
    trials: list[dict[str, Any]] = [
        {"side": "both", "values": {"ladder": 3, "climb": m.about(usual, 0.03)}} for _ in range(2)
    ]
    yield m.result("stairs", m.with_effort(trials, 5))


def _rungs(m: _Making, *, tries: int, harder_below: float) -> list[dict[str, Any]]:
    """Trials on the ladder: as usual, or harder than usual where the hand is clearly weaker."""
    return [
        {"side": s, "values": {"ladder": 2 if m.strength(s) < harder_below else 3}}
        for _ in range(tries)
        for s in m.order
    ]


def _parts(m: _Making, test: str, effort: int | None) -> Iterator[dict[str, Any]]:
    """One result for each part of a test; keys and buttons become harder for a clearly weaker hand."""
    for part in m.protocols[test].parts:
        hands = part.id == "keys and buttons"
        trials: list[dict[str, Any]] = [
            {"side": s, "values": {"ladder": 2 if hands and s != "both" and m.strength(s) < 0.82 else 3}}
            for s in part.sides
        ]
        yield m.result(test, m.with_effort(trials, effort) if effort is not None else trials, part.id)


_TESTS: dict[str, Callable[[_Making], Iterator[dict[str, Any]]]] = {
    "everyday-tasks": _everyday,
    "cap-tightening": _cap,
    "book-pinch-lift": _book,
    "grip-device": _grip,
    "heel-toe-walk": _heel_toe,
    "stairs": _stairs,
}
_EXTRA_TESTS = {"cap-tightening": _cap, "grip-device": _grip}
