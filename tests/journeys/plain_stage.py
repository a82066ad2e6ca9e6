"""The app as lines with a faster clock, as a program: `python -m tests.journeys.plain_stage DATA SPEED`."""

import sys

from strengthcheck.host.cues import CueLog
from strengthcheck.host.folders import folders_for
from strengthcheck.host.lines import SystemLines
from strengthcheck.host.settings import SettingsFile
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.run import converse
from strengthcheck.plain.talk import Talk
from strengthcheck.services.workspace import open_workspace

from .stage import FastClock, bear_stalls


def main() -> int:
    """Talk on the terminal at hand."""
    data, speed, *protocols = sys.argv[1:]
    if float(speed) > 1:
        bear_stalls()
    clock = FastClock(float(speed))
    lines = SystemLines(sys.stdin.fileno(), sys.stdout)
    settings = SettingsFile(lambda: folders_for(data, {}))
    with lines.listening(), open_workspace(data, {}, clock) as ws:
        desk = Desk(ws, Talk(lines), clock, lambda: True, settings, CueLog())
        return converse(desk, "check" if protocols else "home", tuple(protocols))


if __name__ == "__main__":
    raise SystemExit(main())
