"""Sound and voice in the app: opened for a sitting, closed after it; the bell where there is neither."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from strengthcheck.host.cues import BellCues, Signal
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.model.base import Side
from strengthcheck.model.protocol import Body
from strengthcheck.wording.cues import READY_ALONE, spoken

if TYPE_CHECKING:  # loaded when a sitting opens, not before the first paint
    from strengthcheck.host.settings import SettingsFile
    from strengthcheck.host.sound import Sound

Make = Callable[[SoundSettings, Callable[[], None]], "Sound"]
"""Makes the machine's sound by the settings; the second is the terminal's bell."""


LONGEST_RUN_SECONDS = 120.0
"""A metronome beats no longer than this, should nobody come back to end it."""


def hearing_of(settings: "SettingsFile", ring: Callable[[], None], make: Make | None) -> "Hearing":
    """The app's hearing, its settings kept in their file."""

    def write(sound: SoundSettings) -> str | None:
        return settings.write(settings.read()._replace(sound=sound))

    return Hearing(ring, make=make, read=lambda: settings.read().sound, write=write)


class Hearing:
    """Gives the signals of a sitting; the same one all the time, whatever is set meanwhile."""

    def __init__(
        self,
        ring: Callable[[], None],
        *,
        make: Make | None = None,
        read: Callable[[], SoundSettings] = SoundSettings,
        write: Callable[[SoundSettings], str | None] = lambda _: None,
    ) -> None:
        """Without `make` there is the bell alone; `read` and `write` keep the settings."""
        self._bell = BellCues(ring)
        self._ring = ring
        self._make = make
        self._read = read
        self._write = write
        self._settings: SoundSettings | None = None
        self._sound: Sound | None = None
        self._beats = False

    @property
    def settings(self) -> SoundSettings:
        """What the person set; read once, so that no signal waits for the disk."""
        if self._settings is None:
            self._settings = self._read()
        return self._settings

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
            self._sound = self._make(self.settings, self._ring)
            self._sound.open()

    def prepare(self, sides: tuple[Side, ...], body: Body, *, beats: bool = False) -> None:
        """Whose turn is next, so that the voice can say it; `beats`: the metronome runs from go to stop."""
        self._beats = beats
        if self._sound is not None:
            self._sound.prepare(spoken(sides, body))

    def give(self, cue: Signal) -> None:
        """Give one signal now."""
        cues = self._sound.cues if self._sound is not None else self._bell
        cues.give(cue)
        if self._beats and cue.kind == "go" and self.settings.tempo is not None:
            self.metronome(self.settings.tempo, LONGEST_RUN_SECONDS)

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
