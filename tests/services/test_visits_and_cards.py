from datetime import date, timedelta
from uuid import uuid4

import pytest

from strengthcheck.model.profile import Card, LostTask, Visit
from strengthcheck.services.cards import NoSuchCard, cards_of, end_card, save_card
from strengthcheck.services.person import open_losses, tell_lost_task
from strengthcheck.services.visits import enter_visit, visits_of
from tests.services.rooms import NOW, StandingClock, opened

LOST = LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="same")


def visit(on: date) -> Visit:
    return Visit(on=on, who="Dr Made-Up", found="nothing")


def test_a_lost_task_stays_open_until_a_visit(tmp_path):
    clock = StandingClock()
    with opened(tmp_path, clock=clock) as ws:
        tell_lost_task(ws, LOST)
        clock.time = NOW + timedelta(days=700)
        assert [g.lost for g in open_losses(ws)] == [LOST]
        entered = enter_visit(ws, visit(clock.time.date()))
        assert [g.lost for g in entered.ended] == [LOST]
        assert open_losses(ws) == ()


def test_a_loss_told_after_the_visit_counts_anew_even_on_the_same_day(tmp_path):
    clock = StandingClock()
    with opened(tmp_path, clock=clock) as ws:
        enter_visit(ws, visit(NOW.date()))
        clock.time = NOW + timedelta(hours=3)
        tell_lost_task(ws, LOST)
        assert len(open_losses(ws)) == 1


def test_a_visit_entered_late_does_not_hide_what_was_told_after_its_day(tmp_path):
    clock = StandingClock()
    with opened(tmp_path, clock=clock) as ws:
        clock.time = NOW + timedelta(days=5)
        tell_lost_task(ws, LOST)
        clock.time = NOW + timedelta(days=9)
        assert len(enter_visit(ws, visit(NOW.date())).still_open) == 1


def test_visits_are_kept_the_latest_first(tmp_path):
    with opened(tmp_path) as ws:
        for days in (30, 2, 300):
            enter_visit(ws, visit(NOW.date() - timedelta(days=days)))
        assert [(NOW.date() - v.on).days for v in visits_of(ws)] == [2, 30, 300]


def test_a_card_is_kept_ended_and_its_earlier_state_stays(tmp_path):
    with opened(tmp_path) as ws:
        card = Card(spot="left calf", sensation="twitching", began_on=date(2026, 11, 1))
        save_card(ws, card)
        save_card(ws, card)
        end_card(ws, card.id, date(2026, 11, 9), "by itself")
        (kept,) = cards_of(ws)
        assert (kept.ended_on, kept.ending) == (date(2026, 11, 9), "by itself")
        entry = ws.store.entry(card.id)
        assert entry is not None
        assert len(entry.revisions) == 2


def test_a_card_that_is_not_there_can_not_end(tmp_path):
    with opened(tmp_path) as ws, pytest.raises(NoSuchCard):
        end_card(ws, uuid4(), date(2026, 11, 9))
