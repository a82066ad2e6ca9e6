"""The guide against a plain list of what was entered: whatever happens in whatever order, both agree."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from strengthcheck.guide.effort import JOURNALED_AT, ended, next_beat, plan_of
from strengthcheck.guide.left import cut_off, never_entered
from strengthcheck.guide.outcome import check_of, profile_after
from strengthcheck.guide.script import next_step, step_before
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import OverStep, Step, TrialStep
from strengthcheck.guide.trial import Cue, TrialRun
from strengthcheck.model.check import Trial
from strengthcheck.model.event import (
    Answer,
    Answered,
    EffortBegan,
    EffortTakenBack,
    Event,
    Stopped,
    TrialAnswer,
)
from strengthcheck.model.profile import Profile

from .people import START, asked, began, grip, protocol, stairs, usual, walk
from .test_walks import answers, trials

HOLD = protocol("book", rest_seconds=30, effort={"kind": "hold", "seconds": 20, "say": "Hold."}, trials=2)
TESTS = (protocol(), grip(), walk(), stairs(), asked(), HOLD)
REASON_PHASES = ("settle", "void")


class GuideMachine(RuleBasedStateMachine):
    """One check: its sitting, the trial at hand, the journal, and what somebody noted beside it by hand."""

    @initialize(
        chosen=st.lists(st.sampled_from(TESTS), min_size=1, max_size=3, unique_by=lambda p: p.id),
        quickly=st.sampled_from([True, True, False]),
    )
    def begin(self, chosen: list[object], quickly: bool) -> None:
        self.tests = tuple(chosen)
        first = began(*self.tests)
        self.sitting = Sitting(began=first, protocols=self.tests, profile=Profile())
        self.journal: list[Event] = [first]
        self.entered: dict[str, tuple[Trial, ...]] = {}
        self.now = 1000.0
        self.last_end: float | None = None
        self.over: tuple[str, float] | None = None
        self.run: TrialRun | None = None
        self.heard: list[Cue] = []
        self.open()
        if quickly:
            self.to_the_next_try()

    def to_the_next_try(self) -> None:
        """The pages before it are answered as on most days."""
        while self.run is None and not isinstance(self.step, OverStep):
            self.answer(usual(self.step))

    def open(self, step: Step | None = None) -> None:
        """Show a step, the next one if none is given: a try stands ready, its rest owed."""
        self.step = step or next_step(self.sitting)
        self.heard = []
        over = self.sitting.unentered
        made = over is not None and over.step == self.step.key
        self.run = (
            TrialRun(plan_of(self.step), last_end=self.last_end)
            if isinstance(self.step, TrialStep) and not made
            else None
        )

    def happen(self, event: Event) -> None:
        self.sitting = self.sitting.after(event)
        self.journal.append(event)

    def answer(self, answer: Answer) -> None:
        at = START + timedelta(seconds=self.now)
        self.happen(Answered(step=self.step.key, at=at, answer=answer))
        if isinstance(answer, TrialAnswer):
            self.entered[self.step.key] = answer.trials
            if self.over is not None and self.over[0] == self.step.key:
                self.over = None
        self.open()

    def become(self, run: TrialRun, cues: tuple[Cue, ...] = ()) -> None:
        """As a face does: signals are given, the beginning is noted, the end is remembered for the rest."""
        self.heard += cues
        started = any(c.kind in (JOURNALED_AT, "go") for c in cues)
        if started and (self.sitting.running is None or self.sitting.running.step != self.step.key):
            self.happen(EffortBegan(step=self.step.key, at=START + timedelta(seconds=self.now)))
        counted = self.in_phase("counting") and run.phase == "ready"
        if counted and self.sitting.running is not None and self.sitting.running.step == self.step.key:
            self.happen(EffortTakenBack(step=self.step.key, at=START + timedelta(seconds=self.now)))
        if run.phase in REASON_PHASES and self.run is not None and self.run.phase not in REASON_PHASES:
            self.last_end = run.since
            if run.phase == "settle":
                self.happen(ended(self.step, run, START + timedelta(seconds=self.now)))
                self.over = (self.step.key, run.lasted)
        self.run = run

    def in_phase(self, *phases: str) -> bool:
        return self.run is not None and self.run.phase in phases

    @precondition(lambda self: self.run is None and not isinstance(self.step, OverStep))
    @rule(data=st.data(), usually=st.booleans())
    def a_page_is_answered(self, data: st.DataObject, usually: bool) -> None:
        if usually:
            self.to_the_next_try()
        else:
            self.answer(data.draw(answers(self.step)))

    @precondition(lambda self: self.run is not None)
    @rule(data=st.data())
    def a_whole_try_is_made(self, data: st.DataObject) -> None:
        self.to_its_end()
        self.answer(data.draw(trials(self.step)))

    @precondition(lambda self: self.run is not None)
    @rule()
    def start(self) -> None:
        owed, before = self.run.rest_left(self.now), self.run
        self.become(*self.run.start(self.now))
        if owed > 0:
            assert self.run == before, "no rest is shortened"
        elif before.phase == "ready":
            assert self.run.phase == "counting"

    @precondition(lambda self: self.run is not None)
    @rule(key=st.sampled_from(["press", "press", "cancel", "slept"]))
    def a_key_or_a_sleep(self, key: str) -> None:
        before = self.run.phase
        done = getattr(self.run, key)(self.now)
        self.become(*(done if isinstance(done, tuple) else (done,)))
        if key == "slept":
            assert self.run.phase == {"counting": "ready", "effort": "void"}.get(before, before)

    @precondition(lambda self: self.run is not None)
    @rule(seconds=st.sampled_from([0.05, 0.4, 0.6, 1.0, 3.0, 12.0, 45.0]))
    def time_passes(self, seconds: float) -> None:
        """To each moment for which a timer would be set, and no further than there is one."""
        end = self.now + seconds
        while (
            self.run is not None
            and (wait := next_beat(self.run, self.now)) is not None
            and self.now + wait < end
        ):
            self.now += wait
            self.become(*self.run.tick(self.now))
        self.now = end
        if self.run is not None and next_beat(self.run, self.now) is not None:
            self.become(*self.run.tick(self.now))

    @precondition(lambda self: self.in_phase("settle"))
    @rule(data=st.data())
    def it_is_entered(self, data: st.DataObject) -> None:
        self.answer(data.draw(trials(self.step)))

    @precondition(lambda self: self.in_phase("void"))
    @rule()
    def a_void_try_is_taken_leave_of(self) -> None:
        self.answer(TrialAnswer(trials=tuple(Trial(side=s, invalid="suspended") for s in self.step.sides)))

    @precondition(lambda self: self.in_phase("ready"))
    @rule()
    def it_is_left_out(self) -> None:
        self.answer(TrialAnswer(trials=tuple(Trial(side=s, skipped="sore") for s in self.step.sides)))

    @precondition(lambda self: self.over is not None)
    @rule()
    def it_is_left_unentered_and_gone_on_with(self) -> None:
        """How to leave was asked, and the way chosen was to go on; or one came back to it."""
        self.open()
        assert self.step.key == self.over[0], "what is over is asked for, and not made again"
        assert self.run is None

    @precondition(lambda self: self.over is None and not self.in_phase("counting", "effort", "void"))
    @rule(data=st.data())
    def the_step_before_is_corrected(self, data: st.DataObject) -> None:
        before = step_before(self.sitting, self.step.key)
        if before is not None and not isinstance(self.step, OverStep):
            self.open(before)
            given = trials(before) if isinstance(before, TrialStep) else answers(before)
            self.answer(data.draw(given))

    @precondition(lambda self: self.sitting.stopped is None and self.sitting.trials_made)
    @rule(chance=st.integers(0, 4))
    def it_ends_early(self, chance: int) -> None:
        if chance == 0 and not self.in_phase("effort"):
            left = never_entered(self.sitting)
            if left is not None:
                self.step = left[0]
                self.answer(left[1])
                assert not any(t.counts for t in left[1].trials)
            self.happen(Stopped(at=START + timedelta(seconds=self.now)))
            self.open()

    @rule(chance=st.integers(0, 2))
    def it_is_cut_off_and_resumed(self, chance: int) -> None:
        if chance:
            return
        was_over = self.over
        self.sitting = Sitting.fold(self.journal, self.tests, Profile())
        cut = cut_off(self.sitting)
        if cut is not None:
            assert self.over is None
            assert self.in_phase("counting", "effort", "void"), "a countdown taken back leaves no try"
            self.step = cut[0]
            self.answer(cut[1])
            assert self.sitting.running is None
        self.open()
        if was_over is not None:
            assert self.step.key == was_over[0], "what was over when it was cut off is asked for first"

    @invariant()
    def what_is_over_is_kept_with_its_time_until_it_is_entered(self) -> None:
        kept = self.sitting.unentered
        assert (kept is None) == (self.over is None)
        if kept is not None:
            assert (kept.step, kept.lasted) == (self.over[0], round(self.over[1], 3))

    @invariant()
    def nothing_that_was_entered_is_lost(self) -> None:
        for key, told in self.entered.items():
            assert self.sitting.answers[key].answer.trials == told
        check = check_of(self.sitting)
        kept = [t for r in (check.results if check else ()) for t in r.trials]
        made = [t for told in self.entered.values() for t in told]
        assert sum(t.skipped is None for t in kept) == sum(t.skipped is None for t in made)

    @invariant()
    def what_does_not_count_is_never_counted(self) -> None:
        check = check_of(self.sitting)
        counting = sum(t.counts for r in (check.results if check else ()) for t in r.trials)
        assert counting <= sum(t.counts for told in self.entered.values() for t in told)

    @invariant()
    def nothing_runs_on(self) -> None:
        if self.run is None or self.run.phase in REASON_PHASES:
            assert self.run is None or next_beat(self.run, self.now) is None, "no timer is left"
        elif self.run.phase == "ready" and self.run.rest_left(self.now) == 0:
            assert next_beat(self.run, self.now) is None
        if self.run is None or self.run.phase == "ready":
            running = self.sitting.running
            assert running is None or running.step != self.step.key
        assert len({c.kind for c in self.heard if c.kind == "go"}) == sum(c.kind == "go" for c in self.heard)

    @invariant()
    def the_journal_tells_it_all(self) -> None:
        assert Sitting.fold(self.journal, self.tests, Profile()) == self.sitting

    def teardown(self) -> None:
        """From wherever it stands, usual answers lead to the end."""
        if not hasattr(self, "sitting"):
            return
        for _ in range(300):
            if isinstance(self.step, OverStep):
                break
            self.to_its_end()
            self.answer(usual(self.step))
        assert isinstance(self.step, OverStep), "the check never ends"
        self.nothing_that_was_entered_is_lost()
        profile_after(self.sitting, START.date())

    def to_its_end(self) -> None:
        """A try from any phase to the page where it is entered, by waiting, one start and one key."""
        for _ in range(4):
            if self.run is None or self.run.phase in REASON_PHASES:
                return
            self.time_passes(self.run.rest_left(self.now) + 0.6)
            self.become(*self.run.start(self.now))
            self.time_passes(11.0)
            self.become(*self.run.press(self.now))
        assert self.in_phase(*REASON_PHASES), "a try that can't be brought to its end"


@pytest.mark.wide
@pytest.mark.timeout(1200)
def test_whatever_happens_nothing_is_lost_and_the_end_is_reached(long):
    run_state_machine_as_test(
        GuideMachine,
        settings=settings(max_examples=1500 if long else 60, stateful_step_count=50, deadline=None),
    )
