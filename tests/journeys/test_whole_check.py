"""The whole use by keyboard, in a real terminal, with the product's own app and a clock 60 times as fast."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, environment

from .robot import choose_all, play
from .terminal import Terminal

pytestmark = [pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"), pytest.mark.timeout(400)]

EIGHT = {
    "book-pinch-lift",
    "cap-tightening",
    "everyday-tasks",
    "grip-device",
    "heel-toe-walk",
    "instrument-playing",
    "jar-lid",
    "stairs",
}


NAMED = ("book-pinch-lift", "cap-tightening", "grip-device", "instrument-playing", "jar-lid", "stairs")
"""Tests that ask which object is used."""


def command(data: Path, *words: str) -> str:
    done = subprocess.run(
        [*PROGRAM, *words, "--data-dir", str(data)],
        capture_output=True,
        env=environment(data.parent),
        timeout=60,
        check=True,
    )
    return done.stdout.decode()


def test_a_check_of_all_eight_tests_by_keys_alone_comes_back_out_as_it_went_in(tmp_path):
    data, other = tmp_path / "data", tmp_path / "other"
    with Terminal(data, 60) as terminal:
        play(terminal, until="Today's check", seconds=20)
        choose_all(terminal)
        play(terminal, seconds=300)
        terminal.press("\r")
        terminal.wait("History")
        terminal.settle()
        terminal.press("h")
        terminal.wait("Enter Open")
        terminal.wait("8 tests")
        terminal.settle()
        terminal.press("\r")
        terminal.wait("planned check[\\s\\S]*Lift and hold a thick book[\\s\\S]*10.0 s")
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("\x1b")
        terminal.wait("Quit")
        terminal.press("q")
        assert terminal.end() == 0

    exported = tmp_path / "out.json"
    command(data, "export", "--format", "json", "-o", str(exported))
    record = json.loads(exported.read_text())
    (check,) = record["checks"]
    assert {r["protocol"] for r in check["results"]} == EIGHT
    for result in check["results"]:
        sides = {t["side"] for t in result["trials"]}
        assert sides in ({"left", "right"}, {"both"})
    made = {r["protocol"]: r["trials"] for r in check["results"]}
    assert [t["values"] for t in made["grip-device"]] == [{"force": 31.2}] * 6
    assert {t["timed_by"] for t in made["book-pinch-lift"]} == {"keyboard"}
    assert {t["timed_by"] for t in made["stairs"]} == {"phone"}
    assert [t["values"]["climb"] for t in made["stairs"]] == [7.2, 7.2]
    named = {r["protocol"]: r.get("object") for r in check["results"] if r["protocol"] in NAMED}
    assert named == dict.fromkeys(NAMED, "a made-up thing")

    command(other, "import", str(exported))
    command(other, "import", str(exported))
    again = tmp_path / "again.json"
    command(other, "export", "--format", "json", "-o", str(again))
    assert json.loads(again.read_text())["checks"] == record["checks"]
