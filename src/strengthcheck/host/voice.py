"""The system's own speech program: words into a sound file before they are needed, or said live.

Words go in by standard input, or as one word of the argument list; never through a shell. Where the program
can write a file it is used so: what is said at "go" is then ready and only has to be played.
"""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from strengthcheck.host.programs import Job, Program, Runner, Which, elsewhere, full_path

RENDER_SECONDS = 15.0
"""A program that needs longer for a few words hangs. (A first start of PowerShell takes some seconds.)"""

WORDS_A_MINUTE = 150

_LOOK_SECONDS = 0.01

_FILE = "STRENGTHCHECK_VOICE_FILE"

_WINDOWS = (
    "$words = [Console]::In.ReadToEnd();"
    "Add-Type -AssemblyName System.Speech;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [cultureinfo]'en-US') } catch {};"
    f"$voice.SetOutputToWaveFile($env:{_FILE});"
    "$voice.Speak($words);"
    "$voice.Dispose()"
)
"""Always the same text: the words come in by standard input, the file's name by the environment."""


class VoiceFailed(Exception):
    """The speech program could not be used; the text says which and how."""


class Voice(NamedTuple):
    """A speech program."""

    name: str
    written: Callable[[str, Path], Job] | None = None
    """What to run to have words written as a WAV file of one channel and 16 bits."""
    said: Program | None = None
    """What says words live, where no file can be written."""


def find_voice(which: Which, environ: Mapping[str, str], platform: str = sys.platform) -> Voice | None:
    """The speech program of this machine; none where there is none, or over a remote connection."""
    if elsewhere(environ):
        return None
    for name, make in _KNOWN.get(platform, _UNIX).items():
        path = full_path(which, name)
        if path:
            return make(path)
    return None


def render(
    voice: Voice, text: str, path: Path, runner: Runner, sleep: Callable[[float], None] = time.sleep
) -> bytes:
    """Words as a sound file's bytes; waits for the program, so never on the event loop.

    Args:
        voice: one that writes files.
        text: what to say, without control characters.
        path: where the program may write; removed again.
        runner: starts it.
        sleep: waits between two looks at it.

    Raises:
        VoiceFailed: it couldn't be started, failed, hangs, or wrote nothing.

    """
    if voice.written is None:
        raise VoiceFailed(f"{voice.name} writes no files")
    try:
        _run(runner, voice.written(text, path), voice.name, sleep)
        return path.read_bytes()
    except OSError as e:
        raise VoiceFailed(f"{voice.name} could not be used") from e
    finally:
        path.unlink(missing_ok=True)


def _run(runner: Runner, job: Job, name: str, sleep: Callable[[float], None]) -> None:
    running = runner.start(job)
    for _ in range(round(RENDER_SECONDS / _LOOK_SECONDS)):
        status = running.ended()
        if status is not None:
            break
        sleep(_LOOK_SECONDS)
    else:
        running.end()
        raise VoiceFailed(f"{name} took too long")
    if status != 0:
        raise VoiceFailed(f"{name} could not be used")


def _espeak(program: str) -> Voice:
    def written(text: str, path: Path) -> Job:
        words = (program, "-v", "en", "-s", str(WORDS_A_MINUTE), "-w", str(path), "--stdin")
        return Job(words, reads=text.encode())

    return Voice(Path(program).name, written)


def _say(program: str) -> Voice:
    def written(text: str, path: Path) -> Job:
        words = (program, "-r", str(WORDS_A_MINUTE), "-o", str(path), "--data-format=LEI16@22050", "-f", "-")
        return Job(words, reads=text.encode())

    return Voice("say", written)


def _powershell(program: str) -> Voice:
    def written(text: str, path: Path) -> Job:
        words = (program, "-NoProfile", "-NonInteractive", "-Command", _WINDOWS)
        return Job(words, reads=text.encode(), variables={_FILE: str(path)})

    return Voice("PowerShell", written)


def _speech_dispatcher(program: str) -> Voice:
    def said(text: str) -> Job:
        return Job((program, "--wait", "--language", "en", "--", text))

    return Voice("spd-say", said=Program("spd-say", said))


_UNIX: Mapping[str, Callable[[str], Voice]] = {
    "espeak-ng": _espeak,
    "espeak": _espeak,
    "spd-say": _speech_dispatcher,
}
_KNOWN: Mapping[str, Mapping[str, Callable[[str], Voice]]] = {
    "darwin": {"say": _say},
    "win32": {"powershell": _powershell, "pwsh": _powershell},
}
