from datetime import timedelta
from uuid import UUID

from strengthcheck.analysis.felt import Expecting, expecting, felt_against_measured
from strengthcheck.model.check import BySide, Check, Result, Trial
from tests.analysis.making import START


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
