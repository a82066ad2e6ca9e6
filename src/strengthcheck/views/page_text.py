"""The page for the doctor as lines of text: a preview for the terminal, with the same words and figures."""

from typing import NamedTuple

from strengthcheck.views.page_data import Block, PageData, ResultLine, SideLine
from strengthcheck.views.page_lines import DASH, changed_words
from strengthcheck.views.page_words import BREAK
from strengthcheck.wording import doctor


class PreviewLine(NamedTuple):
    """One line: what stands out at its beginning, and the rest."""

    strong: str
    text: str = ""


_EMPTY = PreviewLine("")


def preview(page: PageData) -> tuple[str, ...]:
    """Page 1 in the order it is read, an empty line between its parts; charts are left to paper."""
    return tuple(line.strong + line.text for line in preview_lines(page))


def preview_lines(page: PageData) -> tuple[PreviewLine, ...]:
    """The same, each line with what stands out in it."""
    parts = [
        [PreviewLine(page.title), PreviewLine(page.name), PreviewLine("", " · ".join(page.about))],
        [_told(b, "(room to write by hand)") for b in page.own],
        [PreviewLine("Examined by a doctor before?", f" {page.examined}")],
        [_told(b) for b in page.facts],
        [PreviewLine(page.headline) if page.lines else PreviewLine("", page.nothing)],
        *(_result(line) for line in page.lines),
        [PreviewLine("", text) for text in page.others],
        [PreviewLine("", _key(text)) for text in page.keys],
        [PreviewLine("", text) for text in page.how],
        [PreviewLine("", _after(page))],
        [PreviewLine("", page.footer)],
    ]
    lines: list[PreviewLine] = []
    for part in parts:
        said = [line for line in part if line != _EMPTY]
        lines += [_EMPTY, *said] if lines and said else said
    return tuple(PreviewLine(*(text.replace(BREAK, "") for text in line)) for line in lines)


def _told(b: Block, nothing: str = "") -> PreviewLine:
    text = " / ".join(part for part in b.words.lines if part) or nothing
    return PreviewLine(f"{b.title}:", f" {text}") if text else _EMPTY


def _result(line: ResultLine) -> list[PreviewLine]:
    used = f", {line.object}" if line.object else ""
    event = [PreviewLine("", f"  {line.event}")] if line.event else []
    return [
        PreviewLine(line.test, f" ({line.measure}{used})"),
        *(told for side in line.sides for told in _side(side)),
        *event,
    ]


def _key(text: str) -> str:
    """How the page is read; the charts that one line speaks of are not here."""
    return f"Charts, on paper alone. {text}" if text == doctor.KEY_CHART.text else text


def _side(side: SideLine) -> tuple[PreviewLine, ...]:
    """A side's figures; what the table marks with a dash, since it is not there yet, is not read out."""
    usual = f"usual {side.usual.text}, " if side.usual.text != DASH else ""
    figures = PreviewLine(f"  {side.name}:", f" {usual}latest {side.latest.text} on {side.latest_on}")
    changed = changed_words(side)
    if not changed:
        return (figures,)
    line = f"    {changed}"
    return (figures, PreviewLine(line) if side.confirmed else PreviewLine("", line))


def _after(page: PageData) -> str:
    """What follows from page 2 on."""
    held = [
        "what had no room here" if page.continued else "",
        ("1 note" if len(page.notes) == 1 else f"{len(page.notes)} notes") if page.notes else "",
        "every try, the method and the tests" if page.appendix is not None else "",
    ]
    named = ", ".join(h for h in held if h)
    return f"From page 2 on: {named}." if named else ""
