"""A row of Compare: what changed most keeps its figure in a window of 80 columns."""

from strengthcheck.tui.widgets.readings import Widths, then_now_line
from strengthcheck.views.periods import FIRST, LATEST
from strengthcheck.views.then_now import then_now_view
from tests.views.reads import compared, grips, read

FALLING = [33.0, 33.8, 32.6, 33.4, 33.1, 31.0, 29.0, 27.0, 25.0, 23.0]


def test_a_low_side_keeps_its_share_beside_the_word_low():
    checks = grips([31.0] * 10, FALLING)
    view, reads = compared(checks), {p.pair.key: p for p in read(checks)}
    (row,) = then_now_view(view, [(r, reads[r.key]) for r in view.rows], FIRST, LATEST).rows
    line = then_now_line(row, Widths(70)).plain
    assert "−31 % low" in " ".join(line.split())
    assert len(line) <= 70
