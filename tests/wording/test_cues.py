import pytest

from strengthcheck.wording.cues import ALL, spoken
from strengthcheck.wording.forbidden import forbidden_in


@pytest.mark.parametrize(
    ("sides", "body", "said"),
    [
        (("left",), "arm", "Left hand. Ready?"),
        (("right",), "arm", "Right hand. Ready?"),
        (("right",), "leg", "Right leg. Ready?"),
        (("left", "right"), "arm", "Both hands. Ready?"),
        (("both",), "leg", "Both legs. Ready?"),
        (("both",), "none", "Ready?"),
    ],
)
def test_the_side_is_said_before_the_countdown(sides, body, said):
    assert spoken(sides, body)["ready"] == said


def test_each_signal_of_a_trial_has_its_words():
    assert list(spoken(("left",), "arm")) == [
        "rested",
        "ready",
        "three",
        "two",
        "one",
        "go",
        "half",
        "stop",
    ]


def test_who_is_next_is_said_when_the_rest_is_over():
    assert spoken(("right",), "arm")["rested"] == "Rest is over. Right hand next."
    assert spoken(("both",), "none")["rested"] == "Rest is over."


def test_every_signal_is_said_in_less_than_the_second_until_the_next_one():
    words = spoken(("left",), "arm")
    assert all(len(words[kind].split()) == 1 for kind in ("three", "two", "one", "go"))


def test_the_voice_neither_cheers_nor_judges():
    for sentence in ALL:
        assert forbidden_in(sentence.text) == ()
        assert sentence.source
        assert sentence.when
