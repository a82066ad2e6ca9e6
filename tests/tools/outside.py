"""Exports read by others' programs, the FHIR checker and LibreOffice: `python -m tests.tools.outside`.

Ends with 1 and says what differed. Needs node, npm and soffice; npm packages are installed into a copy that
is thrown away.
"""

import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from strengthcheck.cli import main as command
from strengthcheck.exchange.csv import write_csv
from strengthcheck.exchange.fhir import Choices, write_fhir
from tests.exchange.samples import sample
from tests.exchange.test_csv import HOSTILE, kept, lookup
from tests.exchange.test_fhir import NOW, source

HERE = Path(__file__).parent
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
YEARS = ("steady", "came-back", "lasting-loss")
COMMA_QUOTE_UTF8 = "Text - txt - csv (StarCalc):44,34,76,1"


def exports(folder: Path) -> tuple[list[Path], list[Path]]:
    """The FHIR documents and the tables of the made-up years and of a record full of hostile texts."""
    documents, tables = [], []
    for year in YEARS:
        data = str(folder / year)
        run_command("demo", year, "--write", data)
        for kind, suffix, made in (("fhir", "json", documents), ("csv", "csv", tables)):
            target = folder / f"{year}.{suffix}"
            run_command("export", "--format", kind, "-o", str(target), "--data-dir", data)
            made.append(target)
    documents.append(folder / "hostile.json")
    tables.append(folder / "hostile.csv")
    hostile = [
        hostile_check(n, text) for n, text in enumerate([*HOSTILE, "<b>&amp;]]>", "\u202egip", "a\x00\x1b"])
    ]
    documents[-1].write_text(write_fhir(source(*hostile), Choices(notes=True, name="<i>"), NOW), "utf-8")
    tables[-1].write_text(write_csv([kept(h) for h in hostile], lookup), "utf-8", newline="")
    return documents, tables


def hostile_check(number: int, text: str) -> dict[str, object]:
    data = sample(note=text, id=f"3e3b8a0e-6a55-4a0d-9d57-{number:012}")
    data["results"][0]["object"] = text
    data["results"][0]["trials"][3]["skipped"] = text
    return data


def run_command(*words: str) -> None:
    status = command(list(words))
    if status:
        raise SystemExit(f"strengthcheck {' '.join(words)} ended with {status}")


def check_fhir(folder: Path, documents: list[Path]) -> list[str]:
    """What the FHIR checker finds wrong, after it has proved that it finds what is."""
    place = folder / "fhir_check"
    shutil.copytree(HERE / "fhir_check", place)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=place, check=True)
    subprocess.run(["node", "fhir_check.mjs", "--selftest"], cwd=place, check=True)
    done = subprocess.run(["node", "fhir_check.mjs", *map(str, documents)], cwd=place, check=False)
    return [] if done.returncode == 0 else ["the FHIR checker found errors"]


def check_tables(folder: Path, tables: list[Path]) -> list[str]:
    """What LibreOffice reads otherwise than what was written, and any formula that it found."""
    wrong = []
    for table in tables:
        home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        convert = ["soffice", home, "--headless", f"--infilter={COMMA_QUOTE_UTF8}", "--convert-to", "fods"]
        subprocess.run([*convert, "--outdir", str(folder), str(table)], check=True, stdout=subprocess.DEVNULL)
        wrong += differences(table, table.with_suffix(".fods"))
    if not differences(tables[0], tables[1].with_suffix(".fods")):
        wrong.append("two different tables were found alike: the comparison itself is at fault")
    return wrong


def differences(table: Path, opened: Path) -> list[str]:
    written = list(csv.reader(io.StringIO(table.read_text("utf-8"), newline="")))
    root = ET.fromstring(opened.read_text("utf-8"))
    wrong = [f"{table.name}: a formula: {c.attrib}" for c in root.iter() if f"{TABLE}formula" in c.attrib]
    read = [cells(row) for row in root.iter(f"{TABLE}table-row")]
    value = written[0].index("value")
    for number, (before, after) in enumerate(zip(written[1:], read[1:], strict=False), 2):
        for name, one, other in zip(written[0], before, after + [""] * len(before), strict=False):
            same = float(one) == float(other) if name == "value" and one else one.split() == other.split()
            if not same and not is_number(one):
                wrong.append(f"{table.name}, row {number}, {name}: {one!r} was read as {other!r}")
    if len(read) < len(written) or not any(row[value] for row in written[1:]):
        wrong.append(f"{table.name}: {len(written)} rows were written, {len(read)} read")
    return wrong


def is_number(text: str) -> bool:
    """Other numbers than values may be shown in another way: 8 or 8.0."""
    return text.replace(".", "", 1).isdigit()


def cells(row: ET.Element) -> list[str]:
    found: list[str] = []
    for cell in row:
        times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        number = cell.get(f"{OFFICE}value") or cell.get(f"{OFFICE}date-value")
        text = "\n".join("".join(p.itertext()) for p in cell.iter(f"{TEXT}p"))
        found += [number if number is not None else text] * min(times, 64)
    return found


def main() -> int:
    """Every export through every checker."""
    with tempfile.TemporaryDirectory(prefix="strengthcheck-outside-") as name:
        folder = Path(name)
        documents, tables = exports(folder)
        wrong = [*check_fhir(folder, documents), *check_tables(folder, tables)]
    for line in wrong[:40]:
        print(line, file=sys.stderr)
    print(json.dumps({"documents": len(documents), "tables": len(tables), "wrong": len(wrong)}))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
