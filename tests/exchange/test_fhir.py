import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.analysis.series import ProtocolInUse
from strengthcheck.exchange.fhir import Choices, Source, write_fhir
from strengthcheck.exchange.fhir.codes import LOINC, OWN_PLACE, OWN_TRIAL, SNOMED
from strengthcheck.exchange.ucum import ucum
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.profile import Profile
from strengthcheck.model.protocol import Measure, Part
from strengthcheck.model.series import Kept
from strengthcheck.wording.doctor import COULD_NOT_AMONG
from tests.exchange.samples import CHECK_ID, KNOWN, known_text, protocol, sample, with_trial

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RUNG = Measure(id="ladder", name="How it went", unit="rung", better="higher", low=0, high=3)
CLIMB = Measure(id="climb", name="Climb", unit="s", better="lower", low=1, high=99, typical_error=0.1)
HEELS = Part(id="on heels", title="On heels", ask="Walk.")
TESTS = KNOWN.then(
    [
        known_text(protocol("cap-tightening", measures=(RUNG,))),
        known_text(protocol("heel-toe-walk", measures=(RUNG,), body="leg", parts=(HEELS,))),
        known_text(protocol("climbing", measures=(CLIMB,), body="none", sides=("both",))),
    ]
)


def lookup(ref: ProtocolRef) -> ProtocolInUse | None:
    found = TESTS.by_digest(ref.sha256)
    return ProtocolInUse(found.protocol, ref.sha256, False) if found else None


def source(*data: dict[str, Any], amended: bool = False, **profile: Any) -> Source:
    checks = [Check.model_validate_json(json.dumps(d)) for d in data]
    kept = tuple(
        Kept(check=c, uses=tuple(TESTS.find(r.protocol).text.ref for r in c.results)) for c in checks
    )
    changed = frozenset(c.id for c in checks) if amended else frozenset[UUID]()
    return Source("somebody", kept, changed, Profile(**profile), lookup, "0.1.0")


def document(*data: dict[str, Any], choices: Choices | None = None, **more: Any) -> dict[str, Any]:
    return json.loads(write_fhir(source(*data, **more), choices or Choices(), NOW))


def resources(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind]


def observed(bundle: dict[str, Any], words: str) -> dict[str, Any]:
    found = [o for o in resources(bundle, "Observation") if o.get("bodySite", {}).get("text") == words]
    assert len(found) == 1
    return found[0]


def one(test: str, *trials: dict[str, Any], **result: Any) -> dict[str, Any]:
    return sample(results=[{"protocol": test, "trials": list(trials), **result}])


def trial_values(observation: dict[str, Any]) -> dict[str, tuple[float, str]]:
    return {
        c["code"]["coding"][0]["code"]: (c["valueQuantity"]["value"], c["valueQuantity"]["code"])
        for c in observation.get("component", ())
        if "valueQuantity" in c and c["code"]["coding"][0]["system"] == OWN_TRIAL
    }


def test_a_document_begins_with_its_composition_and_can_be_identified() -> None:
    bundle = document(sample())
    assert bundle["type"] == "document"
    assert bundle["entry"][0]["resource"]["resourceType"] == "Composition"
    assert bundle["identifier"]["value"].startswith("urn:uuid:")
    assert bundle["timestamp"] == "2026-11-23T12:00:00Z"


def test_each_side_has_its_own_observation_under_its_own_grip_code_and_place() -> None:
    bundle = document(sample())
    for side, loinc, snomed in (("left", "83173-5", "85151006"), ("right", "83174-3", "78791008")):
        found = observed(bundle, f"{side} hand")
        codes = {(c["system"], c["code"]) for c in found["code"]["coding"]}
        places = {(c["system"], c["code"]) for c in found["bodySite"]["coding"]}
        assert (LOINC, loinc) in codes
        assert places == {(OWN_PLACE, f"{side}-hand"), (SNOMED, snomed)}


def test_a_test_without_a_verified_code_has_our_own_and_words() -> None:
    found = observed(document(one("cap-tightening", {"side": "left", "values": {"ladder": 2}})), "left hand")
    assert [c["code"] for c in found["code"]["coding"]] == ["cap-tightening"]
    assert found["code"]["text"] == "Cap-Tightening, left hand"
    assert found["valueQuantity"] == {
        "value": 2,
        "unit": "rung",
        "system": "http://unitsofmeasure.org",
        "code": "{rung}",
    }


def test_snomed_can_be_left_out() -> None:
    assert SNOMED not in write_fhir(source(sample(), handedness="left"), Choices(snomed=False), NOW)


def test_grip_is_a_force_in_kgf_shown_as_kg() -> None:
    quantity = observed(document(with_trial(side="right", values={"force": 33})), "right hand")[
        "valueQuantity"
    ]
    assert (quantity["value"], quantity["unit"], quantity["code"]) == (33, "kg", "kgf")


