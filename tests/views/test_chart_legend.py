"""The legend below a chart: every sign that is drawn is named, and no other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.views.chart_legend import explained, in_lines
from strengthcheck.views.chart_spec import Line, Mark, Spec, Weight

DAY = date(2026, 1, 5)
KEY = ("● left ┄ usual", "■ right · usual")


def marks(*values: float, weight: Weight = "solid", every: int = 28) -> tuple[Mark, ...]:
    return tuple(Mark(DAY + timedelta(days=every * i), v, weight) for i, v in enumerate(values))


def legend(*lines: Line, columns: int = 72, noted: tuple[date, ...] = ()) -> str:
    return "   ".join(explained(Spec(lines, key=KEY, noted=noted), columns, 14).legend)


def test_left_and_right_in_one_cell_are_named_where_they_meet_only():
    assert "◉ both" in legend(Line("left", marks(30, 20)), Line("right", marks(30, 40)))
    assert "both" not in legend(Line("left", marks(30, 20)), Line("right", marks(40, 30)))


def test_what_is_not_compared_is_named_as_it_is_drawn():
    left = (*marks(30, 34, 33), Mark(DAY + timedelta(days=40), 2, "out"))
    right = (*marks(40, 41), Mark(DAY + timedelta(days=9), 35, "out"))
    hollow = (*marks(40, 41), Mark(DAY + timedelta(days=9), 38, "hollow"))
    assert legend(Line("left", left), Line("right", right)).endswith("⊠ ↓ not compared")
    assert legend(Line("left", left), Line("right", hollow)).endswith("hollow ↓ not compared")
    assert "not compared" not in legend(Line("left", marks(30, 31)), Line("right", marks(40, 41)))


def test_a_note_is_named_where_its_sign_stands():
    assert legend(Line("left", marks(30, 31)), noted=(DAY,)).endswith("┼ note"), "on the day of a tick"
    later = DAY + timedelta(days=3)
    assert legend(Line("left", marks(30, 31)), noted=(later,)).endswith("   * note")
    assert legend(Line("left", marks(30, 31)), noted=(DAY, later)).endswith("* ┼ note")
    assert "note" not in legend(Line("left", marks(30, 31)))


@given(
    st.lists(st.integers(10, 50), min_size=2, max_size=30),
    st.lists(st.sampled_from(["solid", "hollow", "out"]), min_size=30, max_size=30),
    st.integers(36, 140),
    st.integers(10, 40),
)
def test_every_sign_that_is_drawn_is_in_the_legend_and_the_page_keeps_its_size(
    values, weights, columns, rows
):
    left = tuple(m._replace(weight=w) for m, w in zip(marks(*values, every=9), weights, strict=False))
    right = tuple(
        m._replace(weight=w) for m, w in zip(marks(*values[::-1], every=9), weights[::-1], strict=False)
    )
    found = explained(Spec((Line("left", left), Line("right", right)), key=KEY), columns, rows)
    assert len(found.chart.rows) + len(found.legend) <= rows
    told = " ".join(found.legend)
    if columns >= 60:
        for sign in found.chart.signs:
            assert sign in told or (sign in "○□" and "hollow" in told)
        for sign in set("◉◎⊗⊠×↓⇣⇊↑⇡⇈") & set(told):
            assert sign in found.chart.signs


def test_no_part_of_a_legend_is_broken_at_the_end_of_a_line():
    parts = (*KEY, "◉ both", "hollow ↓ not compared", "* note")
    assert in_lines(parts, 90) == ("   ".join(parts),)
    assert in_lines(parts, 70) == ("  ".join(parts),)
    narrow = in_lines(parts, 40)
    assert [p for p in parts if any(p in line for line in narrow)] == list(parts)
    assert all(len(line) <= 40 for line in narrow)


def test_a_chart_with_no_room_above_its_legend_is_refused():
    with pytest.raises(ValueError, match="36 columns and 8 rows"):
        explained(Spec((Line("left", marks(30, 31)),)), 72, 8)
