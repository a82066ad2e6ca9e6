"""A loss told earlier: better, the same, worse. A visit ends it, and only a further fall brings it back."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from strengthcheck.guide.gate import as_it_is_now, lost_advice
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import AdviceStep, TodayStep
from strengthcheck.model.event import GateAnswer
from strengthcheck.model.profile import Gate, LostTask, Visit
from strengthcheck.services.beside import advice_facts
from strengthcheck.services.choosing import around
from strengthcheck.services.home import home_facts
from strengthcheck.services.person import (
    NoSuchLoss,
    known_losses,
    open_losses,
    save_gate,
    tell_course,
    tell_lost_task,
)
from strengthcheck.services.sitting import answer, begin, discard
from strengthcheck.services.visits import enter_visit
from strengthcheck.views.home import home_view
from strengthcheck.views.steps.danger import advice_page, gate_page, known_loss
from tests.services.rooms import NOW, StandingClock, opened
from tests.views.test_steps import words

LOST = LostTask(what="hands", task="buttons", how_much="cannot", side="left", since="weeks", course="same")
TEST = ("cap-tightening",)


@pytest.fixture
def told(tmp_path):
    """A loss told four weeks ago and a day."""
    clock = StandingClock(NOW - timedelta(days=29))
    with opened(tmp_path, clock=clock) as ws:
        gate = tell_lost_task(ws, LOST)
        clock.time = NOW
        yield ws, clock, gate


def seen(ws, on=NOW):
    enter_visit(ws, Visit(on=on.date(), who="Dr Made-Up", found="watching"))


@pytest.mark.parametrize("course", ["better", "same"])
def test_better_or_the_same_is_kept_and_stays_first_on_home_until_a_visit(told, course):
    ws, _, gate = told
    tell_course(ws, gate.id, course)
    (open_,) = open_losses(ws)
    assert (open_.id, open_.at, open_.lost.course) == (gate.id, gate.at, course)
    assert "buttons, left (told 25 October)" in home_view(home_facts(ws)).headline
    seen(ws)
    assert open_losses(ws) == ()


def test_worse_is_said_on_home_and_leads_to_a_doctor(told):
    ws, _, gate = told
    assert tell_course(ws, gate.id, "worse").advice == "book"
    assert "told 25 October, getting worse" in home_view(home_facts(ws)).headline


def test_a_seen_loss_speaks_again_only_when_it_gets_worse_and_then_until_the_next_visit(told):
    ws, clock, gate = told
    seen(ws)
    clock.time = NOW + timedelta(days=10)
    tell_course(ws, gate.id, "same")
    assert open_losses(ws) == ()
    assert tell_course(ws, gate.id, "worse").advice == "book"
    assert len(open_losses(ws)) == 1
    tell_course(ws, gate.id, "worse")
    assert len(open_losses(ws)) == 1, "told twice, it is one loss"
    seen(ws, clock.time)
    assert open_losses(ws) == ()


def test_a_seen_loss_that_got_better_is_not_asked_about_any_more(told):
    ws, clock, gate = told
    seen(ws)
    assert [g.id for g in known_losses(ws)] == [gate.id]
    clock.time = NOW + timedelta(days=10)
    tell_course(ws, gate.id, "better")
    assert known_losses(ws) == ()


def test_every_answer_is_kept_as_a_revision_of_what_was_told(told):
    ws, clock, gate = told
    for i, course in enumerate(("same", "worse", "better", "better")):
        clock.time = NOW + timedelta(days=i)
        tell_course(ws, gate.id, course)
    told_courses = [r.value.lost.course for r in ws.store.entry(gate.id).revisions]
    assert sorted(told_courses) == ["better", "same", "same", "worse"]


def test_what_is_not_in_the_record_is_refused(told):
    ws, _, _ = told
    with pytest.raises(NoSuchLoss):
        tell_course(ws, uuid4(), "worse")


@pytest.mark.parametrize(
    ("since", "days", "now"),
    [
        ("days", 7, "days"),
        ("days", 8, "weeks"),
        ("days", 29, "longer"),
        ("weeks", 28, "weeks"),
        ("weeks", 29, "longer"),
        ("longer", 0, "longer"),
    ],
)
def test_what_was_new_when_it_was_told_is_not_new_for_ever(since, days, now):
    lost = LOST.model_copy(update={"since": since})
    assert as_it_is_now(lost, "worse", days).since == now


def at_the_gate(ws, gate, course, *lines):
    sitting = begin(ws, TEST, lambda: True)
    known = known_loss(gate, course, ws.clock.now().date())
    sitting = answer(ws, sitting, next_step(sitting), GateAnswer(lines=lines, known=(known,)))
    return sitting, next_step(sitting)


@pytest.mark.parametrize("course", ["better", "same"])
def test_at_the_gate_a_known_loss_locks_no_check(told, course):
    ws, _, gate = told
    _, step = at_the_gate(ws, gate, course)
    assert isinstance(step, TodayStep)
    assert open_losses(ws)[0].lost.course == course


def test_worse_at_the_gate_says_where_to_go_and_leaves_the_check_open(told):
    ws, _, gate = told
    sitting, step = at_the_gate(ws, gate, "worse")
    assert isinstance(step, AdviceStep)
    assert step.advice == "book"
    said = words(advice_page(step, advice_facts(step, sitting, around(ws))))
    assert "It is getting worse: buttons (left). Tell a doctor this week" in said
    discard(ws, sitting)
    assert open_losses(ws)[0].lost.course == "worse"


def test_worse_soon_after_a_sudden_loss_is_an_emergency_at_the_gate(tmp_path):
    with opened(tmp_path) as ws:
        gate = tell_lost_task(ws, LOST.model_copy(update={"since": "days"}))
        _, step = at_the_gate(ws, gate, "worse")
        assert (step.advice, lost_advice(gate.lost)) == ("now", "now")


def test_a_line_of_the_gate_outranks_a_known_loss_that_gets_worse(told):
    ws, _, gate = told
    sitting, step = at_the_gate(ws, gate, "worse", 4)
    assert step.advice == "now"
    assert "Call" in words(advice_page(step, advice_facts(step, sitting, around(ws))))


def test_the_gate_keeps_its_seven_lines_in_place_and_asks_below_them(told):
    _, _, gate = told
    plain, asked = gate_page(False, None), gate_page(False, None, gate)
    assert asked.choices[:7] == plain.choices
    assert [c.key for c in asked.choices[7:]] == ["8", "9", "0"]
    assert "You told this before: buttons (left)." in asked.choices[7].above, "right above its answers"
    assert "told this before" not in words(asked._replace(choices=()))
    assert [c.above for c in (*asked.choices[:7], *asked.choices[8:])] == [""] * 9


@pytest.mark.parametrize("tasks", [("buttons", "keys"), ("keys", "buttons")])
def test_losses_told_at_the_same_instant_come_in_the_same_order_whatever_their_ids(tmp_path, tasks):
    with opened(tmp_path) as ws:
        for number, task in enumerate(tasks, start=1):
            lost = LOST.model_copy(update={"task": task})
            save_gate(ws, Gate(id=UUID(int=number), at=NOW, lost=lost, advice=lost_advice(lost)))
        assert [g.lost.task for g in known_losses(ws)] == ["keys", "buttons"]