def test_the_time_keeps_its_offset() -> None:
    assert observed(document(sample()), "left hand")["effectiveDateTime"] == "2026-11-23T09:30:00+01:00"


def test_a_skipped_side_is_absent_with_its_reason_and_no_zero() -> None:
    found = observed(document(with_trial(side="right", skipped="sore <thumb>")), "right hand")
    assert "valueQuantity" not in found
    assert found["dataAbsentReason"]["coding"][0]["code"] == "not-performed"
    assert found["dataAbsentReason"]["text"] == "left out: sore <thumb>"
    assert "sore &lt;thumb&gt;" in found["text"]["div"]


def test_could_not_is_no_force_of_zero_and_no_skip() -> None:
    found = observed(document(with_trial(side="left", could_not=True)), "left hand")
    assert found["dataAbsentReason"]["coding"][0]["code"] == "could-not"
    flags = {c["code"]["coding"][0]["code"]: c.get("valueBoolean") for c in found["component"]}
    assert flags["trial-1.could-not"] is True


def test_a_value_that_takes_in_a_trial_that_could_not_says_how() -> None:
    done, failed = {"side": "left", "values": {"force": 30}}, {"side": "left", "could_not": True}
    found = observed(document(one("grip-device", done, done, failed)), "left hand")
    assert found["valueQuantity"]["value"] == 26
    assert COULD_NOT_AMONG.text in [n["text"] for n in found["note"]]
    for trials in ([done, done], [failed]):
        assert "note" not in observed(document(one("grip-device", *trials)), "left hand")


def test_could_not_on_the_ladder_is_rung_zero() -> None:
    found = observed(document(one("cap-tightening", {"side": "left", "could_not": True})), "left hand")
    assert found["valueQuantity"]["value"] == 0
    assert trial_values(found)["trial-1.ladder"] == (0, "{rung}")


def test_a_trial_that_does_not_count_is_kept_apart_from_those_that_do() -> None:
    found = observed(
        document(
            one(
                "grip-device",
                {"side": "left", "values": {"force": 30}},
                {"side": "left", "values": {"force": 12}, "invalid": "slipped"},
            )
        ),
        "left hand",
    )
    assert found["valueQuantity"]["value"] == 30
    assert trial_values(found) == {"trial-1.force": (30, "kgf"), "struck-trial-2.force": (12, "kgf")}
    assert "does not count: slipped" in json.dumps(found["component"])


def test_times_taken_in_two_ways_are_not_averaged() -> None:
    found = observed(
        document(
            one(
                "climbing",
                {"side": "both", "values": {"climb": 6}, "timed_by": "phone"},
                {"side": "both", "values": {"climb": 9}, "timed_by": "keyboard"},
            )
        ),
        "both sides together",
    )
    assert "valueQuantity" not in found
    assert found["dataAbsentReason"]["coding"][0]["code"] == "see-trials"
    assert trial_values(found) == {"trial-1.climb": (6, "s"), "trial-2.climb": (9, "s")}


def test_an_instrument_is_a_device_and_a_part_of_a_test_is_not() -> None:
    grip = document(sample())
    named = [d["deviceName"][0]["name"] for d in resources(grip, "Device")]
    assert named == ["strengthcheck", "kitchen dynamometer, handle 2"]
    walk = document(one("heel-toe-walk", {"side": "left", "values": {"ladder": 3}}, object="on heels"))
    assert len(resources(walk, "Device")) == 1
    assert observed(walk, "left leg")["code"]["coding"][0]["code"] == "heel-toe-walk.on-heels"


def test_every_result_is_marked_as_reported_by_the_patient() -> None:
    for o in resources(document(sample()), "Observation"):
        assert o["meta"]["security"][0]["code"] == "PATRPT"
        assert "self-administered" in o["method"]["text"]


def test_a_changed_check_is_amended_and_an_untouched_one_final() -> None:
    assert {o["status"] for o in resources(document(sample(), amended=True), "Observation")} == {"amended"}
    assert {o["status"] for o in resources(document(sample()), "Observation")} == {"final"}


def test_nothing_about_the_person_is_in_it_unless_chosen() -> None:
    text = write_fhir(source(sample(note="my thumb"), birth_year=1961), Choices(), NOW)
    assert "1961" not in text
    assert "my thumb" not in text
    assert "worry" not in text
    chosen = Choices(name="Zoë Made-Up", birth_year=True, notes=True)
    bundle = document(sample(note="my thumb"), choices=chosen, birth_year=1961)
    patient = resources(bundle, "Patient")[0]
    assert (patient["name"], patient["birthDate"]) == ([{"text": "Zoë Made-Up"}], "1961")
    assert "my thumb" in json.dumps(observed(bundle, "left hand")["note"])


