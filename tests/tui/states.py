"""Each state of a guided check, and how it is reached: for pictures."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from textual.pilot import Pilot

from strengthcheck.host.cues import CueLog
from strengthcheck.model.event import Answer, ReadyAnswer
from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from strengthcheck.tui.screens.sitting import SittingScreen
from strengthcheck.tui.widgets.steps.base import StepWidget
from tests.guide.people import rung

from .faces import Face
from .hands import Check, HandClock, arrange

CAP, BOOK, WALK, ASKED = "cap-tightening", "book-pinch-lift", "heel-toe-walk", "everyday-tasks"
NAMED = {
    f"ready/{BOOK}": ReadyAnswer(object="atlas, 1.9 kg"),
    f"ready/{CAP}": ReadyAnswer(object="blue bottle"),
}


class State(NamedTuple):
    """The step whose key begins so, the tests, what is pressed from there, and the words that then stand."""

    until: str
    tests: tuple[str, ...]
    moves: tuple[str | float, ...]
    """Keys, and seconds that pass."""
    shows: str
    given: Mapping[str, Answer] = MappingProxyType({})


EFFORT: tuple[str | float, ...] = ("space", 10.1)
STOPPED = (*EFFORT, 6.2, "x", 0.7)
STATES: dict[str, State] = {
    "gate": State("gate", (CAP,), (), "happening now?"),
    "gate-more": State("gate", (CAP,), ("m",), "climbing upwards"),
    "today": State("today", (CAP,), ("7", "down", "y", "down", "down", "down", "1"), "left arm"),
    "fit": State("fit", (CAP,), ("1",), "always fine"),
    "gather": State("gather", (CAP, BOOK, WALK), (), "within reach"),
    "expect": State("expect", (CAP, BOOK, WALK), ("w", "right"), "weaker"),
    "warm-up": State("warm_up", (CAP,), ("enter", 20.2), "left."),
    "before-start": State("ready", (CAP,), (), "Which bottle?"),
    "before-start-book": State(f"ready/{BOOK}", (BOOK,), (), "Which book"),
    "before-start-walk": State(f"ready/{WALK}", (WALK,), (), "Ten steps"),
    "practice": State("practice", (CAP,), (), "get used to it"),
    "ready": State(f"trial/{BOOK}//right", (BOOK,), (), "Ready?"),
    "ready-both": State(f"trial/{WALK}", (WALK,), (), "Both legs. Ready?"),
    "counting": State("trial", (BOOK,), ("space", 2.2), "Get ready"),
    "effort": State("trial", (BOOK,), EFFORT, "Any key stops it"),
    "effort-away": State("trial", (WALK,), ("enter",), "when you are back"),
    "entry": State("trial", (BOOK,), STOPPED, "how did it go?"),
    "value": State("trial", (BOOK,), (*STOPPED, "2"), "Time held"),
    "echo": State("trial", (BOOK,), (*STOPPED, "2", "enter"), "Is this right?"),
    "does-not-count": State("trial", (BOOK,), (*STOPPED, "i"), "Why?"),
    "rest": State("trial", (BOOK,), (*STOPPED, "2", "enter", "enter"), "Rest a little"),
    "unentered": State("trial", (BOOK,), (*STOPPED, "q", "enter"), "Keep this try?"),
    "left-out": State("trial", (BOOK,), ("s",), "not a zero"),
    "void": State("trial", (BOOK,), (*EFFORT, 2.0, "ctrl+z"), "doesn't count"),
    "hurt": State(f"effort/{CAP}//left", (CAP,), ("6", "p", "5", "enter"), "It hurt"),
    "told": State(f"effort/{CAP}//left", (CAP,), ("6", "p", "2", "w"), "Pain, 0 to 10"),
    "question": State("ask/everyday-tasks/keys", (CAP, ASKED), ("2",), "Everyday life"),
    "follow-up": State(
        "follow_up", (CAP,), (), "What was it?", {f"trial/{CAP}//left/{n}": rung("left", 0) for n in (1, 2)}
    ),
    "follow-up-asked": State(
        "follow_up", (CAP, ASKED), (), "How was that?", {"ask/everyday-tasks/stairs": rung("both", 1)}
    ),
    "leave": State("trial", (BOOK,), ("q",), "Leave the check?"),
    "summary": State("summary", (CAP, BOOK), ("down",), "Is it all as it was?"),
    "kept": State("summary", (CAP, BOOK), ("enter",), "Kept"),
}


def app_at(
    folder: Path, name: str
) -> tuple[StrengthCheckApp, Callable[[Pilot[int | None]], Awaitable[None]]]:
    """The app on a check that stands before a state, and what leads into it."""
    state = STATES[name]
    sitting = arrange(
        folder, lambda step: step.key.startswith(state.until), *state.tests, **{**NAMED, **state.given}
    )
    clock = HandClock()
    app = StrengthCheckApp(lambda: open_workspace(str(folder), {}, clock), clock=clock, draw=lambda: True)

    async def lead(pilot: Pilot[int | None]) -> None:
        shown = Face(app, pilot)
        screen = SittingScreen(app.desk, sitting, cues=CueLog())
        app.push_screen(screen)
        while not screen.query(StepWidget):
            await pilot.pause()
        check = Check(shown, clock, CueLog(), screen)
        await pilot.pause()
        for move in state.moves:
            await (check.pass_time(move) if isinstance(move, float) else shown.press(move))
        await shown.shows(state.shows)

    return app, lead
