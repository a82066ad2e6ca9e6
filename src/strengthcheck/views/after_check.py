"""What a planned check says once it is kept: one or two sentences, and at most one caveat, last."""

from typing import NamedTuple
from uuid import UUID

from strengthcheck.views.compare import CompareView
from strengthcheck.wording import reading as words

MOST = 2
"""More sentences than these are read in Compare."""

SINGLE_IDS = ("cannot_now", "injury", "low_running", "one_low", "came_back", "back.once", "range.set")
"""What is said of the tests of this check, the gravest first."""

SOOTHING = frozenset({"came_back", "usual.shape"})
"""What the caveat belongs to."""


class AfterCheck(NamedTuple):
    """The sentences, and what stands last."""

    said: tuple[str, ...] = ()
    caveat: str = ""
    help: str = ""
    """Where help is, when worry was high again."""


def after_check(view: CompareView, check: UUID, show: str | None, rarer: str = "") -> AfterCheck:
    """What is said of a check just kept. `show`: what is worth showing and no doctor has seen yet.

    `rarer`: that checks can be rarer, or end; it stands beside nothing but what is usual. A lasting change
    that a doctor has seen is not said again at each check.
    """
    if show is not None:
        return AfterCheck((show, words.WHY.text))
    if view.worth_showing:
        return AfterCheck()
    done = [s for row in view.rows if check in row.checks[-1:] for s in row.said]
    single = list(dict.fromkeys(s for name in SINGLE_IDS for s in done if s.id == name))
    said = single[:MOST] or [s for s in view.headline if s.id != words.TOO_EARLY.id]
    if rarer and not single:
        return AfterCheck((*(s.text for s in said[:1]), rarer), words.CANNOT_FLAT.text)
    soothes = any(s.id in SOOTHING for s in said)
    return AfterCheck(tuple(s.text for s in said), words.CANNOT_FLAT.text if soothes else "")
