"""What a person reads in a FHIR document without a program that knows our codes: XHTML, all text escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from strengthcheck.exchange.fhir.codes import Json, plain

_OPEN = '<div xmlns="http://www.w3.org/1999/xhtml">'


def narrative(text: str) -> Json:
    """One paragraph."""
    return _generated(f"<p>{_safe(text)}</p>")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Json:
    """A table with a head."""
    top = "".join(f"<th>{_safe(h)}</th>" for h in head)
    body = "".join("<tr>" + "".join(f"<td>{_safe(c)}</td>" for c in row) + "</tr>" for row in rows)
    return _generated(f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>")


def _generated(inside: str) -> Json:
    return {"status": "generated", "div": f"{_OPEN}{inside}</div>"}


def _safe(text: str) -> str:
    return escape(plain(text)) or "–"
