"""What the file for the doctor will hold, said before it is written."""

from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.page_data import PageData

_WITH = {
    "name": "the name or initials from the form",
    "notes": "your notes of the checks",
    "context": "sleep and cold hands",
    "worry": "worry before the checks",
}


def page_holds(page: PageData, choices: PageChoices, *, sealed: bool = False) -> tuple[str, ...]:
    """What is in it, and what is not because it was not chosen; said before it is written."""
    without = [words for name, words in _WITH.items() if not getattr(choices, name)]
    return (
        held_words(page, choices, sealed=sealed),
        *([f"Not in it: {'; '.join(without)}."] if without else []),
    )


def held_words(page: PageData, choices: PageChoices, *, sealed: bool = False) -> str:
    """What is in it; what is not stands in the list of choices beside this.

    While values are `sealed` it is not said how many tests have a chart: the gravest have one first.
    """
    held = [
        _told(page),
        _tests(page, sealed),
        *([f"about you: {page.person}"] if page.person else []),
        *(words for name, words in _WITH.items() if getattr(choices, name)),
        *(["every try, the method and the tests' texts"] if choices.full else []),
    ]
    return f"It holds: {'; '.join(held)}."


def missing_words(missing: tuple[str, ...]) -> str:
    """Which characters no font here has, and what that means for the file."""
    named = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing[:8])
    more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
    return (
        f"No font on this computer has {named}{more}; on the page an empty box stands there. "
        "The page is a plain tagged PDF then, without the archive standard."
    )


def _tests(page: PageData, sealed: bool) -> str:
    """How many tests have a chart, and how many are only named: together, those that were chosen."""
    drawn = len({line.protocol for line in page.lines})
    if not drawn:
        return "no test, as none was done"
    if sealed:
        return _counted(drawn + page.named)
    named = f", {page.named} more by name" if page.named else ""
    return f"{_counted(drawn)} with charts{named}"


def _counted(tests: int) -> str:
    return f"{tests} {'test' if tests == 1 else 'tests'}"


def _told(page: PageData) -> str:
    if any(b.words.lines for b in page.own):
        return "your words from the form"
    return "what you told here before" if page.facts else "an empty form, with room to write by hand"
