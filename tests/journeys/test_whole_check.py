"""The whole use by keyboard, in a real terminal, with the product's own app, by ear alone.

In the usual run its clock goes 60 times as fast; `--long` plays it once more by the world's own clock.
"""

import json
import os
import statistics
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, environment

from .ear import Ear
from .programs import made_up_programs, played
from .robot import choose_all, play
from .terminal import Terminal

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"),
    pytest.mark.timeout(3000),
]

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


def by_ear(data: Path, terminal: Terminal, log: Path, speed: float) -> Ear:
    """Set up and choose by reading; then the check itself without a look at the screen."""
    play(terminal, until="Today's check")
    choose_all(terminal)
    ear = Ear(terminal, log, speed)
    ear.play(seconds=1200 + 2400 / speed)
    return ear


@pytest.mark.parametrize("speed", [60, 1], ids=["quick clock", "real clock"])
def test_a_check_of_all_eight_tests_by_ear_alone_comes_back_out_as_it_went_in(tmp_path, speed, long):
    if speed == 1 and not long:
        pytest.skip("some twenty minutes: the long form")
    data, other, log = tmp_path / "data", tmp_path / "other", tmp_path / "signals"
    programs = made_up_programs(tmp_path / "bin")
    with Terminal(data, speed, "--sound", f"--log={log}", path=programs) as terminal:
        ear = by_ear(data, terminal, log, speed)
        terminal.settle()
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

    heard_as_it_should_be(ear, speed, programs)
    exported = tmp_path / "out.json"
    command(data, "export", "--format", "json", "-o", str(exported))
    record = json.loads(exported.read_text())
    (check,) = record["checks"]
    assert {r["protocol"] for r in check["results"]} == EIGHT
    at_once = {"heel-toe-walk", "instrument-playing"}
    tried = [r for r in check["results"] if r["protocol"] != "everyday-tasks"]
    turns = [len(r["trials"]) // (2 if r["protocol"] in at_once else 1) for r in tried]
    assert len(ear.turns) == sum(turns), "each effort was heard from its announcement to its end"
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


def heard_as_it_should_be(ear: Ear, speed: float, programs: Path) -> None:
    """Each effort from its announcement to its end, and whose turn it is, in words."""
    for turn in ear.turns:
        assert turn[0] == "ready"
        assert turn[-2:] == ("go", "stop")
    words = [r.words for r in ear.records if r.channel == "sound" and r.kind == "ready"]
    assert {"Left hand. Ready?", "Right hand. Ready?", "Both legs. Ready?"} <= set(words)
    assert any(r.kind == "rested" for r in ear.records)
    late = [r.given - r.due for r in ear.records if r.kind in ("three", "two", "one", "go", "stop")]
    if speed == 1:
        gone = [r for r in ear.records if r.kind == "go" and r.channel == "sound"]
        assert statistics.median(late) < 0.05
        assert len(gone) == len(ear.turns)
        assert len(played(programs)) > 4 * len(ear.turns), "ready, three, two, one, go and stop were played"
        Path("build").mkdir(exist_ok=True)
        figures = {"signals": len(late), "median_s": statistics.median(late), "latest_s": max(late)}
        Path("build/by-ear.json").write_text(json.dumps(figures))
