"""One thing wrong with a protocol file, as one line a person can act on."""

from pathlib import Path
from typing import NamedTuple


class FileFault(NamedTuple):
    """What is wrong, in which file, on which line (counted from 1; none when it is the whole file)."""

    path: Path
    line: int | None
    message: str

    def __str__(self) -> str:
        where = f"{visible(self.path.name or str(self.path))}:"
        return f"{where}{self.line}: {self.message}" if self.line else f"{where} {self.message}"


def visible(text: str) -> str:
    r"""The text with anything a terminal could obey written out, such as `\x1b`."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
