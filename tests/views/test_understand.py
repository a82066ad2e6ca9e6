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
        (
            "docs/evidence.md#flat-months, #late-diagnosis; article 9",
            "Bedlack 2016, Neurology; Falcão de Campos 2023, Front Neurol; Garrick on the thumb",
        ),
        (
            "docs/evidence.md#flat-months, #what-does-not-return",
            "Bedlack 2016, Neurology; the consensus of neurologists",
        ),
        (
            "docs/evidence.md#kept-of-the-articles; articles 3 and 10",
            "Garrick on felt weakness; Garrick on tired muscles",
        ),
        ("docs/reading.md#when-a-loss-would-show", "computed for this program"),
        ("docs/safeguards.md#how-it-speaks", "a judgement of this program"),
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
