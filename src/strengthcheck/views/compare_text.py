"""The comparison as lines of text, and as data."""

from typing import Any

from strengthcheck.views.beside import beside_lines
from strengthcheck.views.compare import NOTHING_YET, CompareRow, CompareView
from strengthcheck.views.dates import weekday_words
from strengthcheck.views.rules import RULES

RUNGS = "rung"
QUIET = f"{RULES['nothing_spoke']}."
"""How the line of a rule ends that has nothing to tell."""

CHANGE_IS = "Change: the mean of the latest two checks against the middle of your usual range."

COLUMNS = (14, 24, 16, 16, 9)
"""Widths of side, course, usual, latest and change."""


def compare_lines(view: CompareView, *, numbers: bool = True) -> tuple[str, ...]:
    """The comparison for a terminal: sentences first, then each side's figures, the rule that spoke last."""
    if not view.rows:
        return (*(tuple(s.text for s in view.headline) or (NOTHING_YET,)), *view.unread)
    lines = [f"As of {weekday_words(view.as_of)}", ""]
    lines += [s.text for s in view.headline]
    for row in view.rows:
        lines += ["", *_row_lines(row, numbers)]
    if numbers and any(s.change for row in view.rows for s in row.sides):
        lines += ["", CHANGE_IS]
    lines += [""] * bool(view.low_days or view.felt) + list(beside_lines(view))
    lines += [""] * bool(view.unread) + list(view.unread)
    if view.caveat is not None:
        lines += ["", view.caveat.text]
    return tuple(lines)


def _row_lines(row: CompareRow, numbers: bool) -> list[str]:
    named = " · ".join(part for part in (row.title, row.object, row.measure, row.better) if part)
    lines = [named, *(f"  {s.text}" for s in row.said)]
    if numbers:
        lines += [f"  {line}" for line in _figures(row)]
        lines += [f"  {rule}" for rule in row.rules if row.unit != RUNGS or not rule.endswith(QUIET)]
    return lines


def _figures(row: CompareRow) -> list[str]:
    """Each side's figures: a table for numbers, a line in words for rungs."""
    if row.unit == RUNGS:
        return [f"{s.name}: {s.told}; latest: {s.latest or 'none'}" for s in row.sides]
    table = [(s.name, s.told, s.usual, s.latest, s.change) for s in row.sides]
    return [_columns(cells) for cells in (("", "course", "usual", "latest", "change"), *table)]


def _columns(cells: tuple[str, ...]) -> str:
    return "".join(c.ljust(w) for c, w in zip(cells, COLUMNS, strict=True)).rstrip()


def compare_data(view: CompareView) -> dict[str, Any]:
    """The comparison as JSON values: every reading with its evidence, every sentence with id and source."""
    return {
        "as_of": view.as_of.isoformat(),
        "worth_showing": view.worth_showing,
        "sentences": [s._asdict() for s in view.headline],
        "pairs": [
            {
                "protocol": row.key.protocol,
                "object": row.object or None,
                "measure": row.key.measure,
                "unit": row.unit,
                "timed_by": row.key.timed_by,
                "checks": [str(c) for c in row.checks],
                "days": [d.isoformat() for d in row.days],
                "courses": {s.side: s.course for s in row.sides},
                "sentences": [s._asdict() for s in row.said],
                "rules": list(row.rules),
                "given": row.given._asdict(),
                "reading": row.reading.model_dump(mode="json"),
            }
            for row in view.rows
        ],
        "limbs": [limb.model_dump(mode="json") for limb in view.limbs],
        "alone": view.alone,
        "felt": [f._asdict() for f in view.felt],
        "low_days": view.low_days._asdict() if view.low_days else None,
        "unread": list(view.unread),
        "caveat": view.caveat._asdict() if view.caveat else None,
    }
