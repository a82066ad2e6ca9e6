"""Where a command's words and data go. Every text for people passes the one door that makes it harmless."""

import os
import sys
from typing import IO

from strengthcheck.views.displayable import displayable, for_stream


class OutputFailed(Exception):
    """Standard output would not take what was written; the message says why."""


class Output:
    """A command's two streams: data and answers on the first, words beside them on the second."""

    def __init__(self, out: IO[str] | None, err: IO[str] | None) -> None:
        self._out = out
        self._err = err

    def say(self, text: str) -> None:
        """Answer with a text for people, on standard output, at once.

        Raises OutputFailed, or BrokenPipeError when nobody reads any more.
        """
        self._write(self._out, text)

    def tell(self, text: str) -> None:
        """Say something beside the answer, on standard error; a stream that is gone stops nothing."""
        try:
            self._write(self._err, text)
        except (OutputFailed, BrokenPipeError):
            return

    def data(self, text: str) -> None:
        """Write data to standard output as UTF-8, whatever the terminal's encoding; all of it was taken.

        Raises as `say`; a standard output that is closed takes nothing.
        """
        if self._out is None:
            raise OutputFailed("standard output is closed")
        try:
            self._out.flush()
            self._out.buffer.write(text.encode())  # type: ignore[attr-defined]  # a text stream over bytes
            self._out.buffer.flush()  # type: ignore[attr-defined]  # as above
        except BrokenPipeError:
            raise
        except OSError as e:
            raise OutputFailed(f"standard output can't be written to: {e.strerror}") from e

    def print_message(self, text: str, stream: object) -> None:
        """Write what the command line's own parser says: help to its stream, the rest to standard error."""
        if stream is sys.stdout:
            self.say(text.rstrip("\n"))
        else:
            self.tell(text.rstrip("\n"))

    def silence(self) -> None:
        """After standard output failed: let the interpreter's last flush go nowhere instead of failing."""
        if self._out is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)

    @staticmethod
    def _write(stream: IO[str] | None, text: str) -> None:
        if stream is None:
            return
        line = displayable(text, newlines=True) + "\n"
        try:
            stream.write(for_stream(line, getattr(stream, "encoding", None)))
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as e:
            raise OutputFailed(f"standard output can't be written to: {e.strerror}") from e
