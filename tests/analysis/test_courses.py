"""Each course, reached by a course that a person could have."""

import math

import numpy as np
import pytest

from strengthcheck.analysis import read_one, read_pair
from strengthcheck.model.reading import Reading

from .people_at_home import days, losing, steady

LEFT = [30.0, 30.6, 29.4, 30.3, 29.7, 30.9, 29.1, 30.0, 30.5, 29.6, 30.2, 29.9]
RIGHT = [33.0, 32.4, 33.6, 32.7, 33.3, 32.1, 33.9, 33.0, 32.6, 33.4, 32.8, 33.1]


def read(left: list[float | None], right: list[float | None] | None = None, **more: object) -> Reading:
    right = RIGHT[: len(left)] if right is None else right
    return read_pair(days(len(left)), left, right, **more)  # type: ignore[arg-type]


def test_three_checks_are_too_early() -> None:
    reading = read(LEFT[:3])
    assert reading.left.course == reading.right.course == reading.gap.course == "too_early"
    assert reading.left.range is not None
    assert reading.left.range.provisional


def test_values_around_the_base_are_usual() -> None:
    reading = read(LEFT)
    assert (reading.left.course, reading.right.course, reading.gap.course) == ("usual", "usual", "usual")
    assert not reading.worth_showing


def test_one_low_value_is_one_low_and_nothing_more() -> None:
    reading = read([*LEFT[:10], 22.0])
    assert reading.left.course == "one_low"
    assert reading.left.spoke == (10,)
    assert reading.right.course == "usual"
    assert not reading.worth_showing


def test_low_then_two_at_the_usual_level_came_back() -> None:
    reading = read([*LEFT[:9], 22.0, 30.1, 29.9])
    assert reading.left.course == "came_back"
    assert reading.left.spoke == (9, 10, 11)
    assert reading.left.odds is not None
    assert reading.left.odds.total < -1


def test_a_loss_that_goes_on_is_falling_and_staying() -> None:
    left, right = losing(14, 0.05, 100.0), steady(14, 33.0, seed=2)
    reading = read_pair(days(14), left, right)
    assert reading.left.course == "falling_and_staying"
    assert reading.worth_showing
    assert reading.raised == ("left",)
    assert reading.right.course == "usual"
    assert reading.gap.lost == "left"
    assert reading.left.odds is not None
    assert reading.left.odds.total > reading.left.odds.needed
    assert reading.left.rate == pytest.approx(0.05, abs=0.02)
    assert reading.left.since is not None
    assert reading.left.onset is not None
    assert reading.left.onset < reading.left.since


def test_a_step_that_stays_is_low_and_staying() -> None:
    left = [*steady(10), *(v * 0.68 for v in steady(12, seed=5))]
    reading = read_pair(days(22), left, steady(22, 33.0, seed=2))
    assert reading.left.course == "low_and_staying"
    assert reading.left.rate is None
    assert reading.worth_showing


def test_a_year_at_one_lower_level_is_not_told_as_falling() -> None:
    left = [*steady(11, seed=7), *(v * 0.7 for v in steady(13, seed=57))]
    reading = read_pair(days(24), left, steady(24, 33.0, seed=97))
    assert reading.left.course == "low_and_staying"
    assert reading.left.odds is not None
    assert reading.left.odds.over_step is not None
    assert reading.left.odds.over_step < 0


QUARTER_LESS = [*steady(5, seed=5), *(v * 0.75 for v in steady(18, seed=55))]


def test_a_quarter_less_for_months_on_end_is_told_though_it_never_looked_like_a_fall() -> None:
    right = steady(25, 33.0, seed=95)
    told = read_pair(days(23), QUARTER_LESS, right[:23])
    assert (told.left.course, told.left.rule) == ("low_and_staying", "low_for_months")
    assert told.raised == ("left",)
    assert told.left.rate is None
    assert told.left.odds is not None
    assert told.left.odds.total > told.left.odds.needed
    assert told.gap.lost == "left"
    soon = [n for n in range(5, 24) if read_pair(days(n), QUARTER_LESS[:n], right[:n]).worth_showing]
    assert days(soon[0])[-1] - days(6)[-1] >= 112
    ended = read_pair(days(25), [*QUARTER_LESS, 30.0, 30.0], right)
    assert not ended.worth_showing


