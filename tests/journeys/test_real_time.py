"""Two trials in real time, held against a clock outside the program."""

import os
import re
import time

import pytest

from .seed import before_trial
from .terminal import Terminal

pytestmark = [pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"), pytest.mark.timeout(180)]

WITHIN = 0.2
"""Seconds; the machine that runs the tests may be busy."""

SETTLED = 0.7
"""Seconds after a stop; keys in the first half-second are taken for the one that stopped it."""


def ready(terminal: Terminal) -> float:
    """Start the trial that the unfinished check stands before; the moment the key was pressed."""
    terminal.wait("is not finished")
    terminal.settle()
    terminal.press("c")
    terminal.wait("Ready\\?")
    terminal.settle()
    terminal.press(" ")
    return time.monotonic()


def test_a_countdown_and_a_hold_of_ten_seconds_take_ten_seconds_each(tmp_path):
    data = tmp_path / "data"
    before_trial(data, "trial/book-pinch-lift//left/1", "book-pinch-lift")
    with Terminal(data, 1) as terminal:
        started = ready(terminal)
        terminal.wait("Any key stops it")
        go = time.monotonic()
        terminal.wait("how did it go")
        stop = time.monotonic()
        terminal.settle(SETTLED)
        terminal.press("3")
        terminal.wait(r"Time held, seconds:   10\b")
    assert abs(go - started - 10) < WITHIN
    assert abs(stop - go - 10) < WITHIN


def test_a_key_stops_a_hold_when_it_is_pressed_and_a_held_key_does_not(tmp_path):
    data = tmp_path / "data"
    before_trial(data, "trial/book-pinch-lift//left/2", "book-pinch-lift")
    with Terminal(data, 1) as terminal:
        started = ready(terminal)
        while "Any key stops it" not in terminal.text:
            terminal.press(" ")
            terminal.read(0.03)
            assert time.monotonic() - started < 8
        go = time.monotonic()
        while time.monotonic() - go < 1:
            terminal.press(" ")
            terminal.read(0.03)
        assert "Any key stops it" in terminal.text, "the key that started it is still held down"
        while time.monotonic() - go < 3:
            terminal.read(0.03)
        terminal.press("x")
        held = time.monotonic() - go
        terminal.wait("how did it go")
        terminal.settle(SETTLED)
        terminal.press("2")
        shown = float(re.search(r"seconds:   ([\d.]+)", terminal.wait(r"seconds:   [\d.]+").group()).group(1))
    assert abs(go - started - 5) < WITHIN
    assert abs(shown - held) < WITHIN
