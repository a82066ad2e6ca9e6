"""Records in, readings out: pure functions, without input, output, clock or chance."""

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
