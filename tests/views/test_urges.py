from datetime import UTC, date, datetime, timedelta

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.profile import Card, Urge
from strengthcheck.views.urges import (
    EarlyFacts,
    asks_self_tests,
    before_words,
    help_words,
    self_tests_words,
    typed_self_tests,
)
from strengthcheck.wording import early

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
CARD = Card(spot="left thumb", sensation="weak", began_on=date(2026, 9, 1), ended_on=date(2026, 9, 12))


def urge(days_ago: int, **more: object) -> Urge:
    return Urge.model_validate({"at": NOON - timedelta(days=days_ago), "reason": "worry", **more})


def facts(*urges: Urge, cards: tuple[Card, ...] = (), worries: tuple[float, ...] = ()) -> EarlyFacts:
    return EarlyFacts(TODAY, sorted(urges, key=lambda u: u.at, reverse=True), cards, worries)


def test_what_was_written_down_before_and_the_last_wait_are_shown():
    waited = urge(9, worry_before=8, worry_after=5, waited_seconds=600)
    assert before_words(facts(waited, cards=(CARD,))) == (
        "You wrote this down before: weak, left thumb, 1 September. It ended after 11 days.",
        "Last wait: worry 8 before, 5 after 10 minutes, without a test.",
    )


def test_when_the_last_time_ended_in_a_test_that_is_said_without_any_result():
    tested = urge(9, worry_before=8, worry_after=7, waited_seconds=600, tested=True)
    assert before_words(facts(tested)) == (
        "Last time, on 14 November, worry was 8 and you did an extra check. "
        "It was kept and compared with nothing.",
    )


def test_the_first_time_nothing_is_said_of_before():
    assert before_words(facts()) == ()
    assert before_words(facts(urge(3))) == ()


def test_self_tests_are_asked_once_a_week():
    assert asks_self_tests(facts())
    assert not asks_self_tests(facts(urge(6, self_tests_week=20)))
    assert asks_self_tests(facts(urge(7, self_tests_week=20), urge(2)))


def test_a_number_that_falls_is_said_and_one_that_rises_is_no_reproach():
    assert self_tests_words(facts(urge(8, self_tests_week=20), urge(1, self_tests_week=6))) == (
        early.FEWER.say(a=20, b=6)
    )
    assert self_tests_words(facts(urge(8, self_tests_week=6), urge(1, self_tests_week=20))) == ""
    assert self_tests_words(facts(urge(1, self_tests_week=6))) == ""


@pytest.mark.parametrize(("worries", "said"), [((7, 2, 9), True), ((7,), False), ((6, 6, 6), False)])
def test_help_is_named_at_high_worry_on_two_checks(worries, said):
    assert bool(help_words(facts(worries=worries))) is said


def test_high_worry_long_ago_is_not_held_against_anyone():
    assert help_words(facts(worries=(1, 1, 1, 1, 9, 9))) == ""


def test_help_is_named_at_repeated_early_starts():
    assert help_words(facts(urge(20), urge(9))) == ""
    assert help_words(facts(urge(20), urge(9), urge(3))) == early.HELP.text
    assert help_words(facts(urge(60), urge(40), urge(3))) == ""


def test_help_is_suggested_once_a_week_and_not_at_every_start():
    assert TODAY.weekday() == 0
    assert help_words(facts(urge(9), urge(2), urge(1))) == early.HELP.text
    assert help_words(facts(urge(9), urge(2), urge(1), urge(0))) == ""


def test_telling_of_a_loss_is_no_early_start():
    assert help_words(facts(*(urge(d, reason="loss") for d in range(5)))) == ""


def test_an_estimate_is_a_rough_whole_number_or_nothing():
    assert typed_self_tests(" 12 ") == 12
    assert typed_self_tests("") is None
    for text in ("many", "-1", "10001", "1.5", "٣"):
        with pytest.raises(NotAValue):
            typed_self_tests(text)
