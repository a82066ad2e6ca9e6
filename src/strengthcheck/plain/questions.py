"""Questions of the views, asked in lines; lists to pick from by a number; and lines of a form, one by one."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from strengthcheck.guide.entering import NotAValue
from strengthcheck.plain.talk import NOTHING, Ask, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.asking import Question
from strengthcheck.views.typed import past_span

T = TypeVar("T")

ONCE_MORE = "Once more from the first line; b there goes back."


class FormLine(NamedTuple):
    """One line of a form: its name, what is asked, what stands there."""

    name: str
    label: str
    value: str = ""
    read: Callable[[str], object] = str
    """Reads the line alone; raises NotAValue where it can't be taken whatever the others say."""
    empty: str = ""
    """What Enter does where nothing stands."""
    needed: bool = False
    """It can't be taken away."""


def two_dates(today: date) -> tuple[FormLine, ...]:
    """A time between two days, for `filled`."""

    def read(text: str) -> object:
        return past_span(text, "", today)

    open_end = "Enter leaves it open"
    return (
        FormLine("since", "From, such as 1 March", "", read, open_end),
        FormLine("until", "Up to, such as yesterday", "", read, open_end),
    )


def answer_of(talk: Talk, question: Question, *, enter: bool = False) -> str:
    """The name of the answer chosen; Enter alone is the one that stands now, with `enter` the first."""
    talk.say(question.title, question.text)
    names: dict[str, str] = {}
    options = []
    for i, answer in enumerate(question.answers, 1):
        key = answer.key or str(i)
        names[key] = answer.name
        between = "; " if "," in answer.label or ":" in answer.label else ", "
        options.append((key, f"{answer.label}{between}{answer.hint}" if answer.hint else answer.label))
    now = next((key for key, name in names.items() if question.now and name == question.now), None)
    usual = now or (options[0][0] if enter else None)
    prompt = f"Type one; Enter for {usual}" if usual else "Type one"
    return names[talk.choose(prompt, options, usual=usual)]


def is_sure(talk: Talk, question: Question) -> bool:
    """Whether a question whose first answer changes nothing is answered otherwise."""
    return answer_of(talk, question, enter=True) != question.answers[0].name


def stays(now: str) -> str:
    """What Enter does to a text that may stand there already, and what takes it away."""
    return f"Enter leaves it as it is, {NOTHING} takes it away" if now else "Enter leaves it empty"


def picked(
    talk: Talk,
    count: int,
    words: Iterable[tuple[str, str]] = (),
    what: str = "A number; b goes back",
    more: Sequence[str] = (),
) -> str:
    """A number of the list above, or one of these words, which are said first. `more`: at a question mark."""
    known = dict(words)
    talk.say(*(f"{key}  {text}" for key, text in known.items()), apart=False)
    while True:
        typed = (talk.ask(Ask(what, more=tuple(more))) or "").casefold()
        if typed in known or (typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= count):
            return typed if typed in known else str(int(typed))
        talk.say("Type a number of the list, or b.", apart=False)


def earlier(left: int, at_once: int) -> tuple[tuple[str, str], ...]:
    """The word for more of a list that is said newest first, where so many are `left`."""
    if left <= 0:
        return ()
    return (
        ("m", f"{left} earlier ones" if left <= at_once else f"the next {at_once} of {left} earlier ones"),
    )


def by_number(talk: Talk, named: list[tuple[str, str]]) -> str:
    """The name of what was chosen from a numbered list."""
    options = [(str(i), text) for i, (_, text) in enumerate(named, 1)]
    return named[int(talk.choose("A number; b goes back", options)) - 1][0]


def marked(
    talk: Talk, title: str, text: str, lines: Sequence[tuple[str, str]], now: Iterable[str]
) -> tuple[str, ...]:
    """The names of the lines that are marked, in their order; numbers change that until Enter."""
    chosen = set(now)
    talk.say(title, text)
    while True:
        talk.say(
            *(f"{i}  {what}: {'yes' if n in chosen else 'no'}" for i, (n, what) in enumerate(lines, 1)),
            apart=False,
        )
        typed = talk.ask(Ask("Numbers change a line; Enter is done", usual="")) or ""
        if not typed:
            return tuple(name for name, _ in lines if name in chosen)
        for word in typed.replace(",", " ").split():
            number = int(word) if word.isdecimal() and len(word) < 4 else 0
            if 1 <= number <= len(lines):
                chosen ^= {lines[number - 1][0]}
            else:
                talk.say(f"Type numbers from 1 to {len(lines)}.", apart=False)


def filled(
    talk: Talk,
    lines: Iterable[FormLine],
    take: Callable[[Mapping[str, str]], T],
    kept: MutableMapping[str, str] | None = None,
) -> T:
    """A form, a line at a time; one that can't be read is asked for at once.

    `take` raises NotAValue where they can't be taken together: then all are asked once more. `kept`: where
    what was typed is kept as well, so that it is there when the form is left and come back to.
    Raises BackWished at the first line, LeaveWished.
    """
    asked = tuple(lines)
    typed = {} if kept is None else kept
    for line in asked:
        typed.setdefault(line.name, line.value)
    while True:
        at = 0
        while at < len(asked):
            try:
                typed[asked[at].name] = _line(talk, asked[at], typed[asked[at].name])
            except BackWished:
                if at == 0:
                    raise
                at -= 1
            else:
                at += 1
        try:
            return take(typed)
        except NotAValue as e:
            talk.say(f"{e} {ONCE_MORE}")


def _line(talk: Talk, line: FormLine, now: str) -> str:
    """One line of a form, asked until it can be read; what can't be is not what Enter takes."""
    enter = f"Enter for {now}{'' if line.needed else f', {NOTHING} for nothing'}" if now else line.empty
    after = " " if line.label.endswith(("?", ".")) else "; "
    prompt = f"{line.label}{after}{enter}" if enter else line.label
    while True:
        text = talk.text(prompt, now)
        try:
            line.read(text)
        except NotAValue as e:
            talk.say(str(e), apart=False)
        else:
            return text
