"""The times of a check at a person's pace, each with its assumptions (tests/walk/pace.py)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import combinations

import pytest

from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import OverStep, QuestionStep, TrialStep
from strengthcheck.services.sitting import answer, begin
from tests.guide.people import usual
from tests.services.rooms import NOW, StandingClock, opened
from tests.walk.pace import WORDS_A_MINUTE, Pace, paced

DEFAULT = ("everyday-tasks", "cap-tightening", "book-pinch-lift", "heel-toe-walk")
FIRST, LATER, TWO_TESTS = 15, 10, 8
SLOW_READER = 200
SLOWER_BY = 1.5
"""So many minutes more the first check takes who reads 200 words a minute."""


def checks(folder, tests: tuple[str, ...], words_a_minute: float = WORDS_A_MINUTE) -> list[Pace]:
    """The first three checks of these tests, a week apart."""
    clock, read = StandingClock(NOW), set[str]()
    made = []
    with opened(folder, clock=clock) as ws:
        for _ in range(3):
            made.append(paced(ws, clock, tests, read, words_a_minute))
            clock.time += timedelta(days=7)
    return made


def told(pace: Pace) -> str:
    """Where the time went, for whoever has to find some."""
    return f"{pace.minutes():.1f} min: " + ", ".join(f"{k} {v:.0f} s" for k, v in pace.spent.most_common())


def test_the_first_check_takes_at_most_a_quarter_of_an_hour_and_later_ones_ten_minutes(tmp_path):
    first, *later = checks(tmp_path, DEFAULT)
    assert first.minutes() <= FIRST, told(first)
    for pace in later:
        assert pace.minutes() <= LATER, told(pace)


def test_who_reads_slowly_takes_little_longer(tmp_path):
    first, *later = checks(tmp_path, DEFAULT, SLOW_READER)
    assert first.minutes() <= FIRST + SLOWER_BY, told(first)
    for pace in later:
        assert pace.minutes() <= LATER, told(pace)


@pytest.mark.parametrize("tests", combinations(DEFAULT, 2), ids=" and ".join)
def test_two_tests_take_at_most_eight_minutes_once_they_are_known(tmp_path, tests):
    for pace in checks(tmp_path, tests)[1:]:
        assert pace.minutes() <= TWO_TESTS, told(pace)


@contextmanager
def steps_of(folder) -> Iterator[list[object]]:
    """The steps of a first default check, in their order."""
    with opened(folder) as ws:
        sitting, made = begin(ws, DEFAULT, lambda: True), []
        while not isinstance(step := next_step(sitting), OverStep):
            made.append(step)
            sitting = answer(ws, sitting, step, usual(step))
        yield made


def test_the_everyday_questions_fill_the_rests_and_the_longer_rests_take_more_of_them(tmp_path):
    with steps_of(tmp_path) as steps:
        asked = [i for i, s in enumerate(steps) if isinstance(s, QuestionStep)]
        assert asked
        for i in asked:
            before = [s for s in steps[:i] if isinstance(s, TrialStep)]
            after = [s for s in steps[i:] if isinstance(s, TrialStep)]
            assert before[-1].protocol == after[0].protocol, "within one test, where a rest is"
