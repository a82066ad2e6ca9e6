"""One check from JSON: taken as it stands, or refused in plain words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.exchange.checks import check_from, check_to, read_check, same_as_named
from strengthcheck.exchange.refused import Refused
from tests.exchange.samples import CHECK, sample, with_trial


def refusal(text: str) -> str:
    with pytest.raises(Refused) as caught:
        read_check(text)
    return str(caught.value)


def test_the_contracts_example_is_taken_and_given_back_value_for_value() -> None:
    assert check_to(read_check(json.dumps(CHECK))) == CHECK


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("  \n", "is empty"),
        ("{", "is not JSON"),
        ("hello", "is not JSON"),
        ("[]", "should be a JSON object"),
        ('"text"', "should be a JSON object"),
        ("null", "should be a JSON object"),
        ("[" * 100_000, "nested too deep"),
        ('{"a":' * 100_000, "nested too deep"),
        ("[" * 60 + "]" * 60, "nested too deep"),
        ('{"note": "a", "note": "b"}', "note stands twice"),
        ('{"results": [' + "[]," * 3_100_000 + "[]]}", "more than 6000000 values"),
        ('{"note": NaN}', "NaN is not a number"),
        ('{"note": -Infinity}', "-Infinity is not a number"),
        ('{"note": 1e999}', "1e999 is too large a number"),
        ('{"note": ' + "9" * 5000 + "}", "too large a number"),
        ('{"note": "\\ud83d"}', "half of a pair"),
        ('{"\\ud83d": 1}', "half of a pair"),
        ('{"note": "\x1b"}', "is not JSON"),
        ("{}", "started_at: is missing; results: is missing"),
    ],
)
def test_text_that_is_no_check_is_refused_in_plain_words(text: str, said: str) -> None:
    assert said in refusal(text)


def test_a_text_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused, match="more than 1 MB"):
        read_check('{"note": "' + "x" * (1024 * 1024), most=1024 * 1024)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (sample(protocls=[]), "protocls: protocls is not a known setting"),
        (sample(notes="x"), "notes is not a known setting; did you mean note?"),
        (sample(started_at=None), "started_at: is missing"),
        (sample(started_at="2026-11-23T09:30:00"), "started_at: needs its offset from UTC"),
        (sample(started_at="2026-11-23"), "started_at: should be a date and time"),
        (sample(started_at="1795427400"), "started_at: should be a date and time"),
        (sample(started_at=1795427400), "started_at: should be a date and time"),
        (sample(started_at="2026-02-30T09:30:00Z"), "started_at"),
        (sample(started_at=""), "started_at: should be a date and time"),
        (sample(id="kitchen"), "id: should be a UUID"),
        (sample(id=7), "id: should be a UUID"),
        (sample(planned="yes"), "planned"),
        (sample(planned=1), "planned"),
        (sample(results=[]), "results: is empty"),
        (sample(results={}), "results"),
        (sample(context={"worry": 11}), "context.worry: should be at most 10"),
        (sample(context={"sleep": 7}), "did you mean sleep_hours?"),
        (with_trial(side="left", values={"force": "31.2"}), "should be a number, written like 12.4"),
        (with_trial(side="left", values={"force": True}), "should be a number"),
        (with_trial(side="left", values={"force": None}), "should be a number"),
        (with_trial(side="left", values={"force": [31.2]}), "should be a number"),
        (with_trial(side="left", values={"force": "0:12.4"}), "should be a number"),
        (with_trial(side="middle", values={"force": 1}), "trials[1].side: should be one of"),
        (with_trial(side="left"), "a trial needs values, could_not, or skipped"),
        (with_trial(side="left", could_not=True, values={"force": 1}), "only one of them"),
        (with_trial(side="left", skipped=""), "skipped"),
        (with_trial(side="left", values={"force": 1}, invalid="bored"), "invalid: should be one of"),
        (with_trial(side="left", values={"force": 1}, effort=-1), "effort: should be at least 0"),
        (with_trial(side="left", values={"force": 1}, at="2026-11-23T09:30:00"), "at: needs its offset"),
        (
            with_trial(side="left", values={"force": 1}, at="20261123"),
            "trials[1].at: should be a date and time",
        ),
        (with_trial(side="left", vales={"force": 1}), "did you mean values?"),
    ],
)
def test_each_wrong_field_is_named_with_what_would_be_right(data: dict[str, Any], said: str) -> None:
    assert said in refusal(json.dumps(data))


def test_one_pair_of_test_and_object_twice_is_refused() -> None:
    result = {"protocol": "grip-device", "trials": [{"side": "left", "could_not": True}]}
    assert "grip-device stands twice" in refusal(json.dumps(sample(results=[result, result])))


def test_a_newer_format_is_refused_with_both_versions_named() -> None:
    message = refusal(json.dumps(sample(format_version=7)))
    assert "version 7" in message
    assert "up to 1" in message


@pytest.mark.parametrize("version", [0, -1, "1", True, 1.0, None])
def test_a_version_that_is_none_is_refused(version: Any) -> None:
    with pytest.raises(Refused, match="format_version"):
        check_from({**CHECK, "format_version": version})


def test_a_hidden_character_in_a_name_never_reaches_the_message_raw() -> None:
    assert "\x1b" not in refusal(json.dumps({**CHECK, "results": "\x1b[31m"}))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(CHECK)), JSON_VALUES)
def test_whatever_stands_in_a_field_only_a_refusal_leaves_the_reader(field: str, value: Any) -> None:
    text = json.dumps({**CHECK, field: value})
    try:
        check = read_check(text)
    except Refused:
        return
    assert read_check(json.dumps(check_to(check))) == check


@given(st.text(max_size=200))
def test_whatever_the_text_only_a_refusal_leaves_the_reader(text: str) -> None:
    with pytest.raises(Refused):
        read_check(text)


def test_what_the_second_file_leaves_out_is_not_compared() -> None:
    stored = check_from(CHECK)
    short = sample(note=None, context={"worry": 4}, planned=None)
    assert same_as_named(check_from(short), stored)
    assert not same_as_named(stored, check_from(short))


@pytest.mark.parametrize(
    "other",
    [
        sample(note="other text"),
        sample(planned=False),
        sample(started_at="2026-11-23T08:30:00Z"),
        sample(context={"worry": 5}),
        sample(results=[{**CHECK["results"][0], "trials": CHECK["results"][0]["trials"][:4]}]),
        sample(results=[{**CHECK["results"][0], "object": "another device"}]),
        sample(results=[{**CHECK["results"][0], "expected": {"left": "stronger"}}]),
    ],
)
def test_other_content_is_seen_as_other(other: dict[str, Any]) -> None:
    assert not same_as_named(check_from(other), check_from(CHECK))


def test_three_and_three_point_nought_are_the_same_value() -> None:
    whole = with_trial(side="left", values={"force": 33})
    point = with_trial(side="left", values={"force": 33.0})
    assert same_as_named(check_from(whole), check_from(point))
