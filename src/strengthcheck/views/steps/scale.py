"""A rating from 0 to 10, typed with one or two keys or as a line."""

from strengthcheck.guide.entering import NotAValue, typed_number


def typed_scale(now: str, key: str) -> str | None:
    """What a rating reads after one more key; none when the key is no digit. A 1 then a 0 is ten."""
    if len(key) != 1 or not (key.isascii() and key.isdigit()):
        return None
    return "10" if now == "1" and key == "0" else key


def told_scale(text: str) -> str:
    """A rating told as a line, as it is spelled here; empty where nothing was told. Raises NotAValue."""
    value = typed_number(text) if text.strip() else None
    if value is None:
        return ""
    if value not in range(11):
        raise NotAValue("Type a whole number from 0 to 10.")
    return str(int(value))
