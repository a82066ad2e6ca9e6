from datetime import date

import pytest

from strengthcheck.analysis.wayout import Settled, Shown, WayOut
from strengthcheck.model.profile import Plan
from strengthcheck.model.series import Pair, PairKey
from strengthcheck.views.wayout import WayFacts, chosen_words, span_words, way_out_view
from strengthcheck.wording import reading, seal, wayout
from tests.analysis.making import FORCE, protocol

TODAY = date(2026, 11, 23)
GRIP = Pair(
    PairKey(protocol="grip-device", version=1, text="", measure="force", object=None), protocol(), FORCE, {}
)
SETTLED = Settled(checks=11, since=date(2026, 2, 2), shown=Shown((GRIP,), 6))


def test_first_a_longer_interval_then_an_end_and_stopping_can_be_chosen_either_way():
    longer = way_out_view(WayFacts(WayOut("longer", SETTLED), Plan()), TODAY)
    end = way_out_view(WayFacts(WayOut("end", SETTLED), Plan(interval_days=84)), TODAY)
    assert [c.name for c in longer.choices] == ["longer", "end", "stay"]
    assert [c.name for c in end.choices] == ["end", "stay"]
    assert longer.said[-1] == wayout.LONGER.text
    assert end.said[-1] == wayout.WAYOUT.text


def test_it_says_what_would_have_shown_since_when_and_by_which_test_with_one_caveat():
    view = way_out_view(WayFacts(WayOut("end", SETTLED), Plan()), TODAY)
    assert view.said[:2] == (
        "9 months, 11 planned checks: left and right are where they usually are.",
        "grip-device: a loss of 4 % a month that began 6 months ago or earlier "
        "would have shown in most people by now.",
    )
    assert view.caveat == reading.CANNOT_FLAT.text


def test_who_fears_for_a_leg_is_told_that_no_number_was_spoken_of_it():
    view = way_out_view(WayFacts(WayOut("end", SETTLED._replace(coarse=("leg",))), Plan()), TODAY)
    assert view.caveat.startswith("The tests of your legs are coarse: a slow loss there can hide")


def test_where_no_test_can_tell_nothing_is_said_of_losses_that_would_have_shown():
    view = way_out_view(WayFacts(WayOut("end", SETTLED._replace(shown=None, coarse=("arm",))), Plan()), TODAY)
    assert not any("would have shown" in said for said in view.said)
    assert "hands are coarse" in view.caveat


def test_nothing_claims_what_compare_would_deny_on_the_same_day():
    for settled in (SETTLED, SETTLED._replace(sided=False), SETTLED._replace(risen=True)):
        said = " ".join(way_out_view(WayFacts(WayOut("longer", settled), Plan()), TODAY).said)
        assert "began, or better" not in said
        assert "Little is lost" not in said


def test_tests_without_numbers_speak_of_doing_and_say_how_coarse_they_are():
    view = way_out_view(
        WayFacts(WayOut("longer", SETTLED._replace(numbers=False, shown=None)), Plan()), TODAY
    )
    assert "what you could do at the start you can do today" in view.said[0]
    assert view.caveat == reading.CANNOT_TASKS.text


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (date(2026, 11, 2), "1 month"),
        (date(2026, 1, 24), "9 months"),
        (date(2024, 12, 23), "23 months"),
        (date(2024, 11, 23), "2 years"),
        (date(2023, 5, 1), "Over 3 years"),
        (date(2016, 12, 5), "Nearly 10 years"),
        (date(2016, 11, 23), "10 years"),
    ],
)
def test_a_long_time_is_said_in_years(since, told):
    assert span_words(since, TODAY) == told


def test_after_an_examination_that_found_no_weakness_stopping_stands_first():
    view = way_out_view(WayFacts(WayOut("end", None), Plan()), TODAY)
    assert view.said == (wayout.WAYOUT_SEEN.text,)
    assert view.choices[0].name == "end"


def test_stopping_can_be_chosen_with_no_proposal_and_once_chosen_nothing_asks_to_come_back():
    assert "end" in [c.name for c in way_out_view(WayFacts(None, Plan()), TODAY).choices]
    ended = way_out_view(WayFacts(None, Plan(ended_on=TODAY)), TODAY)
    assert ended.said == (wayout.ENDED.text,)


def test_what_was_chosen_is_said_with_the_next_date():
    december = date(2026, 12, 14)
    often, rare = WayFacts(None, Plan()), WayFacts(None, Plan(interval_days=84))
    assert chosen_words("stay", often, december, TODAY) == ""
    assert chosen_words("end", often, None, TODAY) == "Testing is stopped, as you chose."
    assert chosen_words("longer", rare, december, TODAY) == (
        "From here on every three months. The next check is on 14 December."
    )
    assert chosen_words("take_up", often, TODAY, TODAY) == (
        "From here on every four weeks. The next check is due now."
    )


def test_before_the_third_check_it_says_that_the_first_three_are_a_week_apart():
    settling = WayFacts(None, Plan(), settling=True)
    view = way_out_view(settling, TODAY)
    assert view.said == (
        "The first three checks are a week apart, then every four weeks. "
        "You can stop at any time; what is recorded stays.",
    )
    assert [c.hint for c in view.choices if c.name == "longer"] == ["once the first three are done"]
    rare = settling._replace(plan=Plan(interval_days=84))
    assert chosen_words("longer", rare, date(2026, 11, 30), TODAY) == (
        "The first three checks are a week apart, then every three months. The next check is on 30 November."
    )


def test_what_holds_already_is_not_offered():
    view = way_out_view(WayFacts(None, Plan(interval_days=84)), TODAY)
    assert view.said[0].startswith("You check every three months.")
    assert [c.name for c in view.choices] == ["end", "stay"]


def test_sealed_it_says_that_nothing_is_proposed_from_what_is_not_shown():
    view = way_out_view(WayFacts(None, Plan(), sealed=True), TODAY)
    assert view.said[1:] == (seal.WAYOUT.text,)
    assert [c.name for c in view.choices] == ["end", "longer", "stay"]


def test_every_choice_has_a_key_of_its_own():
    for proposed in (None, WayOut("longer", SETTLED), WayOut("end", SETTLED), WayOut("end", None)):
        for plan in (Plan(), Plan(interval_days=84), Plan(ended_on=TODAY)):
            keys = [c.key for c in way_out_view(WayFacts(proposed, plan), TODAY).choices]
            assert len(set(keys)) == len(keys)
