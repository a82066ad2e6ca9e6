"""What a sitting leaves behind: the check, and what it taught about the person."""

from datetime import date

from strengthcheck.guide.outcome import check_of, object_of, profile_after
from strengthcheck.guide.state import Sitting
from strengthcheck.model.check import BySide, Context
from strengthcheck.model.event import ExpectAnswer, FitsAnswer, ReadyAnswer, TodayAnswer
from strengthcheck.model.profile import FitAnswer, NamedObject, Profile

from .people import asked, grip, protocol, sitting, skip, take, through, walk

TODAY = date(2026, 11, 23)


def whole(*tests, **given) -> Sitting:
    return through(sitting(*tests), **given)


def test_nothing_made_leaves_no_check():
    assert check_of(sitting(protocol())) is None


def test_the_check_says_what_was_expected_and_how_the_day_was():
    state = whole(
        protocol(),
        today=TodayAnswer(context=Context(sleep_hours=6, worry=7)),
        expect=ExpectAnswer(expected={"cap": BySide(left="weaker", right="as_usual")}),
    )
    check = check_of(state)
    assert check is not None
    assert check.context == Context(sleep_hours=6, worry=7)
    assert check.results[0].expected == BySide(left="weaker", right="as_usual")
    assert check.planned
    assert check.results[0].protocol_version == 1


def test_a_day_left_empty_is_no_context():
    check = check_of(whole(protocol()))
    assert check is not None
    assert check.context is None


def test_the_object_named_at_the_test_is_the_results_object():
    state = whole(protocol(), ready=ReadyAnswer(object="red jar"))
    check = check_of(state)
    assert check is not None
    assert check.results[0].object == "red jar"


def test_the_object_known_from_before_is_used_when_none_is_named():
    known = Profile(objects=(NamedObject(protocol="cap", name="blue bottle"),))
    state = sitting(protocol(), profile=known)
    assert object_of(take(state, "ready/cap", ReadyAnswer()), protocol(), None) == "blue bottle"
    assert object_of(sitting(protocol(fit=None), profile=known), protocol(fit=None), None) is None


def test_parts_are_objects_of_their_own():
    check = check_of(whole(walk()))
    assert check is not None
    assert [r.object for r in check.results] == ["heels", "toes"]


def test_a_side_that_was_always_hard_leaves_no_trace_of_its_skip():
    fits = FitsAnswer(fits={"left": "always_hard", "right": "fine"})
    state = take(whole(protocol(), **{"trial/cap//left/1": skip("left")}), "fit/cap", fits)
    check = check_of(state)
    assert check is not None
    assert {t.side for t in check.results[0].trials} == {"right"}


def test_kilograms_are_kept_as_entered():
    check = check_of(whole(grip()))
    assert check is not None
    assert [t.values for t in check.results[0].trials] == [{"force": 30.5}] * 6


def test_the_profile_learns_fits_and_objects_once():
    before = Profile(
        fits=(FitAnswer(protocol="cap", side="left", fit="always_hard"),),
        objects=(NamedObject(protocol="cap", name="old"), NamedObject(protocol="jar", name="kept")),
    )
    state = sitting(protocol(), asked(), profile=before)
    state = take(state, "fit/cap", FitsAnswer(fits={"left": "fine", "right": "fine"}))
    state = take(state, "ready/cap", ReadyAnswer(object="new"))
    after = profile_after(state, TODAY)
    assert after.fit("cap", "left") == "fine"
    assert len(after.fits) == 2
    assert (after.object_for("cap"), after.object_for("jar")) == ("new", "kept")
    assert after.set_up_on == TODAY


def test_a_profile_that_is_set_up_stays_dated():
    done = Profile(set_up_on=date(2026, 1, 1))
    assert profile_after(sitting(protocol(), profile=done), TODAY).set_up_on == date(2026, 1, 1)
