"""Values as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.guide.entering import NotAValue, spoken_unit, typed_number, typed_value
from strengthcheck.model.protocol import Measure

from .people import FORCE, HOLD

FORCE_KG = Measure.model_validate(FORCE)
SECONDS = Measure.model_validate({**HOLD, "high": 120})
SLIPS = Measure.model_validate(
    {
        "id": "slips",
        "name": "slips",
        "unit": "count",
        "better": "lower",
        "low": 0,
        "high": 99,
        "typical_error": 0.5,
    }
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,4", 12.4),
        ("12.4", 12.4),
        ("0:12.4", 12.4),
        ("1:02.4", 62.4),
        ("1:02,4", 62.4),
        (" 7 ", 7.0),
        ("+7", 7.0),
        ("12.34567", 12.346),
    ],
)
def test_seconds_are_read_as_they_are_written(text, value):
    assert typed_value(text, SECONDS) == value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Nothing is typed"),
        ("   ", "Nothing is typed"),
        ("abc", "is not a number"),
        ("1.2.3", "is not a number"),
        ("1,000.5", "is not a number"),
        ("12,4 s", "is not a number"),
        ("-3", "outside what is possible"),
        ("−3", "outside what is possible"),
        ("1:75", "is not a time"),
        (":30", "is not a time"),
        ("121", "outside what is possible here (0 to 120)"),
        ("nan", "is not a number"),
        ("inf", "is not a number"),
        ("1e5", "is not a number"),
        ("9" * 400, "is too large"),
    ],
)
def test_what_is_no_time_is_said_in_words(text, says):
    with pytest.raises(NotAValue, match=None) as refused:
        typed_value(text, SECONDS)
    assert says in str(refused.value)


def test_a_minus_of_any_kind_is_a_minus():
    assert typed_number("−3") == -3


def test_what_is_typed_is_shown_without_driving_the_terminal():
    with pytest.raises(NotAValue) as refused:
        typed_number("\x1b[31mred")
    assert "\x1b" not in str(refused.value)


def test_what_is_counted_is_whole():
    assert typed_value("4", SLIPS) == 4
    assert isinstance(typed_value("4,0", SLIPS), int)
    with pytest.raises(NotAValue, match="whole number, such as 4"):
        typed_value("4.5", SLIPS)


def test_kilograms_know_no_minutes():
    with pytest.raises(NotAValue):
        typed_value("1:02", FORCE_KG)


def test_units_are_spoken():
    assert [spoken_unit(m) for m in (FORCE_KG, SECONDS, SLIPS)] == ["kg", "seconds", ""]


@given(st.text(max_size=30))
def test_any_text_is_a_value_within_bounds_or_a_message(text):
    said, value = "", 0.0
    try:
        value = typed_value(text, SECONDS)
    except NotAValue as e:
        said = str(e)
    assert said.isprintable()
    assert 0 <= value <= 120


@given(st.floats(0, 119.9).map(lambda x: round(x, 1)))
def test_comma_point_and_clock_say_the_same(seconds):
    text = f"{seconds:.1f}"
    clock = f"{int(seconds // 60)}:{seconds % 60:04.1f}"
    values = {typed_value(t, SECONDS) for t in (text, text.replace(".", ","))}
    assert values == {seconds}
    if not clock.endswith(":60.0"):
        assert abs(typed_value(clock, SECONDS) - seconds) < 0.06
