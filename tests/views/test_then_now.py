from datetime import date

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.views.compare import empty_view
from strengthcheck.views.periods import FIRST, LATEST, LATEST_THREE, offered, period_question, typed_period
from strengthcheck.views.then_now import figure_lines, said_of, then_now_view
from tests.views.reads import TODAY, check, compared, grips, read, result

LEFT = [31.0, 30.2, 31.5, 30.8, 31.2, 30.5, 31.1, 30.7, 31.3, 30.9]
RIGHT = [33.0, 33.8, 32.6, 33.4, 33.1, 31.0, 29.0, 27.0, 25.0, 23.0]


def seen(checks, then=FIRST, now=LATEST):
    view, reads = compared(checks), {p.pair.key: p for p in read(checks)}
    return then_now_view(view, [(row, reads[row.key]) for row in view.rows], then, now)


def test_left_stands_beside_right_with_the_difference_in_unit_per_cent_and_against_the_range():
    (row,) = seen(grips(LEFT, RIGHT)).rows
    left, right = row.sides
    assert (row.name, left.then, left.now, left.unit, left.share) == (
        "Grip device, kg",
        "30.9",
        "30.9",
        "0.0 kg",
        "0 %",
    )
    assert (right.then, right.now, right.unit, right.share) == ("33.1", "23.0", "−10.1 kg", "−31 %")
    assert (left.against, right.against) == ("usual", "low")
    assert right.place.startswith("below the usual")


def test_the_difference_is_that_of_the_two_numbers_which_stand_there():
    (row,) = seen(grips([33.43, 33.44, 33.46, 33.2, 22.87], [33.0] * 5)).rows
    left = row.sides[0]
    then, now = (float(t) for t in (left.then, left.now))
    assert left.unit == f"−{then - now:.1f} kg"
    assert left.share == f"−{100 * (then - now) / then:.0f} %"


def test_the_per_cent_is_that_of_the_two_numbers_too():
    (row,) = seen(grips([30.84, 30.84, 30.84, 29.66], [33.0] * 4)).rows
    left = row.sides[0]
    assert (left.then, left.now, left.unit, left.share) == ("30.8", "29.7", "−1.1 kg", "−4 %")


def test_one_check_is_no_two_times():
    found = seen(grips(LEFT[:1], RIGHT[:1]))
    assert found.times == "one check of each test so far"
    assert figure_lines(found.rows[0], FIRST, LATEST)[0] == "left hand: 31.0 kg."
    year = offered(date(2027, 6, 1))["quarter"]
    told = seen(grips(LEFT[:1], RIGHT[:1]), year, LATEST)
    assert figure_lines(told.rows[0], year, LATEST)[0] == "left hand: 31.0 kg, the same check both times."
    assert told.times == "three months ago → the latest check"
    assert seen(grips(LEFT[:2], RIGHT[:2])).times == "your first checks → the latest check"


def test_a_number_of_which_less_is_better_says_so_beside_its_change():
    climbs = [check(i, result("stairs", "climb", both=t)) for i, t in enumerate([6.5, 6.5, 6.5, 6.4])]
    row = next(r for r in seen(climbs).rows if r.unit == "s")
    assert row.better == "less is better"


def test_the_only_check_there_is_differs_in_nothing_from_itself():
    found = seen(grips(LEFT[:1], RIGHT[:1]))
    assert [(s.now, s.unit, s.share) for s in found.rows[0].sides] == [("31.0", "", ""), ("33.0", "", "")]


def test_the_figures_are_said_in_words_with_both_times():
    found = seen(grips(LEFT, RIGHT))
    lines = figure_lines(found.rows[0], found.then, found.now)
    assert lines[1].startswith(
        "right hand: 33.1 kg at your first checks, 23.0 kg at the latest check; −10.1 kg, −31 %; below"
    )


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (offered(TODAY)["year"], LATEST, "no check a year ago, 23.0 kg at the latest check"),
        (offered(TODAY)["half"], LATEST_THREE, "31.0 kg half a year ago, 25.0 kg at the latest three checks"),
        (
            typed_period("January 2026", TODAY),
            typed_period("2026", TODAY),
            "33.0 kg in January 2026, 30.1 kg in 2026",
        ),
        (
            typed_period("15 June", TODAY),
            typed_period("1 July to 31 August", TODAY),
            "31.0 kg at the last check up to 15 June, 26.0 kg from 1 July to 31 August",
        ),
    ],
)
def test_the_figures_name_each_time_as_one_would_say_it(then, now, words):
    found = seen(grips(LEFT, RIGHT), then, now)
    assert words in figure_lines(found.rows[0], found.then, found.now)[1]


def test_a_rung_is_told_with_its_time_in_words_that_can_be_read_aloud():
    caps = [
        check(i, result("cap-tightening", "ladder", left=3, right=r)) for i, r in enumerate([3, 3, 3, 3, 2])
    ]
    found = seen(caps)
    assert figure_lines(found.rows[0], found.then, found.now) == (
        "left hand: as usual at your first checks and at the latest check.",
        "right hand: as usual at your first checks, harder at the latest check.",
    )


