import csv
import io
import json
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.analysis.series import ProtocolInUse
from strengthcheck.exchange.csv import COLUMNS, write_csv
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.series import Kept
from tests.exchange.samples import KNOWN, sample, with_trial

HOSTILE = [
    "=1+1",
    "+1",
    "-2",
    "@SUM(A1)",
    "\tpain",
    "\r=1",
    '=HYPERLINK("http://made.up","open")',
    "＝1+1",
    "'quoted",
]


def lookup(ref: ProtocolRef) -> ProtocolInUse | None:
    found = KNOWN.by_digest(ref.sha256)
    return ProtocolInUse(found.protocol, ref.sha256, False) if found else None


def kept(data: dict[str, Any]) -> Kept:
    check = Check.model_validate_json(json.dumps(data))
    uses = tuple(KNOWN.find(r.protocol).text.ref for r in check.results)
    return Kept(check=check, uses=uses)


def rows(*data: dict[str, Any], **options: bool) -> list[dict[str, str]]:
    text = write_csv([kept(d) for d in data], lookup, **options)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_value_has_a_row_that_names_its_check_side_and_unit() -> None:
    first = rows(sample())[0]
    assert first["check_id"] == "3e3b8a0e-6a55-4a0d-9d57-0a6f3a7e9b11"
    assert first["started_at"] == "2026-11-23T09:30:00+01:00"
    assert (first["planned"], first["protocol"], first["protocol_version"]) == ("planned", "grip-device", "1")
    assert first["object"] == "kitchen dynamometer, handle 2"
    assert (first["side"], first["trial"], first["measure"]) == ("left", "1", "force")
    assert (first["value"], first["unit"], first["effort"], first["pain"]) == ("31.2", "kgf", "8", "0")
    assert (first["expected"], first["note"]) == ("weaker", "free text")


def test_a_force_is_kgf_because_kg_is_a_mass() -> None:
    assert {r["unit"] for r in rows(with_trial(side="left", values={"force": 30}))} == {"kgf"}


def test_a_skip_is_not_a_zero() -> None:
    skipped = next(r for r in rows(sample()) if r["outcome"] == "skipped")
    assert (skipped["side"], skipped["value"], skipped["measure"]) == ("right", "", "")
    assert (skipped["reason"], skipped["valid"]) == ("sore thumb", "")


def test_could_not_is_rung_zero_and_no_force_at_all() -> None:
    told = {r["measure"]: r for r in rows(sample()) if r["outcome"] == "could_not"}
    assert told["ladder"]["value"] == "0"
    assert told["force"]["value"] == ""
    assert told["force"]["valid"] == "valid"


def test_an_invalid_trial_keeps_its_value_and_says_why() -> None:
    slipped = next(r for r in rows(sample()) if r["valid"] == "invalid")
    assert (slipped["value"], slipped["reason"]) == ("12.0", "slipped")


def test_a_trial_without_any_value_still_has_its_row() -> None:
    one = rows(with_trial(side="left", invalid="interrupted"))
    assert [(r["outcome"], r["valid"]) for r in one] == [("no_value", "invalid")]


def test_a_note_stands_once_and_only_when_wanted() -> None:
    with_notes = rows(sample(note="my thumb twitched"))
    assert [r["note"] for r in with_notes].count("my thumb twitched") == 1
    data = sample(note="my thumb twitched")
    data["results"][0]["trials"][2]["invalid_note"] = "the handle turned"
    without = write_csv([kept(data)], lookup, notes=False)
    assert "twitched" not in without
    assert "turned" not in without


def test_checks_stand_oldest_first_whatever_the_order_given() -> None:
    early = {**sample(started_at="2026-01-02T09:00:00+01:00"), "id": "00000000-0000-4000-8000-000000000001"}
    assert write_csv([kept(sample()), kept(early)], lookup) == write_csv(
        [kept(early), kept(sample())], lookup
    )
    assert rows(sample(), early)[0]["started_at"].startswith("2026-01-02")


def test_an_empty_record_is_a_table_with_its_head_alone() -> None:
    assert write_csv([], lookup) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula(text: str) -> None:
    data = sample(note=text)
    data["results"][0]["object"] = text
    for cell in (rows(data)[0]["note"], rows(data)[0]["object"]):
        assert cell[0] not in "=+-@\t\r\n＝＋－＠"


def test_negative_numbers_stay_numbers() -> None:
    assert write_csv([kept(with_trial(side="left", values={"force": -3.5}))], lookup).count(",-3.5,") == 1


def test_what_hides_or_drives_a_terminal_is_made_visible() -> None:
    note = rows(sample(note="a\x1b[2J\x00 \u202egip\u202c b"))[0]["note"]
    assert note == "a␛[2J␀ ⟨U+202E⟩gip⟨U+202C⟩ b"


def test_commas_quotes_and_lines_of_a_note_come_back_as_they_were() -> None:
    note = 'one, "two"\nthree; four'
    assert rows(sample(note=note))[0]["note"] == note


def test_a_note_of_100_kb_is_one_cell() -> None:
    csv.field_size_limit(200_000)
    assert len(rows(sample(note="é" * 100_000))[0]["note"]) == 100_000


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15))
def test_every_value_reads_back_as_the_very_same_number(value: float) -> None:
    cell = rows(with_trial(side="left", values={"force": value}))[0]["value"]
    assert float(cell) == value


@given(st.floats(0, 120, allow_nan=False))
def test_pandas_reads_the_same_numbers(value: float) -> None:
    text = write_csv([kept(with_trial(side="left", values={"force": value}))], lookup)
    table = pd.read_csv(io.StringIO(text))
    assert table["value"][0] == value


def test_pandas_reads_dates_with_their_offset_and_sides_as_text() -> None:
    text = write_csv([kept(sample())], lookup)
    table = pd.read_csv(io.StringIO(text), parse_dates=["started_at"])
    assert table["started_at"][0].isoformat() == "2026-11-23T09:30:00+01:00"
    assert set(table["side"]) == {"left", "right"}
    left = table[(table["side"] == "left") & (table["valid"] == "valid") & (table["measure"] == "force")]
    assert left["value"].tolist()[0] == 31.2
