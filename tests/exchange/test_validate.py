"""A check held against the tests that it names."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.exchange.checks import check_from
from strengthcheck.exchange.known import KnownProtocols
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.validate import accept, texts_used, value_fault
from strengthcheck.model.protocol import Measure
from tests.exchange.samples import CHECK, KNOWN, NOW, known_text, protocol, sample, with_trial


def refusal(data: dict[str, Any], known: KnownProtocols = KNOWN) -> str:
    with pytest.raises(Refused) as caught:
        accept(check_from(data), known, now=NOW)
    return str(caught.value)


def test_a_result_without_a_version_gets_the_catalogues() -> None:
    results = [{"protocol": "jar-lid", "trials": [{"side": "left", "values": {"ladder": 3}}]}]
    check = accept(check_from(sample(results=results)), KNOWN, now=NOW)
    assert check.results[0].protocol_version == 2
    assert json.loads(check.model_dump_json(exclude_unset=True))["results"][0]["protocol_version"] == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            with_trial(side="both", values={"force": 1}),
            "trials[1].side: grip-device is done by left or right",
        ),
        (with_trial(side="left", values={"hold": 1}), "values.hold: grip-device has no such measure"),
        (with_trial(side="left", values={"forse": 1}), "did you mean force?"),
        (with_trial(side="left", values={"force": 312}), "force: should be from 0 to 120 kg (got 312)"),
        (with_trial(side="left", values={"force": -0.1}), "should be from 0 to 120 kg (got -0.1)"),
        (with_trial(side="left", values={"ladder": 1.5}), "ladder: should be 0, 1, 2 or 3 (got 1.5)"),
        (with_trial(side="left", values={"ladder": 4}), "should be 0, 1, 2 or 3"),
        (with_trial(side="left", values={"slips": 2.5}), "should be a whole number from 0 to 99"),
        (
            sample(results=[{"protocol": "gripdevice", "trials": [{"side": "left", "could_not": True}]}]),
            "results[1].protocol: no test is called gripdevice; did you mean grip-device?",
        ),
        (
            sample(results=[{"protocol": "x", "trials": [{"side": "left", "could_not": True}]}]),
            "no test is called x (known: grip-device, jar-lid and stairs)",
        ),
        (
            sample(results=[{**CHECK["results"][0], "protocol_version": 9}]),
            "version 9 of grip-device is not known here (known: 1)",
        ),
        (
            sample(results=[{**CHECK["results"][0], "expected": {"both": "weaker"}}]),
            "expected.both: grip-device is done by left or right",
        ),
        (
            sample(results=[{"protocol": "stairs", "trials": [{"side": "left", "values": {"force": 1}}]}]),
            "stairs is done by both sides together (got left)",
        ),
        (sample(started_at="2026-11-23T11:06:00+01:00"), "started_at: lies in the future"),
        (sample(started_at="2027-11-23T09:30:00+01:00"), "lies in the future"),
        (sample(started_at="9999-12-31T23:59:59-12:00"), "should be a date from 1900 on"),
        (sample(started_at="0001-01-01T00:00:00+14:00"), "should be a date from 1900 on"),
        (with_trial(side="left", values={"force": 1}, at="2026-11-24T09:30:00Z"), "trials[1].at: lies in"),
    ],
)
def test_what_does_not_fit_the_test_is_named_with_its_place(data: dict[str, Any], said: str) -> None:
    assert said in refusal(data)


def test_every_fault_is_named_at_once() -> None:
    trials = [{"side": "left", "values": {"force": 999}}, {"side": "both", "values": {"hold": 1}}]
    message = refusal(sample(results=[{"protocol": "grip-device", "trials": trials}]))
    for place in ("trials[1].values.force", "trials[2].side", "trials[2].values.hold"):
        assert place in message


def test_a_clock_five_minutes_ahead_is_let_pass() -> None:
    late = (NOW + timedelta(minutes=5)).isoformat()
    assert accept(check_from(sample(started_at=late)), KNOWN, now=NOW)


def test_without_a_clock_any_day_is_taken() -> None:
    assert accept(check_from(sample(started_at="2031-01-01T00:00:00Z")), KNOWN, now=None)


def test_an_old_version_that_is_still_known_is_checked_by_its_own_bounds() -> None:
    weaker = protocol(measures=(protocol().measures[0].model_copy(update={"high": 30}),), version=2)
    known = KnownProtocols.of([known_text(weaker), known_text(protocol())])
    named = sample(results=[{**CHECK["results"][0], "protocol_version": 1}])
    assert accept(check_from(named), known, now=NOW).results[0].protocol_version == 1
    assert "from 0 to 30 kg" in refusal(sample(), known)


def test_the_texts_used_are_those_of_the_versions_named() -> None:
    both = KNOWN.then([known_text(protocol(version=2))])
    named = sample(results=[{**CHECK["results"][0], "protocol_version": 2}])
    check = accept(check_from(named), both, now=NOW)
    assert [(t.id, t.version) for t in texts_used(check, both)] == [("grip-device", 2)]


def test_of_two_texts_with_one_id_and_version_the_first_is_meant() -> None:
    mine = known_text(protocol(), "mine")
    known = KnownProtocols.of([mine]).then(KNOWN)
    assert known.find("grip-device") == mine
    assert known.by_digest(KNOWN.items[0].text.sha256) == KNOWN.items[0]
    assert known.by_digest("0" * 64) is None


@given(st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False))
def test_a_value_stands_exactly_when_it_is_within_its_bounds(value: float) -> None:
    force = Measure(id="force", name="F", unit="kg", better="higher", low=0, high=120, typical_error=0.1)
    assert (value_fault(force, value) is None) == (0 <= value <= 120)