def test_months_of_low_values_too_must_exceed_the_protocols_least_change() -> None:
    right = steady(23, 33.0, seed=95)
    held_back = read_pair(days(23), QUARTER_LESS, right, least_change=0.5)
    assert not held_back.worth_showing


def test_practice_that_lifts_both_sides_is_rising() -> None:
    up = [*LEFT[:8], *(v * 1.35 for v in LEFT[:8])]
    other = [*RIGHT[:8], *(v * 1.35 for v in RIGHT[:8])]
    reading = read_pair(days(16), up, other)
    assert (reading.left.course, reading.right.course) == ("rising", "rising")
    assert reading.gap.course == "usual"


def test_an_old_difference_between_the_hands_raises_nothing() -> None:
    reading = read(LEFT, [20.0 * v / 30.0 for v in LEFT])
    assert reading.gap.course == "usual"
    assert reading.gap.centre == pytest.approx(-33.3, abs=0.5)
    assert not reading.worth_showing


def test_the_words_hold_for_a_measure_where_lower_is_better() -> None:
    left, right = losing(14, 0.05, 100.0), steady(14, 33.0, seed=2)
    turned = read_pair(days(14), [900.0 / v for v in left], [900.0 / v for v in right], better="lower")
    assert turned.left.course == "falling_and_staying"
    assert turned.gap.lost == "left"


def test_could_not_twice_is_worth_showing_and_never_missing_data() -> None:
    reading = read([*LEFT[:8], 0.0, 0.0])
    assert reading.left.rule == "could_not_twice"
    assert reading.left.could_not == (8, 9)
    assert reading.worth_showing
    assert not read([*LEFT[:8], 0.0]).worth_showing
    assert read([*LEFT[:8], 0.0]).left.course == "one_low"


def test_a_side_that_could_never_do_it_has_no_course() -> None:
    reading = read([0.0] * 6)
    assert reading.left.course == "too_early"
    assert not reading.worth_showing
    assert reading.left.could_not == tuple(range(6))


def test_a_hold_that_reaches_the_cap_has_no_trend_until_it_halves_twice() -> None:
    full = [30.0, 30.0, 28.0, 30.0, 30.0, 30.0, 27.0, 30.0, 30.0]
    held = read_pair(days(9), full, full, cap=30.0)
    assert held.left.course == "usual"
    assert held.left.at_cap == (0, 1, 3, 4, 5, 7, 8)
    drooping = [*full, 24.0, 22.0]
    assert not read_pair(days(11), drooping, [*full, 30.0, 30.0], cap=30.0).worth_showing
    gone = read_pair(days(11), [*full, 13.0, 12.0], [*full, 30.0, 30.0], cap=30.0, least_change=0.5)
    assert gone.left.rule == "under_cap_twice"
    assert gone.raised == ("left",)


STEPS = [60.0, 60.0, 57.0, 60.0, 60.0, 60.0, 54.0, 48.0, 43.0, 39.0, 35.0, 32.0, 27.0]


def first_shown(**more: object) -> float | None:
    """The left value at which a hold that falls from its cap of 60 s in steps is first worth showing."""
    right = [60.0, 58.0, *[60.0] * 11]
    for n in range(5, len(STEPS) + 1):
        found = read_pair(days(n), STEPS[:n], right[:n], cap=60.0, typical_error=0.2, **more)  # type: ignore[arg-type]
        if found.worth_showing:
            assert found.raised == ("left",)
            assert found.left.rate is None  # from a cap on, only "at least" is known
            return STEPS[n - 1]
    return None


def test_a_hold_that_falls_from_its_cap_in_steps_is_shown_before_it_has_halved_twice() -> None:
    shown = first_shown()
    assert shown is not None
    assert 30.0 < shown <= 45.0


def test_under_a_cap_too_the_protocols_least_change_must_be_exceeded_first() -> None:
    assert first_shown(least_change=0.5) == 27.0


