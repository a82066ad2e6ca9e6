"""Killed, told to end or left without a window in each state: the next start says where, and goes on."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from strengthcheck.model.event import EffortBegan, EffortEnded
from strengthcheck.services import sitting as service
from strengthcheck.services.workspace import open_workspace

from .seed import before_trial, trials_of, unfinished
from .stage import START, FastClock
from .terminal import LEFT_BEHIND, Terminal

pytestmark = [pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"), pytest.mark.timeout(600)]

BOOK = "book-pinch-lift"
AWAY_MINUTES = 7
"""Between what was done last and the next start."""

End = Callable[[Terminal], None]


def by(sign: signal.Signals, status: int) -> End:
    def end(terminal: Terminal) -> None:
        terminal.written = b""
        terminal.kill(sign)
        assert terminal.end() == status
        if sign != signal.SIGKILL:
            assert LEFT_BEHIND.search(terminal.written), "the terminal is as it was before"
            assert b"Traceback" not in terminal.written

    return end


def by_closing_the_window(terminal: Terminal) -> None:
    assert terminal.hang_up() == 129


ENDS: tuple[End, ...] = (
    by_closing_the_window,
    by(signal.SIGHUP, 129),
    by(signal.SIGKILL, -signal.SIGKILL),
    by(signal.SIGTERM, 143),
)
"""In this order the short form kills where an effort is over and not yet entered."""


class Place(NamedTuple):
    """One state: what the start before it says, how it is reached from there, and what it shows."""

    said: str
    """Of the place, by the start before."""
    resumed: str
    then: Callable[[Terminal], None]
    shows: str
    speed: float = 8
    """Slow where the state ends by itself: the countdown after ten seconds, then the effort after ten."""
    on_disk: type[EffortBegan | EffortEnded] | None = None
    """What was noted last by then; the page may be painted a little sooner."""


def keys(*pairs: tuple[str, str]) -> Callable[[Terminal], None]:
    """Wait for each page, then press its keys."""

    def press(terminal: Terminal) -> None:
        for pattern, pressed in pairs:
            terminal.wait(pattern)
            terminal.settle(0.4 if pattern == HOW_DID_IT_GO else 0.1)
            terminal.press(pressed)

    return press


HOW_DID_IT_GO = "Press 3, 2, 1 or 0"
"""Keys of the first half-second after a stop are taken for the one that stopped it."""

ENTERED = ((HOW_DID_IT_GO, "3"), ("take it", "\r"), ("yes, right", "\r"))
A_TRIAL = ((r"Ready\?", " "), *ENTERED)
RATED = (r"how hard was it\?", "6\r")
TO_EFFORT = keys((r"Ready\?", " "))
OVER = keys((r"Ready\?", " "), ("Any key stops it", "x"))
BOOK_TITLE = "Book lift"
THE_TRIAL = f"{BOOK_TITLE}, left hand, try 1 of 2"
QUESTIONS = "the questions before the tests"
WHO_GOES_ON = r"none of these"
PLACES = (
    Place(QUESTIONS, WHO_GOES_ON, keys(), WHO_GOES_ON),
    Place(QUESTIONS, WHO_GOES_ON, keys((WHO_GOES_ON, "\r")), r"How is today\?"),
    Place(
        QUESTIONS,
        r"How is today\?",
        keys(
            (r"How is today\?", "\r"),
            ("Could each hand always", "\r"),
            ("What you need", "\r"),
            ("What do you expect", "\r"),
            ("Enter start", "\r"),
        ),
        r"left\.",
    ),
    Place(
        "the warm-up",
        "Warm up your hands",
        keys(
            ("Enter start", "\r"),
            ("That is enough", "\r"),
            ("its name, as you will", "a made-up thing\r"),
            ("left hand: one try", "\r"),
            ("right hand: one try", "\r"),
        ),
        r"Left hand\. Ready\?",
        60,
    ),
    Place(THE_TRIAL, r"Left hand\. Ready\?", TO_EFFORT, "Get ready", 1),
    Place(THE_TRIAL, r"Left hand\. Ready\?", TO_EFFORT, "Any key stops it", 2, EffortBegan),
    Place(THE_TRIAL, r"once more[\s\S]*Ready\?", OVER, "how did it go", 8, EffortEnded),
    Place(
        THE_TRIAL,
        r"Keep this try\?[\s\S]*Left hand: [\d.]+ seconds\.",
        keys(("keep and enter it", "\r"), *ENTERED, *A_TRIAL),
        r"Left hand next\. Rest a little",
        4,
    ),
    Place(
        f"{BOOK_TITLE}, left hand, try 2 of 2",
        r"Left hand\. Ready\?",
        keys(*A_TRIAL),
        "how hard was it",
        60,
    ),
    Place(
        f"{BOOK_TITLE}, left hand",
        "how hard was it",
        keys(RATED, *A_TRIAL, RATED),
        "Is it all",
        60,
    ),
)
"""Gate, today, warm-up, ready, countdown, effort, over, rest, effort told, summary."""


def started_again(data: Path, place: str, speed: float = 8) -> Terminal:
    """A start some minutes later. Home says exactly where one was and since when; going on leads there."""
    last = max(e.at for e in events(data))
    later = (last - START).total_seconds() / 60 + AWAY_MINUTES
    started = time.monotonic()
    terminal = Terminal(data, speed, minutes=later)
    where = r"\s+".join(f"is not finished. You were at {place},".replace(".", r"\.").split())
    (ago,) = terminal.wait(where + r"\s+(\d+)\s+minutes\s+ago").groups()
    went_on = (time.monotonic() - started) * speed / 60
    assert AWAY_MINUTES <= int(ago) <= AWAY_MINUTES + went_on, "the quick clock went on meanwhile"
    terminal.settle()
    terminal.press("c")
    return terminal


def events(data: Path) -> tuple[object, ...]:
    """The journal as it is on disk; nothing is resumed by looking."""
    with open_workspace(str(data), {}, FastClock(1), read_only=True) as ws:
        (draft,) = service.unfinished(ws)
        return draft.events


@pytest.mark.parametrize("shift", range(4))
def test_ended_in_each_state_the_next_start_goes_on_from_there(tmp_path, shift, long):
    if shift and not long:
        pytest.skip("every way to end in every state: the long form")
    data = tmp_path / "data"
    before_trial(data, "gate", BOOK)
    for i, place in enumerate(PLACES):
        with started_again(data, place.said, place.speed) as terminal:
            terminal.wait(place.resumed)
            place.then(terminal)
            terminal.wait(place.shows)
            while place.on_disk and not isinstance(events(data)[-1], place.on_disk):
                terminal.read(0.05)
            ENDS[(i + shift) % len(ENDS)](terminal)
    made = trials_of(unfinished(data))
    assert [t.invalid for t in made[f"trial/{BOOK}//left/1"]] == ["interrupted"], "cut off"
    counted = [key for key, trials in made.items() if all(t.counts for t in trials)]
    assert counted == [f"trial/{BOOK}//{which}" for which in ("left/1b", "right/1", "left/2", "right/2")]
    (kept,) = made[f"trial/{BOOK}//left/1b"]
    over = next(e for e in events(data) if isinstance(e, EffortEnded))
    assert (kept.values["hold"], kept.at) == (round(over.lasted, 2), over.at), (
        "over, and entered after the next start"
    )
    assert kept.timed_by == "keyboard"
    with started_again(data, "the summary") as terminal:
        terminal.wait(r"Enter keep the check")
        terminal.settle()
        terminal.press("\r")
        terminal.wait("Kept")


def test_a_process_that_was_stopped_voids_its_effort_and_its_countdown_starts_over(tmp_path):
    data = tmp_path / "data"
    before_trial(data, f"trial/{BOOK}//left/2", BOOK)
    with started_again(data, f"{BOOK_TITLE}, left hand, try 2 of 2", speed=1) as terminal:
        terminal.wait(r"Ready\?")
        terminal.settle()
        terminal.press(" ")
        terminal.wait("Get ready")
        stopped(terminal)
        terminal.wait(r"Ready\?")
        terminal.settle()
        terminal.press(" ")
        terminal.wait("Any key stops it")
        stopped(terminal)
        terminal.wait("The computer slept or the program was paused")
        terminal.settle()
        terminal.press("\r")
        terminal.wait("· once more")
        terminal.kill(signal.SIGTERM)
        assert terminal.end() == 143
    (made,) = trials_of(unfinished(data))[f"trial/{BOOK}//left/2"]
    assert (made.invalid, made.values) == ("suspended", {})


def stopped(terminal: Terminal) -> None:
    """Stopped for more than the two seconds after which nothing is believed to have gone on."""
    terminal.kill(signal.SIGSTOP)
    terminal.read(0.1)
    until_then = terminal.now() + 2.4
    while terminal.now() < until_then:
        terminal.read(0.1)
    terminal.kill(signal.SIGCONT)
