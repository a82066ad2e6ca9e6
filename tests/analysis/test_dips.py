from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from strengthcheck.analysis.days import CheckDay, day_of
from strengthcheck.analysis.dips import LowDays, again, blind_for, dips_of, low_days
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import ReadPair, read_whole
from strengthcheck.model.check import Context, Trial
from strengthcheck.views.dips import again_said, blind_said, count_said
from tests.analysis.making import LADDER, START, force, kept, lookup, protocol

FIRST = START.date()
EVERY = 28
TODAY = FIRST + timedelta(days=EVERY * 13)


def grip(left: Sequence[float]) -> tuple[ReadPair, ...]:
    """The left hand as given, the right one steady, every four weeks."""
    checks = [
        kept(i * EVERY, force("left", v), force("right", 30.0 + i % 2 / 10)) for i, v in enumerate(left)
    ]
    return read_whole(pairs_of(checks, lookup(protocol()))).pairs


def ladder(left: Sequence[int]) -> tuple[ReadPair, ...]:
    test = protocol("cap", (LADDER,))
    checks = [
        kept(
            i * EVERY,
            Trial(side="left", values={"ladder": v}),
            Trial(side="right", values={"ladder": 3}),
            p=test,
        )
        for i, v in enumerate(left)
    ]
    return read_whole(pairs_of(checks, lookup(test))).pairs


def test_a_low_day_has_come_back_after_two_usual_ones():
    dips = dips_of(grip([30, 30.2, 29.9, 30, 29.8, 30.1, 21, 30, 30.1]))
    assert low_days(dips) == LowDays(low=1, came_back=1, still_open=0)
    assert dips[0].side == "left"
    assert dips[0].days == (FIRST + timedelta(days=6 * EVERY),)


def test_two_usual_values_are_not_yet_counted_as_come_back_while_a_lasting_loss_may_still_be():
    early = dips_of(grip([30, 30.2, 29.9, 30, 21, 30, 30.1]))
    losing = dips_of(grip([30, 30.2, 29.9, 30, 29.8, 30.1, 26, 29, 28.8, 27, 27.5]))
    for dips in (early, losing):
        assert any(d.ended for d in dips)
        assert low_days(dips).came_back == 0


def test_a_low_day_with_one_usual_one_after_it_is_still_open():
    assert low_days(dips_of(grip([30, 30.2, 29.9, 30, 21, 30]))) == LowDays(1, 0, 1)


def test_a_steady_hand_has_no_low_day_and_nothing_is_said():
    dips = dips_of(grip([30, 30.2, 29.9, 30, 30.1, 30.3, 29.8]))
    assert low_days(dips) == LowDays(0, 0, 0)
    assert count_said(dips) is None


def test_two_tests_low_on_one_day_are_one_day():
    one = dips_of(grip([30, 30.2, 29.9, 30, 29.8, 30.1, 21, 30, 30.1]))
    other = dips_of(ladder([3, 3, 3, 3, 3, 3, 1, 3, 3]))
    assert low_days((*one, *other)) == LowDays(1, 1, 0)


def test_the_third_dip_and_recovery_in_a_year_is_said_and_two_are_not():
    two = [30, 30.2, 29.9, 21, 30, 30.1, 21, 30, 30]
    assert again(dips_of(grip(two)), TODAY) == ()
    three = [*two, 21, 30, 30]
    ((dip, count),) = again(dips_of(grip(three)), TODAY)
    assert (dip.side, count) == ("left", 3)
    (said,) = again_said(dips_of(grip(three)), TODAY)
    assert "has dipped and recovered 3 times" in said.text


def test_dips_longer_ago_than_a_year_are_not_held_against_anyone():
    three = [30, 30.2, 29.9, 21, 30, 30.1, 21, 30, 30, 21, 30, 30]
    assert again(dips_of(grip(three)), TODAY + timedelta(days=300)) == ()


@pytest.mark.parametrize("rung", [0, 1])
def test_a_task_that_was_gone_and_came_back_is_said_the_first_time(rung):
    dips = dips_of(ladder([3, 3, 3, 3, rung, 3, 3]))
    ((dip, count),) = again(dips, TODAY)
    assert (dip.deep, count) == (True, 1)
    (said,) = again_said(dips, TODAY)
    assert "recovered once" in said.text


def test_a_task_still_gone_is_no_recovery():
    assert again(dips_of(ladder([3, 3, 3, 3, 0, 3])), TODAY) == ()


def checks(*contexts: Context | None, planned: bool = True) -> tuple[CheckDay, ...]:
    made = (kept(i * EVERY, force("left", 30), context=c, planned=planned) for i, c in enumerate(contexts))
    return tuple(day_of(k.check) for k in made)


SORE = Context(soreness=6)


@pytest.mark.parametrize(
    ("contexts", "reason"),
    [
        ((SORE, SORE, SORE), "sore"),
        ((Context(ill=True), SORE, SORE), "several"),
        ((Context(hard_exercise=True),) * 3, "exercise"),
        ((Context(pain=5),) * 3, "pain"),
        ((SORE, None, SORE), None),
        ((SORE, SORE), None),
        ((None, SORE, SORE, SORE), "sore"),
        ((SORE, SORE, SORE, None), None),
        ((Context(soreness=6, where=("left_arm",)), Context(soreness=6, where=("right_leg",)), SORE), None),
    ],
)
def test_three_planned_checks_running_with_a_reason_are_said(contexts, reason):
    assert blind_for(checks(*contexts)) == reason
    assert (blind_said(checks(*contexts)) is None) is (reason is None)


def test_extra_checks_make_no_record_blind():
    assert blind_for(checks(SORE, SORE, SORE, planned=False)) is None


def test_the_days_are_those_of_the_checks_where_they_were_made():
    (dip,) = dips_of(grip([30, 30.2, 29.9, 30, 21]))
    assert dip.days == (date(2026, 4, 27),)
