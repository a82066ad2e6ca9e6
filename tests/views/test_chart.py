import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.views.chart import Chart, chart
from strengthcheck.views.chart_axes import value_axis
from strengthcheck.views.chart_spec import Band, Faint, Level, Line, Mark, Spec

DAY = date(2026, 1, 5)
SIZES = st.tuples(st.integers(40, 160), st.integers(8, 50))


def marks(*values: float, every: int = 28) -> tuple[Mark, ...]:
    return tuple(Mark(DAY + timedelta(days=every * i), v) for i, v in enumerate(values))


def count(drawn: Chart, chars: str) -> int:
    return sum(line.count(c) for line in drawn.text() for c in chars)


def read_values(text: tuple[str, ...], marker: str) -> list[float]:
    """What a person reads off the picture: each marker's height between the labelled ticks."""
    ticks = [
        (row, float(line.partition("┤")[0].replace("−", "-"))) for row, line in enumerate(text) if "┤" in line
    ]
    (top, high), (bottom, low) = ticks[0], ticks[-1]
    found = sorted((c, row) for row, line in enumerate(text) for c, char in enumerate(line) if char == marker)
    return [high - (row - top) / (bottom - top) * (high - low) for _, row in found]


def read_days(text: tuple[str, ...], marker: str) -> list[float]:
    """The days of the markers, read off the years on the date axis; days since the first labelled year."""
    axis, names = text[-2], text[-1]
    at = [i for i, char in enumerate(axis) if char == "┬"]
    years = [date(int(word), 1, 1) for word in names.split()]
    per_column = (years[-1] - years[0]).days / (at[-1] - at[0])
    columns = sorted(c for line in text for c, char in enumerate(line) if char == marker)
    return [years[0].toordinal() + (c - at[0]) * per_column for c in columns]


def test_every_point_has_its_marker_the_newest_too():
    drawn = chart(Spec((Line("left", marks(30, 31, 29, 32)), Line("right", marks(40, 41, 39, 42)))), 80, 20)
    assert count(drawn, "●") == 4
    assert count(drawn, "■") == 4


@given(st.lists(st.integers(20, 500), min_size=2, max_size=12), SIZES)
def test_values_read_off_the_picture_are_the_values_given(values, size):
    columns, rows = size
    text = chart(Spec((Line("left", marks(*values, every=90)),)), columns, rows).text()
    seen = read_values(text, "●")
    ticks = [(row, float(t.partition("┤")[0].replace("−", "-"))) for row, t in enumerate(text) if "┤" in t]
    per_row = (ticks[0][1] - ticks[-1][1]) / (ticks[-1][0] - ticks[0][0])
    assert len(seen) == len(values)
    for read, value in zip(seen, values, strict=True):
        assert read == pytest.approx(value, abs=per_row * 0.51)


@given(st.lists(st.integers(1, 300), min_size=12, max_size=16), SIZES)
def test_days_read_off_the_picture_are_the_days_given(steps, size):
    columns, rows = size
    on, points = DAY, []
    for step in [400, *steps, 400]:
        on += timedelta(days=step)
        points.append(Mark(on, 30.0))
    drawn = chart(Spec((Line("left", tuple(points)),)), columns, rows)
    if len(drawn.text()[-1].split()) < 2 or not drawn.text()[-1].split()[0].isdigit():
        return
    per_column = (points[-1].on - points[0].on).days / (drawn.frame.columns - 1)
    days = read_days(drawn.text(), "●")
    for day in days:
        nearest = min(abs(day - p.on.toordinal()) for p in points)
        assert nearest <= per_column * 2.1
    assert len(days) >= min(len(points), 2)


@given(st.lists(st.floats(1, 500), min_size=1, max_size=30), SIZES)
def test_what_is_drawn_is_true_to_scale(values, size):
    columns, rows = size
    drawn = chart(Spec((Line("left", marks(*values)),)), columns, rows)
    frame = drawn.frame
    per_row = (frame.high - frame.low) / (frame.rows - 1)
    first, last = drawn.plotted[0].column, drawn.plotted[-1].column
    for point, value in zip(drawn.plotted, values, strict=True):
        assert frame.high - point.row * per_row == pytest.approx(value, abs=per_row * 0.51)
        assert drawn.rows[point.row][point.column].char == "●"
        if len(values) > 1:
            expected = first + (last - first) * point.mark / (len(values) - 1)
            assert point.column == pytest.approx(expected, abs=1)


