"""The steps of one test around its trials: its page, practice, questions, effort, and what follows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from strengthcheck.guide.steps import EffortStep, FollowUpStep, PracticeStep, QuestionStep, ReadyStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import Expectation, Trial
from strengthcheck.model.event import Acknowledged, FollowUpAnswer
from strengthcheck.model.protocol import LADDER, Protocol
from strengthcheck.views.dates import capital
from strengthcheck.views.drawings import drawing, handed
from strengthcheck.views.steps.asking import OnePage
from strengthcheck.views.steps.page import (
    Big,
    Block,
    Cell,
    Choice,
    DrawnHand,
    Head,
    Para,
    Picture,
    Points,
    Row,
    StepPage,
    unwrapped,
)
from strengthcheck.views.steps.words import capital_side, side_words, test_name

RUNGS = (3, 2, 1, 0)
"""The ladder's keys, from the top."""

LEFT_OUT = {
    "1": "nothing at hand for it",
    "2": "one of the reasons to leave it out holds",
    "3": "sore, hurt or tired",
    "4": "no time for it today",
    "5": "left out today",
}
"""Why a whole test is left out."""

UNNAMED = (
    "Without a name it can't be told from another one. Type a name, or press Enter again to go on without."
)
"""Said once, when no name is typed."""

SKIPPED = {
    "1": "sore or in pain there",
    "2": "injured there",
    "3": "nothing at hand for it",
    "4": "avoided out of worry",
    "5": "another reason",
}
"""Why one side is left out: a skip is not a zero."""

QUESTION_SKIPPED = {"1": "never do this", "2": "avoided out of worry", "3": "can't say"}
"""Why an everyday question is left open."""

Because = Literal["slip", "sore", "weeks", "unsure", "passed"]
FOLLOW_UPS: dict[str, tuple[Because, str]] = {
    "1": ("slip", "A slip: it went wrong, and that is all"),
    "2": ("sore", "Sore or hurting there today"),
    "3": ("weeks", "It has been so for weeks"),
    "4": ("unsure", "Not sure"),
}
ASKED_FOLLOW_UPS: dict[str, tuple[Because, str]] = {
    "1": ("passed", "It was so once or twice, and is as usual again"),
    "2": ("sore", "I was sore, hurt or ill at the time"),
    "3": ("weeks", "It has been so for weeks"),
    "4": ("unsure", "Not sure"),
}
"""The same after a question about the last four weeks: nothing was tried, so nothing slipped."""

FELT_KEYS: dict[str, Expectation] = {"w": "weaker", "u": "as_usual", "s": "stronger"}
FELT_WORDS: dict[Expectation, str] = {"weaker": "weaker", "as_usual": "as usual", "stronger": "stronger"}


ASKED_BY_FIT = "always hard"
"""A reason to leave a test out that the question of fit has asked just before: not said again."""


def ready_page(step: ReadyStep, typing: bool, named: str | None) -> StepPage:
    """One test before it starts: how it goes, when to stop, who leaves it out, which object."""
    p = step.protocol
    named_here = p.fit is not None and p.fit.object is not None
    asked = _object(p.fit.object, p.fit.example, typing, named) if p.fit and p.fit.object else []
    drawn = pictures(p, p.sides)
    # In a small window what is typed has to be seen; else the drawing stands first, and is seen whole.
    blocks: list[Block] = [*asked, *drawn] if typing else [*drawn, *asked]
    blocks.append(Para(unwrapped(p.summary)))
    blocks += [Head("How it goes"), Points(tuple(unwrapped(s) for s in p.steps), numbered=True)]
    if p.safety:
        blocks += [Head("Take care"), Points(p.safety)]
    skip_if = tuple(reason for reason in p.skip_if if p.fit is None or ASKED_BY_FIT not in reason)
    if skip_if:
        blocks += [Head("Leave it out if"), Points(skip_if)]
    keys = [Choice("enter", "ready")]
    if named_here and not typing:
        keys.append(Choice("o", "another one" if named else "name it"))
    if typing:
        keys.append(Choice("escape", "no name now"))
    else:
        keys.append(Choice("l", "leave this test out"))
    return StepPage(p.title, tuple(blocks), keys=tuple(keys))


def pictures(protocol: Protocol, sides: tuple[Side, ...]) -> tuple[Picture, ...]:
    """The drawing of each hand, left at left; one where both do the same; nothing for a test without one."""
    if handed(protocol.id):
        body = protocol.body
        hands = (DrawnHand(s, drawing(protocol.id, s), capital_side(s, body)) for s in sides)
        return (Picture(tuple(hands)),)
    rows = drawing(protocol.id, "both")
    return (Picture((DrawnHand("both", rows),)),) if rows else ()


def _object(ask: str, example: str | None, typing: bool, named: str | None) -> list[Block]:
    if typing:
        such = f" For example: {example}." if example else ""
        return [Para(f"{ask}{such}")]
    return [Para(f"Used here: **{named}**" if named else ask)]


def left_out_page(title: str) -> StepPage:
    """Why is the whole test left out?"""
    return StepPage(
        f"Leave out: {title}",
        (Para("That is fine, and it counts as nothing. Why?"),),
        tuple(Choice(k, capital(v)) for k, v in LEFT_OUT.items()),
        keys=(Choice("escape", "don't leave it out"),),
    )


