"""The gate, the lost-task questions, and where they lead; the two words that nothing stands in the way of."""

from typing import Final

from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.model.event import Answer, GateAnswer, LostAnswer
from strengthcheck.model.profile import Advice, Course, Gate
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.follow import followed
from strengthcheck.plain.out import write_report
from strengthcheck.plain.talk import Talk
from strengthcheck.plain.wishes import BackWished, DoctorWished, LeaveWished
from strengthcheck.services.choosing import Around, around
from strengthcheck.services.person import known_losses, profile_of, tell_course, tell_lost_task
from strengthcheck.views.steps.danger import AdviceFacts, advice_asking
from strengthcheck.views.steps.gate import GateAsking
from strengthcheck.views.steps.lost import CourseTold, LostAsking
from strengthcheck.wording import danger
from strengthcheck.wording.numbers import numbers_for

OUTRANK: Final[tuple[Advice, ...]] = ("now", "today")
"""What should not wait for a check."""


def ask_gate(talk: Talk, around: Around) -> GateAnswer:
    """Seven lines in the same places; a chosen one is confirmed once. Below them, losses told earlier."""
    numbers, today = numbers_for(around.profile.region), around.timing.today
    asking = GateAsking.of(numbers, around.known, today, first=around.first_ever)
    return followed(talk, asking, more=[f"{g.number}  {g.more}" for g in danger.GATE_LINES if g.more])


def ask_lost(talk: Talk, step: LostStep) -> LostAnswer:
    """Up to five questions, a number each."""
    told = followed(talk, LostAsking(step))
    assert isinstance(told, LostAnswer)  # the course of an earlier loss is offered outside of a check alone
    return told


def show_advice(desk: Desk, step: AdviceStep, facts: AdviceFacts) -> Answer:
    """Where to go. A doctor this week leaves the check to the person; the page for the doctor is at hand."""
    while (told := followed(desk.talk, advice_asking(step, facts))) == "page":
        write_report(desk)
    if told == "leave":
        raise LeaveWished
    return told


def tell_lost(desk: Desk) -> None:
    """Something that could be done and now can't, told from Home; or how one told before is now."""
    _told(desk, "back to the start")


def tell_lost_anywhere(desk: Desk) -> None:
    """The same by its word, in the midst of something else; that goes on afterwards."""
    _told(desk, "back to where you were")


def tell_lost_in_check(desk: Desk) -> None:
    """The same by its word in a check. It goes on only where no doctor comes first.

    Raises DoctorWished: what should not wait for a check ends it, as at the gate.
    """
    if _told(desk, None) in OUTRANK:
        raise DoctorWished


def _told(desk: Desk, back: str | None) -> Advice | None:
    """Where what was told leads; none where nothing is new or worse. `back`: where Enter leads, if anywhere.

    Raises DoctorWished where the check should be left for a doctor this week.
    """
    try:
        told = followed(desk.talk, LostAsking(LostStep(key="lost")).offering(known_losses(desk.ws)))
    except (BackWished, LeaveWished):
        desk.talk.say("Nothing was noted.")
        return None
    if isinstance(told, CourseTold):
        gate, course = tell_course(desk.ws, told.gate.id, told.course), told.course
    else:
        gate, course = tell_lost_task(desk.ws, told.lost), None
    _advise(desk, gate, course, back)
    return gate.advice if course in (None, "worse") else None


def _advise(desk: Desk, gate: Gate, course: Course | None, back: str | None) -> None:
    """Where it leads. `course`: of a loss told earlier, how it is now."""
    beside = around(desk.ws)
    region, when = beside.profile.region, beside.timing
    facts = AdviceFacts(
        numbers_for(region), gate.lost, when.due.on, when.today, back is None, course, back or ""
    )
    try:
        show_advice(desk, AdviceStep(key="advice", advice=gate.advice), facts)
    except BackWished:
        return  # it is told already; going back takes nothing away
    except LeaveWished:
        if back is None and gate.advice == "book":
            raise DoctorWished from None


def tell_moments(desk: Desk) -> None:
    """A number for bad moments."""
    numbers = numbers_for(profile_of(desk.ws).region)
    desk.talk.say(danger.MOMENTS.say(number=numbers.moments))
