"""The page of one test in every state that a record can be in."""

import pytest

from strengthcheck.views.chart import chart
from strengthcheck.views.chart_legend import explained
from strengthcheck.views.chart_spec import Band
from strengthcheck.views.pair_page import nearest_stop
from tests.views.reads import TODAY, check, grips, result, shown

STEADY_L = [31.0, 30.2, 31.5, 30.8, 31.2, 30.5, 31.1, 30.7, 31.3, 30.9]
STEADY_R = [33.0, 33.8, 32.6, 33.4, 33.1, 33.6, 32.9, 33.3, 33.0, 33.5]
FALLING_R = [33.0, 33.8, 32.6, 33.4, 33.1, 31.0, 29.0, 27.0, 25.0, 23.0]


def legend(view, columns=72, rows=16):
    """What stands below the chart in a small window."""
    return "   ".join(explained(view.spec, columns, rows).legend)


def weights(page, side="left", view="time"):
    return [m.weight for line in page.view(view).spec.lines if line.side == side for m in line.marks]


def test_one_check_is_two_points_without_a_band_a_gap_or_a_shape():
    page = shown(grips([31], [33]))
    assert weights(page) == weights(page, "right") == ["solid"]
    assert page.shape is None
    assert page.gap is not None
    assert [s.id for s in page.gap.said] == ["gap.early", "gap.common"]
    assert page.row.said[0].id == "too_early"
    (rule,) = page.row.rules
    assert rule.startswith("Left hand and right hand: fewer than four values;"), "the same is said once"


def test_two_sides_at_the_end_of_what_is_measured_have_no_gap_to_read_and_are_not_called_early():
    held = [check(n, result("book-pinch-lift", "hold", left=10, right=10)) for n in range(8)]
    page = shown(held, "hold")
    assert page.gap is not None
    assert page.gap.said[0].id == "gap.limit"


def test_before_the_third_planned_check_no_range_is_drawn_or_spoken_of():
    page = shown(grips([31, 30.2], [33, 33.8]))
    assert [line.band for line in page.time.spec.lines] == [None, None]
    assert "usual" not in legend(page.time)
    assert [line.about for stop in page.stops for line in stop.lines] == [""] * 4
    assert [(s.usual, s.change) for s in page.row.sides] == [("", "")] * 2
    assert not any("low below" in rule for rule in page.row.rules)
    assert page.row.said[0].id == "too_early"


def test_from_the_third_planned_check_on_the_range_that_the_sentence_names_is_drawn():
    page = shown(grips([31, 30.2, 31.5], [33, 33.8, 32.6]))
    assert page.row.said[0].id == "range.set"
    assert all(line.band for line in page.time.spec.lines)
    assert page.stops[-1].lines[0].about == "in the usual range"
    assert page.row.sides[0].usual in page.row.said[0].text


def test_a_steady_year_has_a_band_for_each_side_the_own_gap_and_the_shape_of_a_loss():
    page = shown(grips(STEADY_L, STEADY_R))
    left, right = page.time.spec.lines
    assert isinstance(left.band, Band)
    assert isinstance(right.band, Band)
    assert left.band.low < 31 < left.band.high < 36
    assert left.band != right.band
    assert page.gap is not None
    assert [s.id for s in page.gap.said] == ["gap.own", "gap.common"]
    assert "left 7 % below right" in page.gap.said[0].text
    assert page.shape is not None
    assert [f.label for f in page.shape.spec.faint] == ["3 %", "5 %", "8 %"]
    assert page.shape.said[0].text.startswith("These lines are not yours.")
    assert page.shape.caveat is not None
    assert not any(line.label for line in page.shape.spec.lines), "no value hides the name of a line"


def test_what_is_hollow_in_the_shape_of_a_loss_is_named_there_too():
    checks = [
        *grips(STEADY_L, STEADY_R),
        check(90, result("grip-device", "force", left=29, right=35), day=90, planned=False),
    ]
    page = shown(checks)
    assert page.shape is not None
    assert "hollow not compared" in legend(page.shape)
    assert "faint: nobody's values" in legend(page.shape)


def test_in_a_small_window_the_word_on_the_gap_gives_way_to_the_chart_and_no_other_does():
    steady, falling = shown(grips(STEADY_L, STEADY_R)), shown(grips(STEADY_L, FALLING_R))
    assert [s.id for s in steady.row.said] == ["usual", "gap"]
    assert [s.id for s in steady.said("time", small=True)] == ["usual"]
    assert steady.said("time", small=False) == steady.row.said
    assert [s.id for s in falling.said("time", small=True)][1:] == ["falling.why"], (
        "it may be something harmless"
    )
    assert steady.gap is not None
    assert steady.said("gap", small=True) == steady.gap.said


def test_the_chart_of_the_gap_tells_its_unit():
    gap = shown(grips(STEADY_L, STEADY_R)).gap
    assert gap is not None
    assert "gap in %, above 0: right more" in legend(gap)


