"""What stood around the values: each check's day, and the trials that do not count, by series.

A chart tells of them at its points. They enter no range and no reading.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from strengthcheck.analysis.series import Lookup, key_of
from strengthcheck.model.base import Side
from strengthcheck.model.check import Check, Context, InvalidReason
from strengthcheck.model.series import Kept, PairKey


class CheckDay(NamedTuple):
    """One check without its values."""

    check: UUID
    at: datetime
    planned: bool
    context: Context | None
    note: str
    tests: tuple[str, ...]
    """The protocols that were done, each once, in order."""


class LeftOut(NamedTuple):
    """A trial that gave a value and does not count."""

    check: UUID
    at: datetime
    side: Side
    value: float
    """In the measure's own unit."""
    reason: InvalidReason
    note: str


def day_of(check: Check) -> CheckDay:
    """A check's day."""
    tests = tuple(dict.fromkeys(r.protocol for r in check.results))
    return CheckDay(check.id, check.started_at, check.planned, check.context, check.note or "", tests)


def left_out(checks: Iterable[Kept], lookup: Lookup) -> dict[PairKey, tuple[LeftOut, ...]]:
    """Every invalid trial with a value, under the series it would stand in, in the order given."""
    found: dict[PairKey, list[LeftOut]] = {}
    for kept in checks:
        refs = {ref.id: ref for ref in kept.uses}
        for result in kept.check.results:
            invalid = [t for t in result.trials if t.invalid is not None and t.values]
            used = lookup(refs[result.protocol]) if invalid and result.protocol in refs else None
            if used is None:
                continue
            for trial in invalid:
                for measure in used.protocol.measures:
                    if measure.id not in trial.values or trial.invalid is None:
                        continue
                    out = LeftOut(
                        kept.check.id,
                        kept.check.started_at,
                        trial.side,
                        float(trial.values[measure.id]),
                        trial.invalid,
                        trial.invalid_note or "",
                    )
                    timed_by = trial.timed_by if measure.unit == "s" else None
                    found.setdefault(key_of(used, measure, result, timed_by), []).append(out)
    return {key: tuple(out) for key, out in found.items()}
