import random
from datetime import date, timedelta

import pytest

from strengthcheck.analysis.dips import dips_of, low_days
from strengthcheck.analysis.schedule import next_due
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.wayout import Facts, longer_since, settled_record, way_out
from strengthcheck.analysis.whole import read_whole
from strengthcheck.model.check import Trial
from strengthcheck.model.profile import Plan, Visit
from strengthcheck.model.series import Pair
from tests.analysis.making import LADDER, force, kept, lookup, protocol

START = date(2026, 1, 5)
MONTH = 30.4375


def days(checks: int) -> list[date]:
    """Regular dates: days 0, 7 and 14, then every 28."""
    offsets = [0, 7, 14, *(14 + 28 * k for k in range(1, checks))][:checks]
    return [START + timedelta(days=d) for d in offsets]


def pairs(planned: list[date], *, loss: float, error: float, ladder: bool) -> tuple[Pair, ...]:
    """Both hands of one person; the right one loses a share of its base a month from day 100 on."""
    chance = random.Random(7)
    test = protocol("ladder-test", (LADDER,)) if ladder else protocol()
    checks = []
    for day in planned:
        offset = (day - START).days
        left_there = max(1.0 - loss * max(offset - 100, 0) / MONTH, 0.05)
        if ladder:
            trials = [Trial(side=s, values={"ladder": 3}) for s in ("left", "right")]
        else:
            noise = [1 + chance.gauss(0, error) for _ in range(2)]
            trials = [
                force("left", round(30 * noise[0], 1)),
                force("right", round(32 * left_there * noise[1], 1)),
            ]
        checks.append(kept(offset, *trials, p=test))
    return pairs_of(checks, lookup(test))


def facts(
    checks: int, *, loss: float = 0.0, ladder: bool = False, error: float = 0.04, **more: object
) -> Facts:
    planned = days(checks)
    whole = read_whole(pairs(planned, loss=loss, error=error, ladder=ladder))
    given: dict[str, object] = {
        "pairs": whole.pairs,
        "worth_showing": whole.record.worth_showing,
        "planned": planned,
        "regular": next_due(planned).number - 1,
        "visits": (),
        "open_losses": 0,
        "plan": Plan(),
        "today": planned[-1],
        "limbs": whole.record.limbs,
        "open_days": low_days(dips_of(whole.pairs)).still_open,
        **more,
    }
    return Facts(**given)  # type: ignore[arg-type]


def visit(found: str, on: date = START) -> Visit:
    return Visit.model_validate({"on": on, "who": "Dr Made-Up", "found": found})


def test_a_steady_person_is_offered_a_longer_interval_once_half_a_year_and_two_more_checks_are_done():
    assert [way_out(facts(n)) for n in range(3, 11)] == [None] * 8
    offered = way_out(facts(11))
    assert offered is not None
    assert offered.step == "longer"
    assert offered.settled is not None
    assert offered.settled.shown is not None
    assert 4 <= offered.settled.shown.months <= 8


def test_where_a_test_excludes_a_loss_of_3_per_cent_the_two_more_checks_are_not_asked(monkeypatch):
    assert way_out(facts(9, error=0.01)) is None
    monkeypatch.setattr("strengthcheck.analysis.wayout.excludes", lambda read: True)
    assert way_out(facts(8, error=0.01)) is None
    assert way_out(facts(9, error=0.01)) is not None


def test_at_the_longer_interval_an_end_is_offered():
    offered = way_out(facts(12, plan=Plan(interval_days=84)))
    assert offered is not None
    assert offered.step == "end"


def test_an_end_is_offered_only_by_a_check_made_since_the_longer_interval_was_chosen():
    base = facts(12, plan=Plan(interval_days=84))
    chosen = base.planned[-1]
    assert way_out(base._replace(longer_since=chosen)) is None
    assert way_out(base._replace(longer_since=chosen - timedelta(days=84))) is not None


def test_the_longer_interval_holds_since_the_day_on_which_it_was_last_taken_up():
    a, b, c, d = (START + timedelta(days=100 * i) for i in range(4))
    assert longer_since(((a, 28),)) is None
    assert longer_since(((a, 28), (b, 84), (c, 84))) == b
    assert longer_since(((a, 84), (b, 28), (c, 84), (d, 56))) == c
    assert longer_since(84) is None


