"""What stands beside a chart: figures that are never broken, a note that says where it is cut."""

import pytest
from rich.cells import cell_len

from strengthcheck.tui.widgets.readings import side_lines, stop_lines
from tests.views.reads import check, compared, grips, result, shown

LEFT = [31.0, 30.2, 31.5, 30.8, 31.2, 30.5, 31.1, 30.7]
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
    assert stop_lines(stop, 20).plain.split("\n")[-1].startswith("Note  slept badly and car…")
    assert "all day long" in stop_lines(stop, 80).plain
    assert "…" not in stop_lines(stop, 80).plain
