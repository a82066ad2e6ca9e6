"""The way in: opens the record, listens for being asked to end, and talks until it is left."""

import os
import random
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from strengthcheck.host.clock import Clock, SystemClock
from strengthcheck.host.cues import BellCues, Cues
from strengthcheck.host.folders import folders_for
from strengthcheck.host.lines import AskedToEnd, InputEnded, Lines, SystemLines
from strengthcheck.host.settings import SettingsFile
from strengthcheck.plain.danger import tell_lost_anywhere, tell_moments
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.home import home, start_check
from strengthcheck.plain.talk import BACK, LEAVE, LOST, MOMENTS, MORE, Talk
from strengthcheck.plain.wishes import Wish
from strengthcheck.services.expected import EXPECTED
from strengthcheck.services.workspace import Workspace, open_workspace

Start = Literal["home", "check"]

HELLO = (
    f"At any question: {MORE} says more, {BACK} goes back, {LEAVE} leaves. "
    f"{LOST}: something I could do and now can't. {MOMENTS}: a number for bad moments."
)
KEPT = "Everything entered is kept. An unfinished check is offered when you start again."


def run(
    data_dir: str | None, *, demo: str | None = None, start: Start = "home", protocols: Iterable[str] = ()
) -> int:
    """Open the app as lines; returns the exit status. `demo` names a made-up year."""
    clock = SystemClock()
    coin = random.SystemRandom()
    lines = SystemLines(sys.stdin.fileno(), sys.stdout)
    with lines.listening():
        if demo is None:
            return _open(data_dir, lines, clock, lambda: coin.random() < 0.5, start, tuple(protocols))
        with TemporaryDirectory(prefix="strengthcheck-demo-") as folder:
            from strengthcheck.services.demo import write_demo  # only made-up years need it
            from strengthcheck.services.made_up import DEMOS

            write_demo(next(d for d in DEMOS if d == demo), folder, dict(os.environ), clock)
            return _open(folder, lines, clock, lambda: coin.random() < 0.5, start, (), demo=True)


def _open(
    data_dir: str | None,
    lines: Lines,
    clock: Clock,
    draw: Callable[[], bool],
    start: Start,
    protocols: tuple[str, ...],
    *,
    demo: bool = False,
) -> int:
    environ = dict(os.environ)
    folders = folders_for(data_dir, environ)
    settings = SettingsFile(lambda: folders)
    with open_workspace(data_dir, environ, clock) as ws:
        cues, hush = _cues(settings, folders.cache, environ, lines, clock)
        try:
            return converse(Desk(ws, Talk(lines), clock, draw, settings, cues, demo), start, protocols)
        finally:
            hush()


def converse(desk: Desk, start: Start = "home", protocols: tuple[str, ...] = ()) -> int:
    """Talk until it is left, nothing more can be typed, or the program is asked to end."""
    desk.talk.always(
        {
            LOST: lambda: _kept_going(desk, tell_lost_anywhere),
            MOMENTS: lambda: _kept_going(desk, tell_moments),
            "+": lambda: _kept_going(desk, tell_moments),
        }
    )
    try:
        _warn(desk.ws, desk.talk)
        desk.talk.say(HELLO)
        if start == "check":
            _kept_going(desk, lambda d: start_check(d, protocols))
        home(desk)
    except InputEnded:
        desk.talk.say(KEPT)
        return 0
    except AskedToEnd as e:
        _say_last(desk.talk, KEPT)
        return e.status
    return 0


def _kept_going(desk: Desk, doing: Callable[[Desk], None]) -> None:
    """Do something; a wish to leave it, or what stands in its way, ends no more than that."""
    try:
        doing(desk)
    except Wish:
        return
    except EXPECTED as e:
        desk.talk.say(str(e))


def _warn(ws: Workspace, talk: Talk) -> None:
    for warning in ws.store.warnings:
        talk.say(warning)


def _say_last(talk: Talk, text: str) -> None:
    """A last line, where there is still someone to read it."""
    try:
        talk.say(text)
    except (AskedToEnd, BrokenPipeError):
        return


def _cues(
    settings: SettingsFile, cache: Path, environ: Mapping[str, str], lines: Lines, clock: Clock
) -> tuple[Cues, Callable[[], None]]:
    """The tones that were set, else the bell; and what ends them. Nobody speaks: the lines do."""

    def ring() -> None:
        if lines.terminal:
            lines.write("\a")

    kept = settings.read().sound
    if not kept.sound or not lines.terminal:
        return BellCues(ring), lambda: None
    from strengthcheck.host.sound import system_sound  # only where tones are heard

    sound = system_sound(kept._replace(voice=False), cache, environ, ring, monotonic=clock.monotonic)
    sound.open()
    return sound.cues, sound.close
