"""The gate, the lost-task questions, and where they lead: what is said, in the same places every time."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from strengthcheck.guide.steps import AdviceStep
from strengthcheck.model.base import Side
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.model.protocol import Part, Protocol
from strengthcheck.views.dates import date_words
from strengthcheck.views.steps.page import Block, Choice, Para, StepPage
from strengthcheck.views.steps.words import side_words
from strengthcheck.wording import danger
from strengthcheck.wording.numbers import Numbers


def gate_page(more: bool, moments: Numbers | None, known: Iterable[Gate] = ()) -> StepPage:
    """The seven lines. `more` says more about each; `moments` shows the number for bad moments."""
    lines = tuple(
        Choice(str(g.number), f"{g.text}.\n{g.more}" if more else g.text) for g in danger.GATE_LINES
    )
    told = [g.lost for g in known if g.lost is not None]
    blocks: list[Block] = [Para(danger.GATE_KNOWN.text, "quiet")]
    if told:
        blocks.append(
            Para(f"You told this before: {lost_words(told[0])}. It is noted and need not be told again.")
        )
    if moments:
        blocks.insert(0, Para(danger.MOMENTS.say(number=moments.moments), "strong"))
    keys = (
        Choice("enter", "none of these"),
        Choice("m", "less about each" if more else "more about each"),
        Choice("+", "a number for bad moments"),
    )
    return StepPage(danger.GATE_QUESTION, tuple(blocks), lines, keys=keys)


def confirm_page(lines: tuple[int, ...]) -> StepPage:
    """Are the chosen lines right?"""
    chosen = [g for g in danger.GATE_LINES if g.number in lines]
    blocks = tuple(Para(f"{g.number}  {g.text}.", "strong") for g in chosen)
    return StepPage(
        "You chose this. Is that right?",
        blocks,
        (Choice("y", "Yes, that is right"), Choice("n", "No, back to the list")),
        keys=(Choice("enter", "yes"), Choice("escape", "no")),
    )


def at_rest_page() -> StepPage:
    """The one question that line 3 needs."""
    return StepPage(
        danger.GATE_AT_REST.text,
        (),
        (Choice("y", "Yes"), Choice("n", "No")),
        keys=(Choice("escape", "back to the list"),),
    )


class Question(NamedTuple):
    """One of the lost-task questions."""

    field: str
    ask: str
    answers: tuple[tuple[str, str], ...]
    """Value and words; the first key is 1."""


_SIDES = (("left", "left"), ("right", "right"), ("both", "both sides, or neither in particular"))
_ASKS = {
    "what": Question("what", "What can you no longer do?", tuple(danger.LOST_WHAT.items())),
    "how_much": Question("how_much", "How much of it is gone?", tuple(danger.LOST_HOW_MUCH.items())),
    "side": Question("side", "Which side?", _SIDES),
    "since": Question("since", "Since when?", tuple(danger.LOST_SINCE.items())),
    "course": Question("course", "And now, is it …", tuple(danger.LOST_COURSE.items())),
}
_WITHOUT_SIDE = ("speech", "swallowing")


def lost_questions(given: dict[str, str]) -> tuple[Question, ...]:
    """The questions that these answers leave to ask, answered ones included."""
    names = [n for n in _ASKS if n != "side" or given.get("what") not in _WITHOUT_SIDE]
    return tuple(_ASKS[n] for n in names)


def known_of(protocol: Protocol | None, side: Side | None) -> dict[str, str]:
    """What a test already says of a lost task: which hand or leg, and what kind of doing."""
    if protocol is None or side is None:
        return {}
    return {"what": {"arm": "holding", "leg": "legs", "none": "other"}[protocol.body], "side": side}


def lost_page(question: Question, number: int, of: int, about: str) -> StepPage:
    """One lost-task question."""
    blocks = (Para(about),) if about else ()
    answers = tuple(Choice(str(i), words) for i, (_, words) in enumerate(question.answers, 1))
    return StepPage(question.ask, (*blocks, Para(f"Question {number} of {of}.", "quiet")), answers, keys=())


def lost_task_of(given: dict[str, str], task: str = "") -> LostTask:
    """The lost task that the answers describe."""
    return LostTask.model_validate({**given, "task": task})


def lost_words(lost: LostTask) -> str:
    """A lost task as a person reads it."""
    side = f" ({'both sides' if lost.side == 'both' else lost.side})" if lost.side else ""
    return f"{lost.task or danger.LOST_WHAT[lost.what]}{side}"


PAGE_KEY = "g"
"""Opens the page for the doctor from an advice; Home has the same key."""


class AdviceFacts(NamedTuple):
    """What an advice page needs to know beside the step."""

    numbers: Numbers
    lost: LostTask | None
    due: date | None
    """The next planned check."""
    today: date
    in_check: bool


def advice_page(step: AdviceStep, facts: AdviceFacts) -> StepPage:
    """Where to go, first and in one sentence."""
    lost = facts.lost
    task = lost_words(lost) if lost is not None else "something you could do"
    goes_on = (Choice("enter", "go on with the check" if facts.in_check else "back to the start"),)
    ends = (Choice("enter", "leave the check" if facts.in_check else "back to the start"),)
    paper = (Choice(PAGE_KEY, "your page for the doctor"),)
    kept = Para("What you told is kept, with today's date.", "quiet")
    if step.advice == "now":
        text = danger.NOW.say(number=facts.numbers.emergency)
        return StepPage(f"Call {facts.numbers.emergency} now", (Para(text, "strong"), kept), (), "", ends)
    if step.advice == "today":
        lines = [g.text for g in danger.GATE_LINES if g.number in step.lines and g.number != 7]
        signs = "; ".join(line[:1].lower() + line[1:] for line in lines)
        what = signs or f"something you could do and now can't ({task})"
        blocks = (Para(danger.TODAY.say(line=what), "strong"), kept)
        return StepPage("Call a doctor today", blocks, (), "", (*ends, *paper))
    if step.advice == "book":
        said = (Para(danger.BOOK.say(task=task), "strong"), Para(danger.RECORD.text), kept)
        leave = (Choice("l", "leave the check"),) if facts.in_check else ()
        return StepPage("Book a doctor this week", said, (), "", (*goes_on, *leave, *paper))
    due = date_words(facts.due, facts.today) if facts.due and facts.due > facts.today else "the next check"
    return StepPage("Noted", (Para(danger.NOTED.say(date=due)), kept), (), "", goes_on)


def lost_about(protocol: Protocol | None, side: Side | None, part: Part | None = None) -> str:
    """What the questions are about, when a test led to them."""
    if protocol is None or side is None:
        return ""
    what = part.title if part is not None else protocol.title
    return f"About {what.lower()}, {side_words(side, protocol.body)}."
