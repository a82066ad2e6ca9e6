"""Text from a file or from standard input: never hangs on a pipe, never reads more than is allowed."""

from collections.abc import Iterator
from typing import IO

from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.strict import MOST_CHECK, decoded
from strengthcheck.host.files import FileRefused, open_ordinary

STANDARD_INPUT = "-"


def named(file: str) -> str:
    """What a file given on the command line is called in a message."""
    return "standard input" if file == STANDARD_INPUT else file


def read_text(file: str, standard_input: IO[bytes] | None, *, most: int) -> str:
    """All text of an ordinary file, or of standard input for `-`, of at most `most` bytes. Raises Refused."""
    try:
        if file == STANDARD_INPUT:
            return decoded(_opened(standard_input).read(most + 1), most=most)
        with _open_ordinary(file) as stream:
            return decoded(stream.read(most + 1), most=most)
    except Refused as e:
        raise Refused(f"{named(file)}: {e}") from e


def read_lines(file: str, standard_input: IO[bytes] | None) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, as soon as it is there; None for one that is too long. Raises Refused."""
    if file == STANDARD_INPUT:
        yield from _lines(_opened(standard_input))
        return
    try:
        stream = _open_ordinary(file)
    except Refused as e:
        raise Refused(f"{file}: {e}") from e
    with stream:
        yield from _lines(stream)


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := stream.readline(MOST_CHECK + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) <= MOST_CHECK:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MOST_CHECK)
        yield number, None


def _opened(standard_input: IO[bytes] | None) -> IO[bytes]:
    if standard_input is None:
        raise Refused("it is closed; there is nothing to read")
    return standard_input


def _open_ordinary(file: str) -> IO[bytes]:
    """The file, opened. Raises Refused, with a word on pipes."""
    try:
        return open_ordinary(file)
    except FileRefused as e:
        pipe = "; to read what another program writes, use - for standard input"
        more = pipe if str(e) == "is not an ordinary file" else ""
        raise Refused(f"{e}{more}") from e
