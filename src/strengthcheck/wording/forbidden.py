"""Words that no sentence about a body or a result may hold (docs/safeguards.md#how-it-speaks)."""

import re

FORBIDDEN = (
    "pass",
    "passed",
    "passes",
    "fail",
    "failed",
    "fails",
    "failure",
    "score",
    "scores",
    "normal",
    "normally",
    "abnormal",
    "safe",
    "cleared",
    "rule out",
    "rules out",
    "ruled out",
    "risk",
    "risks",
    "just anxiety",
    "clinical",
    "perceived",
    "suspicious",
    "don't worry",
    "do not worry",
    "relax",
    "benign",
    "healthy",
)
"""`benign` and `healthy` stand only in the reading room, where a source's own word is explained."""

_PATTERN = re.compile(
    r"(?<![\w-])(" + "|".join(re.escape(w) for w in FORBIDDEN) + r")(?![\w-])", re.IGNORECASE
)


def forbidden_in(text: str) -> tuple[str, ...]:
    """The forbidden words in a text, as whole words, in order; an exclamation mark counts as one."""
    found = [m.group(1).lower() for m in _PATTERN.finditer(text.replace("’", "'"))]
    return (*found, *("!" for _ in range(text.count("!"))))
