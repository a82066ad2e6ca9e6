"""A row of Compare: what changed most keeps its figure in 80 columns, and nothing runs together."""

import re
from collections.abc import Sequence

import pytest

from strengthcheck.model.series import Kept
from strengthcheck.tui.widgets.readings import Widths, then_now_line
from strengthcheck.views.periods import FIRST, LATEST
from strengthcheck.views.then_now import RowThenNow, then_now_view
from tests.views.reads import check, compared, grips, read, result

FALLING = [33.0, 33.8, 32.6, 33.4, 33.1, 31.0, 29.0, 27.0, 25.0, 23.0]


def rows(checks: Sequence[Kept]) -> dict[str, RowThenNow]:
    """The rows of these checks, by the measure."""
    view, reads = compared(checks), {p.pair.key: p for p in read(checks)}
    found = then_now_view(view, [(r, reads[r.key]) for r in view.rows], FIRST, LATEST).rows
    return {r.key.measure: r for r in found}


@pytest.mark.parametrize("columns", [50, 69, 70, 109])
def test_a_low_side_keeps_its_share_beside_the_word_low(columns: int) -> None:
    line = then_now_line(rows(grips([31.0] * 10, FALLING))["force"], Widths(columns)).plain
    assert "33.1 → 23.0 low" in line
    assert "−31 %" in line
    assert all(len(part) <= columns for part in line.split("\n"))


@pytest.mark.parametrize("columns", [50, 69, 109])
def test_a_name_and_what_went_as_usual_stand_apart(columns: int) -> None:
    lifts = [check(i, result("book-pinch-lift", "ladder", left=3, right=3)) for i in range(4)]
    line = then_now_line(rows(lifts)["ladder"], Widths(columns)).plain
    assert re.search(r"how it went(\n|  ) *as usual  +as usual", line)


@pytest.mark.parametrize("columns", [69, 109])
def test_fewer_seconds_on_the_stairs_are_not_read_as_less_strength(columns: int) -> None:
    climbs = [check(i, result("stairs", "climb", both=t)) for i, t in enumerate([6.5, 6.5, 6.5, 6.4])]
    assert then_now_line(rows(climbs)["climb"], Widths(columns)).plain.endswith("−2 %, less is better")