def test_holds_that_reach_the_cap_on_most_days_raise_nothing() -> None:
    rng = np.random.default_rng(8)
    for _ in range(40):
        sides = [[min(60.0, float(v)) for v in 66 * np.exp(rng.normal(0, 0.15, 20))] for _ in range(2)]
        assert not read_pair(days(20), *sides, cap=60.0, typical_error=0.2).worth_showing


def test_nothing_is_shown_before_the_least_change_is_exceeded() -> None:
    left, right = losing(13, 0.04, 100.0), steady(13, 33.0, seed=2)
    assert read_pair(days(13), left, right).worth_showing
    held_back = read_pair(days(13), left, right, least_change=0.5)
    assert not held_back.worth_showing
    assert held_back.left.course == "one_low"
    assert not read_pair(days(13), left, right, least_units=20.0).worth_showing


def test_an_event_explains_eight_weeks_and_then_counts() -> None:
    left = [*steady(10), *(v * 0.65 for v in steady(7, seed=5))]
    right = steady(17, 33.0, seed=2)
    event = days(10)[-1] + 5.0
    early, late = 12, 17
    explained = read_pair(days(early), left[:early], right[:early], events=[event])
    assert explained.left.raised
    assert explained.left.explained
    assert not explained.worth_showing
    assert read_pair(days(late), left, right, events=[event]).worth_showing
    renewed = read_pair(days(late), left, right, events=[event, days(late)[-1] - 3.0])
    assert renewed.worth_showing


def test_after_a_long_pause_nothing_is_forgotten_and_no_slope_is_quoted() -> None:
    times = [*days(9), days(9)[-1] + 200.0, days(9)[-1] + 214.0, days(9)[-1] + 242.0]
    left = [*steady(9), 19.0, 18.5, 18.0]
    right = steady(12, 33.0, seed=2)
    assert read_pair(times[:10], left[:10], right[:10]).after_pause
    reading = read_pair(times, left, right)
    assert not reading.after_pause
    assert reading.worth_showing
    assert reading.left.rate is None


def test_a_side_missing_throughout_leaves_the_other_readable() -> None:
    left = losing(14, 0.05, 100.0)
    reading = read_pair(days(14), left, [None] * 14)
    assert reading.left.course == "falling_and_staying"
    assert reading.right.course == "too_early"
    assert reading.gap.course == "too_early"
    one = read_one(days(14), left)
    assert one.left == reading.left
    assert one.course == "falling_and_staying"


def test_stairs_that_get_slower_by_a_quarter_are_shown_and_by_less_are_not() -> None:
    times = [12.0 / v for v in (1.0, 1.01, 0.99, 1.02, 0.98, 1.0, 1.01)]
    slower = [12.0 * f for f in (1.05, 1.12, 1.17, 1.2, 1.22)]
    much = [12.0 * f for f in (1.1, 1.2, 1.3, 1.45, 1.6)]
    kind = {"better": "lower", "typical_error": 0.05, "least_change": 0.25, "least_units": 1.0}
    assert not read_one(days(12), [*times, *slower], **kind).worth_showing  # type: ignore[arg-type]
    assert read_one(days(12), [*times, *much], **kind).worth_showing  # type: ignore[arg-type]


def test_an_empty_record_reads_too_early() -> None:
    reading = read_pair([], [], [])
    assert reading.course == "too_early"
    assert not reading.worth_showing


@pytest.mark.parametrize(
    ("when", "left", "more"),
    [
        ([0.0, 1.0], [30.0, -1.0], {}),
        ([0.0, 1.0], [30.0, math.nan], {}),
        ([0.0, 1.0], [30.0, math.inf], {}),
        ([1.0, 0.0], [30.0, 30.0], {}),
        ([0.0, 0.0], [30.0, 30.0], {}),
        ([0.0, math.nan], [30.0, 30.0], {}),
        ([0.0, 1.0], [30.0], {}),
        ([0.0, 1.0], [30.0, 30.0], {"better": "more"}),
        ([0.0, 1.0], [30.0, 30.0], {"typical_error": 0.0}),
        ([0.0, 1.0], [30.0, 30.0], {"cap": -1.0}),
    ],
)
def test_what_cannot_be_read_is_refused(
    when: list[float], left: list[float], more: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        read_pair(when, left, [30.0, 30.0], **more)  # type: ignore[arg-type]
