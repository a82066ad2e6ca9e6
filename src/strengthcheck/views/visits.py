"""A doctor's visit: what is asked, and what is said once it is entered."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.model.profile import Gate, Visit
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import date_words, weekday_words
from strengthcheck.views.losses import lost_said
from strengthcheck.views.sealed import Seal, visit_words
from strengthcheck.views.typed import past_day, some_line
from strengthcheck.wording import seal, wayout

Found = Literal["nothing", "explained", "watching", "referred"]

LEAD = wayout.VISIT.text
FOUND: dict[Found, str] = {
    "watching": "they want to see you again",
    "referred": "sent on to a specialist, or to a test",
    "explained": "a cause was found",
    "nothing": "no weakness found",
}
"""What was found, in words. The first one is marked: a key too many must not tell that nothing was found."""


class VisitView(NamedTuple):
    """What is said once a visit is entered."""

    title: str
    said: tuple[str, ...]


def found_lead(on: date, who: str, held: Seal | None = None) -> str:
    """The visit as it was understood, and that it ends the seal that `held`, before it is kept."""
    said = f"{weekday_words(on)}, {who}."
    return f"{said} {seal.OPENS.text}" if held is not None and held.ends_by(on) else said


def found_question(on: date, who: str, held: Seal | None = None) -> Question:
    """What did the doctor find? It repeats the day as it was understood."""
    answers = tuple(Answer(name, str(i), text) for i, (name, text) in enumerate(FOUND.items(), 1))
    text = f"{found_lead(on, who, held)} Enter takes the marked line, and the visit is kept."
    return Question("What did they find?", text, answers)


def found_named(answer: str) -> Found | None:
    """What an answer to `found_question` names."""
    return next((f for f in FOUND if f == answer), None)


def new_visit(on: date, who: str, found: Found, note: str) -> Visit:
    """A visit as it is kept."""
    return Visit(on=on, who=who, found=found, note=note.strip())


def typed_who(text: str) -> str:
    """Who it was. Raises NotAValue where nothing is typed."""
    return some_line(text, "Write who it was, such as my GP.")


def visit_facts(on: str, who: str, today: date) -> tuple[date, str]:
    """The day and the name as typed. Raises NotAValue."""
    return past_day(on, today), typed_who(who)


def entered_view(
    visit: Visit, still_open: Iterable[Gate], today: date, held: Seal | None = None
) -> VisitView:
    """What is said after a visit: seen; the way out where nothing was found; what was told only later.

    Last, what it did to the seal that `held`.
    """
    said = [wayout.SEEN.say(date=date_words(visit.on, today), who=visit.who)]
    later = lost_said(still_open)
    if later:
        said.append(later)
    elif visit.found == "nothing":
        said.append(wayout.WAYOUT_SEEN.text)
    sealed = visit_words(held, visit.on, today)
    return VisitView("Kept", (*said, sealed) if sealed else tuple(said))
