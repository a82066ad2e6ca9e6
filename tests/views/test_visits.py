from datetime import UTC, date, datetime

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.views.visits import (
    FOUND,
    entered_view,
    found_named,
    found_question,
    new_visit,
    visit_facts,
)
from strengthcheck.wording.wayout import WAYOUT_SEEN

TODAY = date(2026, 11, 23)
ON = date(2026, 11, 20)
LATER = Gate(
    at=datetime(2026, 11, 22, tzinfo=UTC),
    lost=LostTask(what="hands", task="buttons", how_much="cannot", since="weeks", course="worse"),
    advice="today",
)


def test_a_visit_is_confirmed_with_its_day_and_who():
    visit = new_visit(*visit_facts("2026-11-20", "my  GP", TODAY), "watching", "")
    said = entered_view(visit, (), TODAY).said
    assert said == (
        "Seen on 20 November by my GP. If it gets worse after that, go back and say so; "
        "many people need more than one visit.",
    )


def test_after_an_examination_that_found_no_weakness_one_may_stop():
    visit = new_visit(ON, "Dr Made-Up", "nothing", "")
    assert entered_view(visit, (), TODAY).said[-1] == WAYOUT_SEEN.text


def test_a_loss_told_after_the_visit_outranks_the_way_out():
    visit = new_visit(ON, "Dr Made-Up", "nothing", "")
    said = entered_view(visit, (LATER,), TODAY).said
    assert WAYOUT_SEEN.text not in said
    assert "buttons" in said[-1]


def test_every_finding_can_be_answered():
    assert [found_named(a.name) for a in found_question(ON, "my GP").answers] == list(FOUND)
    assert found_named("something else") is None


@pytest.mark.parametrize(("on", "who"), [("2026-11-24", "my GP"), ("2026-11-20", "  "), ("", "my GP")])
def test_a_visit_that_lies_ahead_or_names_nobody_is_refused(on, who):
    with pytest.raises(NotAValue):
        visit_facts(on, who, TODAY)


def test_the_day_is_repeated_as_it_was_understood():
    on, who = visit_facts("last friday", "my GP", TODAY)
    assert found_question(on, who).text.startswith("Friday 20 November 2026, my GP.")
