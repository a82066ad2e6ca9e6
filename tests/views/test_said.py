import re
from datetime import date, timedelta
from itertools import product
from typing import get_args
from uuid import UUID

import pytest

from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.check import Trial
from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.reading import (
    Course,
    GapReading,
    Odds,
    Reading,
    RecordReading,
    Rule,
    SideReading,
    UsualRange,
)
from strengthcheck.views.compare import compare_view
from strengthcheck.views.rules import RULES
from strengthcheck.views.said import Moment, leading, sentences
from strengthcheck.wording.catalogue import every_sentence
from strengthcheck.wording.forbidden import forbidden_in
from strengthcheck.wording.reading import course_words, way_of
from tests.analysis.making import LADDER, START, force, kept, lookup, protocol
from tests.views import reads
from tests.views.reads import check, result

TODAY = date(2026, 6, 10)
NEXT = date(2026, 6, 24)
NOW = Moment(TODAY, NEXT)
RANGE = UsualRange(centre=31, low=27.5, soft=29, high=35, error=0.06, values=6, provisional=False)
COURSES: tuple[Course, ...] = get_args(Course)


def side(course: Course = "usual", **more: object) -> SideReading:
    defaults = {"rule": "nothing_spoke", "range": RANGE, "last": 30.0, "change": -0.02}
    return SideReading.model_validate({"course": course, **defaults, **more})


def read(left: SideReading, right: SideReading | None = None, *, checks: int = 6, **gap: object) -> ReadPair:
    grip = protocol(short="Grip device")
    done = [kept(28 * i, force("left", 30), force("right", 33)) for i in range(checks)]
    (pair,) = pairs_of(done, lookup(grip))
    reading = Reading(
        left=left,
        right=right or side(),
        gap=GapReading.model_validate({"course": "usual", **gap}),
        worth_showing=left.raised and not left.explained,
    )
    days = tuple((START + timedelta(days=28 * i)).date() for i in range(checks))
    return ReadPair(pair, tuple(UUID(int=i) for i in range(checks)), days, reading)


def said(*args, now: Moment = NOW, **kw) -> dict[str, str]:
    return {s.id: s.text for s in sentences(read(*args, **kw), now)}


def test_both_sides_as_usual_are_one_plain_sentence():
    assert said(side()) == {"usual": "Left and right are where they usually are."}


def test_the_first_checks_say_how_many_are_made():
    early = side("too_early", range=None)
    assert said(early, early, checks=2)["too_early"].startswith("2 of 3.")


def test_the_third_check_hands_over_a_measure_of_ones_own():
    early = side("too_early")
    text = said(early, early, checks=3)["range.set"]
    assert "Grip device left 27.5 to 35 kg, right 27.5 to 35 kg" in text


def test_a_low_day_says_no_need_to_repeat_and_the_next_date():
    text = said(side("one_low", spoke=(5,)))["one_low"]
    assert "Grip device, left hand, was lower than your usual, once." in text
    assert "Off days can do that" in text
    assert text.endswith("24 June tells more.")


def test_a_date_that_went_by_is_not_said_to_tell():
    gone = Moment(TODAY, TODAY - timedelta(days=1))
    assert "the next planned check" in said(side("one_low", spoke=(5,)), now=gone)["one_low"]
    today = Moment(TODAY, TODAY)
    assert "the next planned check" not in said(side("one_low", spoke=(5,)), now=today)["one_low"]


def test_several_low_checks_running_are_never_called_once():
    text = said(side("one_low", spoke=(3, 4, 5)))
    assert "one_low" not in text
    assert "on the last 3 planned checks" in text["low_running"]


def test_nothing_soothing_stands_beside_a_side_that_could_not():
    never = Trial(side="left", could_not=True)
    done = [kept(28 * i, never, force("right", 33)) for i in range(6)]
    (pair,) = pairs_of(done, lookup(protocol(short="Grip device")))
    days = tuple(k.check.started_at.date() for k in done)
    early = side("too_early", range=None)
    reading = Reading(left=early, right=side(), gap=GapReading(course="usual"), worth_showing=False)
    shown = view(ReadPair(pair, tuple(k.check.id for k in done), days, reading))
    assert shown.headline == ()
    assert [s.id for s in shown.rows[0].said] == ["cannot_now"]


