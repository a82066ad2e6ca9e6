"""Every sentence of this room, for tests and for the reading room."""

from strengthcheck.wording import (
    cards,
    charts,
    cues,
    danger,
    dips,
    doctor,
    early,
    home,
    reading,
    seal,
    setup,
    trial,
    understand,
    wayout,
)
from strengthcheck.wording.sentence import Sentence


def every_sentence() -> tuple[Sentence, ...]:
    """All sentences, in the order of their topics."""
    topics = (
        home,
        reading,
        charts,
        dips,
        danger,
        early,
        cards,
        wayout,
        seal,
        setup,
        doctor,
        cues,
        trial,
        understand,
    )
    return tuple(sentence for topic in topics for sentence in topic.ALL)
