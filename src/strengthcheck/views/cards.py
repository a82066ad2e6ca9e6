"""Has this happened before? Cards by spot and sensation, with how they ended; no count, no forecast."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.profile import Card
from strengthcheck.views.dates import capital, date_words
from strengthcheck.views.typed import past_day, some_line
from strengthcheck.wording import cards as words

LEAD = (
    "A sensation at a spot, written down once: when it began, what was going on, how it ended. "
    "When it comes back, the earlier endings stand here. Twitches are not counted."
)
NOTHING_YET = "Nothing is written down yet. n writes the first one."

SPOT = "Where is it?"
SENSATION = "What does it feel like?"
AROUND = "sleep, exercise, a new medicine"
"""What may have been going on."""


class CardLine(NamedTuple):
    """One spot and sensation in the list; the newest card of it is opened."""

    card: UUID
    title: str
    about: str


class CardPage(NamedTuple):
    """One spot and sensation with its history."""

    card: UUID
    """The newest card of it."""
    title: str
    open: bool
    """It has not ended yet."""
    spells: tuple[str, ...]
    """Each time, the newest first: when, what was going on, how it ended."""
    after: str
    """What stands last; empty where there is no earlier ending."""


def card_lines(cards: Iterable[Card], today: date) -> tuple[CardLine, ...]:
    """The list: one line for each spot and sensation, the latest first."""
    return tuple(
        CardLine(spells[0].id, title_of(spells[0]), _when(spells[0], today)) for spells in _groups(cards)
    )


def card_page(cards: Iterable[Card], card: UUID, today: date) -> CardPage:
    """The page of one spot and sensation. Raises StopIteration when the card is not among these."""
    spells = next(g for g in _groups(cards) if any(c.id == card for c in g))
    ended_before = any(c.ended_on is not None for c in spells[1:])
    open_now = spells[0].ended_on is None
    return CardPage(
        card=spells[0].id,
        title=title_of(spells[0]),
        open=open_now,
        spells=tuple(_spell(c, today) for c in spells),
        after=words.NO_FORECAST.text if ended_before and open_now else "",
    )


def before_words(cards: Iterable[Card], spot: str, sensation: str, today: date) -> tuple[str, ...]:
    """What was written of the same spot and sensation before: its latest ending, or that it has none yet."""
    same = [c for c in cards if _same(c) == _key(spot, sensation)]
    if not same:
        return ()
    still = next((c for c in same if c.ended_on is None), None)
    if still is not None:
        return (words.STILL_OPEN.say(date=date_words(still.began_on, today)),)
    last = max(same, key=lambda c: c.began_on)
    return (ending_words(last, today), words.NO_FORECAST.text)


def ending_words(card: Card, today: date) -> str:
    """The sentence of one card that ended."""
    return words.BEFORE.say(
        sensation=card.sensation,
        spot=card.spot,
        date=date_words(card.began_on, today),
        days=lasted(card),
    )


def lasted(card: Card) -> str:
    """How long it lasted, in days; one day at least."""
    days = max(((card.ended_on or card.began_on) - card.began_on).days, 1)
    return "a day" if days == 1 else f"{days} days"


def new_card(spot: str, sensation: str, began: str, around: str, today: date) -> Card:
    """A card as typed. Raises NotAValue, which says what is missing."""
    return Card(
        spot=typed_spot(spot),
        sensation=typed_sensation(sensation),
        began_on=past_day(began, today),
        around=around.strip(),
    )


def typed_spot(text: str) -> str:
    """Where it is. Raises NotAValue where nothing is typed."""
    return some_line(text, "Write where it is, such as left calf.")


def typed_sensation(text: str) -> str:
    """What it feels like. Raises NotAValue where nothing is typed."""
    return some_line(text, "Write what it feels like, such as twitching, or weak.")


def typed_end(card: Card, ended: str, today: date) -> date:
    """The day on which it ended, as typed. Raises NotAValue."""
    day = past_day(ended, today)
    if day < card.began_on:
        raise NotAValue(f"It began on {date_words(card.began_on, today)}; it can't have ended before.")
    return day


def title_of(card: Card) -> str:
    """The sensation and its spot."""
    return capital(f"{card.sensation}, {card.spot}")


def _key(spot: str, sensation: str) -> tuple[str, str]:
    return (" ".join(spot.split()).casefold(), " ".join(sensation.split()).casefold())


def _same(card: Card) -> tuple[str, str]:
    return _key(card.spot, card.sensation)


def _groups(cards: Iterable[Card]) -> list[list[Card]]:
    """Cards of the same spot and sensation together, the newest first in each and among them."""
    groups: dict[tuple[str, str], list[Card]] = {}
    for card in sorted(cards, key=lambda c: (c.began_on, str(c.id)), reverse=True):
        groups.setdefault(_same(card), []).append(card)
    return list(groups.values())


def _when(card: Card, today: date) -> str:
    began = date_words(card.began_on, today)
    if card.ended_on is None:
        return f"since {began}"
    return f"{began} to {date_words(card.ended_on, today)}"


def _spell(card: Card, today: date) -> str:
    parts = [f"{capital(_when(card, today))}."]
    if card.around:
        parts.append(f"Going on then: {card.around}.")
    if card.ended_on is not None:
        ending = f": {card.ending}" if card.ending else ""
        parts.append(f"It ended after {lasted(card)}{ending}.")
    return " ".join(parts)