def test_the_first_check_back_in_range_promises_nothing_before_the_next():
    text = said(side("one_low", spoke=(4,)))["back.once"]
    assert "back in your usual range after the low result of 27 April" in text
    assert "24 June shows whether it stays there" in text
    assert "did not stay" not in text


def test_the_first_check_after_a_long_pause_says_so_and_does_not_wait_for_a_lost_task():
    low = read(side("one_low", spoke=(5,)))
    after = low._replace(reading=low.reading.model_copy(update={"after_pause": True}))
    (told,) = sentences(after, NOW)
    assert told.id == "return"
    assert told.text.startswith("After a long pause, Grip device, left hand, is below its old range.")
    assert "If a task is gone, don't wait." in told.text


def test_a_higher_side_is_named():
    assert said(side("rising"))["rising"].startswith("Grip device, left hand, is higher than your usual.")


def test_with_three_checks_nothing_is_called_as_usual_yet():
    early = side("too_early")
    assert [s.id for s in view(read(early, early, checks=3)).headline] == ["too_early.nearly"]
    both = read(early, early, checks=3)
    assert "usual" not in [s.id for s in view(both).headline]


def test_a_record_of_a_test_without_sides_speaks_of_no_left_and_right():
    climbs = [check(i, result("stairs", "climb", both=6.0)) for i in range(8)]
    (made,) = (r for r in reads.read(climbs) if r.pair.measure.id == "climb")
    assert [s.id for s in view(made).headline] == ["usual.one", "usual.shape"]


def test_a_lasting_change_is_said_to_be_level_only_so_far():
    staying = said(side("low_and_staying", spoke=(3, 4, 5), raised=True))["low_and_staying"]
    assert "So far it isn't falling further, and it hasn't come back." in staying


def test_what_came_back_is_said_with_its_three_dates():
    text = said(side("came_back", spoke=(2, 4, 5)))["came_back"]
    assert "was low on 2 March and at your usual level on 27 April and 25 May" in text


def test_a_lasting_loss_names_the_date_the_checks_and_a_doctor():
    staying = said(side("low_and_staying", spoke=(3, 4, 5), raised=True))
    assert "since 30 March, on 3 planned checks" in staying["low_and_staying"]
    assert "falling.why" in staying
    falling = said(side("falling_and_staying", spoke=(3, 4, 5), raised=True, change=-0.172))
    assert "since 30 March, on 3 planned checks" in falling["falling"]
    assert "17 % below your usual on the latest two" in falling["falling"]
    assert "doctor within two weeks" in falling["falling"]


def test_a_time_that_grows_is_said_to_be_above_the_usual_where_less_is_better():
    climbs = [check(i, result("stairs", "climb", both=6.0 + 0.02 * i)) for i in range(6)]
    (made,) = (r for r in reads.read(climbs) if r.pair.measure.id == "climb")
    falling = side("falling_and_staying", spoke=(3, 4, 5), raised=True, change=-0.2)
    told = sentences(made._replace(reading=made.reading.model_copy(update={"left": falling})), NOW)
    assert [s.id for s in told] == ["falling.less", "falling.why"]
    assert "has been slower since" in told[0].text
    assert "is still slowing: 25 % above your usual on the latest two" in told[0].text


@pytest.mark.parametrize("course", COURSES)
def test_nothing_calls_a_slower_climb_low_lower_or_falling(course):
    climbs = [
        check(i, result("stairs", "climb", both=v)) for i, v in enumerate([6.1, 6.2, 6.2, 6.3, 6.2, 9.9])
    ]
    (made,) = (r for r in reads.read(climbs) if r.pair.measure.id == "climb")
    for spoke in ((), (4,), (5,), (4, 5), (3, 4, 5)):
        turned = made.side("both").model_copy(update={"course": course, "spoke": spoke, "change": -0.3})
        told = made._replace(reading=made.reading.model_copy(update={"left": turned}))
        shown = view(told)
        rows = [text for row in shown.rows for text in (*(s.told for s in row.sides), *row.rules)]
        text = " ".join([*(s.text for s in sentences(told, NOW)), *rows])
        assert not re.search(r"\b(low|lower|below|falling|higher)\b", text), text


