"""Questions that are asked once more, before something that matters."""

from typing import NamedTuple


class Answer(NamedTuple):
    """One answer: its name, its key, its words, and what follows from it."""

    name: str
    key: str
    label: str
    hint: str = ""


class Question(NamedTuple):
    """A question with its answers; the first is what Enter gives, or the one that stands now."""

    title: str
    text: str
    answers: tuple[Answer, ...]
    now: str = ""
    """The name of the answer that was given before."""


def discard_question(tries: int) -> Question:
    """Whether an unfinished check should really go."""
    lost = {0: "No try was made in it.", 1: "Its 1 try goes with it."}.get(
        tries, f"Its {tries} tries go with it."
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


def planned_question(usual: bool) -> Question:
    """Whether a check done on paper was planned; the first answer is what its date says."""
    yes = Answer("yes", "y", "Yes, it was planned", "by its date it was" if usual else "")
    no = Answer("no", "n", "No, an extra one: kept, not compared", "" if usual else "by its date it was")
    text = "Planned checks are compared with each other; extra ones are kept and never compared."
    return Question("Was this one of your planned checks?", text, (yes, no) if usual else (no, yes))


def leave_paper_question() -> Question:
    """Whether what was typed from paper should go."""
    return Question(
        "Leave without keeping?",
        "What you typed from paper would be gone.",
        (Answer("no", "n", "No, go on typing"), Answer("yes", "y", "Yes, leave")),
    )
