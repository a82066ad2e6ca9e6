"""Steps of one page: what each key means, without a face."""

from datetime import date

import pytest

from strengthcheck.guide.steps import AdviceStep, FollowUpStep, GatherStep, PracticeStep, SoreStep
from strengthcheck.model.event import Acknowledged, FollowUpAnswer
from strengthcheck.views.steps.before import SoreAsking, gather_asking
from strengthcheck.views.steps.danger import AdviceFacts, advice_asking
from strengthcheck.views.steps.testing import follow_up_asking, practice_asking
from strengthcheck.wording.numbers import numbers_for
from tests.guide.people import asked, protocol
from tests.views.presses import offered, outcome

TODAY = date(2026, 11, 23)


def advice(kind: str, *, in_check: bool = True):
    facts = AdviceFacts(numbers_for("GB"), None, date(2026, 12, 20), TODAY, in_check)
    return advice_asking(
        AdviceStep.model_validate({"key": "gate/advice", "advice": kind, "lines": (6,)}), facts
    )


@pytest.mark.parametrize(
    ("kind", "in_check", "keys"),
    [
        ("now", True, {"enter"}),
        ("today", True, {"enter", "g"}),
        ("book", True, {"enter", "l", "g"}),
        ("book", False, {"enter", "g"}),
        ("noted", True, {"enter"}),
    ],
)
def test_an_advice_takes_the_keys_that_it_names_and_no_other(
    kind: str, in_check: bool, keys: set[str]
) -> None:
    asking = advice(kind, in_check=in_check)
    assert offered(asking.page()) == keys
    assert {key for key in ("enter", "l", "g", "1", "b") if asking.press(key) is not None} == keys


def test_an_advice_is_gone_on_from_left_or_followed_by_the_page_for_a_doctor() -> None:
    assert outcome(advice("book"), "enter") == Acknowledged()
    assert outcome(advice("book"), "l") == "leave"
    assert outcome(advice("book"), "g") == "page"


def test_someone_sore_leaves_it_for_a_week_or_goes_on() -> None:
    asking = SoreAsking(SoreStep(key="sore", limbs=("left_arm",)), TODAY)
    left = asking.press("1")
    assert isinstance(left, SoreAsking)
    assert "soon enough" in str(left.page().blocks)
    assert outcome(left, "enter") == "leave"
    assert left.press("escape") == asking
    assert outcome(asking, "2") == Acknowledged()
    assert asking.press("enter") is None, "neither is the usual answer"


def test_what_was_the_matter_is_told_by_a_digit() -> None:
    tried = follow_up_asking(FollowUpStep(key="follow_up/cap", protocol=protocol(), part=None, side="left"))
    assert outcome(tried, "1") == FollowUpAnswer(because="slip")
    assert outcome(tried, "3") == FollowUpAnswer(because="weeks")
    assert tried.press("5") is None
    question = asked()
    told = follow_up_asking(
        FollowUpStep(key="follow_up/daily", protocol=question, part=question.parts[1], side="left")
    )
    assert outcome(told, "1") == FollowUpAnswer(because="passed"), "nothing was tried, so nothing slipped"


def test_on_with_what_is_at_hand_and_after_a_try_that_is_not_kept() -> None:
    assert (
        outcome(gather_asking(GatherStep(key="gather", protocols=(protocol(),))), "enter") == Acknowledged()
    )
    practice = practice_asking(PracticeStep(key="practice/cap/left", protocol=protocol(), side="left"))
    assert outcome(practice, "enter") == Acknowledged()
    assert practice.press("x") is None
