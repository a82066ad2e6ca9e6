"""What must hold for every record, however odd."""

from itertools import accumulate
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from strengthcheck.analysis import read_ladder, read_pair
from strengthcheck.model.reading import Course, Reading

GRAVITY: dict[Course, int] = {
    "too_early": 0,
    "usual": 0,
    "rising": 0,
    "came_back": 0,
    "one_low": 1,
    "low_and_staying": 2,
    "falling_and_staying": 3,
}
SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def courses(draw: st.DrawFn, least: int = 0, most: int = 24, gaps: bool = True) -> dict[str, Any]:
    """Days and both sides' values: around a base, drifting, with gaps, zeros and wild values."""
    n = draw(st.integers(least, most))
    waits = draw(st.lists(st.sampled_from([1.0, 7.0, 14.0, 28.0, 35.0, 150.0]), min_size=n, max_size=n))
    days: list[float] = []
    for wait in waits:
        days.append((days[-1] if days else -wait) + wait)
    sides = []
    for _ in range(2):
        base = draw(st.floats(0.5, 80.0))
        slope = draw(st.sampled_from([0.0, 0.0, -0.02, -0.05, 0.03]))
        noise = draw(st.lists(st.floats(-0.2, 0.2), min_size=n, max_size=n))
        side: list[float | None] = [base * max(1 + slope * i, 0.05) * (1 + e) for i, e in enumerate(noise)]
        if gaps:
            for i in range(n):
                odd = draw(st.integers(0, 19))
                side[i] = None if odd == 0 else 0.0 if odd == 1 else base * 50 if odd == 2 else side[i]
        sides.append(side)
    return {"days": days, "left": sides[0], "right": sides[1]}


def words(r: Reading) -> tuple[Any, ...]:
    return (r.left.course, r.right.course, r.gap.course, r.gap.lost, r.worth_showing, r.raised)


@SETTINGS
@given(courses(), st.sampled_from(["higher", "lower"]), st.sampled_from([None, 30.0]))
def test_no_valid_record_raises_or_gives_a_number_that_is_none(
    given_: dict[str, Any], better: Any, cap: float | None
) -> None:
    # The model refuses NaN and infinity, so building the reading is the test.
    reading = read_pair(**given_, better=better, cap=cap)
    assert reading == read_pair(**given_, better=better, cap=cap)


@SETTINGS
@given(courses(least=3), st.sampled_from([{}, {"cap": 30.0}, {"least_change": 0.3}, {"better": "lower"}]))
def test_one_more_usual_check_never_makes_it_worse(given_: dict[str, Any], more: dict[str, Any]) -> None:
    before = read_pair(**given_, **more)
    assume(before.left.range is not None and before.right.range is not None)
    assert before.left.range is not None
    assert before.right.range is not None
    after = read_pair(
        [*given_["days"], given_["days"][-1] + 28.0],
        [*given_["left"], before.left.range.centre],
        [*given_["right"], before.right.range.centre],
        **more,
    )
    assert GRAVITY[after.left.course] <= GRAVITY[before.left.course]
    assert GRAVITY[after.right.course] <= GRAVITY[before.right.course]
    assert GRAVITY[after.gap.course] <= GRAVITY[before.gap.course]
    assert after.worth_showing <= before.worth_showing


@SETTINGS
@given(courses(least=4), st.lists(st.floats(0, 600), max_size=2))
def test_a_usual_check_never_makes_an_explained_low_count(
    given_: dict[str, Any], events: list[float]
) -> None:
    before = read_pair(**given_, events=events)
    if before.left.range is None or before.right.range is None:
        return
    longer = {
        "days": [*given_["days"], given_["days"][-1] + 60.0],
        "left": [*given_["left"], before.left.range.centre],
        "right": [*given_["right"], before.right.range.centre],
    }
    assert read_pair(**longer, events=events).worth_showing <= before.worth_showing


