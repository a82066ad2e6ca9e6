"""A page as lines of text: what a step, a question or a view says, without drawings and without columns."""

import re
import textwrap
from collections.abc import Iterable

from strengthcheck.views.steps.page import (
    Big,
    Block,
    Field,
    Head,
    Para,
    Picture,
    Points,
    Row,
    StepPage,
    bold_spans,
)

_MARK = re.compile(r" *(?:(?:\d+\. |\d+  |- |[a-z+]  ) *)?")
"""What stands before an item of a list: what follows it is set under its first word."""

_GLUED = re.compile(r"(?<=\d) (?=\d|%|(?:kg|N|lb|s|seconds?|minutes?|bpm)\b)")
"""A space inside a telephone number, or before a unit: no line is broken there."""

_TIME_LEFT = re.compile(r"(?:(?<=Rest a little: )|(?<!\S)(?=\S+ left\.))(\d{1,2}):(\d{2})")
"""1:43 where it is time left."""

_ITEM = re.compile(r"- |\d+\. ")
_HEADING = re.compile(r"(#+) (.*)$")

WIDTH = 78
"""Cells of a line: what every terminal and most braille readers' review fit."""


def page_lines(page: StepPage) -> tuple[str, ...]:
    """A step's page from its title to its note; its choices and keys are asked for elsewhere."""
    lines = [page.title]
    for block in page.blocks:
        lines += block_lines(block)
    return tuple(heard(line) for line in (*lines, *([page.note] if page.note else ())))


def heard(text: str) -> str:
    """A line as it is heard: no dots between its parts, and time left not as a time of the day."""
    return _TIME_LEFT.sub(_in_words, text.replace(" · ", ", "))


def _in_words(found: re.Match[str]) -> str:
    minutes, seconds = int(found[1]), int(found[2])
    said = "one minute" if minutes == 1 else f"{minutes} minutes"
    return f"{said} {seconds}" if seconds else said


def block_lines(block: Block) -> tuple[str, ...]:
    """One block of a page. A drawing says nothing here, the steps beside it do; a field is asked for."""
    match block:
        case Para():
            return (plain(block.text),)
        case Head():
            return (f"{block.text}{'.' if ':' in block.text else ':'}",)
        case Points():
            return tuple(
                f"{f'{i}.' if block.numbered else '-'} {plain(item)}" for i, item in enumerate(block.items, 1)
            )
        case Row():
            cells = ", ".join(cell.text.strip() for cell in block.cells if cell.text.strip())
            label = block.label.strip()
            return (f"{label}: {cells}" if label and cells else label or cells,)
        case Big() | Picture() | Field():
            return ()


def plain(text: str) -> str:
    """The text without the marks of bold."""
    return "".join(piece for piece, _ in bold_spans(text))


def prose_lines(prose: str) -> tuple[str, ...]:
    """Prose of the views (headings, paragraphs, lists) as lines: no signs of headings, no marks of bold."""
    said = []
    for part in re.split(r"\n\s*\n", prose.strip()):
        lines = part.split("\n")
        if not all(_ITEM.match(line) for line in lines):
            lines = [" ".join(part.split())]
        said += [plain(line) for line in lines]
    return tuple(_HEADING.sub(r"\2:", line) if _HEADING.match(line) else line for line in said)


def wrapped(texts: Iterable[str], width: int = WIDTH) -> str:
    """Texts as lines of at most so many cells; a line break that stands in a text stays."""
    lines: list[str] = []
    for text in texts:
        for line in text.split("\n"):
            mark = _MARK.match(line)
            hangs = " " * mark.end() if mark else ""
            lines += textwrap.wrap(
                _GLUED.sub("\u00a0", line),
                width,
                subsequent_indent=hangs,
                break_long_words=False,
                break_on_hyphens=False,
            ) or [""]
    return "\n".join(lines).replace("\u00a0", " ")
