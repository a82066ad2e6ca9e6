import re

import pytest

from strengthcheck.wording.forbidden import forbidden_in
from strengthcheck.wording.sources import sections_of
from strengthcheck.wording.understand import ALL, ASKED, TOPICS

LEFT_OUT = ("astral", "magnesium", "calcium", "potassium", "lactic", "dead", "die", "killed", "blood clot")
"""What the articles hold and the reading room must not (docs/evidence.md#kept-of-the-articles)."""


@pytest.mark.parametrize("sentence", ALL, ids=lambda s: s.id)
def test_each_statement_has_its_source_at_most_35_words_and_no_forbidden_word(sentence):
    assert sections_of(sentence.source)
    assert len(sentence.text.split()) <= 35
    assert forbidden_in(sentence.text) == ()


@pytest.mark.parametrize("sentence", ALL, ids=lambda s: s.id)
def test_the_frightening_and_invented_parts_of_the_articles_stand_nowhere(sentence):
    words = sentence.text.lower()
    assert [w for w in LEFT_OUT if re.search(rf"\b{w}\b", words)] == []


def test_the_question_most_come_with_is_answered_first_and_plainly():
    assert TOPICS[0] is ASKED
    assert ASKED.title == "Do I have ALS?"
    assert ASKED.sentences[0].text.startswith("No home test can answer that")
    told = " ".join(s.text for s in ASKED.sentences)
    assert "see a doctor now" in told


def test_what_was_found_at_follow_up_is_said_only_of_people_who_were_examined():
    for sentence in ALL:
        if "follow-up" in sentence.text:
            assert "examined" in sentence.text


def test_that_twitching_is_harmless_is_said_only_with_an_examination():
    for sentence in ALL:
        if "nearly always harmless" in sentence.text:
            assert "examination" in sentence.text


def test_statements_and_topics_have_ids_of_their_own():
    assert len({s.id for s in ALL}) == len(ALL)
    assert len({t.id for t in TOPICS}) == len(TOPICS)
