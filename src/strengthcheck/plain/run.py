"""The way in: opens the record, listens for being asked to end, and talks until it is left."""

import os
import random
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from strengthcheck.host.clock import Clock, SystemClock
from strengthcheck.host.cues import BellCues
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

if TYPE_CHECKING:
    from strengthcheck.host.sound import Sound

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
        sound = _sound(settings, folders.cache, environ, lines, clock)
        cues = sound.cues if sound else BellCues(_bell(lines))
        metronome = sound.metronome if sound else None
        try:
            desk = Desk(ws, Talk(lines), clock, draw, settings, cues, metronome, demo)
            return converse(desk, start, protocols)
        finally:
            if sound:
                sound.close()


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


def _bell(lines: Lines) -> Callable[[], None]:
    return lambda: lines.write("\a") if lines.terminal else None


def _sound(
    settings: SettingsFile, cache: Path, environ: Mapping[str, str], lines: Lines, clock: Clock
) -> "Sound | None":
    """The tones that were set; none where there is the bell alone. Nobody speaks: the lines do."""
    kept = settings.read().sound
    if not kept.sound or not lines.terminal:
        return None
    from strengthcheck.host.sound import system_sound  # only where tones are heard

    quiet = kept._replace(voice=False)
    sound = system_sound(quiet, cache, environ, _bell(lines), monotonic=clock.monotonic)
    sound.open()
    return sound
