"""The gate, the lost-task questions, and where they lead; the two words that nothing stands in the way of."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.model.event import Acknowledged, Answer, GateAnswer, KnownLoss, LostAnswer
from strengthcheck.model.profile import Course, Gate
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.out import write_report
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Option, Talk
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.services.choosing import around
from strengthcheck.services.person import known_losses, profile_of, tell_course, tell_lost_task
from strengthcheck.views.steps.danger import (
    ASKS_AT_REST,
    COURSE_KEYS,
    LOST_LINE,
    MOST_KNOWN,
    AdviceFacts,
    advice_page,
    asked_of,
    at_rest_page,
    confirm_page,
    course_page,
    gate_page,
    known_loss,
    known_of,
    lost_about,
    lost_page,
    lost_task_of,
    lost_words,
)
from strengthcheck.wording import danger
from strengthcheck.wording.numbers import numbers_for


def ask_gate(talk: Talk, known: Iterable[Gate], today: date, *, first: bool = False) -> GateAnswer:
    """Seven lines in the same places; a chosen one is confirmed once. Below them, losses told earlier."""
    open_ = list(known)[:MOST_KNOWN]
    courses: tuple[KnownLoss, ...] = ()
    more = tuple(f"{g.number}  {g.more}" for g in danger.GATE_LINES if g.more)
    while True:
        page = gate_page(False, None, open_[0] if open_ else None, first=first)
        talk.say(*page_lines(page))
        lines = tuple(Option(c.key, c.text, c.above) for c in page.choices)
        chosen = talk.ask(Ask("A number, or Enter for none of these", lines, "", more))
        if not chosen:
            return _gate_answer(courses)
        if chosen in COURSE_KEYS:
            told = known_loss(open_.pop(0), COURSE_KEYS[chosen], today)
            courses += (told,) if told is not None else ()
            continue
        answer = _confirmed(talk, int(chosen))
        if answer is not None:
            return answer.model_copy(update={"known": courses}) if courses else answer


def _gate_answer(courses: tuple[KnownLoss, ...]) -> GateAnswer:
    return GateAnswer(known=courses) if courses else GateAnswer()


def _confirmed(talk: Talk, line: int) -> GateAnswer | None:
    """The answer of one line; none when it was not meant."""
    if line == LOST_LINE:
        return GateAnswer(lines=(line,))
    talk.say(*page_lines(confirm_page((line,))))
    try:
        if not talk.yes("Yes or no; Enter for yes"):
            return None
        if line != ASKS_AT_REST:
            return GateAnswer(lines=(line,))
        talk.say(*page_lines(at_rest_page()))
        rest = talk.choose("Yes or no", (("y", "yes"), ("n", "no")))
    except BackWished:
        return None
    return GateAnswer(lines=(line,), at_rest=rest == "y")


def ask_lost(talk: Talk, step: LostStep) -> LostAnswer:
    """Up to five questions, a number each."""
    about = lost_about(step.protocol, step.side, step.part)
    known = known_of(step.protocol, step.side)
    answers: dict[str, str] = {}
    while True:
        asked = asked_of(known, answers)
        at = len(answers)
        if at >= len(asked):
            return LostAnswer(lost=lost_task_of({**known, **answers}, about))
        page = lost_page(asked[at], at + 1, len(asked), about)
        talk.say(*page_lines(page))
        try:
            key = talk.choose("A number", [(c.key, c.text) for c in page.choices])
        except BackWished:
            if not answers:
                raise
            answers.popitem()
        else:
            answers[asked[at].field] = asked[at].answers[int(key) - 1][0]


def show_advice(desk: Desk, step: AdviceStep, facts: AdviceFacts) -> Answer:
    """Where to go. A doctor this week leaves the check to the person; the page for the doctor is at hand."""
    page = advice_page(step, facts)
    desk.talk.say(*page_lines(page))
    others = [(k.key, k.text) for k in page.keys if k.key != "enter"]
    enter = next((k.text for k in page.keys if k.key == "enter"), "go on")
    while (key := desk.talk.choose(f"Enter: {enter}", others, usual="", back=False)) != "":
        if key == "l":
            raise LeaveWished
        write_report(desk)
    return Acknowledged()


def tell_lost(desk: Desk) -> None:
    """Something that could be done and now can't, told from anywhere; or how one told before is now."""
    known = known_losses(desk.ws)[:MOST_KNOWN]
    try:
        earlier = _earlier(desk.talk, known)
        if earlier is not None:
            course = _course(desk.talk, earlier)
            _advise(desk, tell_course(desk.ws, earlier.id, course), course)
            return
        answer = ask_lost(desk.talk, LostStep(key="lost"))
    except (BackWished, LeaveWished):
        desk.talk.say("Nothing was noted.")
        return
    _advise(desk, tell_lost_task(desk.ws, answer.lost), None)


def _earlier(talk: Talk, known: tuple[Gate, ...]) -> Gate | None:
    """One that was told before, if it is about that; none for a new one."""
    told = [(str(i), lost_words(g.lost)) for i, g in enumerate(known, 1) if g.lost is not None]
    if not told:
        return None
    talk.say("Is it about something you told before?")
    key = talk.choose("A number for how that is now; Enter for something new", told, usual="")
    return known[int(key) - 1] if key else None


def _course(talk: Talk, gate: Gate) -> Course:
    page = course_page(gate)
    talk.say(*page_lines(page))
    courses: tuple[Course, ...] = get_args(Course)
    return courses[int(talk.choose("A number", [(c.key, c.text) for c in page.choices])) - 1]


def _advise(desk: Desk, gate: Gate, course: Course | None) -> None:
    """Where it leads. `course`: of a loss told earlier, how it is now."""
    beside = around(desk.ws)
    region, when = beside.profile.region, beside.timing
    facts = AdviceFacts(numbers_for(region), gate.lost, when.due.on, when.today, False, course)
    show_advice(desk, AdviceStep(key="advice", advice=gate.advice), facts)


def tell_moments(desk: Desk) -> None:
    """A number for bad moments."""
    numbers = numbers_for(profile_of(desk.ws).region)
    desk.talk.say(danger.MOMENTS.say(number=numbers.moments))
