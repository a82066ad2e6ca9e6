from datetime import date, timedelta

from strengthcheck.analysis.confirming import confirming
from strengthcheck.analysis.schedule import next_due

DAY = date(2026, 1, 5)
GRIP = ("grip-device",)


def asked(*offsets: int, protocols=GRIP):
    planned = [DAY + timedelta(days=d) for d in offsets]
    return confirming(protocols, planned, next_due(planned))


def test_nothing_asked_means_no_confirming_check():
    assert asked(0, 7, 14, 42, protocols=()) is None
    assert confirming(GRIP, [], next_due([])) is None


def test_it_is_asked_of_the_tests_in_question_fourteen_days_on():
    found = asked(0, 7, 14, 42)
    assert found is not None
    assert found.on == DAY + timedelta(days=56)
    assert found.protocols == GRIP


def test_its_window_opens_four_days_before():
    found = asked(0, 7, 14, 42)
    assert found is not None
    assert not found.is_open(found.on - timedelta(days=5))
    assert found.is_open(found.on - timedelta(days=4))


def test_at_most_three_run_between_two_regular_checks():
    assert asked(0, 7, 14, 42, 46) is not None
    assert asked(0, 7, 14, 42, 46, 48) is not None
    assert asked(0, 7, 14, 42, 46, 48, 50) is None


def test_when_the_regular_date_comes_first_it_confirms_as_well():
    assert asked(0, 7, 14, 42, 56) is None
    assert asked(0, 7) is None
