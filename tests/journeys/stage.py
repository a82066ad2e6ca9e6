"""The product's own app with another clock, as a program: `python -m tests.journeys.stage DATA [options]`."""

import argparse
import json
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path

from strengthcheck.guide import watch
from strengthcheck.host.cues import CueLog, CueRecord
from strengthcheck.host.folders import folders_for
from strengthcheck.host.settings import SettingsFile
from strengthcheck.host.sound import Sound, system_sound
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.services.workspace import Workspace, open_workspace
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


class WrittenLog(CueLog):
    """A log of signals that someone else can follow while it grows, a line each."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("a", encoding="utf-8")

    def keep(self, record: CueRecord) -> None:
        super().keep(record)
        self._file.write(json.dumps({**record._asdict(), "at": time.monotonic()}) + "\n")
        self._file.flush()


def bear_stalls() -> None:
    """A machine that is busy is not taken for one that slept: the tests that mean a sleep make one."""
    watch.STALLED_SECONDS = 600.0


def settings_of(data: str) -> SettingsFile:
    return SettingsFile(lambda: folders_for(data, {}))


def app_on(data: str, clock: FastClock, *, slow: float = 0, **more: object) -> StrengthCheckApp:
    """The app on a data folder, with the first side always left; `slow`: each answer waits for the disk."""

    def opened() -> Workspace:
        ws = open_workspace(data, {}, clock)
        if slow:
            ws.store.append = slowed(ws.store.append, slow)
        return ws

    return StrengthCheckApp(opened, clock=clock, draw=lambda: True, settings=settings_of(data), **more)


def slowed(call: Callable[..., object], seconds: float) -> Callable[..., object]:
    @wraps(call)
    def after_a_while(*given: object) -> object:
        time.sleep(seconds)
        return call(*given)

    return after_a_while


def main() -> int:
    """Run it in the terminal at hand."""
    asked = argparse.ArgumentParser()
    asked.add_argument("data")
    asked.add_argument("tests", nargs="*")
    asked.add_argument("--speed", type=float, default=1)
    asked.add_argument("--minutes", type=float, default=0, help="after the usual start")
    asked.add_argument("--sound", action="store_true", help="through the programs that PATH has")
    asked.add_argument("--slow", type=float, default=0, help="seconds that each answer waits for the disk")
    asked.add_argument("--busy", action="store_true", help="bear with a machine that is busy, at any speed")
    asked.add_argument("--log", type=Path, help="where the signals are written as they are given")
    given = asked.parse_args()
    if given.busy or given.speed > 1:
        bear_stalls()
    clock = FastClock(given.speed, START + timedelta(minutes=given.minutes))

    def sound(settings: SoundSettings, ring: Callable[[], None], log: CueLog) -> Sound:
        cache = folders_for(given.data, {}).cache
        return system_sound(settings, cache, os.environ, ring, monotonic=clock.monotonic, log=log)

    app = app_on(
        given.data,
        clock,
        slow=given.slow,
        sound=sound if given.sound else None,
        start="check" if given.tests else "home",
        protocols=tuple(given.tests),
    )
    if given.log:
        app.desk.hearing.log = WrittenLog(given.log)
    return run_to_end(app)


if __name__ == "__main__":
    raise SystemExit(main())
