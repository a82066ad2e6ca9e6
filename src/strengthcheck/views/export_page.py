"""What the export page says before a file is written, and after."""

from pathlib import Path

from strengthcheck.views.asking import Answer, Question

KINDS = (
    Answer("json", "j", "The whole record", "JSON; it can be read back in"),
    Answer("csv", "c", "A table of all values", "CSV, for a spreadsheet"),
    Answer("fhir", "f", "A document for other systems", "FHIR R4"),
)
"""What can be written."""


LEAD = "A file that you keep, or give to someone. Nothing is written until you choose its place."


def table_holds(notes: bool) -> str:
    """What a table will hold, before it is written."""
    more = " and your notes" if notes else ""
    without = "" if notes else " nor your notes"
    return (
        f"The file will hold every try{more}, a row for each value. "
        f"It won't hold a name{without}, nor the form for the doctor."
    )


def what_is_in_it(checks: int, in_bin: int, others: int, tests: int) -> tuple[str, ...]:
    """What the file will hold, before it is written."""
    held = [_counted(checks, "check", "checks") + " with every try, note and earlier version"]
    if in_bin:
        held.append(f"{in_bin} in the bin")
    if others:
        held.append(
            _counted(others, "other entry", "other entries") + " (set-up, what you told before tests)"
        )
    if tests:
        held.append("the text of " + _counted(tests, "test", "tests") + " they were made with")
    return (
        f"The file will hold the whole record: {'; '.join(held)}. It can be read back in, value for value.",
        "Only your account can open it; whoever has the file can read it, as it is not encrypted.",
    )


def written(path: Path, size: int) -> str:
    """Where the file went."""
    kilobytes = max(1, round(size / 1000))
    return f"Written: {path}, {kilobytes} kB."


def table_question() -> Question:
    """Whether the table should hold the notes."""
    return Question(
        "With your notes?",
        "The table has a row for each value of each try, with side, test, date and unit. "
        "It holds no name and nothing of the form for the doctor.",
        (Answer("no", "n", "No, without notes"), Answer("yes", "y", "Yes, each beside its check")),
    )


def sealed_export_question(sealed: str) -> Question:
    """Whether a file should hold values that are sealed on screen."""
    return Question(
        "Write sealed values into the file?",
        f"{sealed} They stay sealed here.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, write the file")),
    )


def overwrite_question(path: str) -> Question:
    """Whether a file that is there should be replaced."""
    return Question(
        "A file is there already. Replace it?",
        path,
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, replace it")),
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
