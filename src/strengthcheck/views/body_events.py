"""Injuries, illnesses and the like: what is asked, how it is listed, and what stands beside a comparison."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, get_args

from strengthcheck.model.base import Side
from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.protocol import Body
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import capital, date_words
from strengthcheck.views.typed import MOST, past_day

What = Literal["injury", "illness", "medicine", "surgery", "shoes", "other"]

LEAD = (
    "An injury, also an old one; an illness; a new medicine; surgery; other shoes. Entered once, it stands "
    "wherever that side is compared, and on the page for a doctor."
)
NOTHING_YET = "Nothing is entered yet. n enters the first one."
WHATS: dict[What, str] = {
    "injury": "an injury",
    "illness": "an illness",
    "medicine": "a new or changed medicine",
    "surgery": "surgery",
    "shoes": "other shoes",
    "other": "something else",
}

Where = tuple[Side | None, Literal["arm", "leg"] | None]
WHERES: dict[str, tuple[str, Where]] = {
    "left_arm": ("left arm or hand", ("left", "arm")),
    "right_arm": ("right arm or hand", ("right", "arm")),
    "left_leg": ("left leg or foot", ("left", "leg")),
    "right_leg": ("right leg or foot", ("right", "leg")),
    "arms": ("both arms", ("both", "arm")),
    "legs": ("both legs", ("both", "leg")),
    "body": ("the whole body, or nowhere in particular", (None, None)),
}
BESIDE = 3
"""So many events stand beside a comparison, the newest."""


class EventLine(NamedTuple):
    """One event in the list."""

    name: str
    text: str


def what_question() -> Question:
    """What was it?"""
    answers = tuple(Answer(name, str(i), text) for i, (name, text) in enumerate(WHATS.items(), 1))
    return Question("What was it?", "", answers)


def where_question() -> Question:
    """Where was it?"""
    answers = tuple(Answer(name, str(i), text) for i, (name, (text, _)) in enumerate(WHERES.items(), 1))
    return Question("Where?", "A change of that side is then read with it in mind.", answers)


def when_title(what: str, where: str) -> str:
    """When was it? With what was chosen before, so that it need not be remembered."""
    kind = next(words for name, words in WHATS.items() if name == what)
    place, of = WHERES[where]
    return f"{capital(kind)}{f', {place}' if of != (None, None) else ''}: when was it?"


def remove_question(event: BodyEvent, today: date) -> Question:
    """Should it go?"""
    return Question(
        "Take this out?",
        f"{capital(event_words(event, today))}.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, take it out")),
    )


def new_event(what: str, where: str, on: str, text: str, today: date) -> BodyEvent:
    """An event as chosen and typed. Raises NotAValue, which says what is missing."""
    side, body = WHERES[where][1]
    kind = next(w for w in get_args(What) if w == what)
    told: dict[str, object] = {"what": kind, "on": past_day(on, today), "text": " ".join(text.split())[:MOST]}
    given = {k: v for k, v in {"side": side, "body": body}.items() if v is not None}
    return BodyEvent.model_validate({**told, **given})


def event_lines(events: Iterable[BodyEvent], today: date) -> tuple[EventLine, ...]:
    """The list, the newest first; each named by its place among the events as they are kept."""
    numbered = sorted(enumerate(events), key=lambda x: (x[1].on, x[0]), reverse=True)
    return tuple(EventLine(str(i), capital(event_words(e, today))) for i, e in numbered)


def event_words(event: BodyEvent, today: date) -> str:
    """One event: what, where, when."""
    what = event.text or WHATS[event.what].removeprefix("an ").removeprefix("a ")
    return f"{what}{_where(event)}, {date_words(event.on, today)}"


def beside_words(events: Iterable[BodyEvent], body: Body, sides: Iterable[Side], today: date) -> str:
    """The events that concern any of these sides of a test, the newest ones; empty where there is none."""
    of = tuple(sides)
    concerned = [e for e in events if e.on <= today and any(e.concerns(body, s) for s in of)]
    newest = sorted(concerned, key=lambda e: e.on, reverse=True)[:BESIDE]
    return "; ".join(event_words(e, today) for e in newest)


def _where(event: BodyEvent) -> str:
    place = next((text for text, where in WHERES.values() if where == (event.side, event.body)), "")
    if not place and event.side in ("left", "right"):
        place = f"{event.side} side"
    return f", {place}" if place and event.side is not None else ""
