from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.model.reading import UsualRange
from strengthcheck.model.series import Point
from strengthcheck.views.page_chart import Drawn, Time, chart, scale_of, value_ticks
from strengthcheck.views.page_data import WHOLE
from tests.report.samples import GRIP, TESTS

FORCE = TESTS[GRIP].protocol.measures[0]
START = date(2026, 1, 1)
YEAR = Time(START, START + timedelta(days=364))


def point(day: float, value: float, **more: object) -> Point:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day)
    return Point(check=UUID(int=1), at=at, value=value, trials=(0,), result=0, **more)


def drawn(side: str, *points: Point, usual: UsualRange | None = None) -> Drawn:
    return Drawn(side, points, usual, "")


def usual(centre: float) -> UsualRange:
    return UsualRange(
        centre=centre,
        low=centre * 0.9,
        soft=centre,
        high=centre * 1.1,
        error=0.05,
        values=7,
        provisional=False,
    )


@given(st.lists(st.floats(1, 120), min_size=2, max_size=8))
def test_both_sides_stand_on_one_scale_true_to_value(values: list[float]) -> None:
    both = tuple(point(n * 10, v) for n, v in enumerate(values))
    made = chart((drawn("left", *both), drawn("right", *both)), FORCE, YEAR)
    left, right = ([m.y for m in p.marks] for p in made.panels)
    assert left == right
    scale = scale_of(values, FORCE)
    for mark, value in zip(left, values, strict=True):
        assert mark == pytest.approx((value - scale.low) / (scale.high - scale.low) * WHOLE, abs=1)


def test_time_is_true_to_scale() -> None:
    at = [YEAR.place(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=d)) for d in (0, 100, 200, 300)]
    gaps = [b - a for a, b in pairwise(at)]
    assert max(gaps) - min(gaps) <= 1
    assert 0 < at[0] < at[-1] < WHOLE


def test_ordinary_scatter_does_not_fill_the_chart() -> None:
    made = chart((drawn("left", point(0, 30), point(10, 31), point(20, 29.5)),), FORCE, YEAR)
    heights = [m.y for m in made.panels[0].marks]
    assert max(heights) - min(heights) < WHOLE / 4


def test_the_range_and_its_middle_stand_where_their_values_do() -> None:
    made = chart((drawn("left", point(0, 30), usual=usual(30)),), FORCE, YEAR)
    panel = made.panels[0]
    assert panel.low < panel.centre < panel.high
    assert panel.marks[0].y == panel.centre


def test_an_extra_or_sore_check_is_a_cross_and_could_not_is_at_the_foot() -> None:
    made = chart(
        (
            drawn(
                "left",
                point(0, 30),
                point(5, 28, set_aside="extra"),
                point(9, 27, set_aside="sore"),
                point(12, 0, could_not=True),
            ),
        ),
        FORCE,
        YEAR,
    )
    assert [m.kind for m in made.panels[0].marks] == ["value", "aside", "aside", "could_not"]
    assert made.panels[0].marks[-1].y == 0
    # What could not be done has no value that could stretch the scale.
    assert made.panels[0].marks[0].y > 0


def test_rungs_have_a_line_each() -> None:
    ladder = TESTS["cap-tightening"].protocol.measures[0]
    made = chart((drawn("left", point(0, 3), point(7, 0, could_not=True)),), ladder, YEAR)
    assert [t.label for t in made.values] == ["0", "1", "2", "3"]
    assert [m.y for m in made.panels[0].marks] == [made.values[3].at, made.values[0].at]


@given(st.floats(0.1, 500), st.floats(0.001, 400))
def test_three_to_eight_round_values_stand_at_the_side(low: float, span: float) -> None:
    ticks = value_ticks(scale_of([low, low + span], FORCE), FORCE)
    assert 3 <= len(ticks) <= 8
    assert len({t.label for t in ticks}) == len(ticks)
    assert all(0 <= t.at <= WHOLE for t in ticks)


@pytest.mark.parametrize("days", [0, 3, 27, 60, 200, 364, 900, 3650, 9000])
def test_a_few_dates_stand_below_whatever_the_period(days: int) -> None:
    ticks = Time(START, START + timedelta(days=days)).ticks()
    assert 1 <= len(ticks) <= 4
    assert [t.at for t in ticks] == sorted(t.at for t in ticks)


def test_the_year_stands_where_it_begins_and_nowhere_twice() -> None:
    labels = [t.label for t in Time(date(2025, 11, 3), date(2026, 11, 23)).ticks()]
    assert labels == ["Jan 26", "Apr", "Jul", "Oct"]
    assert next(t.label for t in Time(date(2026, 3, 2), date(2026, 7, 1)).ticks()).endswith("26")
