import string

import pytest

from strengthcheck.wording import cards, dips, seal, wayout
from strengthcheck.wording.forbidden import forbidden_in


@pytest.mark.parametrize("sentence", [*cards.ALL, *dips.ALL, *seal.ALL, *wayout.ALL], ids=lambda s: s.id)
def test_each_sentence_has_source_and_condition_at_most_35_words_and_no_forbidden_word(sentence):
    assert sentence.source
    assert sentence.when
    assert len(sentence.text.split()) <= 35
    assert forbidden_in(sentence.text) == ()
    fields = [f for _, f, _, _ in string.Formatter().parse(sentence.text) if f is not None]
    assert "{" not in sentence.say(**dict.fromkeys(fields, "x"))
