"""One trial: whose turn, rest, countdown, effort by the clock, and what is entered afterwards.

Time is asked of the clock at every key and every heartbeat; nothing is counted in ticks.
"""

from collections.abc import Callable
from typing import NamedTuple

from strengthcheck.guide.effort import JOURNALED_AT, ended, measured, next_beat, plan_of
from strengthcheck.guide.steps import TrialStep
from strengthcheck.guide.trial import KEYS_IGNORED_SECONDS, TIMED, Cue, TrialRun
from strengthcheck.guide.watch import Watch
from strengthcheck.host.collecting import uncollected
from strengthcheck.host.cues import Cues
from strengthcheck.host.lines import INTERRUPT, Lines
from strengthcheck.model.check import Trial
from strengthcheck.model.event import EffortEnded
from strengthcheck.plain import metronome
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.entry import enter
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.signals import SaidCues
from strengthcheck.plain.talk import Ask, Option
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.steps.entering import Entered, Entering
from strengthcheck.views.steps.entry import Entry, side_outcome, skipped, trial_words
from strengthcheck.views.steps.testing import SKIPPED
from strengthcheck.views.steps.trial import (
    former_page,
    skip_page,
    trial_ready_page,
    void_page,
)

NOT_YET = frozenset({"q", "\x1b", INTERRUPT})
"""Keys that take a countdown back; any other one is waited out."""

SKIP = "s"

TAKES_BACK = "While it counts down, q takes it back; any other key is waited out."
"""Said before the first effort."""


class Notes(NamedTuple):
    """How the ends of an effort are noted on disk."""

    begins: Callable[[], None]
    """It is about to start, so that one cut off is known."""
    taken_back: Callable[[], None]
    """It will not start after all: the countdown was taken back."""
    ends: Callable[[EffortEnded], None]
    """It is over, so that what it came to outlives the program until it is entered."""


class Tried(NamedTuple):
    """What came of one trial."""

    entered: Entered
    last_end: float | None
    """When the last effort ended, on the monotonic clock: rest counts from here."""


def make_trial(
    desk: Desk,
    step: TrialStep,
    last_end: float | None,
    former: tuple[Trial, ...],
    notes: Notes,
    unentered: EffortEnded | None = None,
) -> Tried:
    """One trial from its first line to its entry; one that is over already (`unentered`), its entry.

    Raises BackWished, LeaveWished, and what the notes raise.
    """
    if unentered is not None:
        return Tried(_enter(desk, Entering.after_all(step, unentered, desk.clock.now())), last_end)
    if former:
        kept = _look_again(desk, step, former)
        if kept is not None:
            return Tried(kept, last_end)
    while True:
        if not _is_ready(desk, step, last_end):
            try:
                return Tried(Entered(_skip(desk, step)), last_end)
            except BackWished:
                continue
        run, over = _effort(desk, step, last_end, notes)
        if over is not None:
            entering = Entering.of(Entry.of(step), over.at, measured=measured(step, over.lasted))
            return Tried(_enter(desk, entering), run.since)
        if run.phase == "void":
            return Tried(_voided(desk, step), run.since)
        desk.talk.say("Not yet, then.")


def _enter(desk: Desk, entering: Entering) -> Entered:
    """What is entered after an effort; it was made, so that there is nothing to go back to."""
    while True:
        try:
            return enter(desk.talk, entering)
        except BackWished:
            desk.talk.say("The try is made. i says that it doesn't count.", apart=False)


def _look_again(desk: Desk, step: TrialStep, former: tuple[Trial, ...]) -> Entered | None:
    """A trial that was made or left out before: kept so, entered anew, or (none) done now."""
    entry = Entry.of(step, former)
    counts = all(t.counts for t in former)
    skipped_then = any(t.skipped is not None for t in former)
    said = "; ".join(f"{s}: {side_outcome(entry, s)}" for s in step.sides) if counts else trial_words(former)
    page = former_page(step, said, skipped_then)
    desk.talk.say(*page_lines(page))
    other = next(k for k in page.keys if k.key in ("d", "e"))
    if desk.talk.choose("Enter: leave it so", ((other.key, other.text),), usual="") == "":
        return Entered(former)
    if skipped_then:
        return None
    at = former[0].at or desk.clock.now()
    return enter(desk.talk, Entering.anew(step, former, at))


