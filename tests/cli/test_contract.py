"""The command line row by row as it is promised: exit status, and which stream carries what."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from strengthcheck.cli import main

CHECK_ID = "3e3b8a0e-6a55-4a0d-9d57-0a6f3a7e9b11"
CHECK: dict[str, Any] = {
    "id": CHECK_ID,
    "started_at": "2025-01-02T09:30:00+01:00",
    "results": [
        {
            "protocol": "grip-device",
            "object": "made-up device",
            "trials": [
                {"side": "left", "values": {"force": 31.2}, "effort": 8},
                {"side": "right", "could_not": True},
            ],
        }
    ],
    "note": "made up",
}
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a command line in a folder of its own, on a record with one check."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STRENGTHCHECK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "check.json").write_text(json.dumps(CHECK))
    assert main(["record", "check.json"]) == 0
    capfd.readouterr()

    def run(*words: str) -> tuple[int, str, str]:
        status = main(words)
        said = capfd.readouterr()
        return status, said.out, said.err

    return run


DATA = [
    ("history", "--format", "json"),
    ("compare", "--format", "json"),
    ("compare", "--format", "json", "--protocol", "grip-device"),
    ("export", "--format", "json", "-o", "-"),
    ("export", "--format", "fhir", "-o", "-"),
    ("protocols", "schema"),
    ("schema", "check"),
    ("schema", "export"),
]


@pytest.mark.parametrize("words", DATA, ids=" ".join)
def test_data_on_standard_output_is_data_and_nothing_else(call: Call, words: tuple[str, ...]) -> None:
    status, out, err = call(*words)
    assert (status, err) == (0, "")
    assert isinstance(json.loads(out), dict)


def test_a_table_on_standard_output_is_a_table_and_nothing_else(call: Call) -> None:
    status, out, err = call("export", "--format", "csv", "-o", "-")
    assert (status, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [(r["side"], r["value"], r["outcome"]) for r in rows if r["measure"] == "force"] == [
        ("left", "31.2", "done"),
        ("right", "", "could_not"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        *DATA,
        ("history",),
        ("compare",),
        ("verify",),
        ("where",),
        ("backup",),
        ("protocols", "list"),
        ("protocols", "show", "grip-device"),
        ("report", "-o", "page.pdf"),
        ("export", "-o", "all.json"),
        ("import", "all.json", "--dry-run"),
        ("record", "check.json"),
    ],
    ids=" ".join,
)
def test_every_command_takes_its_folder_before_and_after_its_name(
    call: Call, words: tuple[str, ...], tmp_path: Path
) -> None:
    call("export", "-o", "all.json")
    for placed in (("--data-dir", "data", *words), (*words, "--data-dir", "data")):
        for written in ("page.pdf", *(("all.json",) if words[0] == "export" else ())):
            (tmp_path / written).unlink(missing_ok=True)
        assert call(*placed)[0] == 0


def test_what_a_day_saw_is_what_is_told_as_of_it(call: Call) -> None:
    before = ("--as-of", "2025-01-01")
    assert json.loads(call("history", "--format", "json", *before)[1]) == {"checks": []}
    assert json.loads(call("compare", "--format", "json", *before)[1])["pairs"] == []
    status, out, err = call("report", "-o", "page.pdf", *before)
    assert (status, out) == (0, "written page.pdf\n")
    assert "no test, as none was done" in err
    assert len(json.loads(call("history", "--format", "json", "--as-of", "2025-01-02")[1])["checks"]) == 1


def test_recording_again_changes_nothing_and_other_content_is_refused(call: Call, tmp_path: Path) -> None:
    assert call("record", "check.json") == (0, f"saved {CHECK_ID}\n", "")
    (tmp_path / "other.json").write_text(json.dumps({**CHECK, "note": "something else"}))
    status, out, err = call("record", "other.json")
    assert (status, out) == (1, "")
    assert "with other content" in err
    assert len(json.loads(call("history", "--format", "json")[1])["checks"]) == 1


def test_an_import_counts_what_is_new_the_same_and_changed(call: Call, tmp_path: Path) -> None:
    call("export", "-o", "all.json")
    assert call("import", "all.json")[:2] == (0, "new 0, same 1, changed 0\n")
    assert call("import", "all.json", "--data-dir", "new", "--dry-run")[1].endswith(
        "new 1, same 0, changed 0\n"
    )
    assert not (tmp_path / "new").exists()
    assert call("import", "all.json", "--data-dir", "new")[:2] == (0, "new 1, same 0, changed 0\n")
    assert call("export", "-o", "-", "--data-dir", "new")[1] == (tmp_path / "all.json").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("history", "--format", "yaml"),
        ("history", "--as-of", "yesterday"),
        ("report",),
        ("report", "-o", "page.pdf", "--with", "photos"),
        ("export", "--format", "xml", "-o", "x"),
        ("record",),
        ("protocols",),
        ("schema", "everything"),
        ("verify", "now"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_says_so_on_standard_error_alone(call: Call, words: tuple[str, ...]) -> None:
    status, out, err = call(*words)
    assert (status, out) == (2, "")
    assert "--help" in err


@pytest.mark.parametrize(
    "words",
    [
        ("record", "nothere.json"),
        ("record", "."),
        ("record", "check.json", "--data-dir", "check.json"),
        ("import", "check.json"),
        ("import", "nothere.json", "--dry-run"),
        ("restore", "check.json"),
        ("restore", "."),
        ("export", "-o", "check.json"),
        ("export", "-o", "."),
        ("export", "-o", "nowhere/all.json"),
        ("report", "-o", "check.json"),
        ("backup", "-o", "check.json"),
        ("compare", "--protocol", "no-such-test"),
        ("report", "-o", "page.pdf", "--protocol", "no-such-test"),
        ("protocols", "show", "no-such-test"),
        ("history", "--data-dir", "check.json"),
        ("export", "-o", "x.json", "--data-dir", "nowhere"),
    ],
    ids=" ".join,
)
def test_what_is_refused_is_1_with_a_plain_message_and_changes_nothing(
    call: Call, words: tuple[str, ...], tmp_path: Path
) -> None:
    before = sorted(p.name for p in tmp_path.iterdir()), (tmp_path / "check.json").read_bytes()
    status, out, err = call(*words)
    assert (status, out) == (1, "")
    assert err.splitlines()[-1].startswith("strengthcheck: ")
    assert "Traceback" not in err
    assert (sorted(p.name for p in tmp_path.iterdir()), (tmp_path / "check.json").read_bytes()) == before
    assert json.loads(call("history", "--format", "json")[1])["checks"][0]["note"] == "made up"


def test_no_force_writes_over_the_record_or_a_backup(call: Call, tmp_path: Path) -> None:
    assert call("backup", "-o", "copy.db")[0] == 0
    for target in ("data/record.db", "copy.db"):
        for words in (("export", "-o", target), ("report", "-o", target)):
            status, out, err = call(*words, "--force")
            assert (status, out) == (1, "")
            assert "never written over" in err
    assert call("verify")[0] == 0
    assert CHECK_ID in call("history")[1]


def test_a_file_is_replaced_only_when_forced(call: Call, tmp_path: Path) -> None:
    for words in (("export", "-o", "out"), ("report", "-o", "out")):
        (tmp_path / "out").write_text("mine")
        assert call(*words)[0] == 1
        assert (tmp_path / "out").read_text() == "mine"
        assert call(*words, "--force")[0] == 0
        assert (tmp_path / "out").read_bytes() != b"mine"
