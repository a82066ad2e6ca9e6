"""The one door in front of every widget and every print: text that drives no terminal and no reader's eye."""

import unicodedata
from collections.abc import Iterator

MOST_MARKS = 8
"""Combining marks kept on one letter; living scripts use at most five or so."""

_JOINERS = "\u200c\u200d"
_VARIATION = "\ufe0e\ufe0f"
_SHOWN_FORMAT = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that are themselves seen (Arabic number signs and their kin)."""
_BLANK_LETTERS = frozenset("\u3164\uffa0\u034f\u17b4\u17b5")
"""Called letters or marks, and seen as nothing."""
_FLAG, _TAG_END = "\U0001f3f4", "\U000e007f"

_PLAIN = {
    "␡": "<DEL>",
    "⟨": "<",
    "⟩": ">",
    "…": "...",
    "·": "-",
    "•": "*",
    "–": "-",
    "—": "-",
    "−": "-",
    "→": "->",
    "←": "<-",
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
}
"""What stands for a sign on a terminal that hasn't got it."""


def displayable(text: str, *, newlines: bool = False) -> str:
    """The text with everything that is obeyed or hidden instead of seen turned into a visible stand-in.

    Control characters, escape, text direction overrides, zero-width characters, line separators and halves
    of surrogate pairs become signs such as `␛` or `⟨U+202E⟩`; a long pile of combining marks is cut; a tab
    becomes spaces. Emoji, flags and the joiners that scripts need stay. `newlines` keeps line feeds (a CR LF
    becomes one). The answer given again comes back unchanged. Never raises.
    """
    if newlines:
        text = text.replace("\r\n", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(_pieces(text, newlines))


def for_stream(text: str, encoding: str | None) -> str:
    """The text with what the encoding hasn't got spelled in signs that it has.

    An unknown encoding counts as ASCII.
    """
    known = encoding or "ascii"
    try:
        text.encode(known)
    except UnicodeEncodeError:
        return "".join(c if _fits(c, known) else _spelled(c, known) for c in text)
    except LookupError:
        return for_stream(text, "ascii")
    return text


def _pieces(text: str, newlines: bool) -> Iterator[str]:
    marks = 0
    flag_ends = _flag_spans(text)
    for i, c in enumerate(text):
        kind = unicodedata.category(c)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > MOST_MARKS:
            if marks == MOST_MARKS + 1:
                yield "⟨…⟩"
        elif c == "\n" and newlines:
            yield c
        elif c == "\t":
            yield "    "
        elif i in flag_ends or not _hides(c, kind) or (c in _JOINERS and _joins(text, i)):
            yield c
        else:
            yield _stand_in(c)


def _hides(c: str, kind: str) -> bool:
    """Whether a character is obeyed or hidden instead of seen."""
    if kind == "Cf":
        return c not in _SHOWN_FORMAT
    return kind in ("Cc", "Cs", "Zl", "Zp") or c in _BLANK_LETTERS


def _stand_in(c: str) -> str:
    point = ord(c)
    if point < 0x20:
        return chr(0x2400 + point)
    return "␡" if point == 0x7F else f"⟨U+{point:04X}⟩"


def _joins(text: str, i: int) -> bool:
    """Whether a joiner does its work: between two pictographs, or in a word of a script that needs it."""
    if i == 0 or i + 1 >= len(text):
        return False
    before, after = text[i - 1], text[i + 1]
    if text[i] == "\u200d" and _pictograph(after) and (_pictograph(before) or before in _VARIATION):
        return True
    return _needs_joiners(before) and (_needs_joiners(after) or not after.isprintable() or after == " ")


def _pictograph(c: str) -> bool:
    """Emoji and other symbols, skin tones included."""
    return unicodedata.category(c) in ("So", "Sk") and ord(c) > 0x2000


def _needs_joiners(c: str) -> bool:
    """Letters and marks of Arabic and its kin, of the scripts of India, of Khmer and Mongolian."""
    point = ord(c)
    in_script = 0x0600 <= point <= 0x0DFF or 0x1780 <= point <= 0x18AF
    return in_script and unicodedata.category(c)[0] in "LM"


def _flag_spans(text: str) -> frozenset[int]:
    """Where tag characters spell a flag of a region: after the black flag, up to the closing tag."""
    found: set[int] = set()
    start = text.find(_FLAG)
    while start >= 0:
        end = start + 1
        while end < len(text) and "\U000e0030" <= text[end] <= "\U000e007a":
            end += 1
        if 3 <= end - start - 1 <= 6 and end < len(text) and text[end] == _TAG_END:
            found.update(range(start + 1, end + 1))
        start = text.find(_FLAG, start + 1)
    return frozenset(found)


def _fits(c: str, encoding: str) -> bool:
    try:
        c.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _spelled(c: str, encoding: str) -> str:
    """One character in others: a plain sign, the letter without its marks, else its number."""
    if c in _PLAIN:
        return _PLAIN[c]
    point = ord(c)
    if 0x2400 <= point <= 0x241F:
        return f"<U+{point - 0x2400:04X}>"
    bare = "".join(x for x in unicodedata.normalize("NFKD", c) if not unicodedata.combining(x))
    if bare and bare != c and bare.isprintable() and _fits(bare, encoding):
        return bare
    return f"<U+{point:04X}>"
