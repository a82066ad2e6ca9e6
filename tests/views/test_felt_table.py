from strengthcheck.analysis.felt import FeltCount
from strengthcheck.views.dips import felt_table


def test_felt_beside_measured_is_counted_without_a_cause():
    left = FeltCount("left", checks=9, weaker=6, usual=5, lower=1, higher=0)
    right = FeltCount("right", checks=9, weaker=0, usual=0, lower=0, higher=0)
    assert felt_table((left, right)) == (
        ("left", "expected weaker in 6 of 9 checks; measured in its usual range in 5 of these, worse in 1"),
        ("right", "never expected weaker in 9 checks"),
    )


def test_what_was_measured_is_told_by_words_that_hold_for_kilograms_and_for_seconds():
    right = FeltCount("right", checks=8, weaker=3, usual=1, lower=1, higher=1)
    ((_, told),) = felt_table((right,))
    assert told.endswith("measured in its usual range in 1 of these, worse in 1, better in 1")


def test_under_six_checks_there_is_no_table():
    assert felt_table(()) == ()
