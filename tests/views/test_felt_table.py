from strengthcheck.analysis.felt import FeltCount
from strengthcheck.views.dips import felt_table


def test_felt_beside_measured_is_counted_without_a_cause():
    left = FeltCount("left", checks=9, weaker=6, usual=5, lower=1, higher=0)
    right = FeltCount("right", checks=9, weaker=0, usual=0, lower=0, higher=0)
    assert felt_table((left, right)) == (
        ("left", "expected weaker in 6 of 9 checks; measured in its usual range in 5, lower in 1 of these"),
        ("right", "never expected weaker in 9 checks"),
    )


def test_under_six_checks_there_is_no_table():
    assert felt_table(()) == ()
