"""A check under way: shows the step that the guide asks for, and hands every answer to the record."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from textual import events, on, work
from textual.app import ComposeResult

from strengthcheck.guide.lookup import last_effort_at
from strengthcheck.guide.script import next_step, step_before
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import AdviceStep, OverStep, Step, TrialStep
from strengthcheck.guide.trial import TIMED
from strengthcheck.host.clock import passed_at
from strengthcheck.host.collecting import collect_by_itself
from strengthcheck.host.cues import Cues
from strengthcheck.model.event import Answer
from strengthcheck.services import sitting as service
from strengthcheck.services.beside import done_of
from strengthcheck.services.choosing import Around, around
from strengthcheck.services.readings import read_after
from strengthcheck.services.workspace import Workspace
from strengthcheck.tui.commands.check import LeaveCheck, SetTempo, SoundAndVoice, StepBack
from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.everywhere import Help
from strengthcheck.tui.commands.safeguards import OpenEvents
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.screens.hearing_page import HearingPage
from strengthcheck.tui.screens.lost import LostScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.early import EarlyWidget
from strengthcheck.tui.widgets.steps.factory import Bench, widget_for
from strengthcheck.tui.widgets.steps.leave import LeaveWidget
from strengthcheck.tui.widgets.steps.summary import KeptWidget, SummaryWidget
from strengthcheck.tui.widgets.trial import TrialWidget
from strengthcheck.tui.widgets.words import Quiet
from strengthcheck.views.steps.leaving import where_words

P = ParamSpec("P")

MEANT_BY: dict[type[Command], str] = {Help: "?", LeaveCheck: "q", StepBack: "b"}
"""Commands by the key that a step may take for itself."""


class SittingScreen(HearingPage):
    """One check. Each answer is on disk before the next step is shown."""

    CSS_PATH = "sitting.tcss"
    LEAVE = LeaveCheck
    OFFERS = (StepBack, OpenEvents, SetTempo, SoundAndVoice)
    ABOUT = (
        "One step at a time. Every answer is on disk before the next page comes.",
        "b or Esc goes back to correct the answer before. q asks how you want to leave.",
        "While an effort runs, any key stops it.",
        "Each signal comes on the screen, as a tone and as a voice. F3 lets you hear or stop them.",
    )

    def __init__(self, desk: Desk, sitting: Sitting, *, cues: Cues | None = None) -> None:
        """`cues` are the signals of a trial; the desk's hearing when none are given."""
        super().__init__(desk)
        self._sitting = sitting
        self._cues = cues or desk.hearing
        self._around: Around | None = None
        self._step: Step | None = None
        self._taking = asyncio.Lock()
        before = last_effort_at(sitting)  # a rest is not shortened by leaving and coming back
        self._last_end = passed_at(desk.clock, before) if before is not None else None

    def body(self) -> ComposeResult:
        """Where one is, and the step."""
        yield Quiet(name="where")
        yield from super().body()

    def on_mount(self) -> None:
        """Show the first step that has no answer yet."""
        self._start()

    @work
    @told
    async def _start(self) -> None:
        self._around = await self.desk.do(around)
        await self._show(next_step(self._sitting))

    async def _show(self, step: Step) -> None:
        if self._around is None:
            return
        if isinstance(step, OverStep):
            await self._over(step)
            return
        self._step = step
        self.hear(step)
        countdown = self.desk.hearing.countdown
        beats = self.desk.hearing.beats if self.beats else None
        bench = Bench(self.desk.clock, self._cues, self._around, self._last_end, countdown, beats)
        self.query_one("#where", Quiet).say(where_words(self._sitting, step))
        await self.put(widget_for(step, self._sitting, bench))

    async def put(self, widget: StepWidget) -> None:
        """Show another step, on the usual ground. A key still held down from an effort answers none of it."""
        self.set_class(False, "-go")
        before = self.widget
        if before is not None and before.hand is not None:
            widget.hand = before.hand
        await super().put(widget)

    @on(StepWidget.Given)
    async def _given(self, given: StepWidget.Given) -> None:
        given.stop()
        if isinstance(self.widget, KeptWidget) or self._step is None:
            self.dismiss()
            return
        if await self._answer(self._step, given.answer):
            await self._show(next_step(self._sitting))

    async def _answer(self, step: Step, given: Answer) -> bool:
        """Hand one answer in; False when it could not be kept, and the step stays."""
        former = self._sitting.answers.get(step.key)
        if former is not None and former.answer == given:
            return True
        if not await self._take(service.answer, step, given):
            if self.widget is not None:
                self.widget.again()
            return False
        self.tell("")
        return True

    async def _take(
        self, doing: Callable[Concatenate[Workspace, Sitting, P], Sitting], *given: P.args, **named: P.kwargs
    ) -> bool:
        """Have the record take something of this check, in turn; False, and said, when it can't be kept."""
        async with self._taking:
            try:
                self._sitting = await self.desk.do(doing, self._sitting, *given, **named)
            except Told as e:
                self.tell(str(e), trouble=True)
                return False
        return True

    @on(SummaryWidget.Corrects)
    async def _corrects(self, wish: SummaryWidget.Corrects) -> None:
        if await self._answer(Step(key=wish.key), wish.answer) and isinstance(self.widget, SummaryWidget):
            self.widget.corrected(self._sitting)

    @on(TrialWidget.Begins)
    @on(TrialWidget.TakenBack)
    async def _begins_or_not(self, noted: TrialWidget.Begins | TrialWidget.TakenBack) -> None:
        if isinstance(self._step, TrialStep):
            begins = isinstance(noted, TrialWidget.Begins)
            await self._take(service.effort_began if begins else service.effort_taken_back, self._step)

    @on(TrialWidget.Ended)
    def _ended(self, ended: TrialWidget.Ended) -> None:
        self._last_end = ended.at
        if ended.over is not None:  # beside the screen, which shows STOP meanwhile
            self.run_worker(self._take(service.effort_ended, ended.over))

    @on(TrialWidget.PhaseChanged)
    def _phase(self, changed: TrialWidget.PhaseChanged) -> None:
        self.set_class(changed.phase == "effort", "-go")
        collect_by_itself(changed.phase not in TIMED)
        if changed.phase == "effort":
            self.rest.end()
        else:
            self.rest.begin()
        if changed.phase == "void":
            self.desk.hearing.hush()  # a metronome has no signal that ends it then
        self.refresh_bindings()

    @on(StepWidget.EndAsked)
    async def _end(self, wish: StepWidget.EndAsked) -> None:
        if await self._take(service.stop, wish.reason):
            await self._show(next_step(self._sitting))

    @on(StepWidget.BackAsked)
    @on(StepBack)
    async def _step_back(self) -> None:
        before = step_before(self._sitting, self._step.key) if self._step else None
        if before is not None:
            await self._show(before)
        elif self.widget is not None:
            await self._ask_leaving()

    @on(StepWidget.LeaveAsked)
    async def _leave_asked(self, wish: StepWidget.LeaveAsked) -> None:
        loss = isinstance(wish, EarlyWidget.LossTold)
        if isinstance(self._step, AdviceStep) and self._sitting.trials_made:
            await self._end(StepWidget.EndAsked("advice"))
            return
        await self._discarded()
        if loss:
            self.app.push_screen(LostScreen(self.desk))

    @on(LeaveWidget.GoOn)
    async def _go_on(self) -> None:
        async with self._taking:
            pass  # what is still being noted of a try decides what is shown of it
        if self._step is not None:
            await self._show(self._step)

    @on(LeaveWidget.Discard)
    @told
    async def _discarded(self) -> None:
        await self.desk.do(service.discard, self._sitting)
        self.dismiss()

    @told
    async def _over(self, step: OverStep) -> None:
        if step.because != "kept":
            await self._discarded()
            return
        kept = await self.desk.do(service.keep, self._sitting)
        after = await self.desk.do(around)
        read = await self.desk.do(read_after, kept.check)
        self._step = None
        self.query_one("#where").display = False
        await self.put(KeptWidget(done_of(kept, after, read)))

    async def _ask_leaving(self) -> None:
        widget = self.widget
        if isinstance(widget, LeaveWidget):
            return
        if isinstance(widget, TrialWidget) and widget.voided is not None and self._step is not None:
            if not await self._answer(self._step, widget.voided):
                return
            self._step = next_step(self._sitting)
        await self.put(LeaveWidget(self._sitting))

    @on(LeaveCheck)
    @on(LeaveWidget.Later)
    def leave(self) -> None:
        """The way out asks how: kept, for later, or thrown away. While an effort runs it only stops that."""
        widget = self.widget
        if widget is not None and widget.busy:
            widget.press("q")
            return
        if self._step is None or isinstance(widget, LeaveWidget):
            super().leave()
        else:
            self.run_worker(self._ask_leaving())

    def stays(self, key: str = "ctrl+q") -> bool:
        """A wish to quit while an effort runs stops the effort and keeps it; it takes a countdown back."""
        return self.widget is not None and self.widget.keeps(key)

    def can(self, command: type[Command]) -> bool:
        """No keys but the stop while an effort runs; else what the step leaves to its page."""
        widget = self.widget
        if widget is not None and (widget.busy or not widget.passes(MEANT_BY.get(command, command.KEYS))):
            return False
        over = command is StepBack and self._step is None
        return not over and super().can(command)

    def _heard(self, nothing: None) -> None:
        """A countdown or a tempo that was set meanwhile holds for the try at hand."""
        if isinstance(self.widget, TrialWidget) and self.widget.waits and self._step is not None:
            self.run_worker(self._show(self._step))
        else:
            super()._heard(nothing)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click anywhere stops an effort."""
        if self.widget is not None and self.widget.busy:
            self.widget.press("click")
            event.stop()
