"""The page of one test says how slow or coarse that test is, and nothing on it soothes beside a fall."""

from strengthcheck.views.compare import own_caveat
from tests.views.reads import check, compared, grips, read, result, shown

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


LEFT = [31, 30.2, 31.5, 30.8, 31.2, 30.9, 31.3, 31, 30.9, 31.1, 30.7, 31, 30.8]
FALLING = [33, 33.8, 32.6, 33.4, 33.1, 33, 32.8, 31, 29, 27, 25, 23, 22]


def test_on_the_gap_of_a_falling_hand_the_fall_stands_first_and_nothing_soothes() -> None:
    page = shown(grips(LEFT, FALLING))
    for small in (False, True):
        told = page.said("gap", small=small)
        assert told[0].id == "falling"
        assert not {"gap.common", "gap.moved", "gap.unknown"} & {s.id for s in told}


def test_a_steady_gap_is_told_to_be_common() -> None:
    page = shown(grips(LEFT, [33.0] * len(LEFT)))
    assert "gap.common" in {s.id for s in page.said("gap", small=False)}
