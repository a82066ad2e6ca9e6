"""`strengthcheck report` and the exports, as typed."""

import csv
import io
import json
import stat
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from strengthcheck.cli import main
from strengthcheck.host.folders import folders_for
from strengthcheck.host.settings import SettingsFile
from strengthcheck.services.reporting import form_of, save_form
from strengthcheck.services.workspace import open_workspace
from tests.exchange.samples import NOW, sample
from tests.report.samples import FORM


class StandingClock:
    def now(self):
        return NOW

    def monotonic(self) -> float:
        return 0.0

    def interval(self, seconds: float) -> float:
        return seconds


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A folder with one recorded check and a filled form."""
    (tmp_path / "check.json").write_text(
        json.dumps(sample(started_at="2025-03-04T09:30:00+01:00", note="=1+1 my thumb"))
    )
    folder = str(tmp_path / "data")
    assert main(["record", str(tmp_path / "check.json"), "--data-dir", folder]) == 0
    with open_workspace(folder, {}, StandingClock()) as ws:
        save_form(ws, FORM)
    capsys.readouterr()
    return folder


def report(data: str, target: Path, *more: str) -> int:
    return main(["report", "-o", str(target), "--data-dir", data, "--as-of", "2025-04-01", *more])


def text_of(file: Path) -> str:
    return "\n".join(p.extract_text() for p in PdfReader(file).pages)


def test_the_page_is_written_for_its_owner_alone_and_named(data, tmp_path, capsys) -> None:
    target = tmp_path / "visit.pdf"
    assert report(data, target) == 0
    said = capsys.readouterr()
    assert said.out == f"written {target}\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "33.0" in text_of(target)


@pytest.mark.parametrize("asked", [("--with", "notes,worry"), ("--with", "notes", "--with", "worry")])
def test_what_it_will_hold_is_said_and_what_it_will_not(data, tmp_path, capsys, asked) -> None:
    assert report(data, tmp_path / "visit.pdf", *asked) == 0
    said = capsys.readouterr().err
    held, without = said.splitlines()[:2]
    assert held.startswith("It holds: your words from the form; 1 test with charts")
    assert "your notes" in held
    assert without == "Not in it: the name or initials from the form; sleep and cold hands."


def test_a_file_that_is_there_stays_unless_forced(data, tmp_path, capsys) -> None:
    target = tmp_path / "visit.pdf"
    target.write_text("mine")
    assert report(data, target) == 1
    assert target.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    assert report(data, target, "--force") == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_the_name_is_on_it_only_when_chosen(data, tmp_path) -> None:
    assert report(data, tmp_path / "without.pdf") == 0
    assert report(data, tmp_path / "with.pdf", "--with", "name") == 0
    assert "Zoë" not in text_of(tmp_path / "without.pdf")
    assert "Zoë" not in (PdfReader(tmp_path / "without.pdf").metadata.author or "")
    assert "Zoë Made-Up" in text_of(tmp_path / "with.pdf")


def test_the_same_record_and_day_give_the_same_file(data, tmp_path) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert report(data, tmp_path / name, "--full") == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


A4, LETTER = (595, 842), (612, 792)


def paper_of(file: Path) -> tuple[int, int]:
    """Width and height of the first page in points."""
    box = PdfReader(file).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))


@pytest.mark.parametrize(
    ("set_", "typed", "paper"),
    [
        (None, (), A4),
        ("letter", (), LETTER),
        ("a4", (), A4),
        ("letter", ("--paper", "a4"), A4),
        ("a4", ("--paper", "letter"), LETTER),
    ],
)
def test_the_paper_is_the_one_typed_else_the_one_chosen_in_settings(
    data, tmp_path, set_, typed, paper
) -> None:
    if set_:
        kept = SettingsFile(lambda: folders_for(data, {}))
        kept.write(kept.read()._replace(paper=set_))
    target = tmp_path / "visit.pdf"
    assert report(data, target, *typed) == 0
    assert paper_of(target) == paper


def test_letter_and_full_and_a_period_can_be_chosen(data, tmp_path) -> None:
    target = tmp_path / "visit.pdf"
    period = ("--since", "2025-03-01", "--until", "2025-03-31", "--protocol", "grip-device")
    assert report(data, target, "--paper", "letter", "--full", *period) == 0
    pages = PdfReader(target).pages
    assert round(pages[0].mediabox.width) == 612
    assert len(pages) > 1
    assert "1 Mar 2025 – 31 Mar 2025" in text_of(target)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--with", "everything"),
        ("--paper", "a3"),
        ("--since", "yesterday"),
        ("--since", "2025-05-01", "--until", "2025-04-01"),
    ],
)
def test_a_wrong_option_is_wrong_usage_and_writes_nothing(data, tmp_path, capsys, wrong) -> None:
    assert report(data, tmp_path / "visit.pdf", *wrong) == 2
    assert capsys.readouterr().err
    assert not (tmp_path / "visit.pdf").exists()


def test_an_unknown_test_is_named_with_the_one_that_may_be_meant(data, tmp_path, capsys) -> None:
    assert report(data, tmp_path / "visit.pdf", "--protocol", "grip-devise") == 1
    assert "did you mean grip-device?" in capsys.readouterr().err
    assert not (tmp_path / "visit.pdf").exists()


def test_without_a_record_nothing_is_written_and_nothing_made(tmp_path, capsys) -> None:
    assert report(str(tmp_path / "none"), tmp_path / "visit.pdf") == 1
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_form_is_kept_for_the_next_time_and_only_when_it_changed(data) -> None:
    with open_workspace(data, {}, StandingClock()) as ws:
        assert form_of(ws) == FORM
        before = ws.store.revision_count
        save_form(ws, FORM)
        assert ws.store.revision_count == before
        save_form(ws, FORM.model_copy(update={"wish": "Something else."}))
        assert form_of(ws).wish == "Something else."


def test_the_table_goes_out_as_rows_and_no_formula(data, tmp_path, capsys) -> None:
    target = tmp_path / "all.csv"
    assert main(["export", "--format", "csv", "-o", str(target), "--data-dir", data]) == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8"), newline="")))
    assert [r["value"] for r in rows if r["valid"] == "valid" and r["outcome"] == "done"] == ["31.2", "33.0"]
    assert rows[0]["note"] == "'=1+1 my thumb"
    assert {r["unit"] for r in rows if r["value"]} == {"kgf"}
    assert "your notes" in capsys.readouterr().err


def test_the_fhir_document_says_of_the_person_only_what_was_chosen(data, tmp_path, capsys) -> None:
    target = tmp_path / "all.json"
    assert main(["export", "--format", "fhir", "-o", str(target), "--data-dir", data]) == 0
    text = target.read_text("utf-8")
    assert json.loads(text)["type"] == "document"
    assert "my thumb" not in text
    assert "Zoë" not in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "It doesn't hold a name, notes or worry" in capsys.readouterr().err


def test_where_there_is_no_typesetter_it_says_so_and_writes_nothing(
    data, tmp_path, capsys, monkeypatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert report(data, tmp_path / "visit.pdf") == 1
    assert "needs the package typst" in capsys.readouterr().err
    assert not (tmp_path / "visit.pdf").exists()


def test_a_folder_that_takes_no_file_is_told_plainly(data, tmp_path, capsys) -> None:
    assert report(data, tmp_path / "nowhere" / "visit.pdf") == 1
    assert "can't be written" in capsys.readouterr().err
