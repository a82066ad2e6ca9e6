"""One sentence with its id, its source and the condition under which it is true."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """At most 35 words; `{names}` are filled from the record."""

    id: str
    when: str
    text: str
    source: str

    def say(self, **filled: object) -> str:
        """The sentence with its gaps filled. Raises KeyError when one is missing."""
        return self.text.format(**filled)
