"""What a person can wish at a question instead of answering it."""


class Wish(Exception):
    """Something else than an answer is wanted."""


class BackWished(Wish):
    """The question before this one."""


class LeaveWished(Wish):
    """Away from here: out of a check, a page, or the program."""


class DoctorWished(Wish):
    """Out of the check that is under way: a doctor comes first."""


class EndWished(Wish):
    """The check should end here; what is done goes to the summary."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DropWished(Wish):
    """The check should be left, and nothing of it kept."""
