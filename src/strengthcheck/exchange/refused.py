"""The one error that reading a file raises."""

_VERBS = ("is ", "holds ", "should ", "needs ")


class Refused(ValueError):
    """Something given was not taken. The message says in plain words what is wrong with it."""


def of_it(error: Exception) -> str:
    """An error's message where the thing has been named before: what begins with a verb is said of "it"."""
    text = str(error)
    return f"it {text}" if text.startswith(_VERBS) else text


def ended(text: str) -> str:
    """A message as a whole sentence, with a full stop unless it has an end already."""
    return text if text.endswith((".", "?")) else f"{text}."


def versions_message(what: str, found: int, known: int) -> str:
    """What is said of a file that a newer program wrote; names both versions."""
    return (
        f"{what} is of format version {found}, and this program reads versions up to {known}. "
        "Use the newer strengthcheck that wrote it."
    )
