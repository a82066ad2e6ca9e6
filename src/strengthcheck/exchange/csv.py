"""The record as a table: one row for each measure of each trial. For spreadsheets and for pandas."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from strengthcheck.analysis.series import Lookup
from strengthcheck.exchange.ucum import ucum
from strengthcheck.model.base import Number
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.protocol import Protocol
from strengthcheck.model.series import Kept
from strengthcheck.views.displayable import displayable

COLUMNS = (
    "check_id",
    "started_at",
    "planned",
    "protocol",
    "protocol_version",
    "object",
    "side",
    "trial",
    "measure",
    "value",
    "unit",
    "outcome",
    "valid",
    "reason",
    "reason_note",
    "effort",
    "pain",
    "timed_by",
    "lost_focus",
    "expected",
    "felt",
    "note",
)
"""The first row. docs/report.md says what each column holds."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""A text that begins so would be run by a spreadsheet, or loses its first sign there."""

_Row = dict[str, Any]


def write_csv(checks: Iterable[Kept], lookup: Lookup, *, notes: bool = True) -> str:
    """The table of these checks, oldest first, with lines that end in CR LF (RFC 4180).

    Numbers are written so that reading them gives the very same number. A text that a spreadsheet would take
    for a formula gets a ' in front, and so does one that begins with '. What drives a terminal or hides is
    made visible. A check's note stands in its first row alone.

    Args:
        checks: the checks with the protocol texts they were made with.
        lookup: finds the protocol that a reference names; without one a result's units stay empty.
        notes: whether free text by the person (of a check, of an invalid trial) is in it.

    """
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for kept in sorted(checks, key=lambda k: (k.check.started_at, str(k.check.id))):
        for number, row in enumerate(_rows(kept, lookup)):
            if number or not notes:
                row["note"] = ""
            if not notes:
                row["reason_note"] = ""
            table.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _rows(kept: Kept, lookup: Lookup) -> Iterator[_Row]:
    refs = {ref.id: ref for ref in kept.uses}
    for result in kept.check.results:
        ref = refs.get(result.protocol)
        used = lookup(ref) if ref is not None else None
        version = ref.version if ref is not None else result.protocol_version
        for number, trial in enumerate(result.trials, 1):
            shared = {
                **_of_check(kept.check),
                **_of_trial(result, trial, number),
                "protocol_version": version,
            }
            for measured in _measured(trial, used.protocol if used else None):
                yield {**shared, **measured}


def _of_check(check: Check) -> _Row:
    return {
        "check_id": str(check.id),
        "started_at": check.started_at.isoformat(),
        "planned": "planned" if check.planned else "extra",
        "note": check.note,
    }


def _of_trial(result: Result, trial: Trial, number: int) -> _Row:
    return {
        "protocol": result.protocol,
        "object": result.object,
        "side": trial.side,
        "trial": number,
        "outcome": _outcome(trial),
        "valid": "valid" if trial.counts else "invalid" if trial.invalid else "",
        "reason": trial.invalid or trial.skipped,
        "reason_note": trial.invalid_note,
        "effort": trial.effort,
        "pain": trial.pain,
        "timed_by": trial.timed_by,
        "lost_focus": "yes" if trial.lost_focus else "",
        "expected": result.expected.of(trial.side) if result.expected else None,
        "felt": result.felt.of(trial.side) if result.felt else None,
    }


def _outcome(trial: Trial) -> str:
    if trial.skipped is not None:
        return "skipped"
    if trial.could_not:
        return "could_not"
    return "done" if trial.values else "no_value"


def _measured(trial: Trial, protocol: Protocol | None) -> list[_Row]:
    """One row for each value, and at least one.

    Could not is rung 0, and an empty cell for what is below measuring. A skip has neither measure nor value.
    """
    rows: list[_Row] = []
    if trial.could_not and protocol is not None:
        asked = [m for m in protocol.measures if not m.optional]
        rows = [_Row(measure=m.id, value=0 if m.id == "ladder" else None, unit=ucum(m)) for m in asked]
    for name, value in trial.values.items():
        found = protocol.measure(name) if protocol else None
        rows.append(_Row(measure=name, value=value, unit=ucum(found) if found else ""))
    return rows or [_Row(measure="", value=None, unit="")]


def _cell(value: str | Number | None) -> str | Number:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    plain = displayable(value, newlines=True)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
