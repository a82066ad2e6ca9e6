"""The gate, the lost-task questions, and where they lead: what is said, in the same places every time."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from strengthcheck.guide.gate import as_it_is_now
from strengthcheck.guide.steps import AdviceStep
from strengthcheck.model.base import Side
from strengthcheck.model.event import Acknowledged, KnownLoss
from strengthcheck.model.profile import Course, Gate, LostTask
from strengthcheck.model.protocol import Part, Protocol
from strengthcheck.views.dates import date_words
from strengthcheck.views.losses import lost_words
from strengthcheck.views.steps.asking import OnePage, Wish
from strengthcheck.views.steps.page import Block, Choice, Para, StepPage
from strengthcheck.views.steps.words import side_words
from strengthcheck.wording import danger
from strengthcheck.wording.numbers import Numbers

COURSE_KEYS: dict[str, Course] = {"8": "better", "9": "same", "0": "worse"}
"""At the gate, below its seven lines: how something told earlier is now."""

ASKS_AT_REST, LOST_LINE = 3, 7
"""Lines of the gate: one is asked once more, one leads to the lost-task questions without being confirmed."""

MOST_KNOWN = 3
"""So many losses told earlier are asked about, the newest first."""


def gate_page(
    more: bool, moments: Numbers | None, known: Gate | None = None, *, first: bool = False
) -> StepPage:
    """The seven lines. `more` says more about each; `moments` shows the number for bad moments.

    `known`: a loss told earlier whose course today is asked for; Enter leaves it open. `first`: no check was
    made before, and so none is spoken of.
    """
    lines = tuple(Choice(str(g.number), g.text, aside=g.more if more else "") for g in danger.GATE_LINES)
    blocks: list[Block] = [] if known and not more else [Para(danger.GATE_KNOWN.text, "quiet")]
    if known is not None and known.lost is not None:
        asked = danger.KNOWN.say(task=lost_words(known.lost))
        better, *others = (Choice(key, danger.LOST_COURSE[course]) for key, course in COURSE_KEYS.items())
        lines += (better._replace(above=asked), *others)
    if moments:
        blocks.insert(0, Para(danger.MOMENTS.say(number=moments.moments), "strong"))
    keys = (
        Choice("enter", "none of these"),
        Choice("m", "less about each" if more else "more about each"),
        Choice("+", "a number for bad moments"),
    )
    question = danger.GATE_QUESTION_FIRST if first else danger.GATE_QUESTION
    return StepPage(question, tuple(blocks), lines, keys=keys)


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


def asked_of(known: dict[str, str], answers: dict[str, str]) -> tuple[Question, ...]:
    """The questions to ask, answered ones included, without what a test says already (`known`)."""
    return tuple(q for q in lost_questions({**known, **answers}) if q.field not in known)


def known_of(protocol: Protocol | None, side: Side | None) -> dict[str, str]:
    """What a test already says of a lost task: which hand or leg, and what kind of doing."""
    if protocol is None or side is None:
        return {}
    return {"what": {"arm": "holding", "leg": "legs", "none": "other"}[protocol.body], "side": side}


def known_loss(gate: Gate, course: Course, today: date) -> KnownLoss | None:
    """A loss told earlier, as it is today; None where the entry tells of none."""
    if gate.lost is None:
        return None
    days = (today - gate.at.date()).days
    return KnownLoss(gate=gate.id, lost=as_it_is_now(gate.lost, course, days))


def lost_page(question: Question, number: int, of: int, about: str, known: Iterable[Gate] = ()) -> StepPage:
    """One lost-task question. `known`: losses told earlier, of which how they are now can be told as well."""
    blocks = (Para(about),) if about else ()
    answers = [Choice(str(i), words) for i, (_, words) in enumerate(question.answers, 1)]
    for gate in known:
        if gate.lost is not None:
            key = str(len(answers) + 1)
            answers.append(Choice(key, f"told before: {lost_words(gate.lost)}. How it is now"))
    counted = Para(f"Question {number} of {of}.", "quiet")
    return StepPage(question.ask, (*blocks, counted), tuple(answers), keys=())


def course_page(gate: Gate) -> StepPage:
    """How is it now, of one loss told earlier?"""
    task = lost_words(gate.lost) if gate.lost is not None else ""
    answers = tuple(Choice(str(i), words) for i, words in enumerate(danger.LOST_COURSE.values(), 1))
    return StepPage("And now, is it …", (Para(f"{task[:1].upper()}{task[1:]}."),), answers, keys=())


def lost_task_of(given: dict[str, str], about: str = "") -> LostTask:
    """The lost task that the answers describe. `about`: what led to the questions (`lost_about`)."""
    return LostTask.model_validate({**given, "task": about.removeprefix("About ").rstrip(".")})


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
    course: Course | None = None
    """Of a loss told earlier: how it is now; none where the loss is new."""
    back: str = "back to the start"
    """Where Enter leads outside of a check."""


def advice_page(step: AdviceStep, facts: AdviceFacts) -> StepPage:
    """Where to go, first and in one sentence."""
    lost = facts.lost
    task = lost_words(lost) if lost is not None else "something you could do"
    goes_on = (Choice("enter", "go on with the check" if facts.in_check else facts.back),)
    ends = (Choice("enter", "leave the check" if facts.in_check else facts.back),)
    paper = (Choice(PAGE_KEY, "your page for the doctor"),)
    kept = Para("What you told is kept, with today's date.", "quiet")
    worse = facts.course == "worse"
    if facts.course is not None and not worse:
        return StepPage("Noted", (Para(danger.COURSE.text),), (), "", goes_on)
    if step.advice == "now":
        text = danger.NOW.say(number=facts.numbers.emergency)
        text += f" {danger.NOW_LEAVE.text}" if facts.in_check else ""
        return StepPage(f"Call {facts.numbers.emergency} now", (Para(text, "strong"), kept), (), "", ends)
    if step.advice == "today":
        lines = [g.text for g in danger.GATE_LINES if g.number in step.lines and g.number != LOST_LINE]
        signs = "; ".join(line[:1].lower() + line[1:] for line in lines)
        what = signs or danger.LOST_SIGN.say(task=f"{task}{', getting worse' if worse else ''}")
        blocks = (Para(danger.TODAY.say(line=what), "strong"), kept)
        return StepPage("Call a doctor today", blocks, (), "", (*ends, *paper))
    if step.advice == "book":
        first = (danger.WORSE if worse else danger.BOOK).say(task=task)
        said = (Para(first, "strong"), Para(danger.RECORD.text), kept)
        leave = (Choice("l", "leave the check"),) if facts.in_check else ()
        return StepPage("Book a doctor this week", said, (), "", (*goes_on, *leave, *paper))
    if lost is not None and lost.course == "worse":
        return StepPage("Noted", (Para(danger.HARDER_WORSE.text), kept), (), "", (*goes_on, *paper))
    due = date_words(facts.due, facts.today) if facts.due and facts.due > facts.today else "the next check"
    return StepPage("Noted", (Para(danger.NOTED.say(date=due)), kept), (), "", goes_on)


def advice_asking(step: AdviceStep, facts: AdviceFacts) -> OnePage[Acknowledged | Wish]:
    """Enter goes on; a doctor this week leaves the check to the person, and the page for one is at hand."""
    page = advice_page(step, facts)
    means: dict[str, Acknowledged | Wish] = {"enter": Acknowledged(), "l": "leave", PAGE_KEY: "page"}
    return OnePage(page, tuple((choice.key, means[choice.key]) for choice in page.keys))


def lost_about(protocol: Protocol | None, side: Side | None, part: Part | None = None) -> str:
    """What the questions are about, when a test led to them."""
    if protocol is None or side is None:
        return ""
    what = part.title if part is not None else protocol.title
    return f"About {what.lower()}, {side_words(side, protocol.body)}."
