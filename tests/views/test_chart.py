from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.views.chart import Chart, Faint, Line, Mark, Spec, chart

DAY = date(2026, 1, 5)


def marks(*values: float, every: int = 28) -> tuple[Mark, ...]:
    return tuple(Mark(DAY + timedelta(days=every * i), v) for i, v in enumerate(values))


def count(drawn: Chart, chars: str) -> int:
    return sum(line.count(c) for line in drawn.text() for c in chars)


def test_every_point_has_its_marker_the_newest_too():
    drawn = chart(Spec((Line("left", marks(30, 31, 29, 32)), Line("right", marks(40, 41, 39, 42)))), 80, 20)
    assert count(drawn, "●") == 4
    assert count(drawn, "■") == 4


@given(
    st.lists(st.floats(1, 500), min_size=1, max_size=30),
    st.integers(40, 160),
    st.integers(8, 50),
)
def test_what_is_drawn_is_true_to_scale(values, columns, rows):
    drawn = chart(Spec((Line("left", marks(*values)),)), columns, rows)
    per_row = (drawn.high - drawn.low) / (rows - 3)
    first, last = drawn.plotted[0].column, drawn.plotted[-1].column
    for point, value in zip(drawn.plotted, values, strict=True):
        assert drawn.high - point.row * per_row == pytest.approx(value, abs=per_row * 0.51)
        if len(values) > 1:
            expected = first + (last - first) * point.mark / (len(values) - 1)
            assert point.column == pytest.approx(expected, abs=1)


@given(st.lists(st.floats(0, 1e6), max_size=12), st.lists(st.floats(0, 1e6), max_size=12))
def test_no_valid_input_breaks_it_and_rows_keep_their_width(left, right):
    lines = (Line("left", marks(*left), band=(3, 4)), Line("right", marks(*right, every=9)))
    drawn = chart(Spec(lines), 60, 14)
    assert [len(row) for row in drawn.rows] == [60] * 14


def test_sides_are_told_apart_by_shape_and_weight_by_filling():
    hollow = Mark(DAY + timedelta(days=56), 33, solid=False)
    drawn = chart(Spec((Line("left", (*marks(30, 31), hollow)), Line("right", marks(40, 41)))), 80, 20)
    assert (count(drawn, "●"), count(drawn, "○"), count(drawn, "■")) == (2, 1, 2)


def test_left_and_right_in_one_cell_are_shown_as_meeting():
    drawn = chart(Spec((Line("left", marks(30, 20)), Line("right", marks(30, 40)))), 80, 20)
    assert count(drawn, "◉") == 1


def test_a_value_at_the_cap_is_marked_as_at_least():
    drawn = chart(Spec((Line("left", (Mark(DAY, 10, at_least=True), *marks(0, 8, 9)[1:])),)), 80, 20)
    assert count(drawn, "▲") == 1


def test_the_band_survives_without_colour():
    drawn = chart(Spec((Line("left", marks(30, 31, 32), band=(28, 34)),)), 80, 20)
    edges = [line for line in drawn.text() if line.count("┄") > 20]
    assert len(edges) == 2
    assert any(cell.banded for row in drawn.rows for cell in row)


def test_no_line_crosses_a_break():
    spec = Spec((Line("left", marks(30, 30, 30, 30)),), breaks=(DAY + timedelta(days=40),))
    drawn = chart(spec, 80, 20)
    row = drawn.text()[drawn.plotted[0].row]
    between = row[drawn.plotted[1].column + 1 : drawn.plotted[2].column]
    assert between.strip() == "╎"


def test_end_labels_never_collide():
    drawn = chart(Spec((Line("left", marks(30, 30)), Line("right", marks(30, 30)))), 80, 20)
    assert sum("L 30" in line for line in drawn.text()) == 1
    assert sum("R 30" in line for line in drawn.text()) == 1
    assert not any("L 30" in line and "R 30" in line for line in drawn.text())


def test_months_stand_on_the_axis_and_years_when_the_span_is_long():
    months = chart(Spec((Line("left", marks(*[30] * 8)),)), 80, 20).text()[-1]
    assert months.split() == ["Feb", "Mar", "Apr", "May", "Jun", "Jul"]
    years = chart(Spec((Line("left", marks(*[30] * 130)),)), 80, 20).text()[-1]
    assert years.split()[0] == "2027"


def test_ticks_are_ones_twos_and_fives_and_a_low_axis_starts_at_zero():
    drawn = chart(Spec((Line("left", marks(2, 30)),)), 80, 20)
    assert drawn.from_zero
    assert drawn.low == 0
    assert not chart(Spec((Line("left", marks(28, 30)),)), 80, 20).from_zero


def test_nothing_and_a_single_point_are_drawn_not_refused():
    assert count(chart(Spec((Line("left", ()),)), 40, 8), "●") == 0
    assert count(chart(Spec((Line("left", marks(31)),)), 40, 8), "●") == 1


def test_faint_lines_have_no_markers():
    faint = Faint("3 % a month", tuple((m.on, m.value) for m in marks(30, 29, 28)))
    drawn = chart(Spec((Line("left", marks(30, 31, 30)),), faint=(faint,)), 80, 20)
    assert count(drawn, "●") == 3
    assert any(cell.part == "faint" for row in drawn.rows for cell in row)


def test_too_small_is_refused_with_the_size_needed():
    with pytest.raises(ValueError, match="36 columns and 8 rows"):
        chart(Spec(()), 20, 8)
