"""How many checks there are, in the same words wherever they are counted."""


def checks_words(planned: int, extra: int = 0) -> str:
    """Planned checks, which are compared, apart from extra ones, which are not."""
    if not extra:
        return _counted(planned, "check") if planned else "nothing yet"
    if not planned:
        return _counted(extra, "extra check")
    return f"{_counted(planned, 'planned check')}, {extra} extra"


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