def test_a_slower_climb_is_called_slow_once():
    climbs = [
        check(i, result("stairs", "climb", both=v))
        for i, v in enumerate([6.1, 6.2, 6.2, 6.3, 6.2, 6.2, 6.1, 9.9])
    ]
    (made,) = (r for r in reads.read(climbs) if r.pair.measure.id == "climb")
    (told,) = sentences(made, NOW)
    assert told.text.startswith("Stairs, both together, was slower than your usual, once.")
    assert view(made).rows[0].sides[0].told == "slow once"


def test_more_slips_are_called_worse_and_fewer_better():
    assert way_of("lower", "count").low == "worse"
    assert course_words("rising", way_of("lower", "count")) == "better"


LASTING = {"falling_and_staying": "falling", "low_and_staying": "low_and_staying"}


@pytest.mark.parametrize("lasting", LASTING)
@pytest.mark.parametrize("other", [c for c in COURSES if c not in LASTING])
def test_a_confirmed_loss_is_said_first_whichever_side_it_is_on(lasting, other):
    lost = side(lasting, spoke=(3, 4, 5), raised=True)
    beside = side(other, spoke=(5,))
    for left, right, named in ((lost, beside, "left hand"), (beside, lost, "right hand")):
        told = sentences(read(left, right), NOW)
        assert [s.id for s in told[:2]] == [LASTING[lasting], "falling.why"]
        assert named in told[0].text


def test_both_lost_sides_are_said_where_there_is_room_for_little():
    lost = side("falling_and_staying", spoke=(3, 4, 5), raised=True)
    shown = leading(sentences(read(lost, lost), NOW))
    assert [s.id for s in shown] == ["falling", "falling", "falling.why"]
    assert ["left hand" in shown[0].text, "right hand" in shown[1].text] == [True, True]
    assert [s.id for s in leading(sentences(read(side("one_low", spoke=(5,))), NOW))] == ["one_low"]
    assert [s.id for s in leading(sentences(read(side(), last=-14.0), NOW))] == ["usual"]


def test_a_count_that_keeps_getting_worse_is_not_said_to_hold_so_far():
    falling = side("falling_and_staying", spoke=(3, 4, 5), raised=True, change=None)
    told = said(falling)
    assert "is still falling. Show this to a doctor within two weeks." in told["falling.count"]
    assert "low_and_staying" not in told


def test_evidence_that_is_the_other_sides_is_told_apart():
    odds = Odds(total=17.61, left=-3.02, right=18.7, both=0.66, needed=4.6, check=5)
    left = side(odds=odds)
    right = side(
        "falling_and_staying", spoke=(4, 5), raised=True, odds=odds.model_copy(update={"needed": 5.6})
    )
    line = view(read(left, right)).rows[0].rules[2]
    assert line == (
        "Both sides read together: evidence of a lasting loss 17.6 (left −3, right 18.7, both 0.7), which "
        "counts for a side that leads; needed 4.6 for the left hand, 5.6 for the right hand."
    )


def test_what_holds_for_both_sides_is_said_once():
    early = side("too_early", rule="fewer_than_four", range=None)
    assert view(read(early, early, checks=2)).rows[0].rules == (
        "Left hand and right hand: fewer than four values; the fourth is the first that can be compared.",
    )


STEADY = [30, 31, 29.5, 30.5, 30, 31, 30]
CALM = [32, 33, 31.5, 32.5, 32, 33, 32, 32.5, 32, 32.5, 32, 33, 32.5, 32, 32.5, 32, 33]


def told_of(left: list[float]) -> dict[str, str]:
    (row,) = reads.compared(reads.grips(left, CALM[: len(left)])).rows
    return {s.id: s.text for s in row.said}


