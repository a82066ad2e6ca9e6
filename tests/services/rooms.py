"""A workspace in a temporary folder, with a clock that stands."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from strengthcheck.services.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=timezone(timedelta(hours=1)))


class StandingClock:
    """Says what it was last told."""

    def __init__(self, time: datetime = NOW) -> None:
        self.time = time

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()

    def interval(self, seconds: float) -> float:
        return seconds


def opened(folder: Path, *, read_only: bool = False, clock: StandingClock | None = None) -> Workspace:
    """The workspace of a folder; no variable of the machine reaches it."""
    return open_workspace(str(folder), {}, clock or StandingClock(), read_only=read_only)
