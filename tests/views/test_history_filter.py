"""Which checks are shown: by test, side, time, kind, and what does not count."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.check import Check
from strengthcheck.views.history import CheckSummary, summary_of
from strengthcheck.views.history_filter import (
    Filter,
    filter_words,
    folded,
    matching,
    next_kind,
    next_side,
    period_question,
    typed_period,
    which_test_question,
    with_period,
)

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
NAMES = {"grip-device": "Grip device", "stairs": "Stairs"}


def made(
    days_ago: int, *trials: dict[str, Any], test: str = "grip-device", planned: bool = True
) -> CheckSummary:
    given = trials or ({"side": "left", "values": {"force": 31}}, {"side": "right", "values": {"force": 33}})
    result = {"protocol": test, "trials": given}
    fields = {"started_at": NOW - timedelta(days=days_ago), "planned": planned, "results": (result,)}
    return summary_of(Check.model_validate(fields))


SLIPPED = made(30, {"side": "left", "values": {"force": 12}, "invalid": "slipped"})
RIGHT_ONLY = made(60, {"side": "right", "values": {"force": 33}})
STAIRS = made(90, {"side": "both", "values": {"ladder": 3}}, test="stairs")
EXTRA = made(10, planned=False)
OLD = made(500)
ALL = (SLIPPED, RIGHT_ONLY, STAIRS, EXTRA, OLD)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), (SLIPPED, RIGHT_ONLY, STAIRS, OLD)),
        (Filter(kind="all"), ALL),
        (Filter(kind="extra"), (EXTRA,)),
        (Filter(test="stairs"), (STAIRS,)),
        (Filter(side="left"), (SLIPPED, OLD)),
        (Filter(invalid=True), (SLIPPED,)),
        (Filter(invalid=True, side="right"), ()),
        (Filter(since=date(2026, 9, 1)), (SLIPPED, RIGHT_ONLY)),
        (Filter(until=date(2026, 1, 1)), (OLD,)),
        (Filter(side="left", kind="all", since=date(2026, 1, 1)), (SLIPPED, EXTRA)),
    ],
)
def test_only_what_is_looked_for_is_shown(wanted: Filter, found: tuple[CheckSummary, ...]) -> None:
    assert matching(ALL, wanted) == found


def test_extra_checks_are_folded_away_and_counted_until_they_are_unfolded() -> None:
    assert folded(ALL, Filter()) == 1
    assert folded(ALL, Filter(test="stairs")) == 0
    assert folded(ALL, Filter(kind="all")) == 0
    assert [next_kind(Filter()).kind, next_kind(next_kind(Filter())).kind] == ["all", "extra"]
    assert next_kind(Filter(kind="extra")) == Filter()


def test_the_side_goes_left_right_and_back_to_both() -> None:
    assert [next_side(Filter()).side, next_side(Filter(side="left")).side] == ["left", "right"]
    assert next_side(Filter(side="right")) == Filter()


def test_what_is_looked_for_stands_in_words_and_nothing_stands_where_nothing_is() -> None:
    assert filter_words(Filter(), NAMES, TODAY) == ""
    wanted = Filter(test="stairs", side="left", since=date(2026, 3, 1), kind="extra", invalid=True)
    assert filter_words(wanted, NAMES, TODAY) == (
        "Shown: Stairs · left side · since 1 March · extra ones alone · with a try that doesn't count. "
        "c shows the usual list."
    )
    between = Filter(since=date(2026, 3, 1), until=date(2026, 4, 1))
    assert "1 March to 1 April" in filter_words(between, NAMES, TODAY)
    assert not Filter().narrows
    assert between.narrows


def test_a_time_is_chosen_by_a_key_or_typed() -> None:
    assert with_period(Filter(), "half", TODAY).since == TODAY - timedelta(days=183)
    assert with_period(Filter(since=TODAY), "all", TODAY) == Filter()
    assert typed_period(Filter(), "1 March", "", TODAY) == Filter(since=date(2026, 3, 1))
    with pytest.raises(NotAValue, match="before it begins"):
        typed_period(Filter(), "1 March", "1 February", TODAY)
    with pytest.raises(NotAValue):
        typed_period(Filter(), "soon", "", TODAY)
    assert [a.name for a in period_question().answers] == ["all", "half", "year", "typed"]


def test_only_tests_that_were_done_are_asked_for() -> None:
    assert [a.label for a in which_test_question(ALL, NAMES).answers] == [
        "every test",
        "Grip device",
        "Stairs",
    ]
