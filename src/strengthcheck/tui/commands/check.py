"""What can be done while a check goes on."""

from strengthcheck.tui.commands.command import Command


class LeaveCheck(Command):
    """Leave the check: go on, keep what is there, leave it for later, or discard it."""

    TITLE = "Leave"
    KEYS = "q"

    @classmethod
    def name(cls) -> str:
        """Short, so that the key bar puts it with the other ways out."""
        return "leave"


class StepBack(Command):
    """Correct the answer before this one."""

    TITLE = "Back a step"
    KEYS = "b,escape"
