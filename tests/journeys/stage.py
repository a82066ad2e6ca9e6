"""The product's own app with a faster clock: `python -m tests.journeys.stage DATA SPEED MINUTES [TEST…]`."""

import sys
import time
from datetime import UTC, datetime, timedelta

from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp, run_to_end

START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class FastClock:
    """Both clocks run so many times as fast as the world's."""

    def __init__(self, speed: float, start: datetime | None = START) -> None:
        self.speed = speed
        self._zero = time.monotonic()
        self._start = start or datetime.now(UTC)

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return (time.monotonic() - self._zero) * self.speed

    def interval(self, seconds: float) -> float:
        return seconds / self.speed


def app_on(data: str, clock: FastClock, **more: object) -> StrengthCheckApp:
    """The app on a data folder, with the first side always left."""
    return StrengthCheckApp(lambda: open_workspace(data, {}, clock), clock=clock, draw=lambda: True, **more)


def main() -> int:
    """Run it in the terminal at hand."""
    data, speed, minutes, *protocols = sys.argv[1:]
    start = "check" if protocols else "home"
    clock = FastClock(float(speed), START + timedelta(minutes=float(minutes)))
    app = app_on(data, clock, start=start, protocols=tuple(protocols))
    return run_to_end(app)


if __name__ == "__main__":
    raise SystemExit(main())
