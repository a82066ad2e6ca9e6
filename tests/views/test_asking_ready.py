"""One test before it starts: every key and every name, without a face."""

import pytest

from strengthcheck.guide.steps import ReadyStep
from strengthcheck.model.event import ReadyAnswer
from strengthcheck.views.steps.ready import ReadyAsking
from strengthcheck.views.steps.testing import UNNAMED
from tests.guide.people import protocol, walk
from tests.views.presses import outcome, pressed


def ready(known: str | None = None, former: ReadyAnswer | None = None, test=None) -> ReadyAsking:
    step = ReadyStep(key="ready/cap", protocol=test or protocol(), known_object=known)
    return ReadyAsking.of(step, former)


def test_a_test_without_an_object_is_ready_by_enter() -> None:
    asking = ready(test=walk(fit=None)).naming()
    assert outcome(asking, "enter") == ReadyAnswer()
    assert asking.press("o") is None


def test_the_object_used_last_stays_and_can_be_another_one() -> None:
    asking = ready("blue bottle").naming()
    assert outcome(asking, "enter") == ReadyAnswer(object="blue bottle")
    assert pressed(asking, "o").answered("green bottle").out == ReadyAnswer(object="green bottle")
    assert ready("blue bottle", ReadyAnswer(object="red one")).named == "red one"


@pytest.mark.parametrize("asking", [ready().naming(), pressed(ready(), "enter")])
def test_a_name_is_asked_for_at_once_or_before_going_on(asking: ReadyAsking) -> None:
    assert asking.typing
    assert asking.answered("  blue bottle ").out == ReadyAnswer(object="blue bottle")


def test_without_a_name_it_is_said_once_what_that_means() -> None:
    warned = ready().naming().answered("  ")
    assert UNNAMED in str(warned.page())
    assert warned.answered("").out == ReadyAnswer()
    assert warned.answered("blue bottle").out == ReadyAnswer(object="blue bottle")


def test_who_leaves_the_field_goes_on_without_a_name() -> None:
    aside = pressed(ready().naming(), "escape")
    assert not aside.typing
    assert outcome(aside, "enter") == ReadyAnswer()


def test_while_a_name_is_typed_every_other_key_is_the_fields() -> None:
    for key in ("b", "l", "o", "x"):
        assert ready().naming().press(key) is None


def test_a_whole_test_is_left_out_with_a_reason() -> None:
    why = pressed(ready("blue bottle"), "l")
    assert outcome(why, "4") == ReadyAnswer(left_out="no time for it today")
    for back in ("b", "escape"):
        assert pressed(why, back) == ready("blue bottle")
    assert why.press("enter") is why


def test_a_name_has_a_length() -> None:
    assert len(ready().naming().answered("x" * 1000).out.object) == 200
