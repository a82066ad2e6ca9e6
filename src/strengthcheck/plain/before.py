"""The steps before the first trial: today, sore, fit, what is needed, what is expected, warming up."""

from datetime import date
from functools import partial

from strengthcheck.guide.steps import ExpectStep, FitStep, GatherStep, SoreStep, WarmUpStep
from strengthcheck.guide.trial import Cue
from strengthcheck.model.base import Side
from strengthcheck.model.event import Acknowledged, ExpectAnswer, FitsAnswer, TodayAnswer
from strengthcheck.plain.body import events
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.follow import Half, followed, told_all, walked
from strengthcheck.plain.pages import block_lines, page_lines
from strengthcheck.plain.talk import NOTHING, Ask, Talk
from strengthcheck.plain.wishes import BackWished, DropWished
from strengthcheck.views.steps.asking import Ended
from strengthcheck.views.steps.before import (
    EXPECT_KEYS,
    EXPECT_WORDS,
    FIT_KEYS,
    FIT_WORDS,
    SoreAsking,
    gather_asking,
    warm_up_page,
)
from strengthcheck.views.steps.forms import ExpectAsking, FitAsking
from strengthcheck.views.steps.page import Para, Row
from strengthcheck.views.steps.today import ROWS, TodayAsking
from strengthcheck.views.steps.words import capital_side

NO_ROW = -1
"""Where a form stands whose lines are only read."""

ON = "go on"


def ask_today(desk: Desk, asking: TodayAsking, half: Half[TodayAsking]) -> TodayAnswer:
    """How today is: as it stands by Enter, or line by line."""
    talk, asking = desk.talk, half.form or asking
    while True:
        talk.say(*_told_lines(asking))
        keys = (("c", "tell it, one line after the other"), ("i", "an injury, an illness or a new medicine"))
        prompt = "Enter takes it as it stands" if any(asking.form.typed) else "Enter leaves it open"
        key = talk.choose(prompt, keys, usual="")
        if key == "i":
            _events(desk)
            continue
        after = asking.end() if key == "" else walked(asking, len(ROWS), partial(_row, talk), half).form
        if isinstance(after, Ended):
            return after.out
        asking = after


def _events(desk: Desk) -> None:
    """What happened to the body since last time; the way back leads to how today is."""
    try:
        events(desk)
    except BackWished:
        return


def _told_lines(asking: TodayAsking) -> tuple[str, ...]:
    """The title, what to do, and each line that something was told in."""
    page = asking.at(NO_ROW).page()
    rows = [block for block in page.blocks if isinstance(block, Row)]
    told = (row for row, typed in zip(rows, asking.form.typed, strict=True) if typed)
    return (page.title, *block_lines(page.blocks[0]), *(line for row in told for line in block_lines(row)))


def _row(talk: Talk, asking: TodayAsking) -> TodayAsking:
    """One line of it, asked until it can be taken."""
    row, now = ROWS[asking.form.at], asking.form.typed[asking.form.at]
    stays = f"; Enter leaves {now}, {NOTHING} takes it away" if now else "; Enter leaves it open"
    while (after := asking.filled(talk.text(f"{row.label} ({row.hint}{stays})", now))).note:
        talk.say(after.note, apart=False)
    return after


def ask_sore(talk: Talk, step: SoreStep, today: date) -> Acknowledged:
    """A week later, or go on."""
    told = followed(talk, SoreAsking(step, today))
    if not isinstance(told, Acknowledged):
        raise DropWished
    return told


def ask_fit(talk: Talk, step: FitStep, former: FitsAnswer | None, half: Half[FitAsking]) -> FitsAnswer:
    """Could each side always do this test? A side at a time."""
    assert step.protocol.fit is not None
    talk.say(step.protocol.fit.ask, "Asked once, about the years before now.")
    options = [(k, FIT_WORDS[v]) for k, v in FIT_KEYS.items()]

    def told(asking: FitAsking) -> FitAsking:
        name = capital_side(step.sides[asking.place], step.protocol.body)
        prompt = f"{name}: a number, or Enter for {FIT_WORDS[asking.fits[asking.place]]}"
        return asking.chosen(talk.choose(prompt, options, usual=asking.usual))

    return told_all(half.form or FitAsking.of(step, former), len(step.sides), told, half).end().out


def ask_gather(talk: Talk, step: GatherStep) -> Acknowledged:
    """All that the chosen tests need."""
    return followed(talk, gather_asking(step))


def ask_expect(
    talk: Talk, step: ExpectStep, former: ExpectAnswer | None, half: Half[ExpectAsking]
) -> ExpectAnswer:
    """What is expected of each side, as usual unless said otherwise; before any trial."""
    names = {p.id: p.short for p in step.protocols}
    options = [(k, EXPECT_WORDS[v]) for k, v in EXPECT_KEYS.items()]
    asking = half.form or ExpectAsking.of(step, former)

    def named(test: str, side: Side) -> str:
        return names[test] if side == "both" else f"{names[test]}, {side}"

    def told(asking: ExpectAsking) -> ExpectAsking:
        prompt = (
            f"{named(*asking.places[asking.place])}; Enter for {EXPECT_WORDS[asking.expected[asking.place]]}"
        )
        return asking.chosen(talk.choose(prompt, options, usual=asking.usual))

    while True:
        page = asking.page()
        talk.say(page.title, *page_lines(page)[1:2])
        stands = zip(asking.places, asking.expected, strict=True)
        talk.say(*(f"- {named(*place)}: {EXPECT_WORDS[expected]}" for place, expected in stands))
        keys = (("c", "say otherwise, one after the other"),)
        if talk.choose("Enter takes it as it stands", keys, usual="") == "":
            return asking.end().out
        asking = walked(asking, len(asking.places), told, half).form


def warm_up(desk: Desk, step: WarmUpStep, *, done: bool) -> Acknowledged:
    """Warming up, by the clock; nothing ticks. `done`: it was done before."""
    talk = desk.talk
    talk.say(*page_lines(warm_up_page(step, 0 if done else None)))
    if done:
        talk.ask(Ask(f"Enter: {ON}", usual=""))
        return Acknowledged()
    talk.ask(Ask("Enter starts it", usual=""))
    end = desk.clock.monotonic() + step.seconds
    # How the first test goes is not read here as on screen: its own page says it right afterwards.
    talk.say("It has begun. You are told when it is over.")
    while (left := end - desk.clock.monotonic()) > 0:
        talk.ask(Ask("Warming up; Enter waits on", usual=""), wait=desk.clock.interval(left))
    desk.cues.give(Cue("stop", end))
    over = warm_up_page(step, 0).blocks
    talk.say(*(block.text for block in over if isinstance(block, Para) and block.tone == "strong"))
    talk.ask(Ask(f"Enter: {ON}", usual=""))
    return Acknowledged()
