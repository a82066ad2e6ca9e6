"""One trial on screen: ready, countdown, effort, and what is entered afterwards.

Time is asked of the clock at every key and every heartbeat; nothing is counted in ticks.
"""

from collections.abc import Callable

from textual import events
from textual.message import Message

from strengthcheck.guide.effort import JOURNALED_AT, ended, measured, next_beat, plan_of
from strengthcheck.guide.metronome import Metronome
from strengthcheck.guide.steps import TrialStep
from strengthcheck.guide.trial import TIMED, Cue, Phase, TrialRun
from strengthcheck.host.clock import Clock
from strengthcheck.host.cues import Cues
from strengthcheck.model.check import Trial
from strengthcheck.model.event import EffortEnded, TrialAnswer
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.trial_watch import Hand, Heart, Swing
from strengthcheck.views.steps.asking import BACK_KEYS, Ended
from strengthcheck.views.steps.entering import Entering, same_question
from strengthcheck.views.steps.entry import Entry, skipped, trial_words
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.testing import SKIPPED
from strengthcheck.views.steps.trial import (
    counting_page,
    effort_page_of,
    former_page,
    skip_page,
    trial_ready_page,
    void_page,
)

START_KEYS = frozenset({"enter", "space"})
NOT_YET = frozenset({"escape", "q", "ctrl+z", "ctrl+c", "ctrl+q"})
"""Keys that take a countdown back; another one may be the start key, still held down."""

Beats = Callable[[], Metronome | None]
"""The metronome that beats since GO; none where it does not beat."""


