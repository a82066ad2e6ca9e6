"""A check before its date: every key, every line and the ten minutes, without a face."""

from datetime import UTC, date, datetime

import pytest

from strengthcheck.views.steps.before import WAIT_SECONDS
from strengthcheck.views.steps.early import EarlyAsking
from strengthcheck.views.urges import EarlyFacts, EarlyTold
from tests.views.presses import outcome, pressed

OPENED = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FACTS = EarlyFacts(date(2026, 11, 23), (), (), ())
START = 1000.0


def early(facts: EarlyFacts | None = FACTS) -> EarlyAsking:
    return EarlyAsking(3, facts, OPENED, START)


def offer() -> EarlyAsking:
    """Worry 8 before, 20 self-tests in the week."""
    return pressed(early(), "2", "8", "enter", "2", "0", "enter")


def test_a_loss_needs_no_check() -> None:
    assert outcome(early(), "1") == (EarlyTold(reason="loss"), "loss")


def test_something_else_hears_what_an_extra_check_is() -> None:
    extra = pressed(early(), "3")
    assert outcome(extra, "1") == (EarlyTold(reason="other"), "leave")
    assert outcome(extra, "2") == (EarlyTold(reason="other"), "check")


def test_worry_is_asked_before_and_after_the_ten_minutes() -> None:
    after = pressed(offer(), "1").at(START + WAIT_SECONDS)
    assert after.page().title == "How strong is the worry now?"
    assert outcome(after, "3", "enter", "1") == (EarlyTold("worry", 8, 3, 20, WAIT_SECONDS), "leave")


def test_the_wait_goes_on_by_itself_only_when_it_is_over() -> None:
    waiting = pressed(offer(), "enter")
    assert waiting.at(START + WAIT_SECONDS - 1).waiting
    assert "About 1 minute left." in str(waiting.at(START + WAIT_SECONDS - 1).page())
    assert not waiting.at(START + WAIT_SECONDS).waiting


def test_during_the_wait_it_can_be_left_or_gone_on_with() -> None:
    waiting = pressed(offer(), "1").at(START + 90.4)
    assert outcome(waiting, "l").told.waited == 90
    assert pressed(waiting, "o").page().title == "How strong is the worry now?"
    assert outcome(waiting, "o", "enter", "2") == (EarlyTold("worry", 8, None, 20, 90), "check")


def test_a_wait_that_was_gone_back_from_runs_on() -> None:
    back = pressed(pressed(offer(), "1").at(START + 60), "b")
    assert back.page().title == "Give it ten minutes first?"
    again = pressed(back.at(START + 100), "1")
    assert again.left == WAIT_SECONDS - 100
    assert pressed(back.at(START + 2 * WAIT_SECONDS), "1").left == WAIT_SECONDS, "a new one where it is over"


def test_the_offer_can_be_declined_either_way() -> None:
    assert outcome(offer(), "2") == (EarlyTold("worry", 8, None, 20), "leave")
    assert outcome(offer(), "3", "2") == (EarlyTold("worry", 8, None, 20), "check")


def test_self_tests_are_asked_about_only_where_it_is_kept() -> None:
    assert pressed(early(None), "2", "8", "enter").page().title == "Give it ten minutes first?"


@pytest.mark.parametrize("typed", [(), ("4", "backspace")])
def test_every_figure_may_stay_open(typed: tuple[str, ...]) -> None:
    told = outcome(early(), "2", *typed, "enter", *typed, "enter", "2").told
    assert (told.before, told.self_tests) == (None, None)


def test_a_line_is_a_whole_figure_and_what_is_none_is_said() -> None:
    worry = pressed(early(), "2")
    assert worry.answered("12").page().note == "Type a whole number from 0 to 10."
    tests = worry.answered("12").answered("8")
    assert tests.answered("many").page().note
    assert tests.answered("many").answered("20").told == EarlyTold("worry", 8, None, 20)
    assert pressed(tests, "2", "0", "enter").told == tests.answered("20").told


def test_each_page_leads_back_to_the_one_before_and_the_first_one_out() -> None:
    for back in ("b", "escape"):
        titles = [
            asking.page().title
            for asking in (
                early(),
                pressed(offer(), "3", back),
                pressed(offer(), "1", back, back),
                pressed(early(), "2", "8", "enter", back),
                pressed(early(), "2", back),
            )
        ]
        first, worry = titles[0], "How strong is the worry, before anything else?"
        assert titles == [first, first, worry, worry, first]
        assert early().press(back) is None


def test_what_was_told_stays_when_one_goes_back_and_is_told_anew_by_its_first_digit() -> None:
    back = pressed(offer(), "b")
    assert pressed(back, "enter", "enter").told == offer().told
    assert pressed(back, "4", "enter", "5", "enter").told == EarlyTold("worry", 4, None, 5)
    one = pressed(early(), "2", "1", "enter", "enter", "b")
    assert pressed(one, "0", "enter").told.before == 0, "the 1 was told, not typed"
    assert pressed(back, "backspace", "enter", "backspace", "enter").told == EarlyTold("worry")


def test_other_keys_are_left_to_others() -> None:
    for asking in (early(), pressed(early(), "2"), offer(), pressed(offer(), "1"), pressed(early(), "3")):
        assert asking.press("x") is None
