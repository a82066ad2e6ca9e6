"""Whether the sides of one pair stand raised: the model asked only at the checks that could raise, the
latest first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from strengthcheck.analysis.arrays import Array, Bools
from strengthcheck.analysis.course import (
    CONFIRM,
    THRESHOLD,
    Marks,
    at_level,
    eased,
    evidence_at,
    fires,
    is_falling,
    marks,
    needed,
    other_side,
    settle,
    stays,
    step_total,
)
from strengthcheck.analysis.inputs import Series
from strengthcheck.analysis.joint import Evidence
from strengthcheck.analysis.usual import Usual


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
    stayed: tuple[bool, ...]  # raised by a step that has stayed for months, not by a fall
    falling: tuple[bool, ...]
    behind: tuple[Asked | None, ...]  # per side: the evidence at its latest check that could raise
    level: tuple[bool, ...]  # low, then two checks at the usual level
    needed: Array  # sides × checks: the threshold at each check
    now: Asked | None  # the evidence at the latest check, where a word or a confirming check hangs on it

    def weighed(self, asked: Asked, i: int) -> tuple[Array, float, float]:
        """Log evidence of each hypothesis, log odds of any, and what these must exceed on side `i`.

        Of a fall; of a step that stays, where that raised the side.
        """
        f, limit = asked.found, float(self.needed[i, asked.check])
        if self.stayed[i]:
            return f.step[0], float(step_total(f.step)[0]), limit
        return f.fall[0], float(f.total[0]), limit - float(eased(f.fall, f.step)[0, i])


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
    raised, stayed = _settled(m, gates, limits, asker)
    behind = tuple(asker.at(g[-1]) if g else None for g in gates)
    level = at_level(y, ok, usual, m)[0] if n else np.zeros(sides, np.bool_)
    last = n - 1
    wanted = n > 0 and ((m.low | m.soft | m.risen)[0, :, last].any() or level.any())
    return Standing(
        marks=m,
        raised=raised,
        stayed=stayed,
        falling=tuple(bool(b and not stayed[s] and is_falling(b.found)[0, s]) for s, b in enumerate(behind)),
        behind=behind,
        level=tuple(bool(x) for x in level),
        needed=limits,
        now=asker.at(last) if wanted else None,
    )


def _settled(
    m: Marks, gates: list[list[int]], limits: Array, asker: Asker
) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Which sides are raised, and which of those by a step that stays, at the latest check that raises."""
    fell: dict[int, Bools] = {}

    def ask(checks: list[int]) -> Bools:
        parts = [x.found for x in asker.briefly(checks)]
        total, fall, step = (
            np.concatenate([getattr(f, name) for f in parts]) for name in ("total", "fall", "step")
        )
        gate = m.gate[0][:, checks].T & (np.asarray(checks)[:, None] >= m.fresh[0])
        limit = limits[:, checks].T
        falls = fires(total, fall, step, gate, limit)
        fell.update(zip(checks, falls, strict=True))
        return falls | stays(step, gate, m.run[0][:, checks].T, limit)

    at = settle(gates, ask)
    stayed = tuple(k is not None and not fell[k][s] for s, k in enumerate(at))
    return tuple(k is not None for k in at), stayed


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
