"""The small lines on Home: read back cell by cell, they stand where the numbers are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import ReadPair, read_whole
from strengthcheck.model.check import Context, Trial
from strengthcheck.model.protocol import Measure
from strengthcheck.views.home_lines import CANNOT, lines_of
from strengthcheck.views.home_strips import (
    BETWEEN,
    LEAST_STRIP,
    LEGEND,
    NAME_WIDTH,
    SIDE_WIDTH,
    Scale,
    SideLine,
    spoken,
    strip,
    strip_width,
)
from tests.analysis.making import CLIMB, LADDER, force, kept, lookup, protocol

GRIP = protocol(short="Grip device")
CAP = protocol("cap-tightening", (LADDER,), short="Bottle cap")
STAIRS = protocol("stairs", (CLIMB,), "leg", short="Stairs", sides=("both",))
WIDTH = 21


def grip(*left: float, context: Context | None = None, last_planned: bool = True) -> list:
    """Both hands every four weeks, the right one steady at 34."""
    return [
        kept(
            28 * i,
            force("left", v),
            force("right", 34.0),
            p=GRIP,
            planned=last_planned or i < len(left) - 1,
            context=context if i == len(left) - 1 else None,
        )
        for i, v in enumerate(left)
    ]


def read(*checks, of=(GRIP, CAP, STAIRS)) -> tuple[ReadPair, ...]:
    return read_whole(pairs_of(checks, lookup(*of))).pairs


def rungs(*left: int) -> list:
    return [
        kept(
            28 * i,
            Trial(side="left", could_not=True) if v == 0 else Trial(side="left", values={"ladder": v}),
            Trial(side="right", values={"ladder": 3}),
            p=CAP,
            number=9000 + i,
        )
        for i, v in enumerate(left)
    ]


def marker_at(line: SideLine, width: int = WIDTH) -> int:
    return next(i for i, c in enumerate(strip(line, width)) if c in "●■◆")


def test_a_usual_value_stands_inside_its_range():
    ((left, right),) = (line.sides for line in lines_of(read(*grip(30, 31, 30, 30.5, 30.2))))
    for side, marker in ((left, "●"), (right, "■")):
        cells = strip(side, WIDTH)
        assert cells.index("├") < cells.index(marker) < cells.index("┤")
        assert side.words == ""


def test_a_low_value_stands_left_of_its_range_and_is_said_in_words():
    ((left, _),) = (line.sides for line in lines_of(read(*grip(30, 31, 30, 30.5, 22))))
    cells = strip(left, WIDTH)
    assert cells.index("●") < cells.index("├")
    assert left.words == "low once"


def test_the_legend_can_not_be_read_as_a_word_about_a_side():
    assert LEGEND.endswith("← weaker")
    assert not {"left", "right"} & set(LEGEND.split()), "“left is weaker” would be read of the left hand"
    assert set("●■◆") <= set(LEGEND)
    assert len(LEGEND) <= 71, "one line in a window of 80 columns"


def test_where_less_is_better_the_slower_time_stands_left_too():
    checks = [
        kept(28 * i, Trial(side="both", values={"climb": v}), p=STAIRS)
        for i, v in enumerate([12, 12, 12, 12, 18])
    ]
    ((line,),) = (found.sides for found in lines_of(read(*checks)))
    cells = strip(line, WIDTH)
    assert cells.index("◆") < cells.index("├")


def test_a_value_beyond_the_strip_stands_at_its_end_with_an_arrow():
    ((left, _),) = (line.sides for line in lines_of(read(*grip(30, 30, 30, 30, 9))))
    assert strip(left, WIDTH).startswith("●◂")


def test_the_best_that_a_test_with_an_end_can_show_stands_at_the_stronger_end_of_its_range():
    hold = Measure(
        id="hold", name="Hold", unit="s", better="higher", low=0, high=10, cap=10, typical_error=0.2
    )
    lift = protocol("book", (hold,), short="Book lift")
    checks = [kept(28 * i, Trial(side="left", values={"hold": v}), p=lift) for i, v in enumerate([10.0] * 5)]
    ((line,),) = (found.sides for found in lines_of(read(*checks, of=(lift,))))
    cells = strip(line, WIDTH)
    assert cells.rstrip().endswith("─●"), "no range is drawn beyond 10 seconds, which nobody can reach"
    assert cells.lstrip().startswith("├")


def test_rungs_stand_in_words():
    ((left, right),) = (line.sides for line in lines_of(read(*rungs(3, 3, 3, 2))))
    assert (strip(left, WIDTH).strip(), strip(right, WIDTH).strip()) == ("done, but harder", "as usual")


def test_what_could_not_be_done_is_said_even_when_no_course_says_so():
    ((left, _),) = (line.sides for line in lines_of(read(*rungs(3, 3, 3, 0))))
    assert (strip(left, WIDTH).strip(), left.words) == ("could not", CANNOT)


def test_a_rung_is_never_cut_in_a_small_window():
    for rung, short in ((3, "as usual"), (2, "harder"), (1, "a trick"), (0, "could not")):
        ((left, _),) = (line.sides for line in lines_of(read(*rungs(3, 3, 3, rung))))
        assert strip(left, LEAST_STRIP).strip() == short
        assert strip(left, WIDTH).strip() == left.rung


def test_extra_and_flagged_results_have_no_place_on_home():
    usual = lines_of(read(*grip(30, 31, 30, 30.5, 30.2)))
    extra = lines_of(read(*grip(30, 31, 30, 30.5, 30.2, 10, last_planned=False)))
    sore = lines_of(read(*grip(30, 31, 30, 30.5, 30.2, 10, context=Context(soreness=8))))
    assert usual == extra == sore


def test_before_there_is_a_range_of_ones_own_there_is_no_line():
    assert lines_of(()) == ()
    assert lines_of(read(*grip(30, 31))) == ()


def test_a_test_long_left_alone_has_no_line():
    old = [kept(28 * i, Trial(side="left", values={"ladder": 3}), p=CAP, number=9000 + i) for i in range(4)]
    new = [kept(84 + 121 + 28 * i, force("left", 30), force("right", 34), p=GRIP) for i in range(4)]
    assert [line.name for line in lines_of(read(*old, *new))] == ["Grip device"]


@given(
    st.floats(0.5, 500),
    st.floats(0.02, 0.6),
    st.floats(0.02, 0.6),
    st.floats(0, 2.5),
    st.sampled_from([1, -1]),
    st.integers(30, 110),
)
def test_every_strip_is_true_to_scale_to_half_a_cell(centre, below, above, share, sign, page):
    width = strip_width(page)
    low, high = centre * (1 - below), centre * (1 + above)
    weaker, stronger = (low, high) if sign > 0 else (high, low)
    reach = max(0.4 * centre, 1.5 * centre * max(below, above))
    scale = Scale(centre, reach, weaker, stronger, sign)
    line = SideLine("left", scale, centre * share, "", "")
    cells = strip(line, width)
    assert len(cells) == width
    cell = 2 * reach / (width - 1)
    read_back = centre + sign * (marker_at(line, width) * cell - reach)
    inside = min(max(line.latest, centre - reach), centre + reach)
    assert abs(read_back - inside) <= cell / 2 + 1e-9


@pytest.mark.parametrize("page", [46, 52, 72, 92])
def test_a_line_never_grows_wider_than_its_page(page):
    assert NAME_WIDTH + 2 * (SIDE_WIDTH + strip_width(page)) + BETWEEN <= page
    assert strip_width(page) % 2 == 1


def test_said_in_words_each_side_stands_against_its_own_range():
    low = lines_of(read(*grip(30, 31, 30, 30.5, 22)))
    tasks = lines_of(read(*rungs(3, 3, 3, 2)))
    assert spoken(low) == ("Grip device: left low once; right in the usual range.",)
    assert spoken(tasks) == ("Bottle cap: left done, but harder; right as usual.",)


def test_a_faster_time_is_said_as_stronger_since_no_number_stands_beside_it():
    checks = [
        kept(28 * i, Trial(side="both", values={"climb": v}), p=STAIRS)
        for i, v in enumerate([12, 12, 12, 12, 8])
    ]
    assert spoken(lines_of(read(*checks))) == ("Stairs: stronger than the usual range.",)