def test_a_question_about_daily_life_is_told_from_the_test_of_the_same_name():
    records = [
        check(
            i,
            result("stairs", "climb", both=6.0 + i / 10),
            result("everyday-tasks", "ladder", "stairs", both=3),
        )
        for i in range(4)
    ]
    names = [row.name for row in seen(records).rows]
    assert sorted(names) == ["Stairs in daily life", "Stairs, how it went", "Stairs, s"]


def test_the_sentence_stands_first_also_while_a_side_is_low_once():
    assert seen(grips(LEFT, RIGHT)).lead.startswith("Grip device, right hand: worth showing")
    once = seen(grips([*LEFT[:9], 22.0], [33.0] * 10))
    assert "was lower than your usual, once" in once.lead


def test_a_sentence_that_names_no_test_stands_after_the_name_of_the_one_at_hand():
    climbs = [
        check(i, result("stairs", "climb", both=t)) for i, t in enumerate([6.1, 6.3, 6.2, 6.4, 6.0, 6.2])
    ]
    row = next(r for r in seen(climbs).rows if r.unit == "s")
    assert said_of(row, "", whole=False) == (("Stairs, s", "This is where it usually is."),)
    (grip,) = seen(grips(LEFT, RIGHT)).rows
    (name, text), (_, why) = said_of(grip, "", whole=False)
    assert (name, "Grip device" in text) == ("", True)
    assert why.startswith("Many things can do this and several can be treated"), "in a small window too"
    assert said_of(row, "This is where it usually is.", whole=False) == (), "not twice on one page"


def test_an_empty_record_says_so_and_has_no_row():
    found = then_now_view(empty_view(TODAY), ())
    assert found.lead.startswith("Nothing to compare yet")
    assert found.rows == ()


def test_a_sealed_record_shows_no_row():
    view = compared(grips(LEFT, RIGHT))._replace(rows=())
    assert then_now_view(view, ()).rows == ()


def test_a_higher_time_is_low_where_less_is_better():
    climbs = [
        check(i, result("stairs", "climb", both=t)) for i, t in enumerate([6.1, 6.3, 6.2, 6.4, 6.0, 6.2, 9.9])
    ]
    row = next(r for r in seen(climbs).rows if r.unit == "s")
    assert (row.both, row.sides[0].against) == (True, "low")


def test_rungs_are_short_words_and_what_did_not_change_is_said_once():
    caps = [
        check(i, result("cap-tightening", "ladder", left=3, right=r)) for i, r in enumerate([3, 3, 3, 3, 2])
    ]
    left, right = seen(caps).rows[0].sides
    assert (left.then, left.same) == ("as usual", True)
    assert (right.then, right.now, right.share, right.unit) == ("as usual", "harder", "", "")


def test_at_the_time_limit_no_difference_is_made_up():
    holds = [check(i, result("book-pinch-lift", "hold", left=10, right=8)) for i in range(5)]
    row = next(r for r in seen(holds).rows if r.unit == "s")
    assert (row.sides[0].now, row.sides[0].unit, row.sides[0].share) == ("10.0 or more", "", "")
    assert figure_lines(row, FIRST, LATEST)[0].startswith(
        "left hand: 10.0 s or more at your first checks and"
    )


def test_any_two_times_are_compared_by_the_checks_they_hold():
    checks = grips(LEFT, RIGHT)
    then = typed_period("January to February 2026", TODAY)
    now = typed_period("15 June 2026", TODAY)
    (row,) = seen(checks, then, now).rows
    assert row.sides[1].then == "33.4"  # the mean of 5 January and 2 February
    assert row.sides[1].now == "31.0"  # the check of 25 May
    (row,) = seen(checks, typed_period("2020", TODAY), LATEST_THREE).rows
    assert (row.sides[0].then, row.sides[0].now, row.sides[0].share) == ("–", "31.0", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("March 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("mar", date(2026, 3, 1), date(2026, 3, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("1 March 2026 to 30 April 2026", date(2026, 3, 1), date(2026, 4, 30)),
        ("30.4.2026 - 1.3.2026", date(2026, 3, 1), date(2026, 4, 30)),
        ("14 March 2026", None, date(2026, 3, 14)),
    ],
)
def test_a_time_is_read_as_people_write_it(text, first, last):
    period = typed_period(text, TODAY)
    assert (period.first, period.last) == (first, last)


def test_a_month_without_a_year_is_the_last_one_that_has_begun():
    assert typed_period("december", date(2026, 3, 1)).first == date(2025, 12, 1)
    assert typed_period("march", date(2026, 3, 1)).first == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["", "soon", "tomorrow", "31 February 2026", "1 March to never"])
def test_what_is_no_time_says_how_to_write_one(text):
    with pytest.raises(NotAValue):
        typed_period(text, TODAY)


def test_every_offered_time_has_a_key_of_its_own():
    question = period_question(True, TODAY)
    assert len({a.key for a in question.answers}) == len(question.answers) == len(offered(TODAY)) + 1
