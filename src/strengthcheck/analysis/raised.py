"""Whether the sides of one pair stand raised: the model asked only at the checks that could raise, the
latest first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from strengthcheck.analysis.course import (
    CONFIRM,
    THRESHOLD,
    Marks,
    at_level,
    evidence_at,
    fires,
    is_falling,
    marks,
    needed,
    other_side,
    settle,
)
from strengthcheck.analysis.inputs import Series
from strengthcheck.analysis.joint import Evidence
from strengthcheck.analysis.usual import Usual

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Asked:
    """The evidence at one check."""

    check: int
    found: Evidence  # one case


@dataclass(frozen=True)
class Standing:
    """What the rules found on one or two sides of one person."""

    marks: Marks
    raised: tuple[bool, ...]
    falling: tuple[bool, ...]
    behind: tuple[Asked | None, ...]  # per side: the evidence at its latest check that could raise
    level: tuple[bool, ...]  # low, then two checks at the usual level
    needed: Array  # sides × checks: the threshold at each check
    now: Asked | None  # the evidence at the latest check, where a word or a confirming check hangs on it


class Asker:
    """Asks the joint model about prefixes of one person's checks, the latest of them once."""

    def __init__(self, t: Array, y: Array, ok: Bools, usual: Usual) -> None:
        self._data = (t, y, ok, usual)
        self._whole: dict[int, Asked] = {}

    def at(self, check: int) -> Asked:
        """The evidence from the checks up to this one."""
        if check not in self._whole:
            found = evidence_at(*self._data, np.zeros(1, np.int64), np.asarray([check]))
            self._whole[check] = Asked(check, found)
        return self._whole[check]

    def briefly(self, checks: list[int]) -> list[Asked]:
        """The evidence from the checks up to each of these."""
        if len(checks) == 1:
            return [self.at(checks[0])]
        found = evidence_at(*self._data, np.zeros(len(checks), np.int64), np.asarray(checks))
        return [Asked(k, _case(found, i)) for i, k in enumerate(checks)]


def _case(found: Evidence, i: int) -> Evidence:
    one = slice(i, i + 1)
    return replace(found, **{name: getattr(found, name)[one] for name in Evidence.__dataclass_fields__})


def standing(
    t: Array, y: Array, ok: Bools, usual: Usual, asker: Asker, threshold: float = THRESHOLD
) -> Standing:
    """What stands after the last check; arrays hold one person."""
    m = marks(t, y, ok, usual)
    n, sides = y.shape[2], y.shape[1]
    limits = needed(np.arange(1, n + 1), m.run[0], threshold, other_side(m.risen)[0])
    gates = [[k for k in range(int(m.fresh[0, s]), n) if m.gate[0, s, k]] for s in range(sides)]

    def ask(checks: list[int]) -> Bools:
        answers = asker.briefly(checks)
        gate = m.gate[0][:, checks].T & (np.asarray(checks)[:, None] >= m.fresh[0])
        parts = [x.found for x in answers]
        total, fall, step = (
            np.concatenate([getattr(f, n) for f in parts]) for n in ("total", "fall", "step")
        )
        return fires(total, fall, step, gate, limits[:, checks].T)

    raised = settle(gates, ask)
    behind = [asker.at(g[-1]) if g else None for g in gates]
    falling = [bool(b is not None and is_falling(b.found)[0, s]) for s, b in enumerate(behind)]
    level = at_level(y, ok, usual, m)[0] if n else np.zeros(sides, np.bool_)
    last = n - 1
    wanted = n > 0 and ((m.low | m.soft | m.risen)[0, :, last].any() or level.any())
    now = asker.at(last) if wanted else None
    return Standing(
        m, tuple(raised), tuple(falling), tuple(behind), tuple(bool(x) for x in level), limits, now
    )


def confirm_wanted(s: Standing) -> bool:
    """Whether this pair alone would ask for a confirming check: soft now, unresolved, and not unlikely."""
    if s.now is None or s.now.check < 0:
        return False
    k = s.now.check
    open_ = [(s.marks.low | s.marks.soft)[0, i, k] and not s.raised[i] for i in range(len(s.raised))]
    return bool(any(open_) and s.now.found.total[0] > CONFIRM)


def of_series(x: Series, threshold: float = THRESHOLD) -> Standing:
    """What stands for a laid-out series."""
    return standing(x.t, x.y, x.ok, x.usual, Asker(x.t, x.y, x.ok, x.usual), threshold)
