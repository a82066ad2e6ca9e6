"""A sleep of the machine is told from a machine that is busy."""

from datetime import timedelta

import pytest

from strengthcheck.guide.watch import Watch

from .people import START


def slept(*, wall: float, monotonic: float, beat: float, expected: float = 0.5) -> bool:
    """So many seconds after the watch began, by each clock."""
    began = Watch(START, 1000.0, 50.0)
    return began.slept(START + timedelta(seconds=wall), 1000.0 + monotonic, 50.0 + beat, expected)


def test_clocks_that_go_together_are_no_sleep():
    assert not slept(wall=0.5, monotonic=0.5, beat=0.5)
    assert not slept(wall=1.9, monotonic=1.9, beat=1.9), "a machine that is busy for a moment"


@pytest.mark.parametrize("wall", [3.0, 3600.0, -3600.0])
def test_clocks_that_part_are_a_sleep_or_a_clock_that_was_set(wall):
    assert slept(wall=wall, monotonic=0.5, beat=0.5)


def test_a_heartbeat_that_comes_far_too_late_is_a_stop():
    assert slept(wall=2.5, monotonic=2.5, beat=2.5), "the monotonic clock went on while it was stopped"


def test_a_heartbeat_that_was_not_due_sooner_is_none():
    assert not slept(wall=4.0, monotonic=4.0, beat=4.0, expected=3.5)
    assert slept(wall=5.0, monotonic=5.0, beat=5.0, expected=3.5)


def test_each_heartbeat_is_held_against_the_one_before():
    later = Watch(START, 1000.0, 50.0).beating(60.0)
    assert not later.slept(START + timedelta(seconds=10.5), 1010.5, 60.5, 0.5)
