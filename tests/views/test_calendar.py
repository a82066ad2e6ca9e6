"""The calendar: every check on its day, planned and extra told apart by a sign, and nothing counted."""

from datetime import date, datetime, timedelta, timezone

from strengthcheck.model.check import Check
from strengthcheck.views.calendar import (
    LEAD,
    MONTH_WIDTH,
    Day,
    across,
    cell,
    first_shown,
    legend,
    moved,
    shown_months,
    spoken,
)
from strengthcheck.views.history import CheckSummary, summary_of

TODAY = date(2026, 11, 23)
TRIAL = {"side": "left", "values": {"force": 31}}


def on(day: date, *, planned: bool = True) -> CheckSummary:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=timezone(timedelta(hours=1)))
    result = {"protocol": "grip-device", "trials": (TRIAL,)}
    return summary_of(Check.model_validate({"started_at": at, "planned": planned, "results": (result,)}))


CHECKS = (
    on(date(2026, 11, 9)),
    on(date(2026, 11, 20), planned=False),
    on(date(2026, 10, 31)),
    on(date(2025, 12, 31)),
)
SHOWN = first_shown(CHECKS, date(2026, 12, 7), TODAY)


def marks(month: int) -> dict[int, str]:
    (found,) = [m for m in shown_months(SHOWN, 14) if m.title.startswith(month_name(month))]
    return {d.number: d.mark for week in found.weeks for d in week if d.mark}


def month_name(month: int) -> str:
    return f"{date(2026, month, 1):%B} 2026"


def test_every_check_stands_on_its_day() -> None:
    assert marks(11) == {9: "planned", 20: "extra", 23: "today"}
    assert marks(10) == {31: "planned"}
    assert marks(12) == {7: "due"}
    assert marks(2) == {}


def test_months_are_whole_and_begin_on_a_monday() -> None:
    for month in shown_months(SHOWN, 14):
        days = [d.number for week in month.weeks for d in week if d.number]
        assert days == list(range(1, len(days) + 1))
        assert all(len(week) == 7 for week in month.weeks)
    november = shown_months(SHOWN, 2)[0]
    assert november.title == "November 2026"
    assert [d.number for d in november.weeks[0]] == [0, 0, 0, 0, 0, 0, 1]


def test_it_ends_with_the_month_of_the_next_date_and_goes_back_while_there_are_checks() -> None:
    assert shown_months(SHOWN, 1)[0].title == "December 2026"
    assert SHOWN.earlier
    assert not SHOWN.later
    first = SHOWN._replace(last=date(2025, 12, 1))
    assert not first.earlier
    assert first.later
    assert moved(date(2026, 1, 1), -1) == date(2025, 12, 1)
    assert moved(date(2026, 12, 1), 3) == date(2027, 3, 1)


def test_an_empty_record_shows_this_month() -> None:
    empty = first_shown((), None, TODAY)
    assert [m.title for m in shown_months(empty, 1)] == ["November 2026"]
    assert not empty.earlier
    assert not empty.later


def test_every_mark_has_a_sign_of_its_own_and_all_cells_are_alike() -> None:
    cells = [cell(Day(7, mark)) for mark in ("", "planned", "extra", "due", "today")]
    assert len(set(cells)) == 5
    assert {len(c) for c in (*cells, cell(Day(0, "")))} == {4}
    assert MONTH_WIDTH == 7 * 4
    assert [across(w) for w in (20, 60, 92, 200)] == [1, 2, 3, 3]


def test_the_legend_names_the_signs_that_are_drawn_and_no_other() -> None:
    assert legend(shown_months(SHOWN, 2)) == "● planned   ○ extra   ◇ next date   ‹ today"
    assert legend(shown_months(SHOWN, 1)) == "◇ next date"
    over = first_shown(CHECKS, date(2026, 11, 8), TODAY)
    assert "next date" not in legend(shown_months(over, 3)), "a date that has passed is drawn nowhere"
    assert legend(shown_months(first_shown((), None, TODAY), 1)) == "‹ today"


def test_nothing_counts_or_praises() -> None:
    assert not any(c.isdigit() for c in LEAD + legend(shown_months(SHOWN, 14)))
    assert spoken(shown_months(SHOWN, 2)[0]) == "November 2026: 9, 20 (extra)"
    assert spoken(shown_months(SHOWN, 1)[0]) == "December 2026: 7 (next date)"
