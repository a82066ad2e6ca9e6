"""Every sentence of this room, for tests and for the reading room."""

from strengthcheck.wording import cues, danger, doctor, early, home, reading, setup
from strengthcheck.wording.sentence import Sentence


def every_sentence() -> tuple[Sentence, ...]:
    """All sentences, in the order of their topics."""
    return (*home.ALL, *reading.ALL, *danger.ALL, *early.ALL, *setup.ALL, *doctor.ALL, *cues.ALL)
