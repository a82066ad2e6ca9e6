"""The terminal's driver, made to bear a stop that nobody announced, and a terminal that is gone."""

from collections.abc import Callable
from typing import IO, Any

from textual.driver import Driver


class LastingFile:
    """A terminal to write to that may go away: from then on what is written falls on the floor.

    Textual paints from a thread that ends at the first error, over a queue of thirty: with a window closed
    in the middle of a countdown the queue fills, the event loop waits for ever, and the program never ends.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._gone = False

    def write(self, text: str) -> None:
        """Write, while there is something to write to."""
        if not self._gone:
            self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Flush, while there is something to flush to."""
        if not self._gone:
            self._try(self._file.flush)

    def fileno(self) -> int:
        """The file's number."""
        return self._file.fileno()

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError:
            self._gone = True


class SteadyDriver(Driver):
    """Takes the terminal anew after SIGCONT, even when SIGSTOP gave no time to let go of it.

    Textual starts another reader of the keyboard at each SIGCONT. Two readers share one terminal: one of them
    waits for ever, keys go missing, and the program does not end when it is asked to.
    """

    _let_go = False

    def __init__(self, *given: Any, **named: Any) -> None:
        """As the system's own driver."""
        super().__init__(*given, **named)
        file: IO[str] | None = getattr(self, "_file", None)
        if file is not None:
            self._file = LastingFile(file)

    def suspend_application_mode(self) -> None:
        """Let go of the terminal, as before Ctrl+Z."""
        self._let_go = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal; what was left as it was is let go of first."""
        if not self._let_go:
            super().suspend_application_mode()
        self._let_go = False
        super().resume_application_mode()


def steady(kind: type[Driver]) -> type[Driver]:
    """The same driver, steadied."""
    return type("Steady", (SteadyDriver, kind), {})
