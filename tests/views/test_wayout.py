from datetime import date

from strengthcheck.analysis.wayout import Settled, WayOut
from strengthcheck.model.profile import Plan
from strengthcheck.views.wayout import chosen_words, way_out_view
from strengthcheck.wording import reading, wayout

TODAY = date(2026, 11, 23)
SETTLED = Settled(checks=11, since=date(2026, 2, 2), rate=0.04)


def test_first_a_longer_interval_then_an_end_and_stopping_can_be_chosen_either_way():
    longer = way_out_view(WayOut("longer", SETTLED), Plan(), TODAY)
    end = way_out_view(WayOut("end", SETTLED), Plan(interval_days=84), TODAY)
    assert [c.name for c in longer.choices] == ["longer", "end", "stay"]
    assert [c.name for c in end.choices] == ["end", "stay"]
    assert longer.said[-1] == wayout.LONGER.text
    assert end.said[-1] == wayout.WAYOUT.text


def test_it_says_what_would_have_shown_by_the_own_record_with_one_caveat():
    view = way_out_view(WayOut("end", SETTLED), Plan(), TODAY)
    assert view.said[0] == (
        "10 months, 11 planned checks: left and right are where they began, or better. "
        "Most losses of 4 % a month or more would have shown by now."
    )
    assert view.caveat == reading.CANNOT_FLAT.text


def test_tests_without_numbers_speak_of_doing_and_say_how_coarse_they_are():
    view = way_out_view(WayOut("longer", SETTLED._replace(rate=None)), Plan(), TODAY)
    assert "what you could do at the start you can do today" in view.said[0]
    assert view.caveat == reading.CANNOT_TASKS.text


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
