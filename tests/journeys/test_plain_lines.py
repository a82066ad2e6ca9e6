"""The app as lines in a real terminal: a whole check, and every way to be cut off."""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from strengthcheck.services.sitting import checks_of
from strengthcheck.services.workspace import open_workspace
from tests.journeys.seed import before_trial, trials_of, unfinished
from tests.journeys.stage import FastClock
from tests.journeys.terminal import PATIENCE_SECONDS, ROOT

pytestmark = [pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"), pytest.mark.timeout(900)]

CUT = "trial/book-pinch-lift//left/2"
SLOWLY = 2
"""The speed at which an effort that ends after ten seconds still runs when it is cut off."""
COUNTDOWN = 5
"""Seconds until GO in any try but the first."""
HUNDREDTH = 0.01
"""To so many seconds a time is shown."""
ANSWERS = (
    (r"Start the first check[\s\S]*q to quit > $", "1"),
    (r"as you will know it again > $", "a made-up thing"),
    (r"how did it go\?[\s\S]*A number > $", "3"),
    (r"(Resting|Warming up|Waiting)[^\n]* > $", None),
    (r" > $", ""),
)
"""What someone types at the last question; nothing where one waits, Enter where nothing else is meant."""


class Spoken:
    """One run of the program, read as text."""

    def __init__(self, data: Path, speed: float, *protocols: str) -> None:
        env = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(data.parent),
            "TERM": "dumb",
            "LANG": "C.UTF-8",
            "PYTHONWARNINGS": "error",
        }
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "tests.journeys.plain_stage", str(data), str(speed), *protocols],
            env=env,
            cwd=str(ROOT),
            timeout=PATIENCE_SECONDS,
            encoding="utf-8",
        )
        self.child.setecho(False)
        self.said = ""
        self._new = 0

    def read(self, seconds: float = 0.1) -> str:
        """What is said until nothing more comes for so long."""
        try:
            while True:
                self.said += self.child.read_nonblocking(65536, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF, OSError):
            return self.said[self._new :].replace("\r\n", "\n")

    def type(self, line: str) -> None:
        self._new = len(self.said)
        self.child.send(f"{line}\n")

    def wait(self, pattern: str, seconds: float = PATIENCE_SECONDS) -> str:
        until = time.monotonic() + seconds
        while not re.search(pattern, new := self.read(0.02)):
            assert time.monotonic() < until, f"{pattern!r} never came:\n{new}"
        return new

    def answer_until(self, pattern: str, seconds: float = 5 * PATIENCE_SECONDS) -> None:
        """Answer every question until this is said."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            new = self.read(0.05)
            if re.search(pattern, new):
                return
            found = next((line for p, line in ANSWERS if re.search(p, new)), None)
            if re.search(r"Enter: |Enter |Number|A number|> $", new) and found is not None:
                self.type(found)
            elif "then come back." in new and "Stop" not in new:
                time.sleep(0.05)
                self.type("")
        raise AssertionError(f"{pattern!r} never came:\n{self.said[-2000:]}")

    def end(self, seconds: float = PATIENCE_SECONDS) -> int | None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.child.isalive():
            self.read(0.05)
        self.read(0.05)
        self.child.close(force=False)
        if self.child.signalstatus is not None:
            return -int(self.child.signalstatus)
        return self.child.exitstatus


@pytest.fixture
def running() -> Iterator[list[Spoken]]:
    """What is started in a test is ended with it."""
    started: list[Spoken] = []
    yield started
    for one in started:
        if not one.child.closed:
            one.child.close(force=True)


def test_a_whole_check_by_lines_in_a_terminal(tmp_path: Path, running: list[Spoken]) -> None:
    data = tmp_path / "data"
    talk = Spoken(data, 60)
    running.append(talk)
    talk.answer_until(r"\nKept\n[\s\S]*back to the start > $")
    talk.type("")
    talk.wait(r"q to quit > $")
    talk.type("q")
    assert talk.end() == 0
    with open_workspace(str(data), {}, FastClock(1)) as ws:
        (check,) = checks_of(ws)
    assert {r.protocol for r in check.results} == {
        "book-pinch-lift",
        "cap-tightening",
        "everyday-tasks",
        "heel-toe-walk",
    }
    holds = [t.values["hold"] for r in check.results if r.protocol == "book-pinch-lift" for t in r.trials]
    assert holds == [10, 10, 10, 10]
    assert "\x1b" not in talk.said, "nothing is redrawn, coloured or moved"
    assert not re.search(r"[─-╿▀-▟]", talk.said), "no box, no block"


def to_the_effort(talk: Spoken) -> tuple[float, float]:
    """When the countdown was started, and when GO was seen, by the world's clock."""
    talk.wait(r"Continue the check[\s\S]*> $")
    talk.type("1")
    talk.wait(r"Enter starts > $")
    started = time.monotonic()
    talk.type("")
    talk.wait(r"Go\. ")
    return started, time.monotonic()


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "window closed"])
def test_cut_off_in_an_effort_it_is_offered_again_and_does_not_count(
    tmp_path: Path, running: list[Spoken], how: str
) -> None:
    data = tmp_path / "data"
    before = trials_of(before_trial(data, CUT, "cap-tightening", "book-pinch-lift"))
    talk = Spoken(data, SLOWLY)
    running.append(talk)
    to_the_effort(talk)
    if how == "window closed":
        talk.child.ptyproc.fileobj.close()
        talk.child.closed = talk.child.ptyproc.closed = True
        _, status = os.waitpid(talk.child.pid, 0)
        assert os.waitstatus_to_exitcode(status) in (129, 120, -signal.SIGHUP)
    else:
        number = getattr(signal, how)
        talk.child.kill(number)
        assert talk.end() == 128 + number
        assert "Traceback" not in talk.said
    told = unfinished(data)
    assert trials_of(told) == before
    assert told.running is not None
    again = Spoken(data, 8)
    running.append(again)
    assert "is not finished" in again.wait(r"Continue the check[\s\S]*> $")
    again.type("1")
    again.wait(r"once more|Everyday life:")
    again.type("q")
    again.wait(r"Leave the check\?[\s\S]*> $")
    again.type("3")
    again.wait(r"q to quit > $")
    again.type("q")
    assert again.end() == 0
    after = trials_of(unfinished(data))
    (cut,) = after.pop(CUT)
    assert (cut.invalid, cut.values) == ("interrupted", {})
    assert after == before