def test_the_faint_lines_are_what_is_left_of_the_own_usual_value_in_a_straight_line():
    page = shown(grips(STEADY_L, STEADY_R))
    assert page.shape is not None
    three = page.shape.spec.faint[0].points
    months = (three[-1][0] - three[0][0]).days / 30.4375
    assert three[0][1] == pytest.approx(32, abs=0.5)
    assert three[-1][1] == pytest.approx(three[0][1] * (1 - 0.03 * months))
    assert three[-1][0] == page.stops[-1].on


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (STEADY_L[:5], STEADY_R[:5]),  # fewer than six checks
        ([*STEADY_L[:9], 22.0], STEADY_R),  # low once
        (STEADY_L, FALLING_R),  # a loss is being said; a picture of losses would only frighten
    ],
)
def test_the_shape_of_a_loss_is_not_shown(left, right):
    assert shown(grips(left, right)).shape is None


def test_the_shape_of_a_loss_is_not_shown_while_another_test_is_low_once():
    assert shown(grips(STEADY_L, STEADY_R), some_low_once=True).shape is None


def test_a_loss_worth_showing_is_said_and_seen_at_the_point():
    page = shown(grips(STEADY_L, FALLING_R))
    assert page.row.said[0].id in ("falling", "low_and_staying")
    began = page.stops[page.at]
    place = next(line.about for line in began.lines if line.side == "right")
    assert ("at first still in the usual range" in began.change) == (place == "in the usual range")
    left, right = page.stops[-1].lines
    assert (left.value, left.about) == ("30.9 kg", "in the usual range")
    assert right.value == "23.0 kg"
    assert right.about.startswith("below the usual")
    assert page.stops[-1].gap == "right 26 % below left", "of 30.9 kg, 23.0 kg are 26 % less"


def test_an_extra_check_is_hollow_and_shown_only_after_the_next_planned_one():
    checks = grips(STEADY_L, STEADY_R)
    between = check(90, result("grip-device", "force", left=29, right=32), day=40, planned=False)
    after = check(91, result("grip-device", "force", left=20, right=20), day=270, planned=False)
    page = shown([*checks, between, after])
    assert weights(page).count("hollow") == 1
    told = [s for s in page.stops if "extra check" in s.title]
    assert [s.lines[0].about for s in told] == ["extra check, not compared"]


def test_a_sore_day_and_a_trial_that_slipped_tell_why_they_are_not_compared():
    sore = {"context": {"soreness": 6, "where": ["left_arm"]}, "note": "carried boxes"}
    slip = result("grip-device", "force", left=30.5, right=33)
    slip["trials"].append(
        {"side": "right", "values": {"force": 9}, "invalid": "slipped", "invalid_note": "wet"}
    )
    checks = grips(STEADY_L[:8], STEADY_R[:8])
    checks += [check(8, result("grip-device", "force", left=25, right=33), **sore), check(9, slip)]
    page = shown(checks)
    assert weights(page)[-2:] == ["hollow", "solid"]
    assert weights(page, "right")[-2:] == ["solid", "out"]
    first, last = page.stops[-2:]
    assert first.lines[0].about == "sore or worked hard that week, not compared"
    assert (first.note, first.context) == ("carried boxes", "Soreness 6 of 10 in the left arm.")
    assert last.lines[-1].about == "does not count: slipped (wet)"
    assert not last.lines[-1].counts
    assert "hollow ⇣ not compared" in legend(page.time), "as it is drawn: 9 kg lies below the axis"
    assert any("⇣" in row for row in chart(page.time.spec, 80, 14).text())
    assert page.time.spec.noted == (first.on,)
    assert max(page.time.spec.values()) < 60
    assert min(page.time.spec.values()) > 9


def test_what_does_not_count_and_lies_on_the_axis_is_a_cross_in_the_chart_and_in_its_legend():
    slip = result("grip-device", "force", left=30.5, right=33)
    slip["trials"].append({"side": "right", "values": {"force": 31}, "invalid": "slipped"})
    page = shown([*grips(STEADY_L[:8], STEADY_R[:8]), check(8, slip)])
    assert "⊠ not compared" in legend(page.time, rows=30)


def test_another_object_is_a_break_with_its_own_band_and_its_name_at_the_point():
    old = grips(STEADY_L[:5], STEADY_R[:5], "the old one")
    new = grips([20, 21, 20, 21, 20], [22, 23, 22, 23, 22], "the new one", first=5)
    page = shown([*old, *new])
    assert len(page.time.spec.lines) == 4
    assert page.time.spec.breaks == (page.stops[5].on,)
    assert page.stops[0].title.endswith("with the old one")
    assert "the old one" not in page.stops[-1].title
    assert "another object or version" in legend(page.time)
    assert page.shape is None  # five checks with the new one


def test_two_objects_used_in_turn_are_no_break():
    turns = [
        c for i in range(5) for c in (*grips([31], [33], "a", 2 * i), *grips([20], [22], "b", 2 * i + 1))
    ]
    assert shown(turns).time.spec.breaks == ()


