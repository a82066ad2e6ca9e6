"""One trial on screen: ready, countdown, effort, and what is entered afterwards.

Time is asked of the clock at every key and every heartbeat; nothing is counted in ticks.
"""

from textual import events
from textual.message import Message

from strengthcheck.guide.effort import JOURNALED_AT, ended, measured, next_beat, plan_of
from strengthcheck.guide.steps import TrialStep
from strengthcheck.guide.trial import KEYS_IGNORED_SECONDS, TIMED, Cue, Phase, TrialRun
from strengthcheck.host.clock import Clock
from strengthcheck.host.cues import Cues
from strengthcheck.model.check import Trial
from strengthcheck.model.event import EffortEnded, TrialAnswer
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.trial_watch import Heart
from strengthcheck.views.steps.asking import BACK_KEYS, Ended
from strengthcheck.views.steps.entering import Entered, Entering
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


class TrialWidget(StepWidget):
    """One trial. Its phases come from the trial machine; the widget gives times and keys, and shows it."""

    class Begins(Message):
        """The effort is about to start: it should be noted, so that one cut off is known."""

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
    ) -> None:
        """`last_end` is when the last effort ended; `former` is what was entered before, to be corrected.

        `unentered`: this try is over, and what it came to is still to be entered.
        """
        super().__init__()
        self._step = step
        self._clock = clock
        self._cues = cues
        self._former = former
        self._run = TrialRun(plan_of(step), last_end=last_end)
        self._heart = Heart(clock, self.set_timer)
        self._skipping = False
        self._entering: Entering | None = None
        self._begun = self._lost_focus = False
        self._settled = 0.0
        if unentered is not None:
            self._entering = Entering.after_all(step, unentered, clock.now())
        elif former and all(t.counts for t in former):
            self._entering = Entering.of(Entry.of(step, former), former[0].at or clock.now())

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
                return trial_ready_page(self._step, self._run.rest_left(now))
            case "counting":
                return counting_page(self._step, _seconds_shown(self._run.countdown_left(now)))
            case "effort":
                return effort_page_of(self._step)
            case _:
                return void_page()

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
            case "ready" if self._former:
                return self._look_again(key)
            case "ready":
                return self._press_ready(key)
            case "counting":
                return self._press_counting(key)
            case "effort":
                self._press_effort(key)
            case _:
                self._press_void(key)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """A paste stops an effort as a key does; in an entry it is what was typed."""
        event.stop()
        if self._run.phase == "effort":
            self._become(*self._run.press(self._clock.monotonic()))
        elif self._entering is not None:
            self._entering = self._entering.pasted(event.text)
            self.show()

    def clicked(self) -> bool:
        """A click anywhere on the screen; True when it stopped an effort."""
        stops = self._run.phase == "effort" and self._entering is None
        if stops:
            self._press_effort("click")
        return stops

    def suspended(self) -> None:
        """The program was suspended: a running effort is void, a countdown starts over."""
        self._become(self._run.slept(self._clock.monotonic()))

    def unfocused(self, focused: bool) -> None:
        """The terminal lost the focus; noted on the trial when an effort ran."""
        self._lost_focus = self._lost_focus or (not focused and self._run.phase == "effort")

    @property
    def busy(self) -> bool:
        """Whether an effort runs, so that any wish to leave stops it and nothing else."""
        return self._run.phase == "effort" and self._entering is None

    def _press_ready(self, key: str) -> bool:
        if key in START_KEYS:
            now = self._clock.monotonic()
            run, cues = self._run.start(now)
            if run.phase == "counting":
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
        if key in ("escape", "ctrl+z"):
            self._become(self._run.cancel(now))
        elif key == "q":
            self._become(self._run.cancel(now))
            return False
        else:
            self._become(*self._run.press(now))
        return True

    def _press_effort(self, key: str) -> None:
        if key == "ctrl+z" or self._heart.slept():
            self.suspended()
        elif self._step.protocol.effort.kind != "away" or key in (*START_KEYS, "click") or _quits(key):
            self._become(*self._run.press(self._clock.monotonic()))

    def _press_void(self, key: str) -> None:
        if key in START_KEYS:
            at = self._clock.now()
            self.give(
                TrialAnswer(trials=tuple(Trial(side=s, invalid="suspended", at=at) for s in self._step.sides))
            )

    def _look_again(self, key: str) -> bool:
        if key == "enter":
            self.give(TrialAnswer(trials=self._former))
        elif key == "e" and not _was_skipped(self._former):
            given = tuple(t.model_copy(update={"invalid": None, "invalid_note": None}) for t in self._former)
            self._entering = Entering.of(Entry.of(self._step, given), self._former[0].at or self._clock.now())
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
        if self._just_ended():
            return True
        after = entering.press(key)
        if isinstance(after, Ended):
            self._hand_in(after.out)
        elif isinstance(after, Entering):
            self._entering = after
            self.show()
        elif key in BACK_KEYS and self._former:
            self.wish(self.BackAsked())
        return after is not None or key in BACK_KEYS

    def _just_ended(self) -> bool:
        """Whether what stopped the effort may still be held down: it must not answer the next page too."""
        return self._run.phase == "settle" and self._clock.monotonic() - self._settled < KEYS_IGNORED_SECONDS

    def _hand_in(self, entered: Entered) -> None:
        self.give(TrialAnswer(trials=entered.trials))
        if entered.ends_check:
            self.post_message(self.EndAsked("pain"))

    def _wake(self) -> None:
        """One heartbeat: what time alone brings about, then the next one."""
        if not self.is_attached or self._entering is not None:
            return
        if self._run.phase in TIMED and self._heart.slept():
            self.suspended()
            return
        now = self._clock.monotonic()
        self._become(*self._run.tick(now))
        self._heart.wake_in(next_beat(self._run, now), self._wake)

    def _become(self, run: TrialRun, cues: tuple[Cue, ...] = ()) -> None:
        """The machine's next state: give its cues, show what changed."""
        before, self._run = self._run, run
        for cue in cues:
            self._cues.give(cue)
            if cue.kind == JOURNALED_AT:
                self._note_beginning()
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
        self._settled, at = self._clock.monotonic(), self._clock.now()
        over = ended(self._step, run, at, lost_focus=self._lost_focus)
        entry = Entry.of(self._step, lost_focus=self._lost_focus)
        self._entering = Entering.of(entry, at, measured=measured(self._step, over.lasted))
        return over

    def _phase_changed(self, run: TrialRun) -> None:
        if run.phase == "effort":
            self._note_beginning()
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
