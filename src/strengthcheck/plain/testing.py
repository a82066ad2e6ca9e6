"""The steps of one test around its trials: its page, practice, an everyday question, effort, follow-up."""

from dataclasses import replace

from strengthcheck.guide.steps import EffortStep, FollowUpStep, PracticeStep, QuestionStep, ReadyStep
from strengthcheck.host.clock import Clock
from strengthcheck.model.event import Acknowledged, EffortAnswer, FollowUpAnswer, ReadyAnswer, TrialAnswer
from strengthcheck.plain.follow import followed, key_of, told_all
from strengthcheck.plain.pages import block_lines, page_lines
from strengthcheck.plain.talk import Ask, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.dates import capital
from strengthcheck.views.steps.asking import Ended
from strengthcheck.views.steps.effort import EffortAsking, Rated
from strengthcheck.views.steps.page import Block, Points, Row, StepPage
from strengthcheck.views.steps.question import QuestionAsking, question_answer
from strengthcheck.views.steps.ready import ReadyAsking
from strengthcheck.views.steps.testing import (
    FELT_KEYS,
    FELT_WORDS,
    UNNAMED,
    follow_up_asking,
    ladder_choices,
    practice_asking,
    question_skip_page,
)
from strengthcheck.views.steps.words import capital_side

OPEN_KEY = "s"


def ask_ready(talk: Talk, step: ReadyStep, former: ReadyAnswer | None) -> ReadyAnswer:
    """One test before it starts; the object at hand is named, or the whole test left out."""
    asking = ReadyAsking.of(step, former)
    page = asking.page()
    asked_later = page._replace(blocks=(*page.blocks[:1], *page.blocks[2:]))
    talk.say(*page_lines(asked_later if asking.unnamed else page))
    while True:
        after = _ready_or_not(talk, asking)
        if isinstance(after, Ended):
            return after.out
        asking = after or asking


def _ready_or_not(talk: Talk, asking: ReadyAsking) -> ReadyAsking | Ended[ReadyAnswer] | None:
    """What was typed at the test, at its object's name, or at why it is left out."""
    if asking.typing:
        return _named(talk, asking)
    if asking.leaving:
        talk.say(*page_lines(asking.page()))
        return asking.press(key_of(talk, asking.page()))
    other = [("o", "another one")] if asking.asks_object and asking.named else []
    options = [("l", "leave this test out"), *other]
    return asking.press(talk.choose("Enter when you are ready", options, usual="") or "enter")


def _named(talk: Talk, asking: ReadyAsking) -> ReadyAsking | Ended[ReadyAnswer]:
    """Which bottle, book, stairs or device; it is asked once more before it stays without a name."""
    fit = asking.step.protocol.fit
    if asking.warned:
        talk.say(UNNAMED, apart=False)
    elif fit is not None and fit.object is not None:
        talk.say(f"{fit.object} For example: {fit.example}." if fit.example else fit.object)
    try:
        return asking.answered(
            talk.text("Its name" if asking.warned else "Its name, as you will know it again")
        )
    except BackWished:
        return replace(asking, typing=False, unasked=True)


def _reason(talk: Talk, page: StepPage) -> str:
    talk.say(*page_lines(page))
    return talk.choose("A number", [(c.key, c.text) for c in page.choices])


def practise(talk: Talk, step: PracticeStep, *, again: bool) -> Acknowledged:
    """One try that is never kept. `again`: what to do was said already."""

    def said(page: StepPage) -> tuple[str, ...]:
        return page_lines(page._replace(blocks=_without_steps(page) if again else page.blocks))

    return followed(talk, practice_asking(step), said=said)


def _without_steps(page: StepPage) -> tuple[Block, ...]:
    return tuple(block for block in page.blocks if not isinstance(block, Points))


def ask_question(talk: Talk, step: QuestionStep, former: TrialAnswer | None, clock: Clock) -> TrialAnswer:
    """An everyday task: asked, not tried, a side at a time; as usual by Enter."""
    asking = QuestionAsking.of(step, former)
    talk.say(*page_lines(asking.page())[:2])
    words = {c.key: c.text for c in ladder_choices()}

    def told(asking: QuestionAsking) -> QuestionAsking:
        side = step.sides[asking.place]
        named = "" if side == "both" else f"{capital_side(side, step.protocol.body)}: "
        prompt = capital(f"{named}a number, or Enter for “{words[asking.usual]}”")
        while True:
            key = talk.choose(prompt, [*words.items(), (OPEN_KEY, "leave it open")], usual=asking.usual)
            if key != OPEN_KEY:
                return asking.chosen(key)
            try:
                return asking.left_open(_reason(talk, question_skip_page(step)))
            except BackWished:
                continue  # it is answered after all

    return question_answer(step, told_all(asking, len(step.sides), told).end().out, clock.now())


def ask_effort(talk: Talk, step: EffortStep, former: EffortAnswer | None) -> Rated:
    """How hard it was, 0 to 10; pain, and how it felt, if the person says."""
    asking = EffortAsking.of(step, former)
    rows = [line for block in asking.page().blocks if isinstance(block, Row) for line in block_lines(block)]
    talk.say(*(line for line in page_lines(asking.page()) if line not in rows))
    asking = _figure(talk, asking, "Effort, 0 to 10")
    while True:
        after = asking.press(_rating_key(talk, asking))
        if isinstance(after, Ended):
            return after.out
        if after is not None and after.at_pain:
            after = replace(_figure(talk, after, "Pain, 0 to 10"), at_pain=False)
        asking = after or asking


def _rating_key(talk: Talk, asking: EffortAsking) -> str:
    """Pain, how it felt, or on; where it hurt, whether to go on."""
    if asking.hurt:
        talk.say(*page_lines(asking.page()))
        return key_of(talk, asking.page())
    talk.say(asking.told())
    felt = ((k, f"it felt {FELT_WORDS[v]}") for k, v in FELT_KEYS.items())
    return talk.choose("Enter goes on", (("p", "there was pain"), *felt), usual="") or "enter"


def _figure(talk: Talk, asking: EffortAsking, what: str) -> EffortAsking:
    """The figure at hand, asked until it can be taken."""
    enter = f"Enter takes {asking.figure}" if asking.figure else "Enter leaves it empty"
    while (after := asking.answered(talk.ask(Ask(f"{what}; {enter}", usual="")) or "")).note:
        talk.say(after.note, apart=False)
    return after


def ask_follow_up(talk: Talk, step: FollowUpStep) -> FollowUpAnswer:
    """After could not, or only with a trick: what was it?"""
    return followed(talk, follow_up_asking(step))
