"""A page of steps whose signals are heard: it makes them ready, asks once whether they are, and sets them."""

from textual import on

from strengthcheck.guide.steps import PracticeStep, ReadyStep, Step, TodayStep, TrialStep, WarmUpStep
from strengthcheck.host.collecting import collect_by_itself
from strengthcheck.tui.commands.check import SetTempo, SoundAndVoice
from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.safeguards import OpenEvents
from strengthcheck.tui.opening import page
from strengthcheck.tui.screens.stepping import SteppingPage
from strengthcheck.tui.widgets.steps.base import StepWidget


class HearingPage(SteppingPage):
    """Tones and voice are open while it is."""

    asked = False
    """Whether "Did you hear that?" was shown on this page."""
    hears: Step | None = None
    """The step that the signals belong to."""

    def on_mount(self) -> None:
        """Make ready what will be heard."""
        self.desk.hearing.log.clear()
        self.desk.hearing.open()

    def on_unmount(self) -> None:
        """Nothing sounds afterwards, and a page that was left in the middle of an effort holds nothing up."""
        self.desk.hearing.close()
        collect_by_itself(True)

    def hear(self, step: Step) -> None:
        """The words for whose turn it is; before the first effort, whether they are heard."""
        self.hears = step
        hearing = self.desk.hearing
        if isinstance(step, TrialStep):
            hearing.prepare(step.sides, step.protocol.body, beats=self.beats)
        if isinstance(step, WarmUpStep | PracticeStep | TrialStep) and hearing.to_ask and not self.asked:
            self.asked = True
            self._sound()

    @property
    def beats(self) -> bool:
        """Whether a metronome belongs to the step: a passage is played, and its tempo counts."""
        return isinstance(self.hears, TrialStep) and self.hears.protocol.measure("tempo") is not None

    def can(self, command: type[Command]) -> bool:
        """A tempo where one counts; no page of sound where a name is being typed."""
        if command is SetTempo and not self.beats:
            return False
        if command is OpenEvents and not isinstance(self.hears, TodayStep):
            return False
        if command is SoundAndVoice and isinstance(self.hears, ReadyStep):
            return False
        return super().can(command)

    @on(StepWidget.KeysChanged)
    def _shown(self, changed: StepWidget.KeysChanged) -> None:
        if changed.widget is self.widget:
            self.desk.hearing.shown(changed.title)

    @on(SoundAndVoice)
    def _sound(self) -> None:
        self.app.push_screen(page("sound", self.desk, self.desk.hearing), self._heard)

    @on(OpenEvents)
    def _events(self) -> None:
        self.app.push_screen(page("events", self.desk))

    @on(SetTempo)
    def _tempo(self) -> None:
        self.app.push_screen(page("metronome", self.desk, self.desk.hearing), self._heard)

    def _heard(self, _: None) -> None:
        """Back from a page that had words of its own."""
        if self.hears is not None:
            self.hear(self.hears)
