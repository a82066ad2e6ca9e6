"""The published schemas, held against what `record` and `import` take."""

import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.exchange.checks import check_from
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.shapes import check_schema, export_schema
from strengthcheck.model.profile import LostTask, Profile, Visit
from strengthcheck.services.person import save_profile, save_visit, tell_lost_task
from strengthcheck.services.plan import seal_until
from strengthcheck.services.recording import record_check
from strengthcheck.services.reporting import save_form
from strengthcheck.services.transfer import export_json
from tests.exchange.samples import CHECK, CHECK_ID, sample
from tests.report.samples import EVENTS, FORM, TODAY
from tests.services.rooms import opened

SCHEMA = jsonschema.Draft202012Validator(check_schema())
FULL = sample(
    id=CHECK_ID,
    format_version=1,
    planned=False,
    note="made up",
    context={
        "sleep_hours": 7.5,
        "hard_exercise": True,
        "soreness": 1,
        "pain": 0,
        "ill": False,
        "cold_hands": True,
        "where": ["left_arm"],
        "worry": 4,
        "week_limited": 2,
    },
    results=[
        {
            "protocol": "grip-device",
            "protocol_version": 1,
            "object": "made-up device",
            "expected": {"left": "weaker"},
            "felt": {"right": "as_usual"},
            "trials": [
                {"side": "left", "values": {"force": 31.2}, "effort": 8, "pain": 0, "timed_by": "device"},
                {"side": "left", "values": {"force": 3}, "invalid": "other", "invalid_note": "slip"},
                {"side": "right", "skipped": "sore thumb"},
                {"side": "right", "could_not": True, "lost_focus": False, "at": "2025-01-02T09:30:01Z"},
                {"side": "right", "invalid": "interrupted"},
            ],
        }
    ],
)
WILD = st.sampled_from(
    [
        *(None, True, False, 0, 1, 2, 3, -1, 11, 10.0, 24.5, 1e300, "", "x" * 201, "left", "both", "none"),
        *([], {}, [1], {"force": 3}, {"Force": 3}, {"force": "3"}, {"left": "weaker"}, ["left_arm"]),
        *("slipped", "keyboard", "grip-device", "Grip Device", CHECK_ID, CHECK_ID.replace("-", ""), "3e3b"),
        *("2025-01-02T09:30+01:00", "2025-01-02 09:30:00z", "2025-01-02", "1025-01-02T09:30:00Z"),
        *(
            "2025-13-02T09:30:00Z",
            "2025-01-02T09:30:00",
            "2025-01-02T24:00:00Z",
            "2025-01-02T09:30:00,5+0100",
        ),
    ]
)
NAMES = st.sampled_from(
    [
        *(
            "id",
            "started_at",
            "planned",
            "results",
            "context",
            "note",
            "format_version",
            "protocol",
            "object",
        ),
        *(
            "expected",
            "felt",
            "trials",
            "side",
            "values",
            "could_not",
            "skipped",
            "effort",
            "pain",
            "invalid",
        ),
        *("invalid_note", "at", "timed_by", "lost_focus", "sleep_hours", "where", "worry", "left", "unknown"),
    ]
)
BEYOND = ("stands twice", "newer", "should be a whole number (got 1")
"""Reasons to refuse that no schema tells: a second pair, a version; to a schema 10.0 is an integer."""


def places(value: Any) -> list[Any]:
    """Every object and list within."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [p for v in inner for p in places(v)] + ([value] if isinstance(value, dict | list) else [])


@st.composite
def nearly_checks(draw: st.DrawFn) -> dict[str, Any]:
    """A full check with a few things changed, taken away or added."""
    made = copy.deepcopy(FULL)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.sampled_from(places(made)))
        if isinstance(place, list):
            if place and draw(st.booleans()):
                place.pop(draw(st.integers(0, len(place) - 1)))
            else:
                place.append(copy.deepcopy(draw(WILD)))
            continue
        known = st.sampled_from(sorted(place)) if place else NAMES
        name = draw(known | NAMES)
        if draw(st.booleans()):
            place.pop(name, None)
        else:
            place[name] = copy.deepcopy(draw(WILD))
    return made


def refusal(data: dict[str, Any]) -> str:
    """Why a check is refused; empty when its shape is taken."""
    try:
        check_from(copy.deepcopy(data))
    except Refused as e:
        return str(e)
    return ""


@given(nearly_checks())
def test_the_schema_takes_all_that_record_takes_and_refuses_what_it_refuses(data: dict[str, Any]) -> None:
    said, faults = refusal(data), [e.message for e in SCHEMA.iter_errors(data)]
    if not said:
        assert faults == []
    elif not any(reason in said for reason in BEYOND):
        assert faults, said


@pytest.mark.parametrize(
    "wrong",
    [
        {"effort": 11},
        {"effort": -1},
        {"could_not": True},
        {"skipped": "sore"},
        {"invalid_note": "why"},
        {"values": {}},
        {"values": {"Force": 3}},
        {"pain": "2"},
    ],
)
def test_each_bound_of_a_trial_stands_in_the_schema(wrong: dict[str, Any]) -> None:
    data = sample(
        results=[{"protocol": "grip-device", "trials": [{"side": "left", "values": {"force": 3}, **wrong}]}]
    )
    assert refusal(data)
    assert not SCHEMA.is_valid(data)


def test_the_example_and_every_optional_part_are_valid() -> None:
    for data in (CHECK, FULL):
        assert refusal(data) == ""
        assert list(SCHEMA.iter_errors(data)) == []


def test_an_export_is_valid_by_its_own_schema(tmp_path: Any) -> None:
    schema = export_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    with opened(tmp_path) as ws:
        record_check(ws, json.dumps(FULL | {"started_at": "2025-01-02T09:30:00+01:00"}))
        text = export_json(ws)
    faults = [e.message for e in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(text))]
    assert faults == []


def test_every_kind_of_entry_is_valid_in_an_export(tmp_path: Any) -> None:
    loss = LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="same")
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(handedness="right", events=EVENTS))
        save_form(ws, FORM)
        tell_lost_task(ws, loss)
        save_visit(ws, Visit(on=TODAY, who="my GP", found="nothing"))
        seal_until(ws, TODAY)
        data = json.loads(export_json(ws))
    assert {e["kind"] for e in data["entries"]} == {"profile", "gate", "visit", "plan"}
    faults = jsonschema.Draft202012Validator(export_schema()).iter_errors(data)
    assert [e.message for e in faults] == []
