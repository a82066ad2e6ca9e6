"""Sets the page by Typst: no network, no file read but our own, the same bytes for the same data and day."""

import re
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from strengthcheck.views.page_data import PageData

Paper = Literal["a4", "letter"]

STRICT = ("ua-1", "a-2a")
"""PDF/UA-1, which a screen reader can read, and PDF/A-2a, which can be read in fifty years."""

_HERE = Path(__file__).parent
_MOST_MISSING = 40
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

_SIZES = {"a4": "a4", "letter": "us-letter"}


class Built(NamedTuple):
    """A finished document."""

    pdf: bytes
    standards: tuple[str, ...]
    """What it keeps to; none when a character has no font here, then it is plain tagged PDF."""
    missing: tuple[str, ...]
    """The characters that no font on this machine has, as far as they could be told."""
    shipped_fonts: bool
    """Whether only our own fonts were needed: then the bytes are the same on every machine."""


class CannotSet(Exception):
    """The page can't be set; the text says why."""


def build_page(page: PageData, paper: Paper, made_on: date) -> Built:
    """The page as PDF.

    Our own fonts are tried first, then the system's, then a plain tagged PDF with what no font has named.
    Raises CannotSet for what should not happen.
    """
    compiled = partial(_compiled, paper=paper, stamp=datetime.combine(made_on, time(12), UTC))
    data = page.model_dump_json()
    for system in (False, True):
        try:
            return Built(compiled(data, system=system, standards=STRICT), STRICT, (), not system)
        except _Unset:
            continue
    missing = _all_missing(data, compiled)
    try:
        return Built(compiled(data, system=True, standards=()), (), missing, False)
    except _Unset as e:
        raise CannotSet(e.reason) from None


def page_pictures(page: PageData, paper: Paper, made_on: date, *, per_inch: float = 72) -> list[bytes]:
    """Every page as a PNG, set with our own fonts alone."""
    stamp = datetime.combine(made_on, time(12), UTC)
    inputs = _inputs(page.model_dump_json(), paper)
    made = _typst().compile(
        _HERE / "page.typ",
        root=_HERE,
        format="png",
        ppi=per_inch,
        font_paths=[_HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        timestamp=stamp,
    )
    return list(made) if isinstance(made, list) else [made]


class _Unset(Exception):
    """Typst refused; `missing` is the text without a font, if that was why."""

    def __init__(self, reason: str, missing: str | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.missing = missing


def _all_missing(data: str, compiled: Any) -> tuple[str, ...]:
    """Every character without a font, found one refusal at a time."""
    found: list[str] = []
    while len(found) < _MOST_MISSING:
        try:
            compiled(data, system=True, standards=STRICT)
        except _Unset as e:
            new = [c for c in e.missing or "" if c not in found and c in data]
            if not new:
                break
            found += new
            for c in new:
                data = data.replace(c, "?")
        else:
            break
    return tuple(found)


def _compiled(data: str, *, paper: Paper, stamp: datetime, system: bool, standards: tuple[str, ...]) -> bytes:
    typst = _typst()
    try:
        made = typst.compile(
            _HERE / "page.typ",
            root=_HERE,
            format="pdf",
            font_paths=[_HERE / "fonts"],
            ignore_system_fonts=not system,
            sys_inputs=_inputs(data, paper),
            pdf_standards=list(standards),
            timestamp=stamp,
        )
    except typst.TypstError as e:
        reason = str(e.message)
        found = _MISSING.search(reason)
        missing = _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), found.group(1)) if found else None
        raise _Unset(reason, missing) from None
    return bytes(made)


def _inputs(data: str, paper: Paper) -> dict[str, str]:
    return {"page": data, "paper": _SIZES[paper]}


def _typst() -> Any:
    """The typesetter, loaded when a page is asked for."""
    import typst

    return typst
