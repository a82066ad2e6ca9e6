import pytest

from strengthcheck.views.understand import JUDGED, source_words, topic_lines, topic_page


def test_topics_are_read_one_after_the_other_to_the_last():
    read, topic = [], topic_lines()[0].id
    while topic is not None:
        page = topic_page(topic)
        read.append(page.id)
        topic = page.after
    assert read == [line.id for line in topic_lines()]


def test_every_statement_shows_where_it_comes_from():
    for line in topic_lines():
        assert all(s.source and s.text for s in topic_page(line.id).statements)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A9 534-536; C 2.7, 6 #6", "Bedlack 2016, Neurology; article 9"),
        ("A3 217; C 6 #22", "article 3"),
        ("C 0(a), 11", "a judgement of this program"),
        ("C 1.1, 1.2", "NICE guideline NG127"),
    ],
)
def test_a_source_is_written_out(source, words):
    assert source_words(source) == words


def test_most_statements_name_who_found_them():
    statements = [s for line in topic_lines() for s in topic_page(line.id).statements]
    assert sum(s.source == JUDGED for s in statements) <= len(statements) // 10


def test_an_unknown_topic_is_an_error():
    with pytest.raises(KeyError):
        topic_page("no-such-topic")