def test_the_test_that_dipped_and_came_back_says_when():
    after = [*STEADY, 22, 30, 30.5, 30, 31, 30, 30.5]
    assert (
        told_of(after)["dips.back"]
        == "Grip device, left hand: low on 20 July, in its usual range since 17 August."
    )
    assert "dips.back" not in told_of(STEADY)


@pytest.mark.parametrize("after", [(22,), (22, 30), (22, 30, 30.5), (22, 26, 26.5)])
def test_a_dip_that_is_open_or_said_already_is_not_said_to_be_back(after):
    assert "dips.back" not in told_of([*STEADY, *after])


def test_beside_a_lasting_loss_of_another_test_no_dip_is_said_to_be_back():
    dipped = [*STEADY[:6], 22, 30, 30.5, 30, 31, 30, 30.5, 30]
    losing = [*CALM[:8], 31, 29.5, 28, 26.5, 25, 23.5]
    first = reads.grips(dipped, CALM[:14])
    second = [
        check(200 + i, result("grip-device", "force", "two", left=30 + i % 2, right=r), day=28 * i + 1)
        for i, r in enumerate(losing)
    ]
    rows = reads.compared([*first, *second]).rows
    assert [row.said[0].id for row in rows] == ["falling", "usual"]
    assert "dips.back" not in [s.id for row in rows for s in row.said]
    assert "dips.back" in told_of(dipped)


def test_of_several_dips_the_last_one_has_its_day():
    twice = told_of([*STEADY[:6], 22, 30, 30.5, 22, 30.5, 30, 31, 30.5, 30, 30.5])["dips.back"]
    assert "low twice, lastly on 14 September, in its usual range since 12 October" in twice


def test_a_loss_after_an_entered_event_says_the_event_and_until_when():
    event = BodyEvent(on=date(2026, 3, 20), what="injury", side="left", text="sprained wrist")
    lasting = side("low_and_staying", spoke=(3, 4, 5), raised=True, explained=True)
    text = said(lasting, now=Moment(TODAY, NEXT, (event,)))["injury"]
    assert "since sprained wrist on 20 March" in text
    assert "Not back by 15 May?" in text


def test_an_event_of_the_other_side_explains_nothing():
    event = BodyEvent(on=date(2026, 3, 20), what="injury", side="right", text="sprained wrist")
    lasting = side("low_and_staying", spoke=(3, 4, 5), raised=True, explained=True)
    assert "injury" not in said(lasting, now=Moment(TODAY, NEXT, (event,)))


def test_a_difference_without_change_is_called_ordinary_and_never_beside_a_loss():
    assert "gap" in said(side(), last=-14.0)
    assert "gap" not in said(side(), last=-3.0)
    assert "gap" not in said(side("low_and_staying", spoke=(4, 5), raised=True), last=-14.0)


@pytest.mark.parametrize(
    ("running", "ids"), [(1, []), (2, ["still_does"]), (4, ["still_does", "still_does.mention"])]
)
def test_one_rung_lower_is_still_done_and_mentioned_from_the_fourth(running, ids):
    assert [i for i in said(side(lower_running=running)) if i.startswith("still")] == ids


@pytest.mark.parametrize(("left", "right"), product(COURSES, COURSES))
def test_every_pair_of_courses_has_its_words_without_a_forbidden_one(left, right):
    sources = {s.id: s.source for s in every_sentence()}
    pair = read(side(left, spoke=(3, 4, 5)), side(right, spoke=(2, 4, 5)))
    for s in sentences(pair, NOW):
        assert forbidden_in(s.text) == ()
        assert s.source == sources[s.id]
        assert "{" not in s.text


def test_every_rule_has_its_words():
    assert set(RULES) == set(get_args(Rule))
    assert not any(forbidden_in(text) for text in RULES.values())


GAP = {"last": -16.0, "centre": -6.0, "low": -14.0, "high": 3.0}


def view(*pairs: ReadPair, worth: bool = False, months: int | None = 7):
    record = RecordReading(pairs=(), limbs=(), worth_showing=worth)
    return compare_view(pairs, record, NOW, slow_months=months)


