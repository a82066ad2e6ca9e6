"""The platform's own player of sound files: a program, or on Windows a call of the system."""

import contextlib
import sys
from collections.abc import Callable, Mapping

from strengthcheck.host.player import Player, Stage
from strengthcheck.host.programs import Job, Program, Runner, Running, Which, elsewhere, full_path


def find_players(
    which: Which, environ: Mapping[str, str], platform: str = sys.platform
) -> tuple[Program, ...]:
    """The players of this machine, best first; none over a remote connection: nobody would hear them."""
    if elsewhere(environ):
        return ()
    if platform == "win32":
        return (Program("winsound", lambda path: Job(("winsound", path))),)
    if platform == "darwin":
        return _found(which, {"afplay": ()})
    return _found(which, {"pw-play": (), "paplay": (), "aplay": ("-q",)})


def _found(which: Which, names: Mapping[str, tuple[str, ...]]) -> tuple[Program, ...]:
    paths = ((name, full_path(which, name), options) for name, options in names.items())
    return tuple(Program(name, _playing(path, options)) for name, path, options in paths if path)


def _playing(program: str, options: tuple[str, ...]) -> Callable[[str], Job]:
    return lambda path: Job((program, *options, path))


class WindowsRunner:
    """Plays through the system's own call instead of a program; a newer sound cuts off the older one."""

    def __init__(self, play: Callable[[str | None], None]) -> None:
        """`play` starts a file, or ends what sounds, and returns at once; RuntimeError when it can't."""
        self._play = play

    def start(self, job: Job) -> Running:
        """Start the file that the job names last."""
        try:
            self._play(job.words[-1])
        except RuntimeError as e:
            raise OSError(str(e)) from e
        return _Started(self._play)


class _Started:
    def __init__(self, play: Callable[[str | None], None]) -> None:
        self._play = play

    def ended(self) -> None:
        """The call tells nothing: a sound is over when its time is."""

    def end(self) -> None:
        with contextlib.suppress(RuntimeError):
            self._play(None)


def windows_play(path: str | None) -> None:
    """Start a file on Windows, or end what sounds. Raises RuntimeError when it can't be done."""
    if sys.platform == "win32":
        import winsound  # there on Windows alone

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(path, flags if path is not None else 0)


def player_for(
    which: Which, environ: Mapping[str, str], runner: Runner, monotonic: Callable[[], float]
) -> Player:
    """The player of this machine; it has trouble from the start where there is none."""
    programs = find_players(which, environ)
    if sys.platform == "win32":
        stage = Stage(programs, WindowsRunner(windows_play), monotonic, watches=False)
    else:
        stage = Stage(programs, runner, monotonic)
    return Player(stage, monotonic)
