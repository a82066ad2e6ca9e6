"""What the chooser says: the tests with their minutes, and why one can't be done today."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.views.dates import date_words
from strengthcheck.views.steps.page import Block, Cell, Choice, Para, Row, StepPage
from strengthcheck.wording import early, setup

MOST_MINUTES = 20
"""Nothing is proposed beyond this (docs/evidence.md#testing-oneself: 20 to 25 minutes at most)."""

WHY_WORDS = {
    "default": "",
    "again": "done last time",
    "owned": "you own one",
    "plays": "you play",
    "instead": "in place of the cap",
    "offered": "if you like",
    "own": "written by you",
    "not_owned": "if you have one",
    "not_played": "if you play",
    "always_hard": "always hard for you",
}
"""Why a test is there, or not."""

TOO_LONG = "left out to save time"
"""What is said of a test that would be proposed, were the check not too long with it."""


Lead = Literal["first", "usual", "confirm"]

LEADS: dict[Lead, str] = {
    "first": "These fit you. It takes longer the first time, with a page to read for each test.",
    "usual": "These are proposed. The same tests each time make the best comparison.",
    "confirm": "Only what is to be looked at again, on both sides. Your regular date stays as it is.",
}
"""What stands above the list."""

ALWAYS_HARD = "This was always hard for you, so it can say nothing about a change."
"""Why a test that was always hard on every side can't be chosen."""


def lead_of(*, confirm: bool, first_ever: bool) -> Lead:
    """Which words stand above the list."""
    return "confirm" if confirm else "first" if first_ever else "usual"


def why_words(why: str, *, too_long: bool) -> str:
    """Why a test is there, or not; empty where nothing is to be said."""
    return TOO_LONG if too_long else WHY_WORDS[why]


class TestChoice(NamedTuple):
    """One test in the list."""

    title: str
    minutes: float
    why: str
    chosen: bool
    open: bool
    too_long: bool = False
    """It is left out for the time alone."""


def unread_words(files: Sequence[str]) -> str:
    """That tests of one's own are not in the list, for their files can't be read; empty where all can."""
    if not files:
        return ""
    which = "A test of yours is" if len(files) == 1 else f"{len(files)} tests of yours are"
    return f"{which} not here, as {', '.join(files)} can't be read. “Tests” on the first page says why."


def choose_page(
    lines: Iterable[TestChoice], at: int, total: int, lead: Lead, note: str, unread: str = ""
) -> StepPage:
    """The tests, with the time they take together; `unread` tells of those that are not there."""
    rows: list[Block] = []
    lines = tuple(lines)
    widest = max((len(f"{line.minutes:g}") for line in lines), default=0)
    for i, line in enumerate(lines):
        mark = "[x]" if line.chosen else "[ ]" if line.open else " – "
        why = why_words(line.why, too_long=line.too_long and not line.chosen)
        minutes = f"{line.minutes:g}".rjust(widest) + " min"
        cell = Cell(f"{minutes}{f' · {why}' if why else ''}", None, False)
        cursor = "▸" if i == at else " "
        rows.append(Row(f"{cursor} {mark} {line.title}", (cell,), current=i == at))
    return StepPage(
        "Today's check",
        (
            Para(LEADS[lead]),
            *rows,
            Para(total_words(total), "strong"),
            *((Para(unread, "quiet"),) if unread else ()),
        ),
        note=note,
        keys=(
            Choice("enter", "start"),
            Choice("space", "choose or leave out"),
            Choice("up_down", "move"),
        ),
    )


def total_words(minutes: int) -> str:
    """How long it takes; beyond the most that is proposed it says so."""
    if not minutes:
        return "Nothing is chosen yet."
    much = (
        " That is more than most hands and minds like; two sittings do as well."
        if minutes > MOST_MINUTES
        else ""
    )
    return f"About {minutes} minutes, with questions and warm-up.{much}"


def not_now_page(kind: Literal["excluded", "week"], extra_from: date | None, today: date) -> StepPage:
    """Why no check starts today."""
    keys = (Choice("enter", "back to the start"),)
    if kind == "excluded" or extra_from is None:
        return StepPage("No tests for now", (Para(setup.EXCLUDED.text),), keys=keys)
    said = early.WEEK.say(date=date_words(extra_from, today))
    return StepPage("Not today", (Para(said),), (), "", (*keys, Choice("x", "something I can no longer do")))
