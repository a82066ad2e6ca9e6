"""How long a check takes at a person's pace, by the clock that the steps themselves set and by reading times.

Assumptions, written down so that they can be doubted:

* Silent reading at 238 words a minute, the mean of adults reading English (Brysbaert 2019, J Mem Lang 109).
  Someone who reads at 200 is slower; the test says by how much.
* A line of a table (a result, an expectation) is not prose: one second each.
* A paragraph, choice or key that was read before, in this check or in the one before, is recognised and not
  read again: a page of nothing but such costs one glance of 1.5 seconds.
* An answer by a key takes 1 second after reading; a name that is typed the first time 8 seconds; a form that
  is accepted as it stands one key; a result of a trial 2 seconds.
* Fetching what is needed: 10 seconds a thing the first time, 5 later. The way to the place is not counted.
* While the hands warm up, what stands below is read: as much as fits into that time.
* An effort takes its own seconds; one that ends by itself (away) takes 20 seconds on the flat.
* Rests run from the end of one effort to the start of the next countdown, and all that is answered meanwhile
  fills them: only what is left is waited for.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from strengthcheck.guide import steps as s
from strengthcheck.guide.effort import plan_of
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import OverStep, Step
from strengthcheck.host.cues import CueLog
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.beside import done_of
from strengthcheck.services.choosing import around
from strengthcheck.services.readings import read_after
from strengthcheck.services.sitting import answer, begin, keep
from strengthcheck.services.workspace import Workspace
from strengthcheck.tui.widgets.steps.factory import Bench, widget_for
from strengthcheck.views.steps.before import warm_up_page
from strengthcheck.views.steps.page import Big, Head, Para, Picture, Points, Row, StepPage
from strengthcheck.views.summary import kept_page
from tests.guide.people import usual
from tests.services.rooms import StandingClock

WORDS_A_MINUTE = 238
GLANCE, LINE, KEY, NAME, RESULT = 1.5, 1.0, 1.0, 8.0, 2.0
FETCH_FIRST, FETCH = 10.0, 5.0
AWAY = 20.0


@dataclass
class Pace:
    """The time of one check, step by step."""

    read: set[str]
    """What was read before; it grows."""
    words_a_minute: float = WORDS_A_MINUTE
    now: float = 0.0
    last_end: float | None = None
    """When the last effort ended."""
    spent: Counter[str] = field(default_factory=Counter)

    def take(self, what: str, seconds: float) -> None:
        """Let time go by."""
        self.now += seconds
        self.spent[what] += seconds

    def look(self, page: StepPage) -> None:
        """Read what is new on a page; glance at the rest."""
        self.take("reading", max(GLANCE, self._new(page)))
        self.read.update(t for t, _ in _texts(page))

    def _new(self, page: StepPage) -> float:
        """How long what was not read before takes."""
        texts = {t: line for t, line in _texts(page) if t and t not in self.read}
        words = sum(len(t.split()) for t, line in texts.items() if not line)
        return words * 60 / self.words_a_minute + LINE * sum(texts.values())

    def step(self, step: Step, page: StepPage) -> None:
        """One step: read it, do it, answer it."""
        self.look(page)
        match step:
            case s.WarmUpStep():
                self.take("warm-up", step.seconds)
                running = warm_up_page(step, float(step.seconds))
                if self._new(running) <= step.seconds:
                    self.read.update(t for t, _ in _texts(running))
            case s.GatherStep():
                first = any(f"gathered {e}" not in self.read for p in step.protocols for e in p.equipment)
                things = sum(len(p.equipment) for p in step.protocols)
                self.take("fetching", things * (FETCH_FIRST if first else FETCH))
                self.read.update(f"gathered {e}" for p in step.protocols for e in p.equipment)
            case s.ReadyStep():
                named = step.protocol.fit is None or not step.protocol.fit.object or step.known_object
                self.take("answers", KEY if named else NAME)
            case s.PracticeStep():
                self.take("practice", _effort(step.protocol) + KEY)
            case s.TrialStep():
                self._trial(step)
            case _:
                self.take("answers", KEY)

    def _trial(self, step: s.TrialStep) -> None:
        if self.last_end is not None:
            self.take("waiting in rests", max(0.0, step.rest_seconds - (self.now - self.last_end)))
        self.take("countdown", plan_of(step).countdown)
        self.take("effort", _effort(step.protocol))
        self.last_end = self.now
        self.take("results", RESULT * len(step.sides))

    def minutes(self) -> float:
        """So far."""
        return self.now / 60


def _effort(protocol: Protocol) -> float:
    return AWAY if protocol.effort.seconds is None else float(protocol.effort.seconds)


def _texts(page: StepPage) -> Iterable[tuple[str, bool]]:
    """Every text of a page, and whether it is a line of a table."""
    yield page.title, False
    yield from ((c.text, False) for c in (*page.choices, *page.keys))
    for block in page.blocks:
        match block:
            case Para() | Head() | Big():
                yield block.text, False
            case Points():
                yield from ((item, False) for item in block.items)
            case Row():
                yield f"{block.label} {' '.join(cell.text for cell in block.cells)}", True
            case Picture():
                continue


def paced(
    ws: Workspace,
    clock: StandingClock,
    tests: tuple[str, ...],
    read: set[str],
    words_a_minute: float = WORDS_A_MINUTE,
) -> Pace:
    """A usual check of these tests, from the gate to the last page."""
    pace = Pace(read, words_a_minute)
    sitting = begin(ws, tests, lambda: True)
    while not isinstance(step := next_step(sitting), OverStep):
        pace.step(step, widget_for(step, sitting, Bench(clock, CueLog(), around(ws))).page())
        sitting = answer(ws, sitting, step, usual(step))
    kept = keep(ws, sitting)
    pace.look(kept_page(done_of(kept, around(ws), read_after(ws, kept.check))))
    return pace
