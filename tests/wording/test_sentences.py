import re
import string

import pytest

from strengthcheck.wording.catalogue import every_sentence
from strengthcheck.wording.danger import GATE_LINES
from strengthcheck.wording.forbidden import forbidden_in

SENTENCES = every_sentence()


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: s.id)
def test_each_sentence_has_a_source_and_a_condition_and_at_most_35_words(sentence):
    assert sentence.source
    assert sentence.when
    assert len(sentence.text.split()) <= 35


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: s.id)
def test_no_sentence_holds_a_forbidden_word(sentence):
    assert forbidden_in(sentence.text) == ()


def test_each_sentence_is_filled_by_name_only():
    for sentence in SENTENCES:
        fields = [f for _, f, _, _ in string.Formatter().parse(sentence.text) if f is not None]
        assert all(f.isidentifier() for f in fields), sentence.id
        assert "{" not in sentence.say(**dict.fromkeys(fields, "x"))


def test_ids_are_unique_unless_the_same_sentence_serves_two_screens():
    texts: dict[str, str] = {}
    for sentence in SENTENCES:
        assert texts.setdefault(sentence.id, sentence.text) == sentence.text


def test_the_gate_has_seven_lines_numbered_one_to_seven_each_with_a_source():
    assert [line.number for line in GATE_LINES] == [1, 2, 3, 4, 5, 6, 7]
    assert all(line.source and line.more for line in GATE_LINES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You passed.", ("passed",)),
        ("This rules out nothing", ("rules out",)),
        ("Just Anxiety!", ("just anxiety", "!")),
        ("A compass and a passage are fine words; normality too", ()),
    ],
)
def test_the_word_check_finds_whole_words(text, found):
    assert forbidden_in(text) == found


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: s.id)
def test_no_sentence_begins_with_a_date_that_may_be_words(sentence):
    starts = re.findall(r"(?:^|[.?] )\{(\w+)\}", sentence.text)
    assert "date" not in starts or sentence.id in DATES_ONLY


DATES_ONLY = {"home.low", "home.soft"}
"""Here a date is always a day: a confirming check has one."""
