"""What `compare --format json` carries is enough to read the record again."""

import json
from datetime import date
from typing import Any

import pytest

from strengthcheck.analysis import read_pair
from strengthcheck.views.compare import compare_view
from strengthcheck.views.compare_text import compare_data
from strengthcheck.views.rules import rule_lines
from strengthcheck.views.said import Moment
from tests.analysis.making import force, kept
from tests.analysis.people_at_home import days, steady
from tests.analysis.test_courses import QUARTER_LESS
from tests.analysis.test_whole import grips, losing, told_on, whole

NAMES = ("days", "left", "right", "better", "typical_error", "cap", "least_change", "least_units", "events")


def data(checks: list[Any], events: tuple[Any, ...] = ()) -> dict[str, Any]:
    found = whole(checks, events=events)
    view = compare_view(found.pairs, found.record, Moment(date(2027, 6, 1), None))
    loaded: dict[str, Any] = json.loads(json.dumps(compare_data(view)))
    return loaded


@pytest.mark.parametrize("kind", ["steady", "losing", "after an event"])
def test_reading_again_what_was_given_gives_the_same_reading(kind):
    checks = grips() if kind == "steady" else grips(left=losing)
    events = (told_on(150, side="left", body="arm"),) if kind == "after an event" else ()
    told = data(checks, events)
    (pair,) = told["pairs"]
    again = read_pair(**{n: pair["given"][n] for n in NAMES}, threshold=told["alone"])
    assert again.model_dump(mode="json") == pair["reading"]
    assert len(pair["given"]["days"]) == len(pair["checks"]) == len(pair["days"])


def test_a_raised_side_names_its_checks_its_range_its_numbers_and_what_would_change_it():
    (pair,) = data(grips(left=losing))["pairs"]
    left = pair["reading"]["left"]
    assert left["rule"] == "raised"
    assert left["spoke"]
    assert all(pair["given"]["left"][k] < left["range"]["centre"] for k in left["spoke"])
    assert left["odds"]["total"] > left["odds"]["needed"]
    assert left["changes_with"] == ["two_usual_checks", "a_visit"]
    (read,) = whole(grips(left=losing)).pairs
    assert "two usual checks running would end it" in rule_lines(read)[0]


def test_a_side_that_has_been_lower_for_months_can_be_recomputed_and_its_gap_is_no_loss():
    right = steady(23, 33.0, seed=95)
    each = zip(days(23), QUARTER_LESS, right, strict=True)
    (read,) = whole([kept(d, force("left", a), force("right", b)) for d, a, b in each]).pairs
    left, _, gap = rule_lines(read)
    assert "every value was low for 16 weeks or more" in left
    assert gap.startswith("Gap")
    assert "loss" not in gap
    assert read.reading.left.odds is not None
    assert read.reading.left.odds.total > read.reading.left.odds.needed
