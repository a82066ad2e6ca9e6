"""Sets the page by Typst: no network, no file read but our own, the same bytes for the same data and day."""

import re
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from strengthcheck.views.page_data import PageData, Paper

STRICT = ("ua-1", "a-2a")
"""PDF/UA-1, which a screen reader can read, and PDF/A-2a, which can be read in fifty years."""

_HERE = Path(__file__).parent
_MOST_MISSING = 200
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_GLYPH = "\u200b\u200c\u200d\ufe0e\ufe0f"
"""Characters that are never seen by themselves."""

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
    """The page can't be made into a file; the text says why."""


def build_page(page: PageData, paper: Paper, made_on: date) -> Built:
    """The page as PDF.

    Our own fonts are tried first, then the system's, then a plain tagged PDF with what no font has named.
    Raises CannotSet where there is no typesetter.
    """
    compiled = partial(_compiled, paper=paper, stamp=datetime.combine(made_on, time(12), UTC))
    data = page.model_dump_json()
    for system in (False, True):
        try:
            return Built(compiled(data, system=system, standards=STRICT), STRICT, (), not system)
        except _Unset:
            continue
    try:
        return Built(compiled(data, system=True, standards=()), (), _all_missing(data), False)
    except _Unset as e:
        raise CannotSet(f"the page can't be set: {e}") from None


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
    """Typst refused; the text says why."""


def _all_missing(data: str) -> tuple[str, ...]:
    """Every character without a font here: a line of all that are not ASCII, one refusal at a time."""
    typst = _typst()
    fonts = typst.Fonts(include_system_fonts=True, font_paths=[_HERE / "fonts"])
    compiler = typst.Compiler(_HERE / "probe.typ", root=_HERE, font_paths=fonts)
    left = dict.fromkeys(c for c in data if not c.isascii() and c not in _NO_GLYPH)
    found: list[str] = []
    while left and len(found) < _MOST_MISSING:
        try:
            compiler.compile(format="pdf", sys_inputs={"line": " ".join(left)}, pdf_standards=list(STRICT))
        except typst.TypstError as e:
            named = [c for c in _missing_in(str(e.message)) or "" if c in left]
            if not named:
                break
            found += named
            for c in named:
                del left[c]
        else:
            break
    return tuple(found)


def _missing_in(reason: str) -> str | None:
    """The text without a font that a refusal names."""
    found = _MISSING.search(reason)
    return _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), found.group(1)) if found else None


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
        raise _Unset(str(e.message)) from None
    return bytes(made)


def _inputs(data: str, paper: Paper) -> dict[str, str]:
    return {"page": data, "paper": _SIZES[paper]}


def _typst() -> Any:
    """The typesetter, loaded when a page is asked for. Raises CannotSet where there is none."""
    try:
        import typst
    except ImportError:
        raise CannotSet("the page needs the package typst, which is not installed on this system") from None
    return typst
