"""The page of one test says how slow or how coarse that test is, not how quick the record's best one is."""

from strengthcheck.views.compare import own_caveat
from tests.views.reads import check, compared, read, result

CHECKS = [
    check(
        i,
        result("grip-device", "force", left=31 + i % 3 / 10, right=33 - i % 2 / 10),
        result("book-pinch-lift", "hold", left=10, right=10),
        result("cap-tightening", "ladder", left=3, right=3),
    )
    for i in range(8)
]


def told(measure: str, months: int | None) -> str:
    of_all = compared(CHECKS).caveat
    assert of_all is not None
    assert "6 months" in of_all.text
    one = next(p for p in read(CHECKS) if p.pair.measure.id == measure)
    said = own_caveat(one, of_all, months)
    assert said is not None
    return said.text


def test_a_test_in_numbers_has_its_own_months() -> None:
    assert "after about 4 months" in told("force", 4)


def test_rungs_and_a_hold_at_its_limit_can_hide_a_slow_loss() -> None:
    for measure in ("ladder", "hold"):
        assert "a slow loss can hide" in told(measure, 4)


def test_numbers_without_a_range_promise_no_months() -> None:
    assert "after about" not in told("force", None)


def test_beside_something_raised_there_is_none() -> None:
    assert own_caveat(read(CHECKS)[0], None, 4) is None