class TrialWidget(StepWidget):
    """One trial. Its phases come from the trial machine; the widget gives times and keys, and shows it."""

    class Begins(Message):
        """The effort is about to start: it should be noted, so that one cut off is known."""

    class TakenBack(Message):
        """The effort that was about to start will not be made: the countdown was taken back."""

    class PhaseChanged(Message):
        """The trial is in another phase."""

        def __init__(self, phase: Phase) -> None:
            super().__init__()
            self.phase = phase

    class Ended(Message):
        """An effort ended, at this time of the monotonic clock: rest counts from here."""

        def __init__(self, at: float, over: EffortEnded | None) -> None:
            """`over` is what should be noted of it until it is entered; none when it is void."""
            super().__init__()
            self.at = at
            self.over = over

    def __init__(
        self,
        step: TrialStep,
        clock: Clock,
        cues: Cues,
        *,
        last_end: float | None,
        former: tuple[Trial, ...] = (),
        unentered: EffortEnded | None = None,
        beats: Beats | None = None,
    ) -> None:
        """`last_end` is when the last effort ended; `former` is what was entered before, to be corrected.

        `unentered`: this try is over, and what it came to is still to be entered. `beats`: a metronome is
        shown while the effort runs.
        """
        super().__init__()
        self._step = step
        self._clock = clock
        self._cues = cues
        self._former = former
        self._run = TrialRun(plan_of(step), last_end=last_end)
        self._heart = Heart(clock, self.set_timer)
        self.hand: Hand = Hand(clock)
        self._swing = Swing(beats)
        self._skipping = False
        self._entering: Entering | None = None
        self._begun = self._lost_focus = self._paused = False
        if unentered is not None:
            self._entering = Entering.after_all(step, unentered, clock.now())
        elif former and all(t.counts for t in former):
            self._entering = Entering.again(step, former, former[0].at or clock.now())

    def page(self) -> StepPage:
        """The page of the phase."""
        if self._entering is not None:
            return self._entering.page()
        if self._skipping:
            return skip_page(self._step)
        if self._run.phase == "ready" and self._former:
            return former_page(self._step, trial_words(self._former), _was_skipped(self._former))
        return self._phase_page(self._clock.monotonic())

    def _phase_page(self, now: float) -> StepPage:
        match self._run.phase:
            case "ready":
                return trial_ready_page(self._step, self._run.rest_left(now), paused=self._paused)
            case "counting":
                left = _seconds_shown(self._run.countdown_left(now))
                return counting_page(self._step, left, self._swing.row)
            case "effort":
                return effort_page_of(self._step, self._swing.row)
            case _:
                return void_page(self._step)

    def on_mount(self) -> None:
        """Count the rest down; notice when the terminal goes away."""
        self.watch(self.app, "app_focus", self.unfocused, init=False)
        self.app.app_suspend_signal.subscribe(self, lambda _: self.suspended())
        self._rest()

    def _rest(self) -> None:
        """Count a rest down while one is owed; its end is signalled."""
        if not self._former and self._run.rest_left(self._clock.monotonic()) > 0:
            self._wake()

    def press(self, key: str) -> bool:
        """What a key does depends on the phase alone."""
        if self._entering is not None:
            return self._enter(key, self._entering)
        if self._skipping:
            return self._skip(key)
        match self._run.phase:
            case "ready":
                return self._look_again(key) if self._former else self._press_ready(key)
            case "counting":
                return self._press_counting(key)
            case "effort":
                return self._press_effort(key)
            case _:
                if key in START_KEYS and self.voided is not None:
                    self.give(self.voided)
                return key in START_KEYS or key in BACK_KEYS

    def on_paste(self, event: events.Paste) -> None:
        """A paste stops an effort as a key does; in an entry it is what was typed."""
        event.stop()
        if self.busy:
            self._press_effort("paste")
        elif self._entering is not None and not self._rests("paste"):
            self._entering = self._entering.pasted(event.text)
            self.show()

    def keeps(self, key: str) -> bool:
        """Nothing is opened over a countdown or an effort, nor the program closed: the key is its own."""
        if self._run.phase not in TIMED or self._entering is not None:
            return super().keeps(key)
        self.press(key)
        return True

    def passes(self, key: str) -> bool:
        """Help, leaving and the way back, only where they do what they do on every page."""
        if self._entering is not None:
            return self._entering.passes(key, leads_out=bool(self._former))
        if self._skipping:
            return key not in BACK_KEYS
        if self._run.phase == "counting":
            return key == "q"
        return key not in BACK_KEYS or self._run.phase != "void"

    def suspended(self) -> None:
        """The program was suspended: a running effort is void, a countdown starts over."""
        self._paused = self._paused or self._run.phase == "counting"
        self._become(self._run.slept(self._clock.monotonic()))

    def unfocused(self, focused: bool) -> None:
        """The terminal lost the focus; noted on the trial when an effort ran."""
        self._lost_focus = self._lost_focus or (not focused and self._run.phase == "effort")

    @property
    def busy(self) -> bool:
        """Whether an effort runs, so that any wish to leave stops it and nothing else."""
        return self._run.phase == "effort" and self._entering is None

    @property
    def voided(self) -> TrialAnswer | None:
        """The try that was broken off by a pause, as one that does not count; none when none was."""
        if self._run.phase != "void":
            return None
        at = self._clock.now()
        trials = (Trial(side=s, invalid="suspended", at=at) for s in self._step.sides)
        return TrialAnswer(trials=tuple(trials))

    @property
    def waits(self) -> bool:
        """Whether it only waits to be started, so that it may be shown anew."""
        return self._run.phase == "ready" and not (self._former or self._skipping or self._entering)

    def _press_ready(self, key: str) -> bool:
        if key in START_KEYS:
            self.hand.effort(key)
            now = self._clock.monotonic()
            run, cues = self._run.start(now)
            if run.phase == "counting":
                self._paused = False
                self._heart.watch()
                self._become(run, cues)
                self._wake()
        elif key == "s":
            self._skipping = True
            self.show()
        else:
            return False
        return True

    def _press_counting(self, key: str) -> bool:
        now = self._clock.monotonic()
        self.hand.effort(key)
        if key in NOT_YET:
            self._become(self._run.cancel(now))
        else:
            self._become(*self._run.press(now))
        return key != "q"

    def _press_effort(self, key: str) -> bool:
        self.hand.effort(key)
        if key == "ctrl+z" or self._heart.slept():
            self.suspended()
        elif self._step.protocol.effort.kind != "away" or key in (*START_KEYS, "click") or _quits(key):
            self._become(*self._run.press(self._clock.monotonic()))
        return True

    def _look_again(self, key: str) -> bool:
        if key == "enter":
            self.give(TrialAnswer(trials=self._former))
        elif key == "e" and not _was_skipped(self._former):
            given = tuple(t.model_copy(update={"invalid": None, "invalid_note": None}) for t in self._former)
            self._entering = Entering.again(self._step, given, self._former[0].at or self._clock.now())
            self.show()
        elif key == "d" and _was_skipped(self._former):
            self._former = ()
            self.show()
            self._rest()
        else:
            return False
        return True

    def _skip(self, key: str) -> bool:
        if key in SKIPPED:
            self.give(TrialAnswer(trials=skipped(self._step, SKIPPED[key], self._clock.now())))
        elif key in ("escape", "b"):
            self._skipping = False
            self.show()
        return True

    def _enter(self, key: str, entering: Entering) -> bool:
        """A key in the entry. The way back leads out of it only where an earlier one is corrected."""
        after = entering.press(key)
        if isinstance(after, Ended):
            self.give(TrialAnswer(trials=after.out.trials))
            if after.out.ends_check:
                self.post_message(self.EndAsked("pain"))
        elif isinstance(after, Entering):
            if same_question(after, entering):
                self.hand.typed()
            self._entering = after
            self.show()
        elif key in BACK_KEYS and self._former:
            self.wish(self.BackAsked())
        return after is not None or key in BACK_KEYS

    def _wake(self) -> None:
        """One heartbeat: what time alone brings about, then the next one."""
        if not self.is_attached or self._entering is not None:
            return
        if self._run.phase in TIMED and self._heart.slept():
            self.suspended()
            return
        now = self._clock.monotonic()
        self._become(*self._run.tick(now))
        if self._run.phase == "effort" and self._swing.beats(now):
            self.retell()
        self._heart.wake_in(self._swing.sooner(next_beat(self._run, now), now), self._wake)

    def _become(self, run: TrialRun, cues: tuple[Cue, ...] = ()) -> None:
        """The machine's next state: give its cues, show what changed."""
        before, self._run = self._run, run
        for cue in cues:
            self._cues.give(cue)
            if cue.kind == JOURNALED_AT:
                self._note_beginning()
        if self._begun and before.phase == "counting" and run.phase == "ready":
            self._begun = False
            self.post_message(self.TakenBack())
        if run.phase != before.phase:
            self._phase_changed(run)
        elif run.phase in ("ready", "counting"):
            self.retell()

    def _note_beginning(self) -> None:
        if not self._begun:
            self._begun = True
            self.post_message(self.Begins())

    def _over(self, run: TrialRun) -> EffortEnded:
        """The effort is over: what is asked now, and what is noted until that is entered."""
        self.hand.over()
        at = self._clock.now()
        over = ended(self._step, run, at, lost_focus=self._lost_focus)
        entry = Entry.of(self._step, lost_focus=self._lost_focus)
        self._entering = Entering.of(entry, at, measured=measured(self._step, over.lasted))
        return over

    def _phase_changed(self, run: TrialRun) -> None:
        if run.phase == "effort":
            self._note_beginning()
            self._swing.start()
        if run.phase in ("settle", "void"):
            self._heart.wake_in(None, self._wake)
            self.post_message(self.Ended(run.since, self._over(run) if run.phase == "settle" else None))
        self.post_message(self.PhaseChanged(run.phase))
        if run.phase == "effort":
            self.retell()  # quicker than building the page anew: GO must not come late
        else:
            self.show()


def _seconds_shown(left: float) -> int:
    return max(1, -int(-left // 1))


def _was_skipped(trials: tuple[Trial, ...]) -> bool:
    return any(t.skipped is not None for t in trials)


def _quits(key: str) -> bool:
    return key in ("q", "ctrl+q", "ctrl+c")
