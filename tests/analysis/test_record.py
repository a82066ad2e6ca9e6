"""The whole record: raised by all tests together, never by one pair's own alarm."""

import pytest

from strengthcheck.analysis import PairSeries, read_pair, read_record

from .people_at_home import days, losing, steady


def test_of(key: str, limb: str, left: list[float], right: list[float], **more: object) -> PairSeries:
    return PairSeries(key, limb, days(len(left)), left, right, **more)  # type: ignore[arg-type]


test_of.__test__ = False  # type: ignore[attr-defined]


def hands(rate: float, count: int, tests: int = 4) -> list[PairSeries]:
    """Hand tests whose left side loses `rate` a month from day 100 on, and steady leg tests."""
    made = [
        test_of(
            f"hand {i}",
            "hand",
            losing(count, rate, 100.0, error=0.07, seed=20 + i),
            steady(count, 33.0, 0.07, 40 + i),
        )
        for i in range(tests)
    ]
    legs = [
        test_of(f"leg {i}", "leg", steady(count, 30.0, 0.07, 60 + i), steady(count, 30.0, 0.07, 80 + i))
        for i in range(tests)
    ]
    return [*made, *legs]


def test_a_steady_record_raises_nothing_and_asks_nothing() -> None:
    reading = read_record(hands(0.0, 20))
    assert not reading.worth_showing
    assert reading.confirm == ()
    assert {limb.limb for limb in reading.limbs} == {"hand", "leg"}


def test_tests_of_one_hand_that_agree_are_found_before_any_of_them_alone() -> None:
    together = next(n for n in range(6, 20) if read_record(hands(0.03, n)).worth_showing)
    alone = [
        next(n for n in range(6, 40) if read_record([hands(0.03, n)[i], *hands(0.0, n)[4:]]).worth_showing)
        for i in range(4)
    ]
    assert together < sum(alone) / 4
    reading = read_record(hands(0.03, together))
    assert reading.limbs[0].raised == ("left",)
    assert reading.limbs[1].raised == ()
    raised = [p for p in reading.pairs if p.reading.worth_showing]
    assert raised
    assert all(p.key.startswith("hand") and p.reading.raised == ("left",) for p in raised)


def _values(pair: PairSeries, n: int) -> tuple[list[float], list[float | None], list[float | None]]:
    return list(pair.days)[:n], list(pair.left)[:n], list(pair.right)[:n]


def test_one_pair_that_would_raise_by_itself_does_not_raise_a_record() -> None:
    n = next(n for n in range(6, 40) if read_pair(*_values(hands(0.03, 40)[0], n)).worth_showing)
    pairs = [hands(0.03, n)[0], *hands(0.0, n)[1:]]
    reading = read_record(pairs)
    assert not reading.worth_showing
    assert reading.pairs[0].reading.left.course in ("one_low", "usual")


def test_a_confirming_check_names_the_tests_in_question_only() -> None:
    asked = [read_record(hands(0.04, n)).confirm for n in range(6, 14)]
    named = {key for keys in asked for key in keys}
    assert named
    assert all(key.startswith("hand") for key in named)


def test_the_order_of_the_tests_changes_nothing() -> None:
    pairs = hands(0.04, 13)
    a, b = read_record(pairs), read_record(pairs[::-1])
    assert {p.key: p.reading.left.course for p in a.pairs} == {p.key: p.reading.left.course for p in b.pairs}
    assert a.worth_showing == b.worth_showing


def test_a_test_without_sides_stands_alone() -> None:
    stairs = PairSeries("stairs", "legs", days(16), losing(16, 0.06, 100.0), [None] * 16)
    reading = read_record([*hands(0.0, 16), stairs])
    assert reading.worth_showing
    assert [limb.limb for limb in reading.limbs if limb.raised] == ["legs"]


def test_an_event_explains_what_the_limb_shows() -> None:
    n = 14
    down = [
        test_of(
            f"hand {i}",
            "hand",
            [*steady(10, seed=i), *(v * 0.7 for v in steady(n - 10, seed=50 + i))],
            steady(n, 33.0, seed=90 + i),
            events=[days(10)[-1] + 10.0],
        )
        for i in range(3)
    ]
    first = [
        PairSeries(p.key, p.limb, list(p.days)[:12], list(p.left)[:12], list(p.right)[:12], events=p.events)
        for p in down
    ]
    assert not read_record(first).worth_showing
    assert read_record(down).worth_showing


def test_tests_checked_on_different_days_are_read_together() -> None:
    pairs = hands(0.05, 14)
    fewer = PairSeries(
        "hand x", "hand", list(pairs[0].days)[::2], list(pairs[0].left)[::2], list(pairs[0].right)[::2]
    )
    reading = read_record([*pairs[:3], fewer])
    assert reading.worth_showing


def test_two_tests_of_one_name_are_refused_and_none_is_read_as_nothing() -> None:
    pair = hands(0.0, 6)[0]
    with pytest.raises(ValueError, match="key"):
        read_record([pair, pair])
    assert not read_record([]).worth_showing


def test_a_test_that_has_not_gone_beyond_its_least_change_is_never_named() -> None:
    pairs = hands(0.03, 16)
    assert read_record(pairs).worth_showing
    slow = [PairSeries(**{**vars(p), "least_change": 0.6}) if p.limb == "hand" else p for p in pairs]
    assert not read_record(slow).worth_showing
    one = [*slow[:3], *pairs[3:]]
    named = [p.key for p in read_record(one).pairs if p.reading.worth_showing]
    assert named == ["hand 3"]
