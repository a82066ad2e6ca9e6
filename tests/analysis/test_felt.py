from datetime import timedelta
from uuid import UUID

import pytest

from strengthcheck.analysis.felt import Expecting, expecting, felt_against_measured, felt_counts
from strengthcheck.analysis.series import pairs_from, told_of
from strengthcheck.analysis.whole import read_whole
from strengthcheck.model.check import BySide, Check, Result, Trial
from strengthcheck.model.protocol import Measure
from tests.analysis.making import CLIMB, FORCE, START, kept, lookup, protocol


def check(n: int, expected: str | None, *, planned: bool = True) -> Expecting:
    made = Check(
        id=UUID(int=n),
        started_at=START + timedelta(days=n),
        planned=planned,
        results=(
            Result(
                protocol="grip-device",
                expected=BySide.model_validate({"left": expected}) if expected else None,
                trials=(Trial(side="left", values={"force": 30}),),
            ),
        ),
    )
    return expecting(made)


def places(n: int, place: str = "usual"):
    return {(str(UUID(int=i)), "left", "grip-device"): place for i in range(n)}


def test_under_six_checks_nothing_is_counted():
    assert felt_against_measured([check(i, "weaker") for i in range(5)], places(5)) == ()


def test_checks_are_counted_not_tests():
    checks = [check(i, "weaker" if i < 4 else "as_usual") for i in range(7)]
    measured = places(7) | {(str(UUID(int=0)), "left", "grip-device"): "lower"}
    (row,) = felt_against_measured(checks, measured)
    assert (row.side, row.checks, row.weaker, row.usual, row.lower, row.higher) == ("left", 7, 4, 3, 1, 0)


def test_extra_checks_and_checks_without_an_expectation_are_not_counted():
    checks = [check(i, "weaker", planned=i > 0) for i in range(6)] + [check(6, None)]
    assert felt_against_measured(checks, places(7)) == ()


@pytest.mark.parametrize(("measure", "weak", "strong"), [(FORCE, 15, 60), (CLIMB, 60, 15)])
def test_past_the_weaker_end_of_the_range_measured_lower_whichever_way_the_number_goes(
    measure: Measure, weak: float, strong: float
):
    test = protocol("a-test", (measure,))
    values = [30, 31, 29, 30, 31, 29, 30, weak, strong]
    checks = [
        kept(
            28 * i,
            Trial(side="left", values={measure.id: value}),
            p=test,
            expected={"left": "weaker"},
        )
        for i, value in enumerate(values)
    ]
    pairs = read_whole(pairs_from(told_of(k, lookup(test)) for k in checks)).pairs
    (row,) = felt_counts(pairs, [expecting(k.check) for k in checks])
    assert (row.weaker, row.usual, row.lower, row.higher) == (9, 7, 1, 1)
