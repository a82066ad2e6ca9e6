"""A step that a machine of the views asks: its page as lines, each answer handed to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import MORE, Ask, Option, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.steps.asking import Asking, Ended
from strengthcheck.views.steps.forms import ExpectAsking, FitAsking
from strengthcheck.views.steps.page import Choice, Field, StepPage, field_of
from strengthcheck.views.steps.question import QuestionAsking
from strengthcheck.views.steps.today import TodayAsking

Out = TypeVar("Out")
Form = TypeVar("Form", TodayAsking, FitAsking, ExpectAsking, QuestionAsking)

NOT_IN_LINES = frozenset({"m", "+"})
"""Keys of a screen that lines have as words: more is said at a question mark, a number by a word."""


def followed(
    talk: Talk,
    asking: Asking[Out],
    *,
    said: Callable[[StepPage], Sequence[str]] = page_lines,
    more: Sequence[str] = (),
) -> Out:
    """What came of it, page after page. `said`: what is said of a page; `more`: at a question mark.

    Raises BackWished where the way back leads out of the step, and LeaveWished.
    """
    while True:
        page = asking.page()
        talk.say(*said(page))
        after = after_page(talk, asking, page, more)
        if isinstance(after, Ended):
            return after.out
        if after is None:
            raise BackWished
        asking = after


@dataclass
class Half(Generic[Form]):
    """What is told of a form so far, for one who leaves it and goes on with it after all."""

    form: Form | None = None


class Walked(NamedTuple, Generic[Form]):
    """A form whose places were told one after the other."""

    form: Form
    to_the_end: bool
    """False where the way back led out at the first place; what was told stays."""


def walked(
    form: Form, places: int, told: Callable[[Form], Form], half: Half[Form] | None = None
) -> Walked[Form]:
    """Let each place be told, kept in `half`; the way back leads to the one before. Raises LeaveWished."""
    place = 0
    while 0 <= place < places:
        try:
            form = told(form.at(place))
            if half is not None:
                half.form = form
        except BackWished:
            place -= 1
        else:
            place += 1
    return Walked(form, place == places)


def told_all(form: Form, places: int, told: Callable[[Form], Form], half: Half[Form] | None = None) -> Form:
    """The form with each place told. Raises BackWished at the first place, LeaveWished."""
    done = walked(form, places, told, half)
    if not done.to_the_end:
        raise BackWished
    return done.form


def after_page(
    talk: Talk, asking: Asking[Out], page: StepPage, more: Sequence[str] = ()
) -> Asking[Out] | Ended[Out] | None:
    """What follows the answer to a page that was said; none where the way back leads out of it.

    Raises LeaveWished.
    """
    field = field_of(page)
    if field is not None:
        return _typed(talk, asking, page, field)
    key = key_of(talk, page, more)
    after = asking.press(key)
    return asking if after is None and key != "escape" else after


def key_of(talk: Talk, page: StepPage, more: Sequence[str] = ()) -> str:
    """The key of this page that was typed for. Raises LeaveWished."""
    options = tuple(Option(c.key, c.text, c.above) for c in (*page.choices, *letters_of(page)))
    usual = "" if _does(page, "enter") else None
    question = Ask(prompt_of(page), options, usual, tuple(more))
    try:
        while (typed := talk.ask(question)) and not options:
            talk.say(f"“{typed[:40]}” is none of these. Press Enter. {MORE} says more.", apart=False)
    except BackWished:
        return "escape"
    return typed or "enter"


def _typed(talk: Talk, asking: Asking[Out], page: StepPage, field: Field) -> Asking[Out] | Ended[Out] | None:
    """What follows a line: one of the page's letters, the way back, or what goes into the field."""
    letters = {k.key: k for k in letters_of(page)}
    talk.say(*(f"{k.key}  {k.text}" for k in letters.values()), apart=False)
    enter = f"Enter takes {field.typed}" if field.typed else "Enter leaves it empty" if field.optional else ""
    prompt = "; ".join(filter(None, (field.ask, enter)))
    try:
        text = talk.ask(Ask(prompt, usual="", free=not letters)) or ""
    except BackWished:
        return asking.press("escape")
    return asking.press(text.casefold()) if text.casefold() in letters else asking.answered(text)


def prompt_of(page: StepPage) -> str:
    """What can be typed, in one line: answers by their numbers or letters, what Enter does, the way back."""
    keys = [c.key for c in page.choices]
    answers = "A number" if keys and all(k.isdigit() for k in keys) else " or ".join(keys)
    enter, back = _does(page, "enter"), _does(page, "escape")
    said = (answers, f"Enter: {enter}" if enter else "", f"b: {back}" if back and back != "back" else "")
    return "; ".join(part for part in said if part)


def letters_of(page: StepPage) -> tuple[Choice, ...]:
    """What else can be typed here, a letter each."""
    return tuple(k for k in page.keys if len(k.key) == 1 and k.key not in NOT_IN_LINES)


def _does(page: StepPage, key: str) -> str:
    """What a key does on this page; empty where it does nothing."""
    return next((k.text for k in page.keys if k.key == key), "")
