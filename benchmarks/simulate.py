"""Takes a group of made-up people through the planned schedule, with the reading asked after every check.

The reading is the product's own code (`strengthcheck.analysis.course`), run on many people at once; a test
holds that `read_pair`, called after each check of one person, says the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from people import DAYS, People
from strengthcheck.analysis import course
from strengthcheck.analysis.joint import ASSUMED, Assumptions
from strengthcheck.analysis.usual import SAME, usual_ranges

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]

STATED = 0.06  # what the protocol says of its error, whoever the person is
CONFIRM_AFTER = 14.0
CONFIRMS_RUNNING = 3
NEAR_REGULAR = 5.0  # a confirming check so near a regular date is that date
MOST_CHECKS = 70


@dataclass
class Trace:
    """What happened to a group: people × checks, or people × sides × checks."""

    t: Array
    value: Array
    ok: Bools  # people × checks
    true: Array  # true log strength at each check, people × sides × checks
    gate: Bools
    soft: Bools
    low: Bools
    level: Bools  # low, then two at the usual level
    total: Array  # log odds, nan where not asked
    fall: Array  # people × hypotheses × checks
    step: Array  # the same of a step that stays
    run: Array  # days of the soft run, people × sides × checks
    other_risen: Bools  # people × sides × checks
    asked: Bools  # a confirming check was asked after this one

    def fired(self, threshold: float) -> Bools:
        """Which checks raise a side, people × sides × checks, at a threshold."""
        limit = course.needed(np.arange(1, self.t.shape[1] + 1), self.run, threshold, self.other_risen)
        fall, step, limit, run = (np.moveaxis(x, 1, -1) for x in (self.fall, self.step, limit, self.run))
        gate = np.moveaxis(self.gate, 1, -1)
        with np.errstate(invalid="ignore"):
            fired = course.fires(self.total, fall, step, gate, limit) | course.stays(step, gate, run, limit)
        return np.asarray(np.moveaxis(fired, -1, 1))

    def first(self, fired: Bools) -> Array:
        """The day of the first alarm: people; inf where there is none."""
        return np.asarray(np.where(fired.any(axis=1), self.t, np.inf).min(axis=1))


class Diary:
    """Dates: regular ones (late, missed) and confirming ones."""

    def __init__(self, group: People, horizon: Array) -> None:
        self.group, self.horizon, self.days = group, horizon, group.regular
        self.who = np.arange(len(horizon))
        self.regular = np.zeros(len(horizon), np.int64)
        self.confirm = np.full(len(horizon), np.inf)
        self.running = np.zeros(len(horizon), np.int64)
        self.last = np.full(len(horizon), -1.0)

    def next(self) -> tuple[Array, Bools, Bools]:
        """Each person's next day, who still comes, and for whom it is a confirming check."""
        most = len(self.days) - 1
        for _ in range(most):
            here = np.minimum(self.regular, most)
            self.regular += self.group.missed[self.who, here] & (self.regular <= most)
        here = np.minimum(self.regular, most)
        planned = np.where(self.regular <= most, self.days[here] + self.group.late[self.who, here], np.inf)
        confirming = self.confirm < planned - NEAR_REGULAR
        day = np.round(np.maximum(np.where(confirming, self.confirm, planned), self.last + 1))
        active = day <= self.horizon
        self.regular += active & ~confirming
        self.confirm[active] = np.inf
        self.last = np.where(active, day, self.last)
        return day, active, confirming & active

    def ask(self, who: Bools, quiet: Bools) -> Bools:
        """Set a confirming check for those who are asked, at most three running; returns who got one."""
        self.running[quiet] = 0
        who = who & (self.running < CONFIRMS_RUNNING)
        late = np.round(self.group.late[self.who, (self.running * 7 + 3) % self.group.late.shape[1]] / 3)
        self.confirm[who] = (self.last + CONFIRM_AFTER + late)[who]
        self.running[who] += 1
        return who


