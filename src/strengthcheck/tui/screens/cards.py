"""Has this happened before? A card for each spot and sensation, with how it ended."""

from datetime import date
from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from strengthcheck.model.profile import Card
from strengthcheck.services.cards import cards_of, end_card, save_card
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.safeguards import CardAgain, EndCard, NewCard, OpenCard
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField, FormScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Quiet, Words, shown
from strengthcheck.views.cards import (
    AROUND,
    LEAD,
    NOTHING_YET,
    SENSATION,
    SPOT,
    CardLine,
    CardPage,
    before_words,
    card_lines,
    card_page,
    new_card,
    typed_end,
)
from strengthcheck.views.dates import date_words

ABOUT = (
    "Write a sensation down once, instead of testing it: where, what it feels like, what was going on.",
    "When it ends, write how. If it comes back, you find that here. Nothing is counted or foretold.",
)


class CardsScreen(ListPage[None]):
    """The list of spots and sensations."""

    CSS_PATH = "cards.tcss"
    OFFERS = (OpenCard, NewCard)
    ABOUT = ABOUT

    def body(self) -> ComposeResult:
        """What it is for, then the list."""
        yield Heading("Has this happened before?")
        yield Words(LEAD)
        yield Quiet(NOTHING_YET, name="none")
        yield Rows()

    def on_screen_resume(self) -> None:
        """Look anew: one may have been written or ended."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        today = self.desk.clock.now().date()
        cards = await self.desk.do(cards_of)
        lines = card_lines(cards, today)
        self.query_one("#none").display = not lines
        self.show_rows(_row(line) for line in lines)

    def can(self, command: type[Command]) -> bool:
        """Opening only while there is one."""
        return command is not OpenCard or self.at_hand is not None

    @on(OptionList.OptionSelected)
    @on(OpenCard)
    def _open(self) -> None:
        name = self.at_hand
        if name is not None:
            self.app.push_screen(CardScreen(self.desk, UUID(name)))

    @on(NewCard)
    def _new(self) -> None:
        self.app.push_screen(NewCardScreen(self.desk))


class CardScreen(Page[None]):
    """One spot and sensation, each time with its ending."""

    CSS_PATH = "cards.tcss"
    OFFERS = (EndCard, CardAgain)
    ABOUT = ABOUT

    def __init__(self, desk: Desk, card: UUID) -> None:
        """Which, by its newest card."""
        super().__init__(desk)
        self._card = card
        self._cards: tuple[Card, ...] = ()
        self._page: CardPage | None = None

    def body(self) -> ComposeResult:
        """Each time, the newest first."""
        yield Heading(name="title")
        yield Words(name="spells")
        yield Quiet(name="after")

    def on_screen_resume(self) -> None:
        """Look anew."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        self._cards = await self.desk.do(cards_of)
        self._page = card_page(self._cards, self._card, self.desk.clock.now().date())
        self._card = self._page.card
        self.query_one("#title", Heading).say(self._page.title)
        self.query_one("#spells", Words).say("\n\n".join(self._page.spells))
        self.query_one("#after", Quiet).say(self._page.after)
        self.refresh_bindings()

    def can(self, command: type[Command]) -> bool:
        """It ends while it lasts, and comes back when it has ended."""
        if command is EndCard:
            return self._page is not None and self._page.open
        return command is not CardAgain or (self._page is not None and not self._page.open)

    @property
    def _newest(self) -> Card:
        return next(c for c in self._cards if c.id == self._card)

    @on(EndCard)
    def _end(self) -> None:
        self.app.push_screen(EndCardScreen(self.desk, self._newest))

    @on(CardAgain)
    def _again(self) -> None:
        said = before_words(self._cards, self._newest.spot, self._newest.sensation, self._today)
        self.app.push_screen(NewCardScreen(self.desk, self._newest, said))

    @property
    def _today(self) -> date:
        return self.desk.clock.now().date()


class NewCardScreen(FormScreen):
    """A sensation, written down; with one given, the same once more."""

    ABOUT = ABOUT

    def __init__(self, desk: Desk, again: Card | None = None, said: tuple[str, ...] = ()) -> None:
        """`said`: what was written of the same before."""
        today = desk.clock.now().date()
        super().__init__(
            desk,
            "It is back" if again else "Write it down",
            said or ("Four lines, then leave it here.",),
            (
                FormField("spot", SPOT, again.spot if again else "", "left calf"),
                FormField("sensation", SENSATION, again.sensation if again else "", "twitching"),
                FormField("began", "Since when?", date_words(today, today), "20 November"),
                FormField("around", "What was going on?", "", AROUND),
            ),
        )
        self._told = bool(said)

    def keep(self, typed: dict[str, str]) -> None:
        """Keep it; what was written of the same before is shown first."""
        today = self.desk.clock.now().date()
        self._save(new_card(typed["spot"], typed["sensation"], typed["began"], typed["around"], today))

    @work(exclusive=True)
    @told
    async def _save(self, card: Card) -> None:
        today = self.desk.clock.now().date()
        before = before_words(await self.desk.do(cards_of), card.spot, card.sensation, today)
        if before and not self._told:
            self._told = True
            self.query_one("#lead", Words).say("\n\n".join(before))
            self.tell("You wrote of this before; it stands above. F2 keeps this one too.")
            return
        await self.desk.do(save_card, card)
        self.dismiss(True)


class EndCardScreen(FormScreen):
    """That it ended, and how."""

    ABOUT = ABOUT

    def __init__(self, desk: Desk, card: Card) -> None:
        """Which card ends."""
        today = desk.clock.now().date()
        super().__init__(
            desk,
            "It has ended",
            ("When it was gone, and what you noticed about it.",),
            (
                FormField("ended", "Gone since", date_words(today, today), "20 November"),
                FormField("ending", "How?", "", "by itself, after a rest"),
            ),
        )
        self._card = card

    def keep(self, typed: dict[str, str]) -> None:
        """Keep the ending."""
        self._save(typed_end(self._card, typed["ended"], self.desk.clock.now().date()), typed["ending"])

    @work(exclusive=True)
    @told
    async def _save(self, day: date, ending: str) -> None:
        await self.desk.do(end_card, self._card.id, day, ending.strip())
        self.dismiss(True)


def _row(line: CardLine) -> Row:
    return Row(str(line.card), Content.assemble(shown(line.title), shown(f"   {line.about}", "$quiet")))
