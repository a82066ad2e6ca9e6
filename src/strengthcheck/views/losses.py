"""A task that can no longer be done, as a person reads it."""

from collections.abc import Iterable
from datetime import date

from strengthcheck.model.base import SIDES
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.views.dates import near_words
from strengthcheck.wording import home
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


def lost_said(losses: Iterable[Gate], today: date | None = None, *, urgent: bool = False) -> str:
    """What can no longer be done, the newest three, and by when to ask a doctor; empty when nothing is told.

    With `today` each says when it was told. What was sent to a doctor at once names no later day; nor does
    anything beside a sign that does (`urgent`).
    """
    told = [(g, g.lost) for g in tuple(losses)[:3] if g.lost is not None]
    if not told:
        return ""
    words = (told_words(g, lost, today) if today else task_words(lost) for g, lost in told)
    urgent = urgent or any(g.advice in ("now", "today") for g, _ in told)
    milder = urgent or all(lost.course == "better" for _, lost in told)
    return (home.LOST_TOLD if milder else home.LOST_BOOK).say(what="; ".join(dict.fromkeys(words)))