def test_killed_when_an_effort_was_over_its_time_is_asked_for_at_the_next_start(
    tmp_path: Path, running: list[Spoken]
) -> None:
    data = tmp_path / "data"
    before_trial(data, CUT, "book-pinch-lift")
    talk = Spoken(data, 8)
    running.append(talk)
    to_the_effort(talk)
    talk.wait(r"how did it go[\s\S]*> $")
    talk.child.kill(signal.SIGKILL)
    assert talk.end() == -signal.SIGKILL
    over = unfinished(data).unentered
    assert over is not None
    again = Spoken(data, 8)
    running.append(again)
    for question, line in (
        (r"Continue the check[\s\S]*> $", "1"),
        (r"Keep this try\?[\s\S]*Left hand: 10 seconds[\s\S]*> $", ""),
        (r"how did it go[\s\S]*> $", "3"),
        (r"Enter takes 10 > $", ""),
        (r"yes, right > $", ""),
    ):
        again.wait(question)
        again.type(line)
    again.wait(r"left hand: how hard was it[\s\S]*> $")
    again.child.sendeof()
    assert again.end() == 0
    (kept,) = trials_of(unfinished(data))[CUT]
    assert (kept.values, kept.at, kept.counts) == ({"ladder": 3, "hold": 10}, over.at, True)


def test_a_key_and_ctrl_c_stop_an_effort_and_nothing_else(tmp_path: Path, running: list[Spoken]) -> None:
    data = tmp_path / "data"
    before_trial(data, CUT, "book-pinch-lift")
    talk = Spoken(data, 1)
    running.append(talk)
    started, go = to_the_effort(talk)
    while (pressed := time.monotonic()) < go + 1.5:
        talk.read(0.05)
    talk.child.sendintr()
    talk.wait(r"Stop\. Rest\.")
    stop = time.monotonic()
    assert "how did it go" in talk.wait(r"A number > $")
    talk.type("2")
    shown = float(re.search(r"Enter takes ([\d.]+)", talk.wait(r"Enter takes [\d.]+ > $")).group(1))
    assert pressed - go <= shown + HUNDREDTH, "GO was due no later than it was seen"
    assert shown - HUNDREDTH <= stop - started - COUNTDOWN, "and STOP no earlier than it was pressed"
    talk.child.sendintr()
    assert talk.end() == 130
    assert "Everything entered is kept." in talk.said


def test_ctrl_z_in_an_effort_makes_it_void_and_the_terminal_echoes_meanwhile(
    tmp_path: Path, running: list[Spoken]
) -> None:
    data = tmp_path / "data"
    before_trial(data, CUT, "book-pinch-lift")
    talk = Spoken(data, 1)
    running.append(talk)
    to_the_effort(talk)
    talk.child.kill(signal.SIGTSTP)
    end = time.monotonic() + PATIENCE_SECONDS
    while "This try was interrupted" not in talk.read(0.1):  # it may stop only after it was told to go on
        talk.child.kill(signal.SIGCONT)
        assert time.monotonic() < end
    talk.wait(r"> $")
    talk.child.sendeof()
    assert talk.end() == 0
    (cut,) = trials_of(unfinished(data))[CUT]
    assert cut.invalid == "suspended"


def test_the_end_of_the_input_at_a_question_keeps_everything(tmp_path: Path, running: list[Spoken]) -> None:
    data = tmp_path / "data"
    before = trials_of(before_trial(data, CUT, "cap-tightening", "book-pinch-lift"))
    talk = Spoken(data, 8)
    running.append(talk)
    talk.wait(r"Continue the check[\s\S]*> $")
    talk.type("1")
    talk.wait(r"Enter starts > $")
    talk.child.sendeof()
    assert talk.end() == 0
    assert trials_of(unfinished(data)) == before
