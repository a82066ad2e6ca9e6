"""What each way in loads, in a fresh interpreter: the screen stays out of everything but the app."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.samples import CHECK

_RUN = """
import sys
from strengthcheck.cli import main
status = main(sys.argv[1:])
sys.stderr.write("LOADED " + " ".join(sorted(sys.modules)))
raise SystemExit(status)
"""

_SCREEN = {"textual", "rich"}
_HEAVY = {"pydantic", "apsw", "numpy", "ruamel", "platformdirs"}


def loaded_by_command(*words: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        cwd=cwd,
        check=True,
        timeout=300,
    )
    return tops(done.stderr.partition("LOADED ")[2])


def loaded_by_import(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    return tops(done.stdout)


def tops(names: str) -> set[str]:
    return {name.partition(".")[0] for name in names.split()}


def test_help_loads_no_screen_no_models_and_no_database(tmp_path: Path) -> None:
    assert not loaded_by_command("--help", cwd=tmp_path) & (_SCREEN | _HEAVY)


def test_the_version_is_told_as_cheaply(tmp_path: Path) -> None:
    assert not loaded_by_command("--version", cwd=tmp_path) & (_SCREEN | _HEAVY)


def test_recording_a_check_loads_no_screen_and_no_numbers(tmp_path: Path) -> None:
    (tmp_path / "check.json").write_text(json.dumps({**CHECK, "started_at": "2025-01-02T09:30:00+01:00"}))
    loaded = loaded_by_command("record", "check.json", "--data-dir", "data", cwd=tmp_path)
    assert not loaded & (_SCREEN | {"numpy"})


def test_with_the_tests_in_the_cache_recording_reads_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "check.json").write_text(json.dumps({**CHECK, "started_at": "2025-01-02T09:30:00+01:00"}))
    command = ("record", "check.json", "--data-dir", "data")
    assert "ruamel" in loaded_by_command(*command, cwd=tmp_path)
    (tmp_path / "check.json").write_text(
        json.dumps({k: v for k, v in CHECK.items() if k != "id"} | {"started_at": "2025-01-03T09:30:00Z"})
    )
    assert "ruamel" not in loaded_by_command(*command, cwd=tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        ("history",),
        ("history", "--format", "json"),
        ("where",),
        ("verify",),
        ("protocols", "list"),
        ("schema", "check"),
        ("demo", "--write", "made-up"),
        ("--plain",),
        ("check", "--plain"),
        ("demo", "--plain"),
    ],
)
def test_no_command_but_the_app_loads_the_screen(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert not loaded_by_command(*words, "--data-dir", "data", cwd=tmp_path) & _SCREEN


@pytest.mark.parametrize(
    "room", ["analysis", "guide", "views", "exchange", "services", "store", "catalogue", "plain.run"]
)
def test_every_room_below_the_screen_loads_without_it(room: str) -> None:
    assert not loaded_by_import(f"strengthcheck.{room}") & _SCREEN


@pytest.mark.parametrize("room", ["analysis", "guide", "views", "wording", "model"])
def test_the_pure_rooms_load_no_database(room: str) -> None:
    assert "apsw" not in loaded_by_import(f"strengthcheck.{room}")
