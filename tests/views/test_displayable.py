"""Text from a person or a file is seen, never obeyed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.views.displayable import MOST_MARKS, displayable, for_stream

CODE_POINTS = st.integers(0, 0x10FFFF).map(chr)
ANY_TEXT = st.text(CODE_POINTS, max_size=60)


@pytest.mark.parametrize(
    ("given_text", "seen"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("total 12\rtotal 99", "total 12␍total 99"),
        ("safe\u202eevil", "safe⟨U+202E⟩evil"),
        ("\u2066x\u2069\u200f\u061c", "⟨U+2066⟩x⟨U+2069⟩⟨U+200F⟩⟨U+061C⟩"),
        ("ze\u200bro\ufeff", "ze⟨U+200B⟩ro⟨U+FEFF⟩"),
        ("a\u2028b\u2029c", "a⟨U+2028⟩b⟨U+2029⟩c"),
        ("half \ud83d pair", "half ⟨U+D83D⟩ pair"),
        ("a\tb", "a    b"),
        ("two\nlines", "two␊lines"),
        ("\U000e0041\U000e0042", "⟨U+E0041⟩⟨U+E0042⟩"),
    ],
)
def test_what_would_be_obeyed_is_seen(given_text: str, seen: str) -> None:
    assert displayable(given_text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "pain [/nope] [bold] [@click=app.quit]x[/]",
        "Zoë 中文 Ελληνικά العربية עברית ไทย ক্ষ",
        "👍🏽 👩‍👩‍👧 ❤️‍🔥 🏳️‍🌈 🇩🇪",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می‌خواهم",
        "क्‍ष",
        "12,4 · 0:12.4 – 31.2 kg",
    ],
)
def test_ordinary_scripts_markup_and_emoji_stay_as_written(text: str) -> None:
    assert displayable(text) == text


def test_line_feeds_stay_where_they_are_asked_for_and_a_windows_ending_is_one() -> None:
    assert displayable("one\r\ntwo\nthree\rfour", newlines=True) == "one\ntwo\nthree␍four"


def test_a_pile_of_accents_is_cut_and_the_letter_stays() -> None:
    shown = displayable("a" + "\u0301" * 200 + "b")
    assert shown.startswith("a\u0301")
    assert shown.endswith("⟨…⟩b")
    assert shown.count("\u0301") == MOST_MARKS


def test_a_joiner_that_joins_nothing_is_seen() -> None:
    assert displayable("a\u200db") == "a⟨U+200D⟩b"
    assert displayable("\u200d") == "⟨U+200D⟩"


@given(ANY_TEXT)
def test_nothing_obeyed_gets_through_whatever_comes(text: str) -> None:
    shown = displayable(text)
    shown.encode("utf-8")
    for c in shown:
        assert unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp")
        assert c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff"


@given(ANY_TEXT)
def test_shown_twice_is_shown_once(text: str) -> None:
    assert displayable(displayable(text)) == displayable(text)


@given(ANY_TEXT, st.sampled_from(["ascii", "latin-1", "cp437", "utf-8", "no-such-encoding"]))
def test_no_terminal_dies_of_its_encoding(text: str, encoding: str) -> None:
    spelled = for_stream(displayable(text), encoding)
    spelled.encode("ascii" if encoding.startswith("no") else encoding)


def test_on_a_plain_terminal_letters_lose_their_accents_and_the_rest_is_spelled() -> None:
    assert for_stream("Zoë – 中 ␛ ’", "ascii") == "Zoe - <U+4E2D> <U+001B> '"
    assert for_stream("Zoë", "latin-1") == "Zoë"
    assert for_stream("Zoë", None) == "Zoe"
