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
    visit_lines,
)
from strengthcheck.wording.wayout import WAYOUT_SEEN

TODAY = date(2026, 11, 23)
LATER = Gate(
    at=datetime(2026, 11, 22, tzinfo=UTC),
    lost=LostTask(what="hands", task="buttons", how_much="cannot", since="weeks", course="worse"),
    advice="today",
)


def test_a_visit_is_confirmed_with_its_day_and_who():
    visit = new_visit("2026-11-20", "my  GP", "watching", "", TODAY)
    said = entered_view(visit, (), TODAY).said
    assert said == (
        "Seen on 20 November by my GP. If it gets worse after that, go back and say so; "
        "many people need more than one visit.",
    )


def test_after_an_examination_that_found_no_weakness_one_may_stop():
    visit = new_visit("2026-11-20", "Dr Made-Up", "nothing", "", TODAY)
    assert entered_view(visit, (), TODAY).said[-1] == WAYOUT_SEEN.text


def test_a_loss_told_after_the_visit_outranks_the_way_out():
    visit = new_visit("2026-11-20", "Dr Made-Up", "nothing", "", TODAY)
    said = entered_view(visit, (LATER,), TODAY).said
    assert WAYOUT_SEEN.text not in said
    assert "buttons" in said[-1]


def test_every_finding_can_be_answered():
    assert [found_named(a.name) for a in found_question().answers] == list(FOUND)
    assert found_named("something else") is None


@pytest.mark.parametrize(("on", "who"), [("2026-11-24", "my GP"), ("2026-11-20", "  "), ("", "my GP")])
def test_a_visit_that_lies_ahead_or_names_nobody_is_refused(on, who):
    with pytest.raises(NotAValue):
        new_visit(on, who, "nothing", "", TODAY)


def test_visits_are_listed_in_words():
    visit = new_visit("2026-11-20", "my GP", "referred", "EMG in March", TODAY)
    assert visit_lines((visit,), TODAY) == (
        "20 November, my GP: sent on to a specialist, or to a test. EMG in March",
    )
