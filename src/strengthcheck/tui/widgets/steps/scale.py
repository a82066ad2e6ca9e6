"""A rating from 0 to 10 typed with one or two keys."""


def typed_scale(now: str, key: str) -> str | None:
    """What a rating reads after one more key; none when the key is no digit. A 1 then a 0 is ten."""
    if len(key) != 1 or not (key.isascii() and key.isdigit()):
        return None
    return "10" if now == "1" and key == "0" else key
