"""Something the person could do and now can't: five questions, then where to go. No test comes first."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.model.event import LostAnswer
from strengthcheck.model.profile import LostTask
from strengthcheck.services.choosing import around
from strengthcheck.services.person import tell_lost_task
from strengthcheck.tui.desk import Told
from strengthcheck.tui.screens.stepping import SteppingPage
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.danger import AdviceWidget, LostWidget
from strengthcheck.views.steps.danger import AdviceFacts
from strengthcheck.wording.numbers import numbers_for


class LostScreen(SteppingPage):
    """Five questions, a key each, then the advice."""

    OFFERS = ()
    ABOUT = (
        "Five short questions, then where to go. A task you can no longer do counts more than any test.",
        "Your answers are kept with today's date, and can be shown to a doctor.",
    )

    def body(self) -> ComposeResult:
        """One question after the other."""
        with Vertical(id="step"):
            yield LostWidget(LostStep(key="lost"))

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
            gate = await self.desk.do(tell_lost_task, lost)
            known = await self.desk.do(around)
        except Told as e:
            self.tell(str(e), trouble=True)
            self.query_one(StepWidget).again()
            return
        facts = AdviceFacts(
            numbers_for(known.profile.region), lost, known.timing.due.on, known.timing.today, in_check=False
        )
        await self.put(AdviceWidget(AdviceStep(key="advice", advice=gate.advice), facts))

    @on(StepWidget.BackAsked)
    @on(StepWidget.LeaveAsked)
    def _back_asked(self) -> None:
        self.leave()
