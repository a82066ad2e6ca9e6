"""Records in, readings out: pure functions, without input, output, clock or chance.

`read_pair(days, left, right, better=, typical_error=, cap=)` reads one test, `read_one` one without sides,
`read_ladder` a ladder. All answer with a `strengthcheck.model.reading.Reading`.

`read_record(pairs)` reads the whole record, and is what screens show: a pair that only its own threshold
would raise reads `one_low` there. Each test with numbers becomes one `PairSeries(key, limb, days, left,
right, better=, typical_error=, cap=, step=, least_change=, least_units=, events=)`: `key` names it, `limb`
groups tests that feel the same loss ("hand", "leg"), `days` count from the record's first check for all
tests alike, a test without sides goes into `left` with `right` all None. The answer has `.pairs` (a
`Reading` for each key), `.limbs` (the pooled evidence), `.worth_showing`, and `.confirm`: the keys of the
tests that a confirming check should ask for, 14 days on (at most three running: the caller counts them).
Ladders stand beside it, each by `read_ladder`, with a false-alarm budget of their own.

`power.power_dates(days, error, today)` says by when a loss of 2, 4 or 6 % a month would show.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strengthcheck.analysis.ladder import read_ladder
    from strengthcheck.analysis.pair import read_one, read_pair
    from strengthcheck.analysis.record import PairSeries, read_record

__all__ = ["PairSeries", "read_ladder", "read_one", "read_pair", "read_record"]

_HOMES = {
    "read_ladder": "ladder",
    "read_one": "pair",
    "read_pair": "pair",
    "read_record": "record",
    "PairSeries": "record",
}


def __getattr__(name: str) -> Any:
    """Import the numbers only when a reading is asked for (numpy costs a tenth of a second)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