def _is_ready(desk: Desk, step: TrialStep, last_end: float | None) -> bool:
    """Whether the effort may start, after the rest that is owed; False when the side is left out."""
    resting = TrialRun(plan_of(step), last_end=last_end)
    rested = False
    while (left := resting.rest_left(desk.clock.monotonic())) > 0:
        rested = True
        page = trial_ready_page(step, left)
        desk.talk.say(*page_lines(page))
        ask = Ask("Resting; Enter says how long still", tuple(Option(k.key, k.text) for k in page.keys), "")
        if desk.talk.ask(ask, wait=desk.clock.interval(left)) == SKIP:
            return False
    for cue in resting.tick(desk.clock.monotonic())[1] if rested else ():
        SaidCues(desk.talk, desk.cues, step).give(cue)
    page = trial_ready_page(step, 0)
    desk.talk.say(*page_lines(page), *((TAKES_BACK,) if last_end is None and plan_of(step).countdown else ()))
    own = [(k.key, k.text) for k in page.keys if k.key != "enter"]
    while True:
        key = desk.talk.choose("Enter starts", (*own, *metronome.tempo_option(desk, step)), usual="")
        if key != metronome.KEY:
            return key != SKIP
        metronome.set_tempo(desk)


def _skip(desk: Desk, step: TrialStep) -> tuple[Trial, ...]:
    page = skip_page(step)
    desk.talk.say(*page_lines(page))
    key = desk.talk.choose("A number", [(c.key, c.text) for c in page.choices])
    return skipped(step, SKIPPED[key], desk.clock.now())


def _voided(desk: Desk, step: TrialStep) -> Entered:
    desk.talk.say(*page_lines(void_page(step)))
    at = desk.clock.now()
    return Entered(tuple(Trial(side=s, invalid="suspended", at=at) for s in step.sides))


def _effort(
    desk: Desk, step: TrialStep, last_end: float | None, notes: Notes
) -> tuple[TrialRun, EffortEnded | None]:
    """The countdown and the effort, and its end, noted at once; ready again when it was taken back."""
    lines, clock = desk.talk.lines, desk.clock
    cues = SaidCues(desk.talk, desk.cues, step, metronome.beats(desk, step))
    with lines.keys(), uncollected():
        run = _Running(desk, cues, step, last_end, notes).to_the_end()
        if run.phase != "settle":
            return run, None
        over = ended(step, run, clock.now())
        notes.ends(over)
        if lines.terminal:
            lines.pause(clock.interval(KEYS_IGNORED_SECONDS))  # what stopped it answers nothing else
    return run, over


class _Running:
    """An effort under way."""

    def __init__(
        self,
        desk: Desk,
        cues: Cues,
        step: TrialStep,
        last_end: float | None,
        notes: Notes,
    ) -> None:
        self._lines: Lines = desk.talk.lines
        self._clock = desk.clock
        self._cues = cues
        self._notes = notes
        self._begun = False
        self._run = TrialRun(plan_of(step), last_end=last_end)
        self._watch = Watch(desk.clock.now(), desk.clock.monotonic(), self._lines.beat())

    def to_the_end(self) -> TrialRun:
        """Through countdown and effort, until it is settled, void, or taken back."""
        if not self._run.plan.countdown:
            self._note_beginning()
        self._become(*self._run.start(self._clock.monotonic()))
        while self._run.phase in TIMED:
            self._become(*self._run.tick(self._clock.monotonic()))
            if self._run.phase in TIMED:
                self._wait()
        if self._begun and self._run.phase == "ready":
            self._notes.taken_back()
        return self._run

    def _wait(self) -> None:
        """Until a key, or until something may change."""
        now = self._clock.monotonic()
        expected = self._clock.interval(next_beat(self._run, now) or 0.0)
        key = self._lines.key(expected)
        beat = self._lines.beat()
        now = self._clock.monotonic()
        if self._lines.stopped() or self._watch.slept(self._clock.now(), now, beat, expected):
            self._run = self._run.slept(now)
        elif key is not None:
            self._press(key, now)
        self._watch = self._watch.beating(beat)

    def _press(self, key: str, now: float) -> None:
        if self._run.phase == "counting" and key in NOT_YET:
            self._run = self._run.cancel(now)
        else:
            self._become(*self._run.press(now))

    def _become(self, run: TrialRun, cues: tuple[Cue, ...]) -> None:
        self._run = run
        for cue in cues:
            self._cues.give(cue)
            if cue.kind in (JOURNALED_AT, "go"):
                self._note_beginning()

    def _note_beginning(self) -> None:
        """Note the effort on disk, once; the time that takes is no sleep of the machine."""
        if not self._begun:
            self._begun = True
            self._notes.begins()
            self._watch = self._watch.beating(self._lines.beat())
