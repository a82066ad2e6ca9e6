"""What the file for the doctor will hold, said before it is written."""

from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.page_data import PageData

_WITH = {
    "name": "the name or initials from the form",
    "notes": "your notes of the checks",
    "context": "sleep and cold hands",
    "worry": "worry before the checks",
}


def page_holds(page: PageData, choices: PageChoices) -> tuple[str, ...]:
    """Two or three lines: what is in it, and what is not because it was not chosen."""
    tests = len(page.lines)
    held = [
        _told(page),
        f"{tests} {'test' if tests == 1 else 'tests'} with charts" if tests else "no test, as none was done",
        "handedness and year of birth, if you told them",
        *(words for name, words in _WITH.items() if getattr(choices, name)),
        *(["every trial, the method and the tests' texts"] if choices.full else []),
    ]
    without = [words for name, words in _WITH.items() if not getattr(choices, name)]
    lines = [f"It holds: {'; '.join(held)}."]
    if without:
        lines.append(f"Not in it: {'; '.join(without)}.")
    return tuple(lines)


def missing_words(missing: tuple[str, ...]) -> str:
    """Which characters no font here has, and what that means for the file."""
    named = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing[:8])
    more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
    return (
        f"No font on this computer has {named}{more}; on the page an empty box stands there. "
        "The page is a plain tagged PDF then, without the archive standard."
    )


def _told(page: PageData) -> str:
    if any(b.words.lines for b in page.own):
        return "your words from the form"
    return "what you told here before" if page.facts else "an empty form, with room to write by hand"
