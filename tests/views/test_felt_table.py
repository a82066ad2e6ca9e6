from strengthcheck.analysis.felt import FeltCount
from strengthcheck.views.beside import beside_lines
from strengthcheck.views.dips import felt_table
from tests.views.reads import compared, grips

STEADY = [30, 31, 29.5, 30.5, 30, 31, 30]
RIGHT = [32, 33, 31.5, 32.5, 32, 33, 32, 32.5, 32, 32.5, 32, 33, 32.5]


def test_felt_beside_measured_is_counted_without_a_cause():
    left = FeltCount("left", checks=9, weaker=6, usual=5, lower=1, higher=0)
    right = FeltCount("right", checks=9, weaker=0, usual=0, lower=0, higher=0)
    assert felt_table((left, right)) == (
        (
            "left",
            "expected weaker in 6 of 9 checks; "
            "measured in its usual range in 5 of these, worse than usual in 1",
        ),
        ("right", "never expected weaker in 9 checks"),
    )


def test_what_was_measured_is_told_by_words_that_hold_for_kilograms_and_for_seconds():
    right = FeltCount("right", checks=8, weaker=3, usual=1, lower=1, higher=1)
    ((_, told),) = felt_table((right,))
    assert told.endswith(
        "measured in its usual range in 1 of these, worse than usual in 1, better than usual in 1"
    )


def test_of_a_side_expected_weaker_once_it_is_said_what_was_measured_that_time() -> None:
    once = FeltCount("left", checks=15, weaker=1, usual=0, lower=1, higher=0)
    ((_, told),) = felt_table((once,))
    assert told == "expected weaker once in 15 checks; that time it measured worse than usual"


def test_nothing_is_counted_as_none_of_these() -> None:
    always = FeltCount("left", checks=9, weaker=6, usual=6, lower=0, higher=0)
    ((_, told),) = felt_table((always,))
    assert told == "expected weaker in 6 of 9 checks; measured in its usual range each time"


def test_two_sides_of_which_the_same_is_told_are_one_line() -> None:
    never = tuple(FeltCount(s, checks=9, weaker=0, usual=0, lower=0, higher=0) for s in ("left", "right"))
    view = compared(grips(STEADY, RIGHT[:7]))._replace(felt=never)
    assert beside_lines(view) == (
        "Felt beside measured, counted in planned checks, left and right: never expected weaker in 9 checks.",
    )


def test_a_confirmed_loss_is_not_counted_as_low_days_that_are_open() -> None:
    dipped = compared(grips([*STEADY, 22, 30, 30.5], RIGHT[:10]))
    assert beside_lines(dipped) == ("Low days so far: 1. Came back: 1. Still open: 0.",)
    losing = compared(grips([*STEADY, 28, 26, 24, 22, 20], RIGHT[:12]))
    assert losing.worth_showing
    assert losing.low_days is not None
    assert beside_lines(losing) == ()


def test_under_six_checks_there_is_no_table():
    assert felt_table(()) == ()
