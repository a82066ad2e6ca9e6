"""What stands beside a chart: figures that are never broken, a note that says where it is cut."""

import itertools

import pytest
from rich.cells import cell_len

from strengthcheck.tui.widgets.readings import rule_lines, side_lines, stop_lines, stop_rows
from tests.views.reads import check, compared, grips, result, shown

LEFT = [31.0, 30.2, 31.5, 30.8, 31.2, 30.5, 31.1, 30.7]
SORE = {"context": {"soreness": 6, "where": ["left_arm"]}, "note": "carried boxes"}
RIGHT = [33.0, 33.8, 32.6, 33.4, 33.1, 33.0, 33.3, 32.9]


@pytest.mark.parametrize("columns", [50, 71, 91, 140])
def test_no_figure_is_broken_at_the_end_of_a_line(columns: int) -> None:
    lines = [
        line for side in side_lines(shown(grips(LEFT, RIGHT)).row, columns) for line in side.plain.split("\n")
    ]
    assert all(cell_len(line) <= columns for line in lines)
    text = "\n".join(lines)
    assert text.count("latest two against usual ") == 2
    assert text.count(" kg, ") == 2, "the latest value and its day stay together"


def test_a_rung_that_is_as_usual_is_not_said_twice() -> None:
    rungs = [check(i, result("cap-tightening", "ladder", left=3, right=3)) for i in range(5)]
    left, _ = side_lines(compared(rungs).rows[0], 71)
    assert "usual as usual" not in left.plain
    assert left.plain.startswith("left hand      as usual  latest as usual for me")


def test_a_long_note_ends_in_a_sign_that_there_is_more() -> None:
    noted = [*grips(LEFT, RIGHT), *grips([31.0], [33.0], first=8)]
    stop = shown(noted).stops[-1]._replace(note="slept badly and carried boxes up the stairs all day long")
    assert stop_lines(stop, 26, 1).plain.split("\n")[-1].startswith("Note  slept badly and car…")
    for columns, lines in ((80, 1), (40, 2)):
        assert "all day long" in stop_lines(stop, columns, lines).plain
        assert "…" not in stop_lines(stop, columns, lines).plain


def test_what_stands_at_the_cursor_is_whole_or_ends_in_a_sign_that_there_is_more() -> None:
    noted = [*grips(LEFT, RIGHT), check(8, result("grip-device", "force", left=31, right=33), **SORE)]
    stop = shown(noted).stops[-1]
    needed = stop_rows([stop], 72, 1)
    whole = stop_lines(stop, 72, 1, needed).plain
    assert needed == len(whole.split("\n")) == 5
    assert whole.endswith("Soreness 6 of 10 in the left arm.")
    for rows in range(2, needed):
        cut = stop_lines(stop, 72, 1, rows).plain.split("\n")
        assert len(cut) == rows
        assert cut[-1] == "… Enter opens the check with the rest."
        assert cut[:-1] == whole.split("\n")[: rows - 1]


def test_the_room_at_the_cursor_is_that_of_the_fullest_check_also_where_its_lines_wrap() -> None:
    noted = [*grips(LEFT, RIGHT), check(8, result("grip-device", "force", left=31, right=33), **SORE)]
    stops = shown(noted).stops
    assert stop_rows(stops, 72, 1) == stop_rows(stops[-1:], 72, 1) > stop_rows(stops[:-1], 72, 1)
    assert stop_rows(stops, 36, 1) > stop_rows(stops, 72, 1)
    assert stop_rows((), 72, 1) == 0


def test_no_number_is_parted_from_its_unit_in_the_rules() -> None:
    rules = shown(grips(LEFT, RIGHT)).row.rules
    for columns in range(40, 120):
        lines = [line.plain for line in rule_lines(rules, columns)]
        assert " ".join(lines) == " ".join(rules)
        assert all(cell_len(line) <= columns for line in lines)
        begins = [after for line, after in itertools.pairwise(lines) if line[-1].isdigit()]
        assert not any(after.startswith(("kg", "%")) for after in begins)


def test_the_figures_of_both_sides_stand_in_columns() -> None:
    row = shown(grips(LEFT, [*RIGHT[:7], 20.0])).row
    left, right = (line.plain for line in side_lines(row, 140))
    for word in ("usual ", "latest ", "latest two against"):
        assert left.index(word, 40) == right.index(word, 40)
