from datetime import timedelta

from strengthcheck.model.profile import PLAN_ENTRY, Plan, Visit
from strengthcheck.services.person import plan_of, rhythm_of
from strengthcheck.services.plan import end_testing, seal_until, set_interval, take_up
from strengthcheck.services.visits import enter_visit
from strengthcheck.services.wayout import leaving
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.records import grip_check, write


def test_stopping_is_kept_and_can_be_taken_back(tmp_path):
    with opened(tmp_path) as ws:
        end_testing(ws)
        assert plan_of(ws).ended_on == NOW.date()
        take_up(ws)
        assert plan_of(ws) == Plan(interval_days=28, ended_on=None)
        entry = ws.store.entry(PLAN_ENTRY)
        assert entry is not None
        assert len(entry.revisions) == 2


def test_a_longer_interval_counts_from_its_day_on(tmp_path):
    clock = StandingClock()
    with opened(tmp_path, clock=clock) as ws:
        assert rhythm_of(ws) == ()
        clock.time = NOW + timedelta(days=3)
        set_interval(ws, 84)
        set_interval(ws, 84)
        assert rhythm_of(ws) == ((clock.time.date(), 84),)


def test_sealing_leaves_the_interval_as_it_is(tmp_path):
    with opened(tmp_path) as ws:
        set_interval(ws, 84)
        seal_until(ws, NOW.date() + timedelta(days=30))
        assert plan_of(ws).interval_days == 84
        seal_until(ws, None)
        assert plan_of(ws).sealed_until is None


def test_the_way_out_is_open_after_an_examination_that_found_no_weakness(tmp_path):
    write(tmp_path, [grip_check(30)])
    with opened(tmp_path) as ws:
        assert leaving(ws).proposed is None
        enter_visit(ws, Visit(on=NOW.date(), who="Dr Made-Up", found="nothing"))
        proposed = leaving(ws).proposed
        assert proposed is not None
        assert proposed.step == "end"
        end_testing(ws)
        assert leaving(ws).proposed is None
