"""Cut off in the middle of an effort: the terminal is restored, all else kept, the effort does not count."""

import os
import signal

import pytest

from .seed import before_trial, trials_of, unfinished
from .terminal import LEFT_BEHIND, Terminal

pytestmark = [pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"), pytest.mark.timeout(180)]

CUT = "trial/book-pinch-lift//left/1"
SPEED = 8
"""A hold of ten seconds lasts a little over one: time enough to cut it off."""


def to_the_effort(terminal: Terminal) -> None:
    terminal.wait("is not finished")
    terminal.settle()
    terminal.press("c")
    terminal.wait("Ready\\?")
    terminal.press(" ")
    terminal.wait("Any key stops it")


def offered_again(data, before) -> None:
    """The next start says what is open; going on, the cut-off effort is there and does not count."""
    told = unfinished(data)
    assert trials_of(told) == before, "what was entered is there, and nothing else"
    assert told.running is not None
    with Terminal(data, SPEED) as terminal:
        said = terminal.wait(r"is not finished[\s\S]*trial\s+1\s+of\s+2[\s\S]*trials\s+are\s+kept")
        assert "left" in said.group()
        terminal.press("c")
        terminal.wait("· once more|Everyday life:")
        terminal.press("q")
        terminal.wait("Leave the check")
        terminal.press("3")
        terminal.wait("is not finished")
        terminal.press("q")
        assert terminal.end() == 0
    after = trials_of(unfinished(data))
    (cut,) = after.pop(CUT)
    assert (cut.invalid, cut.values) == ("interrupted", {})
    assert after == before


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_asked_to_end_mid_effort(tmp_path, sign, status):
    data = tmp_path / "data"
    before = trials_of(before_trial(data, CUT, "cap-tightening", "book-pinch-lift"))
    with Terminal(data, SPEED) as terminal:
        to_the_effort(terminal)
        terminal.written = b""
        terminal.kill(sign)
        assert terminal.end() == status
        assert LEFT_BEHIND.search(terminal.written)
        assert b"Traceback" not in terminal.written
    offered_again(data, before)


def test_the_terminal_window_closed_mid_effort(tmp_path):
    data = tmp_path / "data"
    before = trials_of(before_trial(data, CUT, "cap-tightening", "book-pinch-lift"))
    with Terminal(data, SPEED) as terminal:
        to_the_effort(terminal)
        assert terminal.hang_up() == 129
    offered_again(data, before)