def test_an_empty_record_says_nothing():
    empty = view()
    assert empty.headline == ()
    assert empty.caveat is None


def test_what_is_worth_showing_stands_first_and_has_no_soothing_caveat():
    lasting = read(side("falling_and_staying", spoke=(4, 5), raised=True))
    shown = view(read(side()), lasting, worth=True)
    assert shown.headline[0].text.startswith("Grip device, left hand: worth showing to a doctor")
    assert shown.rows[0].sides[0].told == "lower and still falling"
    assert shown.caveat is None


def test_a_steady_half_year_may_speak_of_its_shape_with_one_caveat_last():
    shown = view(read(side()))
    assert [s.id for s in shown.headline] == ["usual", "usual.shape"]
    assert shown.caveat is not None
    assert "7 months" in shown.caveat.text


def test_many_checks_within_a_few_weeks_have_no_shape_to_speak_of():
    hasty = read(side())
    for apart, told in ((0, ["usual"]), (11, ["usual"]), (12, ["usual", "usual.shape"])):
        days = tuple(START.date() + timedelta(days=apart * i) for i in range(6))
        assert [s.id for s in view(hasty._replace(days=days)).headline] == told


def test_a_side_that_is_higher_is_not_said_to_be_where_it_usually_is():
    assert [s.id for s in view(read(side("rising"))).headline] == ["usual.shape"]
    assert view(read(side("rising"), checks=5)).headline == ()


def test_the_gap_is_never_said_to_be_lost_for_a_side_that_gained():
    gained = read(side("rising"), course="low_and_staying", rule="raised", lost="right", **GAP)
    line = view(gained).rows[0].rules[-1]
    assert line.startswith(
        "Gap: latest −16 %, usual −6 % (−14 to 3 %); the model prefers a lasting change of it"
    )
    assert "loss" not in line


def test_a_side_that_never_could_is_not_said_to_have_been_left_out():
    never = side("too_early", rule="no_values", range=None, last=0.0, change=None, could_not=(0, 1))
    assert (
        view(read(never)).rows[0].rules[0].startswith("Left hand: could not, on every planned check so far")
    )
    missing = side("too_early", rule="no_values", range=None, last=None, change=None)
    assert "has a value for this side yet" in view(read(missing)).rows[0].rules[0]


def test_the_shape_is_not_spoken_of_while_a_side_is_low_once():
    assert view(read(side("one_low", spoke=(5,)))).headline == ()


def test_a_row_shows_values_with_units_and_recomputable_rules():
    row = view(read(side(), last=-9.0, centre=-6.0, low=-14.0, high=3.0)).rows[0]
    left, right = row.sides
    assert (left.usual, left.latest, left.latest_on) == ("27.5 to 35 kg", "30 kg", "25 May")
    assert right.latest == "33 kg"
    assert row.gap == "−9 %"
    assert row.rules[0].startswith(
        "Left hand and right hand: no rule spoke; centre 31 kg of values 2 to 7, error of one check 6 %, "
        "known from 6 checks, low below 27.5 kg"
    )


def test_ladders_and_tests_without_sides_are_told_in_words():
    walk = protocol("walk", (LADDER,), "leg", short="Heels and toes")
    done = [kept(7 * i, *(_rung(s, 3) for s in ("left", "right")), p=walk) for i in range(4)]
    (pair,) = pairs_of(done, lookup(walk))
    usual = RANGE.model_copy(update={"centre": 3})
    rungs = ReadPair(
        pair,
        tuple(k.check.id for k in done),
        tuple(k.check.started_at.date() for k in done),
        Reading(
            left=side(range=usual),
            right=side(range=usual),
            gap=GapReading(course="usual"),
            worth_showing=False,
        ),
    )
    row = view(rungs).rows[0]
    assert row.sides[0].name == "left leg"
    assert row.sides[0].latest == "as usual for me"
    assert row.sides[0].change == ""
    assert row.gap == ""


def _rung(side: str, rung: int):
    return Trial.model_validate({"side": side, "values": {"ladder": rung}})