@given(st.lists(st.floats(0, 1e6), max_size=12), st.lists(st.floats(-100, 100), max_size=12), SIZES)
def test_no_valid_input_breaks_it_and_rows_keep_their_width(left, right, size):
    lines = (Line("left", marks(*left), Band(3, 4), "L"), Line("right", marks(*right, every=9), label="R 4"))
    drawn = chart(Spec(lines, levels=(Level(0, "no difference"),)), *size)
    assert [len(row) for row in drawn.rows] == [size[0]] * size[1]


@given(st.lists(st.floats(-100, 500), min_size=1, max_size=30), SIZES)
def test_ticks_stand_on_whole_rows_equally_far_apart_and_at_least_three(values, size):
    drawn = chart(Spec((Line("left", marks(*values)),)), *size)
    axis = value_axis(Spec((Line("left", marks(*values)),)), size[1] - 2)
    at = [drawn.frame.row(value) for value, _ in axis.ticks]
    apart = {round(a - b, 6) for a, b in itertools.pairwise(at)}
    assert all(row == pytest.approx(round(row), abs=1e-6) for row in at)
    assert len(apart) == 1
    assert len(at) >= 3
    assert sum("┤" in line for line in drawn.text()) == len(at)


@given(st.integers(-100, 400), st.floats(1, 100), st.integers(8, 50))
def test_values_use_most_of_the_rows_and_none_is_drawn_under_nothing(low, reach, rows):
    low += 0.3  # between whole values stand whole ticks, however few there are
    drawn = chart(Spec((Line("left", marks(low, low + reach / 2, low + reach)),)), 80, rows)
    least = 0.0 if 0 < low < 0.25 * (low + reach) else low
    taken = (low + reach - least) / (drawn.frame.high - drawn.frame.low)
    assert taken >= (0.37 if rows < 11 else 0.57)
    assert drawn.frame.low >= 0 or low < 0


def test_a_gap_that_falls_is_seen_to_fall_in_a_small_window():
    gap = (19, 9, 8, -4, -3, -10, -11, -18, -29)
    drawn = chart(
        Spec((Line("both", marks(*gap), label="−29 %"),), levels=(Level(0, "no difference"),)), 72, 10
    )
    rows = [p.row for p in drawn.plotted]
    assert rows == sorted(rows)
    assert len(set(rows)) >= 5
    (zero,) = [row for row, line in enumerate(drawn.text()) if line.lstrip().startswith("0┤")]
    assert "─ no difference ─" in drawn.text()[zero]
    assert drawn.frame.row(0) == pytest.approx(zero)


def test_between_whole_values_stand_whole_ticks():
    text = chart(Spec((Line("left", marks(3, 5, 4)),)), 80, 16).text()
    assert [t.partition("┤")[0].strip() for t in text if "┤" in t] == ["5", "4", "3"]


def test_a_points_label_stands_in_the_row_of_its_tick():
    drawn = chart(Spec((Line("left", marks(31.8)), Line("right", marks(35.03), label="R 35.0"))), 112, 22)
    assert next(t for t in drawn.text() if "R 35.0" in t).lstrip().startswith("35┤")


def test_sides_are_told_apart_by_shape_and_weight_by_filling():
    hollow = Mark(DAY + timedelta(days=56), 33, "hollow")
    out = Mark(DAY + timedelta(days=28), 35, "out")
    lines = (Line("left", (*marks(30, 31), hollow)), Line("right", (*marks(40, 41), out)))
    drawn = chart(Spec(lines), 80, 20)
    assert [count(drawn, c) for c in "●○■□⊠⊗"] == [2, 1, 2, 0, 1, 0]


