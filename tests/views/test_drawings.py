"""The drawings fit, mirror truly, and use only characters that every terminal has."""

from pathlib import Path

import pytest

from strengthcheck.views.displayable import displayable
from strengthcheck.views.drawings import WIDTH, drawing, mirrored

SHIPPED = sorted(p.stem for p in (Path(__file__).parents[2] / "protocols").glob("*.yaml"))
HANDED = ["book-pinch-lift", "cap-tightening", "grip-device", "jar-lid"]
ALLOWED = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("─│┌┐└┘├┤┬┴┼═║╔╗╚╝▒")
SYMMETRICAL = frozenset(" _-'.^:─│═║▒┬┴O")
PAIRED = frozenset("()/\\┌┐└┘├┤╔╗╚╝")


def words(row: str) -> list[str]:
    return "".join(c if c.isalpha() and c.islower() else " " for c in row).split()


@pytest.mark.parametrize("side", ["left", "right", "both"])
@pytest.mark.parametrize("test", SHIPPED)
def test_every_shipped_test_is_drawn_small_enough_for_80_by_24(test, side):
    rows = drawing(test, side)
    assert 0 < len(rows) <= 10
    assert {len(row) for row in rows} == {WIDTH}


@pytest.mark.parametrize("test", SHIPPED)
def test_only_characters_that_every_terminal_font_has(test):
    for row in drawing(test, "right"):
        assert set(row) <= ALLOWED
        assert displayable(row) == row


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("test", SHIPPED)
def test_in_a_mirror_twice_it_is_as_before(test, side):
    rows = drawing(test, side)
    assert mirrored(mirrored(rows)) == rows


@pytest.mark.parametrize("test", HANDED)
def test_the_left_hand_is_the_mirror_image_of_the_right_one_and_its_words_still_read(test):
    left, right = drawing(test, "left"), drawing(test, "right")
    assert left != right
    assert left == mirrored(right)
    assert [sorted(words(row)) for row in left] == [sorted(words(row)) for row in right]


@pytest.mark.parametrize("test", HANDED)
def test_each_drawn_character_has_a_true_mirror_image(test):
    drawn = {c for row in drawing(test, "right") for c in row if not (c.isalpha() and c.islower())}
    assert drawn <= SYMMETRICAL | PAIRED


def test_the_forearm_of_a_right_hand_comes_from_the_right_and_of_a_left_one_from_the_left():
    assert drawing("cap-tightening", "right")[0].endswith("───")
    assert drawing("cap-tightening", "left")[0].startswith("───")


@pytest.mark.parametrize("test", sorted(set(SHIPPED) - set(HANDED)))
def test_what_both_sides_do_alike_looks_alike(test):
    assert drawing(test, "left") == drawing(test, "right") == drawing(test, "both")


@pytest.mark.parametrize(
    ("row", "turned"),
    [
        ("(->", "<-)"),
        ("/|  ", "  |\\"),
        ("┌─┤ index finger", "index finger ├─┐"),
        ("thumb │", "│ thumb"),
    ],
)
def test_characters_are_turned_round_and_words_are_not(row, turned):
    assert mirrored((row,)) == (turned,)


def test_a_test_of_ones_own_has_no_drawing():
    assert drawing("my-own-test", "left") == ()


def test_the_hands_on_the_keys_are_named_where_they_are():
    assert any(words(row) == ["left", "right"] for row in drawing("instrument-playing", "both"))
