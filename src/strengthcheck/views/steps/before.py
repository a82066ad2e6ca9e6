"""The steps before the first trial: early, sore, fit, gather, expect, warm-up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from strengthcheck.guide.steps import ExpectStep, FitStep, GatherStep, SoreStep, WarmUpStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import Expectation
from strengthcheck.model.event import Acknowledged
from strengthcheck.model.profile import FitLevel
from strengthcheck.model.protocol import Protocol
from strengthcheck.views.dates import date_words
from strengthcheck.views.steps.asking import BACK_KEYS, Asking, Ended, OnePage, Wish
from strengthcheck.views.steps.page import (
    Block,
    Cell,
    Choice,
    Field,
    Head,
    Para,
    Points,
    Row,
    StepPage,
    paras,
    unwrapped,
)
from strengthcheck.views.steps.words import LIMB_WORDS, capital_side, clock_words, lasting_words, listed
from strengthcheck.wording import early, setup

SORE_DAYS = 7
"""Soreness takes a week or longer to pass (docs/evidence.md#what-moves-a-result)."""
WAIT_SECONDS = 600
"""The ten minutes of `early.worry`."""

FIT_WORDS: dict[FitLevel, str] = {
    "fine": "always fine",
    "always_hard": "always hard for me",
    "became_hard": "has become hard",
}
FIT_KEYS: dict[str, FitLevel] = {"1": "fine", "2": "always_hard", "3": "became_hard"}
EXPECT_WORDS: dict[Expectation, str] = {"weaker": "weaker", "as_usual": "as usual", "stronger": "stronger"}
EXPECT_KEYS: dict[str, Expectation] = {"w": "weaker", "u": "as_usual", "s": "stronger"}


def why_early_page(days: int) -> StepPage:
    """Before its date: why one would rather wait, and why it is wanted all the same."""
    return StepPage(
        "It is not time for a check yet",
        (Para(early.WHY.say(when=days_ago(days))), Para("What brings you here today?")),
        (
            Choice("1", "Something I could do and now can't"),
            Choice("2", "I am worried"),
            Choice("3", "Something else"),
        ),
    )


def days_ago(days: int) -> str:
    """How long ago, in whole days."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def worry_page(typed: str, note: str = "", after: bool = False) -> StepPage:
    """How strong the worry is, before or after the wait."""
    title = "How strong is the worry now?" if after else "How strong is the worry, before anything else?"
    return StepPage(
        title,
        (Field(typed, "0 is none, 10 is the worst you know.", "0 is none, 10 is the worst you know", True),),
        note=note,
        keys=(Choice("enter", "go on"),),
    )


def self_tests_page(typed: str, note: str = "") -> StepPage:
    """How often outside the program? Asked once a week."""
    return StepPage(
        "Outside these checks",
        (Para(early.SELF_TESTS.text), Field(typed, ask="A rough number", optional=True)),
        note=note,
        keys=(Choice("enter", "go on"),),
    )


def wait_offer_page(before: Iterable[str] = (), after: Iterable[str] = ()) -> StepPage:
    """Ten minutes first? `before`: what was written down earlier; `after`: what else helps."""
    return StepPage(
        "Give it ten minutes first?",
        (Para(early.WORRY.text), *paras(before), *paras(after, "quiet")),
        (Choice("1", "Wait ten minutes"), Choice("2", "Leave it for today"), Choice("3", "Go on to a check")),
        keys=(Choice("enter", "wait"),),
    )


def wait_page(left: float) -> StepPage:
    """The wait itself. Minutes only, so that nothing ticks."""
    minutes = max(1, -(-int(left) // 60))
    words = "1 minute" if minutes == 1 else f"{minutes} minutes"
    return StepPage(
        "Ten minutes",
        (Para(f"About {words} left. You can do something else; the wait goes on."),),
        keys=(
            Choice("w", "write down what you feel"),
            Choice("l", "leave it for today"),
            Choice("o", "go on without waiting"),
        ),
    )


def extra_page() -> StepPage:
    """An extra check is about to start."""
    return StepPage(
        "An extra check, then",
        (Para(early.EXTRA.text),),
        (Choice("1", "Leave it for today"), Choice("2", "Do the extra check")),
        keys=(),
    )


def sore_page(step: SoreStep, today: date) -> StepPage:
    """The offer to wait a week."""
    limbs = listed(tuple(LIMB_WORDS[limb] for limb in step.limbs))
    later = _a_week_later(today)
    return StepPage(
        "Sore today",
        (
            Para(early.SORE.say(date=date_words(later, today))),
            Para(f"Told today: {limbs}. Results of these limbs are kept, but start no change.", "quiet"),
        ),
        (Choice("1", f"Leave it, and come back on {date_words(later, today)}"), Choice("2", "Go on today")),
        keys=(),
    )


def sore_left_page(today: date) -> StepPage:
    """The check is left for today: which day is soon enough."""
    return StepPage(
        "Sore today",
        (Para(early.SORE_LEFT.say(date=date_words(_a_week_later(today), today))),),
        keys=(Choice("enter", "back to the start"), Choice("escape", "I would rather go on")),
    )


def _a_week_later(today: date) -> date:
    return today + timedelta(days=SORE_DAYS)


@dataclass(frozen=True)
class SoreAsking(Asking[Acknowledged | Wish]):
    """A week later, or go on; what was chosen is said once before the check is left."""

    step: SoreStep
    today: date
    left: bool = False

    def page(self) -> StepPage:
        """The offer, or the day on which to come back."""
        return sore_left_page(self.today) if self.left else sore_page(self.step, self.today)

    def press(self, key: str) -> "SoreAsking | Ended[Acknowledged | Wish] | None":
        """1 leaves it and 2 goes on; Enter leaves the page that says when to come back."""
        if self.left:
            return Ended("leave") if key == "enter" else replace(self, left=key not in BACK_KEYS)
        match key:
            case "1":
                return replace(self, left=True)
            case "2":
                return Ended(Acknowledged())
            case _:
                return None


def fit_page(step: FitStep, fits: Mapping[Side, FitLevel], current: Side) -> StepPage:
    """Could each side always do this test?"""
    assert step.protocol.fit is not None
    body = step.protocol.body
    cells = tuple(Cell(FIT_WORDS[fits[s]], s, s == current) for s in step.sides)
    names = tuple(Cell(capital_side(s, body), s) for s in step.sides)
    return StepPage(
        step.protocol.fit.ask,
        (
            Para("Asked once, about the years before now.", "quiet"),
            Row("", names, heading=True),
            Row("", cells),
        ),
        tuple(Choice(k, FIT_WORDS[v]) for k, v in FIT_KEYS.items()),
        keys=(Choice("enter", "go on"), Choice("left_right", "change side")),
    )


def gather_page(step: GatherStep) -> StepPage:
    """All that is needed, at once."""
    blocks: list[Block] = [Para("Put these within reach, so that you need not get up half-way.")]
    for protocol in step.protocols:
        if protocol.equipment:
            blocks += [Head(protocol.short), Points(protocol.equipment)]
    return StepPage("What you need", tuple(blocks), keys=(Choice("enter", "it is all here"),))


def gather_asking(step: GatherStep) -> OnePage[Acknowledged]:
    """On when it is all there."""
    return OnePage(gather_page(step), (("enter", Acknowledged()),))


def expect_page(
    step: ExpectStep, chosen: Mapping[tuple[str, Side], Expectation], current: tuple[str, Side]
) -> StepPage:
    """One grid: tests and sides."""
    blocks: list[Block] = [
        Para("Before anything is tried: how do you expect each side to do, compared with its usual?"),
        Row(" ", (Cell("Left", "left"), Cell("Right", "right")), heading=True),
    ]
    for protocol in step.protocols:
        cells = tuple(
            Cell(EXPECT_WORDS[chosen[(protocol.id, side)]], side, (protocol.id, side) == current)
            for side in (protocol.hands or ("both",))
            if (protocol.id, side) in chosen
        )
        blocks.append(Row(protocol.short, cells))
    return StepPage(
        "What do you expect?",
        tuple(blocks),
        keys=(
            Choice("w", "weaker"),
            Choice("u", "as usual"),
            Choice("s", "stronger"),
            Choice("left_right", "side"),
            Choice("up_down", "test"),
            Choice("enter", "go on"),
        ),
    )


HANDS_WARM_UP = (
    "Open and close both hands twenty times, circle the wrists, rub the hands warm. Gently, no force."
)


def warm_up_page(step: WarmUpStep, left: float | None) -> StepPage:
    """Warming up. `left` is the time left; none before it began, 0 when it is over."""
    own = step.protocol.warm_up if step.protocol else None
    text = unwrapped(own.text) if own is not None else HANDS_WARM_UP
    title = f"Warm-up for {step.protocol.short.lower()}" if step.protocol else "Warm up your hands"
    blocks: tuple[Block, ...] = (Para(text), Para(setup.BREATHE.text))
    if left is None:
        start = Para(f"It takes {lasting_words(step.seconds)}, the same each time.", "quiet")
        return StepPage(title, (*blocks, start), keys=(Choice("enter", "start"),))
    meanwhile = _meanwhile(step.then)
    if left > 0:
        return StepPage(title, (*blocks, Para(f"{clock_words(left)} left.", "strong"), *meanwhile))
    over = Para("That is enough.", "strong")
    return StepPage(title, (*blocks, over, *meanwhile), keys=(Choice("enter", "go on"),))


def _meanwhile(then: Protocol | None) -> tuple[Block, ...]:
    """How the first test goes and what to take care of, to read while the hands are busy."""
    if then is None:
        return ()
    steps = Points(tuple(unwrapped(s) for s in then.steps), numbered=True)
    care: tuple[Block, ...] = (Head("Take care"), Points(then.safety)) if then.safety else ()
    return (Head(f"To read meanwhile: {then.short.lower()}"), steps, *care)
