"""The doctor's form on screen: its lines, what each asks, and what an answer changes."""

from datetime import date
from typing import NamedTuple

from strengthcheck.model.base import Side
from strengthcheck.model.form import SYMPTOMS, DoctorForm, FunctionChange, Symptom
from strengthcheck.model.profile import Visit
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.page_words import NOT_ANSWERED, course_text, examined_text, function_text
from strengthcheck.views.typed import some_line
from strengthcheck.views.typed_date import read_since
from strengthcheck.wording import doctor

MOST_HINT = 34
OPEN = "open"
"""The answer that answers nothing."""

_URGENT = frozenset({"swallowing", "breathing", "bladder", "eyes"})

LEAD = "All of it may stay empty. What you write is kept for the next time."
NOTHING_WRITTEN = "Nothing is written down yet."
ADDS = "n writes something down."
"""On screen, behind what is said of an empty list."""


class Prose(NamedTuple):
    """A part of the form that is written freely."""

    title: str
    lead: str


BEGAN = Prose("When did it begin?", "The day, or the month if that is what you know. It may stay empty.")
EXAMINER = Prose("Who examined you, and when?", "Such as: my GP, 12 May 2026. It may stay empty.")
"""Lines whose answers are read, not only kept."""


class ToldBefore(NamedTuple):
    """What the page has from elsewhere in the record, where the form itself is silent."""

    losses: tuple[str, ...] = ()
    """What was told as lost or harder, each with its side."""
    family: str = ""
    seen: bool | None = None
    """Whether a doctor examined this, as told at set-up."""
    visits: tuple[Visit, ...] = ()


NOTHING_BEFORE = ToldBefore()


class FormRow(NamedTuple):
    """One line of the form: its name, its key, its words, and the beginning of what stands there."""

    name: str
    key: str
    label: str
    hint: str


PROSE = {
    "concern": Prose("Main concern", "What brings you to the doctor, in a sentence or two. It stands first."),
    "wish": Prose(
        "What I would like from today",
        "An examination, an answer to one question, a second opinion.",
    ),
    "course": Prose("How it went since", "What changed, and when. A date for each, as near as you know."),
    "where": Prose("Where", "Where it twitches, where it feels weak, and whether that spread."),
    "medicines": Prose("Medicines", "What you take, also without prescription, and since when."),
    "family": Prose("Illness in the family", "Illnesses of nerves, muscles or memory among relatives."),
    "past": Prose("Earlier illness, work, sport", "Illnesses, operations, injuries; what you do all day."),
    "examinations": Prose(
        "Examinations done", "What was done and found, with dates: blood, pictures, nerves."
    ),
}
"""The free texts, by the form's field."""


def form_rows(form: DoctorForm, before: ToldBefore = NOTHING_BEFORE) -> tuple[FormRow, ...]:
    """Every line of the form, with what stands there now, or what the page has of it from elsewhere."""
    told = {name: _begin(getattr(form, name)) for name in PROSE}
    return (
        FormRow("concern", "1", "Main concern", told["concern"]),
        FormRow("wish", "2", "What I would like from today", told["wish"]),
        FormRow("began", "3", "When it began", _begin(course_text(form.model_copy(update=_NOT_SINCE)))),
        FormRow("since", "4", "How it went since", _begin(course_text(form.model_copy(update=_NOT_BEGAN)))),
        FormRow(
            "functions",
            "5",
            "Lost or harder in daily life",
            _functions(form.functions) or _before("; ".join(before.losses)),
        ),
        FormRow("where", "6", "Where it twitches or is weak", told["where"]),
        FormRow("symptoms", "7", "Symptoms, there or not", _symptoms(form)),
        FormRow("medicines", "8", "Medicines", told["medicines"]),
        FormRow("family", "9", "Illness in the family", told["family"] or _before(before.family)),
        FormRow("past", "b", "Earlier illness, work, sport", told["past"]),
        FormRow("examined", "d", "Examined by a doctor before", _examined(form, before)),
        FormRow("examinations", "e", "Examinations done", told["examinations"]),
        FormRow("name", "n", "Name or initials", _begin(form.name or "")),
        *((FormRow("empty", "x", "Empty the form", "asks once more"),) if form != DoctorForm() else ()),
    )


