"""No sentence about a body or a result stands outside the room of words: the source, literal by literal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import strengthcheck

ROOT = Path(strengthcheck.__file__).parent
BODY = (
    r"weak|weaker|weakness|strength|stronger|muscles?|twitch\w*|illness\w*|disease|ALS|symptoms?|worse|"
    r"examination"
)
SAYS = (
    r"is|are|was|means?|shows?|tells?|says?|can't|cannot|does|doesn't|may|might|never|always|usually|"
    r"nearly|more"
)
CLAIM = re.compile(rf"\b(?:{BODY})\b[^.?!]*\b(?:{SAYS})\b|\b(?:{SAYS})\b[^.?!]*\b(?:{BODY})\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.?!\n]+[.?!]?")
LEAST_WORDS = 5

TITLES = {
    "What real weakness looks like over time, what twitching usually is, what these tests can't show.",
}
"""Not claims: what a page is about, in its help."""

MADE_UP = ("services/made_up.py",)
"""The notes of made-up people are theirs."""


def literals() -> Iterator[tuple[str, str]]:
    """Every text in the program's source that is no docstring, by its file."""
    for path in sorted(ROOT.rglob("*.py")):
        where = path.relative_to(ROOT).as_posix()
        if where.startswith("wording/") or where in MADE_UP:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                yield where, node.value


def claims(text: str) -> list[str]:
    """The sentences of a text that say something of a body; questions ask, and labels name."""
    said = [" ".join(s.split()) for s in SENTENCE.findall(text)]
    return [
        s
        for s in said
        if len(s.split()) >= LEAST_WORDS and s.endswith(".") and CLAIM.search(s) and s not in TITLES
    ]


def test_what_is_said_of_a_body_stands_in_the_room_of_words_with_its_source():
    assert [(where, claim) for where, text in literals() for claim in claims(text)] == []


def test_the_search_finds_a_claim_and_lets_questions_and_labels_be():
    assert claims("Twitching by itself is nearly always harmless.")
    assert claims("A check before then can't show whether you are weaker.")
    assert claims("How strong is the worry now? left leg or foot") == []
    assert claims("Have your muscles twitched for over two weeks?") == []
