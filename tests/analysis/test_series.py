import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.analysis.series import flagged, limbs_of, pairs_of, value_of
from strengthcheck.model.check import Context, Trial
from tests.analysis.making import CLIMB, FORCE, LADDER, force, kept, lookup, protocol

GRIP = protocol()
FIND = lookup(GRIP)


def values(checks, side="left", find=FIND):
    (pair,) = pairs_of(checks, find)
    return [p.value for p in pair.points.get(side, ())]


def entering(checks, side="left", find=FIND):
    return [p.value for pair in pairs_of(checks, find) for p in pair.entering(side)]


def test_each_check_gives_the_mean_of_its_valid_trials():
    assert values([kept(0, force("left", 30), force("left", 32), force("right", 40))]) == [31]


def test_marking_a_trial_invalid_equals_never_having_had_it():
    with_it = kept(0, force("left", 30), force("left", 12, invalid="slipped"))
    assert values([with_it]) == values([kept(0, force("left", 30))])


def test_a_skip_is_not_a_zero():
    assert values([kept(0, Trial(side="left", skipped="sore thumb"), force("right", 40))]) == []


def test_could_not_is_zero_and_never_missing():
    assert values([kept(0, Trial(side="left", could_not=True), force("right", 40))]) == [0.0]


def test_could_not_among_values_counts_forty_per_cent_worse_than_their_mean():
    missed = Trial(side="left", could_not=True)
    higher = [Trial(side="left", values={"force": 30}), Trial(side="left", values={"force": 30}), missed]
    assert value_of(higher, FORCE) == pytest.approx((30 + 30 + 18) / 3)
    lower = [Trial(side="left", values={"climb": 6}), Trial(side="left", values={"climb": 6}), missed]
    assert value_of(lower, CLIMB) == pytest.approx((6 + 6 + 10) / 3)


def test_a_rung_is_the_upper_median_of_the_tries():
    def rungs(*given):
        return value_of([Trial(side="left", values={"ladder": r}) for r in given], LADDER)

    assert rungs(3, 1) == 3
    assert rungs(1, 3, 1) == 1
    assert value_of([Trial(side="left", could_not=True)], LADDER) == 0


def test_extra_checks_stay_visible_and_do_not_enter():
    checks = [kept(0, force("left", 30)), kept(3, force("left", 20), planned=False)]
    assert values(checks) == [30, 20]
    assert entering(checks) == [30]


def test_a_sore_limb_is_set_aside_and_the_other_one_is_not():
    sore = Context(soreness=6, where=("left_arm",))
    checks = [kept(0, force("left", 30), force("right", 30), context=sore)]
    assert entering(checks, "left") == []
    assert entering(checks, "right") == [30]


def test_being_ill_sets_every_limb_aside():
    ill = Context(ill=True, where=("left_leg",))
    checks = [kept(0, force("left", 30), force("right", 30), context=ill)]
    assert entering(checks, "left") + entering(checks, "right") == []


@pytest.mark.parametrize(
    ("context", "why"),
    [
        (None, None),
        (Context(), None),
        (Context(soreness=3), None),
        (Context(soreness=4), "sore"),
        (Context(pain=4), "sore"),
        (Context(hard_exercise=True), "sore"),
        (Context(hard_exercise=True, where=("right_leg",)), None),
        (Context(ill=True), "ill"),
        (Context(cold_hands=True, worry=9, sleep_hours=2), None),
    ],
)
def test_what_sets_a_limb_aside(context, why):
    assert flagged(context, "left_arm") == why


def test_of_six_planned_checks_running_at_most_two_are_set_aside():
    sore = Context(soreness=6)
    checks = [kept(28 * i, force("left", 30 + i), context=sore) for i in range(8)]
    assert entering(checks) == [32, 33, 34, 35]


def test_another_object_starts_another_series():
    checks = [kept(0, force("left", 30), object="red"), kept(7, force("left", 20), object="blue")]
    assert [p.key.object for p in pairs_of(checks, FIND)] == ["red", "blue"]


def test_a_better_sentence_in_a_shipped_test_starts_no_new_series_but_another_text_of_ones_own_does():
    checks = [kept(0, force("left", 30), sha="a" * 64), kept(7, force("left", 31), sha="b" * 64)]
    assert len(pairs_of(checks, FIND)) == 1
    assert len(pairs_of(checks, lookup(GRIP, own=True))) == 2


def test_times_from_a_phone_and_from_the_keyboard_are_never_mixed():
    stairs = protocol("stairs", (CLIMB,), "leg")

    def climb(seconds, timed_by):
        return Trial.model_validate({"side": "both", "values": {"climb": seconds}, "timed_by": timed_by})

    checks = [kept(0, climb(6, "phone"), p=stairs), kept(7, climb(7, "keyboard"), p=stairs)]
    pairs = pairs_of(checks, lookup(stairs))
    assert [p.key.timed_by for p in pairs] == ["phone", "keyboard"]
    with_missed = kept(14, climb(6, "phone"), Trial(side="both", could_not=True), p=stairs)
    assert [p.key.timed_by for p in pairs_of([with_missed], lookup(stairs))] == ["phone"]


def test_both_together_uses_both_limbs():
    assert limbs_of(protocol(body="leg"), "both") == ("left_leg", "right_leg")
    assert limbs_of(protocol(body="none"), "left") == ()


def test_a_result_whose_test_is_not_known_gives_no_series():
    assert pairs_of([kept(0, force("left", 30), p=protocol("unheard-of"))], FIND) == ()


@given(st.permutations(range(6)))
def test_the_order_of_entry_changes_nothing(order):
    checks = [kept(7 * i, force("left", 30 + i), force("right", 40 - i)) for i in range(6)]
    assert pairs_of([checks[i] for i in order], FIND) == pairs_of(checks, FIND)