def test_rungs_exclude_nothing_so_two_more_checks_are_asked():
    assert way_out(facts(10, ladder=True)) is None
    offered = way_out(facts(11, ladder=True))
    assert offered is not None
    assert offered.settled is not None
    assert not offered.settled.numbers
    assert offered.settled.shown is None
    assert offered.settled.coarse == ("arm",)


def test_a_record_that_falls_is_never_called_settled():
    for checks in range(4, 20):
        assert settled_record(facts(checks, loss=0.05)) is None or checks < 9


def test_a_loss_that_is_told_or_a_change_worth_showing_closes_the_way_out():
    assert way_out(facts(12, open_losses=1)) is None
    assert way_out(facts(12, worth_showing=True)) is None


def test_where_the_latest_checks_were_set_aside_nothing_is_said_of_today():
    assert way_out(facts(12, blind=True)) is None
    base = facts(12)
    stale = [*base.planned, *(base.planned[-1] + timedelta(days=28 * k) for k in (1, 2, 3))]
    assert way_out(base._replace(planned=stale, today=stale[-1])) is None


def test_an_old_examination_ends_nothing_while_a_side_leans_or_is_low():
    falling = facts(9, loss=0.06, visits=(visit("nothing"),))
    assert way_out(falling._replace(worth_showing=False)) is None
    assert way_out(facts(5, visits=(visit("nothing"),))) is not None


def test_sealed_an_examination_before_the_latest_check_says_the_same_however_that_went():
    calm, falling = (facts(9, loss=loss, visits=(visit("nothing"),)) for loss in (0.0, 0.06))
    assert [way_out(f, sealed=True) for f in (calm, falling)] == [None, None]
    assert way_out(facts(9, visits=(visit("nothing", calm.planned[-1]),)), sealed=True) is not None


def test_an_examination_that_found_no_weakness_is_enough_at_any_time():
    offered = way_out(facts(1, visits=(visit("nothing"),)))
    assert offered is not None
    assert offered.step == "end"
    assert offered.settled is None


@pytest.mark.parametrize("found", ["explained", "watching", "referred"])
def test_other_findings_do_not_end_testing(found):
    assert way_out(facts(4, visits=(visit(found),))) is None


def test_the_latest_visit_counts_and_what_was_measured_after_it():
    later = START + timedelta(days=60)
    assert way_out(facts(4, visits=(visit("nothing"), visit("referred", later)))) is None
    worse = facts(6, visits=(visit("nothing"),), worth_showing=True)
    assert way_out(worse) is None


def test_once_ended_nothing_is_proposed_any_more():
    assert way_out(facts(12, plan=Plan(ended_on=START))) is None
    assert way_out(facts(1, plan=Plan(ended_on=START), visits=(visit("nothing"),))) is None


def shown_months(checks: int, error: float) -> int | None:
    settled = settled_record(facts(checks, error=error))
    return settled.shown.months if settled is not None and settled.shown is not None else None


def test_what_would_have_shown_is_counted_back_from_today_so_a_longer_record_says_nothing_bolder():
    year, three = shown_months(14, 0.03), shown_months(40, 0.03)
    assert year is not None
    assert three is not None
    assert abs(three - year) <= 1


def test_a_test_no_longer_done_says_less_the_longer_ago_it_was():
    base = facts(14, error=0.03)
    now = settled_record(base)
    later = settled_record(base._replace(today=base.today + timedelta(days=61)))
    assert now is not None
    assert later is not None
    assert now.shown is not None
    assert later.shown is not None
    assert later.shown.months == now.shown.months + 2


def test_the_checks_of_a_settled_record_are_all_planned_ones_as_other_pages_count_them() -> None:
    regular = facts(11)
    confirmed = regular._replace(planned=sorted([*regular.planned, regular.planned[5] + timedelta(days=14)]))
    settled = settled_record(confirmed)
    assert settled is not None
    assert settled.checks == 12
