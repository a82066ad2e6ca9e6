"""A figure of the table: what was reached, its bar, and whether chance explains a miss."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from people import MONTH
from simulate import Trace
from strengthcheck.analysis import read_pair
from strengthcheck.model.reading import Reading

Array = NDArray[np.float64]


@dataclass
class Figure:
    """One figure: reached against its bar. `most` is a ceiling, else a floor."""

    name: str
    cohort: str
    value: float
    bar: float | None
    most: bool = False
    n: int = 0
    unit: str = "%"

    def broken(self, allowance: float) -> bool:
        """Whether the bar is missed by more than `allowance` standard errors of a share."""
        # A time depends on the machine: printed, and never broken by an allowance.
        if self.bar is None or (allowance and self.unit == "ms"):
            return False
        room = 0.0
        if self.n and self.unit == "%":
            room = allowance * math.sqrt(max(self.bar * (1 - self.bar), 1e-6) / self.n)
        return self.value > self.bar + room if self.most else self.value < self.bar - room

    def line(self) -> str:
        """One line of the table."""
        shown = f"{100 * self.value:6.1f} %" if self.unit == "%" else f"{self.value:6.2f} {self.unit}"
        if self.bar is None:
            bar = ""
        else:
            limit = f"{100 * self.bar:.1f} %" if self.unit == "%" else f"{self.bar:g} {self.unit}"
            bar = f"{'≤' if self.most else '≥'} {limit}"
        mark = "" if self.bar is None else ("  MISSED" if self.broken(0.0) else "  reached")
        return f"{self.cohort:5s} {self.name:66s} {shown:>12s}  {bar:>12s}{mark}"


def found(delay: Array, months: float) -> float:
    """Share found within so many months of the onset; an alarm before it is no find."""
    return float(np.mean((delay >= 0) & (delay <= months * MONTH)))


def read_at(trace: Trace, i: int, last: int) -> Reading:
    """The product's reading of one person after the check `last`."""
    upto = slice(0, last + 1)
    return read_pair(
        trace.t[i, upto].tolist(), trace.value[i, 0, upto].tolist(), trace.value[i, 1, upto].tolist()
    )
