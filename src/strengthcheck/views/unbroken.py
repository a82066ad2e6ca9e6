"""Text whose numbers stay with their unit, and days with their month, where a line ends."""

import re

from strengthcheck.views.dates import MONTHS

FAST = "\ue000"
"""Stands for a space at which no line is broken: of no script, and no white space for Textual."""

UNITS = (
    "%",
    "kg",
    "g",
    "N",
    "lb",
    "s",
    "cm",
    "m",
    "mm",
    "bpm",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
)
_MONTH = "|".join(MONTHS)
_BEHIND_A_NUMBER = re.compile(rf"(?<=\d) (?=(?:{'|'.join(UNITS)}|{_MONTH})(?!\w))")
_YEAR = re.compile(rf"\b({_MONTH}) (?=\d{{4}}\b)")


def unbroken(text: str) -> str:
    """The text, as long as before, with `FAST` for the spaces in `26.6 kg`, `3 %`, `1 December 2025`."""
    return _YEAR.sub(rf"\1{FAST}", _BEHIND_A_NUMBER.sub(FAST, text))