def test_what_does_not_count_tells_its_side_without_colour():
    def drawn(side, value):
        slip = Mark(DAY + timedelta(days=40), value, "out")
        return chart(Spec((Line(side, (*marks(30, 34, 33), slip)),)), 80, 20)

    found = [[c for c in "⊗⊠↓↑⇣⇡" if count(drawn(s, v), c)] for s in ("left", "right") for v in (31, 2, 90)]
    assert found == [["⊗"], ["↓"], ["↑"], ["⊠"], ["⇣"], ["⇡"]]


def test_what_enters_a_reading_is_never_hidden_by_what_does_not():
    same = (Mark(DAY, 30), Mark(DAY, 30, "hollow"), Mark(DAY, 30, "out"))
    assert count(chart(Spec((Line("left", same),)), 80, 20), "●") == 1


def test_a_slip_stretches_no_axis_and_is_an_arrow_at_its_edge():
    slip = Mark(DAY + timedelta(days=60), 2, "out")
    drawn = chart(Spec((Line("left", (*marks(30, 31, 32), slip), label="L 32"),)), 80, 20)
    assert drawn.frame.low > 20
    assert count(drawn, "↓") == 1
    assert next(t for t in drawn.text() if "L 32" in t).count("●") == 1


def test_left_and_right_in_one_cell_are_shown_as_meeting():
    drawn = chart(Spec((Line("left", marks(30, 20)), Line("right", marks(30, 40)))), 80, 20)
    assert count(drawn, "◉") == 1
    hollow = (Mark(DAY, 30, "hollow"), Mark(DAY + timedelta(days=9), 40))
    apart = chart(Spec((Line("left", hollow), Line("right", (hollow[0],)))), 80, 20)
    assert (count(apart, "◉"), count(apart, "◎")) == (0, 1), "neither of them enters a reading"


@pytest.mark.parametrize("sides", list(itertools.product(["left", "right"], repeat=3)), ids="-".join)
@pytest.mark.parametrize(("weight", "sign"), [("solid", "◉"), ("hollow", "◎"), ("out", "×")])
def test_both_are_seen_in_one_cell_in_whatever_order_they_come(sides, weight, sign):
    far = Line("both", (Mark(DAY - timedelta(days=3600), 20), Mark(DAY + timedelta(days=3600), 40)))
    lines = tuple(Line(s, (Mark(DAY + timedelta(days=i), 30, weight),)) for i, s in enumerate(sides))
    drawn = chart(Spec((far, *lines)), 80, 20)
    assert len({(p.row, p.column) for p in drawn.plotted[2:]}) == 1
    assert count(drawn, sign) == (1 if len(set(sides)) == 2 else 0)


SIGNS = {
    "left": {"solid": "●◉", "hollow": "○◎", "out": "⊗↓↑×⇊⇈"},
    "right": {"solid": "■◉", "hollow": "□◎", "out": "⊠⇣⇡×⇊⇈"},
}
"""By which signs a mark of each side and weight is seen."""

MANY = st.lists(
    st.builds(
        Mark,
        st.integers(0, 3000).map(lambda n: DAY + timedelta(days=n)),
        st.sampled_from([5.0, 29.8, 30.0, 30.2, 33.0, 90.0]),
        st.sampled_from(["solid", "solid", "hollow", "out"]),
    ),
    max_size=60,
).map(lambda given: tuple(sorted(given)))


@given(MANY, MANY, st.integers(36, 80), st.integers(8, 20))
def test_every_side_of_the_greatest_weight_in_a_cell_can_be_read_from_it(left, right, columns, rows):
    drawn = chart(Spec((Line("left", left), Line("right", right))), columns, rows)
    order = ("out", "hollow", "solid")
    for p in drawn.plotted:
        there = [q for q in drawn.plotted if (q.row, q.column) == (p.row, p.column)]
        heaviest = max((q.given.weight for q in there), key=order.index)
        seen = drawn.rows[p.row][p.column].char
        for side in ("left", "right"):
            has = any(q.side == side and q.given.weight == heaviest for q in there)
            assert (seen in SIGNS[side][heaviest]) == has


