"""The page for the doctor as lines of text: a preview for the terminal, with the same words and figures."""

from strengthcheck.views.page_data import Block, PageData, ResultLine, SideLine

_BREAK = "\u200b"
"""Where paper may break a long word; a terminal breaks it by itself."""


def preview(page: PageData) -> tuple[str, ...]:
    """Page 1 in the order it is read, an empty line between its parts; charts are left to paper."""
    parts = [
        [page.title, *([page.name] if page.name else []), " · ".join(page.about)],
        [_told(b) or f"{b.title}: (room to write by hand)" for b in page.own],
        [f"Examined by a doctor before? {page.examined}"],
        [_told(b) for b in page.facts],
        [page.headline, *(text for line in page.lines for text in _result(line))]
        if page.lines
        else [page.nothing],
        list(page.others),
        list(page.how),
        [_after(page)],
        [page.footer],
    ]
    lines: list[str] = []
    for part in parts:
        said = [text for text in part if text]
        lines += ["", *said] if lines and said else said
    return tuple(text.replace(_BREAK, "") for text in lines)


def _told(b: Block) -> str:
    text = " / ".join(part for part in b.words.lines if part)
    return f"{b.title}: {text}" if text else ""


def _result(line: ResultLine) -> list[str]:
    used = f", {line.object}" if line.object else ""
    event = [f"  {line.event}"] if line.event else []
    return [f"{line.test} ({line.measure}{used})", *(f"  {_side(s)}" for s in line.sides), *event]


def _side(side: SideLine) -> str:
    return (
        f"{side.name}: usual {side.usual.text}, latest {side.latest.text} on {side.latest_on}, "
        f"change {side.change.text}, {side.standing}"
    )


def _after(page: PageData) -> str:
    """What follows from page 2 on."""
    held = [
        "what had no room here" if page.continued else "",
        f"{len(page.notes)} notes" if page.notes else "",
        "every trial, the method and the tests" if page.appendix is not None else "",
    ]
    named = ", ".join(h for h in held if h)
    return f"From page 2 on: {named}." if named else ""
