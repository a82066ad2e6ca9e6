"""A check in a test: the real screens, on a clock that the test moves."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from strengthcheck.guide.script import next_step
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import Step
from strengthcheck.host.cues import CueLog
from strengthcheck.model.event import Answer
from strengthcheck.model.profile import Profile
from strengthcheck.services import sitting as service
from strengthcheck.services.person import save_profile
from strengthcheck.services.workspace import Workspace
from strengthcheck.tui.screens.sitting import SittingScreen
from strengthcheck.tui.widgets.steps.base import StepWidget
from tests.guide.people import usual
from tests.services.rooms import NOW, opened

from .faces import Face, face


class HandClock:
    """Stands until the test moves it; timers look again at once."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.asleep = 0.0

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.passed + self.asleep)

    def monotonic(self) -> float:
        return 1000.0 + self.passed

    def interval(self, seconds: float) -> float:
        return 0.04


class Check:
    """An open check with its clock and its signals."""

    def __init__(self, shown: Face, clock: HandClock, cues: CueLog, screen: SittingScreen) -> None:
        self.face = shown
        self.clock = clock
        self.cues = cues
        self.screen = screen

    async def pass_time(self, seconds: float) -> None:
        """Let time go by, and the screen notice."""
        self.clock.passed += seconds
        for _ in range(2):
            await self.face.pilot.pause(0.05)

    async def start(self) -> None:
        """From ready into the effort."""
        await self.face.shows("Ready?")
        await self.face.press("space")
        await self.pass_time(10.1)
        await self.face.shows("Any key stops it")

    @property
    def state(self) -> Sitting:
        """The check as the screen has it."""
        return self.screen._sitting

    def trials(self, key: str) -> tuple[object, ...]:
        return self.state.answers[key].answer.trials


def arrange(
    folder: Path, until: Callable[[Step], bool], *tests: str, profile: Profile | None = None, **given: Answer
) -> Sitting:
    """Answer a check as usual, or as given by key, until a step comes."""
    with opened(folder) as ws:
        save_profile(ws, profile or Profile(set_up_on=NOW.date()))
        sitting = service.begin(ws, tests, lambda: True)
        while not until(step := next_step(sitting)):
            sitting = service.answer(ws, sitting, step, given.get(step.key) or usual(step))
        return sitting


def on_disk(folder: Path) -> Sitting:
    """The unfinished check as a new start finds it."""
    with opened(folder) as ws:
        (draft,) = service.unfinished(ws)
        return service.resume(ws, draft)


def look(folder: Path, at: Callable[[Workspace], object]) -> object:
    """Something of the record."""
    with opened(folder) as ws:
        return at(ws)


@asynccontextmanager
async def check(
    folder: Path, until: str, *tests: str, size: tuple[int, int] = (80, 24), **given: Answer
) -> AsyncIterator[Check]:
    """A check of these tests, opened at the first step whose key begins so."""
    sitting = arrange(folder, lambda step: step.key.startswith(until), *tests, **given)
    clock, cues = HandClock(), CueLog()
    async with face(folder, size=size, clock=clock) as shown:
        screen = SittingScreen(shown.app.desk, sitting, cues=cues)
        shown.app.push_screen(screen)
        while not screen.query(StepWidget):
            await shown.pilot.pause()
        await shown.pilot.pause()
        yield Check(shown, clock, cues, screen)