@given(MANY, MANY, st.integers(36, 80), st.integers(8, 20), st.integers(0, 59))
def test_only_the_points_of_the_cursors_day_light_up_and_as_what_they_are(left, right, columns, rows, at):
    spec = Spec((Line("left", left), Line("right", right)))
    days = sorted({m.on for line in spec.lines for m in line.marks}) or [DAY]
    day = days[at % len(days)]
    drawn = chart(spec, columns, rows)
    lit = {(r, c): cell for r, row in enumerate(drawn.pointed(day).rows) for c, cell in enumerate(row)}
    lit = {place: cell.char for place, cell in lit.items() if cell.at_hand}
    own = [p for p in drawn.plotted if p.given.on == day]
    assert set(lit) == {(p.row, p.column) for p in own}
    for place, char in lit.items():
        sides = {p.side for p in own if (p.row, p.column) == place}
        assert {s for s in sides if char in "".join(SIGNS[s].values())}, "the sign is one of that day"
        for other in {"left", "right"} - sides:
            assert char not in "".join(SIGNS[other].values())


def test_the_ceiling_of_a_test_is_a_double_line_with_its_words():
    drawn = chart(Spec((Line("left", marks(8, 10)),), levels=(Level(10, "ends at 10 s", True),)), 80, 20)
    (line,) = [t for t in drawn.text() if "═" in t]
    assert "ends at 10 s" in line
    assert line.rstrip()[-1] == "●"


@pytest.mark.parametrize("rows", range(8, 24))
def test_the_ceiling_has_its_words_also_where_every_value_is_at_it(rows):
    level = Level(10, "the test ends here, at 10 s", True)
    spec = Spec((Line("left", marks(*[10.0] * 16), Band(7.4, 10)),), levels=(level,))
    drawn = chart(spec, 72, rows)
    (at,) = [row for row, line in enumerate(drawn.text()) if level.text in line]
    assert abs(at - drawn.plotted[0].row) <= 1
    assert count(drawn, "●") == 16


def test_the_words_of_a_level_stand_where_no_point_hides_them():
    level = (Level(0, "no difference"),)
    for values in ((0, 5, 9, -9), (9, 5, -9, 0)):
        drawn = chart(Spec((Line("both", marks(*values)),), levels=level), 80, 20)
        assert any("no difference" in t for t in drawn.text())
    one_gap = (*[0.0] * 30, 5, 6, 7, 6, 5, 6, 7, 6, 7, 6, 7, 6, *[0.0] * 30)
    assert any(
        "no diff" in t for t in chart(Spec((Line("both", marks(*one_gap)),), levels=level), 120, 20).text()
    )
    crowded = chart(Spec((Line("both", marks(*[0.0] * 40, 5)),), levels=level), 40, 20)
    assert not any("no diff" in t for t in crowded.text())


def test_each_sides_band_survives_without_colour_and_can_be_told_from_the_other():
    lines = (Line("left", marks(30, 31, 32), Band(28, 33)), Line("right", marks(40, 41, 42), Band(38, 43)))
    text = chart(Spec(lines), 80, 24).text()
    assert len([line for line in text if line.count("┄") > 20]) == 2
    assert len([line for line in text if line.count("· ·") > 10]) == 2


def test_where_two_bands_overlap_it_is_shown_as_both():
    lines = (Line("left", marks(30, 31), Band(28, 36)), Line("right", marks(34, 35), Band(32, 40)))
    drawn = chart(Spec(lines), 80, 24)
    assert {cell.band for row in drawn.rows for cell in row} == {"", "left", "right", "both"}


def test_no_line_and_no_band_crosses_a_break():
    when = DAY + timedelta(days=42)
    before, after = marks(30, 30, 30, 30)[:2], marks(30, 30, 30, 30)[2:]
    lines = (Line("left", before, Band(25, 28)), Line("left", after, Band(25, 35)))
    drawn = chart(Spec(lines, breaks=(when,)), 80, 20)
    row = drawn.text()[drawn.plotted[0].row]
    between = row[drawn.plotted[1].column + 1 : drawn.plotted[2].column]
    assert between.strip() == "╎"
    top = next(line for line in drawn.text() if "┄" in line)
    assert top.index("┄") >= top.index("╎")


