"""A made-up machine for tests of sound: programs that never start, a clock that is set by hand."""

import io
import threading
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

from strengthcheck.guide.trial import Cue
from strengthcheck.host.player import Player, Stage
from strengthcheck.host.programs import Job, Program, Running
from strengthcheck.host.sound import Sound
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.host.soundfiles import SoundFiles
from strengthcheck.host.voice import Voice, find_voice


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, now: float = 100.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class MadeUpProgram:
    """A program under way: it ends when the test says so."""

    def __init__(self, job: Job, status: int | None = None) -> None:
        self.job = job
        self.status = status
        self.cut_off = False

    def ended(self) -> int | None:
        return self.status

    def end(self) -> None:
        if self.status is None:
            self.cut_off = True
            self.status = -9


class MadeUpRunner:
    """Notes what would be started. `does` may act in its place, or refuse."""

    def __init__(self, does: Callable[[Job], int | None] | None = None) -> None:
        self.started: list[MadeUpProgram] = []
        self._does = does
        self._changed = threading.Condition()

    def start(self, job: Job) -> Running:
        status = self._does(job) if self._does is not None else None
        program = MadeUpProgram(job, status)
        with self._changed:
            self.started.append(program)
            self._changed.notify_all()
        return program

    def wait_for(self, number: int) -> list[MadeUpProgram]:
        """Those started, once there are so many; a test that waits in vain fails."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.started) >= number, timeout=120)
            return list(self.started)


def voice_file(seconds: float = 0.3, rate: int = 22050) -> bytes:
    """What a speech program might write."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        rough = (12000 if i // 40 % 2 else -12000 for i in range(round(seconds * rate)))
        file.writeframes(array("h", rough).tobytes())
    return out.getvalue()


def speaking(job: Job) -> int | None:
    """A speech program in the manner of espeak: it writes its words as a sound, and ends; others go on."""
    if "-w" not in job.words:
        return None
    Path(job.words[job.words.index("-w") + 1]).write_bytes(voice_file())
    return 0


ESPEAK = find_voice(lambda name: "/usr/bin/espeak-ng" if name == "espeak-ng" else None, {}, "linux")
LIVE = find_voice(lambda name: "/usr/bin/spd-say" if name == "spd-say" else None, {}, "linux")
APLAY = Program("aplay", lambda what: Job(("/bin/aplay", what)))


class Room:
    """A sitting's sound with a made-up machine around it."""

    def __init__(
        self,
        folder: Path,
        settings: SoundSettings | None = None,
        *,
        voice: Voice | None = ESPEAK,
        programs: tuple[Program, ...] = (APLAY,),
        speaks=speaking,
        clock: Callable[[], float] | None = None,
        ring: Callable[[], None] | None = None,
    ) -> None:
        settings = settings or SoundSettings()
        self.rung = 0
        self.clock = clock or HandClock()
        self.plays, self.speaks, self.says = MadeUpRunner(), MadeUpRunner(speaks), MadeUpRunner()
        said = voice.said if voice else None
        self.sound = Sound(
            settings,
            SoundFiles(folder, self.speaks, voice, with_tones=settings.sound),
            Player(Stage(programs, self.plays, self.clock), self.clock),
            voice=voice,
            speaker=Player(Stage((said,), self.says, self.clock), self.clock) if said else None,
            ring=ring or self._ring,
            monotonic=self.clock,
        )

    def _ring(self) -> None:
        self.rung += 1

    def made(self) -> None:
        """Let the thread that makes files finish what it was given."""
        self.sound._aside.close(wait=30)

    def heard(self, kind: str) -> str:
        """The file that is played at a signal."""
        before = len(self.plays.started)
        self.sound.cues.give(Cue(kind, self.clock()))
        return Path(self.plays.wait_for(before + 1)[-1].job.words[-1]).name
