"""Which widget shows which step."""

from typing import NamedTuple

from strengthcheck.guide import steps as s
from strengthcheck.guide.script import with_countdown
from strengthcheck.guide.state import Sitting
from strengthcheck.host.clock import Clock
from strengthcheck.host.cues import Cues
from strengthcheck.model.event import (
    EarlyAnswer,
    EffortAnswer,
    ExpectAnswer,
    FitsAnswer,
    ReadyAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.services.beside import advice_facts
from strengthcheck.services.choosing import Around
from strengthcheck.tui.widgets.steps.asked import AnsweredWidget
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.danger import GateWidget, LostWidget
from strengthcheck.tui.widgets.steps.early import EarlyWidget
from strengthcheck.tui.widgets.steps.summary import SummaryWidget
from strengthcheck.tui.widgets.steps.testing import EffortWidget, QuestionWidget, ReadyWidget
from strengthcheck.tui.widgets.steps.warm_up import WarmUpWidget
from strengthcheck.tui.widgets.trial import Beats, TrialWidget
from strengthcheck.views.steps.before import SoreAsking, gather_asking
from strengthcheck.views.steps.danger import advice_asking
from strengthcheck.views.steps.forms import ExpectAsking, FitAsking
from strengthcheck.views.steps.testing import follow_up_asking, practice_asking
from strengthcheck.views.steps.today import TodayAsking


class Bench(NamedTuple):
    """What the widgets are given beside their step."""

    clock: Clock
    cues: Cues
    around: Around
    last_end: float | None = None
    """When the last effort ended, on the monotonic clock."""
    countdown: int | None = None
    """Seconds of the countdown, where they were set."""
    beats: Beats | None = None
    """The metronome that beats since GO; none where a step has none."""


def widget_for(step: s.Step, sitting: Sitting, bench: Bench) -> StepWidget:  # noqa: PLR0911, PLR0912 - one line a kind
    """The widget of a step, with its former answer where it has one."""
    clock, cues, around = bench.clock, bench.cues, bench.around
    key = step.key
    answered = key in sitting.answers
    match step:
        case s.GateStep():
            return GateWidget(around, clock)
        case s.LostStep():
            return LostWidget(step)
        case s.AdviceStep():
            return AnsweredWidget(advice_asking(step, advice_facts(step, sitting, around)))
        case s.EarlyStep():
            return EarlyWidget(around.days_since, clock)
        case s.TodayStep():
            told, early = sitting.answer(key, TodayAnswer), sitting.answer("early", EarlyAnswer)
            first = around.first_ever
            return AnsweredWidget(TodayAsking.of(told, around.last_context, early, first_ever=first))
        case s.SoreStep():
            return AnsweredWidget(SoreAsking(step, around.timing.today))
        case s.FitStep():
            return AnsweredWidget(FitAsking.of(step, sitting.answer(key, FitsAnswer)))
        case s.GatherStep():
            return AnsweredWidget(gather_asking(step))
        case s.ExpectStep():
            return AnsweredWidget(ExpectAsking.of(step, sitting.answer(key, ExpectAnswer)))
        case s.WarmUpStep():
            return WarmUpWidget(step, clock, cues, done=answered)
        case s.ReadyStep():
            return ReadyWidget(step, sitting.answer(key, ReadyAnswer))
        case s.PracticeStep():
            return AnsweredWidget(practice_asking(step))
        case s.TrialStep():
            former = sitting.answer(key, TrialAnswer)
            trials = former.trials if former else ()
            over = sitting.unentered if sitting.unentered and sitting.unentered.step == key else None
            timed = with_countdown(step, bench.countdown)
            return TrialWidget(
                timed,
                clock,
                cues,
                last_end=bench.last_end,
                former=trials,
                unentered=over,
                beats=bench.beats,
            )
        case s.QuestionStep():
            return QuestionWidget(step, sitting.answer(key, TrialAnswer), clock)
        case s.EffortStep():
            return EffortWidget(step, sitting.answer(key, EffortAnswer))
        case s.FollowUpStep():
            return AnsweredWidget(follow_up_asking(step))
        case s.SummaryStep():
            return SummaryWidget(sitting, clock, sealed=around.sealed)
        case _:
            raise LookupError(f"no widget shows {type(step).__name__}")