def test_end_labels_never_collide():
    lines = (Line("left", marks(30, 30), label="L 30"), Line("right", marks(30, 30), label="R 30"))
    faint = tuple(Faint(f"{n} %", ((DAY, 30), (DAY + timedelta(days=28), 30))) for n in (3, 5, 8))
    drawn = chart(Spec(lines, faint=faint), 80, 20)
    for label in ("L 30", "R 30", "3 %, 5 %, 8 %"):
        assert sum(line.endswith(label) for line in drawn.text()) == 1


@given(st.tuples(*[st.floats(0, 34) for _ in range(5)]), st.integers(8, 40))
def test_a_line_without_markers_has_its_name_at_its_own_end(values, rows):
    end = DAY + timedelta(days=28)
    faint = tuple(Faint(f"{n} %", ((DAY, 34), (end, v))) for n, v in zip((3, 5, 8), values, strict=False))
    lines = (Line("left", marks(34, values[3]), label="L"), Line("right", marks(34, values[4]), label="R"))
    drawn = chart(Spec(lines, faint=faint), 80, rows)
    for line in faint:
        row = drawn.text()[round(drawn.frame.row(line.points[-1][1]))]
        assert line.label in row
    assert sum("%" in row for row in drawn.text()) <= 3


def test_of_two_end_labels_in_one_row_the_greater_value_stands_above():
    lines = (Line("left", marks(30, 31), label="L 31"), Line("right", marks(30, 33), label="R 33"))
    far = Line("both", marks(0, 90), label="90")
    text = chart(Spec((*lines, far)), 80, 12).text()
    assert [t.split()[-2] for t in text if t.endswith(("L 31", "R 33"))] == ["R", "L"]


def test_months_stand_on_the_axis_years_when_it_is_long_and_days_when_it_is_short():
    months = chart(Spec((Line("left", marks(*[30] * 8)),)), 80, 20).text()[-1]
    assert months.split() == ["Feb", "Mar", "Apr", "May", "Jun", "Jul"]
    years = chart(Spec((Line("left", marks(*[30] * 130)),)), 80, 20).text()[-1]
    assert years.split()[0] == "2027"
    days = chart(Spec((Line("left", marks(30, 30)),)), 80, 20).text()[-1]
    assert days.split() == ["5", "Jan", "12", "Jan", "19", "Jan", "26", "Jan", "2", "Feb"]


def test_a_low_axis_starts_at_zero_and_a_cut_one_says_so():
    drawn = chart(Spec((Line("left", marks(2, 30)),)), 80, 20)
    assert drawn.frame.low == 0
    assert "└" in drawn.text()[-2]
    cut = chart(Spec((Line("left", marks(28, 30)),)), 80, 20)
    assert cut.frame.low > 0
    assert "≈" in cut.text()[-2]
    assert "└" in chart(Spec((Line("both", marks(-20, 10)),)), 80, 20).text()[-2]


def test_rungs_have_their_names_on_the_axis():
    names = ((0.0, "could not"), (1.0, "by a trick"), (2.0, "harder"), (3.0, "as usual"))
    text = chart(Spec((Line("left", marks(3, 3, 2)),), names=names), 60, 12).text()
    assert [t.partition("┤")[0].strip() for t in text if "┤" in t] == [n for _, n in reversed(names)]
    assert next(t for t in text if "harder" in t).rstrip()[-1] == "●"


@pytest.mark.parametrize("rows", range(8, 16))
def test_rungs_are_equally_far_apart_at_any_height(rows):
    names = ((0.0, "could not"), (1.0, "by a trick"), (2.0, "harder"), (3.0, "as usual"))
    text = chart(Spec((Line("left", marks(3, 3, 2)),), names=names), 60, rows).text()
    at = [row for row, line in enumerate(text) if "┤" in line]
    assert len({b - a for a, b in itertools.pairwise(at)}) == 1
    assert len(at) == 4