def practice_page(step: PracticeStep) -> StepPage:
    """One try that is never stored."""
    p = step.protocol
    return StepPage(
        f"{p.short}, {side_words(step.side, p.body)}: one try to get used to it",
        (
            *(pictures(p, (step.side,)) or (Big(step.side, step.side),)),
            Para(
                f"**{capital_side(step.side, p.body)}.** "
                "Try it once, gently, at your own pace. Nothing of this is kept."
            ),
            Points(tuple(unwrapped(s) for s in p.steps), numbered=True),
        ),
        keys=(Choice("enter", "done, go on"),),
    )


def practice_asking(step: PracticeStep) -> OnePage[Acknowledged]:
    """On when it was tried."""
    return OnePage(practice_page(step), (("enter", Acknowledged()),))


def ladder_choices(chosen: int | None = None) -> tuple[Choice, ...]:
    """The four rungs with their keys."""
    return tuple(Choice(str(r), LADDER[r], r == chosen) for r in RUNGS)


def question_page(step: QuestionStep, rungs: Mapping[Side, int | None], current: Side) -> StepPage:
    """An everyday task: asked, not tried. A side without a rung is left open."""
    body = step.protocol.body
    cells = tuple(Cell(_rung(rungs[s]), s, s == current) for s in step.sides)
    blocks: list[Block] = [Para(unwrapped(step.part.ask))]
    blocks += [Para(line, "quiet") for line in _care(step)]
    if step.sides != ("both",):
        blocks.append(Row("", tuple(Cell(capital_side(s, body), s) for s in step.sides), heading=True))
    blocks.append(Row("", cells))
    sides = (Choice("left_right", "change side"),) if len(step.sides) > 1 else ()
    keys = (Choice("enter", "go on"), *sides, Choice("s", "leave it open"))
    return StepPage(f"Everyday life: {step.part.title.lower()}", tuple(blocks), ladder_choices(), keys=keys)


def _care(step: QuestionStep) -> tuple[str, ...]:
    """What a question must not lead to: the first safety line, and each that names this very task."""
    task = step.part.title.lower().removesuffix("s")
    lines = [unwrapped(line).rstrip(".") for line in step.protocol.safety]
    return tuple(f"{line}." for i, line in enumerate(lines) if i == 0 or task in line.lower())


def _rung(rung: int | None) -> str:
    return "left open" if rung is None else LADDER[rung]


def answered(side: Side, rung: int, at: datetime) -> Trial:
    """A side's answer to an everyday question, by its rung; 0 is could not."""
    if rung == 0:
        return Trial(side=side, could_not=True, at=at)
    return Trial(side=side, values={"ladder": rung}, at=at)


def question_skip_page(step: QuestionStep) -> StepPage:
    """Why is the question left open?"""
    return StepPage(
        f"{step.part.title}: left open",
        (Para("It counts as nothing. Why?"),),
        tuple(Choice(k, capital(v)) for k, v in QUESTION_SKIPPED.items()),
        keys=(Choice("escape", "answer it after all"),),
    )


def effort_page(
    step: EffortStep, effort: str, pain: str | None, felt: Expectation | None, at_pain: bool, note: str = ""
) -> StepPage:
    """How hard was it? Pain by a key, and how it felt, if the person says."""
    p = step.protocol
    name = test_name(p, step.part)
    blocks: list[Block] = [
        Row("Effort, 0 to 10", (Cell(effort or "–", None, not at_pain),), current=not at_pain),
    ]
    if pain is not None:
        blocks.append(Row("Pain, 0 to 10", (Cell(pain or "–", None, at_pain),), current=at_pain))
    blocks.append(Row("It felt", (Cell(FELT_WORDS[felt] if felt else "–"),)))
    if step.last and p.after:
        blocks.append(Para(unwrapped(p.after)))
    keys = (
        Choice("enter", "go on"),
        Choice("p", "pain"),
        Choice("w", "felt weaker"),
        Choice("u", "felt as usual"),
        Choice("s", "felt stronger"),
    )
    title = f"{name}, {side_words(step.side, p.body)}: how hard was it?"
    lead = Para("0 is no effort at all, 10 all that you can give. It may stay empty.", "quiet")
    return StepPage(title, (lead, *blocks), note=note, keys=keys)


def follow_up_page(step: FollowUpStep) -> StepPage:
    """Could not, or only with a trick: why?"""
    p = step.protocol
    choices = tuple(Choice(k, words) for k, (_, words) in follow_ups(step).items())
    if p.effort.kind == "ask":
        what = step.part.title if step.part else p.title
        side = "" if step.side == "both" else f", {step.side} side"
        lead = Para("You said that it could not be done, or only with a trick or in part. How was that?")
        return StepPage(f"Everyday life: {what.lower()}{side}", (lead,), choices, keys=())
    title = f"{test_name(p, step.part)}, {side_words(step.side, p.body)}"
    lead = Para("This could not be done, or only with a trick or in part. What was it?")
    return StepPage(title, (lead,), choices, keys=())


def follow_up_asking(step: FollowUpStep) -> OnePage[FollowUpAnswer]:
    """A digit says what it was."""
    answers = follow_ups(step).items()
    return OnePage(
        follow_up_page(step), tuple((key, FollowUpAnswer(because=because)) for key, (because, _) in answers)
    )


def follow_ups(step: FollowUpStep) -> dict[str, tuple[Because, str]]:
    """The answers to it, a key each."""
    return ASKED_FOLLOW_UPS if step.protocol.effort.kind == "ask" else FOLLOW_UPS
