"""The reading room: a list of topics, and one topic with the source of each statement."""

import re
from typing import NamedTuple

from strengthcheck.wording.sources import EVIDENCE
from strengthcheck.wording.understand import TOPICS, Topic

LEAD = "Short answers to what most people ask. Each statement says where it comes from."
SOURCES = (
    "Under each statement stands who found it, and which of the articles this program grew from says it too."
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
    """A source as a person can look it up: `A9 534-536; C 2.7` is Bedlack 2016, Neurology; article 9."""
    parts = [part.strip() for part in source.split(";")]
    found = [EVIDENCE[s] for p in parts if p.startswith("C ") for s in _sections(p) if s in EVIDENCE]
    articles = [f"article {n}" for p in parts for n in re.findall(r"\bA(\d+) ", p)]
    return "; ".join(dict.fromkeys([*found, *articles])) or JUDGED


def _sections(part: str) -> list[str]:
    """The sections named in one part, such as `C 2.7-2.9, 6 #6`."""
    named = [re.sub(r"\(.*\)", "", s.strip()) for s in part.removeprefix("C ").split(",")]
    return [s for s in named if re.fullmatch(r"\d+(\.\d+)?", s)]