def test_a_test_of_both_together_has_one_line_and_less_is_better():
    stairs = [
        check(i, result("stairs", "climb", both=t)) for i, t in enumerate([6.1, 6.3, 6.2, 6.4, 6.0, 6.2, 9.9])
    ]
    page = shown(stairs, "climb")
    assert [line.side for line in page.time.spec.lines] == ["both"]
    assert (page.gap, page.shape) == (None, None)
    assert "less is better" in page.about
    assert page.stops[-1].lines[0].about.startswith("above the usual")
    assert page.stops[-1].lines[0].against == "low"


def test_a_faster_time_is_no_low_value_though_its_number_is_below_the_range():
    stairs = [
        check(i, result("stairs", "climb", both=t)) for i, t in enumerate([6.1, 6.3, 6.2, 6.4, 6.0, 6.2, 3.9])
    ]
    line = shown(stairs, "climb").stops[-1].lines[0]
    assert line.about.startswith("below the usual")
    assert line.against == "high"


def test_rungs_are_drawn_by_name_without_a_band_a_gap_or_a_shape():
    caps = [
        check(i, result("cap-tightening", "ladder", left=3, right=r))
        for i, r in enumerate([3, 3, 3, 3, 3, 3, 2])
    ]
    page = shown(caps, "ladder")
    assert [name for _, name in page.time.spec.names] == ["could not", "by a trick", "harder", "as usual"]
    assert [line.band for line in page.time.spec.lines] == [None, None]
    assert (page.gap, page.shape) == (None, None)
    assert page.stops[-1].lines[1].value == "done, but harder than usual"


def test_a_hold_that_ends_at_its_time_has_a_ceiling_and_says_or_more():
    holds = [check(i, result("book-pinch-lift", "hold", left=10, right=10)) for i in range(7)]
    page = shown(holds, "hold")
    (ceiling,) = page.time.spec.levels
    assert (ceiling.value, ceiling.ceiling) == (10.0, True)
    assert page.stops[-1].lines[0].value == "10.0 s or more"
    assert page.shape is None
    for line in page.time.spec.lines:
        assert line.band is None or line.band.high <= 10


def test_could_not_is_said_in_words_and_drawn_at_zero():
    last = {"protocol": "grip-device", "object": "one", "trials": [{"side": "left", "could_not": True}]}
    page = shown([*grips(STEADY_L[:6], STEADY_R[:6]), check(6, last)])
    assert page.stops[-1].lines[0].value == "could not"
    assert page.time.spec.lines[0].marks[-1].value == 0


def test_ten_years_are_one_page_with_a_stop_for_every_check():
    page = shown(grips(STEADY_L * 13, STEADY_R * 13))
    assert len(page.stops) == 130
    assert page.stops[0].title.endswith("2026, planned check") or TODAY.year == 2026
    assert len(weights(page)) == 130


def test_the_stop_nearest_to_a_day_is_found():
    stops = shown(grips(STEADY_L, STEADY_R)).stops
    assert nearest_stop(stops, stops[3].on) == 3
    assert nearest_stop(stops, TODAY) == len(stops) - 1
    assert nearest_stop((), TODAY) == -1


def long_page(count=40):
    """A test of a little over three years."""
    left, right = (tuple((given * 4)[:count]) for given in (STEADY_L, STEADY_R))
    return shown(grips(left, right))


def test_the_cursor_goes_back_to_the_first_check_that_a_view_draws_and_no_further():
    page = long_page()
    assert page.first_stop("time", year=False) == page.first_stop("gap", year=False) == 0
    for view, year in (("time", True), ("gap", True), ("shape", False), ("shape", True)):
        first = page.stops[page.first_stop(view, year=year)].on
        drawn = page.drawn(view, year=year)
        assert first == min(mark.on for line in drawn.lines for mark in line.marks)
        assert (page.stops[-1].on - first).days <= 365
    early = shown([check(0, result("grip-device", "force", left=31)), *grips([30], [33], first=1)])
    assert early.first_stop("gap", year=False) == 1, "the first check has no gap"


def test_a_year_alone_is_offered_of_a_longer_record_and_not_of_the_shape_which_is_a_year():
    page = long_page()
    assert [page.can_be_cut(view) for view in ("time", "gap", "shape")] == [True, True, False]
    assert page.drawn("shape", year=True) == page.drawn("shape", year=False)
    assert not shown(grips([31, 30], [33, 34])).can_be_cut("time")


def test_a_page_opens_on_the_last_year_where_all_checks_have_no_room_but_not_past_a_loss():
    page = long_page()
    assert page.opens_on_year(39)
    assert not page.opens_on_year(40)
    recent = shown(grips(STEADY_L * 4, STEADY_R * 3 + FALLING_R))
    assert recent.stops[recent.at].change
    assert recent.opens_on_year(20)
    long_ago = shown(grips(STEADY_L + [30.9] * 24, FALLING_R + [23.0] * 24))
    assert long_ago.stops[long_ago.at].change
    assert not long_ago.opens_on_year(20)
