"""Where a gate answer or a lost task leads. Emergency signs and lost functions outrank every number."""

from strengthcheck.model.event import GateAnswer
from strengthcheck.model.profile import Advice, Course, LostTask

NOW_LINES = frozenset({1, 2, 4, 5})
"""Call now: stroke signs, weakness spreading in hours or days, cauda equina, chest pain or dark urine."""

TODAY_LINES = frozenset({6})
"""A doctor today: weak together with fever, injury, cancer or double vision
(docs/evidence.md#emergency-signs)."""

URGENCY: tuple[Advice, ...] = ("none", "noted", "book", "today", "now")
"""From nothing to do up to calling now."""


def advice_for(gate: GateAnswer | None, lost: LostTask | None) -> Advice:
    """The most urgent advice that the answers call for."""
    found: list[Advice] = ["none"]
    if gate is not None:
        if NOW_LINES & set(gate.lines):
            found.append("now")
        if TODAY_LINES & set(gate.lines):
            found.append("today")
        if 3 in gate.lines:
            found.append("now" if gate.at_rest else "today")
        found += [lost_advice(worse) for worse in gate.worse]
    if lost is not None:
        found.append(lost_advice(lost))
    return max(found, key=URGENCY.index)


SUDDEN_DAYS, WEEKS_DAYS = 7, 28
"""So many days after it was told, what came in the last days, or in the last four weeks, has aged."""


def as_it_is_now(lost: LostTask, course: Course, told_days_ago: int) -> LostTask:
    """A loss told earlier with its course today; what was new then is not new for ever."""
    since = lost.since
    if since == "days" and told_days_ago > SUDDEN_DAYS:
        since = "weeks"
    if since == "weeks" and told_days_ago > WEEKS_DAYS:
        since = "longer"
    return lost.model_copy(update={"course": course, "since": since})


def lost_advice(lost: LostTask) -> Advice:
    """Where a lost task leads (docs/evidence.md#weakness-by-speed, docs/evidence.md#emergency-signs).

    Suddenly lost is an emergency. Swallowing, or suddenly harder though still done, is for today, and so is
    a loss within four weeks that gets worse. Harder but done is noted; everything else is for this week.
    """
    if lost.since == "days":
        return "today" if lost.how_much == "harder" else "now"
    if lost.what == "swallowing":
        return "today"
    if lost.how_much == "harder":
        return "noted"
    if lost.since == "weeks" and lost.course == "worse":
        return "today"
    return "book"
