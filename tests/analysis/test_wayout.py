import random
from datetime import date, timedelta

import pytest

from strengthcheck.analysis.schedule import next_due
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.wayout import Facts, settled_record, smallest_excluded, way_out
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
    assert offered.settled.rate in (0.04, 0.05)


def test_where_the_model_excludes_a_loss_of_3_per_cent_the_two_more_checks_are_not_asked(monkeypatch):
    monkeypatch.setattr("strengthcheck.analysis.wayout.smallest_excluded", lambda pairs: 0.03)
    assert way_out(facts(8)) is None
    offered = way_out(facts(9))
    assert offered is not None
    assert offered.settled is not None
    assert offered.settled.rate == 0.03


def test_at_the_longer_interval_an_end_is_offered():
    offered = way_out(facts(12, plan=Plan(interval_days=84)))
    assert offered is not None
    assert offered.step == "end"


def test_where_the_model_can_exclude_nothing_two_more_checks_are_asked():
    assert way_out(facts(10, ladder=True)) is None
    offered = way_out(facts(11, ladder=True))
    assert offered is not None
    assert offered.settled is not None
    assert offered.settled.rate is None


def test_a_record_that_falls_is_never_called_settled():
    for checks in range(4, 20):
        assert settled_record(facts(checks, loss=0.05)) is None or checks < 9


def test_a_loss_that_is_told_or_a_change_worth_showing_closes_the_way_out():
    assert way_out(facts(12, open_losses=1)) is None
    assert way_out(facts(12, worth_showing=True)) is None


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


def test_a_noisier_hand_excludes_less():
    quiet = smallest_excluded(facts(9, error=0.03).pairs)
    noisy = smallest_excluded(facts(9, error=0.14).pairs)
    assert quiet is not None
    assert noisy is None or noisy > quiet


def test_the_checks_of_a_settled_record_are_all_planned_ones_as_other_pages_count_them() -> None:
    regular = facts(11)
    confirmed = regular._replace(planned=sorted([*regular.planned, regular.planned[5] + timedelta(days=14)]))
    settled = settled_record(confirmed)
    assert settled is not None
    assert settled.checks == 12
