"""The page about sound asks once, says what is on, and never makes sound a duty."""

import pytest

from strengthcheck.views.sound_page import countdown_after, sound_view
from strengthcheck.wording.forbidden import forbidden_in


def labels(**given) -> list[str]:
    return [row.label for row in sound_view(**{"trouble": (), **given}).rows]


def test_it_asks_whether_it_was_heard_until_it_is_answered():
    view = sound_view(sound=True, voice=True, heard=None, trouble=())
    assert view.title == "Did you hear that?"
    assert [row.key for row in view.rows] == ["y", "p", "n", "t", "v", "c"]
    assert sound_view(sound=True, voice=True, heard=True, trouble=()).title == "Sound and voice"


def test_who_does_not_hear_it_is_told_that_nothing_is_missing():
    assert "nothing is missing" in sound_view(sound=True, voice=False, heard=False, trouble=()).text


def test_with_both_off_there_is_nothing_to_hear_and_both_can_be_turned_on():
    assert labels(sound=False, voice=False, heard=None)[:2] == ["Tones: off", "Voice: off"]


def test_the_countdown_is_set_here_too():
    off = {"sound": False, "voice": False, "heard": None}
    assert "Countdown: 10 seconds the first time, then 5" in labels(**off)
    assert "Countdown: 3 seconds, 10 the first time" in labels(**off, countdown=3)
    assert "Countdown: 15 seconds, 15 the first time" in labels(**off, countdown=15)
    assert [countdown_after(c) for c in (None, 3, 6, 20)] == [3, 5, 7, None]


def test_what_does_not_work_is_said():
    view = sound_view(sound=True, voice=True, heard=True, trouble=("No tones: one.", "No voice: two."))
    assert view.trouble == "No tones: one.\nNo voice: two."
    view = sound_view(sound=True, voice=True, heard=None, trouble=("No voice: two.",))
    assert view.trouble == "No voice: two."


def test_where_only_the_bell_can_ring_it_asks_about_the_bell():
    view = sound_view(sound=True, voice=True, heard=None, trouble=("No tones: one.", "No voice: two."))
    assert "as the terminal's bell" in view.text
    assert "You should hear it now" not in view.text


@pytest.mark.parametrize("heard", [None, True, False])
@pytest.mark.parametrize("sound", [True, False])
def test_its_words_are_calm(sound, heard):
    view = sound_view(sound=sound, voice=False, heard=heard, trouble=())
    assert forbidden_in(" ".join([view.title, view.text, *(r.label for r in view.rows)])) == ()


@pytest.mark.parametrize(
    ("sound", "voice", "ways"),
    [
        (True, True, "on the screen, as a tone and as a voice"),
        (True, False, "on the screen and as a tone"),
        (False, True, "on the screen and as a voice"),
    ],
)
def test_it_names_the_ways_that_are_on(sound, voice, ways):
    assert f"at once {ways}." in sound_view(sound=sound, voice=voice, heard=None, trouble=()).text
