"""Sound and voice in the app: opened for a sitting, closed after it; the bell where there is neither.

Every signal is kept with its time and its words, on the screen as well: a sitting can be followed by them.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from strengthcheck.guide.metronome import LONGEST_RUN_SECONDS, Metronome
from strengthcheck.host.cues import BellCues, CueLog, CueRecord, ManyCues, Signal
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.model.base import Side
from strengthcheck.model.protocol import Body
from strengthcheck.wording.cues import READY_ALONE, spoken

if TYPE_CHECKING:  # loaded when a sitting opens, not before the first paint
    from strengthcheck.host.settings import SettingsFile
    from strengthcheck.host.sound import Sound

Make = Callable[[SoundSettings, Callable[[], None], CueLog], "Sound"]
"""Makes the machine's sound by the settings; then the terminal's bell, and where signals are kept."""


def hearing_of(
    settings: "SettingsFile", ring: Callable[[], None], make: Make | None, monotonic: Callable[[], float]
) -> "Hearing":
    """The app's hearing, its settings kept in their file."""

    def write(sound: SoundSettings) -> str | None:
        return settings.write(settings.read()._replace(sound=sound))

    def set_countdown(seconds: int | None) -> str | None:
        return settings.write(settings.read()._replace(countdown=seconds))

    countdown = Countdown(lambda: settings.read().countdown, set_countdown)
    return Hearing(
        ring,
        make=make,
        read=lambda: settings.read().sound,
        write=write,
        countdown=countdown,
        monotonic=monotonic,
    )


class Countdown(NamedTuple):
    """Where the length of the countdown is kept."""

    read: Callable[[], int | None] = lambda: None
    write: Callable[[int | None], str | None] = lambda _: None


class Hearing:
    """Gives the signals of a sitting; the same one all the time, whatever is set meanwhile."""

    def __init__(
        self,
        ring: Callable[[], None],
        *,
        make: Make | None = None,
        read: Callable[[], SoundSettings] = SoundSettings,
        write: Callable[[SoundSettings], str | None] = lambda _: None,
        countdown: Countdown | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Without `make` there is the bell alone; `read`, `write` and `countdown` keep the settings."""
        self._countdown = countdown or Countdown()
        self.log = CueLog()
        """Every signal since the sitting began."""
        self._monotonic = monotonic
        self._bell = ManyCues({"bell": BellCues(ring)}, self.log, monotonic)
        self._ring = ring
        self._make = make
        self._read = read
        self._write = write
        self._settings: SoundSettings | None = None
        self._sound: Sound | None = None
        self._beats = False
        self._beating: Metronome | None = None

    @property
    def settings(self) -> SoundSettings:
        """What the person set; read once, so that no signal waits for the disk."""
        if self._settings is None:
            self._settings = self._read()
        return self._settings

    @property
    def countdown(self) -> int | None:
        """Seconds of the countdown, where they were set."""
        return self._countdown.read()

    def set_countdown(self, seconds: int | None) -> str | None:
        """Keep the countdown's length; returns why it could not be kept, else None."""
        return self._countdown.write(seconds)

    @property
    def to_ask(self) -> bool:
        """Whether to ask if it is heard."""
        return self._make is not None and self.settings.to_ask

    @property
    def trouble(self) -> tuple[str, ...]:
        """What can't be heard, and why."""
        return self._sound.trouble if self._sound is not None else ()

    def open(self) -> None:
        """Make ready what will be heard; nothing is waited for."""
        if self._sound is None and self._make is not None:
            self._sound = self._make(self.settings, self._ring, self.log)
            self._sound.open()

    def prepare(self, sides: tuple[Side, ...], body: Body, *, beats: bool = False) -> None:
        """Whose turn is next, so that the voice can say it; `beats`: the metronome runs from go to stop."""
        self._beats = beats
        if self._sound is not None:
            self._sound.prepare(spoken(sides, body))

    def shown(self, words: str) -> None:
        """Another page waits for the person: its title belongs to what is signalled."""
        now = self._monotonic()
        self.log.keep(CueRecord("screen", "page", now, now, words))

    def give(self, cue: Signal) -> None:
        """Give one signal now; the screen shows it at the same moment."""
        self.log.note("screen", cue, self._monotonic())
        cues = self._sound.cues if self._sound is not None else self._bell
        cues.give(cue)
        self._beating = None
        if self._beats and cue.kind == "go" and self.settings.tempo is not None:
            first = self.metronome(self.settings.tempo, LONGEST_RUN_SECONDS)
            self._beating = Metronome(self._monotonic() if first is None else first, self.settings.tempo)

    @property
    def beats(self) -> "Callable[[], Metronome | None] | None":
        """Asks for the metronome that beats since GO; none where it is played without one."""
        return (lambda: self._beating) if self.settings.tempo is not None else None

    def set_tempo(self, bpm: int | None) -> str | None:
        """Keep the metronome's tempo, none for without; returns why it could not be kept, else None."""
        return self._keep(self.settings._replace(tempo=bpm))

    def metronome(self, bpm: int, seconds: float) -> float | None:
        """Let a metronome be heard, as long as nothing else is; returns when its first beat falls.

        None where no tones can be heard.
        """
        self.open()
        if self._sound is None or not self.settings.sound:
            return None
        return self._sound.metronome(bpm, round(seconds * bpm / 60))

    def sample(self, done: Callable[[bool], None]) -> None:
        """Have a signal heard as a sample; `done` is told, in another thread, whether it could be."""
        self.open()
        if self._sound is not None:
            now = self._monotonic()
            self.log.keep(CueRecord("sound", "sample", now, now, READY_ALONE.say()))
            self._sound.prepare({"ready": READY_ALONE.say()})
            self._sound.sample(done)

    def hush(self) -> None:
        """End what sounds now."""
        if self._sound is not None:
            self._sound.hush()

    def change(self, settings: SoundSettings) -> str | None:
        """Go by other settings from now on; returns why they could not be kept, else None."""
        trouble = self._keep(settings)
        was_open = self._sound is not None
        self.close()
        if was_open:
            self.open()
        return trouble

    def close(self) -> None:
        """End what sounds."""
        if self._sound is not None:
            self._sound.close()
            self._sound = None

    def _keep(self, settings: SoundSettings) -> str | None:
        self._settings = settings
        return self._write(settings)
