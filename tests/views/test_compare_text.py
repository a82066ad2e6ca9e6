"""The comparison as lines of text: each number says what it is a change of, in one direction everywhere."""

from strengthcheck.views.compare_text import CHANGE_IS, compare_lines
from strengthcheck.views.values import change_text
from tests.views.reads import FOUND, check, compared, grips, result

SLOWER = [6.1, 6.3, 6.2, 6.4, 6.0, 6.2, 6.3, 6.8, 6.8]


def test_a_slower_climb_is_a_change_upwards_and_says_that_less_is_better():
    lines = compare_lines(
        compared([check(i, result("stairs", "climb", both=t)) for i, t in enumerate(SLOWER)])
    )
    (heading,) = (line for line in lines if line.endswith("less is better"))
    figures = lines[lines.index(heading) + 3]
    assert figures.endswith("+9 %"), figures
    assert CHANGE_IS in lines


def test_fewer_kilograms_are_a_change_downwards_and_more_one_upwards():
    force = FOUND["grip-device"].protocol.measures[0]
    assert [change_text(x, force) for x in (-0.12, 0.12, 0.001)] == ["−12 %", "+12 %", "0 %"]


def test_a_record_that_settles_in_tells_no_change_and_explains_none():
    lines = compare_lines(compared(grips([31, 30.2], [33, 33.8])))
    assert CHANGE_IS not in lines
    assert not any("%" in line for line in lines if line.startswith("  left"))
