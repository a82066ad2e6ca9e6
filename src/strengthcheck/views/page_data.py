"""The page for the doctor as plain data: every word and figure that is printed, each with where it came from.

Nothing here is computed again on the way to paper: numbers are text already, places in a chart are whole
ten-thousandths of its width and height, counted from the left and from the bottom.
"""

from typing import Literal
from uuid import UUID

from strengthcheck.model.base import Frozen, Side

Paper = Literal["a4", "letter"]
"""The sizes of paper."""

WHOLE = 10_000
"""The width and the height of a chart."""


class Source(Frozen):
    """Trials of one check that a figure was taken from."""

    check: UUID
    result: int
    """Which result of the check, counted from 0."""
    trials: tuple[int, ...]
    """Which trials of that result, counted from 0."""


class Figure(Frozen):
    """A number as printed, and the trials behind it."""

    text: str
    sources: tuple[Source, ...] = ()


class Words(Frozen):
    """A person's text in lines; data, never markup."""

    lines: tuple[str, ...] = ()
    rtl: bool = False
    """Written from right to left."""


class Block(Frozen):
    """A heading with what the person wrote or answered."""

    title: str
    words: Words
    continued: bool = False
    """Its rest stands on the next page."""


class Tick(Frozen):
    """A mark on an axis."""

    at: int
    label: str


class Mark(Frozen):
    """One check in a chart."""

    x: int
    y: int
    kind: Literal["value", "could_not", "aside"]
    """`aside`: an extra check, or one set aside for a sore limb or an illness; it enters no comparison."""


class Panel(Frozen):
    """One side's values over time."""

    side: Side
    marks: tuple[Mark, ...]
    low: int | None = None
    high: int | None = None
    """The ends of the own usual range."""
    centre: int | None = None
    alt: str
    """The same in a sentence."""


class Chart(Frozen):
    """Left and right on one scale of values and one of time."""

    panels: tuple[Panel, ...]
    values: tuple[Tick, ...]


class SideLine(Frozen):
    """One side of one test."""

    side: Side
    name: str
    usual: Figure
    latest: Figure
    latest_on: str
    change: Figure
    """The two latest checks against the own usual."""
    standing: str
    """Whether the change is confirmed; no other judgement. Empty where the headline has said it of all."""
    confirmed: bool


class ResultLine(Frozen):
    """One test with one object: its sides, its chart, and what was entered beside it."""

    test: str
    protocol: str
    """The test's id."""
    measure: str
    """What was measured, with its unit."""
    object: str
    rungs: bool
    """It has no number, and four rungs instead."""
    event: str
    """An injury, illness or the like that was entered before a change."""
    ids: str
    """The first and the last check behind this line, as the record names them."""
    checks: tuple[UUID, ...]
    sides: tuple[SideLine, ...]
    chart: Chart


class TrialRow(Frozen):
    """The trials of one side of one test, in the order done."""

    test: str
    side: str
    trials: str
    effort: str
    remark: str


class CheckRows(Frozen):
    """One check in the appendix."""

    title: str
    note: Words
    rows: tuple[TrialRow, ...]


class TestText(Frozen):
    """A test as it was done."""

    title: str
    lines: tuple[str, ...]


class Appendix(Frozen):
    """What follows for who wants all of it."""

    method: tuple[str, ...]
    key: str
    """How to read the trials."""
    checks: tuple[CheckRows, ...]
    left_out: str
    """How many trials are not printed, and where they are."""
    tests: tuple[TestText, ...]


class PageData(Frozen):
    """The whole document."""

    language: str = "en"
    title: str
    author: str
    name: str
    """Empty unless chosen."""
    about: tuple[str, ...]
    """Birth year, writing hand, period, date."""
    person: str = ""
    """What of these is about the person; empty where nothing is known."""
    own: tuple[Block, ...]
    """The main concern and the wish; an empty one is left to be written by hand."""
    examined: str
    unanswered: bool = False
    """Nothing is known of an examination."""
    facts: tuple[Block, ...]
    blank: tuple[str, ...]
    """Headings to write under by hand, where nothing was told and nothing done."""
    left_facts: int
    """How many of the facts stand in the left column."""
    headline: str
    """Which changes are confirmed, or that none is."""
    lines: tuple[ResultLine, ...]
    nothing: str
    """Said in place of the lines when there is none."""
    axis: tuple[Tick, ...]
    """Dates under every chart."""
    events: tuple[int, ...]
    """Where entered events stand on the axis."""
    keys: tuple[str, ...]
    """How to read the table and the charts."""
    others: tuple[str, ...]
    """What was done and has no line."""
    named: int = 0
    """How many tests have no line and are named."""
    how: tuple[str, ...]
    """How the checks were done."""
    footer: str
    made_with: str
    continued: tuple[Block, ...]
    notes: tuple[Block, ...]
    appendix: Appendix | None = None
