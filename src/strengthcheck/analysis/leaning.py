"""Whether a record leaves anything open; if so, what could soothe is not said (docs/reading.md#the-way-out).

A quiet course is not enough. A side can read "usual" while the model leans to a lasting loss, or while the
model was never asked because the latest value happened to lie well. So it is asked here wherever it can be.
"""

from collections.abc import Iterable, Sequence

from strengthcheck.analysis.dips import nothing_lasting
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.reading import Course, LimbReading

LOWER_RUNNING = 2
"""So many checks running a rung under the usual one are said, and leave something open."""

PREFERS_NONE = 0.0
"""Log odds of a lasting loss below which the model, asked where the reading was not, prefers none."""

SHAPE_NONE = -0.5
"""Log odds below which the shape of a record may be called unlike a loss.

At 0 that was said to one in five of those who had lost 13 % at their sixth check (4 % a month, made-up
people at home), here to one in eleven; of steady people it is said to one in ten fewer then, later to hardly
fewer.
"""

_LASTING: frozenset[Course] = frozenset({"low_and_staying", "falling_and_staying"})


def cannot_now(read: ReadPair, side: Side) -> bool:
    """Whether the side could not, or only with a trick, on its latest check: nothing soothes beside it."""
    points = read.pair.entering(side)
    if not points:
        return False
    last = points[-1]
    return last.could_not or (read.pair.measure.id == "ladder" and last.value <= 1)


def leans(pairs: Iterable[ReadPair], limbs: Iterable[LimbReading] = ()) -> bool:
    """Whether, by what the reading asked, a side, a gap or a limb does not prefer "no lasting loss".

    Sides that are settling in can't lean either way and are passed over.
    """
    from strengthcheck.analysis.course import CAME_BACK  # numpy: only where a reading is asked for

    reads = tuple(pairs)
    known = [(p, s) for p in reads for s in p.sides if p.side(s).course != "too_early"]
    if any(not nothing_lasting(p, s) for p, s in known):
        return True
    if any(p.reading.gap.course in _LASTING for p in reads):
        return True
    return any(limb.odds is not None and limb.odds >= CAME_BACK for limb in limbs)


def something_now(pairs: Iterable[ReadPair]) -> bool:
    """Whether a side could not just now, or has stood a rung under its usual one on checks running."""
    return any(cannot_now(p, s) or p.side(s).lower_running >= LOWER_RUNNING for p in pairs for s in p.sides)


def odds_now(read: ReadPair) -> float | None:
    """Log odds of a lasting loss at a test's latest check; the model is asked where the reading was not.

    None for rungs, and while a test is settling in: the model has nothing to say of them.
    """
    early = all(read.side(s).course == "too_early" for s in read.sides)
    if read.pair.measure.id == "ladder" or early or read.given is None:
        return None
    if read.reading.odds is not None:
        return read.reading.odds.total
    from strengthcheck.analysis.inputs import series  # numpy: only where a reading is asked for
    from strengthcheck.analysis.raised import Asker

    g = read.given
    sides: Sequence[Sequence[float | None]] = [v for v in (g.left, g.right) if any(x is not None for x in v)]
    x = series(g.days, sides, g.better, g.typical_error, g.cap, g.step)
    return float(Asker(x.t, x.y, x.ok, x.usual).at(len(g.days) - 1).found.total[0])


def may_lean(pairs: Iterable[ReadPair], limit: float) -> bool:
    """Whether the model, asked of every test, gives odds of a lasting loss of `limit` or more for one."""
    return any(odds is not None and odds >= limit for odds in map(odds_now, pairs))
