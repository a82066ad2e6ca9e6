"""Questions of the views, asked in lines; lists to pick from by a number; and lines of a form, one by one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from strengthcheck.guide.entering import NotAValue
from strengthcheck.plain.talk import NOTHING, Ask, Talk
from strengthcheck.plain.wishes import BackWished
from strengthcheck.views.asking import Question

T = TypeVar("T")


class FormLine(NamedTuple):
    """One line of a form: its name, what is asked, what stands there."""

    name: str
    label: str
    value: str = ""


TWO_DATES = (
    FormLine("since", "From, such as 1 March; Enter leaves it open"),
    FormLine("until", "Up to; Enter leaves it open"),
)
"""A time between two days, for `filled`."""


def answer_of(talk: Talk, question: Question, *, enter: bool = False) -> str:
    """The name of the answer chosen; Enter alone is the one that stands now, with `enter` the first."""
    talk.say(question.title, question.text)
    names: dict[str, str] = {}
    options = []
    for i, answer in enumerate(question.answers, 1):
        key = answer.key or str(i)
        names[key] = answer.name
        options.append((key, f"{answer.label}, {answer.hint}" if answer.hint else answer.label))
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
    talk: Talk, count: int, words: Iterable[tuple[str, str]] = (), what: str = "A number; b goes back"
) -> str:
    """A number of the list above, or one of these words, which are said first."""
    known = dict(words)
    talk.say(*(f"{key}  {text}" for key, text in known.items()), apart=False)
    while True:
        typed = (talk.ask(Ask(what)) or "").casefold()
        if typed in known or (typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= count):
            return typed if typed in known else str(int(typed))
        talk.say("Type a number of the list, or b.", apart=False)


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


def filled(talk: Talk, lines: Iterable[FormLine], take: Callable[[Mapping[str, str]], T]) -> T:
    """A form, a line at a time, asked anew until `take` can take it (it raises NotAValue)."""
    asked = tuple(lines)
    typed = {line.name: line.value for line in asked}
    while True:
        at = 0
        while at < len(asked):
            line = asked[at]
            now = typed[line.name]
            try:
                typed[line.name] = talk.text(
                    f"{line.label}; Enter for {now}, - for nothing" if now else line.label, now
                )
            except BackWished:
                if at == 0:
                    raise
                at -= 1
            else:
                at += 1
        try:
            return take(typed)
        except NotAValue as e:
            talk.say(str(e))
