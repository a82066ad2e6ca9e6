"""Questions that are asked once more, before something that matters."""

from typing import NamedTuple


class Answer(NamedTuple):
    """One answer: its name, its key, its words, and what follows from it."""

    name: str
    key: str
    label: str
    hint: str = ""


class Question(NamedTuple):
    """A question with its answers; the first is what Enter gives."""

    title: str
    text: str
    answers: tuple[Answer, ...]


def discard_question(trials: int) -> Question:
    """Whether an unfinished check should really go."""
    lost = {0: "No trial was made in it.", 1: "Its 1 trial goes with it."}.get(
        trials, f"Its {trials} trials go with it."
    )
    return Question(
        "Discard the unfinished check?",
        f"{lost} This can't be taken back. What you told before the tests is kept.",
        (Answer("no", "n", "No, leave it as it is"), Answer("yes", "y", "Yes, discard it")),
    )


def unsaved_question() -> Question:
    """Whether what was written should be kept before leaving."""
    return Question(
        "Keep what you wrote?",
        "Esc goes back to it.",
        (Answer("keep", "k", "Keep it"), Answer("drop", "d", "Leave without it")),
    )
