"""False comfort, measured on the whole program: many losing people, and what each was told."""

import pytest

from tests.walk.losing import GONE, followed, person

PEOPLE, PEOPLE_LONG = 12, 300
MOST_COMFORTED = 0.05
LATE_DAYS = 300
"""Nine in ten are told so many days after a tenth is truly gone (docs/reading.md has nine months)."""


@pytest.fixture(scope="module")
def told(tmp_path_factory, long):
    """What each of them was told; the long form has enough people for the share to mean something."""
    count = PEOPLE_LONG if long else PEOPLE
    return [followed(person(i), tmp_path_factory.mktemp("losing")) for i in range(count)]


@pytest.mark.timeout(1200)
def test_came_back_is_said_to_at_most_one_in_twenty_with_a_tenth_truly_gone(told):
    asked = [t for t in told if t.asked]
    assert len(asked) == len(told), f"everyone lost {GONE:.0%} within the two years"
    comforted = sum(t.came_back for t in asked)
    assert comforted <= max(1, MOST_COMFORTED * len(asked)), f"{comforted} of {len(asked)}"


@pytest.mark.timeout(1200)
def test_fewer_checks_are_proposed_to_at_most_one_in_twenty_with_a_tenth_truly_gone(told):
    comforted = sum(t.fewer for t in told)
    assert comforted <= max(1, MOST_COMFORTED * len(told)), f"{comforted} of {len(told)}"


def test_nine_in_ten_of_them_are_told_to_show_it(told):
    in_time = [t for t in told if t.shown_on is not None and t.shown_on <= t.tenth_on + LATE_DAYS]
    assert len(in_time) >= 0.9 * len(told)
