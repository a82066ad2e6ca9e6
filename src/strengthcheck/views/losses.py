"""A task that can no longer be done, as a person reads it."""

from collections.abc import Iterable
from datetime import date

from strengthcheck.model.base import SIDES
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.views.dates import near_words
from strengthcheck.wording.danger import LOST_WHAT


def task_words(lost: LostTask) -> str:
    """What it is: as written, else as chosen."""
    return lost.task or LOST_WHAT[lost.what]


def lost_words(lost: LostTask) -> str:
    """What it is and on which side."""
    return f"{task_words(lost)}{in_brackets(lost.side)}"


def in_brackets(side: str | None) -> str:
    """A side after the name of a task; nothing where there is none."""
    return f" ({'both sides' if side == 'both' else side})" if side else ""


def told_words(gate: Gate, lost: LostTask, today: date) -> str:
    """What, which side, when it was told, and whether it gets worse."""
    side = f", {lost.side}" if lost.side in SIDES else ""
    worse = ", getting worse" if lost.course == "worse" else ""
    told = near_words(gate.at.date(), today)
    return f"{task_words(lost)}{side} (told {told}{worse})"


def newest_words(losses: Iterable[Gate]) -> str:
    """The newest three; empty when nothing is told."""
    told = [g.lost for g in losses if g.lost is not None]
    return "; ".join(dict.fromkeys(task_words(lost) for lost in told[:3]))