def test_nothing_and_a_single_point_are_drawn_not_refused():
    assert count(chart(Spec((Line("left", ()),)), 40, 8), "●") == 0
    assert count(chart(Spec((Line("left", marks(31)),)), 40, 8), "●") == 1


def test_faint_lines_have_no_markers_and_are_named_at_their_end():
    faint = Faint("3 %", tuple((m.on, m.value) for m in marks(30, 29, 28)))
    drawn = chart(Spec((Line("left", marks(30, 31, 30)),), faint=(faint,)), 80, 20)
    assert count(drawn, "●") == 3
    assert any(cell.part == "faint" and cell.char > "\u2800" for row in drawn.rows for cell in row)


def test_a_day_with_a_note_is_marked_on_the_axis():
    line = Line("left", marks(30, 31, 30, every=30))
    drawn = chart(Spec((line,), noted=(DAY + timedelta(days=30),)), 80, 20)
    assert drawn.text()[-2][drawn.plotted[1].column] == "*"


def test_a_note_on_the_day_of_a_tick_leaves_the_tick():
    day = DAY + timedelta(days=28)
    drawn = chart(Spec((Line("left", marks(30, 31, 30)),), noted=(day, day)), 80, 20)
    assert drawn.text()[-2][drawn.plotted[1].column] == "┼"
    assert drawn.pointed(day).text()[-2][drawn.plotted[1].column] == "┼"


def test_ten_years_keep_a_tick_at_every_year_however_many_notes_there_are():
    many = marks(*[30.0] * 150, every=24)
    for columns in (72, 112):
        text = chart(Spec((Line("left", many),), noted=tuple(m.on for m in many)), columns, 16).text()
        assert sum(text[-2].count(c) for c in "┬┼") == len(text[-1].split()) >= 9


@given(st.integers(3, 400), st.integers(40, 160), st.dates(date(2020, 1, 1), date(2021, 1, 1)))
def test_two_blanks_stand_between_two_dates_and_no_year_gives_way_to_a_month(months, columns, start):
    line = Line("left", (Mark(start, 30), Mark(start + timedelta(days=30 * months), 31)))
    labels = chart(Spec((line,)), columns, 12).text()[-1].strip()
    seen = [word.strip() for word in labels.split("  ") if word.strip()]
    assert all(word.isalnum() for word in seen), "a single blank would stand within a word"
    years = [int(word) for word in seen if word.isdigit()]
    assert len({b - a for a, b in itertools.pairwise(years)}) <= 1


def test_the_cursor_stands_at_its_day_and_hides_no_point():
    lines = (Line("left", marks(30, 31, 30)), Line("right", marks(40, 41, 39)))
    drawn = chart(Spec(lines), 80, 20)
    pointed = drawn.pointed(DAY + timedelta(days=28))
    assert (count(pointed, "●"), count(pointed, "■")) == (3, 3)
    at_hand = [cell.char for row in pointed.rows for cell in row if cell.at_hand]
    assert "●" in at_hand
    assert "■" in at_hand
    assert pointed.text()[-2][drawn.plotted[1].column] == "┴"


def test_the_cursor_on_a_day_with_a_note_leaves_its_sign():
    day = DAY + timedelta(days=28)
    pointed = chart(Spec((Line("left", marks(30, 31, 30)),), noted=(day,)), 80, 20).pointed(day)
    assert pointed.text()[-2].count("┼") == 1
    assert "┴" not in pointed.text()[-2]


def test_the_latest_part_of_a_record_can_be_seen_alone():
    spec = Spec((Line("left", marks(*[30] * 20)), Line("right", marks(40))), breaks=(DAY,))
    late = spec.since(DAY + timedelta(days=280))
    assert [len(line.marks) for line in late.lines] == [10]
    assert late.breaks == ()


def test_too_small_is_refused_with_the_size_needed():
    with pytest.raises(ValueError, match="36 columns and 8 rows"):
        chart(Spec(()), 20, 8)
