"""A rating from 0 to 10 typed with one or two keys."""


def typed_scale(now: str, character: str | None) -> str | None:
    """What a rating reads after one more key; none when the key is no digit. A 1 then a 0 is ten."""
    if character is None or not (character.isascii() and character.isdigit()):
        return None
    return "10" if now == "1" and character == "0" else character
