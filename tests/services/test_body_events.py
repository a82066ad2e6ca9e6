"""Injuries and other events: entered once, they stand wherever that side is compared."""

from datetime import timedelta

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import OverStep
from strengthcheck.model.profile import BodyEvent
from strengthcheck.services.body_events import enter_event, events_of, remove_event
from strengthcheck.services.person import profile_of
from strengthcheck.services.readings import compare
from strengthcheck.services.sitting import answer, begin, keep
from strengthcheck.views.body_events import (
    WHATS,
    WHERES,
    beside_words,
    event_lines,
    event_words,
    new_event,
)
from strengthcheck.views.compare_text import compare_lines
from tests.guide.people import usual
from tests.services.rooms import NOW, opened
from tests.tui.records import grip_check, write

TODAY = NOW.date()
WRIST = BodyEvent(
    on=TODAY - timedelta(days=20), what="injury", side="left", body="arm", text="sprained wrist"
)


def test_an_event_stands_beside_its_side_in_every_comparison(tmp_path):
    write(tmp_path, [grip_check(d) for d in (60, 53, 46, 18)])
    with opened(tmp_path) as ws:
        enter_event(ws, WRIST)
        (row,) = compare(ws).rows
        said = "Entered for this: sprained wrist, left arm or hand, 3 November."
        assert row.said[-1].text == said
        assert any(said in line for line in compare_lines(compare(ws)))


@pytest.mark.parametrize(
    ("body", "sides", "named"),
    [
        ("arm", ("left", "right"), True),
        ("arm", ("right",), False),
        ("leg", ("left", "right"), False),
    ],
)
def test_an_injured_wrist_concerns_no_other_hand_and_no_leg(body, sides, named):
    assert bool(beside_words((WRIST,), body, sides, TODAY)) is named


def test_what_concerns_the_whole_body_stands_beside_every_test():
    flu = BodyEvent(on=TODAY, what="illness")
    assert beside_words((flu,), "leg", ("both",), TODAY) == "illness, 23 November"


def test_only_the_newest_stand_beside_and_none_that_lies_ahead():
    events = [
        WRIST.model_copy(update={"on": TODAY - timedelta(days=d), "text": f"n{d}"}) for d in (-3, 1, 2, 3, 4)
    ]
    said = beside_words(events, "arm", ("left",), TODAY)
    assert [part[:2] for part in said.split("; ")] == ["n1", "n2", "n3"]


@pytest.mark.parametrize("what", WHATS)
@pytest.mark.parametrize("where", WHERES)
def test_every_answer_makes_an_event_that_reads_back(what, where):
    event = new_event(what, where, "2026-11-01", "", TODAY)
    words = event_words(event, TODAY)
    assert words.endswith("1 November")
    assert (WHERES[where][0] in words) is (where != "body")


def test_a_day_ahead_is_refused():
    with pytest.raises(NotAValue):
        new_event("injury", "left_arm", "2026-12-24", "", TODAY)


def test_the_list_has_the_newest_first_and_what_is_taken_out_is_gone(tmp_path):
    old = BodyEvent(on=TODAY - timedelta(days=4000), what="surgery", side="right", body="leg")
    with opened(tmp_path) as ws:
        for event in (old, WRIST, WRIST):
            enter_event(ws, event)
        assert [line.name for line in event_lines(events_of(ws), TODAY)] == ["1", "0"]
        remove_event(ws, WRIST)
        assert events_of(ws) == (old,)


def test_what_is_entered_while_a_check_is_under_way_is_not_lost_when_it_is_kept(tmp_path):
    with opened(tmp_path) as ws:
        sitting = begin(ws, ("cap-tightening",), lambda: True)
        enter_event(ws, WRIST)
        while not isinstance(step := next_step(sitting), OverStep):
            sitting = answer(ws, sitting, step, usual(step))
        keep(ws, sitting)
        assert profile_of(ws).events == (WRIST,)
        assert profile_of(ws).fits
