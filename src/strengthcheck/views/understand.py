"""The reading room: a list of topics, and one topic with the source of each statement."""

from typing import NamedTuple

from strengthcheck.wording.sources import ARTICLES, COMPUTED, EVIDENCE, articles_of, sections_of
from strengthcheck.wording.understand import TOPICS, Topic

LEAD = "Short answers to what most people ask. Each statement says where it comes from."
SOURCES = (
    "Under each statement stands who found it. Lorra Garrick wrote the articles that this program grew from."
)

JUDGED = "a judgement of this program"
"""What stands under a statement that no one study says."""


class Statement(NamedTuple):
    """One statement and where it comes from."""

    id: str
    text: str
    source: str


class TopicPage(NamedTuple):
    """One topic to be read."""

    id: str
    title: str
    statements: tuple[Statement, ...]
    after: str | None
    """The topic that comes next; none after the last."""


class TopicLine(NamedTuple):
    """A topic in the list."""

    id: str
    title: str


def topic_lines() -> tuple[TopicLine, ...]:
    """Every topic, in order."""
    return tuple(TopicLine(t.id, t.title) for t in TOPICS)


def topic_page(topic: str) -> TopicPage:
    """One topic by its id. Raises KeyError for an unknown one."""
    found = {t.id: (i, t) for i, t in enumerate(TOPICS)}
    index, page = found[topic]
    after = TOPICS[index + 1].id if index + 1 < len(TOPICS) else None
    return TopicPage(page.id, page.title, _statements(page), after)


def _statements(topic: Topic) -> tuple[Statement, ...]:
    return tuple(Statement(s.id, s.text, source_words(s.source)) for s in topic.sentences)


def source_words(source: str) -> str:
    """A source as a person can look it up.

    `docs/evidence.md#flat-months; article 9` is Bedlack 2016, Neurology; Garrick on the thumb.
    """
    sections = sections_of(source)
    found = [
        name
        for file, section in sections
        for name in EVIDENCE.get(section, "").split("; ")
        if file == "docs/evidence.md" and name
    ]
    computed = ["computed for this program"] if any(file == COMPUTED for file, _ in sections) else []
    articles = [f"Garrick on {ARTICLES[n]}" for n in articles_of(source)]
    apart = [name for name in found if name.startswith("exceptions")]  # last: they are not of what follows
    named = dict.fromkeys([*(n for n in found if n not in apart), *computed, *articles, *apart])
    return "; ".join(named) or JUDGED
