"""Whether the sides of one pair stand raised: the model asked only at the checks that could raise, the
latest first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from strengthcheck.analysis.course import (
    CONFIRM,
    STAYED_DAYS,
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
    stayed: tuple[bool, ...]  # raised, but only by a step that has stayed for months
    falling: tuple[bool, ...]
    behind: tuple[Asked | None, ...]  # per side: the evidence at its latest check that could raise
    level: tuple[bool, ...]  # low, then two checks at the usual level
    needed: Array  # sides × checks: the threshold at each check
    now: Asked | None  # the evidence at the latest check, where a word or a confirming check hangs on it

    def weighed(self, asked: Asked, i: int) -> tuple[Array, float, float]:
        """Log evidence of each hypothesis, log odds of any, and what these must exceed on side `i`.

        Of a fall; of a step that stays, where only that raised the side.
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
    fell, stayed = _settled(m, gates, limits, asker)
    behind = tuple(asker.at(g[-1]) if g else None for g in gates)
    level = at_level(y, ok, usual, m)[0] if n else np.zeros(sides, np.bool_)
    last = n - 1
    wanted = n > 0 and ((m.low | m.soft | m.risen)[0, :, last].any() or level.any())
    return Standing(
        marks=m,
        raised=tuple(a or b for a, b in zip(fell, stayed, strict=True)),
        stayed=tuple(stayed),
        falling=tuple(bool(b and fell[s] and is_falling(b.found)[0, s]) for s, b in enumerate(behind)),
        behind=behind,
        level=tuple(bool(x) for x in level),
        needed=limits,
        now=asker.at(last) if wanted else None,
    )


def _settled(m: Marks, gates: list[list[int]], limits: Array, asker: Asker) -> tuple[list[bool], list[bool]]:
    """Which sides a fall raises, and which of the others a step that has stayed for months."""

    def asked(checks: list[int]) -> tuple[list[Evidence], Bools, Array]:
        gate = m.gate[0][:, checks].T & (np.asarray(checks)[:, None] >= m.fresh[0])
        return [x.found for x in asker.briefly(checks)], gate, limits[:, checks].T

    def fall(checks: list[int]) -> Bools:
        found, gate, limit = asked(checks)
        total, falling, step = (
            np.concatenate([getattr(f, name) for f in found]) for name in ("total", "fall", "step")
        )
        return fires(total, falling, step, gate, limit)

    def stay(checks: list[int]) -> Bools:
        found, gate, limit = asked(checks)
        return stays(np.concatenate([f.step for f in found]), gate, m.run[0][:, checks].T, limit)

    fell = settle(gates, fall)
    run = m.run[0]
    months = [[k for k in g if run[s, k] >= STAYED_DAYS and not fell[s]] for s, g in enumerate(gates)]
    return fell, settle(months, stay)


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
