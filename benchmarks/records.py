"""Takes whole records (eight tests, both sides) through the planned schedule, read by the product's own
pooled rule.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulate import MOST_CHECKS, STATED, Diary, least_step
from strengthcheck.analysis import course, pooled
from strengthcheck.analysis.usual import Usual, usual_ranges
from whole import HANDS, TESTS, Records

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
LIMBS = TESTS // HANDS


@dataclass
class RecordTrace:
    """People × checks, with limbs and tests where they matter. Evidence is nan where it was not asked."""

    t: Array
    value: Array  # people × tests × sides × checks
    ok: Bools  # the same: which of them there are
    came: Bools  # people × checks
    full: Bools  # people × checks: a regular sitting, not a confirming one
    gate: Bools  # people × limbs × sides × checks
    run: Array
    total: Array  # people × limbs × checks
    sides: Array  # people × limbs × (left, right, both) × checks
    test_gate: Bools  # people × tests × sides × checks
    test_run: Array
    test_other: Bools  # the other side has risen
    alone: Array  # people × tests × checks
    tests: Array  # people × tests × (left, right, both) × checks
    steps: Array  # the same of a step that stays
    asked: Bools  # people × checks

    def fired(self, pooled_at: float, alone_at: float) -> Bools:
        """Which checks raise which side of which limb: people × limbs × sides × checks."""
        more = pooled.everywhere(self.sides[:, ::-1, 2])
        count = np.arange(1, self.t.shape[1] + 1)
        limit, own_limit = (
            course.needed(count, self.run, pooled_at),
            course.needed(count, self.test_run, alone_at, self.test_other),
        )
        with np.errstate(invalid="ignore"):
            out = pooled.limb_fires(
                _last(self.sides), self.total - more, np.moveaxis(self.gate, 2, -1), _last(limit)
            )
            steps, test_gate, own_limit = (
                _last(self.steps),
                np.moveaxis(self.test_gate, 2, -1),
                _last(own_limit),
            )
            own = course.fires(self.alone, _last(self.tests), steps, test_gate, own_limit)
            own |= course.stays(steps, test_gate, _last(self.test_run), own_limit)
        alone = np.moveaxis(own, -1, 2).reshape(len(own), LIMBS, HANDS, 2, -1).any(axis=2)
        return np.asarray(np.moveaxis(out, -1, 2) | alone)

    def first(self, fired: Bools) -> Array:
        """The day of the first alarm of any limb: people."""
        return np.asarray(np.where(fired.any(axis=(1, 2)), self.t, np.inf).min(axis=1))


def follow_records(group: Records, horizon: Array, confirm: float = pooled.CONFIRM_RECORD) -> RecordTrace:
    """Take every record to its horizon, asking for confirming checks by the record's evidence."""
    p, n = len(horizon), MOST_CHECKS
    t, came, full, asked = (
        np.zeros((p, n)),
        np.zeros((p, n), bool),
        np.zeros((p, n), bool),
        np.zeros((p, n), bool),
    )
    value, ok = np.ones((p, TESTS, 2, n)), np.zeros((p, TESTS, 2, n), bool)
    gate, run = np.zeros((p, LIMBS, 2, n), bool), np.zeros((p, LIMBS, 2, n))
    total, sides = np.full((p, LIMBS, n), np.nan), np.full((p, LIMBS, 3, n), np.nan)
    test_gate, test_other = (np.zeros((p, TESTS, 2, n), bool) for _ in range(2))
    test_run = np.zeros((p, TESTS, 2, n))
    alone = np.full((p, TESTS, n), np.nan)
    tests, steps = (np.full((p, TESTS, 3, n), np.nan) for _ in range(2))
    step, least = np.zeros((p * TESTS, 2, n + 1)), np.full((p * TESTS, 2), np.inf)
    diary = Diary(group.tests[0], horizon)
    wanted = np.ones((p, LIMBS), bool)
    used = 0
    for k in range(n):
        day, active, confirming = diary.next()
        if not active.any():
            break
        used = k + 1
        at = np.where(active, day, 0).astype(np.int64)
        t[:, k] = np.where(active, day, t[:, k - 1] if k else 0.0)
        came[:, k], full[:, k] = active, active & ~confirming
        take = active[:, None] & (~confirming[:, None] | np.repeat(wanted, HANDS, axis=1))
        for i, test in enumerate(group.tests):
            seen = np.maximum(test.value(at, ok[:, i, 0].sum(axis=1)), 1e-3)
            value[:, i, :, k] = np.where(take[:, i, None], seen, 1.0)
        ok[..., k] = take[:, :, None]
        upto = slice(0, k + 1)
        flat_value, flat_ok = (
            value.reshape(p * TESTS, 2, n)[..., upto],
            ok.reshape(p * TESTS, 2, n)[..., upto],
        )
        y = np.log(flat_value)
        least = least_step(y, flat_ok, least, k)
        step[..., k + 1] = np.where(np.isfinite(least), least, 0.0)
        usual = usual_ranges(y, flat_ok, STATED, step[..., : k + 2])
        m = course.marks(np.repeat(t[:, upto], TESTS, axis=0), y, flat_ok, usual)
        test_gate[..., k] = m.gate[..., k].reshape(p, TESTS, 2)
        test_run[..., k] = m.run[..., k].reshape(p, TESTS, 2)
        test_other[..., k] = course.other_side(m.risen)[..., k].reshape(p, TESTS, 2)
        error = usual.error[..., k + 1].reshape(p, TESTS, 2)
        y8 = y.reshape(p, TESTS, 2, k + 1)
        parts = [slice(limb * HANDS, (limb + 1) * HANDS) for limb in range(LIMBS)]
        judged = [
            pooled.limb_marks(t[:, upto], y8[:, q], ok[:, q, :, : k + 1], _part(usual, p, q, k + 2))
            for q in parts
        ]
        open_ = np.stack([m.soft[..., k].any(axis=1) for m in judged], axis=1)
        who = np.flatnonzero((open_.any(axis=1) | test_gate[..., k].any(axis=(1, 2))) & active & (k >= 4))
        wanted[:] = False
        for limb, (part, lm) in enumerate(zip(parts, judged, strict=True)):
            gate[:, limb, :, k], run[:, limb, :, k] = lm.gate[..., k], lm.run[..., k]
            if len(who):
                ok4 = ok[who][:, part, :, : k + 1]
                at_k = np.full(len(who), k)
                found = pooled.pooled_evidence(t[who][:, upto], y8[who][:, part], ok4, error[who, part], at_k)
                total[who, limb, k], sides[who, limb, :, k] = found.total, found.sides
                alone[who, part, k], tests[who, part, :, k] = found.alone, found.tests
                steps[who, part, :, k] = found.steps
                wanted[who, limb] = open_[who, limb] & (found.total > confirm)
        asking = wanted.any(axis=1)
        asked[:, k] = diary.ask(asking & active, active & ~asking)
    cut = slice(0, used)
    return RecordTrace(
        t=t[:, cut],
        value=value[..., cut],
        ok=ok[..., cut],
        came=came[:, cut],
        full=full[:, cut],
        gate=gate[..., cut],
        run=run[..., cut],
        total=total[..., cut],
        sides=sides[..., cut],
        test_gate=test_gate[..., cut],
        test_run=test_run[..., cut],
        test_other=test_other[..., cut],
        alone=alone[..., cut],
        tests=tests[..., cut],
        steps=steps[..., cut],
        asked=asked[:, cut],
    )


def _last(x: Array) -> Array:
    """Sides or hypotheses, the third axis, moved to the end."""
    return np.moveaxis(x, 2, -1)


def _part(usual: Usual, people: int, part: slice, n: int) -> Usual:
    """The ranges of one limb's tests."""
    shape = (people, TESTS, 2, n)
    return Usual(
        usual.count.reshape(shape)[:, part].reshape(-1, 2, n),
        usual.centre.reshape(shape)[:, part].reshape(-1, 2, n),
        usual.error.reshape(shape)[:, part].reshape(-1, 2, n),
        usual.half.reshape(shape)[:, part].reshape(-1, 2, n),
    )
