import random
from datetime import timedelta

import pytest

from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import read_whole
from strengthcheck.model.check import Trial
from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.protocol import Measure
from tests.analysis.making import CLIMB, FORCE, LADDER, START, force, kept, lookup, protocol

DAYS = [0, 7, 14, *range(42, 42 + 28 * 13, 28)]
GRIP = protocol()
WALK = protocol("walk", (LADDER,), "leg")


def grips(left=lambda d: 31.0, right=lambda d: 34.0, noise=0.03, **more):
    r = random.Random(7)

    def scattered(value):
        return value * (1 + r.gauss(0, noise))

    return [
        kept(d, force("left", scattered(left(d))), force("right", scattered(right(d))), **more) for d in DAYS
    ]


def losing(d):
    return 31.0 * (1 - 0.05 * max(0.0, d - 120) / 30.4)


def whole(checks, *protocols, events=()):
    return read_whole(pairs_of(checks, lookup(*(protocols or (GRIP,)))), events)


def test_an_empty_record_reads_as_nothing():
    found = whole([])
    assert found.pairs == ()
    assert not found.record.worth_showing


def test_a_steady_record_is_not_worth_showing():
    found = whole(grips())
    (pair,) = found.pairs
    assert (pair.reading.left.course, pair.reading.right.course) == ("usual", "usual")
    assert not found.record.worth_showing
    assert found.confirm == ()


def test_a_lasting_loss_of_one_hand_names_that_hand_and_its_checks():
    (pair,) = whole(grips(left=losing)).pairs
    assert pair.reading.worth_showing
    assert pair.reading.raised == ("left",)
    assert pair.reading.right.course == "usual"
    lowest = pair.reading.left.spoke[-1]
    assert pair.checks[lowest] == grips()[lowest].check.id
    assert pair.days[0] == START.date()


def test_extra_checks_change_no_reading():
    more = [kept(d + 3, force("left", 12), planned=False, number=9_000_000 + d) for d in DAYS]
    assert whole([*grips(left=losing), *more]).record == whole(grips(left=losing)).record


def hurt(d):
    return 31.0 if d < 330 else 20.0


def told_on(day, **more):
    return BodyEvent.model_validate({"on": (START + timedelta(days=day)).date(), "what": "injury", **more})


def test_an_injury_of_that_arm_explains_a_fresh_loss():
    (pair,) = whole(grips(left=hurt, noise=0.01), events=(told_on(325, side="left", body="arm"),)).pairs
    (untold,) = whole(grips(left=hurt, noise=0.01)).pairs
    assert untold.reading.worth_showing
    assert pair.reading.left.raised
    assert pair.reading.left.explained
    assert not pair.reading.worth_showing


@pytest.mark.parametrize("wrong", [{"side": "right", "body": "arm"}, {"side": "left", "body": "leg"}])
def test_an_event_elsewhere_explains_nothing(wrong):
    (pair,) = whole(grips(left=hurt, noise=0.01), events=(told_on(325, **wrong),)).pairs
    assert not pair.reading.left.explained
    assert pair.reading.worth_showing


def both(values):
    return [Trial.model_validate({"side": s, "values": values(s)}) for s in ("left", "right")]


def test_a_ladder_that_falls_to_could_not_asks_for_its_confirming_check():
    rungs = dict.fromkeys(DAYS, 3) | {DAYS[-1]: 0}
    checks = [kept(d, *both(lambda s, d=d: {"ladder": rungs[d] if s == "left" else 3}), p=WALK) for d in DAYS]
    found = whole(checks, WALK)
    assert found.confirm == ("walk",)
    assert not found.record.worth_showing


def test_a_perfect_count_of_slips_is_not_could_not():
    slips = Measure(id="slips", name="Slips", unit="count", better="lower", low=0, high=99, typical_error=0.5)
    playing = protocol("instrument-playing", (slips,))
    checks = [kept(d, *both(lambda s, n=n: {"slips": n % 2}), p=playing) for n, d in enumerate(DAYS)]
    (pair,) = whole(checks, playing).pairs
    assert pair.reading.left.could_not == ()
    assert pair.reading.left.course == "usual"


def test_a_test_without_sides_is_read_on_its_own():
    stairs = protocol("stairs", (CLIMB,), "leg")
    r = random.Random(3)
    checks = [
        kept(
            d,
            Trial.model_validate({"side": "both", "values": {"climb": 6 * (1 + r.gauss(0, 0.04))}}),
            p=stairs,
        )
        for d in DAYS
    ]
    (pair,) = whole(checks, stairs).pairs
    assert pair.sides == ("both",)
    assert pair.side("both").course == "usual"


def test_results_for_each_side_and_for_both_are_never_mixed():
    mixed = [kept(0, force("left", 30), number=1), kept(7, force("both", 60), number=2)]
    found = whole(mixed)
    assert sorted(p.sides for p in found.pairs) == [("both",), ("left",)]


def test_two_checks_at_the_same_instant_are_read_without_an_error():
    assert whole([kept(0, force("left", 30), number=1), kept(0, force("left", 31), number=2)]).pairs


def test_scaling_the_unit_changes_no_course():
    kilograms = whole(grips(left=losing)).pairs[0].reading
    pounds = Measure(**{**FORCE.model_dump(), "high": 300})
    scaled = protocol("grip-device", (pounds,))
    checks = grips(left=lambda d: losing(d) * 2.2046, right=lambda d: 34 * 2.2046)
    other = whole(checks, scaled).pairs[0].reading
    assert (kilograms.left.course, kilograms.right.course) == (other.left.course, other.right.course)


@pytest.mark.parametrize("share", [0.45, 0.3, 0.1, 0.05])
def test_a_large_lasting_loss_is_said_at_its_second_check_and_never_later_than_a_small_one(share):
    short = DAYS[:7]
    checks = [
        kept(d, force("left", 31 * (share if d >= short[5] else 1)), force("right", 34 + n % 2))
        for n, d in enumerate(short)
    ]
    (pair,) = whole(checks).pairs
    assert pair.reading.raised == ("left",)


@pytest.mark.parametrize("share", [0.65, 0.5, 0.1])
def test_a_loss_right_after_the_first_three_checks_does_not_become_the_usual_level(share):
    checks = [
        kept(d, force("left", 31 * (share if n >= 3 else 1)), force("right", 34 + n % 2))
        for n, d in enumerate(DAYS[:9])
    ]
    (pair,) = whole(checks).pairs
    assert pair.reading.left.range is not None
    assert pair.reading.left.range.centre == pytest.approx(31, rel=0.02)
    assert pair.reading.left.course in ("one_low", "low_and_staying", "falling_and_staying")