@SETTINGS
@given(courses())
def test_swapping_the_sides_swaps_the_reading_and_nothing_else(given_: dict[str, Any]) -> None:
    a = read_pair(**given_)
    b = read_pair(given_["days"], given_["right"], given_["left"])
    assert (a.left.course, a.right.course) == (b.right.course, b.left.course)
    assert (a.left.raised, a.right.raised, a.worth_showing) == (
        b.right.raised,
        b.left.raised,
        b.worth_showing,
    )
    assert a.gap.course == b.gap.course
    assert a.gap.lost == {"left": "right", "right": "left", None: None}[b.gap.lost]


@SETTINGS
@given(courses(), st.sampled_from([2.2046226218, 0.4536, 100.0]))
def test_the_unit_changes_nothing(given_: dict[str, Any], factor: float) -> None:
    scaled = {
        "days": given_["days"],
        "left": [None if v is None else v * factor for v in given_["left"]],
        "right": [None if v is None else v * factor for v in given_["right"]],
    }
    assert words(read_pair(**given_)) == words(read_pair(**scaled))


@SETTINGS
@given(courses())
def test_the_lower_is_better_twin_reads_the_same(given_: dict[str, Any]) -> None:
    twin = {
        "days": given_["days"],
        "left": [None if v is None else (900.0 / v if v else 0.0) for v in given_["left"]],
        "right": [None if v is None else (900.0 / v if v else 0.0) for v in given_["right"]],
    }
    assert words(read_pair(**given_)) == words(read_pair(**twin, better="lower"))


@SETTINGS
@given(courses(least=1), st.data())
def test_a_check_without_values_is_as_if_it_had_never_been(
    given_: dict[str, Any], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(given_["days"]) - 1))
    blank = {k: list(v) for k, v in given_.items()}
    blank["left"][at] = blank["right"][at] = None
    without = {k: [*v[:at], *v[at + 1 :]] for k, v in given_.items()}
    a, b = read_pair(**blank), read_pair(**without)
    assert words(a) == words(b)
    assert a.left.range == b.left.range
    assert a.left.since == b.left.since


@SETTINGS
@given(
    st.lists(st.tuples(st.sampled_from([None, 0, 1, 2, 3]), st.sampled_from([None, 0, 1, 2, 3])), max_size=20)
)
def test_a_usual_rung_never_makes_a_ladder_worse(rungs: list[tuple[float | None, float | None]]) -> None:
    days = [14.0 * i for i in range(len(rungs))]
    left, right = [a for a, _ in rungs], [b for _, b in rungs]
    before = read_ladder(days, left, right)
    after = read_ladder([*days, 14.0 * len(rungs)], [*left, 3.0], [*right, 3.0])
    assert GRAVITY[after.left.course] <= GRAVITY[before.left.course]
    assert GRAVITY[after.right.course] <= GRAVITY[before.right.course]
    assert after.worth_showing <= before.worth_showing


SIZES = st.one_of(
    st.none(), st.just(0.0), st.floats(1.0, 60.0), st.floats(5e-324, 1.7e308, allow_subnormal=True)
)


@SETTINGS
@given(
    st.lists(st.tuples(st.floats(1e-6, 400.0), SIZES, SIZES), max_size=14),
    st.sampled_from(["higher", "lower"]),
    st.floats(1e-9, 1e6),
    st.one_of(st.none(), st.floats(1e-9, 1e300)),
    st.sampled_from([{}, {"least_change": 5.0}, {"least_units": 1e9}, {"step": 1e-3}]),
)
def test_numbers_of_any_size_are_read(
    checks: list[tuple[float, float | None, float | None]],
    better: Any,
    error: float,
    cap: float | None,
    more: dict[str, Any],
) -> None:
    days = list(accumulate(wait for wait, _, _ in checks))
    left, right = [a for _, a, _ in checks], [b for _, _, b in checks]
    reading = read_pair(days, left, right, better, error, cap, **more)
    assert "NaN" not in reading.model_dump_json()
