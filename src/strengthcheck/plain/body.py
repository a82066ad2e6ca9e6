"""What happens to a body beside the checks: a sensation written down once, an injury, a medicine."""

from datetime import date

from strengthcheck.model.profile import BodyEvent, Card
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import FormLine, answer_of, filled, is_sure, picked
from strengthcheck.services.body_events import enter_event, events_of, remove_event
from strengthcheck.services.cards import cards_of, end_card, save_card
from strengthcheck.views.body_events import (
    LEAD as EVENTS_LEAD,
)
from strengthcheck.views.body_events import (
    event_lines,
    event_words,
    new_event,
    remove_question,
    what_question,
    where_question,
)
from strengthcheck.views.cards import (
    AROUND,
    LEAD,
    SENSATION,
    SPOT,
    card_lines,
    card_page,
    new_card,
    typed_end,
    typed_sensation,
    typed_spot,
)
from strengthcheck.views.typed import past_day

TODAY = "today"
"""What a day is before another one is typed."""

NEW = (("n", "write one down"),)


def cards(desk: Desk) -> None:
    """Has this happened before? The list, one of them, or a new one."""
    while True:
        today = desk.clock.now().date()
        kept = cards_of(desk.ws)
        lines = card_lines(kept, today)
        desk.talk.say("Has this happened before?", LEAD)
        desk.talk.say(*(f"{i}  {line.title}, {line.about}" for i, line in enumerate(lines, 1)))
        chosen = picked(desk.talk, len(lines), NEW)
        if chosen == "n":
            write_down(desk, today)
        else:
            _card(desk, kept, lines[int(chosen) - 1].card, today)


def _card(desk: Desk, kept: tuple[Card, ...], card: object, today: date) -> None:
    """One spot and sensation with each time it was there; it ends, or is back."""
    shown = next(card_page(kept, c.id, today) for c in kept if c.id == card)
    newest = next(c for c in kept if c.id == shown.card)
    desk.talk.say(shown.title, *shown.spells, shown.after)
    does = ("e", "it has ended") if shown.open else ("r", "it is back")
    key = desk.talk.choose("Enter goes back", (does,), usual="")
    if key == "e":
        lines = (
            FormLine("on", "Gone since", TODAY, lambda text: typed_end(newest, text, today), needed=True),
            FormLine("how", "How? It may stay empty"),
        )
        on, how = filled(desk.talk, lines, lambda t: (typed_end(newest, t["on"], today), t["how"].strip()))
        end_card(desk.ws, newest.id, on, how)
    elif key == "r":
        write_down(desk, today, newest)


def write_down(desk: Desk, today: date, again: Card | None = None) -> None:
    """A sensation, written down; with one given, the same once more."""
    lines = (
        FormLine("spot", f"{SPOT} Such as left calf", again.spot if again else "", typed_spot, needed=True),
        FormLine(
            "sensation",
            f"{SENSATION} Such as twitching",
            again.sensation if again else "",
            typed_sensation,
            needed=True,
        ),
        FormLine("began", "Since when?", TODAY, lambda text: past_day(text, today), needed=True),
        FormLine("around", f"What was going on? Such as {AROUND}; it may stay empty"),
    )
    card = filled(
        desk.talk, lines, lambda t: new_card(t["spot"], t["sensation"], t["began"], t["around"], today)
    )
    save_card(desk.ws, card)
    desk.talk.say("Written down.")


def events(desk: Desk) -> None:
    """Injuries, illnesses, medicines: the list, a new one, or one taken out."""
    while True:
        today = desk.clock.now().date()
        known = events_of(desk.ws)
        lines = event_lines(known, today)
        desk.talk.say("Injury, illness, medicine", EVENTS_LEAD)
        desk.talk.say(*(f"{i}  {line.text}" for i, line in enumerate(lines, 1)))
        chosen = picked(
            desk.talk, len(lines), NEW, "A number takes one out; b goes back" if lines else "n, or b"
        )
        if chosen == "n":
            event = _new_event(desk, today)
            enter_event(desk.ws, event)
            desk.talk.say(f"Kept: {event_words(event, today)}.")
            continue
        event = known[int(lines[int(chosen) - 1].name)]
        if is_sure(desk.talk, remove_question(event, today)):
            remove_event(desk.ws, event)


def _new_event(desk: Desk, today: date) -> BodyEvent:
    what = answer_of(desk.talk, what_question())
    where = answer_of(desk.talk, where_question())
    lines = (
        FormLine("day", "When", TODAY, lambda text: past_day(text, today), needed=True),
        FormLine("text", "In a few words; it may stay empty"),
    )
    return filled(desk.talk, lines, lambda t: new_event(what, where, t["day"], t["text"], today))