def test_an_extra_check_says_that_it_is_one() -> None:
    found = observed(document(sample(planned=False)), "left hand")
    assert found["meta"]["tag"][0]["code"] == "extra"
    assert "enter no comparison" in found["note"][0]["text"]


def test_the_own_range_stands_there_only_with_the_words_that_say_whose_it_is() -> None:
    record = source(sample())
    check, test = record.checks[0].check, record.checks[0].check.results[0]
    ranges = {(check.id, test.protocol, test.object, "left"): (27.5, 34.25)}
    bundle = json.loads(write_fhir(record._replace(usual=ranges), Choices(), NOW))
    (own,) = observed(bundle, "left hand")["referenceRange"]
    assert (own["low"]["value"], own["high"]["value"], own["high"]["code"]) == (27.5, 34.25, "kgf")
    assert "own usual range" in own["text"]
    assert "referenceRange" not in observed(bundle, "right hand")


def test_every_reference_is_to_a_part_of_the_document() -> None:
    bundle = document(
        sample(),
        one("cap-tightening", {"side": "left", "values": {"ladder": 2}}) | {"id": CHECK_ID[:-1] + "2"},
        handedness="right",
    )
    urls = [e["fullUrl"] for e in bundle["entry"]]
    assert len(urls) == len(set(urls))
    assert all(e["fullUrl"] == f"urn:uuid:{e['resource']['id']}" for e in bundle["entry"])
    named = set()
    stack: list[Any] = [bundle]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            named |= {item["reference"]} if isinstance(item.get("reference"), str) else set()
            stack += item.values()
        elif isinstance(item, list):
            stack += item
    assert named
    assert named <= set(urls)


def test_the_same_record_and_time_give_the_same_bytes_and_the_same_patient_later() -> None:
    assert write_fhir(source(sample()), Choices(), NOW) == write_fhir(source(sample()), Choices(), NOW)
    later = json.loads(write_fhir(source(sample()), Choices(), NOW.replace(day=24)))
    first = document(sample())
    assert resources(first, "Patient") == resources(later, "Patient")
    assert first["identifier"] != later["identifier"]


def test_an_empty_record_is_still_a_document() -> None:
    assert [e["resource"]["resourceType"] for e in document()["entry"]] == [
        "Composition",
        "Patient",
        "Device",
    ]


@pytest.mark.parametrize(
    "hostile",
    ["<script>x</script>&amp;", "]]>", "a\x00b\x1b[2J", "\u202egip", "   ", "\t\n", "😀" * 10, "x" * 100_000],
)
def test_hostile_text_is_plain_text(hostile: str) -> None:
    data = sample(note=hostile)
    data["results"][0]["object"] = hostile[:200]
    data["results"][0]["trials"][3]["skipped"] = hostile[:200]
    text = write_fhir(source(data), Choices(notes=True, name=hostile[:200]), NOW)
    assert not any(c in text for c in "\x00\x1b\u202e")
    assert "<script" not in json.dumps([e["resource"].get("text") for e in json.loads(text)["entry"]])


side = st.sampled_from(["left", "right"])
value = st.floats(0, 120, allow_nan=False) | st.integers(0, 120)


@given(st.lists(st.tuples(side, value, st.sampled_from([None, "slipped"])), min_size=1, max_size=8))
def test_read_back_it_gives_the_same_side_value_and_unit_for_every_trial(
    trials: list[tuple[str, float, str | None]],
) -> None:
    given_trials = [{"side": s, "values": {"force": v}, "invalid": i} for s, v, i in trials]
    bundle = document(one("grip-device", *given_trials))
    back = {}
    for o in resources(bundle, "Observation"):
        for code, (number, unit) in trial_values(o).items():
            head, _, measure = code.partition(".")
            back[int(head.rpartition("-")[2])] = (
                o["bodySite"]["coding"][0]["code"],
                number,
                unit,
                head.startswith("struck"),
                measure,
            )
    expected = {n: (f"{s}-hand", v, "kgf", i is not None, "force") for n, (s, v, i) in enumerate(trials, 1)}
    assert back == expected


@pytest.mark.parametrize(
    ("unit", "code"),
    [("s", "s"), ("bpm", "{beats}/min"), ("stair {x}", "{stair_x}"), ("Ω", "{own_unit}"), ("kg", "kg")],
)
def test_a_unit_that_ucum_lacks_is_a_remark(unit: str, code: str) -> None:
    assert ucum(CLIMB.model_copy(update={"unit": unit})) == code


def test_the_library_is_loaded_on_export_only() -> None:
    code = "import sys, strengthcheck.exchange.fhir; print('fhir' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "False"
