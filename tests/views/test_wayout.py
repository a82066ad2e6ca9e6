from datetime import date

import pytest

from strengthcheck.analysis.wayout import Settled, Shown, WayOut
from strengthcheck.model.profile import Plan
from strengthcheck.model.series import Pair, PairKey
from strengthcheck.views.wayout import chosen_words, span_words, way_out_view
from strengthcheck.wording import reading, wayout
from tests.analysis.making import FORCE, protocol

TODAY = date(2026, 11, 23)
GRIP = Pair(
    PairKey(protocol="grip-device", version=1, text="", measure="force", object=None), protocol(), FORCE, {}
)
SETTLED = Settled(checks=11, since=date(2026, 2, 2), shown=Shown((GRIP,), 6))


def test_first_a_longer_interval_then_an_end_and_stopping_can_be_chosen_either_way():
    longer = way_out_view(WayOut("longer", SETTLED), Plan(), TODAY)
    end = way_out_view(WayOut("end", SETTLED), Plan(interval_days=84), TODAY)
    assert [c.name for c in longer.choices] == ["longer", "end", "stay"]
    assert [c.name for c in end.choices] == ["end", "stay"]
    assert longer.said[-1] == wayout.LONGER.text
    assert end.said[-1] == wayout.WAYOUT.text


def test_it_says_what_would_have_shown_since_when_and_by_which_test_with_one_caveat():
    view = way_out_view(WayOut("end", SETTLED), Plan(), TODAY)
    assert view.said[:2] == (
        "9 months, 11 planned checks: left and right are where they usually are.",
        "grip-device: a loss of 4 % a month that began 6 months ago or earlier "
        "would have shown in most people by now.",
    )
    assert view.caveat == reading.CANNOT_FLAT.text


def test_who_fears_for_a_leg_is_told_that_no_number_was_spoken_of_it():
    view = way_out_view(WayOut("end", SETTLED._replace(coarse=("leg",))), Plan(), TODAY)
    assert view.caveat.startswith("The tests of your legs are coarse: a slow loss there can hide")


def test_where_no_test_can_tell_nothing_is_said_of_losses_that_would_have_shown():
    view = way_out_view(WayOut("end", SETTLED._replace(shown=None, coarse=("arm",))), Plan(), TODAY)
    assert not any("would have shown" in said for said in view.said)
    assert "hands are coarse" in view.caveat


def test_nothing_claims_what_compare_would_deny_on_the_same_day():
    for settled in (SETTLED, SETTLED._replace(sided=False), SETTLED._replace(risen=True)):
        said = " ".join(way_out_view(WayOut("longer", settled), Plan(), TODAY).said)
        assert "began, or better" not in said
        assert "Little is lost" not in said


def test_tests_without_numbers_speak_of_doing_and_say_how_coarse_they_are():
    view = way_out_view(WayOut("longer", SETTLED._replace(numbers=False, shown=None)), Plan(), TODAY)
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
    view = way_out_view(WayOut("end", None), Plan(), TODAY)
    assert view.said == (wayout.WAYOUT_SEEN.text,)
    assert view.choices[0].name == "end"


def test_stopping_can_be_chosen_with_no_proposal_and_once_chosen_nothing_asks_to_come_back():
    assert "end" in [c.name for c in way_out_view(None, Plan(), TODAY).choices]
    ended = way_out_view(None, Plan(ended_on=TODAY), TODAY)
    assert ended.said == (wayout.ENDED.text,)
    assert chosen_words("end", None, TODAY) == wayout.ENDED.text


def test_every_choice_has_a_key_of_its_own():
    for proposed in (None, WayOut("longer", SETTLED), WayOut("end", SETTLED), WayOut("end", None)):
        for plan in (Plan(), Plan(ended_on=TODAY)):
            keys = [c.key for c in way_out_view(proposed, plan, TODAY).choices]
            assert len(set(keys)) == len(keys)
