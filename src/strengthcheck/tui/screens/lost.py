"""Something the person could do and now can't: five questions, then where to go. No test comes first."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.model.event import LostAnswer
from strengthcheck.model.profile import Course, Gate, LostTask
from strengthcheck.services.choosing import around
from strengthcheck.services.person import known_losses, tell_course, tell_lost_task
from strengthcheck.tui.desk import Told
from strengthcheck.tui.screens.stepping import SteppingPage
from strengthcheck.tui.widgets.steps.asked import AnsweredWidget
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.danger import LostWidget
from strengthcheck.views.steps.danger import AdviceFacts, advice_asking
from strengthcheck.wording.numbers import numbers_for


class LostScreen(SteppingPage):
    """Five questions, a key each, then the advice."""

    OFFERS = ()
    ABOUT = (
        "Five short questions, then where to go. A task you can no longer do counts more than any test.",
        "Your answers are kept with today's date, and can be shown to a doctor.",
    )

    def body(self) -> ComposeResult:
        """One question after the other; the first waits for nothing."""
        with Vertical(id="step"):
            yield LostWidget(LostStep(key="lost"))

    def on_mount(self) -> None:
        """Look up what was told earlier: how that is now can be told as well."""
        self._look_back()

    @work
    async def _look_back(self) -> None:
        try:
            known = await self.desk.do(known_losses)
        except Told:
            return  # the question stands all the same; keeping the answer says what is wrong
        for widget in self.query(LostWidget):
            widget.offer(known)

    @on(StepWidget.Given)
    def _given(self, given: StepWidget.Given) -> None:
        given.stop()
        if isinstance(given.answer, LostAnswer):
            self._tell(given.answer.lost)
        else:
            self.leave()

    @work
    async def _tell(self, lost: LostTask) -> None:
        try:
            await self._advise(await self.desk.do(tell_lost_task, lost), None)
        except Told as e:
            self._refused(e)

    @on(LostWidget.EarlierTold)
    @work
    async def _earlier_told(self, wish: LostWidget.EarlierTold) -> None:
        gate, course = wish.told
        try:
            await self._advise(await self.desk.do(tell_course, gate.id, course), course)
        except Told as e:
            self._refused(e)

    async def _advise(self, gate: Gate, course: Course | None) -> None:
        """Where it leads. `course`: of a loss told earlier, how it is now."""
        known = await self.desk.do(around)
        region, when = known.profile.region, known.timing
        facts = AdviceFacts(numbers_for(region), gate.lost, when.due.on, when.today, False, course)
        await self.put(AnsweredWidget(advice_asking(AdviceStep(key="advice", advice=gate.advice), facts)))

    def _refused(self, why: Told) -> None:
        self.tell(str(why), trouble=True)
        self.query_one(StepWidget).again()

    @on(StepWidget.BackAsked)
    @on(StepWidget.LeaveAsked)
    def _back_asked(self) -> None:
        self.leave()