def least_step(y: Array, ok: Bools, least: Array, k: int) -> Array:
    """Running smallest difference between different log values: people × sides."""
    apart = np.abs(y[:, :, k, None] - y[:, :, :k])
    real = ok[:, :, :k] & ok[:, :, k, None] & (apart > SAME)
    return np.asarray(np.minimum(least, np.where(real, apart, np.inf).min(axis=2, initial=np.inf)))


def follow(
    group: People,
    horizon: Array,
    threshold: float = course.THRESHOLD,
    a: Assumptions = ASSUMED,
    confirm: float = course.CONFIRM,
    stated: float = STATED,
) -> Trace:
    """Take everyone to their horizon (days), confirming as the product would for one pair."""
    people, sides = len(horizon), group.true.shape[1]
    both = (people, sides, MOST_CHECKS)
    t, value, true = np.zeros((people, MOST_CHECKS)), np.ones(both), np.zeros(both)
    ok, gate, soft, low, level = (np.zeros(both, np.bool_) for _ in range(5))
    total = np.full((people, MOST_CHECKS), np.nan)
    fall, leap = (np.full((people, 2 * sides - 1, MOST_CHECKS), np.nan) for _ in range(2))
    run, risen = np.zeros(both), np.zeros(both, np.bool_)
    asked = np.zeros((people, MOST_CHECKS), np.bool_)
    fired = np.zeros(both, np.bool_)
    step = np.zeros((people, sides, MOST_CHECKS + 1))
    least = np.full((people, sides), np.inf)
    diary = Diary(group, np.minimum(horizon, DAYS - 1))
    used = 0
    for k in range(MOST_CHECKS):
        day, active, _ = diary.next()
        if not active.any():
            break
        used = k + 1
        at = np.where(active, day, 0).astype(np.int64)
        t[:, k] = np.where(active, day, t[:, k - 1] if k else 0.0)
        value[:, :, k] = np.where(active[:, None], np.maximum(group.value(at, np.full(people, k)), 1e-3), 1.0)
        true[:, :, k] = group.true[np.arange(people), :, at]
        ok[:, :, k] = active[:, None]
        y = np.log(value[..., : k + 1])
        least = least_step(y, ok, least, k)
        step[:, :, k + 1] = np.where(np.isfinite(least), least, 0.0)
        here = ok[..., : k + 1]
        usual = usual_ranges(y, here, stated, step[..., : k + 2])
        m = course.marks(t[:, : k + 1], y, here, usual)
        gate[:, :, k], soft[:, :, k], low[:, :, k] = m.gate[..., k], m.soft[..., k], m.low[..., k]
        run[:, :, k], risen[:, :, k] = m.run[..., k], course.other_side(m.risen)[..., k]
        level[:, :, k] = course.at_level(y, here, usual, m)
        open_ = soft[:, :, k] | low[:, :, k]
        who = np.flatnonzero((open_ | level[:, :, k]).any(axis=1) & active & (k >= 4))
        if len(who):
            found = course.evidence_at(t[:, : k + 1], y, here, usual, who, np.full(len(who), k), a)
            total[who, k], fall[who, :, k], leap[who, :, k] = found.total, found.fall, found.step
            limit = course.needed(np.asarray(k + 1), run[who, :, k], threshold, risen[who, :, k])
            fired[who, :, k] = course.fires(found.total, found.fall, found.step, gate[who, :, k], limit)
            fired[who, :, k] |= course.stays(found.step, gate[who, :, k], run[who, :, k], limit)
        raised = course.standing(fired[..., : k + 1], m.fresh)
        open_ = (open_ & ~raised).any(axis=1) & active
        with np.errstate(invalid="ignore"):
            asked[:, k] = diary.ask(open_ & (total[:, k] > confirm), active & ~open_)
    cut = slice(0, used)
    return Trace(
        t=t[:, cut],
        value=value[..., cut],
        ok=ok[:, 0, cut],
        true=true[..., cut],
        gate=gate[..., cut],
        soft=soft[..., cut],
        low=low[..., cut],
        level=level[..., cut],
        total=total[:, cut],
        fall=fall[..., cut],
        step=leap[..., cut],
        run=run[..., cut],
        other_risen=risen[..., cut],
        asked=asked[:, cut],
    )
