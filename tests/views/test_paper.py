"""A check from paper: what is typed, read exactly or refused in words."""

from datetime import datetime, timedelta, timezone

import pytest

from strengthcheck.catalogue import read_catalogue
from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.base import Side
from strengthcheck.model.check import Trial
from strengthcheck.views.paper import (
    Filled,
    Sheet,
    how_to_type,
    lines,
    paper_check,
    result_of,
    sheets,
    trials_of,
    typed_day,
    typed_moment,
)

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
TESTS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}


def sheet(name: str) -> Sheet:
    return sheets([TESTS[name]])[0]


def filled(name: str, used: str = "", **typed: str) -> Filled:
    """Fields as `force_left="31.2"`."""
    fields: dict[tuple[str, Side], str] = {}
    for key, text in typed.items():
        line, _, side = key.rpartition("_")
        fields[line, {"left": "left", "right": "right"}.get(side, "both")] = text  # type: ignore[index]
    return Filled(sheet(name), fields, used)


@pytest.mark.parametrize(
    "text", ["2026-11-20", "20 November 2026", "20 nov 2026", "20. November 2026", "20.11.2026"]
)
def test_a_day_can_be_typed_in_several_ways(text: str) -> None:
    assert typed_day(text, NOW.date()).isoformat() == "2026-11-20"


@pytest.mark.parametrize("text", ["", "some day", "2026-13-01", "31 Febtober 2026", "2026-02-30"])
def test_what_is_no_day_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(NotAValue, match="2026-11-20"):
        typed_day(text, NOW.date())


def test_a_day_in_the_future_is_refused() -> None:
    with pytest.raises(NotAValue, match="24 November lies in the future"):
        typed_day("2026-11-24", NOW.date())


def test_a_time_later_today_is_refused() -> None:
    with pytest.raises(NotAValue, match="12:01 today has not come yet"):
        typed_moment("2026-11-23", "12:01", NOW)


@pytest.mark.parametrize("clock", ["", "noon", "24:00", "9:75", "930"])
def test_what_is_no_time_is_refused(clock: str) -> None:
    with pytest.raises(NotAValue, match="9:30"):
        typed_moment("2026-11-20", clock, NOW)


def test_date_and_time_carry_an_offset() -> None:
    assert typed_moment("20.11.2026", "9.30", NOW).isoformat() == "2026-11-20T09:30:00+01:00"


def test_trials_stand_in_turn_as_they_would_be_done() -> None:
    made = trials_of(filled("grip-device", force_left="31,2 30.8", force_right="33", effort_left="8"))
    assert made == (
        Trial(side="left", values={"force": 31.2}),
        Trial(side="right", values={"force": 33.0}),
        Trial(side="left", values={"force": 30.8}, effort=8),
    )


@pytest.mark.parametrize("typed", [{"force_left": "x"}, {"force_left": "X"}])
def test_could_not_is_kept_as_could_not(typed: dict[str, str]) -> None:
    assert trials_of(filled("grip-device", **typed)) == (Trial(side="left", could_not=True),)


def test_the_lowest_rung_is_could_not() -> None:
    assert trials_of(filled("cap-tightening", ladder_right="0")) == (Trial(side="right", could_not=True),)


def test_times_from_paper_are_kept_as_taken_by_watch_or_phone() -> None:
    made = trials_of(filled("book-pinch-lift", ladder_left="3", hold_left="10"))
    assert made[0].timed_by == "phone"
    assert made[0].values == {"ladder": 3, "hold": 10.0}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"force_left": "999"}, "left, grip strength: 999 kg is outside"),
        ({"force_right": "strong"}, "right, grip strength: “strong” is not a number"),
        ({"force_left": "31", "effort_left": "11"}, "left, effort: 11 is outside 0 to 10"),
        ({"force_left": "31", "effort_left": "hard"}, "left, effort: “hard” is not a number"),
        ({"effort_left": "7"}, "an effort stands there, and no try"),
        ({"force_left": "3 " * 11}, "11 tries are too many"),
    ],
)
def test_a_wrong_field_is_named_with_its_side(typed: dict[str, str], said: str) -> None:
    with pytest.raises(NotAValue, match=said):
        trials_of(filled("grip-device", **typed))


def test_a_measure_that_must_be_there_is_missed_by_name() -> None:
    with pytest.raises(NotAValue, match="a value is missing"):
        trials_of(filled("book-pinch-lift", hold_left="10"))


def test_an_empty_sheet_gives_no_result() -> None:
    assert result_of(filled("grip-device", used="a device")) is None


def test_the_object_used_is_kept_by_name_and_a_part_by_its_id() -> None:
    whole = result_of(filled("grip-device", used="  demo   device ", force_left="31"))
    assert whole is not None
    assert whole.object == "demo device"
    part = sheets([TESTS["everyday-tasks"]])[0]
    answered = result_of(Filled(part, {("ladder", part.sides[0]): "3"}, ""))
    assert answered is not None
    assert part.part is not None
    assert answered.object == part.part.id


def test_a_check_without_any_value_is_refused() -> None:
    with pytest.raises(NotAValue, match="Nothing is filled in yet"):
        paper_check(NOW, True, [filled("grip-device")])


def test_the_whole_check_carries_its_day_and_kind() -> None:
    check = paper_check(NOW, False, [filled("grip-device", force_left="31")], " a note ")
    assert (check.started_at, check.planned, check.note) == (NOW, False, "a note")


def test_a_question_has_no_effort_line_and_says_what_the_rungs_are() -> None:
    asked = sheet("everyday-tasks")
    assert [line.name for line in lines(asked)] == ["ladder"]
    assert "3 as usual for me" in how_to_type(asked)


def test_every_part_of_a_test_is_a_sheet_of_its_own() -> None:
    assert len(sheets([TESTS["heel-toe-walk"], TESTS["grip-device"]])) == 3
