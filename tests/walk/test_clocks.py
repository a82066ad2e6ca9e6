"""Dates by a clock that crosses midnight, changes for summer, travels, is set back, and meets a leap day."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.analysis.schedule import extra_from, next_due
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import OverStep
from strengthcheck.model.profile import Gate, LostTask, Visit
from strengthcheck.services.person import open_alert, open_losses, save_gate, tell_lost_task
from strengthcheck.services.plan import seal_until
from strengthcheck.services.readings import compare
from strengthcheck.services.reporting import page_for_doctor
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.sitting import NotNow, answer, begin, checks_of, keep, timing
from strengthcheck.services.visits import enter_visit
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.doctor_page import PageChoices
from tests.guide.people import usual
from tests.services.rooms import StandingClock, opened

LONDON, NEW_YORK, AUCKLAND = (ZoneInfo(z) for z in ("Europe/London", "America/New_York", "Pacific/Auckland"))
TEST = ("cap-tightening",)


def at(zone: ZoneInfo, *when: int) -> datetime:
    return datetime(*when, tzinfo=zone)  # type: ignore[misc, arg-type]


def check(ws: Workspace) -> bool:
    """A whole check now; whether it was planned."""
    sitting = begin(ws, TEST, lambda: True)
    while not isinstance(step := next_step(sitting), OverStep):
        sitting = answer(ws, sitting, step, usual(step))
    keep(ws, sitting)
    return sitting.began.planned


@pytest.fixture
def stood(tmp_path: Path):
    clock = StandingClock(at(LONDON, 2027, 3, 1, 19, 0))
    with opened(tmp_path, clock=clock) as ws:
        yield ws, clock


def test_a_window_opens_at_midnight_and_not_a_minute_before(stood):
    ws, clock = stood
    assert check(ws)
    clock.time = at(LONDON, 2027, 3, 4, 23, 59)
    assert not timing(ws).due.is_open(timing(ws).today)
    clock.time = at(LONDON, 2027, 3, 5, 0, 0)
    assert timing(ws).due.is_open(timing(ws).today)


def test_a_check_over_midnight_counts_for_the_day_on_which_it_began(stood):
    ws, clock = stood
    clock.time = at(LONDON, 2027, 3, 1, 23, 55)
    sitting = begin(ws, TEST, lambda: True)
    while not isinstance(step := next_step(sitting), OverStep):
        clock.time += timedelta(minutes=1)
        sitting = answer(ws, sitting, step, usual(step))
    keep(ws, sitting)
    assert clock.time.date() == date(2027, 3, 2)
    assert timing(ws).due.on == date(2027, 3, 8)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (at(LONDON, 2027, 3, 22, 0, 30), date(2027, 3, 29)),  # the hour is skipped on 28 March
        (at(LONDON, 2027, 10, 25, 23, 30), date(2027, 11, 1)),  # and repeated on 31 October
    ],
)
def test_a_week_over_a_change_of_the_clock_is_seven_calendar_days(stood, start, due):
    ws, clock = stood
    clock.time = start
    check(ws)
    assert timing(ws).due.on == due


def test_one_extra_a_week_holds_over_a_change_of_the_clock(stood):
    ws, clock = stood
    for day in (1, 8, 15):
        clock.time = at(LONDON, 2027, 3, day, 19, 0)
        assert check(ws)
    clock.time = at(LONDON, 2027, 3, 24, 23, 30)
    assert not check(ws)
    clock.time = at(LONDON, 2027, 3, 30, 23, 59)
    with pytest.raises(NotNow):
        check(ws)
    clock.time = at(LONDON, 2027, 3, 31, 0, 0)
    assert not check(ws)


def test_after_a_flight_the_local_day_counts_and_no_check_is_lost(stood):
    ws, clock = stood
    check(ws)
    clock.time = at(AUCKLAND, 2027, 3, 8, 8, 0)  # still 7 March in London
    assert check(ws)
    clock.time = at(NEW_YORK, 2027, 3, 14, 21, 0)  # 15 March in London
    assert timing(ws).today == date(2027, 3, 14)
    assert check(ws)
    assert timing(ws).due.on == date(2027, 4, 12)
    assert len(checks_of(ws)) == 3


def test_after_a_flight_west_what_is_kept_is_read_and_printed_on_the_day_before_its_own(stood):
    ws, clock = stood
    for day in (1, 8):
        clock.time = at(AUCKLAND, 2027, 3, day, 9, 0)
        check(ws)
    tell_lost_task(
        ws, LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="worse")
    )
    clock.time = at(NEW_YORK, 2027, 3, 7, 20, 0)  # 8 March, 14:00 in Auckland
    assert compare(ws).rows[0].checks[-1] == checks_of(ws)[-1].id
    page = page_for_doctor(ws, PageChoices(today=clock.now().date()))
    assert "buttons" in repr(page)
    assert "2 planned checks" in repr(page)
    earlier = PageChoices(today=clock.now().date(), until=date(2027, 3, 7))
    assert "1 planned check" in repr(page_for_doctor(ws, earlier))


def test_a_clock_set_back_gives_no_second_extra_check_and_loses_nothing(stood):
    ws, clock = stood
    for day in (1, 8, 15):
        clock.time = at(LONDON, 2027, 3, day, 19, 0)
        check(ws)
    clock.time = at(LONDON, 2027, 3, 25, 19, 0)
    assert not check(ws)
    clock.time = at(LONDON, 2027, 3, 20, 19, 0)
    with pytest.raises(NotNow):
        check(ws)
    assert timing(ws).due.on == date(2027, 4, 12)
    assert len(checks_of(ws)) == 4


def test_a_loss_told_after_the_clock_was_set_back_is_not_taken_for_seen(stood):
    ws, clock = stood
    enter_visit(ws, Visit(on=date(2027, 3, 1), who="Dr Made-Up", found="nothing"))
    clock.time = at(LONDON, 2027, 3, 2, 9, 0)
    tell_lost_task(ws, LostTask(what="hands", how_much="cannot", side="left", since="weeks", course="worse"))
    assert len(open_losses(ws)) == 1


def test_a_loss_told_on_a_clock_set_back_before_the_visit_is_not_taken_for_seen(stood):
    ws, clock = stood
    clock.time = at(LONDON, 2027, 3, 10, 9, 0)
    enter_visit(ws, Visit(on=date(2027, 3, 10), who="Dr Made-Up", found="nothing"))
    clock.time = at(LONDON, 2027, 3, 5, 9, 0)
    tell_lost_task(ws, LostTask(what="hands", how_much="cannot", side="left", since="weeks", course="worse"))
    assert len(open_losses(ws)) == 1


def test_four_weeks_over_a_leap_day_are_28_days(stood):
    ws, clock = stood
    for day in (1, 8, 15):
        clock.time = at(LONDON, 2028, 2, day, 19, 0)
        assert check(ws)
    assert timing(ws).due.on == date(2028, 3, 14)
    clock.time = at(LONDON, 2028, 2, 29, 19, 0)
    assert not check(ws)
    assert timing(ws).extra_from == date(2028, 3, 7)


@given(st.lists(st.integers(0, 800), max_size=40), st.lists(st.integers(0, 800), max_size=40))
def test_extra_checks_move_no_date_and_the_next_lies_after_every_planned_one(planned, extras):
    first = date(2027, 1, 4)
    days = sorted({first + timedelta(days=d) for d in planned})
    due = next_due(days)
    assert due == next_due(reversed(days))
    if days:
        assert due.on is not None
        assert due.on > min(days)
        assert due.on <= max(days) + timedelta(days=28 + 5)
    after = extra_from(first + timedelta(days=d) for d in extras)
    assert (after is None) is (not extras)
    if after is not None:
        assert after == first + timedelta(days=max(extras) + 7)


def test_a_flight_west_or_east_gives_no_second_extra_check_in_a_week(stood):
    ws, clock = stood
    for day in (1, 8, 15):
        clock.time = at(LONDON, 2027, 3, day, 19, 0)
        check(ws)
    clock.time = at(AUCKLAND, 2027, 3, 24, 8, 0)
    assert not check(ws)
    for zone, hour in ((NEW_YORK, 20), (LONDON, 12), (AUCKLAND, 23)):
        clock.time = at(zone, 2027, 3, 30, hour, 0)
        with pytest.raises(NotNow):
            check(ws)
    clock.time = at(NEW_YORK, 2027, 3, 31, 0, 30)
    assert not check(ws)
    assert timing(ws).due.on == date(2027, 4, 12)


def test_two_checks_on_one_local_day_by_flying_over_the_date_line_shorten_no_rhythm(stood):
    ws, clock = stood
    clock.time = at(AUCKLAND, 2027, 3, 8, 9, 0)
    assert check(ws)
    clock.time = at(NEW_YORK, 2027, 3, 7, 20, 0)  # later, and yet the day before
    assert timing(ws).due.on == date(2027, 3, 15)
    assert not timing(ws).due.is_open(timing(ws).today)


@pytest.mark.parametrize("hours", [-12, -1, 1, 12])
def test_a_sign_told_at_the_gate_stays_a_fortnight_wherever_one_flies(stood, hours):
    ws, clock = stood
    told = clock.time
    save_gate(ws, Gate(at=told, lines=(6,), advice="today"))
    clock.time = (told + timedelta(days=13, hours=23)).astimezone(timezone(timedelta(hours=hours)))
    assert open_alert(ws) is not None
    clock.time += timedelta(hours=2)
    assert open_alert(ws) is None


@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, AUCKLAND])
def test_a_seal_opens_on_its_day_by_the_clock_where_one_is(stood, zone):
    ws, clock = stood
    seal_until(ws, date(2027, 3, 28))
    clock.time = at(zone, 2027, 3, 27, 23, 59)
    assert sealed_until(ws) == date(2027, 3, 28)
    clock.time = at(zone, 2027, 3, 28, 0, 0)
    assert sealed_until(ws) is None
