"""Choosing the tests of a check. Before its date the reason comes first."""

from textual import on, work

from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import EarlyStep
from strengthcheck.model.event import EarlyAnswer
from strengthcheck.services import sitting as service
from strengthcheck.services.choosing import Choosing, choosing
from strengthcheck.services.urges import early_facts, save_urge
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.screens.cards import NewCardScreen
from strengthcheck.tui.screens.lost import LostScreen
from strengthcheck.tui.screens.sitting import SittingScreen
from strengthcheck.tui.screens.stepping import SteppingPage
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.choose import ChooseWidget, NotNowWidget
from strengthcheck.tui.widgets.steps.early import EarlyWidget


class ChooseScreen(SteppingPage):
    """The tests with their minutes; those for this person are chosen already."""

    OFFERS = ()
    ABOUT = (
        "Space chooses a test or leaves it out; Enter starts. The minutes include the rests.",
        "An arm and a leg are always proposed, so that the spot you fear is not the only one watched.",
    )

    def __init__(self, desk: Desk, preset: tuple[str, ...] = ()) -> None:
        """`preset` are tests to start with at once, without choosing."""
        super().__init__(desk)
        self._preset = preset
        self._facts: Choosing | None = None
        self._early: EarlyAnswer | None = None

    def on_mount(self) -> None:
        """Ask where today stands in the plan."""
        self._look()

    @work
    @told
    async def _look(self) -> None:
        self._facts = await self.desk.do(choosing)
        facts = await self.desk.do(early_facts)
        when = self._facts.timing
        if self._facts.excluded:
            await self.put(NotNowWidget("excluded", self._facts))
        elif when.due.is_open(when.today) or self._facts.confirm:
            await self._choose()
        elif when.extra_from is not None:
            await self.put(NotNowWidget("week", self._facts))
        else:
            await self.put(EarlyWidget(self._facts.days_since, self.desk.clock, facts))

    async def _choose(self) -> None:
        if self._facts is None:
            return
        if self._preset:
            await self._begin(self._preset)
        else:
            await self.put(ChooseWidget(self._facts))

    @on(EarlyWidget.CardAsked)
    def _write_down(self) -> None:
        self.app.push_screen(NewCardScreen(self.desk))

    @on(EarlyWidget.Told)
    @told
    async def _told(self, wrote: EarlyWidget.Told) -> None:
        await self.desk.do(save_urge, wrote.urge)

    @on(StepWidget.Given)
    async def _given(self, given: StepWidget.Given) -> None:
        if isinstance(given.answer, EarlyAnswer):
            self._early = given.answer
            await self._choose()

    @on(ChooseWidget.Starts)
    async def _starts(self, wish: ChooseWidget.Starts) -> None:
        await self._begin(wish.chosen)

    async def _begin(self, chosen: tuple[str, ...]) -> None:
        try:
            sitting: Sitting = await self.desk.do(service.begin, chosen, self.desk.draw)
            if sitting.began.early and self._early is not None:
                sitting = await self.desk.do(service.answer, sitting, EarlyStep(key="early"), self._early)
        except Told as e:
            self.tell(str(e), trouble=True)
            for widget in self.query(StepWidget):
                widget.again()
            return
        self.app.switch_screen(SittingScreen(self.desk, sitting))

    @on(StepWidget.BackAsked)
    def _back_asked(self) -> None:
        self.leave()

    @on(StepWidget.LeaveAsked)
    def _leave_asked(self, wish: StepWidget.LeaveAsked) -> None:
        if isinstance(wish, EarlyWidget.LossTold):
            self.app.switch_screen(LostScreen(self.desk))
        else:
            self.leave()