_NOT_SINCE: dict[str, object] = {"since_then": None, "course": ""}
_NOT_BEGAN: dict[str, object] = {"began_on": None, "began": None}


def filled(form: DoctorForm) -> int:
    """How many of its lines have something in them."""
    return sum(bool(row.hint) for row in form_rows(form) if row.name != "empty")


def lines_of_form() -> int:
    """How many lines the form has."""
    return len(form_rows(DoctorForm()))


def _begin(text: str) -> str:
    """The beginning of a text on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MOST_HINT else f"{flat[: MOST_HINT - 1].rstrip()}…"


def _functions(functions: tuple[FunctionChange, ...]) -> str:
    return _begin("; ".join(f.task for f in functions))


def _symptoms(form: DoctorForm) -> str:
    if not form.present and not form.absent:
        return ""
    return f"{len(form.present)} there, {len(form.absent)} not there"


def _examined(form: DoctorForm, before: ToldBefore) -> str:
    told = examined_text(form, before.seen, before.visits)
    if told == NOT_ANSWERED:
        return ""
    return _before(told) if form.examined is None and form.emg is None else _begin(told)


def _before(text: str) -> str:
    return _begin(f"told before: {text}") if text else ""


def functions_lead(form: DoctorForm, losses: tuple[str, ...]) -> str:
    """Above what is lost or harder: what was told elsewhere and is on the page anyway, or that nothing is."""
    if losses:
        return f"Told already, and on the page: {'; '.join(losses)}."
    return "" if form.functions else NOTHING_WRITTEN


def with_text(form: DoctorForm, name: str, text: str) -> DoctorForm:
    """One free text changed."""
    return form.model_copy(update={name: text.strip()})


def with_name(form: DoctorForm, text: str) -> DoctorForm:
    """The name or initials changed; an empty one takes it away."""
    return form.model_copy(update={"name": " ".join(text.split()) or None})


def began_on(text: str, today: date) -> date | None:
    """When it began, as typed; a month is enough, and it may stay empty. Raises NotAValue."""
    return read_since(text, today) if text.strip() else None


def began_question(form: DoctorForm) -> Question:
    """How did it begin?"""
    answers = (
        Answer("gradually", "1", "Gradually"),
        Answer("suddenly", "2", "Suddenly, within minutes or days"),
        Answer(OPEN, "3", "I would rather leave it open"),
    )
    return Question("How did it begin?", "", answers, form.began or OPEN)


def since_question(form: DoctorForm) -> Question:
    """How has it gone since?"""
    answers = (
        Answer("better", "1", "Better"),
        Answer("same", "2", "The same"),
        Answer("worse", "3", "Worse"),
        Answer("comes_and_goes", "4", "It comes and goes"),
        Answer(OPEN, "5", "I would rather leave it open"),
    )
    return Question("Since then, has it become …", "", answers, form.since_then or OPEN)


def examined_question(form: DoctorForm) -> Question:
    """Has a doctor examined this before?"""
    answers = (
        Answer("yes", "1", "Yes"),
        Answer("no", "2", "No"),
        Answer(OPEN, "3", "I would rather leave it open"),
    )
    now = {True: "yes", False: "no", None: OPEN}[form.examined]
    return Question("Has a doctor examined this before?", "", answers, now)


def emg_question(form: DoctorForm) -> Question:
    """Were muscles or nerves measured?"""
    answers = (
        Answer("done", "1", "Yes, an EMG or nerve measurement was done"),
        Answer("not_done", "2", "No"),
        Answer(OPEN, "3", "I don't know, or would rather leave it open"),
    )
    text = "An EMG: thin needles or electrodes measure muscles and nerves."
    return Question("Was an EMG done?", text, answers, form.emg or OPEN)


def answered(form: DoctorForm, name: str, answer: str) -> DoctorForm:
    """The form with one question answered, or left open."""
    value: object = None if answer == OPEN else answer
    if name == "examined":
        value = {"yes": True, "no": False}.get(answer)
    more = {"examined_by": None} if name == "examined" and value is not True else {}
    return DoctorForm.model_validate({**form.model_dump(), name: value, **more})


def with_examiner(form: DoctorForm, text: str) -> DoctorForm:
    """Who examined, and when; an empty text takes it away."""
    return form.model_copy(update={"examined_by": " ".join(text.split()) or None})


SYMPTOMS_ASKED = (
    ("present", "Which of these do you have?", "Leave unmarked what you don't have or don't know."),
    ("absent", "And which of these do you surely not have?", "That helps a doctor as much."),
)
"""The two questions about symptoms: what they ask for, their title and their text."""


def symptom_lines(form: DoctorForm, *, asked: str) -> tuple[tuple[str, str], ...]:
    """The symptoms to mark: all for `present`, those not there already for `absent`."""
    return tuple((s, words) for s, words in SYMPTOMS.items() if asked == "present" or s not in form.present)


def with_symptoms(form: DoctorForm, asked: str, names: tuple[str, ...]) -> DoctorForm:
    """The symptoms that are there, or surely not; what is there is never also absent."""
    known: tuple[Symptom, ...] = tuple(s for s in SYMPTOMS if s in names)
    if asked == "present":
        absent = tuple(s for s in form.absent if s not in known)
        return form.model_copy(update={"present": known, "absent": absent})
    return form.model_copy(update={"absent": known})


def urgent_words(before: DoctorForm, now: DoctorForm) -> str:
    """What is said when a sign that should not wait was just marked as there; empty otherwise."""
    new = set(now.present) - set(before.present)
    return doctor.FORM_URGENT.text if new & _URGENT else ""


def function_rows(form: DoctorForm) -> tuple[str, ...]:
    """What is lost, harder or as ever, a line each."""
    return tuple(function_text(f) for f in form.functions)


class FunctionFacts(NamedTuple):
    """Something in daily life, as typed."""

    task: str
    since: date | None


def function_facts(what: str, since: str, today: date) -> FunctionFacts:
    """What it is and since when, as typed. Raises NotAValue."""
    task = some_line(what, "Write what it is, such as fastening buttons.")
    return FunctionFacts(task, began_on(since, today))


def how_question(task: str, now: str | None) -> Question:
    """Is it lost, harder, or as ever?"""
    answers = (
        Answer("lost", "1", "I can no longer do it"),
        Answer("harder", "2", "It is harder, and I do it"),
        Answer("unchanged", "3", "It goes as ever", "that tells a doctor something too"),
    )
    return Question(f"{task}:", "", answers, now or "lost")


def side_question(now: Side | None) -> Question:
    """On which side?"""
    answers = (
        Answer("left", "1", "Left"),
        Answer("right", "2", "Right"),
        Answer("both", "3", "Both sides"),
        Answer(OPEN, "4", "No side in particular"),
    )
    return Question("Which side?", "", answers, now or OPEN)


def function_of(task: str, since: date | None, how: str, side: str) -> FunctionChange:
    """One change in daily life, as answered."""
    given: dict[str, object] = {
        "task": task,
        "how": how,
        "side": None if side == OPEN else side,
        "since": since,
    }
    return FunctionChange.model_validate(given)


def with_function(form: DoctorForm, at: int | None, change: FunctionChange) -> DoctorForm:
    """A change added, or put in the place of another."""
    functions = list(form.functions)
    if at is None:
        functions.append(change)
    else:
        functions[at] = change
    return form.model_copy(update={"functions": tuple(functions)})


def without_function(form: DoctorForm, at: int) -> DoctorForm:
    """One change taken out."""
    return form.model_copy(update={"functions": form.functions[:at] + form.functions[at + 1 :]})


def remove_question(form: DoctorForm, at: int) -> Question:
    """Whether one line should really be taken out."""
    return Question(
        "Take this out?",
        function_text(form.functions[at]),
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, take it out")),
    )


def empty_question() -> Question:
    """Whether the whole form should be emptied."""
    return Question(
        "Empty the whole form?",
        "Your words for the doctor go from the page. Checks and visits stay as they are.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, empty it")),
    )
