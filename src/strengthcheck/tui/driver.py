"""The terminal's driver, made to bear a stop that nobody announced."""

from textual.driver import Driver


class SteadyDriver(Driver):
    """Takes the terminal anew after SIGCONT, even when SIGSTOP gave no time to let go of it.

    Textual starts another reader of the keyboard at each SIGCONT. Two readers share one terminal: one of them
    waits for ever, keys go missing, and the program does not end when it is asked to.
    """

    _let_go = False

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
