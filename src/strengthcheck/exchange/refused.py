"""The one error that reading a file raises."""


class Refused(ValueError):
    """Something given was not taken. The message says in plain words what is wrong with it."""


def versions_message(what: str, found: int, known: int) -> str:
    """What is said of a file that a newer program wrote; names both versions."""
    return (
        f"{what} is of format version {found}, and this program reads versions up to {known}. "
        "Use the newer strengthcheck that wrote it."
    )
