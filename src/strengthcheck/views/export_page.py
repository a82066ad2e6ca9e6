"""What the export page says before a file is written, and after."""

from pathlib import Path

from strengthcheck.views.asking import Answer, Question


def what_is_in_it(checks: int, in_bin: int, others: int, tests: int) -> tuple[str, ...]:
    """What the file will hold, before it is written."""
    held = [_counted(checks, "check", "checks") + " with every trial, note and earlier version"]
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


def overwrite_question(path: str) -> Question:
    """Whether a file that is there should be replaced."""
    return Question(
        "A file is there already. Replace it?",
        path,
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, replace it")),
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
